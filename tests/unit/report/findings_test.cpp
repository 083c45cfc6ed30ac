#include "examples.hpp"
#include "report/findings/findings.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("a finding keeps its fingerprint when the lines above it change, and each has its own") {
  const auto file = checked_with(R"({"market": {"target": {"size": 5000}}, "budget": {"money": 10}})");
  REQUIRE(file.findings.size() >= 2);
  const auto prints = [&](const CheckedFile& one) {
    report::Fingerprints fingerprints(one.sources.first());
    std::vector<std::string> all;
    for (const Finding& finding : one.findings)
      all.push_back(fingerprints.next(finding));
    return all;
  };
  const auto moved = checked("\n\n" + std::string(file.sources.first().bytes()));
  CHECK(prints(file) == prints(moved));
  report::Fingerprints twice(file.sources.first());
  CHECK(twice.next(file.findings[0]) != twice.next(file.findings[0]));
  CHECK(prints(file)[0].size() == 16);
}

TEST_CASE("what was only counted is told as one finding of its file, in every format") {
  auto options = on_that_day();
  options.max_findings = 0;
  const auto file =
      checked(example_strategy(R"({"market": {"target": {"size": 5000}}})", Language::english, day),
              "examples/faulty/strategy.json", options);
  REQUIRE(file.unkept.size() == 1);
  const Finding together = report::told_together(file, file.unkept.front(), {"more", "davantage"});
  CHECK(together.rule == "market-nesting");
  std::size_t told = 0;
  report::each_told(file, {"more", "davantage"}, [&](const Finding&) { ++told; });
  CHECK(told == 1);
}

TEST_CASE("an array is written element by element") {
  std::string written = "[";
  report::JsonArray array([&](std::string_view piece) { written += piece; }, 2);
  array.add(1);
  array.add(nlohmann::ordered_json{{"a", 2}});
  array.close();
  CHECK(nlohmann::json::parse(written) == nlohmann::json::parse(R"([1, {"a": 2}])"));
}
