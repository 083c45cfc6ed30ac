// What tests say, as scripts ask it.
#include "answers/answers.hpp"
#include "answers/json.hpp"
#include "answers/path.hpp"
#include "examples.hpp"
#include <algorithm>
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

const Strategy& reminders() {
  static const Strategy strategy = strategy_of("examples/tests-rappels.json");
  return strategy;
}
answers::Value figure(const StrategyTrials& told, std::string_view path) {
  const auto found = answers::look_up(answers::description<StrategyTrials>(), &told, path);
  INFO(path);
  REQUIRE(std::holds_alternative<answers::Located>(found));
  return std::get<answers::Located>(found).value;
}
} // namespace

TEST_CASE("every verdict is counted under its word") {
  VerdictCounts counts;
  counts.add(Verdict::go_on);
  counts.add(Verdict::go_on);
  const auto json = nlohmann::json::parse(answers::as_json(counts));
  const auto words = model::choices<Verdict>();
  CHECK(json.size() == words.size());
  for (const model::Choice& word : words)
    CHECK(json.at(std::string(word.name.en)) == (word.value == static_cast<int>(Verdict::go_on) ? 2 : 0));
}

TEST_CASE("figures of tests have paths in both languages, by the names of actions, arms and days") {
  const auto trials = read_trials(reminders(), day);
  const StrategyTrials told{reminders().name, day, "EUR", trials};
  CHECK(figure(told, "verdicts.adopter") == answers::Value(count_verdicts(trials).of(Verdict::adopt)));
  const auto& compared = std::get<AbReading>(trials.front().reading);
  CHECK(figure(told, "tests.rappel-sms.comparaisons.rappel à 3 jours.valeur_p") ==
        answers::Value(compared.comparisons.front().p_value));
  CHECK(figure(told, "tests.rappel-sms.arms.rappel à 10 jours.rate") ==
        answers::Value(compared.arms.back().sample.rate()));
  const auto sequence = std::find_if(trials.begin(), trials.end(),
                                     [](const Trial& trial) { return trial.protocol == Protocol::sequence; });
  REQUIRE(sequence != trials.end());
  const ReadStart& start = std::get<SequenceReading>(sequence->reading).starts.front();
  CHECK(figure(told, "tests." + sequence->action + ".débuts." + iso(start.date) + ".rapport") ==
        answers::Value(start.ratio));
}
