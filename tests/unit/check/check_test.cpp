#include "check/check_files.hpp"
#include "deploy_plan/render.hpp"
#include "deploy_plan/silence.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("init's strategy has no finding, in either language, with comments or without") {
  for (const Language language : {Language::english, Language::french})
    for (const bool comments : {false, true})
      CHECK(rules_of(checked(first_strategy(language, day, comments), "s.jsonc")).empty());
}

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

TEST_CASE("requirements are followed through others") {
  const auto with = [](const std::string& first, const std::string& second, const std::string& third) {
    return R"({"actions": [{"id": "webinars", )" + first + R"(}, {"id": "ambassadors", )" + second +
           R"(}, {"id": "letters", "lever": "relays", "objective": "discovered", )" + third + "}]}";
  };
  CHECK(raises(checked_with(with(R"("requires": ["ambassadors"])", R"("requires": ["letters"])",
                                 R"("excludes": ["webinars"])")),
               "requires-excluded"));
  CHECK(raises(checked_with(with(R"("requires": ["ambassadors"])", R"("requires": ["letters"])",
                                 R"("requires": ["webinars"])")),
               "requires-cycle"));
  CHECK_FALSE(raises(
      checked_with(with(R"("requires": ["letters"])", R"("requires": ["letters"])", R"("status": "idea")")),
      "requires-cycle"));
}

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

TEST_CASE("findings known before are subtracted, as many as there were") {
  std::vector<CheckedFile> before;
  before.push_back(checked_with(R"({"market": {"target": {"size": 5000}}})"));
  const auto json = std::find_if(findings_formats().begin(), findings_formats().end(),
                                 [](const FindingsFormat& format) { return format.name == "json"; });
  const auto known = KnownFindings::read(render(*json, before, {}));
  REQUIRE(known);
  auto after = checked_with(R"({"market": {"target": {"size": 5000}}, "budget": {"money": 10}})");
  known->subtract_from(after);
  CHECK(rules_of(after) == std::vector<std::string>{"commitment-beyond-budget"});
  CHECK_FALSE(KnownFindings::read("[]"));
  CHECK_FALSE(KnownFindings::read("{\"format\":"));
}

namespace {

std::string written(const CheckedFile& file, std::string_view name) {
  const auto format = std::find_if(findings_formats().begin(), findings_formats().end(),
                                   [&](const FindingsFormat& one) { return one.name == name; });
  return render(*format, {&file, 1}, {});
}
} // namespace

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

TEST_CASE("scenarios are tried however few findings are kept") {
  auto options = on_that_day();
  options.max_findings = 0;
  const auto file =
      checked(std::string(example_strategy(find_rule("scenario-unsound")->bad, Language::english, day)),
              "s.json", options);
  CHECK(std::any_of(file.unkept.begin(), file.unkept.end(),
                    [](const UnkeptFindings& one) { return one.rule == "scenario-unsound"; }));
}

TEST_CASE("a file at which the program itself fails is one finding of that file") {
  const auto failed =
      rules::check_safely("s.json", []() -> rules::CheckedPath { throw std::logic_error("oh"); });
  CHECK(rules_of(failed.file) == std::vector<std::string>{"unreadable"});
  CHECK_FALSE(failed.file.readable);
  CHECK(failed.file.findings.front().message.in(Language::french) ==
        "impossible de vérifier s.json\u00a0: ceci ne devrait pas arriver\u00a0: oh");
  const auto full = rules::check_safely("s.json", []() -> rules::CheckedPath { throw std::bad_alloc(); });
  CHECK(full.file.findings.front().message.in(Language::english) ==
        "cannot check s.json: there is not enough memory");
}
