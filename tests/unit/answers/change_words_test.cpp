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
    all.push_back(answers::change_words(change, answers::rate_ids(variant.strategy)).words());
  return all;
}
} // namespace

TEST_CASE("what a scenario changes is told in words") {
  const auto all = told({"market.target.size=+10%", "actions.webinars=null", "budget.money==30000"});
  REQUIRE(all.size() == 3);
  CHECK(all[0].en == "target tier raised from 1,200 to 1,320 (+10%)");
  CHECK(all[0].fr == "marché cible\u00a0: passe de 1\u202f200 à 1\u202f320 (+10\u202f%)");
  CHECK(all[1].en == "action webinars removed");
  CHECK(all[2].en == "budget, money raised from 20,000 to 30,000 (+50%)");
}

TEST_CASE("a change is of a step of the booklet, or of none") {
  Difference change;
  change.parts = {{{"market", "marché"}, {}}, {{"target", "cible"}, {}}};
  CHECK(answers::step_of(change) == 1);
  CHECK(answers::subject_words(change).fr == "marché cible");
  change.parts = {{{"budget", "budget"}, {}}};
  CHECK(answers::step_of(change) == 0);
}
