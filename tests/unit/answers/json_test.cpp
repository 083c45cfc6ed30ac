#include "answers/answers.hpp"
#include "answers/json.hpp"
#include "catch.hpp"
#include "deploy_plan/check.hpp"
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using namespace deploy_plan::answers;

TEST_CASE("a text of a file is a JSON string that commands nothing") {
  for (const std::string text :
       {"plain", "a \"quote\" and a \\", "line\nend", "\x1b[2J", "##[error]", "\u202e", "élan"}) {
    CAPTURE(text);
    const std::string written = as_json_string(text);
    CHECK(nlohmann::json::parse(written) == text);
    CHECK(written.find('\x1b') == std::string::npos);
    CHECK(written.find("##[") == std::string::npos);
  }
}

TEST_CASE("numbers are written without a fraction where they have none, and null where nothing bounds them") {
  CHECK(as_json_number(3.0) == "3");
  CHECK(as_json_number(-0.25) == "-0.25");
  CHECK(as_json_number(1e300) == "1e+300");
  CHECK(as_json_number(std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("one line holds what the indented answer holds") {
  CheckSummary summary;
  summary.errors = 3;
  const std::string line = as_json_line(summary);
  CHECK(line.find('\n') == std::string::npos);
  CHECK(nlohmann::json::parse(line) == nlohmann::json::parse(as_json(summary)));
  CHECK(nlohmann::json::parse(line)["errors"] == 3);
}

TEST_CASE("figures that JSON has no number for are null") {
  Gap gap;
  gap.cost_per_addressed = std::nan("");
  const auto json = nlohmann::json::parse(as_json(gap));
  CHECK(json.is_object());
  CHECK(json["market"]["cost_per_addressed"].is_null());
}

TEST_CASE("each answer's schema is strict, in both languages") {
  for (const DescribedAnswer& answer : described_answers())
    for (const Language language : {Language::english, Language::french}) {
      CAPTURE(answer.command);
      const nlohmann::json schema =
          nlohmann::json::parse(json_schema(answer.title, answer.records, language));
      CHECK(schema["title"] == std::string(answer.title.in(language)));
      for (const auto& [name, record] : schema["$defs"].items()) {
        CAPTURE(name);
        if (record.value("type", "") == "object" && record.contains("properties"))
          CHECK(record["additionalProperties"] == false);
      }
    }
}
