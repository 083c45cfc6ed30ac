// What results tell of an effect: invariants, on random actions.
#include "deploy_plan/effect.hpp"
#include "effect_truths.hpp"
#include "examples.hpp"
#include <cmath>
#include <random>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Action random_action(std::mt19937& random) {
  const auto below = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
  Action action;
  Uncertain effect;
  switch (below(5)) {
  case 0: effect.value = 1 + below(90); break;
  case 1:
    effect.low = 1 + below(40);
    effect.high = *effect.low + below(60);
    break;
  case 2:
    effect.low = -20 + below(10);
    effect.high = *effect.low + below(90);
    break;
  case 3:
    effect.min = below(20);
    effect.mode = *effect.min + below(30);
    effect.max = *effect.mode + below(90);
    break;
  default: break;
  }
  if (effect.value || effect.low || effect.min)
    action.effect = effect;
  if (below(2) == 0)
    action.decay = 0.1 * below(11);
  const int results = 1 + below(6);
  for (int i = 0; i < results; ++i)
    action.results.push_back(
        {day - std::chrono::days{below(100)}, 1 + below(3), {}, {}, below(100) - 5.0, {}});
  return action;
}
} // namespace

TEST_CASE("an effect is finite, within its interval, and between what was thought and what is seen") {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    Action action = random_action(random);
    CAPTURE(round);
    const auto after = run_effect(action);
    REQUIRE(after);
    const Estimate& one = after->estimate;
    CHECK(std::isfinite(one.value));
    CHECK(*one.low <= one.value);
    CHECK(one.value <= *one.high);
    CHECK(one.value == Approx(estimate(after->law)->value).margin(1e-9)); // what is drawn is what is told
    Action alone = action;
    alone.effect.reset();
    const double seen = run_effect(alone)->estimate.value;
    if (!action.effect || action.effect->value == 0.0)
      continue;
    const double thought = estimate(*action.effect)->value;
    CHECK(one.value >= std::min(seen, thought) - 1e-9);
    CHECK(one.value <= std::max(seen, thought) + 1e-9);
    // A better result never makes it worse.
    action.results.front().effect += 10;
    if (action.results.size() == 1)
      CHECK(run_effect(action)->estimate.value >= one.value - 1e-9);
  }
}

TEST_CASE("the more results agree, the less an effect varies") {
  std::mt19937 random(12);
  for (int round = 0; round < 300; ++round) {
    Action action = random_action(random);
    action.results.resize(1);
    action.results.front().effect = std::abs(action.results.front().effect) + 1;
    const double runs = static_cast<double>(*action.results.front().runs);
    const double first = *run_effect(action)->standard_error;
    action.decay.reset();
    for (int i = 0; i < 30; ++i)
      action.results.push_back(action.results.front());
    CAPTURE(round, runs);
    CHECK(*run_effect(action)->standard_error < first);
  }
}

// A small run of what the bench does whole, with bounds that right code holds with certainty.
TEST_CASE("what is taken from a winner is near the truth, and its interval holds") {
  for (const int arms : {1, 3}) {
    const WinnerBias faint = bias_of_winners(0.2, arms, 400, 20);
    CAPTURE(arms, faint.raw, faint.shrunk, faint.coverage);
    CHECK(faint.raw > 1.2);
    CHECK(std::abs(faint.shrunk) < 0.25 * faint.raw + 0.1); // two standard errors of 400
    CHECK(faint.coverage > 0.86);
    const WinnerBias clear = bias_of_winners(0.9, arms, 400, 21);
    CAPTURE(clear.shrunk, clear.coverage);
    CHECK(std::abs(clear.shrunk) < 0.8);
    CHECK(clear.coverage > 0.86);
  }
}

TEST_CASE(
    "effects read together hold as often as their intervals say, and the leading one is not overrated") {
  for (const int count : {3, 6, 12})
    for (const double spread : {0.0, 0.2, 0.5, 1.5}) {
      const WinnerBias one = bias_of_leading_action(count, spread, 400, 22);
      CAPTURE(count, spread, one.raw, one.shrunk, one.coverage);
      CHECK(one.coverage > 0.88);
      CHECK(one.shrunk < 0.6 * one.raw + 0.05);
    }
}
