// Segments among which an action changes nothing, and how often a comparison of them says that it did: shared
// by the small run of the tests and the whole one of tests/bench.
#pragma once
#include "analysis/numbers/random.hpp"
#include "deploy_plan/trial.hpp"
#include <cmath>

namespace deploy_plan::test {

/// Of so many segments, the first ones begin in the middle of the dates, half of those one date later where
/// they are four or more; values of a segment follow an AR(1) around a level of its own. `effect` is added
/// from a segment's start on.
inline Test drawn_comparison(analysis::Random& random, int segments, int treated, double rho, int dates,
                             double effect = 0) {
  Test test;
  test.protocol = Protocol::comparison;
  test.planned_size = dates;
  const Date first = std::chrono::year{2024} / 1 / 1;
  const auto on = [&](int date) { return first + std::chrono::days(30 * date); };
  for (int i = 0; i < segments; ++i) {
    ComparedSegment segment;
    segment.segment = "s" + std::to_string(i);
    const int start = dates / 2 + (treated >= 4 && i < treated / 2 ? 1 : 0);
    if (i < treated)
      segment.from = on(start);
    segment.observations.emplace();
    const double level = 10 * random.normal();
    double error = random.normal();
    for (int date = 0; date < dates; ++date) {
      segment.observations->points.push_back(
          {on(date), level + error + (i < treated && date >= start ? effect : 0), {}});
      error = rho * error + std::sqrt(1 - rho * rho) * random.normal();
    }
    test.segments.push_back(std::move(segment));
  }
  return test;
}

/// The share of trials with a p-value of 0.05 or less, trends before agreeing or not.
inline double false_alarms_of_comparison(int segments, int treated, double rho, int dates, int trials,
                                         std::uint64_t seed) {
  int alarms = 0;
  for (int trial = 0; trial < trials; ++trial) {
    analysis::Random random(seed, static_cast<std::uint64_t>(trial) + 1);
    Strategy strategy;
    strategy.actions.emplace_back();
    strategy.actions.front().test = drawn_comparison(random, segments, treated, rho, dates);
    const auto read = read_trial(strategy, strategy.actions.front(), Date(std::chrono::year{2040} / 1 / 1));
    const auto* const reading = std::get_if<ComparedReading>(&read->reading);
    alarms += reading != nullptr && reading->p_value <= 0.05 ? 1 : 0;
  }
  return static_cast<double>(alarms) / trials;
}

} // namespace deploy_plan::test
