// A plan over the uncertainty of what its actions give.
#include "analysis/plan_gains.hpp"
#include "analysis/sampling.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// Of an action whose effect varies: how its runs' value follows it.
struct Input {
  std::size_t action;
  Law law;
  double by_effect; ///< value of all its runs for one unit of effect, towards the target
  std::vector<double> drawn;
};

/// Beyond, a portfolio is told as a whole.
constexpr std::size_t most_objectives = 100;

std::vector<Input> inputs_of(const PlanModel& model, const Plan& plan) {
  std::vector<Input> inputs;
  for (std::size_t i = 0; i < plan.actions.size(); ++i) {
    const ModelAction& one = model.actions[i];
    if (plan.actions[i].runs == 0 || one.gain == 0 || !one.effect || !model.leads_to_wanted(one.objective))
      continue;
    const Law law = Law::of_run(*one.action, *one.effect);
    if (law.varies())
      inputs.push_back({i, law, plan.actions[i].value / one.effect->estimate.value, {}});
  }
  return inputs;
}

void tell(ObjectiveGain& gain, const std::vector<double>& drawn) {
  const auto [least, most] = std::minmax_element(drawn.begin(), drawn.end());
  if (*least == *most)
    return;
  gain.median = quantile_of(drawn, 0.5);
  gain.low = quantile_of(drawn, 0.05);
  gain.high = quantile_of(drawn, 0.95);
  if (gain.needed)
    gain.probability =
        static_cast<double>(std::count_if(drawn.begin(), drawn.end(),
                                          [&](double one) { return one >= *gain.needed * (1 - 1e-12); })) /
        static_cast<double>(drawn.size());
}
} // namespace

void simulate(const PlanModel& model, Plan& plan, std::size_t draws, std::uint64_t seed) {
  if (draws == 0)
    return;
  std::vector<double> values;
  for (const PlannedAction& one : plan.actions)
    values.push_back(one.value);
  std::vector<Input> inputs = inputs_of(model, plan);
  std::vector<std::size_t> told_objectives; // of the model, in the plan's order
  for (std::size_t i = 0; i < model.objectives.size(); ++i)
    if (model.objectives[i].leads)
      told_objectives.push_back(i);
  if (told_objectives.size() > most_objectives)
    told_objectives.clear();
  PlanGains gains(model);
  std::vector<double> results;
  results.reserve(draws);
  std::vector<std::vector<double>> of_objectives(told_objectives.size());
  std::size_t reached = 0;
  for (std::size_t draw = 0; draw < draws; ++draw) {
    Random random(seed, draw + 1);
    for (Input& input : inputs) {
      const double effect = input.law.draw(random);
      input.drawn.push_back(effect);
      values[input.action] = input.by_effect * effect;
    }
    const auto& all = gains.of(values);
    results.push_back(gains.value(all));
    reached += gains.reaches(all) ? 1 : 0;
    for (std::size_t i = 0; i < told_objectives.size(); ++i)
      of_objectives[i].push_back(all[told_objectives[i]]);
  }
  for (std::size_t i = 0; i < told_objectives.size(); ++i)
    tell(plan.objectives[i], of_objectives[i]);
  SimulatedPlan told{draws,
                     seed,
                     quantile_of(results, 0.5),
                     quantile_of(results, 0.05),
                     quantile_of(results, 0.95),
                     static_cast<double>(reached) / static_cast<double>(draws),
                     {}};
  const auto result_ranks = ranks(results);
  for (const Input& input : inputs)
    told.inputs.push_back({input.action, rank_correlation(ranks(input.drawn), result_ranks)});
  std::stable_sort(told.inputs.begin(), told.inputs.end(), [](const PlanInput& a, const PlanInput& b) {
    return std::abs(a.correlation) > std::abs(b.correlation);
  });
  plan.simulated = std::move(told);
}

} // namespace deploy_plan::analysis
