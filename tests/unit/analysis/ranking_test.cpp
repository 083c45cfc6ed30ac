// Which actions dominate which.
#include "deploy_plan/ranking.hpp"
#include "examples.hpp"
#include <cmath>

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

TEST_CASE("what its test says to drop has no rank, whatever it costs") {
  Strategy strategy;
  Objective objective;
  objective.id = "o";
  objective.metric.scale = Scale::count;
  objective.target = {100, day, {}, {}};
  strategy.objectives = {objective};
  strategy.actions = {action("letter", 1, 10, Repeatability::repeatable),
                      action("visits", 900, 10, Repeatability::repeatable)};
  Test test;
  test.protocol = Protocol::pilot;
  test.exposed = 400;
  test.converted = 40;
  test.threshold = 0.2;
  strategy.actions[0].test = test;
  const Ranking ranking = rank(strategy, day);
  CHECK(ranking.actions[0].id == "visits");
  CHECK(ranking.actions[0].pareto);
  CHECK(ranking.actions[1].effect->tested);
  CHECK(ranking.actions[1].unranked == Unranked::dropped);
}

namespace {

Action vague(const std::string& id, double low, double high) {
  Action one = action(id, 100, 0, Repeatability::repeatable);
  one.effect = Uncertain{};
  one.effect->low = low;
  one.effect->high = high;
  return one;
}
Strategy ranked_for(std::vector<Action> actions) {
  Strategy strategy;
  Objective objective;
  objective.id = "o";
  objective.target = {100000, day, {}, {}};
  strategy.objectives = {objective};
  strategy.actions = std::move(actions);
  return strategy;
}
} // namespace

TEST_CASE("an effect that is only vague does not lead one that beats it three times out of four") {
  const Ranking ranking = rank(ranked_for({vague("vague", 1, 1000), vague("known", 100, 150)}), day);
  const RankedAction& first = ranking.actions.front();
  CHECK(first.id == "known");
  CHECK(first.pareto);
  CHECK(ranking.actions[1].dominated_by == "known");
  CHECK(*first.next_gain == Approx(std::sqrt(15000.0)));
  CHECK(ranking.actions[1].effect->estimate.value > first.effect->estimate.value); // by the mean it would
  CHECK(*first.probability_best > 0.7);
  CHECK(*first.probability_best + *ranking.actions[1].probability_best == Approx(1));
  // log(122 / 31.6) over both deviations: 0.738.
  CHECK(*first.probability_best == Approx(0.738).margin(4 * std::sqrt(0.738 * 0.262 / 1000)));
}

TEST_CASE("what is ranked is the next run: what runs done have worn, and the setup that is paid, are past") {
  Action worn = action("worn", 100, 100, Repeatability::repeatable);
  worn.cost = Cost{100.0, {}, 400.0, {}, {}};
  worn.decay = 0.5;
  worn.runs = Runs{{}, 4, {}, {}};
  const auto told = [&] { return rank(ranked_for({worn}), day).actions.front(); };
  CHECK(*told().cost_per_unit == Approx((100 + 400 / 4.0) / 100));
  CHECK(*told().cost_per_unit_left == Approx((4 * 100 + 400) / (100 * 1.875)));
  CHECK(told().left == 4);
  worn.runs->done = 2;
  CHECK(*told().next_gain == Approx(25));
  CHECK(*told().cost_per_unit == Approx(100 / 25.0));
  CHECK(*told().cost_per_unit_left == Approx(200 / 37.5));
  CHECK(told().left == 2);
  worn.runs->done = 4;
  CHECK(told().unranked == Unranked::all_done);
  CHECK_FALSE(told().cost_per_unit);
  worn.runs->done = 1;
  worn.decay = 1;
  CHECK(told().unranked == Unranked::without_effect);
  worn.runs->max.reset();
  worn.decay = 0;
  CHECK_FALSE(told().left);
  CHECK(*told().cost_per_unit_left == *told().cost_per_unit);
}

TEST_CASE("actions that cost the same by unit are each the best in part") {
  const Ranking ranking = rank(ranked_for({action("a", 100, 10, Repeatability::repeatable),
                                           action("b", 100, 10, Repeatability::repeatable)}),
                               day);
  CHECK(*ranking.actions[0].probability_best == Approx(0.5));
  CHECK(*ranking.actions[1].probability_best == Approx(0.5));
}
