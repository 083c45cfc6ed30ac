#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("what is observed of any tier is judged as its size is") {
  const auto target = [](const std::string& value) {
    return checked_with(R"({"market": {"target": {"observations": [{"date": "@-9", "value": )" + value +
                        "}]}}}");
  };
  CHECK(raises(target("5000"), "market-nesting"));
  CHECK(raises(target("-1"), "out-of-range"));
  CHECK(raises(target("\"60 %\""), "percentage-of-count"));
  CHECK(rules_of(target("1150")).empty());
  const std::string rural =
      R"({"market": {"segments": [{"id": "rural", "target": {"observations": [{"date": "@-9", "value": )";
  CHECK(raises(checked_with(rural + "900}]}}]}}"), "segment-totals"));
  CHECK_FALSE(raises(checked_with(rural + "1200}]}}]}}"), "segment-totals"));
  CHECK(raises(
      checked_with(R"({"market": {"addressed": {"observations": [{"date": "@-400", "value": 4000}]}}})"),
      "tier-outdated"));
  CHECK(
      raises(checked_with(R"({"market": {"addressed": {"observations": [{"date": "@9", "value": 4000}]}}})"),
             "observation-in-future"));
}

TEST_CASE("a tier that a query is to tell is not missing before it was asked") {
  const std::string query = R"("measurement": {"query": {"source": "register", "sql": "select 1"}})";
  const std::string file = R"("observations": {"file": "never-measured.csv"})";
  const auto addressed = [](const std::string& fields) {
    return checked_with(R"({"market": {"addressed": {"size": null, )" + fields + "}}}");
  };
  CHECK(raises(addressed(query + ", " + file), "never-measured"));
  CHECK_FALSE(raises(addressed(query + ", " + file), "tier-missing"));
  CHECK(raises(addressed(query), "tier-missing"));
  CHECK(raises(addressed(file), "tier-missing"));
  CHECK_FALSE(
      raises(checked_with(R"({"market": {"addressed": null, "segments": [{"id": "rural", "addressed": {)" +
                          query + ", " + file + "}}]}}"),
             "tier-missing"));
}

TEST_CASE("a size typed since the newest observation is told, unless it says the same") {
  const auto typed = [](const std::string& size, const std::string& as_of) {
    return raises(checked_with(R"({"market": {"target": {"size": )" + size + R"(, "as_of": ")" + as_of +
                               R"(", "observations": [{"date": "@-9", "value": 1150}]}}})"),
                  "tier-told-twice");
  };
  CHECK(typed("1200", "@-9"));
  CHECK(typed("1200", "@-2"));
  CHECK_FALSE(typed("1150", "@-2"));
  CHECK_FALSE(typed("1200", "@-10"));
}

TEST_CASE("segments are judged like the market") {
  CHECK(raises(
      checked_with(R"({"market": {"segments": [{"id": "rural", "addressable": 10, "addressed": 20}]}})"),
      "market-nesting"));
  CHECK(raises(
      checked_with(R"({"market": {"segments": [{"id": "rural", "addressed": 10, "penetrated": 20}]}})"),
      "penetrated-beyond-addressed"));
  const auto goal = R"({"market": {"segments": [{"id": "rural", "addressable": 100, "addressed": 20}],
    "share_goals": [{"of": "addressable", "share": 0.5, "by": "@30", "segment": "rural"}]}})";
  CHECK(raises(checked_with(goal), "share-goal-beyond-addressed"));
}

TEST_CASE("a goal due before the launch is told, unless it counts who signs up for it") {
  const auto with = [](std::string_view launched) {
    return checked_with(R"({"solution": {"launched": ")" + std::string(launched) + R"("}})");
  };
  CHECK_FALSE(raises(with("@300"), "goal-before-launch")); // on its very day
  const auto file = with("@301");
  CHECK(std::count_if(file.findings.begin(), file.findings.end(), [](const Finding& one) {
          return one.rule == "goal-before-launch";
        }) == 2); // the share goal and the active schools, not the accounts opened
}
