#include "deploy_plan/gap.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

constexpr std::string_view later =
    R"({"objectives": [{"id": "active-schools", "observations": [{"date": "@-60", "value": 40}, {"date": "@9", "value": 90}]}],
    "actions": [{"id": "webinars", "runs": {"done": 3}, "results": [{"date": "@-5", "effect": 20, "runs": 1}, {"date": "@5", "effect": 30, "runs": 2}]}]})";

CheckedFile looked_back(Strategy& strategy) {
  CheckOptions options = on_that_day();
  options.looks_back = true;
  return check(std::make_shared<const Source>("s.json", example_strategy(later, Language::english, day)),
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
        "as of 1 March 2026, 1 observation, 1 result and 0 test readings of later days are left out");
  CHECK(strategy.objectives.at(1).observations->points.size() == 1);
  CHECK(strategy.actions.front().results.size() == 1);
  CHECK(*strategy.actions.front().runs->done == 1);
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
