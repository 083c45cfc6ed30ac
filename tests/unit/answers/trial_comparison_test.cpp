// What people and programs read of segments compared.
#include "answers/json.hpp"
#include "answers/trial_words.hpp"
#include "deploy_plan/answers.hpp"
#include "examples.hpp"
#include <set>

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("each verdict on segments compared is a sentence in both languages") {
  ComparedReading reading;
  reading.treated = 2;
  reading.untouched = 5;
  reading.segments.resize(7);
  reading.effect = 0.12;
  reading.interval = Interval{0.01, 0.2};
  reading.segments_needed = 20;
  Trial trial;
  trial.protocol = Protocol::comparison;
  trial.size = 5;
  trial.planned = 12;
  const std::pair<Verdict, TrialReason> all[] = {{Verdict::adopt, TrialReason::better},
                                                 {Verdict::adopt, TrialReason::better_early},
                                                 {Verdict::drop, TrialReason::worse},
                                                 {Verdict::drop, TrialReason::too_small},
                                                 {Verdict::go_on, TrialReason::size_not_reached},
                                                 {Verdict::not_begun, TrialReason::not_begun},
                                                 {Verdict::cannot_tell, TrialReason::no_segment},
                                                 {Verdict::cannot_tell, TrialReason::no_figures},
                                                 {Verdict::cannot_tell, TrialReason::impossible},
                                                 {Verdict::cannot_tell, TrialReason::trends_apart},
                                                 {Verdict::cannot_tell, TrialReason::too_few_segments},
                                                 {Verdict::cannot_tell, TrialReason::unplanned},
                                                 {Verdict::cannot_tell, TrialReason::unclear}};
  std::set<std::string> said;
  for (const bool relative : {false, true}) {
    reading.relative = relative;
    trial.reading = reading;
    for (const auto& [verdict, reason] : all) {
      trial.verdict = verdict;
      trial.reason = reason;
      const Phrase why = answers::verdict_reason(trial);
      for (const Language language : {Language::english, Language::french}) {
        const std::string words = why.in(language);
        CAPTURE(words);
        CHECK_FALSE(words.empty());
        CHECK(words.find_first_of("{}#|") == std::string::npos);
        if (!relative)
          CHECK(said.insert(words).second); // and each of them its own
      }
    }
  }
}

TEST_CASE("segments compared are told under a key of their own") {
  const Strategy strategy = strategy_of("examples/tests-departements.json");
  const std::string json = json_of(StrategyTrials{strategy.name, day, "", read_trials(strategy, day)});
  CHECK(json.find("\"comparison\": {") != std::string::npos);
  CHECK(json.find("\"trends_p_value\"") != std::string::npos);
  CHECK(json.find("nan") == std::string::npos);
}
