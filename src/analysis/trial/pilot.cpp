// A small perimeter against a threshold, before a wider one.
#include "analysis/trial/trials.hpp"
#include "deploy_plan/effect.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// At what the pilot's runs cost for each exposed.
std::optional<double> cost_at_scale(const TrialContext& context, const PilotReading& reading) {
  const auto cost = run_cost(context.action);
  if (!cost || !reading.scale_to)
    return std::nullopt;
  const auto runs = static_cast<double>(std::max<std::int64_t>(1, past_runs(context.action).count));
  const double each = cost->full(context.day_rate) * runs / static_cast<double>(reading.sample.exposed);
  const double all = each * static_cast<double>(*reading.scale_to);
  return std::isfinite(all) ? std::optional(all) : std::nullopt;
}

/// What the sizes ask: for the rise that counts, else for the rate that is seen.
std::optional<double> needed(const Trial& trial, const PilotReading& reading) {
  const double threshold = *reading.threshold;
  const double rate = trial.min_effect ? threshold + *trial.min_effect : reading.sample.rate();
  return binomial_size(threshold, std::min(rate, 1.0), trial.alpha, trial.power);
}

void judge(const TrialContext& context, Trial& trial, const PilotReading& reading) {
  const double threshold = *reading.threshold;
  const bool planned = trial.is_as_planned();
  const Interval& interval = planned ? reading.interval : reading.always_valid->interval;
  const double p_value = planned ? *reading.p_value : reading.always_valid->p_value;
  const auto until = [&](TrialReason reason, double size) {
    go_on(context, trial, reason, size,
          [&](double market) { return detectable_in_market(market, threshold, trial.alpha, trial.power); });
  };
  if (p_value <= trial.alpha)
    return decide(trial, Verdict::adopt, planned ? TrialReason::above_threshold : TrialReason::better_early);
  if (interval.high < threshold)
    return decide(trial, Verdict::drop, TrialReason::below_threshold);
  if (trial.looks == Looks::early)
    return until(TrialReason::size_not_reached, *trial.planned);
  const auto size = needed(trial, reading);
  if (planned && size && trial.min_effect && *size <= *trial.size)
    return decide(trial, Verdict::drop, TrialReason::no_gain);
  if (planned && reading.sample.rate() < threshold)
    return decide(trial, Verdict::drop, TrialReason::no_gain);
  if (size && *size > *trial.size && (planned || trial.min_effect))
    return until(TrialReason::not_precise, *size);
  planned ? cannot_tell(trial, TrialReason::unclear) : cannot_tell_so(trial);
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
  if (!is_possible(reading.sample))
    return cannot_tell(trial, TrialReason::impossible);
  reading.interval = clopper_pearson(reading.sample, 1 - trial.alpha);
  reading.cost_at_scale = cost_at_scale(context, reading);
  trial.looks = looks_of(trial);
  if (reading.threshold) {
    reading.p_value = above_threshold(reading.sample, *reading.threshold);
    reading.always_valid = always_valid_rate(reading.sample, *reading.threshold, trial.alpha);
    reading.detectable =
        detectable_above(*reading.threshold, reading.sample.exposed, trial.alpha, trial.power);
    judge(context, trial, reading);
  } else
    cannot_tell(trial, TrialReason::no_threshold);
  trial.reading = reading;
}

} // namespace deploy_plan::analysis
