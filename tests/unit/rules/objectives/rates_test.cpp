#include "deploy_plan/describe.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

std::string help_of(const CheckedFile& file, std::string_view rule) {
  for (const Finding& finding : file.findings)
    if (finding.rule == rule)
      return finding.help.in(Language::english);
  return {};
}

std::string with_rate(const std::string& figures) {
  return R"({"objectives": [{"id": "returning", )" + figures + "}]}";
}
} // namespace

TEST_CASE("a rate beyond one is an error that offers its hundredth") {
  CHECK(help_of(checked_with(with_rate(R"("target": {"value": 60})")), "rate-beyond-one") ==
        "write 0.6, or \"60 %\"");
  CHECK(raises(checked_with(with_rate(R"("baseline": {"date": "@-60", "value": -0.1})")), "rate-beyond-one"));
  CHECK(raises(checked_with(with_rate(
                   R"("observations": [{"date": "@-9", "value": 0.2}, {"date": "@-2", "value": 30}])")),
               "rate-beyond-one"));
  CHECK(raises(
      checked_with(
          R"({"actions": [{"id": "webinars", "objective": "returning", "effect": {"low": 2, "high": 5}}]})"),
      "rate-beyond-one"));
  CHECK_FALSE(raises(checked_with(with_rate(R"("target": {"value": 1})")), "rate-beyond-one"));
}

TEST_CASE("a percentage is read wherever a rate may stand, and nowhere else") {
  Strategy strategy;
  const auto file = check(
      std::make_shared<const Source>(
          "s.json",
          example_strategy(
              R"({"objectives": [{"id": "returning", "baseline": {"date": "@-60", "value": "12,5 %"}, "target": {"value": "60 %"},
        "observations": [{"date": "@-2", "value": "30%"}]}],
      "market": {"share_goals": [{"of": "target", "share": "50 %", "by": "@300"}]},
      "actions": [{"id": "webinars", "objective": "returning", "effect": "5 %", "decay": "10 %", "measure": {"target": "4 %"}}]})",
              Language::english, day)),
      on_that_day(), [&](Strategy&& read) { strategy = std::move(read); });
  CHECK(file.is_sound());
  CHECK(strategy.objectives.at(2).target.value == 0.6);
  CHECK(strategy.objectives.at(2).baseline->value == 0.125);
  CHECK(strategy.market.share_goals.front().share == 0.5);
  CHECK(*strategy.actions.front().effect->value == 0.05);
  CHECK(*strategy.actions.front().decay == 0.1);

  CHECK(raises(checked_with(R"({"objectives": [{"id": "active-schools", "target": {"value": "60 %"}}]})"),
               "percentage-of-count"));
  CHECK(raises(checked_with(R"({"budget": {"money": "60 %"}})"), "wrong-type"));
  CHECK(raises(checked_with(with_rate(R"("target": {"value": "many"})")), "wrong-type"));
}
