#include "deploy_plan/gap.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

constexpr std::string_view later =
    R"({"objectives": [{"id": "active-schools", "observations": [{"date": "@-60", "value": 40}, {"date": "@9", "value": 90}]}],
    "actions": [{"id": "webinars", "runs": {"done": 3}, "results": [{"date": "@-5", "effect": 20, "runs": 1}, {"date": "@5", "effect": 30, "runs": 2}]}]})";

CheckedFile looked_back(Strategy& strategy, std::string_view fragment = later) {
  CheckOptions options = on_that_day();
  options.looks_back = true;
  return check(std::make_shared<const Source>("s.json", example_strategy(fragment, Language::english, day)),
               options, [&](Strategy&& read) { strategy = std::move(read); });
}
} // namespace

TEST_CASE("looking back leaves out what came later, and one finding counts it") {
  Strategy strategy;
  const auto file = looked_back(strategy);
  CHECK(file.is_sound());
  REQUIRE(raises(file, "later-figures"));
  CHECK_FALSE(raises(file, "observation-in-future"));
  const auto found = std::find_if(file.findings.begin(), file.findings.end(),
                                  [](const Finding& one) { return one.rule == "later-figures"; });
  CHECK(found->severity == Severity::info);
  CHECK(found->message.in(Language::english) ==
        "as of 1 March 2026, 1 observation and 1 result of later days are left out");
  CHECK(strategy.objectives.at(1).observations->points.size() == 1);
  CHECK(strategy.actions.front().results.size() == 1);
  CHECK(*strategy.actions.front().runs->done == 1);
}

TEST_CASE("a schedule stays: what was promised was promised then") {
  Strategy strategy;
  (void)looked_back(strategy, R"({"actions": [{"id": "webinars", "schedule": [{"month": "2026-02", "runs": 1},
    {"month": "2026-05", "runs": 2}], "results": [{"date": "@5", "effect": 30}]}]})");
  CHECK(strategy.actions.front().results.empty());
  CHECK(strategy.actions.front().schedule.size() == 2);
}

TEST_CASE("what was planned stays, and an event that nobody had seen yet does not") {
  Strategy strategy;
  const auto told = [&](const CheckedFile& file) {
    const auto found = std::find_if(file.findings.begin(), file.findings.end(),
                                    [](const Finding& one) { return one.rule == "later-figures"; });
    return found == file.findings.end() ? Words{} : found->message.words();
  };
  const Words one = told(looked_back(strategy, R"({"events": [
    {"name": "seen", "date": "@-20", "kind": "step"}, {"name": "to come", "date": "@20", "kind": "pace"},
    {"name": "foreseen", "date": "@30", "kind": "step", "effect": {"low": 5, "high": 40}}],
    "objectives": [{"id": "active-schools", "target": {"milestones": [{"by": "@90", "value": 300}]}}]})"));
  CHECK(one.en == "as of 1 March 2026, 1 event of a later day is left out");
  CHECK(one.fr == "au 1\u1d49\u02b3 mars 2026, 1 événement d'un jour ultérieur est laissé de côté");
  REQUIRE(strategy.events.size() == 2);
  CHECK(strategy.events[0].name == "seen");
  CHECK(strategy.events[1].name == "foreseen");
  CHECK(strategy.objectives.at(1).target.milestones.size() == 1);
  const auto sizes = told(looked_back(strategy, R"({"market": {"addressable": {"as_of": "@30"}}})"));
  CHECK(sizes.en == "as of 1 March 2026, 1 size of a tier is kept though known later");
  const auto all = told(looked_back(strategy, R"({"market": {"addressable": {"as_of": "@30"}},
    "events": [{"name": "to come", "date": "@20", "kind": "pace"}],
    "objectives": [{"id": "active-schools", "observations": [{"date": "@-60", "value": 40}, {"date": "@9", "value": 90}, {"date": "@19", "value": 99}]}],
    "actions": [{"id": "webinars", "results": [{"date": "@5", "effect": 30}]}]})"));
  CHECK(all.en ==
        "as of 1 March 2026, 2 observations, 1 result and 1 event of later days are left out; 1 size "
        "of a tier is kept though known later");
}

TEST_CASE("seen from today, what is later is an error wherever it stands") {
  const auto file = checked_with(later);
  const auto rules = rules_of(file);
  CHECK(std::count(rules.begin(), rules.end(), "observation-in-future") == 2);
  CHECK(raises(checked_with(R"({"market": {"addressable": {"as_of": "@30"}}})"), "observation-in-future"));
  CHECK(raises(
      checked_with(
          R"({"actions": [{"id": "webinars", "test": {"protocol": "sequence", "planned_size": null, "threshold": null, "series": [{"date": "@-9", "value": 4}, {"date": "@9", "value": 5}]}}]})"),
      "observation-in-future"));
}
