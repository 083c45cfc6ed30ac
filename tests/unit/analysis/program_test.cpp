// The program that is solved: its limits, and what passes down a funnel.
#include "plans.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("figures beyond what a solver bears are refused, not handed to it") {
  const auto result = planned(strategy_with({action("a", 1e300, 5, 2)}));
  REQUIRE_FALSE(result);
  CHECK(std::get<SolverFailed>(result.error()).why.en.find("10^15") != std::string_view::npos);
}

TEST_CASE("runs that nothing limits are asked about") {
  Strategy endless = strategy_with({action("a", 0, 5, std::nullopt)});
  endless.budget->days.reset();
  REQUIRE_FALSE(planned(endless));
  CHECK(std::get<UnlimitedRuns>(planned(endless).error()).action == endless.actions.front().id);
  // A budget of what it takes limits them.
  endless.budget->days = 7;
  CHECK(planned(endless)->actions[0].runs == 7);
}

TEST_CASE("a target reached upstream does not hold back what passes down, in a portfolio as alone") {
  for (const double target : {400.0, 105.0, 100.0, 60.0}) { // far, near, reached, passed
    const std::vector<Strategy> both{funnel(100, target), funnel(100, target)};
    const auto alone = plan({both.data(), 1}, day, {});
    const auto portfolio = plan(both, day, {});
    CAPTURE(target);
    REQUIRE(alone);
    REQUIRE(portfolio);
    CHECK(alone->value == 25);
    CHECK(portfolio->status == PlanStatus::optimal);
    CHECK(portfolio->value == Approx(2)); // 20 of 20 each, and 5 too many are no progress
    PlanOptions reach;
    reach.goal = PlanGoal::reach;
    reach.objectives = {"star"};
    CHECK(plan(both, day, reach)->full_cost == Approx(8 * 110));
  }
}

TEST_CASE("an action that is required may run, though nothing limits its runs and it gains nothing itself") {
  Action site = action("site", 10, 0, std::nullopt);
  site.effect.reset();
  Action talks = action("talks", 10, 50, 5);
  talks.requires_ = {"site"};
  const auto result = planned(strategy_with({site, talks}));
  REQUIRE(result);
  CHECK(result->value == 250);
  CHECK(result->actions[0].runs == 1);
  // Nor where its own objective has all that it needs.
  Strategy reached = strategy_with({site, talks});
  reached.objectives.push_back(objective("other", Stage::retention, "pupil", 20, 10));
  reached.actions[0].objective = "other";
  reached.actions[0].effect = Uncertain{5.0, {}, {}, {}, {}, {}, {}, {}, {}};
  PlanOptions reach;
  reach.goal = PlanGoal::reach;
  reach.objectives = {"star"};
  CHECK(planned(reached, reach)->actions[0].runs == 1);
}

TEST_CASE("runs without a maximum go as far as what they pass down is of use") {
  Strategy strategy = funnel(100, 60);
  strategy.actions[0].runs.reset();
  PlanOptions reach;
  reach.goal = PlanGoal::reach;
  reach.objectives = {"star"};
  const auto result = planned(strategy, reach);
  REQUIRE(result);
  CHECK(result->status == PlanStatus::optimal);
  CHECK(result->actions[0].runs == 4);
}

TEST_CASE("of many actions that exclude one another, one runs") {
  constexpr std::size_t many = 60;
  std::vector<Action> actions;
  for (std::size_t i = 0; i < many; ++i) {
    actions.push_back(action("a" + std::to_string(i), 100, 1 + static_cast<double>(i % 37), 3));
    for (std::size_t other = 0; other < i; ++other)
      actions.back().excludes.push_back("a" + std::to_string(other));
  }
  PlanOptions options;
  options.frontier = 0;
  options.draws = 0;
  const auto result = planned(strategy_with(std::move(actions)), options);
  REQUIRE(result);
  CHECK(result->status == PlanStatus::optimal);
  CHECK(result->value == 3 * 37);
}

