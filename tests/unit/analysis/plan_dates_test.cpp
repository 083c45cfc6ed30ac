// Runs and the time that there is for them.
#include "plans.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("runs are spread over the time of actions that have dates") {
  Action dated = action("dated", 10, 5, 6);
  dated.start = day;
  dated.end = day + std::chrono::days{179};
  const auto result = planned(strategy_with({dated}));
  REQUIRE(result);
  std::int64_t runs = 0;
  for (const PlannedMonth& month : calendar(*result).months) {
    CHECK(month.runs[0] <= 2);
    runs += month.runs[0];
  }
  CHECK(runs == 6);
}

TEST_CASE("runs that cannot be done any more, or come too late, are not planned, and the plan says why") {
  const auto ahead = [](int days) { return day + std::chrono::days{days}; };
  Action over = action("over", 1, 50, 3);
  over.end = day;
  Action late = action("late", 1, 50, 3); // of a goal in 180 days
  late.start = ahead(180);
  Action soon = action("soon", 1, 50, 3);
  soon.start = ahead(179);
  Action waiting = action("waiting", 1, 50, 3);
  waiting.end = ahead(100);
  waiting.requires_ = {"soon"};
  Action now = action("now", 1, 50, 3);
  now.end = ahead(1);
  const auto result = planned(strategy_with({over, late, soon, waiting, now}));
  REQUIRE(result);
  const auto& actions = result->actions;
  CHECK(actions[0].reason == PlanReason::ended);
  CHECK(actions[1].reason == PlanReason::begins_too_late);
  CHECK(actions[2].runs == 3);
  CHECK(actions[3].reason == PlanReason::begins_too_late);
  CHECK(actions[4].runs == 3);
  PlanOptions options;
  options.fixed = {{"over", 1}};
  CHECK_FALSE(planned(strategy_with({over}), options));
}

TEST_CASE("a goal whose day has come is not planned for") {
  std::vector<Strategy> both{strategy_with({action("a", 1, 50, 3)}), strategy_with({action("b", 1, 50, 3)})};
  both[0].objectives[0].target.by = day;
  const auto alone = planned(both[0]);
  CHECK_FALSE(alone);
  CHECK(std::get<NothingToPlan>(alone.error()).objective == "star");
  const auto portfolio = plan(both, day, {});
  REQUIRE(portfolio);
  CHECK(portfolio->wanted == 1);
  CHECK(portfolio->actions[0].reason == PlanReason::goal_over);
  CHECK(portfolio->actions[1].runs > 0);
  // Of a stage above, its own day counts for nothing once only the star is planned for.
  Strategy passing = funnel(100, 400);
  passing.objectives[0].target.by = day - std::chrono::days{1};
  const auto passed = planned(passing);
  REQUIRE(passed);
  CHECK(passed->value == 25);
  CHECK_FALSE(passed->objectives[0].outlook);
}
