// What a plan says beside its runs: failures, reasons, limits.
#include "deploy_plan/gap.hpp"
#include "plans.hpp"
#include <cmath>

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("a strategy without a North Star is asked what to plan for") {
  Strategy without = strategy_with({action("a", 1, 5, 2)});
  without.north_star.reset();
  REQUIRE_FALSE(planned(without));
  PlanOptions options;
  options.objectives = {"star"};
  CHECK(planned(without, options)->value == 10);
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
  REQUIRE(result);
  const auto& actions = result->actions;
  CHECK(actions[0].reason == PlanReason::at_most);
  CHECK(actions[1].runs == 1);
  CHECK(actions[1].reason == PlanReason::beyond_decay);
  CHECK(actions[2].reason == PlanReason::stopped);
  CHECK(actions[3].reason == PlanReason::excluded);
  CHECK(actions[3].because_of == "best");
  CHECK(actions[4].reason == PlanReason::over_money);
  CHECK(result->money_budget.binds);
  CHECK_FALSE(result->days_budget.binds);
}

TEST_CASE("the conflict of an infeasible plan is a smallest one") {
  Strategy strategy = strategy_with({action("a", 10, 1, 5), action("b", 600, 1, 5)});
  strategy.actions[0].runs->min = 1;
  strategy.actions[1].runs->min = 2; // 1 200 of 1 000
  const auto result = planned(strategy);
  REQUIRE(result);
  CHECK(result->status == PlanStatus::infeasible);
  std::vector<std::string> words;
  for (const PlanLimit& limit : result->conflicts)
    words.push_back(limit.words.in(Language::english));
  CHECK(words == std::vector<std::string>{"at least 2 runs of “b”", "the budget of €1,000"});
}

TEST_CASE("a market that is full has a plan: nothing") {
  Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  for (const double covered : {11999.0, 12000.0, 34000.0}) {
    strategy.market.penetrated->observations->points = {{day, covered, {}}};
    PlanOptions options;
    options.frontier = 0;
    const auto result = plan({&strategy, 1}, day, options);
    REQUIRE(result);
    CHECK(result->value <= std::max(0.0, 12000 - covered) + 1e-9);
  }
}

TEST_CASE("what is spent is one figure in gap and plan, and results without runs done count as done") {
  Action one = action("a", 100, 10, 9);
  one.decay = 0.5;
  one.results = {{day - std::chrono::days{9}, 2, 40.0, 3.0, 15, {}}}; // 10, then 5
  const Strategy strategy = strategy_with({one});
  const auto result = planned(strategy);
  REQUIRE(result);
  CHECK(result->actions[0].done == 2);
  CHECK(result->money_budget.spent_before == 40);
  CHECK(result->days_budget.spent_before == 3);
  CHECK(result->actions[0].value == Approx(5 * (1 - std::pow(0.5, 7)))); // the third gives 2.5
  const auto gaps = gap(strategy, day);
  CHECK(gaps.levers[0].full_cost == 40 + 3 * 100);
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
  REQUIRE(result);
  CHECK(result->value == 80);
  REQUIRE(result->uncounted.size() == 1);
  CHECK(result->actions[0].reason == PlanReason::market_full); // why it has no run more
  CHECK(result->uncounted[0].segment == "rural");
  CHECK(result->uncounted[0].addressed == 80);
}

TEST_CASE("a time limit that is no number, or not above zero, is refused") {
  for (const double seconds : {std::nan(""), 0.0, -1.0}) {
    PlanOptions options;
    options.seconds = seconds;
    CHECK_FALSE(planned(strategy_with({action("a", 1, 5, 2)}), options));
  }
}

TEST_CASE("why there is no plan is told by what it is, for whoever asked to put into words") {
  Strategy strategy = strategy_with({action("letters", 10, 5, 4)});
  strategy.actions[0].runs->done = 1;
  PlanOptions options;
  options.fixed = {{"letters", 9}};
  const auto beyond = std::get<FixedBeyondMost>(planned(strategy, options).error());
  CHECK(beyond.action == "letters");
  CHECK(beyond.runs == 9);
  CHECK(beyond.most == 4);
  CHECK(beyond.done == 1);
  options.fixed = {{"leters", 1}};
  const auto unknown = std::get<UnknownToPlan>(planned(strategy, options).error());
  CHECK(unknown.what == UnknownToPlan::What::action);
  CHECK(unknown.nearest == "letters");
  strategy.actions[0].status = Status::stopped;
  options.fixed = {{"letters", 1}};
  CHECK(std::get<FixedLeftOut>(planned(strategy, options).error()).action == "letters");
  strategy.north_star.reset();
  CHECK(std::get<WithoutNorthStar>(planned(strategy).error()).strategy == "s");
}

