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
} // namespace

std::optional<SimulatedPlan> simulated(const PlanModel& model, const Plan& plan, std::size_t draws,
                                       std::uint64_t seed) {
  std::vector<double> values;
  std::vector<Input> inputs;
  for (std::size_t i = 0; i < plan.actions.size(); ++i) {
    values.push_back(plan.actions[i].value);
    const ModelAction& one = model.actions[i];
    if (plan.actions[i].runs == 0 || one.gain == 0 || !one.effect || !model.leads_to_wanted(one.objective))
      continue;
    Law law = Law::of_run(*one.action, *one.effect);
    if (law.varies())
      inputs.push_back({i, law, plan.actions[i].value / one.effect->estimate.value, {}});
  }
  if (draws == 0)
    return std::nullopt;
  PlanGains gains(model);
  SimulatedPlan told{draws, seed, 0, 0, 0, 0, {}};
  std::vector<double> results;
  results.reserve(draws);
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
  }
  told.median = quantile_of(results, 0.5);
  told.low = quantile_of(results, 0.05);
  told.high = quantile_of(results, 0.95);
  told.probability = static_cast<double>(reached) / static_cast<double>(draws);
  for (const Input& input : inputs)
    told.inputs.push_back({input.action, rank_correlation(input.drawn, results)});
  std::stable_sort(told.inputs.begin(), told.inputs.end(), [](const PlanInput& a, const PlanInput& b) {
    return std::abs(a.correlation) > std::abs(b.correlation);
  });
  return told;
}

} // namespace deploy_plan::analysis
