// What changed, in words: scenarios' assignments are told as the differences of versions are.
#include "answers/change_words.hpp"
#include "deploy_plan/scenario.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {
std::vector<Words> told(const std::vector<std::string>& sets) {
  const auto opened = StrategyFile::open(
      std::make_shared<const Source>("s.json", first_strategy(Language::english, day)), on_that_day());
  REQUIRE(opened.file);
  const Changes changes = Assignments{"--set", sets};
  const Variant variant = opened.file->with({&changes, 1});
  std::vector<Words> all;
  for (const Difference& change : variant.changes)
    all.push_back(answers::change_words(change, answers::told_numbers(variant.strategy)).words());
  return all;
}
} // namespace

TEST_CASE("what a scenario changes is told in words") {
  const auto all = told({"market.target.size=+10%", "actions.webinars=null", "budget.money==30000"});
  REQUIRE(all.size() == 3);
  CHECK(all[0].en == "target tier raised from 1,200 to 1,320 (+10%)");
  CHECK(all[0].fr == "marché cible\u00a0: passe de 1\u202f200 à 1\u202f320 (+10\u202f%)");
  CHECK(all[1].en == "action “Monthly webinar” removed");
  CHECK(all[2].en == "budget, money raised from €20,000 to €30,000 (+50%)");
  CHECK(all[2].fr == "budget, argent\u00a0: passe de 20\u202f000\u00a0€ à 30\u202f000\u00a0€ (+50\u202f%)");
}

TEST_CASE("how many runs there may be is told in words, not by its key") {
  const auto all = told({"actions.webinars.runs.min=6", "actions.webinars.runs.max=14"});
  REQUIRE(all.size() == 2);
  CHECK(all[0].en.starts_with("action “Monthly webinar”, runs, number promised"));
  CHECK(all[0].fr.find("passages, nombre promis") != std::string::npos);
  CHECK(all[1].en.starts_with("action “Monthly webinar”, runs, largest number"));
}

TEST_CASE("what a scenario sets whole is called by its name, and is not spelt out in the file's keys") {
  const auto all = told({R"(actions.letter={"name": "A letter", "lever": "communication", "status": "idea"})",
                         R"(actions.webinars.runs={"min": 3, "max": 10})"});
  REQUIRE(all.size() == 2);
  CHECK(all[0].en == "action “A letter” added");
  CHECK(all[1].en == "action “Monthly webinar”, runs rewritten");
}

TEST_CASE("milestones and events are called by their days and names, and shares are percentages") {
  const auto all = told(
      {R"(objectives.active-schools.target.milestones=[{"by": "2026-06-30", "value": 200}])",
       "objectives.active-schools.target.milestones.2026-06-30.value=220",
       R"(market.share_goals.target.milestones=[{"by": "2026-06-30", "value": "20 %"}])",
       "market.share_goals.target.milestones.2026-06-30.value=0.25", "market.share_goals.target.share=60 %",
       R"(events=[{"name": "law in force", "date": "2026-02-01", "kind": "step"}])",
       "événements.law in force.nature=rythme", "actions.webinars.variation=0"});
  REQUIRE(all.size() == 8);
  CHECK(all[1].en ==
        "objective active-schools, target, milestone of 30 June 2026 raised from 200 to 220 (+10%)");
  CHECK(all[1].fr == "objectif active-schools, objectif chiffré, jalon du 30 juin 2026\u00a0: passe de 200 à "
                     "220 (+10\u202f%)");
  CHECK(all[3].en.ends_with("milestone of 30 June 2026 raised from 20% to 25% (+25%)"));
  CHECK(all[4].en.ends_with("share raised from 50% to 60% (+20%)"));
  CHECK(all[6].en == "event law in force, kind changed from step to pace");
  CHECK(all[6].fr == "événement law in force, nature\u00a0: saut devient rythme");
  CHECK(all[7].en == "action “Monthly webinar”, variation set to 0");
}

TEST_CASE("a change is of a step of the booklet, or of none") {
  Difference change;
  change.parts = {{{"market", "marché"}, {}}, {{"target", "cible"}, {}}};
  CHECK(answers::step_of(change) == 1);
  CHECK(answers::subject_words(change).fr == "marché cible");
  change.parts = {{{"budget", "budget"}, {}}};
  CHECK(answers::step_of(change) == 0);
}
