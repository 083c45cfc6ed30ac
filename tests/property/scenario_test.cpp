// What must hold of changes and differences whatever they are about.
#include "deploy_plan/answers.hpp"
#include "deploy_plan/gap.hpp"
#include "deploy_plan/scenario.hpp"
#include "golden/golden.hpp"
#include <random>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

StrategyFile opened(const std::string& path, const std::string& text) {
  auto result = StrategyFile::open(std::make_shared<const Source>(path, text), on_that_day());
  REQUIRE(result.file);
  return *result.file;
}

const std::string examples[] = {"examples/diagnostic-communes.json", "examples/parcours-cybersecurite.json",
                                "examples/nis2-registration.jsonc", "examples/harbour-register.json"};

/// Assignments that leave the example sound; no two of one group meet.
const std::vector<std::string> assignments = {
    "market.target.size=-10%",
    "market.addressed.size=+3%",
    "budget.money=*1.5",
    "budget.days=+20",
    "name=another name",
    "actions.webinaires.cost.money=-50",
    "actions.webinaires.effect=*1.1",
    "actions.lettre-association=null",
    R"(actions.appel={"lever": "sponsors", "objective": "comptes", "effect": 12, "cost": {"days": 1}, "name": "Appel"})",
    "objectives.comptes.target.by=2026-11-30",
    "objectives.comptes.target.value=3000",
    "market.share_goals.target.share=0.4",
    "solution.description=else",
    "north_star.until=2026-07-31",
    "levers.communication.why=else",
    "team.Camille.days=+5",
    "rules.tier-outdated.severity=info",
    "actions.webinaires.results.2026-01-22.effect=70",
    "actions.invitation-finale.test.arms.avec bouton.converted=9",
    "scenarios.renfort=null"};

std::string gap_of(const Strategy& strategy) { return json_of(gap(strategy, day)); }

Variant with(const StrategyFile& file, const std::vector<std::string>& texts) {
  const Changes changes = Assignments{"--set", texts};
  return file.with({&changes, 1});
}

std::vector<std::string> some_of(std::mt19937& random) {
  std::vector<std::string> chosen;
  for (const std::string& one : assignments)
    if (random() % 2 == 0)
      chosen.push_back(one);
  return chosen;
}
} // namespace

TEST_CASE("a strategy differs from itself in nothing, however it is written") {
  for (const std::string& path : examples) {
    CAPTURE(path);
    const auto file = opened(path, content(path));
    CHECK(file.differences_to(file).empty());
    CHECK_FALSE(file.everything().empty());
  }
  const auto english = opened("a.json", first_strategy(Language::english, day));
  const auto commented = opened("b.jsonc", first_strategy(Language::english, day, true));
  CHECK(english.differences_to(commented).empty());
}

TEST_CASE("applying the differences of two versions to the older gives the newer's figures") {
  const std::string path = examples[0];
  const auto older = opened(path, content(path));
  std::mt19937 random(4);
  for (int round = 0; round < 60; ++round) {
    // A newer version is the older one with changes; written as JSON by the changes themselves.
    const auto chosen = some_of(random);
    const Variant newer = with(older, chosen);
    CAPTURE(chosen);
    REQUIRE(newer.is_sound());
    std::vector<std::string> again;
    for (const Difference& change : newer.changes)
      again.push_back(change.path.en + "==" + change.to.json);
    const Variant same = with(older, again);
    CHECK(same.is_sound());
    CHECK(gap_of(same.strategy) == gap_of(newer.strategy));
  }
}

TEST_CASE("differences applied to one example give the figures of another") {
  // The strategies share nothing, and what comes of it is all the same the other one.
  for (const std::string& from : examples)
    for (const std::string& to : examples) {
      CAPTURE(from, to);
      const auto older = opened(from, content(from));
      const auto newer = opened(to, content(to));
      std::vector<std::string> texts;
      for (const Difference& one : older.differences_to(newer))
        texts.push_back(one.path.en + "==" + one.to.json);
      const Variant changed = with(older, texts);
      for (const Finding& finding : changed.checked.findings)
        CHECK((finding.severity != Severity::error || finding.rule == "series-unreadable" ||
               finding.rule == "scenario-path"));
      const Variant wanted = with(newer, {});
      CHECK(gap_of(changed.strategy) == gap_of(wanted.strategy));
    }
}

TEST_CASE("changes whose paths do not meet commute") {
  const auto file = opened(examples[0], content(examples[0]));
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    auto chosen = some_of(random);
    const Variant forth = with(file, chosen);
    std::shuffle(chosen.begin(), chosen.end(), random);
    const Variant back = with(file, chosen);
    CAPTURE(chosen);
    CHECK(gap_of(forth.strategy) == gap_of(back.strategy));
    CHECK(forth.changes.size() == back.changes.size());
  }
}
