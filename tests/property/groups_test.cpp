// Error rates where groups are drawn, by seeded simulation; small here, whole in the bench. Tolerances are
// three standard errors of the simulation.
#include "catch.hpp"
#include "group_truths.hpp"
#include <cmath>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {
double simulation_margin(double rate, int trials) { return 3 * std::sqrt(rate * (1 - rate) / trials); }
} // namespace

TEST_CASE("groups without a difference raise no more false alarms than they may") {
  constexpr int trials = 1000;
  for (const double icc : {0.02, 0.05, 0.1, 0.2})
    for (const int clusters : {6, 12, 20}) {
      CAPTURE(icc, clusters);
      CHECK(false_alarms_of_groups(icc, clusters, trials, 20) <= 0.055 + simulation_margin(0.055, trials));
    }
  CHECK(false_alarms_of_people(0.1, 12, trials, 20) > 0.25);
}

TEST_CASE("groups looked at twenty times raise no more false alarms, planned or not") {
  constexpr int trials = 600;
  for (const double icc : {0.02, 0.1, 0.2})
    for (const int clusters : {6, 20}) {
      CAPTURE(icc, clusters);
      CHECK(false_adoptions_of_groups(icc, clusters, 20, false, trials, 21) <=
            0.03 + simulation_margin(0.03, trials));
      CHECK(false_adoptions_of_groups(icc, clusters, 20, true, trials, 22) <=
            0.03 + simulation_margin(0.03, trials));
    }
}

TEST_CASE("a pilot of groups at its threshold is seldom adopted") {
  constexpr int trials = 600;
  for (const double icc : {0.02, 0.1})
    for (const int clusters : {6, 20}) {
      CAPTURE(icc, clusters);
      CHECK(false_adoptions_of_pilot_groups(icc, clusters, 1, trials, 23) <=
            0.05 + simulation_margin(0.05, trials));
      CHECK(false_adoptions_of_pilot_groups(icc, clusters, 20, trials, 24) <=
            0.05 + simulation_margin(0.05, trials));
    }
}

TEST_CASE("designs of groups reach their power") {
  constexpr int trials = 1000;
  TrialWish wish{Protocol::ab, 0.1, 0.05};
  wish.cluster_size = 60;
  for (const double icc : {0.02, 0.1})
    for (const double variation : {0.0, 0.4}) {
      wish.icc = icc;
      wish.cluster_variation = variation;
      CAPTURE(icc, variation);
      const double power = power_of_groups(wish, trials, 25);
      CHECK(power >= 0.78 - simulation_margin(0.8, trials));
      CHECK(power <= 0.84 + simulation_margin(0.8, trials));
    }
}
