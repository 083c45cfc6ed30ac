// The JSON Schemas of answers: what scripts may count on. More keys may come to stand beside these; none goes
// away.
#include "report/guide/answer_schemas.hpp"
#include "answers/answers.hpp"
#include "answers/json.hpp"
#include "answers/reference.hpp"
#include "deploy_plan/describe.hpp"

namespace deploy_plan {
namespace {

constexpr std::string_view check_answer = R"json({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "What check --format json writes",
 "type": "object",
 "required": ["format", "files", "summary"],
 "additionalProperties": false,
 "properties": {
  "format": {"const": "deploy-plan/check@1"},
  "files": {"type": "array", "items": {"$ref": "#/$defs/file"}},
  "summary": {
   "type": "object",
   "required": ["errors", "warnings", "infos"],
   "additionalProperties": {"$ref": "#/$defs/count"}}},
 "$defs": {
  "count": {"type": "integer", "minimum": 0},
  "from_one": {"type": "integer", "minimum": 1},
  "severity": {"enum": ["info", "warning", "error"]},
  "file": {
   "type": "object",
   "required": ["path", "findings"],
   "additionalProperties": false,
   "properties": {
    "path": {"type": "string"},
    "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
    "unkept": {
     "type": "array",
     "items": {
      "type": "object",
      "required": ["rule", "severity", "count"],
      "properties": {"severity": {"$ref": "#/$defs/severity"}, "count": {"$ref": "#/$defs/from_one"}}}}}},
  "finding": {
   "type": "object",
   "required": [
    "rule", "severity", "message", "pointer", "line", "column", "end_line", "end_column", "help", "related"],
   "additionalProperties": false,
   "properties": {
    "rule": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
    "severity": {"$ref": "#/$defs/severity"},
    "message": {"type": "string", "minLength": 1},
    "pointer": {"type": "string", "pattern": "^(/.*)?$"},
    "line": {"$ref": "#/$defs/from_one"},
    "column": {"$ref": "#/$defs/from_one"},
    "end_line": {"$ref": "#/$defs/from_one"},
    "end_column": {"$ref": "#/$defs/from_one"},
    "help": {"type": "string", "minLength": 1},
    "file": {"type": "string"},
    "related": {
     "type": "array",
     "items": {
      "type": "object",
      "required": ["message", "line", "column"],
      "properties": {"line": {"$ref": "#/$defs/from_one"}, "column": {"$ref": "#/$defs/from_one"}}}}}}}}
)json";

template <const std::string_view& schema>
AnswerSchema written_by_hand(std::string_view command) {
  return {command, [](Language) { return std::string(schema); }, nullptr};
}

/// Of the answers that are described, in the order in which they are.
template <std::size_t place>
AnswerSchema described() {
  return {answers::described_answers()[place].command,
          [](Language language) {
            const auto& answer = answers::described_answers()[place];
            return answers::json_schema(answer.title, answer.records, language);
          },
          [](Language language) {
            return answers::reference_table(*answers::described_answers()[place].records.front(), language);
          }};
}
} // namespace

std::span<const AnswerSchema> answer_schemas() {
  static const AnswerSchema all[] = {written_by_hand<check_answer>("check"),
                                     described<0>(),
                                     described<1>(),
                                     described<2>(),
                                     written_by_hand<report::test_answer>("test"),
                                     written_by_hand<report::test_design_answer>("test-design"),
                                     written_by_hand<report::test_assignment_answer>("test-assignment"),
                                     described<3>(),
                                     written_by_hand<report::compare_answer>("compare"),
                                     written_by_hand<report::diff_answer>("diff")};
  return all;
}

} // namespace deploy_plan
