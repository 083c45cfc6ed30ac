// What check tells, as its description has it; what it found in all, as gates ask it.
#include "answers/check.hpp"
#include "answers/json.hpp"
#include "answers/path.hpp"
#include "deploy_plan/render.hpp"
#include "examples.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("what was found in all has paths in both languages, and every rule has its figure") {
  CheckSummary summary;
  summary.add(checked_with(R"({"market": {"target": {"size": 5000}}, "budget": {"money": 10}})"));
  const auto& record = answers::description<CheckSummary>();
  const auto figure = [&](std::string_view path) {
    const auto found = answers::look_up(record, &summary, path);
    REQUIRE(std::holds_alternative<answers::Located>(found));
    return std::get<std::int64_t>(std::get<answers::Located>(found).value);
  };
  CHECK(figure("files") == 1);
  CHECK(figure("erreurs") == static_cast<std::int64_t>(summary.errors));
  CHECK(figure("rules.market-nesting") == 1);
  CHECK(figure("regles.budget-overspent") == 1);
  CHECK(figure("rules.tier-outdated") == 0);
  const auto misspelt = answers::look_up(record, &summary, "rules.tier-outdatd");
  REQUIRE(std::holds_alternative<answers::Astray>(misspelt));
  CHECK(std::get<answers::Astray>(misspelt).nearest == "rules.tier-outdated");
}

namespace {

using Json = nlohmann::ordered_json;

/// As check writes it, file by file.
Json written(std::span<const CheckedFile> files, Language language) {
  const auto json = std::find_if(findings_formats().begin(), findings_formats().end(),
                                 [](const FindingsFormat& format) { return format.name == "json"; });
  RenderOptions options;
  options.language = language;
  return Json::parse(render(*json, files, options));
}
} // namespace

TEST_CASE("what check writes file by file is what its description says of them together") {
  CheckOptions few = on_that_day();
  few.max_findings = 1;
  std::vector<CheckedFile> files;
  files.push_back(checked_with(find_rule("market-nesting")->bad));
  files.push_back(checked_with(find_rule("series-incomplete")->bad));
  files.push_back(checked(R"({"version": 1, "unknown": 1, "\u009b##[error]": 2})", "s.json", few));
  files.push_back(checked_with("{}"));
  for (const Language language : {Language::english, Language::french}) {
    answers::CheckReport report;
    CheckSummary summary;
    for (const CheckedFile& file : files) {
      report.files.push_back(answers::located(file, language));
      summary.add(file);
    }
    report.summary = summary;
    CHECK(written(files, language) == Json::parse(answers::as_json(report)));
  }
}

TEST_CASE("a finding is located where sources have it, and names another file than its own") {
  const auto of_rule = [](std::string_view rule) {
    const auto file = answers::located(checked_with(find_rule(rule)->bad), Language::english);
    const auto found = std::find_if(file.findings.begin(), file.findings.end(),
                                    [&](const answers::LocatedFinding& one) { return one.rule == rule; });
    REQUIRE(found != file.findings.end());
    return *found;
  };
  const auto nesting = of_rule("market-nesting");
  CHECK(nesting.begin.line > 1);
  CHECK(nesting.end.column > nesting.begin.column);
  CHECK(nesting.related.size() == 2);
  CHECK(nesting.file.empty());
  CHECK(of_rule("series-incomplete").file.ends_with("series-incomplete.csv"));
}

TEST_CASE("the schema of what check writes is strict, and knows what may be left out") {
  const answers::Record* const records[] = {&answers::description<answers::CheckReport>()};
  const auto schema = Json::parse(answers::json_schema({"check", "check"}, records, Language::english));
  const auto& finding = schema["$defs"]["finding"];
  CHECK(finding["additionalProperties"] == false);
  CHECK(finding["properties"].contains("file"));
  CHECK(std::find(finding["required"].begin(), finding["required"].end(), "file") ==
        finding["required"].end());
  CHECK(finding["properties"]["severity"]["enum"] == Json{"info", "warning", "error"});
  CHECK(finding["properties"]["line"]["minimum"] == 1);
  CHECK(schema["$defs"]["file"]["required"] == Json{"path", "findings"});
}
