// Which actions dominate which.
#include "deploy_plan/ranking.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

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

TEST_CASE("an action is dominated by one at least as good at cost, effect and ease, and better at one") {
  Strategy strategy;
  Objective objective;
  objective.id = "o";
  objective.target = {100, day, {}, {}};
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
