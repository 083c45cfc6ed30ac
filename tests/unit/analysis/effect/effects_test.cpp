// Measured effects of one lever and objective tell of each other; every command reads them alike.
#include "deploy_plan/effects.hpp"
#include "deploy_plan/ranking.hpp"
#include "examples.hpp"
#include <cmath>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Action measured(const std::string& id, double effect, Family lever = Family::relays) {
  Action one;
  one.id = id;
  one.lever = lever;
  one.objective = "o";
  one.cost = Cost{100.0, {}, {}, {}, {}};
  one.results = {{day, 1, {}, {}, effect, {}}};
  return one;
}
Strategy strategy_of(std::vector<Action> actions) {
  Strategy strategy;
  Objective objective;
  objective.id = "o";
  objective.target = {1000, day, {}, {}};
  strategy.objectives = {objective};
  strategy.actions = std::move(actions);
  return strategy;
}
double of(const Strategy& strategy, std::size_t place) {
  return Effects(strategy, day).of(strategy.actions[place])->median();
}
} // namespace

TEST_CASE("measured effects of a lever and an objective move towards each other, by logarithms") {
  const Strategy strategy = strategy_of({measured("a", 40), measured("b", 60), measured("c", 90)});
  const Effects effects(strategy, day);
  std::vector<double> logarithms;
  for (const Action& action : strategy.actions)
    logarithms.push_back(std::log(run_effect(action)->median()));
  const double spread = std::sqrt(std::log1p(0.25));
  const RandomEffects together = random_effects(logarithms, std::vector<double>(3, spread));
  for (std::size_t i = 0; i < 3; ++i) {
    const auto one = effects.of(strategy.actions[i]);
    CHECK(std::log(one->median()) == Approx(together.shrunk[i]).epsilon(1e-9));
    CHECK(one->fellows == 2);
    CHECK(one->raw->value == Approx(run_effect(strategy.actions[i])->estimate.value));
    CHECK(*one->estimate.low < one->median());
    CHECK(one->estimate.value == Approx(estimate(one->law)->value));
  }
  for (const RankedAction& one : rank(strategy, day).actions) // the same figure in every command
    CHECK(one.effect->estimate.value ==
          effects.of(strategy.actions[static_cast<std::size_t>(one.id.front() - 'a')])->estimate.value);
}

TEST_CASE("a letter and a webinar differ by a factor: neither is drawn to the other's figure") {
  const Strategy strategy =
      strategy_of({measured("letter", 5), measured("booth", 20), measured("webinar", 60)});
  CHECK(of(strategy, 2) > 0.75 * run_effect(strategy.actions[2])->median());
  CHECK(of(strategy, 0) < 1.35 * run_effect(strategy.actions[0])->median());
}

TEST_CASE("fewer than three, other levers, what is certain or not clear of 0 stand by themselves") {
  Strategy strategy = strategy_of({measured("a", 40), measured("b", 90), measured("c", 60, Family::product)});
  const auto alone = [&](std::size_t place) {
    return of(strategy, place) == Approx(run_effect(strategy.actions[place])->median());
  };
  CHECK((alone(0) && alone(1) && alone(2)));
  strategy.actions.push_back(measured("none", 0));
  CHECK((alone(0) && alone(3)));
  strategy.actions.push_back(measured("certain", 50));
  strategy.actions.back().variation = 0;
  CHECK((alone(0) && alone(4)));
  CHECK(*Effects(strategy, day).of(strategy.actions[4])->standard_error == 0);
  strategy.actions.push_back(measured("third", 20));
  CHECK_FALSE(alone(0));
  CHECK((alone(3) && alone(4)));
  // What nothing was seen of is what was thought of it.
  Action thought = measured("thought", 0);
  thought.results.clear();
  thought.effect = Uncertain{};
  thought.effect->low = 10;
  thought.effect->high = 30;
  strategy.actions.push_back(thought);
  CHECK(Effects(strategy, day).of(strategy.actions.back())->basis == Basis::assumed);
  CHECK(alone(6));
}

TEST_CASE("losses are read together as gains are") {
  const Strategy gains = strategy_of({measured("a", 40), measured("b", 60), measured("c", 90)});
  const Strategy losses = strategy_of({measured("a", -40), measured("b", -60), measured("c", -90)});
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(Effects(losses, day).of(losses.actions[i])->estimate.value ==
          Approx(-Effects(gains, day).of(gains.actions[i])->estimate.value));
}

TEST_CASE("an action in a segment is moved by the same law") {
  Strategy strategy = strategy_of({measured("a", 40), measured("b", 60), measured("c", 90)});
  strategy.actions[0].segments = {{"towns", {}, {}}, {"villages", {}, {}}};
  strategy.actions[0].results[0].segment = "towns";
  const Effects effects(strategy, day);
  CHECK(effects.of(strategy.actions[0], "towns")->fellows == 2);
  CHECK(effects.of(strategy.actions[0], "towns")->estimate.value ==
        effects.of(strategy.actions[0])->estimate.value);
  CHECK_FALSE(effects.of(strategy.actions[0], "villages")); // nothing was seen there, or thought
}
