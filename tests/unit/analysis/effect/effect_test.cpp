// What a run is thought to give, and what was done.
#include "deploy_plan/effect.hpp"
#include "examples.hpp"
#include <cmath>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Uncertain between(double low, double high) {
  Uncertain number;
  number.low = low;
  number.high = high;
  return number;
}
} // namespace

TEST_CASE("results move what was thought of an effect as far as they tell") {
  Action one;
  one.effect = between(30, 90);
  one.results = {{day, 1, {}, {}, 62, {}}};
  const auto effect = run_effect(one); // Bühlmann's credibility, checked in Python 3.11
  REQUIRE(effect);
  REQUIRE(effect->raw);
  CHECK(effect->raw->value == Approx(62));
  CHECK(effect->median() == Approx(std::sqrt(35.1953709216 * 86.3138163062)));
  CHECK(effect->basis == Basis::measured);
  CHECK(effect->estimate.value == Approx(57.2044929512));
  CHECK(*effect->estimate.low == Approx(35.1953709216));
  CHECK(*effect->estimate.high == Approx(86.3138163062));
  for (int i = 0; i < 300; ++i)
    one.results.push_back({day, 1, {}, {}, 62, {}});
  CHECK(run_effect(one)->estimate.value == Approx(62).epsilon(1e-3));
  CHECK(*run_effect(one)->estimate.high < 63);
  // A plain number counts for one run.
  one.effect = Uncertain{40.0, {}, {}, {}, {}, {}, {}, {}, {}};
  one.results = {{day, 1, {}, {}, 60, {}}};
  CHECK(run_effect(one)->estimate.value == Approx(50));
  one.results = {{day, 3, {}, {}, 180, {}}};
  CHECK(run_effect(one)->estimate.value == Approx(55));
  // What may lead away is normal, before and after.
  one.effect = between(-40, 60);
  one.results = {{day, 1, {}, {}, 0, {}}};
  CHECK(run_effect(one)->law.sd);
}

TEST_CASE("without anything thought before, results stand by themselves, and are never certain") {
  Action one;
  one.results = {{day, 1, {}, {}, 62, {}}};
  CHECK(run_effect(one)->estimate.value == Approx(62));
  CHECK(*run_effect(one)->standard_error == Approx(31)); // half of it
  CHECK(*run_effect(one)->estimate.low < 30);
  one.results = {{day, 1, {}, {}, 20, {}}, {day, 1, {}, {}, 333, {}}};
  CHECK(run_effect(one)->estimate.value == Approx(176.5));
  CHECK(*run_effect(one)->estimate.low > 0); // not -615 to 968
  CHECK(*run_effect(one)->estimate.high < 500);
  one.results = {{day, 4, {}, {}, 0, {}}}; // nothing, as uncertain as a gain of one
  CHECK(run_effect(one)->estimate.value == 0);
  CHECK(*run_effect(one)->standard_error == Approx(0.25));
  Objective rate;
  rate.metric.scale = Scale::rate;
  CHECK(*run_effect(one, &rate)->standard_error == Approx(0.0025));
  one.results = {{day, 1, {}, {}, 1e300, {}}, {day, 1, {}, {}, 1e300, {}}};
  CHECK_FALSE(run_effect(one));
}

TEST_CASE("how much runs vary is what the action says, and half of the mean where it says nothing") {
  Action one;
  CHECK(variation_of(one) == usual_variation);
  one.effect = Uncertain{40.0, {}, {}, {}, {}, {}, {}, {}, {}};
  one.results = {{day, 1, {}, {}, 60, {}}};
  const double usual = *run_effect(one)->standard_error;
  one.variation = usual_variation;
  CHECK(*run_effect(one)->standard_error == usual);
  one.variation = 0.1;
  CHECK(run_effect(one)->estimate.value == Approx(50)); // a plain number counts for one run all the same
  CHECK(*run_effect(one)->standard_error < usual / 4);
  one.variation = 2;
  CHECK(*run_effect(one)->standard_error > usual * 2);
  // An interval that was thought of before moves the further, the less runs vary.
  one.effect = between(30, 90);
  one.variation = 0.1;
  const double near = run_effect(one)->estimate.value;
  one.variation = 2;
  CHECK(std::abs(near - 60) < std::abs(run_effect(one)->estimate.value - 60) + 1e-9);
}

