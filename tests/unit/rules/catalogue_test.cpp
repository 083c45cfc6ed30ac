// Every rule, by its own examples.
#include "deploy_plan/render.hpp"
#include "examples.hpp"

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
