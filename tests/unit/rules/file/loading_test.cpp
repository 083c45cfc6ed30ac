#include "deploy_plan/silence.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("a missing record is said once and not judged") {
  const auto file = checked(R"({"version": 1, "name": "x", "objectives": []})");
  CHECK(raises(file, "missing-field"));
  CHECK_FALSE(raises(file, "dates-reversed"));
  CHECK_FALSE(raises(file, "tier-missing"));
}

TEST_CASE("one run shows all that is wrong with a file, each at its place") {
  const auto file =
      checked(R"({"version": 2, "nom": "x", "name": "y", "period": {"start": "2026-02-30", "end": 5},
    "market": {"unit": "school", "addressable": "many", "addressed": 1e3, "target": 1.5, "penetratd": 4}, "objectives": {}})");
  const std::vector<std::pair<std::string, std::string>> wanted{{"out-of-range", "2"},
                                                                {"duplicate-key", "\"name\""},
                                                                {"unparsable-value", "\"2026-02-30\""},
                                                                {"wrong-type", "5"},
                                                                {"wrong-type", "\"many\""},
                                                                {"wrong-type", "1.5"},
                                                                {"unknown-key", "\"penetratd\""},
                                                                {"wrong-type", "{"}};
  for (const auto& one : wanted) { // Clang 14 lets no lambda hold the names of a structured binding
    CAPTURE(one.first, one.second);
    CHECK(std::any_of(file.findings.begin(), file.findings.end(), [&](const Finding& finding) {
      return finding.rule == one.first && shown(file, finding) == one.second;
    }));
  }
}

TEST_CASE("what the loader finds is an error, whatever the file or the options say") {
  constexpr std::string_view faulty = R"({"market": {"adressed": 800}, "rules": {"unknown-key": ")";
  for (const std::string severity : {"off", "info", "warning"}) {
    const auto file = checked_with(std::string(faulty) + severity + "\"}}");
    CHECK(raises(file, "unknown-key"));
    CHECK(raises(file, "silence-refused"));
    CHECK_FALSE(raises(file, "silence-unused"));
    CHECK_FALSE(file.is_sound());
  }
  CHECK_FALSE(raises(checked_with(std::string(faulty) + "error\"}}"), "silence-refused"));
  auto options = on_that_day();
  options.rules["wrong-type"] = Severity::off;
  CHECK_FALSE(checked(R"({"name": 5})", "s.json", options).is_sound());
  CHECK_FALSE(can_be_silenced(*find_rule("series-malformed")));
  CHECK(can_be_silenced(*find_rule("market-nesting")));
  CHECK(can_be_silenced(*find_rule("silence-unused")));
}

TEST_CASE("days beyond the calendar that is reckoned with are findings") {
  CHECK(raises(checked_with(R"({"objectives": [{"id": "active-schools", "target": {"by": "9999-12-31"}}]})"),
               "out-of-range"));
  CHECK(raises(checked_with(R"({"solution": {"launched": "0026-03-01"}})"), "out-of-range"));
}

TEST_CASE("figures that would make others infinite are findings") {
  for (const std::string number : {"5e-324", "1.7e308", "1e16", "-1e16"})
    CHECK(raises(
        checked_with(R"({"objectives": [{"id": "active-schools", "target": {"value": )" + number + "}}]}"),
        "out-of-range"));
  CHECK(
      raises(checked_with(R"({"actions": [{"id": "webinars", "effect": {"low": 1e-320, "high": 1.7e308}}]})"),
             "out-of-range"));
}