TEST_CASE("runs that do not vary are certain once one is seen, unless results contradict it") {
  Action one;
  one.variation = 0;
  for (const bool thought : {false, true}) {
    if (thought)
      one.effect = between(30, 90);
    one.results = {{day, 1, {}, {}, 62, {}}};
    CHECK(run_effect(one)->estimate.value == Approx(62));
    CHECK(*run_effect(one)->standard_error == 0);
    CHECK(*run_effect(one)->estimate.low == Approx(62));
    CHECK(*run_effect(one)->estimate.high == Approx(62));
    one.results = {{day, 1, {}, {}, 62, {}}, {day, 2, {}, {}, 124, {}}};
    CHECK(*run_effect(one)->standard_error == 0);
    one.results = {{day, 1, {}, {}, 50, {}}, {day, 1, {}, {}, 70, {}}};
    CHECK(*run_effect(one)->standard_error > 0);
    one.results = {{day, 1, {}, {}, 0, {}}};
    CHECK(run_effect(one)->estimate.value == 0);
  }
  one.effect = Uncertain{40.0, {}, {}, {}, {}, {}, {}, {}, {}};
  one.results = {{day, 1, {}, {}, 60, {}}};
  CHECK(run_effect(one)->estimate.value == Approx(60));
  one.results.clear();
  CHECK(*run_effect(one)->estimate.low == 40);
  CHECK(run_effect(one)->basis == Basis::assumed);
}

TEST_CASE("results of runs already decayed are brought back to the first") {
  for (const double decay : {0.0, 1e-18, 0.3, 0.9, 1.0}) {
    Action one;
    one.decay = decay;
    double all = 0;
    for (int run = 0; run < 5; ++run) {
      const double effect = 100 * std::pow(1 - decay, run);
      one.results.push_back({day - std::chrono::days{50 - run}, 1, {}, {}, effect, {}});
      all += effect;
    }
    CAPTURE(decay);
    CHECK(run_effect(one)->estimate.value == Approx(100));
    CHECK(*run_effect(one)->standard_error <= 50);
    std::reverse(one.results.begin(), one.results.end()); // in the order of their days, not of the file
    CHECK(run_effect(one)->estimate.value == Approx(100));
    one.results = {{day, 5, {}, {}, all, {}}};
    CHECK(run_effect(one)->estimate.value == Approx(100));
  }
}

TEST_CASE("what was done is what results say, then other runs at the cost of a run, then setup") {
  Action one;
  one.cost = Cost{100.0, 1.0, {}, {}, {}};
  CHECK(past_runs(one).count == 0);
  CHECK(past_runs(one).all.money == 0);
  one.cost->setup_money = 1000;
  one.runs = Runs{{}, {}, 5, {}};
  CHECK(past_runs(one).all.money == 1500);
  CHECK(past_runs(one).all.days == 5);
  one.results = {{day, 2, 50.0, {}, 62, {}}, {day, 1, {}, 7.0, 10, {}}};
  CHECK(past_runs(one).count == 5);
  CHECK(past_runs(one).in_results == 3);
  CHECK(past_runs(one).of_results.money == 50 + 100); // the second says nothing of money
  CHECK(past_runs(one).all.money == 50 + 100 + 200 + 1000);
  CHECK(past_runs(one).all.days == 2 + 7 + 2);
  one.runs.reset(); // the results were done all the same
  CHECK(past_runs(one).count == 3);
  one.cost.reset();
  CHECK(past_runs(one).all.money == 50 + 25); // a run took 25
}
