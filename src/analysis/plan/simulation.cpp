// A plan over the uncertainty of what its actions give.
#include "analysis/numbers/sampling.hpp"
#include "analysis/plan/gains.hpp"
#include "source/in_order.hpp"
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

/// One thread's work at a time, in draws.
constexpr std::size_t draws_a_chunk = 2048;

std::vector<Input> inputs_of(const PlanModel& model, const Plan& plan) {
  std::vector<Input> inputs;
  for (std::size_t i = 0; i < plan.actions.size(); ++i) {
    const ModelAction& one = model.actions[i];
    if (plan.actions[i].runs == 0 || one.gain == 0 || !one.effect || !model.leads_to_wanted(one.objective))
      continue;
    const Law law(one.effect->law);
    if (law.varies())
      inputs.push_back({i, law, plan.actions[i].value / one.effect->estimate.value, {}});
  }
  return inputs;
}

void tell(ObjectiveGain& gain, const std::vector<double>& drawn, bool is_over) {
  const auto [least, most] = std::minmax_element(drawn.begin(), drawn.end());
  if (*least == *most)
    return;
  const DrawSummary summary = summary_of(drawn);
  gain.median = summary.median;
  gain.low = summary.low;
  gain.high = summary.high;
  if (gain.needed && !is_over)
    gain.probability = share_of(drawn, [&](double one) { return is_enough(one, *gain.needed); });
}
/// Of the model, in the plan's order.
std::vector<std::size_t> told_objectives(const PlanModel& model) {
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < model.objectives.size(); ++i)
    if (model.objectives[i].leads)
      all.push_back(i);
  return all.size() > most_objectives ? std::vector<std::size_t>() : all;
}

/// What the plan gives, draw by draw: a draw depends on the seed and its number alone.
class Draws {
public:
  Draws(const PlanModel& model, const Plan& plan, std::size_t draws, std::uint64_t seed)
      : inputs(inputs_of(model, plan)), objectives(told_objectives(model)), results(draws),
        of_objectives(objectives.size(), std::vector<double>(draws)), model_(model), seed_(seed) {
    for (const PlannedAction& one : plan.actions)
      means_.push_back(one.value);
    for (Input& input : inputs)
      input.drawn.resize(draws);
  }

  std::vector<Input> inputs;
  std::vector<std::size_t> objectives;
  std::vector<double> results;
  std::vector<std::vector<double>> of_objectives;
  std::size_t reached = 0;

  void run(unsigned threads) {
    const std::size_t chunks = (results.size() + draws_a_chunk - 1) / draws_a_chunk;
    source::in_order(
        chunks, threads,
        [&](std::size_t chunk) {
          const std::size_t begin = chunk * draws_a_chunk;
          return run(begin, std::min(begin + draws_a_chunk, results.size()));
        },
        [&](std::size_t reaching) { reached += reaching; });
  }

private:
  const PlanModel& model_;
  const std::uint64_t seed_;
  std::vector<double> means_;

  /// Gives how many of them reach what is wanted.
  std::size_t run(std::size_t begin, std::size_t end) {
    PlanGains gains(model_);
    std::vector<double> values = means_;
    std::size_t reaching = 0;
    for (std::size_t draw = begin; draw < end; ++draw) {
      Random random(seed_, draw + 1);
      for (Input& input : inputs) {
        input.drawn[draw] = input.law.draw(random);
        values[input.action] = input.by_effect * input.drawn[draw];
      }
      const auto& all = gains.of(values);
      results[draw] = gains.value(all);
      reaching += gains.reaches(all) ? 1 : 0;
      for (std::size_t i = 0; i < objectives.size(); ++i)
        of_objectives[i][draw] = all[objectives[i]];
    }
    return reaching;
  }
};

/// What moves the result most, the most first.
std::vector<PlanInput> ranked_inputs(const Draws& drawn, unsigned threads) {
  std::vector<PlanInput> told;
  const auto result_ranks = ranks(drawn.results);
  source::in_order(
      drawn.inputs.size(), threads,
      [&](std::size_t input) { return rank_correlation(ranks(drawn.inputs[input].drawn), result_ranks); },
      [&](double correlation) {
        told.push_back({drawn.inputs[told.size()].action, correlation});
      });
  std::stable_sort(told.begin(), told.end(), [](const PlanInput& a, const PlanInput& b) {
    return std::abs(a.correlation) > std::abs(b.correlation);
  });
  return told;
}
} // namespace

void simulate(const PlanModel& model, Plan& plan, const Simulated& how) {
  if (how.draws == 0)
    return;
  Draws drawn(model, plan, how.draws, how.seed);
  drawn.run(how.threads);
  for (std::size_t i = 0; i < drawn.objectives.size(); ++i)
    tell(plan.objectives[i], drawn.of_objectives[i],
         model.objectives[drawn.objectives[i]].objective->target.by <= model.day);
  const DrawSummary value = summary_of(drawn.results);
  plan.simulated = {how.draws,
                    how.seed,
                    value.median,
                    value.low,
                    value.high,
                    static_cast<double>(drawn.reached) / static_cast<double>(how.draws),
                    ranked_inputs(drawn, how.threads)};
}

} // namespace deploy_plan::analysis
