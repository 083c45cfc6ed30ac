// How often segments compared cry wolf, and how often they see what is there.
#include "catch.hpp"
#include "property/comparison_truths.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("segments that an action does not change are seldom said to differ, whatever their dates have in "
          "common") {
  constexpr int trials = 200;
  const double tolerance = 3 * std::sqrt(0.05 * 0.95 / trials);
  for (const double rho : {0.0, 0.8}) {
    CHECK(false_alarms_of_comparison(8, 2, rho, 8, trials, 1) < 0.05 + tolerance);
    CHECK(false_alarms_of_comparison(8, 4, rho, 8, trials, 2) < 0.05 + tolerance);
    CHECK(false_alarms_of_comparison(30, 1, rho, 8, trials, 3) < 0.05 + tolerance);
  }
}

TEST_CASE("what an action adds lies in its interval as often as it says, and is seen where it is large") {
  constexpr int trials = 100;
  int covered = 0;
  int adopted = 0;
  for (int trial = 0; trial < trials; ++trial) {
    analysis::Random random(4, static_cast<std::uint64_t>(trial) + 1);
    Strategy strategy;
    strategy.actions.emplace_back();
    strategy.actions.front().test = drawn_comparison(random, 10, 4, 0.6, 8, 3);
    const auto read = read_trial(strategy, strategy.actions.front(), Date(std::chrono::year{2040} / 1 / 1));
    const auto& reading = std::get<ComparedReading>(read->reading);
    REQUIRE(reading.interval);
    covered += reading.interval->low <= 3 && 3 <= reading.interval->high ? 1 : 0;
    adopted += read->verdict == Verdict::adopt ? 1 : 0;
  }
  CHECK(covered >= 95 - 7);
  CHECK(adopted >= 70);
}
