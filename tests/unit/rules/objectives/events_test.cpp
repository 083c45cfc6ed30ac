// Events: what they move is observed before and since, or their effect is given.
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

/// The market is observed from 60 to 2 days ago, and so are two objectives.
CheckedFile event(const std::string& members) {
  return checked_with(R"({"events": [{"name": "law in force", "kind": "step", )" + members + "}]}");
}
bool cannot_be_estimated(const std::string& members) {
  return raises(event(members), "event-without-effect");
}
} // namespace

TEST_CASE("the effect of an event is estimated where something is observed before and since") {
  CHECK_FALSE(cannot_be_estimated(R"("date": "@-59")"));
  CHECK_FALSE(cannot_be_estimated(R"("date": "@-2")"));
  CHECK(cannot_be_estimated(R"("date": "@-60")"));
  CHECK(cannot_be_estimated(R"("date": "@-1")"));
  CHECK(cannot_be_estimated(R"("date": "@30")"));
  CHECK_FALSE(cannot_be_estimated(R"("date": "@30", "effect": 50)"));
  CHECK_FALSE(cannot_be_estimated(R"("date": "@-20", "objective": "active-schools")"));
  CHECK(cannot_be_estimated(R"("date": "@-20", "objective": "recommended")")); // not observed at all
}

TEST_CASE("an event that moves all beneficiaries is seen in any series of them") {
  const auto seen_in = [](const std::string& discovered, const std::string& penetrated) {
    return checked_with(
        R"({"events": [{"name": "law in force", "kind": "step", "date": "@-20"}],
          "objectives": [{"id": "discovered", "observations": )" +
        discovered + R"(}, {"id": "active-schools", "observations": null}], "market": {"penetrated": )" +
        penetrated + "}}");
  };
  const std::string size = R"({"size": 110, "observations": null})";
  const std::string both = R"([{"date": "@-30", "value": 90}, {"date": "@-2", "value": 240}])";
  CHECK(raises(seen_in("null", size), "event-without-effect"));
  CHECK_FALSE(raises(seen_in(both, size), "event-without-effect"));
  CHECK_FALSE(raises(seen_in("null", "{\"observations\": " + both + "}"), "event-without-effect"));
  // Before in one and since in another is not enough.
  CHECK(raises(seen_in(R"([{"date": "@-60", "value": 90}, {"date": "@-30", "value": 95}])",
                       R"({"observations": [{"date": "@-10", "value": 90}, {"date": "@-2", "value": 95}]})"),
               "event-without-effect"));
}

TEST_CASE("an event is of an objective that there is, and counted as that is") {
  const auto unknown = event(R"("date": "@-20", "objective": "active-school")");
  REQUIRE(raises(unknown, "unknown-reference"));
  CHECK_FALSE(raises(unknown, "event-without-effect"));
  for (const Finding& finding : unknown.findings)
    if (finding.rule == "unknown-reference")
      CHECK(shown(unknown, finding) == "\"active-school\"");
  CHECK(raises(event(R"("date": "@-20", "effect": "5 %")"), "percentage-of-count"));
  CHECK(
      raises(event(R"("date": "@-20", "effect": "5 %", "objective": "discovered")"), "percentage-of-count"));
  CHECK_FALSE(
      raises(event(R"("date": "@-20", "effect": "5 %", "objective": "returning")"), "percentage-of-count"));
  CHECK(raises(event(R"("date": "@-20", "effect": 5, "objective": "returning")"), "rate-beyond-one"));
}

TEST_CASE("what is foreseen of an event has its bounds in order") {
  CHECK(raises(event(R"("date": "@30", "effect": {"low": 9, "high": 3})"), "bounds-reversed"));
  CHECK(raises(event(R"("date": "@30", "effect": {"min": 9, "mode": 10, "max": 3})"), "bounds-reversed"));
  CHECK_FALSE(raises(event(R"("date": "@30", "effect": {"low": -9, "high": -3})"), "bounds-reversed"));
}
