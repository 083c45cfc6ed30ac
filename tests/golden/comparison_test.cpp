// What people read of segments compared, and of roll-outs in waves.
#include "deploy_plan/answers.hpp"
#include "golden/golden.hpp"
#include "report/views/trial/trial_csv.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("segments compared read as they must") {
  const Strategy strategy = strategy_of("examples/tests-departements.json");
  const auto trials = read_trials(strategy, day);
  const StrategyTrials told{strategy.name, day, "EUR", trials};
  matches_in_each_format("test/tests-departements", document_of(told));
  matches("test/tests-departements.json", json_of(told));
  matches("test/tests-departements.csv", report::trials_csv(trials, false));
}

TEST_CASE("waves read as they must") {
  RollOut told{7, 2, {{"north", 0}, {"south", 1}, {"east", 0}}, {2, 1}, {}, {}};
  told.wish = RollOutWish{0.05, 0.015, 0.05, 2, 120, {}, 0.02, 3};
  told.power = roll_out_power(*told.wish);
  matches_in_each_format("test/roll-out", document_of(told));
  matches("test/roll-out.json", json_of(told));
}
