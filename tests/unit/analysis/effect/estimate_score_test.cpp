// How what users expected turned out.
#include "deploy_plan/effects.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Action expected(double low, double high, double seen, double variation = 0.1) {
  Action one;
  one.effect = Uncertain{};
  one.effect->low = low;
  one.effect->high = high;
  one.variation = variation;
  one.results = {{day, 1, {}, {}, seen, {}}};
  return one;
}
EstimateScore score_of(std::vector<Action> actions) {
  Strategy strategy;
  strategy.actions = std::move(actions);
  return score_of_estimates(strategy);
}
} // namespace

TEST_CASE("an interval held where the mean of the results lies in it, runs' variation allowed for") {
  CHECK(score_of({expected(30, 90, 62)}).held == 1);
  CHECK(score_of({expected(30, 90, 200)}).held == 0);
  CHECK(score_of({expected(30, 90, 92)}).held == 1); // a run may bring a tenth more
  CHECK(score_of({expected(30, 90, 92, 0)}).held == 0);
  CHECK(score_of({expected(30, 90, 90, 0)}).held == 1);
  CHECK(score_of({expected(30, 90, 0)}).held == 0);
  CHECK(score_of({expected(-10, 10, 0)}).held == 1);
  // Neither plain numbers nor what has no results is an interval that may hold.
  Action plain = expected(30, 90, 62);
  plain.effect = Uncertain{};
  plain.effect->value = 60;
  Action without = expected(30, 90, 62);
  without.results.clear();
  const EstimateScore none = score_of({plain, without});
  CHECK(none.given == 0);
  CHECK_FALSE(none.probability);
  CHECK_FALSE(none.too_few());
}

TEST_CASE("too few held where nine in ten would seldom leave so few, and by how much to widen is told") {
  std::vector<Action> actions;
  for (int i = 0; i < 6; ++i)
    actions.push_back(expected(50, 60, 55, 0));
  for (int i = 0; i < 8; ++i)
    actions.push_back(expected(50, 60, 80, 0));
  const EstimateScore score = score_of(actions);
  CHECK(score.held == 6);
  CHECK(score.given == 14);
  CHECK(*score.probability == Approx(1.720973836e-05)); // pbinom(6, 14, 0.9)
  CHECK(score.too_few());
  // log(80 / sqrt(3000)) over half of log(60 / 50).
  CHECK(*score.widen == Approx(4.155765862));
  for (Action& action : actions) {
    const double width = std::pow(60.0 / 50, *score.widen * 1.0001);
    action.effect->low = std::sqrt(3000 / width);
    action.effect->high = std::sqrt(3000 * width);
  }
  CHECK(score_of(actions).held == 14);
  CHECK_FALSE(score_of({expected(50, 60, 80, 0)}).too_few()); // one in ten comes to that
  CHECK(score_of({expected(50, 60, 80, 0), expected(50, 60, 80, 0)}).too_few());
}

TEST_CASE("where too few held, each effect that rests on an interval says so, and keeps its word") {
  Strategy strategy;
  for (int i = 0; i < 4; ++i)
    strategy.actions.push_back(expected(50, 60, 80, 0));
  Action next = expected(50, 60, 0);
  next.results.clear();
  Action plain = next;
  plain.effect = Uncertain{};
  plain.effect->value = 55;
  strategy.actions.push_back(next);
  strategy.actions.push_back(plain);
  const Effects effects(strategy, day);
  CHECK(effects.of(strategy.actions[0])->too_narrow);
  CHECK(effects.of(strategy.actions[4])->too_narrow);
  CHECK(*effects.of(strategy.actions[4])->estimate.high == Approx(60));
  CHECK_FALSE(effects.of(strategy.actions[5])->too_narrow);
  strategy.actions.erase(strategy.actions.begin(), strategy.actions.begin() + 4);
  CHECK_FALSE(Effects(strategy, day).of(strategy.actions[0])->too_narrow);
}
