// What one strategy's settings make of what is found in it.
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

CheckedFile with(const std::string& setting, const std::string& market = R"({"target": {"size": 5000}})") {
  return checked_with(R"({"market": )" + market + R"(, "rules": {"market-nesting": )" + setting + "}}");
}
} // namespace

TEST_CASE("a setting holds until its day, and is then a finding itself") {
  CHECK_FALSE(raises(with(R"({"severity": "off", "why": "known", "until": "@0"})"), "market-nesting"));
  const auto over = with(R"({"severity": "off", "why": "known", "until": "@-1"})");
  CHECK(raises(over, "market-nesting"));
  CHECK(raises(over, "silence-stale"));
}

TEST_CASE("a silence that silences nothing is said, and one of no rule") {
  CHECK(raises(with(R"("off")", R"({})"), "silence-unused"));
  CHECK_FALSE(raises(with(R"("off")"), "silence-unused"));
  const auto misspelt = checked_with(R"({"rules": {"market-nestin": "off"}})");
  REQUIRE(raises(misspelt, "unknown-reference"));
  CHECK(misspelt.findings.front().help.in(Language::english) == "did you mean market-nesting?");
}

TEST_CASE("findings stand in the order of the file") {
  const auto file =
      checked_with(R"({"market": {"target": {"size": 5000}, "unit": 3}, "budget": {"money": "lots"}})");
  REQUIRE(file.findings.size() >= 3);
  CHECK(std::is_sorted(file.findings.begin(), file.findings.end(),
                       [](const Finding& a, const Finding& b) { return a.place.begin < b.place.begin; }));
}
