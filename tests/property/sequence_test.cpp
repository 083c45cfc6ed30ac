// Error rates of tests by sequence, small; tests/bench/field.cpp has them whole. Margins are three standard
// errors of the simulation.
#include "catch.hpp"
#include "property/sequence_truths.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {
double sequence_margin(double rate, int trials) { return 3 * std::sqrt(rate * (1 - rate) / trials); }
} // namespace

TEST_CASE("series with errors that resemble one another raise few false alarms") {
  constexpr int trials = 150;
  for (const int steps : {24, 52})
    CHECK(false_alarms_of_sequence({.steps = steps, .autocorrelation = 0.6}, trials, 2026) <=
          0.1 + sequence_margin(0.1, trials));
}

TEST_CASE("a yearly season is told apart from two years on") {
  constexpr int trials = 150;
  const SequenceTruth truth{.steps = 25, .autocorrelation = 0.6, .days_a_step = 30, .season = 0.4};
  CHECK(false_alarms_of_sequence(truth, trials, 2027) <= 0.1 + sequence_margin(0.1, trials));
}

TEST_CASE("a series looked at twenty times is seldom adopted without an effect") {
  constexpr int trials = 40;
  CHECK(adopted_at_looks({.steps = 52, .autocorrelation = 0.6}, 20, trials, 2028) <=
        0.03 + sequence_margin(0.03, trials));
}

TEST_CASE("the size that a sequence's design asks for shows its effect") {
  constexpr int trials = 60;
  TrialWish wish{Protocol::sequence, 60, 0.5};
  wish.dispersion = 2;
  wish.autocorrelation = 0.3;
  const double power = power_of_sequence_design(wish, trials, 2029);
  CHECK(power >= 0.78 - sequence_margin(0.8, trials));
  CHECK(power <= 0.84 + sequence_margin(0.8, trials));
}
