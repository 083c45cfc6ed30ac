// Series whose errors, season and effect are known, and how often a test by sequence errs on them.
#pragma once
#include "analysis/numbers/random.hpp"
#include "deploy_plan/trial.hpp"
#include "deploy_plan/trial_design.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace deploy_plan::test {

struct SequenceTruth {
  int steps = 24;
  double autocorrelation = 0;
  int days_a_step = 7;
  double season = 0;      ///< the amplitude of a yearly sine, in log counts
  double effect = 0;      ///< from the middle on, in log counts
  double mean = 60;       ///< of counts, before
  double deviation = 0.2; ///< of errors, in log counts, beside chance
  bool counted = true;    ///< whole counts drawn by chance around their mean; else just as they are
};

inline double counted_by_chance(analysis::Random& random, double mean) {
  const double drawn = random.uniform();
  double probability = std::exp(-mean);
  double below = probability;
  int count = 0;
  while (drawn > below && count < 100000)
    below += probability *= mean / ++count;
  return count;
}

/// A test whose series has so many counts, the action begun in the middle of the truth's.
inline deploy_plan::Test sequence_of(const SequenceTruth& truth, analysis::Random& random) {
  deploy_plan::Test test;
  test.protocol = Protocol::sequence;
  test.series.emplace();
  const double phase = 2 * std::numbers::pi * random.uniform();
  const double fresh = std::sqrt(1 - truth.autocorrelation * truth.autocorrelation);
  double error = random.normal();
  const Date first = std::chrono::year{2020} / 1 / 6;
  for (int step = 0; step < truth.steps; ++step) {
    const Date day = first + std::chrono::days{step * truth.days_a_step};
    if (step > 0)
      error = truth.autocorrelation * error + fresh * random.normal();
    const double angle = 2 * std::numbers::pi * step * truth.days_a_step / 365.25 + phase;
    const double mean = truth.mean * std::exp(truth.deviation * error + truth.season * std::sin(angle) +
                                              (2 * step >= truth.steps ? truth.effect : 0));
    test.series->points.push_back({day, truth.counted ? counted_by_chance(random, mean) : mean, {}});
    if (2 * step >= truth.steps && test.starts.empty())
      test.starts.push_back({day, "", {}});
  }
  return test;
}

inline Trial read_at_its_end(const deploy_plan::Test& test) {
  Strategy strategy;
  strategy.actions.emplace_back();
  strategy.actions.front().test = test;
  return *read_trial(strategy, strategy.actions.front(), test.series->points.back().date);
}

/// How often a series in which nothing happened is said to have moved, two-sided at 0.05.
inline double false_alarms_of_sequence(const SequenceTruth& truth, int trials, std::uint64_t seed) {
  int alarms = 0;
  for (int trial = 0; trial < trials; ++trial) {
    analysis::Random random(seed, static_cast<std::uint64_t>(trial));
    const Trial told = read_at_its_end(sequence_of(truth, random));
    const auto& reading = std::get<SequenceReading>(told.reading);
    alarms += !reading.fitted.empty() && reading.starts.front().p_value <= 0.05 ? 1 : 0;
  }
  return static_cast<double>(alarms) / trials;
}

/// How often a series is adopted at one of so many looks, spread evenly from the start on, no size planned.
inline double adopted_at_looks(const SequenceTruth& truth, int looks, int trials, std::uint64_t seed) {
  int adopted = 0;
  for (int trial = 0; trial < trials; ++trial) {
    analysis::Random random(seed, static_cast<std::uint64_t>(trial));
    const deploy_plan::Test whole = sequence_of(truth, random);
    bool once = false;
    for (int look = 1; look <= looks && !once; ++look) {
      deploy_plan::Test seen = whole;
      const int half = truth.steps / 2;
      seen.series->points.resize(static_cast<std::size_t>(half + (truth.steps - half) * look / looks));
      once = read_at_its_end(seen).verdict == Verdict::adopt;
    }
    adopted += once ? 1 : 0;
  }
  return static_cast<double>(adopted) / trials;
}

/// How often the effect that a design is made for is adopted at its size.
inline double power_of_sequence_design(const TrialWish& wish, int trials, std::uint64_t seed) {
  const auto design = design_trial(wish);
  if (!design)
    return 0;
  SequenceTruth truth;
  truth.steps = static_cast<int>(design->size);
  truth.autocorrelation = wish.autocorrelation;
  truth.days_a_step = std::max(1, static_cast<int>(std::lround(7 / wish.pace.value_or(1))));
  truth.effect = std::log1p(wish.effect);
  truth.mean = wish.baseline;
  truth.deviation = std::sqrt(std::max(1.0, wish.dispersion) / wish.baseline);
  truth.counted = false; // chance is in the deviation
  int adopted = 0;
  for (int trial = 0; trial < trials; ++trial) {
    analysis::Random random(seed, static_cast<std::uint64_t>(trial));
    deploy_plan::Test test = sequence_of(truth, random);
    test.planned_size = truth.steps;
    adopted += read_at_its_end(test).verdict == Verdict::adopt ? 1 : 0;
  }
  return static_cast<double>(adopted) / trials;
}

} // namespace deploy_plan::test
