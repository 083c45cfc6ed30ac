#include "analysis/candidates/plan_draws.hpp"
#include "deploy_plan/direction.hpp"
#include <algorithm>

namespace deploy_plan::analysis {
namespace {

std::vector<double> effects_drawn(const PlanModel& model, const ModelReach& reach, const FutureOptions& how) {
  const ModelAction& one = model.actions[reach.action];
  if (!reach.effect || reach.gain == 0 || one.left_out || !model.leads_to_wanted(one.objective) ||
      !Law(reach.effect->law).varies())
    return {};
  const EffectDraw effect = effect_draw(*one.action, *reach.effect, how.seed, reach.segment);
  const int direction = direction_of(*model.objectives[one.objective].objective, model.day);
  std::vector<double> drawn(how.draws);
  for (std::size_t draw = 0; draw < drawn.size(); ++draw)
    drawn[draw] = direction * effect.mean(paired(draw, one.strategy, drawn.size()));
  return drawn;
}

std::vector<double> passages_drawn(const ModelObjective& one, const PlanFutures& futures) {
  if (!one.from || !one.leads)
    return {};
  const Passage* const passage = futures.passage_to(one.strategy, *one.objective);
  if (passage == nullptr)
    return {};
  std::vector<double> drawn(futures.options().draws);
  for (std::size_t draw = 0; draw < drawn.size(); ++draw)
    drawn[draw] = passage_draw(*passage, *one.objective, futures.options().seed,
                               paired(draw, one.strategy, drawn.size()));
  return drawn;
}
} // namespace

PlanDraws::PlanDraws(const PlanModel& planned, PlanFutures& futures) : draws(futures.options().draws) {
  for (const ModelReach& reach : planned.reaches) {
    effect_means.push_back(reach.gain);
    effects.push_back(effects_drawn(planned, reach, futures.options()));
  }
  for (const ModelObjective& one : planned.objectives) {
    passages.push_back(passages_drawn(one, futures));
    const auto& drawn = passages.back();
    passage_means.push_back(drawn.empty() ? one.conversion : mean_of(drawn));
  }
}

bool PlanDraws::is_uncertain() const {
  const auto varies = [](const std::vector<double>& drawn) { return !drawn.empty(); };
  return std::any_of(effects.begin(), effects.end(), varies) ||
         std::any_of(passages.begin(), passages.end(), varies);
}

Believed PlanDraws::believed(std::size_t draw) const {
  Believed all;
  for (std::size_t reach = 0; reach < effects.size(); ++reach)
    all.gains.push_back(effect(reach, draw));
  for (std::size_t objective = 0; objective < passages.size(); ++objective)
    all.passages.push_back(passage(objective, draw));
  return all;
}

} // namespace deploy_plan::analysis
