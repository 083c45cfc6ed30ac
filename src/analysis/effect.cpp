#include "deploy_plan/effect.hpp"
#include "deploy_plan/statistics.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace {

bool is_finite(const Estimate& one) {
  return std::isfinite(one.value) && std::isfinite(one.low.value_or(0)) &&
         std::isfinite(one.high.value_or(0));
}

/// What runs in a row add, in effects of the first one: the sum of what each adds, and of their squares.
struct RunShares {
  double sum = 0, squares = 0;
};
RunShares shares_of(double decay, double before, double count) {
  const auto series = [&](double lost) { // (1 - lost)^before + … + (1 - lost)^(before + count - 1)
    return lost > 0 ? std::pow(1 - lost, before) * -std::expm1(count * std::log1p(-lost)) / lost : count;
  };
  const double lost = std::min(decay, 1.0);
  return {series(lost), series(lost * (2 - lost))};
}

/// What was thought of the effect before anything ran.
struct Prior {
  double mean = 0, deviation = 0;
  bool is_positive = false;
};
std::optional<Prior> prior_of(const Action& action) {
  const auto known = action.effect ? estimate(*action.effect) : std::nullopt;
  if (!known)
    return std::nullopt;
  const double told = standard_deviation(*action.effect);
  const double deviation = told > 0 ? told : variation_of(action) * std::abs(known->value);
  return deviation > 0 ? std::optional(Prior{known->value, deviation, *known->low > 0}) : std::nullopt;
}

/// The results of an action, in effects of its first run.
struct Measured {
  double mean = 0;
  double runs = 0;    ///< as many as would tell as much without decay
  double squares = 0; ///< of what results differ by from the mean, for one run
  double freedom = 0; ///< degrees of it
};
Measured measured(const Action& action) {
  std::vector<const Result*> results;
  for (const Result& result : action.results)
    results.push_back(&result);
  std::stable_sort(results.begin(), results.end(),
                   [](const Result* a, const Result* b) { return a->date < b->date; });
  const double decay = action.decay.value_or(0);
  Measured all;
  RunShares all_shares;
  double before = 0;
  std::vector<RunShares> each;
  for (const Result* result : results) {
    const auto count = static_cast<double>(runs_of(*result));
    each.push_back(shares_of(decay, before, count));
    before += count;
    all_shares.sum += each.back().sum;
    all_shares.squares += each.back().squares;
    all.mean += result->effect;
  }
  all.mean /= all_shares.sum;
  all.runs = all_shares.sum * all_shares.sum / all_shares.squares;
  for (std::size_t i = 0; i < results.size(); ++i)
    if (each[i].squares > 0)
      all.squares += std::pow(results[i]->effect - all.mean * each[i].sum, 2) / each[i].squares;
  all.freedom = static_cast<double>(results.size()) - 1;
  return all;
}

/// Lognormal where the mean is well above 0, so that no draw falls below; else normal. Nothing where that is
/// beyond what can be counted.
std::optional<RunEffect> effect_of(double mean, double deviation) {
  Uncertain law;
  if (deviation == 0)
    law.value = mean;
  else if (mean > deviation) {
    const double spread = std::log1p(std::pow(deviation / mean, 2));
    const double middle = std::log(mean) - spread / 2;
    law.low = std::exp(middle - z_90 * std::sqrt(spread));
    law.high = std::exp(middle + z_90 * std::sqrt(spread));
  } else {
    law.mean = mean;
    law.sd = deviation;
  }
  const auto told = estimate(law);
  return told ? std::optional(RunEffect{*told, law, deviation, Basis::measured, false}) : std::nullopt;
}

/// How much results say of the variation of runs, what is said of it before counting for as much as this many
/// of them.
constexpr double variation_weight = 4;

std::optional<RunEffect> updated(const std::optional<Prior>& prior, const Measured& seen, double variation) {
  const double scale = prior ? std::max(std::abs(prior->mean), prior->deviation) : std::abs(seen.mean);
  const double run_variance =
      (variation_weight * std::pow(variation * scale, 2) + seen.squares) / (variation_weight + seen.freedom);
  const double variance = run_variance / seen.runs;
  if (!prior)
    return effect_of(seen.mean, std::sqrt(variance));
  const double before = prior->deviation * prior->deviation;
  const double credibility = before / (before + variance);
  const double mean = prior->mean + credibility * (seen.mean - prior->mean);
  if (!prior->is_positive)
    return effect_of(mean, std::sqrt(before * (1 - credibility)));
  // Deviations are shares of the mean: they combine by their logarithms.
  const double shares = 1 / (1 / std::log1p(before / (prior->mean * prior->mean)) +
                             1 / std::log1p(variance / (prior->mean * prior->mean)));
  return effect_of(mean, std::max(prior->mean, mean) * std::sqrt(std::expm1(shares)));
}

/// By the rates of clusters, each counting as one.
Estimate gained_by_clusters(double rate, double standard_error, double degrees, const Proportion& sample) {
  const double margin = student_quantile(0.95, degrees) * standard_error;
  const auto exposed = static_cast<double>(sample.exposed);
  return {rate * exposed, (rate - margin) * exposed, (rate + margin) * exposed};
}
Estimate gained_by_clusters(const AbReading& reading) {
  for (const ReadComparison& one : reading.comparisons)
    if (one.arm == reading.leading() && one.degrees > 0)
      return gained_by_clusters(one.difference, one.standard_error, one.degrees,
                                reading.arms[one.arm].sample);
  return {0, 0, 0};
}

