#include "deploy_plan/direction.hpp"
#include "deploy_plan/forecast.hpp"
#include "deploy_plan/plan.hpp"
#include "deploy_plan/ranking.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("every analysis takes the way that an objective goes from one place") {
  Strategy strategy = strategy_with("{}");
  strategy.objectives.resize(1);
  Objective& waiting = strategy.objectives[0];
  waiting.metric.scale = Scale::rate;
  waiting.metric.unit = "day";
  waiting.baseline.reset();
  waiting.target = {20, day + std::chrono::days{100}, {}, {}};
  waiting.observations->file.clear();
  waiting.observations->points.clear();
  for (int month = 0; month < 8; ++month)
    waiting.observations->points.push_back({day - std::chrono::days{30 * (8 - month)}, 80.0 - 5 * month, {}});
  strategy.north_star = NorthStar{waiting.id, {}, {}, {}};
  strategy.actions.resize(1);
  strategy.actions[0].objective = waiting.id;
  strategy.actions[0].effect = Uncertain{-3.0, {}, {}, {}, {}, {}, {}, {}, {}};
  strategy.actions[0].results.clear();
  const auto ways = [&] {
    const auto result = plan({&strategy, 1}, day, {});
    REQUIRE(result);
    const auto goal = forecast(strategy, day, {}).series.back().goals.back();
    return std::tuple(*gap(strategy, day).objectives[0].progress.gap > 0, result->value > 0,
                      rank(strategy, day).actions[0].unranked == Unranked::no,
                      goal.outlook.as_committed.probability > 0);
  };
  CHECK(direction_of(waiting, day) == -1); // by its first observation
  CHECK(ways() == std::tuple(true, true, true, true));
  waiting.baseline = Baseline{day - std::chrono::days{300}, 10, {}}; // it had risen, and must rise to 20
  CHECK(direction_of(waiting, day) == 1);
  CHECK(*gap(strategy, day).objectives[0].progress.gap < 0);
  CHECK(rank(strategy, day).actions[0].unranked == Unranked::without_effect);
  // What goes both ways may be lost again.
  CHECK(*forecast(strategy, day, {}).series.back().goals.back().outlook.as_committed.probability < 0.5);
  waiting.baseline.reset();
  waiting.metric.scale = Scale::count;
  CHECK(direction_of(waiting, day) == -1); // it was seen to fall
  waiting.observations->points.back().value = 90;
  CHECK(direction_of(waiting, day) == 1); // what is counted up was above its target from the first
  waiting.metric.scale = Scale::rate;
  CHECK(direction_of(waiting, day - std::chrono::days{1000}) == 1); // nothing is known that day
}
