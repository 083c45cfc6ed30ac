#include "deploy_plan/render.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("a severity is the options' first, then the file's, then the catalogue's") {
  const auto text =
      example_strategy(R"({"market": {"target": {"size": 5000}}, "rules": {"market-nesting": "info"}})",
                       Language::english, day);
  CHECK(checked(text).findings.at(0).severity == Severity::info);
  CheckOptions options = on_that_day();
  options.rules["market-nesting"] = Severity::off;
  CHECK(checked(text, "s.json", options).findings.empty());
}

TEST_CASE("what is beyond the most findings is counted by rule") {
  std::string text = R"({"version": 1)";
  for (int i = 0; i < 50; ++i)
    text += ", \"unknown" + std::to_string(i) + "\": 1";
  CheckOptions options = on_that_day();
  options.max_findings = 10;
  const auto file = checked(text + "}", "s.json", options);
  CHECK(file.findings.size() == 10);
  CheckSummary summary;
  summary.add(file);
  CHECK(summary.errors >= 50);
}

namespace {

std::string written(const CheckedFile& file, std::string_view name) {
  const auto format = std::find_if(findings_formats().begin(), findings_formats().end(),
                                   [&](const FindingsFormat& one) { return one.name == name; });
  return render(*format, {&file, 1}, {});
}
} // namespace

TEST_CASE("findings are counted in every format, however few are kept") {
  auto options = on_that_day();
  const std::string text = example_strategy(
      R"({"market": {"target": {"size": 5000}, "adressed": 800, "adressable": 3}, "rules": {"market-nesting": "warning"}})",
      Language::english, day);
  const auto whole = checked(text, "s.json", options);
  options.max_findings = 0;
  const auto counted = checked(text, "s.json", options);
  CHECK(counted.findings.empty());
  CHECK_FALSE(counted.is_sound());
  CheckSummary kept, only_counted;
  kept.add(whole);
  only_counted.add(counted);
  CHECK(kept.errors == only_counted.errors);
  CHECK(kept.warnings == only_counted.warnings);
  CHECK(written(counted, "junit").find("failures=\"" + std::to_string(kept.errors) + "\"") !=
        std::string::npos);
  for (const FindingsFormat& format : findings_formats()) {
    CAPTURE(format.name);
    CHECK(written(counted, format.name).find("unknown-key") != std::string::npos);
  }
  const auto known = KnownFindings::read(written(counted, "json"));
  REQUIRE(known);
  auto again = checked(text, "s.json", on_that_day());
  known->subtract_from(again);
  CHECK(again.findings.empty());
}
