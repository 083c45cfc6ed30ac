// What a test that has decided says of a run.
#include "analysis/effect/evidence.hpp"
#include "analysis/effect/winner.hpp"
#include "analysis/numbers/distributions.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// What the tested runs showed, and what had to be shown for it to be kept.
struct Shown {
  Estimate gained;          ///< by all the tested runs
  double nothing = 0;       ///< what would not be kept
  double p_value = 1;       ///< that it is no more than that; of two sides
  double kept_below = 0;    ///< of such p-values
  double narrower = 1;      ///< what is always valid keeps an effect by so much of its distance from nothing
  double errors = 0;        ///< standard errors from nothing, where the p-value cannot tell how many
  std::vector<double> kept; ///< p-values of all arms that did as well as asked
};

/// The same interval at 90 %, from one at 1 - alpha.
Interval at_90(double value, const Interval& interval, double alpha, double degrees) {
  const double of_alpha =
      degrees > 0 ? student_upper_quantile(alpha / 2, degrees) : normal_upper_quantile(alpha / 2);
  const double of_90 = degrees > 0 ? student_upper_quantile(0.05, degrees) : z_90;
  const double share = of_90 / of_alpha;
  return {value - (value - interval.low) * share, value + (interval.high - value) * share};
}

/// How far from nothing the low end of what is always valid lies, as a part of the whole way.
double part(double low, double all) { return all > 0 ? std::clamp(low / all, 0.0, 1.0) : 0; }

Shown shown(const AbReading& reading, const Trial& trial) {
  const std::size_t best = reading.leading();
  const Proportion& reference = reading.arms.front().sample;
  const Proportion& arm = reading.arms[best].sample;
  const auto exposed = static_cast<double>(arm.exposed);
  const ReadComparison* one = nullptr;
  Shown all;
  all.kept_below = trial.alpha / static_cast<double>(std::max<std::size_t>(1, reading.comparisons.size()));
  for (const ReadComparison& each : reading.comparisons) {
    one = each.arm == best ? &each : one;
    if (each.p_value <= all.kept_below && each.difference > 0)
      all.kept.push_back(each.p_value);
  }
  const double difference =
      one != nullptr && reading.clusters ? one->difference : arm.rate() - reference.rate();
  const Interval interval = one != nullptr && reading.clusters
                                ? at_90(difference, one->interval, trial.alpha, one->degrees)
                                : newcombe(reference, arm, 0.9);
  all.gained = {difference * exposed, interval.low * exposed, interval.high * exposed};
  if (one == nullptr)
    return all;
  all.p_value = one->p_value;
  if (!trial.is_as_planned() && reference.rate() > 0 && one->always_valid.interval.low > 0)
    all.narrower =
        1 - part(std::log(one->always_valid.interval.low), std::log(arm.rate() / reference.rate()));
  return all;
}

Shown shown(const PilotReading& reading, const Trial& trial) {
  const auto exposed = static_cast<double>(reading.sample.exposed);
  const double rate = reading.rate();
  const Interval interval = reading.clusters
                                ? at_90(rate, reading.interval, trial.alpha,
                                        static_cast<double>(reading.clusters->clusters.front()) - 1)
                                : clopper_pearson(reading.sample, 0.9);
  Shown all;
  all.gained = {rate * exposed, interval.low * exposed, interval.high * exposed};
  all.nothing = reading.threshold.value_or(0) * exposed;
  all.p_value = std::min(1.0, 2 * reading.p_value.value_or(1));
  all.kept_below = 2 * trial.alpha;
  if (!trial.is_as_planned() && reading.always_valid)
    all.narrower = 1 - part(reading.always_valid->interval.low - reading.threshold.value_or(0),
                            rate - reading.threshold.value_or(0));
  return all;
}

Shown shown(const SequenceReading& reading, const Trial& trial) {
  Shown all;
  all.gained = {reading.added, reading.added_interval.low, reading.added_interval.high};
  if (reading.own >= reading.starts.size())
    return all;
  const ReadStart& own = reading.starts[reading.own];
  all.p_value = own.p_value;
  all.kept_below = trial.alpha;
  if (!trial.is_as_planned() && own.ratio > 1 && own.always_valid.interval.low > 0)
    all.narrower = 1 - part(std::log(own.always_valid.interval.low), std::log(own.ratio));
  return all;
}

Shown shown(const ComparedReading& reading, const Trial& trial) {
  Shown all;
  const Interval around =
      reading.added_interval.value_or(Interval{std::nan(""), std::nan("")}); // no law without one
  all.gained = {reading.added, around.low, around.high};
  all.p_value = reading.p_value;
  all.kept_below = trial.alpha;
  if (reading.standard_error && *reading.standard_error > 0) // few segments can be permuted in few ways
    all.errors = reading.effect / *reading.standard_error;
  return all;
}
Shown shown(std::monostate, const Trial&) {
  Shown all;
  all.gained = {0, std::nan(""), std::nan("")};
  return all;
}

/// In standard errors; of a test that shows any effect, however surely, some 37 at most.
double score_of(double p_value) { return normal_upper_quantile(std::clamp(p_value, 1e-300, 1.0) / 2); }

/// What a winner would show a second time.
Uncertain corrected(const Shown& all) {
  const double seen = std::max(score_of(all.p_value), all.errors);
  double effect = seen;
  if (all.kept.size() > 1) {
    std::vector<double> kept;
    for (const double p_value : all.kept)
      kept.push_back(score_of(p_value));
    effect = std::min(seen, best_of_kept(kept));
  }
  const double limit = std::max(score_of(all.kept_below), all.narrower < 1 ? seen * all.narrower : 0);
  const Interval interval = kept_interval(effect, std::min(limit, effect));
  const double down = (all.gained.value - *all.gained.low) / z_90;
  const double up = (*all.gained.high - all.gained.value) / z_90;
  const auto at = [&](double place) {
    return all.gained.value + (place - seen) * (place < seen ? down : up);
  };
  Uncertain law;
  law.low = at(interval.low);
  law.high = at(interval.high);
  return law;
}

bool is_whole(const Estimate& one) {
  return std::isfinite(one.value) && std::isfinite(*one.low) && std::isfinite(*one.high) &&
         *one.low <= one.value && one.value <= *one.high;
}
} // namespace

std::optional<RunEffect> tested_alone(const Action& action, const Trial& trial) {
  if (trial.verdict != Verdict::adopt && trial.verdict != Verdict::drop)
    return std::nullopt;
  const Shown all = std::visit([&](const auto& reading) { return shown(reading, trial); }, trial.reading);
  if (!is_whole(all.gained))
    return std::nullopt;
  Uncertain law;
  if (trial.verdict == Verdict::adopt && all.gained.value > all.nothing)
    law = corrected(all);
  else {
    law.mean = all.gained.value;
    law.sd = (*all.gained.high - *all.gained.low) / (2 * z_90);
  }
  const auto runs = static_cast<double>(std::max<std::int64_t>(1, past_runs(action).count));
  const double first = shares_of(action.decay.value_or(0), 0, runs).sum;
  for (std::optional<double>* const figure : {&law.low, &law.high, &law.mean, &law.sd})
    if (*figure)
      **figure /= first;
  auto effect = measured_effect(law, standard_deviation(law));
  if (!effect)
    return std::nullopt;
  effect->tested = true;
  effect->raw = Estimate{all.gained.value / first, *all.gained.low / first, *all.gained.high / first};
  return effect;
}

} // namespace deploy_plan::analysis
