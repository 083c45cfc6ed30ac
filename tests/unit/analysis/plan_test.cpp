// What a plan says beside its runs: failures, reasons, calendar, limits.
#include "deploy_plan/gap.hpp"
#include "deploy_plan/plan.hpp"
#include "examples.hpp"
#include "golden/golden.hpp"
#include <cmath>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Strategy strategy_with(std::vector<Action> actions) {
  Strategy strategy;
  strategy.name = "s";
  strategy.period = {day, day + std::chrono::days{180}, {}};
  Objective objective;
  objective.id = "star";
  objective.metric.unit = "visit";
  objective.target = {100, day + std::chrono::days{180}, {}};
  strategy.objectives = {objective};
  strategy.north_star = NorthStar{"star", {}, {}, {}};
  strategy.budget = Budget{1000.0, 20.0, 100.0, "", {}};
  strategy.actions = std::move(actions);
  return strategy;
}

Action action(const std::string& id, double money, double effect, std::optional<std::int64_t> most) {
  Action one;
  one.id = id;
  one.objective = "star";
  one.cost = Cost{money, 1.0, {}, {}, {}};
  one.runs = Runs{{}, most, {}, {}};
  Uncertain number;
  number.value = effect;
  one.effect = number;
  return one;
}

PlanResult planned(const Strategy& strategy, PlanOptions options = {}) {
  return plan({&strategy, 1}, day, options);
}
} // namespace

TEST_CASE("figures beyond what a solver bears are refused, not handed to it") {
  const auto result = planned(strategy_with({action("a", 1e300, 5, 2)}));
  REQUIRE(result.failure);
  CHECK(result.failure->in(Language::english).find("10^15") != std::string::npos);
}

TEST_CASE("runs that nothing limits are asked about") {
  Strategy endless = strategy_with({action("a", 0, 5, std::nullopt)});
  endless.budget->days.reset();
  REQUIRE(planned(endless).failure);
  CHECK(planned(endless).failure->in(Language::english).find("runs.max") != std::string::npos);
  // A budget of what it takes limits them.
  endless.budget->days = 7;
  CHECK(planned(endless).plan->actions[0].runs == 7);
}

TEST_CASE("a strategy without a North Star is asked what to plan for") {
  Strategy without = strategy_with({action("a", 1, 5, 2)});
  without.north_star.reset();
  REQUIRE(planned(without).failure);
  PlanOptions options;
  options.objectives = {"star"};
  CHECK(planned(without, options).plan->value == 10);
}

TEST_CASE("each action says why it has no run more") {
  Action fading = action("fading", 300, 9, 3);
  fading.decay = 0.9;
  Action stopped = action("stopped", 1, 50, 3);
  stopped.status = Status::stopped;
  Action rival = action("rival", 300, 5, 1);
  rival.excludes = {"best"};
  const auto result = planned(
      strategy_with({action("best", 300, 20, 2), fading, stopped, rival, action("dear", 5000, 99, 1)}));
  REQUIRE(result.plan);
  const auto& actions = result.plan->actions;
  CHECK(actions[0].reason == PlanReason::at_most);
  CHECK(actions[1].runs == 1);
  CHECK(actions[1].reason == PlanReason::beyond_decay);
  CHECK(actions[2].reason == PlanReason::stopped);
  CHECK(actions[3].reason == PlanReason::excluded);
  CHECK(actions[3].because_of == "best");
  CHECK(actions[4].reason == PlanReason::over_money);
  CHECK(result.plan->money_budget.binds);
  CHECK_FALSE(result.plan->days_budget.binds);
}

TEST_CASE("the conflict of an infeasible plan is a smallest one") {
  Strategy strategy = strategy_with({action("a", 10, 1, 5), action("b", 600, 1, 5)});
  strategy.actions[0].runs->min = 1;
  strategy.actions[1].runs->min = 2; // 1 200 of 1 000
  const auto result = planned(strategy);
  REQUIRE(result.plan);
  CHECK(result.plan->status == PlanStatus::infeasible);
  std::vector<std::string> words;
  for (const PlanLimit& limit : result.plan->conflicts)
    words.push_back(limit.words.in(Language::english));
  CHECK(words == std::vector<std::string>{"at least 2 runs of b", "the budget of €1,000"});
}