TEST_CASE("a floor of a segment that there is not, and a period that is over, are told as such") {
  Strategy strategy = strategy_of("examples/plan-agenda.json");
  PlanOptions options;
  options.frontier = 0;
  options.floors = {{"comerce", 0.2}};
  const auto unknown = plan({&strategy, 1}, day, options);
  REQUIRE(std::holds_alternative<UnknownSegment>(unknown.error()));
  CHECK(std::get<UnknownSegment>(unknown.error()).nearest == "commerce");
  options.floors.clear();
  strategy.period.end = day - std::chrono::days{1};
  CHECK(std::get<PeriodOver>(plan({&strategy, 1}, day, options).error()).end == strategy.period.end);
}

namespace {

/// A letter that brought a little, and less than its test asked for: measured, and to be dropped.
Action dropped(const std::string& id) {
  Action one = action(id, 10, 1, 9);
  one.effect.reset();
  Test test;
  test.protocol = Protocol::pilot;
  test.exposed = 400;
  test.converted = 40;
  test.threshold = 0.2;
  one.test = test;
  return one;
}
} // namespace

TEST_CASE("what its test says to drop has no new run, and the plan says so") {
  Strategy strategy = strategy_with({dropped("letter"), action("visits", 100, 1, 2)});
  strategy.objectives[0].metric.scale = Scale::count;
  const auto result = planned(strategy);
  REQUIRE(result);
  CHECK(result->actions[0].basis == Basis::measured);
  CHECK(result->actions[0].runs == 0);
  CHECK(result->actions[0].reason == PlanReason::dropped);
  CHECK(result->actions[1].runs == 2);
  REQUIRE(result->dropped.size() == 1);
  CHECK(result->dropped[0].id == "letter");
}

TEST_CASE("runs that are promised of what is to be dropped are planned, and no more") {
  Strategy strategy = strategy_with({dropped("letter"), action("visits", 100, 1, 2)});
  strategy.objectives[0].metric.scale = Scale::count;
  Action& letter = strategy.actions[0];
  letter.runs->min = 2;
  const auto least = planned(strategy);
  CHECK(least->actions[0].runs == 2);
  CHECK(least->actions[0].reason == PlanReason::dropped);
  CHECK(least->dropped.empty());
  letter.runs->min.reset();
  PlanOptions options;
  options.fixed = {{"letter", 3}};
  CHECK(planned(strategy, options)->actions[0].runs == 3);
  options.fixed.clear();
  ScheduledRuns june;
  june.month = month_of(day + std::chrono::days{60});
  june.runs = 4;
  letter.schedule = {june};
  CHECK(planned(strategy)->actions[0].runs == 0); // plans anew
  options.keep = true;
  CHECK(planned(strategy, options)->actions[0].runs == 4);
}

TEST_CASE("a target that only what is to be dropped could reach has no plan, which names it") {
  Strategy strategy = strategy_with({dropped("letter"), action("visits", 100, 1, 2)});
  strategy.objectives[0].metric.scale = Scale::count;
  PlanOptions options;
  options.goal = PlanGoal::reach;
  const auto result = planned(strategy, options);
  REQUIRE(result);
  CHECK(result->status == PlanStatus::infeasible);
  REQUIRE(result->dropped.size() == 1);
  CHECK(result->dropped[0].name == "letter");
}

TEST_CASE("what requires an action to be dropped that never ran cannot run either") {
  Strategy strategy = strategy_with({dropped("letter"), action("visits", 100, 1, 2)});
  strategy.objectives[0].metric.scale = Scale::count;
  strategy.actions[1].requires_ = {"letter"};
  const auto result = planned(strategy);
  REQUIRE(result);
  CHECK(result->actions[0].runs == 0);
  CHECK(result->actions[1].reason == PlanReason::lacks_required);
  CHECK(result->actions[1].because_of == "letter");
}