TEST_CASE("what is proven the cheapest is: three programs that CBC's preprocessing called solved too soon") {
  const auto cheapest = [](const char* text) {
    Strategy strategy;
    (void)check(std::make_shared<const Source>("s.json", text), on_that_day(),
                [&](Strategy&& read) { strategy = std::move(read); });
    PlanOptions reach;
    reach.goal = PlanGoal::reach;
    reach.frontier = 0;
    reach.draws = 0;
    const auto result = plan({&strategy, 1}, day, reach);
    REQUIRE(result);
    CHECK(result->status == PlanStatus::optimal);
    return result->full_cost;
  };
  CHECK(
      cheapest(
          R"({"version": 1, "name": "t", "period": {"start": "2026-01-01", "end": "2026-12-31"}, "market": {"unit": "u", "addressable": 307, "addressed": 207, "target": 60}, "objectives": [{"id": "o0", "stage": "acquisition", "metric": {"name": "n", "unit": "v", "scale": "count", "kind": "performance"}, "target": {"value": 116, "by": "2026-12-31"}}], "north_star": {"objective": "o0"}, "budget": {"day_rate": 100, "money": 355}, "actions": [
    {"id": "a0", "lever": "relays", "objective": "o0", "effect": {"min": 1, "mode": 2, "max": 90}, "cost": {"money": 18, "days": 3}, "runs": {"max": 2}},
    {"id": "a1", "lever": "relays", "objective": "o0", "effect": 9, "cost": {"money": 104, "days": 0}, "runs": {"max": 4}},
    {"id": "a2", "lever": "relays", "objective": "o0", "effect": {"low": 6, "high": 36}, "cost": {"money": 222, "days": 2, "setup_money": 167, "setup_days": 2}, "runs": {"max": 4}},
    {"id": "a3", "lever": "relays", "objective": "o0", "effect": 38, "cost": {"money": 88, "days": 1}, "runs": {"max": 3}}]})") ==
      Approx(882));
  CHECK(
      cheapest(
          R"({"version": 1, "name": "t", "period": {"start": "2026-01-01", "end": "2026-12-31"}, "market": {"unit": "u", "addressable": 307, "addressed": 207, "target": 60}, "objectives": [{"id": "o0", "stage": "acquisition", "metric": {"name": "n", "unit": "v", "scale": "count", "kind": "performance"}, "target": {"value": 77, "by": "2026-12-31"}}], "north_star": {"objective": "o0"}, "budget": {"day_rate": 100, "money": 471}, "actions": [
    {"id": "a0", "lever": "relays", "objective": "o0", "effect": {"low": 28, "high": 81}, "cost": {"money": 133, "days": 3}, "runs": {"max": 1}},
    {"id": "a1", "lever": "relays", "objective": "o0", "effect": {"mean": 45, "sd": 7}, "cost": {"money": 212, "days": 2, "setup_money": 157, "setup_days": 4}, "runs": {"max": 4}},
    {"id": "a2", "lever": "relays", "objective": "o0", "effect": 64, "cost": {"money": 11, "days": 3, "setup_money": 255, "setup_days": 4}, "runs": {"max": 2}}]})") ==
      Approx(1277));
  CHECK(
      cheapest(
          R"({"version": 1, "name": "t", "period": {"start": "2026-01-01", "end": "2026-12-31"}, "market": {"unit": "u", "addressable": 307, "addressed": 207, "target": 60}, "objectives": [{"id": "o0", "stage": "acquisition", "metric": {"name": "n"}, "observations": [{"date": "2026-02-01", "value": 46}], "target": {"value": 123, "by": "2026-03-02"}}], "budget": {"day_rate": 100, "money": 779}, "actions": [
    {"id": "a0", "lever": "targeted_outreach", "objective": "o0"},
    {"id": "a1", "lever": "product", "objective": "o0", "effect": {"low": 16, "high": 44}, "cost": {"money": 16, "days": 1}, "runs": {"max": 3, "done": 1}},
    {"id": "a2", "lever": "sponsors", "objective": "o0", "effect": {"low": 34, "high": 66}, "cost": {"money": 196, "days": 6, "setup_money": 270, "setup_days": 5}, "runs": {"max": 3}}]})") ==
      Approx(1798));
}