TEST_CASE("runs are spread over the time of actions that have dates") {
  Action dated = action("dated", 10, 5, 6);
  dated.start = day;
  dated.end = day + std::chrono::days{179};
  const auto result = planned(strategy_with({dated}));
  REQUIRE(result.plan);
  std::int64_t runs = 0;
  for (const PlannedMonth& month : result.plan->calendar.months) {
    CHECK(month.runs[0] <= 2);
    runs += month.runs[0];
  }
  CHECK(runs == 6);
}

TEST_CASE("a market that is full has a plan: nothing") {
  Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  for (const double covered : {11999.0, 12000.0, 34000.0}) {
    strategy.market.penetrated->observations->points = {{day, covered, {}}};
    PlanOptions options;
    options.frontier = 0;
    const auto result = plan({&strategy, 1}, day, options);
    REQUIRE(result.plan);
    CHECK(result.plan->value <= std::max(0.0, 12000 - covered) + 1e-9);
  }
}

namespace {

Objective objective(const std::string& id, Stage stage, const std::string& unit, double current,
                    double target) {
  Objective one;
  one.id = id;
  one.stage = stage;
  one.metric.unit = unit;
  one.metric.scale = Scale::count;
  one.baseline = Baseline{day - std::chrono::days{90}, 0, {}};
  one.target = {target, day + std::chrono::days{180}, {}};
  one.observations = Series{{{day - std::chrono::days{1}, current, {}}}, "", "", {}};
  return one;
}

/// Visits pass to the star at half their number.
Strategy funnel(double visits, double visits_target) {
  Strategy strategy = strategy_with({action("a", 10, 10, 5)});
  strategy.objectives = {objective("visits", Stage::acquisition, "visit", visits, visits_target),
                         objective("star", Stage::activation, "account", visits / 2, visits / 2 + 20)};
  strategy.actions[0].objective = "visits";
  return strategy;
}
} // namespace

TEST_CASE("a target reached upstream does not hold back what passes down, in a portfolio as alone") {
  for (const double target : {400.0, 105.0, 100.0, 60.0}) { // far, near, reached, passed
    const std::vector<Strategy> both{funnel(100, target), funnel(100, target)};
    const auto alone = plan({both.data(), 1}, day, {});
    const auto portfolio = plan(both, day, {});
    CAPTURE(target);
    REQUIRE(alone.plan);
    REQUIRE(portfolio.plan);
    CHECK(alone.plan->value == 25);
    CHECK(portfolio.plan->status == PlanStatus::optimal);
    CHECK(portfolio.plan->value == Approx(2)); // 20 of 20 each, and 5 too many are no progress
    PlanOptions reach;
    reach.goal = PlanGoal::reach;
    reach.objectives = {"star"};
    CHECK(plan(both, day, reach).plan->full_cost == Approx(8 * 110));
  }
}

TEST_CASE("an action that is required may run, though nothing limits its runs and it gains nothing itself") {
  Action site = action("site", 10, 0, std::nullopt);
  site.effect.reset();
  Action talks = action("talks", 10, 50, 5);
  talks.requires_ = {"site"};
  const auto result = planned(strategy_with({site, talks}));
  REQUIRE(result.plan);
  CHECK(result.plan->value == 250);
  CHECK(result.plan->actions[0].runs == 1);
  // Nor where its own objective has all that it needs.
  Strategy reached = strategy_with({site, talks});
  reached.objectives.push_back(objective("other", Stage::retention, "pupil", 20, 10));
  reached.actions[0].objective = "other";
  reached.actions[0].effect = Uncertain{5.0, {}, {}, {}, {}, {}, {}, {}, {}};
  PlanOptions reach;
  reach.goal = PlanGoal::reach;
  reach.objectives = {"star"};
  CHECK(planned(reached, reach).plan->actions[0].runs == 1);
}

