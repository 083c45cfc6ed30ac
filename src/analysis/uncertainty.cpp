#include "deploy_plan/uncertainty.hpp"
#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace deploy_plan {
namespace {

std::optional<Estimate> finite(Estimate one) {
  const bool sound =
      std::isfinite(one.value) && std::isfinite(one.low.value_or(0)) && std::isfinite(one.high.value_or(0));
  return sound ? std::optional(one) : std::nullopt;
}

std::optional<Estimate> interval(double low, double high) {
  if (low > high)
    return std::nullopt;
  if (low <= 0)
    return finite({low / 2 + high / 2, low, high});
  const double mu = (std::log(low) + std::log(high)) / 2;
  const double sigma = (std::log(high) - std::log(low)) / (2 * z_90);
  return finite({std::exp(mu + sigma * sigma / 2), low, high});
}

std::optional<Estimate> pert(double min, double mode, double max) {
  if (min > mode || mode > max)
    return std::nullopt;
  const double range = max - min;
  const double mean = min + (4 * (mode - min) + range) / 6;
  if (range == 0)
    return Estimate{min, min, min};
  const boost::math::beta_distribution<> law(1 + 4 * (mode - min) / range, 1 + 4 * (max - mode) / range);
  return finite({mean, min + range * quantile(law, 0.05), min + range * quantile(law, 0.95)});
}

double runs_of(const Result& result) { return static_cast<double>(result.runs.value_or(1)); }

RunEffect measured(const std::vector<Result>& results, double runs) {
  double effect = 0;
  for (const Result& result : results)
    effect += result.effect;
  RunEffect found{{effect / runs, {}, {}}, std::nullopt, Basis::measured, false};
  const auto count = static_cast<double>(results.size());
  if (count < 2)
    return found;
  double squares = 0;
  for (const Result& result : results)
    squares += std::pow(result.effect - found.estimate.value * runs_of(result), 2);
  const double error = std::sqrt(squares / (count * (count - 1))) / (runs / count);
  const double margin = quantile(boost::math::students_t_distribution<>(count - 1), 0.95) * error;
  found.standard_error = error;
  found.estimate.low = found.estimate.value - margin;
  found.estimate.high = found.estimate.value + margin;
  return found;
}
/// Those gained by all the tested runs, with their 90 % interval.
Estimate gained(const AbReading& reading) {
  const Proportion& reference = reading.arms.front().sample;
  const Proportion& arm = reading.arms[reading.leading()].sample;
  const auto exposed = static_cast<double>(arm.exposed);
  const Interval interval = newcombe(reference, arm, 0.9);
  return {(arm.rate() - reference.rate()) * exposed, interval.low * exposed, interval.high * exposed};
}
Estimate gained(const PilotReading& reading) {
  const Interval interval = clopper_pearson(reading.sample, 0.9);
  const auto exposed = static_cast<double>(reading.sample.exposed);
  return {static_cast<double>(reading.sample.converted), interval.low * exposed, interval.high * exposed};
}
Estimate gained(const SequenceReading& reading) {
  return {reading.added, reading.added_interval.low, reading.added_interval.high};
}
Estimate gained(std::monostate) { return {}; }

std::optional<RunEffect> tested_effect(const Action& action, const Trial& trial) {
  const bool decided = trial.verdict == Verdict::adopt || trial.verdict == Verdict::drop;
  if (!decided)
    return std::nullopt;
  Estimate all = std::visit([](const auto& reading) { return gained(reading); }, trial.reading);
  const auto runs =
      static_cast<double>(action.runs ? std::max<std::int64_t>(1, action.runs->done.value_or(1)) : 1);
  all = {all.value / runs, *all.low / runs, *all.high / runs};
  return finite(all) ? std::optional(RunEffect{all, std::nullopt, Basis::measured, true}) : std::nullopt;
}
} // namespace

std::optional<Estimate> estimate(const Uncertain& number) {
  if (!number.origin.sound)
    return std::nullopt;
  if (number.value)
    return Estimate{*number.value, *number.value, *number.value};
  if (number.low && number.high)
    return interval(*number.low, *number.high);
  if (number.min && number.mode && number.max)
    return pert(*number.min, *number.mode, *number.max);
  if (number.mean && number.sd)
    return finite({*number.mean, *number.mean - z_90 * *number.sd, *number.mean + z_90 * *number.sd});
  return std::nullopt;
}

std::optional<RunEffect> run_effect(const Action& action, const Objective* objective, const Trial* trial) {
  double runs = 0;
  for (const Result& result : action.results)
    runs += runs_of(result);
  if (runs > 0) {
    const RunEffect found = measured(action.results, runs);
    return finite(found.estimate) ? std::optional(found) : std::nullopt;
  }
  const bool counts = objective == nullptr || objective->metric.scale != Scale::rate;
  if (const auto tested = trial != nullptr && counts ? tested_effect(action, *trial) : std::nullopt)
    return tested;
  const auto assumed = action.effect ? estimate(*action.effect) : std::nullopt;
  return assumed ? std::optional(RunEffect{*assumed, std::nullopt, Basis::assumed, false}) : std::nullopt;
}

std::optional<RunCost> run_cost(const Action& action) {
  RunCost cost;
  if (action.cost) {
    cost.setup_money = action.cost->setup_money.value_or(0);
    cost.setup_days = action.cost->setup_days.value_or(0);
    if (action.cost->money || action.cost->days) {
      cost.money = action.cost->money.value_or(0);
      cost.days = action.cost->days.value_or(0);
      return cost;
    }
  }
  double runs = 0;
  bool known = false;
  for (const Result& result : action.results) {
    runs += runs_of(result);
    cost.money += result.money.value_or(0);
    cost.days += result.days.value_or(0);
    known |= result.money || result.days;
  }
  if (known && runs > 0) {
    cost.money /= runs;
    cost.days /= runs;
    return cost;
  }
  // Something that is only set up costs nothing by the run.
  return action.cost && (action.cost->setup_money || action.cost->setup_days) ? std::optional(cost)
                                                                              : std::nullopt;
}

double day_rate(const Strategy& strategy) {
  return strategy.budget ? strategy.budget->day_rate.value_or(0) : 0;
}

} // namespace deploy_plan
