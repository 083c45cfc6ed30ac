// What people read of tests.
#include "deploy_plan/answers.hpp"
#include "golden/golden.hpp"
#include "report/views/trial/test_value_view.hpp"
#include "report/views/trial/trial_csv.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("tests read as they must") {
  for (const std::string name : {"tests-rappels.json", "tests-saison.json", "nis2-registration.jsonc"}) {
    const Strategy strategy = strategy_of("examples/" + name);
    const auto trials = read_trials(strategy, day);
    const StrategyTrials told{strategy.name, day, "EUR", trials};
    const std::string golden = "test/" + name.substr(0, name.find('.'));
    matches_in_each_format(golden, document_of(told));
    matches(golden + ".json", json_of(told));
    matches(golden + ".csv", report::trials_csv(trials, false));
    matches(golden + ".fr.csv", report::trials_csv(trials, true));
  }
}

TEST_CASE("which test comes first reads as it must, and so does that none is worth it") {
  for (const std::string name : {"plan-agenda.json", "tests-rappels.json"}) {
    const Strategy strategy = strategy_of("examples/" + name);
    const auto values = test_values({&strategy, 1}, day, {});
    REQUIRE(values);
    const NextTest next{{strategy.name}, day, *values};
    const std::string golden = "test/next-" + name.substr(0, name.find('.'));
    matches_in_each_format(golden, document_of(next));
    matches(golden + ".json", json_of(next));
    matches(golden + ".csv", report::test_values_csv(*values, false));
    matches(golden + ".fr.csv", report::test_values_csv(*values, true));
  }
}

TEST_CASE("tests designed read as they must, those that the market cannot hold too") {
  TrialWish wish{Protocol::ab, 0.05, 0.02};
  wish.pace = 300;
  matches_in_each_format("test/design-ab", document_of(DesignedTrial{wish, *design_trial(wish)}));
  matches("test/design-ab.json", json_of(DesignedTrial{wish, *design_trial(wish)}));
  wish.market = 1200;
  matches_in_each_format("test/design-beyond", document_of(DesignedTrial{wish, *design_trial(wish)}));
  const TrialWish pilot{Protocol::pilot, 0.25, 0.1};
  matches_in_each_format("test/design-pilot", document_of(DesignedTrial{pilot, *design_trial(pilot)}));
  const TrialWish sequence{Protocol::sequence, 20, 0.3};
  matches_in_each_format("test/design-sequence",
                         document_of(DesignedTrial{sequence, *design_trial(sequence)}));
}

TEST_CASE("the balance of a list reads as it must") {
  Balance balance({"region", "size"}, {"control", "letter"}, 7);
  for (int i = 0; i < 200; ++i) {
    balance.take_beneficiary(static_cast<std::size_t>(i % 2));
    balance.take(0, i % 3 == 0 ? "north" : "south", static_cast<std::size_t>(i % 2));
    balance.take(1, std::to_string(i * 37 % 101 + (i % 2) * 12), static_cast<std::size_t>(i % 2));
  }
  const Assignment assignment = balance.assignment();
  matches_in_each_format("test/balance", document_of(assignment));
  matches("test/balance.json", json_of(assignment));
}