TEST_CASE("runs without a maximum go as far as what they pass down is of use") {
  Strategy strategy = funnel(100, 60);
  strategy.actions[0].runs.reset();
  PlanOptions reach;
  reach.goal = PlanGoal::reach;
  reach.objectives = {"star"};
  const auto result = planned(strategy, reach);
  REQUIRE(result.plan);
  CHECK(result.plan->status == PlanStatus::optimal);
  CHECK(result.plan->actions[0].runs == 4);
}

TEST_CASE("what is spent is one figure in gap and plan, and results without runs done count as done") {
  Action one = action("a", 100, 10, 9);
  one.decay = 0.5;
  one.results = {{day - std::chrono::days{9}, 2, 40.0, 3.0, 15, {}}}; // 10, then 5
  const Strategy strategy = strategy_with({one});
  const auto result = planned(strategy);
  REQUIRE(result.plan);
  CHECK(result.plan->actions[0].done == 2);
  CHECK(result.plan->money_budget.spent_before == 40);
  CHECK(result.plan->days_budget.spent_before == 3);
  CHECK(result.plan->actions[0].value == Approx(5 * (1 - std::pow(0.5, 7)))); // the third gives 2.5
  const auto gaps = gap(strategy, day);
  CHECK(gaps.levers[0].full_cost == 40 + 3 * 100);
}

TEST_CASE("a plan on one result is not certain") {
  Action one = action("a", 100, 10, 1);
  one.results = {{day - std::chrono::days{9}, 1, 100.0, 1.0, 12, {}}};
  one.runs->max = 4;
  one.effect.reset();
  const auto result = planned(strategy_with({one}));
  REQUIRE(result.plan);
  CHECK(result.plan->simulated->low < result.plan->value);
  CHECK(result.plan->simulated->high > result.plan->value);
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
  REQUIRE(result.plan);
  const auto& actions = result.plan->actions;
  CHECK(actions[0].reason == PlanReason::ended);
  CHECK(actions[1].reason == PlanReason::begins_too_late);
  CHECK(actions[2].runs == 3);
  CHECK(actions[3].reason == PlanReason::begins_too_late);
  CHECK(actions[4].runs == 3);
  PlanOptions options;
  options.fixed = {{"over", 1}};
  CHECK(planned(strategy_with({over}), options).failure);
}

TEST_CASE("a goal whose day has come is not planned for") {
  std::vector<Strategy> both{strategy_with({action("a", 1, 50, 3)}), strategy_with({action("b", 1, 50, 3)})};
  both[0].objectives[0].target.by = day;
  const auto alone = planned(both[0]);
  CHECK_FALSE(alone.plan);
  CHECK(alone.failure->in(Language::french).find("échéance de star") != std::string::npos);
  const auto portfolio = plan(both, day, {});
  REQUIRE(portfolio.plan);
  CHECK(portfolio.plan->wanted == 1);
  CHECK(portfolio.plan->actions[0].reason == PlanReason::goal_over);
  CHECK(portfolio.plan->actions[1].runs > 0);
  // Of a stage above, its own day counts for nothing once only the star is planned for.
  Strategy passing = funnel(100, 400);
  passing.objectives[0].target.by = day - std::chrono::days{1};
  const auto passed = planned(passing);
  REQUIRE(passed.plan);
  CHECK(passed.plan->value == 25);
  CHECK_FALSE(passed.plan->objectives[0].probability);
}

