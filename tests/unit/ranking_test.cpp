// What actions cost and give, and which of them dominate.
#include "deploy_plan/ranking.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Uncertain between(double low, double high) {
  Uncertain number;
  number.low = low;
  number.high = high;
  return number;
}

Action action(const std::string& id, double money, double effect, Repeatability repeatability) {
  Action one;
  one.id = id;
  one.objective = "o";
  one.cost = Cost{money, 1.0, {}, {}, {}};
  Uncertain number;
  number.value = effect;
  one.effect = number;
  one.repeatability = repeatability;
  return one;
}
} // namespace

TEST_CASE("uncertain numbers have the means and percentiles of their laws") {
  // Reference figures: the formula, and Simpson's rule with bisection on the beta density, in Python 3.11.
  CHECK(estimate(between(10, 40))->value == Approx(21.857033201624922).epsilon(1e-12));
  CHECK(estimate(between(-10, 40))->value == 15);
  Uncertain pert;
  pert.min = 2;
  pert.mode = 5;
  pert.max = 12;
  CHECK(estimate(pert)->value == Approx(34.0 / 6));
  CHECK(*estimate(pert)->low == Approx(2.95704284).epsilon(1e-8));
  CHECK(*estimate(pert)->high == Approx(8.91551018).epsilon(1e-8));
  CHECK_FALSE(estimate(between(40, 10)));
}

TEST_CASE("measured effects are all effects over all runs, with Student's interval") {
  Action one;
  one.results = {{day, 1, {}, {}, 62, {}}, {day, 1, {}, {}, 55, {}}};
  const auto effect = run_effect(one);
  REQUIRE(effect);
  CHECK(effect->basis == Basis::measured);
  CHECK(effect->estimate.value == 58.5);
  CHECK(*effect->standard_error == Approx(3.5));
  CHECK(*effect->estimate.high == Approx(58.5 + 6.313751515 * 3.5)); // qt(.95, 1)
  one.results = {{day, 4, {}, {}, 40, {}}};
  CHECK(run_effect(one)->estimate.value == 10);
  CHECK_FALSE(run_effect(one)->standard_error);
}

TEST_CASE("an action is dominated by one at least as good at cost, effect and ease, and better at one") {
  Strategy strategy;
  Objective objective;
  objective.id = "o";
  objective.target = {100, day, {}};
  strategy.objectives = {objective};
  strategy.budget = Budget{{}, {}, 100.0, "", {}};
  strategy.actions = {
      action("dear", 900, 10, Repeatability::repeatable), action("cheap", 100, 10, Repeatability::repeatable),
      action("large", 900, 40, Repeatability::one_off), action("slow", 100, 9, Repeatability::automatic)};
  strategy.actions.push_back(action("stopped", 1, 100, Repeatability::automatic));
  strategy.actions.back().status = Status::stopped;
  Action free = action("unknown", 1, 1, Repeatability::automatic);
  free.cost.reset();
  strategy.actions.push_back(free);
  const Ranking ranking = rank(strategy, day);
  std::vector<std::string> order;
  for (const RankedAction& one : ranking.actions)
    order.push_back(one.id + (one.pareto ? "*" : "") +
                    (one.dominated_by.empty() ? "" : "<" + one.dominated_by));
  CHECK(order == std::vector<std::string>{"cheap*", "slow*", "large*", "dear<cheap", "stopped", "unknown"});
  CHECK(*ranking.actions[0].full_cost == 200);
  CHECK(*ranking.actions[0].cost_per_unit == 20);
  CHECK(ranking.actions[4].unranked == Unranked::stopped);
  CHECK(ranking.actions[5].unranked == Unranked::without_cost);
}
