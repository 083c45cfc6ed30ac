// What tests are worth: closed forms against published values, and plans whose value they say exactly.
#include "analysis/value/closed_forms.hpp"
#include "analysis/value/test_portfolio.hpp"
#include "plans.hpp"
#include <cmath>

using namespace deploy_plan;
using namespace deploy_plan::analysis;
using namespace deploy_plan::test;

namespace {

Approx close_to(double value) { return Approx(value).epsilon(0).margin(1e-9); }

/// A normal effect, of which one run can be afforded.
Action normal_action(const std::string& id, double mean, double deviation, double money = 600) {
  Action one = action(id, money, 0, 1);
  Uncertain effect;
  effect.mean = mean;
  effect.sd = deviation;
  one.effect = effect;
  return one;
}

TestValues valued(const Strategy& strategy, PlanOptions options = {}) {
  const auto values = test_values({&strategy, 1}, day, options);
  REQUIRE(values);
  return *values;
}
const ActionTestValue& of(const TestValues& values, const std::string& id) {
  for (const ActionTestValue& one : values.actions)
    if (one.id == id)
      return one;
  FAIL("no action " << id);
  std::abort();
}

const double both = std::sqrt(50.0);
} // namespace

TEST_CASE("the unit normal loss is what a normal law is above a place") {
  CHECK(unit_normal_loss(0) == close_to(0.3989422804014327));
  CHECK(unit_normal_loss(1) == close_to(0.0833154705876967));
  CHECK(unit_normal_loss(-1) == close_to(1.0833154705876967));
  CHECK(unit_normal_loss(40) >= 0);
}

TEST_CASE("a choice of two with normal effects is worth what the unit normal loss says") {
  // The model of the voi package's vignette: nothing, or p1 - p2.
  const ChoiceLine first[] = {{0, 0}, {1, 1}};
  const ChoiceLine second[] = {{0, 0}, {1, -1}};
  CHECK(gain_of_knowing(first, 1) == close_to(0.0833154706));
  CHECK(gain_of_knowing(second, 2) == close_to(0.3955931148));
  CHECK(gain_of_knowing(first, std::sqrt(5)) == close_to(0.4798107063));
  const auto sampled = [&](double readings) {
    return gain_of_knowing(first, std::sqrt(readings / (readings + 1)));
  };
  CHECK(sampled(10) == close_to(0.0723251203));
  CHECK(sampled(100) == close_to(0.0821176056));
  CHECK(sampled(1000) == close_to(0.0831946061));
}

TEST_CASE("lines that are never the best change nothing") {
  const ChoiceLine two[] = {{0, 0}, {1, 1}};
  const ChoiceLine more[] = {{0, 0}, {-5, 0.5}, {1, 1}, {-9, 0}, {0.5, 1}};
  CHECK(gain_of_knowing(more, 1) == close_to(gain_of_knowing(two, 1)));
  const ChoiceLine alike[] = {{3, 2}, {1, 2}};
  CHECK(gain_of_knowing(alike, 1) == 0);
  CHECK(gain_of_knowing(two, 0) == 0);
}

TEST_CASE("one run of two normal effects: what knowing is worth is exact") {
  const Strategy strategy = strategy_with({normal_action("a", 50, 5), normal_action("b", 49, 5)});
  const TestValues values = valued(strategy);
  CHECK(values.candidates == 2);
  CHECK(values.value == close_to(50));
  CHECK(values.evpi == close_to(both * unit_normal_loss(1 / both)));
  CHECK(values.evpi == Approx(2.349).margin(0.0005));
  CHECK(values.standard_error == 0);
  CHECK(of(values, "a").evppi == close_to(5 * unit_normal_loss(0.2)));
  CHECK(of(values, "a").evppi == Approx(1.534).margin(0.0005));
  CHECK(of(values, "b").evppi == close_to(of(values, "a").evppi));
}

TEST_CASE("a run shows its effect as exactly as runs vary, and takes what nothing else then has") {
  Strategy strategy = strategy_with({normal_action("a", 50, 5), normal_action("b", 49, 5)});
  for (Action& one : strategy.actions)
    one.variation = 5 / std::sqrt(50 * 50 + 25.0); // a reading of variance 25
  const TestValues values = valued(strategy);
  const ActionTestValue& a = of(values, "a");
  REQUIRE(a.tests.size() == 1);
  const double shown = 5 * std::sqrt(0.5);
  CHECK(a.tests[0].evsi == close_to(shown * unit_normal_loss(1 / shown)));
  CHECK(a.tests[0].evsi == Approx(0.967).margin(0.0005));
  CHECK(a.tests[0].standard_error == 0);
  // The one run that there is money for is spent by it: nothing is left to choose.
  CHECK(a.tests[0].net == close_to(0));
  CHECK_FALSE(a.best);
  CHECK(values.order.empty());
}

