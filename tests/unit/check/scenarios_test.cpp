// The scenarios of a file are tried as they would be applied.
#include "deploy_plan/scenario.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("scenarios are tried however few findings are kept") {
  auto options = on_that_day();
  options.max_findings = 0;
  const auto file =
      checked(std::string(example_strategy(find_rule("scenario-unsound")->bad, Language::english, day)),
              "s.json", options);
  CHECK(std::any_of(file.unkept.begin(), file.unkept.end(),
                    [](const UnkeptFindings& one) { return one.rule == "scenario-unsound"; }));
}

TEST_CASE("check tries the scenarios of the file") {
  CHECK(
      raises(checked_with(R"({"scenarios": [{"id": "a", "set": {"budget.money": "lots"}}]})"), "wrong-type"));
  CHECK(raises(checked_with(R"({"scenarios": [{"id": "a", "set": {"market.target.size": 30000}}]})"),
               "scenario-unsound"));
  CHECK(
      checked_with(R"({"scenarios": [{"id": "a", "set": {"market.target.size": "+1%"}}]})").findings.empty());
}

TEST_CASE("what a scenario removes is not missed by the scenarios") {
  const std::string scenarios =
      R"({"id": "without", "set": {"actions.webinars": null}}, {"id": "dearer", "set": {"actions.webinars.cost.money": "*2"}})";
  const auto text = example_strategy(R"({"scenarios": [)" + scenarios + "]}", Language::english, day);
  CHECK(checked(text).findings.empty());
  const auto file =
      *StrategyFile::open(std::make_shared<const Source>("strategy.json", text), on_that_day()).file;
  for (const Changes& removal :
       {Changes(OwnScenario{"without"}), Changes(Assignments{"--set", {"actions.webinars=null"}})}) {
    const Variant variant = file.with({&removal, 1});
    CHECK(variant.is_sound());
    CHECK_FALSE(raises(variant.checked, "scenario-path"));
  }
}

TEST_CASE("what refers to the removed is told once") {
  const auto file = checked_with(
      R"({"actions": [{"id": "a", "name": "a", "lever": "sponsors", "objective": "active-schools", "requires": ["webinars"]},
                      {"id": "b", "name": "b", "lever": "sponsors", "objective": "active-schools", "requires": ["webinars"]}],
          "scenarios": [{"id": "without", "set": {"actions.webinars": null}}]})");
  const auto unsound = std::count_if(file.findings.begin(), file.findings.end(), [](const Finding& one) {
    return one.rule == "scenario-unsound" &&
           one.message.in(Language::english).ends_with("unsound: unknown-reference");
  });
  CHECK(unsound == 1);
}

TEST_CASE("a path that is only counted moves no other finding") {
  const auto text = example_strategy(
      R"({"scenarios": [{"id": "a", "set": {"market.one": 1, "market.two": 2, "market.three": 3}}]})",
      Language::english, day);
  auto few = on_that_day();
  few.max_findings = 1;
  const auto file = checked(text, "examples/faulty/strategy.json", few);
  REQUIRE(file.findings.size() == 1);
  CHECK(shown(file, file.findings[0]) == "\"market.one\"");
  REQUIRE(file.unkept.size() == 1);
  CHECK(file.unkept[0].count == 2);
}
