// Every rule, by its own examples. The catalogue and what is raised are one: no finding without its entry, no
// entry that nothing raises.
#include "deploy_plan/files.hpp"
#include "deploy_plan/render.hpp"
#include "examples.hpp"
#include <set>

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("each rule's bad example raises it and its good one does not, in either language") {
  for (const RuleEntry& rule : rule_catalogue())
    for (const Language language : {Language::english, Language::french}) {
      CAPTURE(rule.name);
      if (!rule.bad.empty())
        CHECK(raises(checked(example_strategy(rule.bad, language, day)), rule.name));
      CHECK_FALSE(raises(checked(example_strategy(rule.good, language, day)), rule.name));
    }
}

TEST_CASE("each rule is said in both languages and found by its name") {
  for (const RuleEntry& rule : rule_catalogue()) {
    CAPTURE(rule.name);
    CHECK(rule.summary.en != rule.summary.fr);
    CHECK(rule.why.en != rule.why.fr);
    CHECK(find_rule(rule.name) == &rule);
  }
}

TEST_CASE("every format renders every bad example whole in both languages") {
  for (const RuleEntry& rule : rule_catalogue()) {
    std::vector<CheckedFile> files;
    files.push_back(checked_with(rule.bad));
    for (const FindingsFormat& format : findings_formats())
      for (const Language language : {Language::english, Language::french}) {
        RenderOptions options;
        options.language = language;
        CHECK(render(format, files, options).find("{0") == std::string::npos);
      }
  }
}

namespace {

/// What shows each rule at work: its own example, or, of those that no strategy of ours can be, a file.
CheckedFile at_work(const RuleEntry& rule) {
  if (!rule.bad.empty())
    return checked_with(rule.bad);
  if (rule.name == "syntax")
    return checked("{\"version\": }");
  if (rule.name == "unreadable") {
    const std::vector<std::string> absent{"examples/faulty/absent.json"};
    std::optional<CheckedFile> file;
    check_files(absent, on_that_day(), [&](CheckedFile&& read) { file = std::move(read); });
    return std::move(*file);
  }
  CheckOptions options = on_that_day();
  options.looks_back = true;
  options.as_of -= std::chrono::days{300};
  return checked(first_strategy(Language::english, day), "s.json", options);
}
} // namespace

TEST_CASE("every rule of the catalogue is raised by something") {
  for (const RuleEntry& rule : rule_catalogue()) {
    CAPTURE(rule.name);
    CHECK(raises(at_work(rule), rule.name));
  }
}

TEST_CASE("every finding is of a rule of the catalogue, and has its severity") {
  for (const RuleEntry& rule : rule_catalogue()) {
    const CheckedFile file = at_work(rule);
    for (const Finding& finding : file.findings) {
      CAPTURE(rule.name, finding.rule);
      const RuleEntry* const entry = find_rule(finding.rule);
      REQUIRE(entry != nullptr);
      CHECK(finding.severity == entry->severity);
    }
  }
}

TEST_CASE("no two rules have one name") {
  std::set<std::string_view> names;
  for (const RuleEntry& rule : rule_catalogue())
    CHECK(names.insert(rule.name).second);
}