TEST_CASE("a test whose means are left over is worth all that it shows") {
  // There is money for one of two dear plans, and for a small trial of either.
  Strategy strategy = strategy_with({normal_action("a", 50, 5), normal_action("b", 49, 5)});
  strategy.actions[0].test = Test{};
  strategy.actions[0].test->protocol = Protocol::pilot;
  strategy.actions[0].test->planned_size = 100;
  strategy.actions[0].variation = 0;
  const TestValues values = valued(strategy);
  const ActionTestValue& a = of(values, "a");
  REQUIRE(a.tests.size() > 1);
  CHECK(a.tests[0].unit == TestUnit::beneficiaries);
  CHECK(a.tests[0].size == 25);
  CHECK(a.tests[0].money == 150);
  CHECK(a.tests[0].cost == 0);
  CHECK(a.tests[0].net > 0);
  REQUIRE(a.best);
  REQUIRE_FALSE(values.order.empty());
  CHECK(values.actions[values.order.front()].id == "a");
  CHECK(values.order_values.front() == Approx(a.tests[*a.best].net).margin(0.2));
}

TEST_CASE("where all is certain, or one plan is the best whatever comes, no test is worth it") {
  const TestValues certain = valued(strategy_with({action("a", 600, 50, 1), action("b", 600, 49, 1)}));
  CHECK(certain.evpi == 0);
  CHECK(certain.actions.empty());
  CHECK(certain.order.empty());
  const TestValues clear = valued(strategy_with({normal_action("a", 500, 5), normal_action("b", 49, 5)}));
  CHECK(clear.evpi == 0);
  CHECK(clear.order.empty());
}

TEST_CASE("values are in money where a unit has a worth") {
  Strategy strategy = strategy_with({normal_action("a", 50, 5), normal_action("b", 49, 5)});
  const double units = valued(strategy).evpi;
  strategy.objectives[0].worth = 12.5;
  const TestValues values = valued(strategy);
  CHECK(values.worth == 12.5);
  CHECK(values.evpi == Approx(12.5 * units));
  CHECK(of(values, "a").evppi == Approx(12.5 * 5 * unit_normal_loss(0.2)));
}

TEST_CASE("a plan tells its tests where it is asked, and test_values tells the same") {
  const Strategy strategy = strategy_with({normal_action("a", 50, 5), normal_action("b", 49, 5)});
  PlanOptions options;
  CHECK_FALSE(planned(strategy, options)->tests);
  options.values_tests = true;
  const auto plan = planned(strategy, options);
  REQUIRE(plan->tests);
  CHECK(plan->tests->evpi == valued(strategy).evpi);
}

TEST_CASE("without a North Star, or where the limits conflict, there is nothing to value") {
  Strategy without = strategy_with({normal_action("a", 50, 5)});
  without.north_star.reset();
  const auto nothing = test_values({&without, 1}, day, {});
  REQUIRE_FALSE(nothing);
  CHECK(std::holds_alternative<WithoutNorthStar>(nothing.error()));
  Strategy conflicting = strategy_with({normal_action("a", 600, 5)});
  conflicting.actions[0].runs = Runs{5, 5, {}, {}, {}};
  const auto conflict = test_values({&conflicting, 1}, day, {});
  REQUIRE_FALSE(conflict);
  CHECK(std::holds_alternative<LimitsConflict>(conflict.error()));
}

TEST_CASE("what passes down the funnel has a value of its own") {
  // An action at the top against one below: which is better hangs on what passes.
  Strategy strategy = funnel(20, 100);
  strategy.actions = {action("above", 600, 100, 1), action("below", 600, 49, 1)};
  strategy.actions[0].objective = "visits";
  const TestValues values = valued(strategy);
  REQUIRE(values.conversions.size() == 1);
  CHECK(values.conversions[0].id == "star");
  CHECK(values.conversions[0].evppi > 0);
  CHECK(values.conversions[0].evppi == Approx(values.evpi).margin(4 * values.standard_error + 1e-9));
  CHECK(values.actions.empty());
}