/// Those gained by all the tested runs, with their 90 % interval.
Estimate gained(const AbReading& reading) {
  if (reading.clusters)
    return gained_by_clusters(reading);
  const Proportion& reference = reading.arms.front().sample;
  const Proportion& arm = reading.arms[reading.leading()].sample;
  const auto exposed = static_cast<double>(arm.exposed);
  const Interval interval = newcombe(reference, arm, 0.9);
  return {(arm.rate() - reference.rate()) * exposed, interval.low * exposed, interval.high * exposed};
}
Estimate gained(const PilotReading& reading) {
  if (reading.clusters && reading.standard_error > 0)
    return gained_by_clusters(reading.rate(), reading.standard_error,
                              static_cast<double>(reading.clusters->clusters.front()) - 1, reading.sample);
  const Interval interval = clopper_pearson(reading.sample, 0.9);
  const auto exposed = static_cast<double>(reading.sample.exposed);
  return {static_cast<double>(reading.sample.converted), interval.low * exposed, interval.high * exposed};
}
Estimate gained(const SequenceReading& reading) {
  return {reading.added, reading.added_interval.low, reading.added_interval.high};
}
Estimate gained(const ComparedReading& reading) {
  const Interval interval = reading.added_interval.value_or(Interval{reading.added, reading.added});
  return {reading.added, interval.low, interval.high};
}
Estimate gained(std::monostate) { return {}; }

std::optional<RunEffect> tested_effect(const Action& action, const Trial& trial) {
  const bool decided = trial.verdict == Verdict::adopt || trial.verdict == Verdict::drop;
  if (!decided)
    return std::nullopt;
  Estimate all = std::visit([](const auto& reading) { return gained(reading); }, trial.reading);
  const auto runs = static_cast<double>(std::max<std::int64_t>(1, past_runs(action).count));
  const double first = shares_of(action.decay.value_or(0), 0, runs).sum;
  all = {all.value / first, *all.low / first, *all.high / first};
  if (!is_finite(all))
    return std::nullopt;
  Uncertain law;
  law.mean = all.value;
  law.sd = (*all.high - *all.low) / (2 * z_90);
  return RunEffect{all, law, std::nullopt, Basis::measured, true};
}

/// Of what results tell, for one run; nothing where none tells it.
std::optional<double> told_by_run(const Action& action, std::optional<double> Result::*what) {
  double all = 0;
  double runs = 0;
  for (const Result& result : action.results)
    if (result.*what) {
      all += *(result.*what);
      runs += static_cast<double>(runs_of(result));
    }
  return runs > 0 ? std::optional(all / runs) : std::nullopt;
}
} // namespace

std::int64_t runs_of(const Result& result) { return std::max<std::int64_t>(1, result.runs.value_or(1)); }

std::chrono::days delay_of(const Action& action) {
  constexpr std::int64_t longest = 36525; // a century
  return std::chrono::days{std::clamp<std::int64_t>(action.delay_days.value_or(0), 0, longest)};
}

double variation_of(const Action& action) { return action.variation.value_or(usual_variation); }

std::optional<RunEffect> run_effect(const Action& action, const Objective* objective, const Trial* trial) {
  if (!action.results.empty())
    return updated(prior_of(action), measured(action), variation_of(action));
  const bool counts = objective == nullptr || objective->metric.scale != Scale::rate;
  if (const auto tested = trial != nullptr && counts ? tested_effect(action, *trial) : std::nullopt)
    return tested;
  const auto assumed = action.effect ? estimate(*action.effect) : std::nullopt;
  return assumed ? std::optional(RunEffect{*assumed, *action.effect, std::nullopt, Basis::assumed, false})
                 : std::nullopt;
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
  const auto money = told_by_run(action, &Result::money);
  const auto days = told_by_run(action, &Result::days);
  cost.money = money.value_or(0);
  cost.days = days.value_or(0);
  // Something that is only set up costs nothing by the run.
  const bool is_known =
      money || days || (action.cost && (action.cost->setup_money || action.cost->setup_days));
  return is_known ? std::optional(cost) : std::nullopt;
}

PastRuns past_runs(const Action& action) {
  const RunCost cost = run_cost(action).value_or(RunCost{});
  PastRuns past;
  for (const Result& result : action.results) {
    const std::int64_t runs = runs_of(result);
    const auto count = static_cast<double>(runs);
    past.in_results += runs;
    past.money_of_results += result.money.value_or(cost.money * count);
    past.days_of_results += result.days.value_or(cost.days * count);
  }
  past.count = std::max(past.in_results, action.runs ? action.runs->done.value_or(0) : 0);
  const auto others = static_cast<double>(past.count - past.in_results);
  const double once = past.count > 0 ? 1 : 0;
  past.money = past.money_of_results + cost.money * others + cost.setup_money * once;
  past.days = past.days_of_results + cost.days * others + cost.setup_days * once;
  return past;
}

std::vector<std::string> segments_of(const Action& action) {
  if (action.segments.empty())
    return {action.segment};
  std::vector<std::string> all;
  for (const ActionSegment& one : action.segments)
    all.push_back(one.segment);
  return all;
}

Action run_in(const Action& action, std::string_view segment) {
  if (action.segments.empty())
    return action;
  Action one = action;
  one.segment = segment;
  one.segments.clear();
  for (const ActionSegment& there : action.segments)
    if (there.segment == segment && there.effect)
      one.effect = there.effect;
  std::int64_t elsewhere = 0;
  std::erase_if(one.results, [&](const Result& result) {
    const bool is_elsewhere = !result.segment.empty() && result.segment != segment;
    elsewhere += is_elsewhere ? runs_of(result) : 0;
    return is_elsewhere;
  });
  if (one.runs && one.runs->done)
    one.runs->done = std::max<std::int64_t>(0, *one.runs->done - elsewhere);
  return one;
}

double day_rate(const Strategy& strategy) {
  return strategy.budget ? strategy.budget->day_rate.value_or(0) : 0;
}

} // namespace deploy_plan
