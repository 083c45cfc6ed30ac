#include "catch.hpp"
#include "deploy_plan/render.hpp"

using namespace deploy_plan;

namespace {
const Date day = std::chrono::year{2026} / 3 / 1;

CheckedFile judged(std::string text) {
  CheckOptions options;
  options.as_of = day;
  return check(std::make_shared<const Source>("strategy.json", std::move(text)), options);
}
bool raises(const CheckedFile& file, std::string_view rule) {
  return std::any_of(file.findings.begin(), file.findings.end(),
                     [&](const Finding& finding) { return finding.rule == rule; });
}
} // namespace

TEST_CASE("init's strategy has no finding, in either language") {
  for (const Language language : {Language::english, Language::french})
    for (const Finding& finding : judged(first_strategy(language, day)).findings)
      FAIL_CHECK(finding.rule << ": " << finding.message.in(Language::english));
}

TEST_CASE("each rule's bad example raises it and its good one does not") {
  for (const RuleEntry& rule : rule_catalogue()) {
    CAPTURE(rule.name);
    if (!rule.bad.empty())
      CHECK(raises(judged(example_strategy(rule.bad, day)), rule.name));
    CHECK_FALSE(raises(judged(example_strategy(rule.good, day)), rule.name));
  }
}

TEST_CASE("every rule is said in both languages") {
  for (const RuleEntry& rule : rule_catalogue()) {
    CAPTURE(rule.name);
    CHECK(rule.summary.en != rule.summary.fr);
    CHECK(rule.why.en != rule.why.fr);
    CHECK(find_rule(rule.name) == &rule);
  }
}

TEST_CASE("every format renders every bad example in both languages") {
  for (const RuleEntry& rule : rule_catalogue()) {
    const std::vector<CheckedFile> files{judged(example_strategy(rule.bad, day))};
    for (const FindingsFormat& format : findings_formats())
      for (const Language language : {Language::english, Language::french}) {
        const auto shown = format.render(files, {language, false, true});
        CHECK(shown.find("{0") == std::string::npos);
      }
  }
}

TEST_CASE("a missing record is said once and not judged") {
  const auto file = judged(R"({"version": 1, "name": "x", "objectives": []})");
  CHECK(raises(file, "missing-field"));
  CHECK_FALSE(raises(file, "period-reversed"));
  CHECK_FALSE(raises(file, "tier-missing"));
}
