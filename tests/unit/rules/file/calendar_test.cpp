#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("what ends before it begins points back at its begin") {
  const auto file = checked_with(R"({"actions": [{"id": "webinars", "start": "@60", "end": "@30"}]})");
  const auto found = std::find_if(file.findings.begin(), file.findings.end(),
                                  [](const Finding& one) { return one.rule == "dates-reversed"; });
  REQUIRE(found != file.findings.end());
  CHECK(shown(file, *found) == "\"2026-03-31\"");
  REQUIRE(found->related.size() == 1);
  CHECK(file.sources.bytes(found->related.front().place) == "\"2026-04-30\"");
  CHECK_FALSE(raises(checked_with(R"({"actions": [{"id": "webinars", "start": "@30", "end": "@30"}]})"),
                     "dates-reversed"));
}

TEST_CASE("the first and the last day of the period are in it") {
  const auto with = [](const std::string& by) {
    return checked_with(
        R"({"period": {"start": "2026-01-01", "end": "2026-12-31"}, "market": {"share_goals": [{"of": "target", "share": 0.5, "by": ")" +
        by + "\"}]}}");
  };
  CHECK_FALSE(raises(with("2026-12-31"), "goal-outside-period"));
  CHECK(raises(with("2027-01-01"), "goal-outside-period"));
}
