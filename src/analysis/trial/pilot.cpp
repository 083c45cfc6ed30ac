// A small perimeter against a threshold, before a wider one.
#include "analysis/groups/cluster_arms.hpp"
#include "analysis/trial/trials.hpp"
#include "deploy_plan/effect.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// At what the pilot's runs took for each exposed; before any is counted, at the cost of one.
std::optional<double> cost_at_scale(const TrialContext& context, const PilotReading& reading) {
  const auto cost = run_cost(context.action);
  if (!cost || !reading.scale_to)
    return std::nullopt;
  const PastRuns past = past_runs(context.action);
  const double taken = past.count == 0 ? cost->full(context.day_rate)
                                       : past.all.money - past.of_setup.money +
                                             (past.all.days - past.of_setup.days) * context.day_rate;
  const double each = taken / static_cast<double>(reading.sample.exposed);
  const double all = each * static_cast<double>(*reading.scale_to);
  return std::isfinite(all) ? std::optional(all) : std::nullopt;
}

/// Of what a run takes nothing of, no result has anything to say.
CostSource source_of_cost(const Action& action) {
  const RunCost cost = run_cost(action).value_or(RunCost{});
  const PastRuns past = past_runs(action);
  bool any = false;
  bool all = past.count == past.in_results;
  for (const Result& result : action.results) {
    any |= result.money || result.days;
    all &= (result.money || cost.money == 0) && (result.days || cost.days == 0);
  }
  return !any ? CostSource::planned : all ? CostSource::results : CostSource::completed;
}

/// What the sizes ask: for the rise that counts, else for the rate that is seen.
std::optional<double> needed(const Trial& trial, const PilotReading& reading, const ClusterRates& rates) {
  const double threshold = *reading.threshold;
  const double rate = trial.min_effect ? threshold + *trial.min_effect : reading.rate();
  if (reading.clusters) {
    const auto clusters = clusters_to_tell_above(rates.variance, rate - threshold, trial.alpha, trial.power);
    return clusters ? std::optional(whole(*clusters * reading.clusters->mean_size)) : std::nullopt;
  }
  return binomial_size(threshold, std::min(rate, 1.0), trial.alpha, trial.power);
}

void judge(const TrialContext& context, Trial& trial, const PilotReading& reading,
           const ClusterRates& rates) {
  const double threshold = *reading.threshold;
  const bool planned = trial.is_as_planned();
  const Interval& interval = planned ? reading.interval : reading.always_valid->interval;
  const double p_value = planned ? *reading.p_value : reading.always_valid->p_value;
  const auto until = [&](TrialReason reason, double size) {
    go_on(context, trial, reason, size, [&](double market) {
      return reading.clusters
                 ? detectable_above_by_clusters(rates.variance, market / reading.clusters->mean_size,
                                                trial.alpha, trial.power)
                 : detectable_in_market(market, threshold, trial.alpha, trial.power);
    });
  };
  if (trial.min_effect && interval.high >= threshold && interval.high < threshold + *trial.min_effect)
    return decide(trial, Verdict::drop, TrialReason::too_small);
  if (p_value <= trial.alpha)
    return decide(trial, Verdict::adopt, planned ? TrialReason::above_threshold : TrialReason::better_early);
  if (interval.high < threshold)
    return decide(trial, Verdict::drop, TrialReason::below_threshold);
  if (trial.looks == Looks::early)
    return until(TrialReason::size_not_reached, *trial.planned);
  const auto size = needed(trial, reading, rates);
  if (planned && size && trial.min_effect && *size <= *trial.size)
    return decide(trial, Verdict::drop, TrialReason::no_gain);
  if (planned && reading.rate() < threshold)
    return decide(trial, Verdict::drop, TrialReason::no_gain);
  if (size && *size > *trial.size && (planned || trial.min_effect))
    return until(TrialReason::not_precise, *size);
  planned ? cannot_tell(trial, TrialReason::unclear) : cannot_tell_so(trial);
}

/// Where clusters were drawn, it is their rates that are read. False, with a verdict, where they do not tell.
bool read_rates(Trial& trial, PilotReading& reading, const std::vector<Proportion>& counts,
                const ClusterRates& rates) {
  reading.clusters = read_clusters({counts});
  reading.mean_rate = rates.mean;
  reading.interval = interval_of(rates, rates.variance, 1 - trial.alpha);
  const auto test = cluster_t_test_above(rates, reading.threshold.value_or(0.5), 1 - trial.alpha);
  if (!test) {
    cannot_tell(trial, TrialReason::too_few_clusters);
    return false;
  }
  reading.standard_error = test->standard_error;
  if (!reading.threshold)
    return true;
  reading.p_value = test->p_value;
  reading.always_valid = always_valid_clusters_above(rates, *reading.threshold, trial.alpha);
  reading.detectable = detectable_above_by_clusters(rates.variance, rates.clusters, trial.alpha, trial.power);
  return true;
}

void read_people(Trial& trial, PilotReading& reading) {
  reading.interval = clopper_pearson(reading.sample, 1 - trial.alpha);
  if (!reading.threshold)
    return;
  reading.p_value = above_threshold(reading.sample, *reading.threshold);
  reading.always_valid = always_valid_rate(reading.sample, *reading.threshold, trial.alpha);
  reading.detectable = detectable_above(*reading.threshold, reading.sample.exposed, trial.alpha, trial.power);
}
} // namespace

void read_pilot(const TrialContext& context, Trial& trial) {
  const Test& test = context.test;
  PilotReading reading;
  reading.threshold = test.threshold;
  reading.scale_to = test.scale_to;
  trial.size = static_cast<double>(test.exposed.value_or(0));
  if (test.exposed.value_or(0) == 0 || !test.converted)
    return not_begun(trial);
  reading.sample = {*test.exposed, *test.converted};
  const auto counts = test.clusters ? counts_of(*test.clusters) : std::vector<Proportion>();
  if (!reading.sample.is_possible() || !are_possible(counts))
    return cannot_tell(trial, TrialReason::impossible);
  const ClusterRates rates = cluster_rates(counts);
  reading.cost_at_scale = cost_at_scale(context, reading);
  reading.cost_source = source_of_cost(context.action);
  bool tells = true;
  if (test.clusters)
    tells = read_rates(trial, reading, counts, rates);
  else
    read_people(trial, reading);
  trial.looks = looks_of(trial, reading.clusters ? reading.clusters->mean_size / 2 : 0);
  if (tells && reading.threshold)
    judge(context, trial, reading, rates);
  else if (tells)
    cannot_tell(trial, TrialReason::no_threshold);
  trial.reading = reading;
}

} // namespace deploy_plan::analysis
