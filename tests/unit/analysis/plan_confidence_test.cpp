// Plans that are to be sure, and what chance makes of them.
#include "plans.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("a plan is simulated over its effects, the same for a seed") {
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  PlanOptions options;
  options.frontier = 0;
  const Plan one = *plan({&strategy, 1}, day, options);
  REQUIRE(one.simulated);
  CHECK((one.simulated->low < one.simulated->median && one.simulated->median < one.simulated->high));
  CHECK(one.simulated->median == plan({&strategy, 1}, day, options)->simulated->median);
  CHECK(one.actions[one.simulated->inputs.front().action].id == "syndicats");
  options.seed = 2;
  CHECK(one.simulated->median != plan({&strategy, 1}, day, options)->simulated->median);
}

TEST_CASE("a more confident plan costs more, and one that is too sure is refused") {
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  PlanOptions options;
  options.frontier = 0;
  double before = 0;
  for (const double confidence : {0.5, 0.6, 0.75}) {
    options.confidence = confidence;
    const Plan one = *plan({&strategy, 1}, day, options);
    CHECK(one.simulated->probability >= confidence);
    CHECK(one.full_cost > before);
    before = one.full_cost;
  }
  options.confidence = 0.95; // of what so few days bring
  CHECK(plan({&strategy, 1}, day, options)->status == PlanStatus::infeasible);
  options.confidence = 0.2; // what comes by itself does as well
  CHECK(plan({&strategy, 1}, day, options)->full_cost == 0);
}

TEST_CASE("a plan on one result is not certain") {
  Action one = action("a", 100, 10, 1);
  one.results = {{day - std::chrono::days{9}, 1, 100.0, 1.0, 12, {}}};
  one.runs->max = 4;
  one.effect.reset();
  const auto result = planned(strategy_with({one}));
  REQUIRE(result);
  CHECK(result->simulated->low < result->value);
  CHECK(result->simulated->high > result->value);
}

TEST_CASE(
    "a plan that must be sure takes what is certain where that is cheaper, and only then what is risky") {
  Action certain = action("certain", 100, 50, 2); // two of them make the target
  certain.variation = 0;
  Action risky = action("risky", 300, 0, 1); // by the mean one is enough
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
  REQUIRE(cheap);
  CHECK(cheap->full_cost == 200);
  CHECK(cheap->simulated->surety() == 1);
  CHECK(cheap->unfinished.empty());
  options.confidence = 0.99;
  risky.cost->money = 50; // cheaper, and less sure, even with a certain run beside it
  const auto sure = of({risky, certain});
  REQUIRE(sure);
  CHECK(sure->full_cost == 200);
  CHECK(sure->actions[0].runs == 0);
  CHECK(sure->simulated->surety() == 1);
  options.confidence = 0.5;
  CHECK(of({risky, certain})->actions[0].runs == 1);
}

TEST_CASE(
    "certain effects reach a target surely or not at all, even where shares and sums do not come out even") {
  Strategy strategy = strategy_with({action("a", 100, 0.1, 3), action("b", 100, 0.2, 3)});
  for (Action& one : strategy.actions)
    one.variation = 0;
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
  REQUIRE(reached);
  CHECK(reached->status == PlanStatus::optimal);
  CHECK(reached->full_cost == 600);
  CHECK(reached->simulated->surety() == 1);
  strategy.budget->money = 599;
  const auto missed = planned(strategy, options);
  REQUIRE(missed);
  CHECK(missed->status == PlanStatus::infeasible);
  REQUIRE(missed->conflicts.size() == 1);
  CHECK(missed->conflicts[0].words.in(Language::english).find("gives 0%") != std::string::npos);
}