TEST_CASE(
    "a segment of which nobody counted who is covered can absorb what it addresses, and the plan says so") {
  Strategy strategy = strategy_with({action("a", 10, 100, 10)});
  strategy.market.unit = "visit";
  strategy.market.addressed = Tier{5000, {}, "", "", {}, {}};
  strategy.market.penetrated = Tier{0, {}, "", "", {}, {}};
  Segment rural;
  rural.id = "rural";
  rural.addressed = Tier{80, {}, "", "", {}, {}};
  strategy.market.segments = {rural};
  strategy.objectives[0].metric.scale = Scale::count;
  strategy.actions[0].segment = "rural";
  const auto result = planned(strategy);
  REQUIRE(result.plan);
  CHECK(result.plan->value == 80);
  REQUIRE(result.plan->uncounted.size() == 1);
  CHECK(result.plan->actions[0].reason == PlanReason::market_full); // why it has no run more
  CHECK(result.plan->uncounted[0].segment == "rural");
  CHECK(result.plan->uncounted[0].addressed == 80);
}

TEST_CASE(
    "a plan that must be sure takes what is certain where that is cheaper, and only then what is risky") {
  Action certain = action("certain", 100, 50, 2); // two of them make the target
  Action risky = action("risky", 300, 0, 1);      // by the mean one is enough
  risky.effect = Uncertain{};
  risky.effect->low = 60;
  risky.effect->high = 250;
  PlanOptions options;
  options.goal = PlanGoal::reach;
  options.frontier = 0;
  options.confidence = 0.5;
  const auto of = [&](std::vector<Action> actions) {
    for (Action& one : actions)
      one.cost->days = 0;
    return planned(strategy_with(std::move(actions)), options);
  };
  const auto cheap = of({risky, certain});
  REQUIRE(cheap.plan);
  CHECK(cheap.plan->full_cost == 200);
  CHECK(cheap.plan->simulated->probability == 1);
  CHECK(cheap.plan->unfinished.empty());
  options.confidence = 0.99;
  risky.cost->money = 50; // cheaper, and less sure, even with a certain run beside it
  const auto sure = of({risky, certain});
  REQUIRE(sure.plan);
  CHECK(sure.plan->full_cost == 200);
  CHECK(sure.plan->actions[0].runs == 0);
  CHECK(sure.plan->simulated->probability == 1);
  options.confidence = 0.5;
  CHECK(of({risky, certain}).plan->actions[0].runs == 1);
}

TEST_CASE(
    "certain effects reach a target surely or not at all, even where shares and sums do not come out even") {
  Strategy strategy = strategy_with({action("a", 100, 0.1, 3), action("b", 100, 0.2, 3)});
  strategy.objectives.push_back(strategy.objectives[0]);
  strategy.objectives[0].target.value = 0.3;
  strategy.objectives[1].id = "other";
  strategy.objectives[1].target.value = 0.6;
  strategy.actions[1].objective = "other";
  PlanOptions options;
  options.goal = PlanGoal::reach;
  options.frontier = 0;
  options.confidence = 0.5;
  strategy.budget->day_rate = 0;
  const auto reached = planned(strategy, options);
  REQUIRE(reached.plan);
  CHECK(reached.plan->status == PlanStatus::optimal);
  CHECK(reached.plan->full_cost == 600);
  CHECK(reached.plan->simulated->probability == 1);
  strategy.budget->money = 599;
  const auto missed = planned(strategy, options);
  REQUIRE(missed.plan);
  CHECK(missed.plan->status == PlanStatus::infeasible);
  REQUIRE(missed.plan->conflicts.size() == 1);
  CHECK(missed.plan->conflicts[0].words.in(Language::english).find("gives 0%") != std::string::npos);
}

TEST_CASE("a time limit that is no number, or not above zero, is refused") {
  for (const double seconds : {std::nan(""), 0.0, -1.0}) {
    PlanOptions options;
    options.seconds = seconds;
    CHECK(planned(strategy_with({action("a", 1, 5, 2)}), options).failure);
  }
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
  REQUIRE(result.plan);
  CHECK(result.plan->status == PlanStatus::optimal);
  CHECK(result.plan->value == 3 * 37);
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
    REQUIRE(result.plan);
    CHECK(result.plan->status == PlanStatus::optimal);
    return result.plan->full_cost;
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
