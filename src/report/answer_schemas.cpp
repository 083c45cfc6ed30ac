// The JSON Schemas of answers: what scripts may count on. More keys may come to stand beside these; none goes
// away.
#include "report/answer_schemas.hpp"
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

constexpr std::string_view gap_answer = R"json({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "What gap --format json writes",
 "oneOf": [{"$ref": "#/$defs/strategy"}, {"$ref": "#/$defs/portfolio"}],
 "$defs": {
  "strategy": {
   "type": "object",
   "required": [
    "format", "as_of", "strategy", "market", "objectives", "funnel", "bottleneck", "levers", "costs",
    "impact_per_money"],
   "properties": {
    "format": {"const": "deploy-plan/gap@1"},
    "as_of": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "strategy": {"type": "string"},
    "market": {
     "type": "object",
     "required": [
      "unit", "addressable", "addressed", "target", "penetrated", "share", "gap", "out_of_reach", "in_reserve",
      "segments", "goals", "cost_per_addressed", "cost_per_penetrated", "viable"],
     "properties": {
      "unit": {"type": "string"},
      "addressable": {"type": ["number", "null"]},
      "addressed": {"type": ["number", "null"]},
      "target": {"type": ["number", "null"]},
      "penetrated": {"type": ["number", "null"]},
      "share": {
       "type": "object",
       "required": ["addressable", "addressed", "target"],
       "properties": {
        "addressable": {"type": ["number", "null"]},
        "addressed": {"type": ["number", "null"]},
        "target": {"type": ["number", "null"]}}},
      "gap": {
       "type": "object",
       "required": ["addressed", "target"],
       "properties": {"addressed": {"type": ["number", "null"]}, "target": {"type": ["number", "null"]}}},
      "out_of_reach": {"type": ["number", "null"]},
      "in_reserve": {"type": ["number", "null"]},
      "segments": {
       "type": "array",
       "items": {
        "type": "object",
        "required": [
         "id", "addressable", "addressed", "target", "penetrated", "share", "gap", "out_of_reach", "in_reserve"],
        "properties": {
         "id": {"type": "string"},
         "addressable": {"type": ["number", "null"]},
         "addressed": {"type": ["number", "null"]},
         "target": {"type": ["number", "null"]},
         "penetrated": {"type": ["number", "null"]},
         "share": {
          "type": "object",
          "required": ["addressable", "addressed", "target"],
          "properties": {
           "addressable": {"type": ["number", "null"]},
           "addressed": {"type": ["number", "null"]},
           "target": {"type": ["number", "null"]}}},
         "gap": {
          "type": "object",
          "required": ["addressed", "target"],
          "properties": {"addressed": {"type": ["number", "null"]}, "target": {"type": ["number", "null"]}}},
         "out_of_reach": {"type": ["number", "null"]},
         "in_reserve": {"type": ["number", "null"]}}}},
      "goals": {"type": "array", "items": {"$ref": "#/$defs/goal"}},
      "cost_per_addressed": {"type": ["number", "null"]},
      "cost_per_penetrated": {"type": ["number", "null"]},
      "viable": {"type": ["boolean", "null"]}}},
    "objectives": {"type": "array", "items": {"$ref": "#/$defs/objective"}},
    "funnel": {
     "type": "array",
     "items": {
      "type": "object",
      "required": ["stage", "unit", "value", "conversion", "no_conversion"],
      "properties": {
       "stage": {"enum": ["acquisition", "activation", "retention", "referral", "impact"]},
       "value": {"type": ["number", "null"]},
       "unit": {"type": "string"},
       "conversion": {"type": ["number", "null"], "description": "of the stage before, where both count in one unit"},
       "no_conversion": {
        "enum": [null, "first", "unmeasured", "other_unit", "from_none"],
        "description": "why there is none"}}}},
    "bottleneck": {
     "oneOf": [{"enum": ["acquisition", "activation", "retention", "referral", "impact"]}, {"type": "null"}]},
    "levers": {
     "type": "array",
     "items": {
      "type": "object",
      "required": ["family", "actions", "available", "relevant", "verdicts", "full_cost"],
      "properties": {
       "family": {"type": "string"},
       "actions": {"type": "integer", "minimum": 0},
       "available": {"type": ["boolean", "null"]},
       "relevant": {"type": ["boolean", "null"]},
       "verdicts": {
        "type": "object",
        "description": "what the tests of its actions say, counted",
        "required": ["adopt", "drop", "go_on", "cannot_tell", "not_begun"],
        "additionalProperties": {"type": "integer", "minimum": 0}},
       "full_cost": {"type": ["number", "null"]}}}},
    "costs": {
     "type": "array",
     "items": {
      "type": "object",
      "required": ["stage", "effect", "full_cost", "per_unit"],
      "properties": {
       "stage": {"enum": ["acquisition", "activation", "retention", "referral", "impact"]},
       "effect": {"type": ["number", "null"]},
       "full_cost": {"type": ["number", "null"]},
       "per_unit": {"type": ["number", "null"]}}}},
    "impact_per_money": {"type": ["number", "null"]}}},
  "portfolio": {
   "type": "object",
   "required": ["format", "as_of", "strategies"],
   "properties": {
    "format": {"const": "deploy-plan/gap@1"},
    "as_of": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "strategies": {"type": "array", "items": {"$ref": "#/$defs/strategy"}}}},
  "closing": {
   "description": "what part of the gap simulated futures close by its day, with --forecast: 0 is today, 1 the goal",
   "type": ["object", "null"],
   "required": ["median", "low", "high", "probability"],
   "properties": {
    "median": {"type": "number"},
    "low": {"type": "number"},
    "high": {"type": "number"},
    "probability": {"type": "number", "minimum": 0, "maximum": 1}}},
  "goal": {
   "type": "object",
   "required": [
    "of", "segment", "share", "current", "gap", "gap_beneficiaries", "by", "path_now", "ahead", "progress", "elapsed",
    "status", "stale", "needed_per_month", "observed_per_month", "eta", "no_eta", "closing"],
   "properties": {
    "of": {"enum": ["addressable", "addressed", "target"]},
    "segment": {"type": ["string", "null"]},
    "share": {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
    "current": {"type": ["number", "null"]},
    "gap": {"type": ["number", "null"], "description": "share still to win"},
    "gap_beneficiaries": {
     "type": ["number", "null"],
     "description": "share x tier - penetrated, unrounded; paces are in beneficiaries too"},
    "by": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "path_now": {
     "type": ["number", "null"],
     "description": "where the straight way from the baseline on its day to the goal on its own is on as_of"},
    "ahead": {"type": ["number", "null"], "description": "current - path_now; positive is good, whichever way it must go"},
    "progress": {"type": ["number", "null"], "description": "(current - baseline) / (goal - baseline)"},
    "elapsed": {"type": ["number", "null"], "minimum": 0, "maximum": 1, "description": "share of the time gone"},
    "status": {
     "enum": ["unmeasured", "reached", "overdue", "on_track", "at_risk", "behind"],
     "description": "against the path today: at or ahead of it, at least 80 % of its way gone, or less"},
    "stale": {
     "type": "boolean",
     "description": "the newest observation is older than twice its measurement's every_days"},
    "needed_per_month": {"type": ["number", "null"], "description": "gap / time left; a month is 30.4375 days"},
    "observed_per_month": {"type": ["number", "null"], "description": "Theil-Sen slope, positive towards the goal"},
    "eta": {
     "type": ["string", "null"],
     "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
     "description": "at the observed pace, never before as_of"},
    "no_eta": {
     "enum": [null, "unmeasured", "reached", "no_pace", "leads_away", "passed", "too_far"],
     "description": "why there is no eta; passed: at this pace it would have been before as_of"},
    "closing": {"$ref": "#/$defs/closing"}}},
  "objective": {
   "type": "object",
   "required": [
    "id", "stage", "north_star", "unit", "scale", "baseline", "current", "target", "by", "gap", "path_now", "ahead",
    "progress", "elapsed", "status", "stale", "needed_per_month", "observed_per_month", "eta", "no_eta", "closing"],
   "properties": {
    "id": {"type": "string"},
    "stage": {"enum": ["acquisition", "activation", "retention", "referral", "impact"]},
    "north_star": {"type": "boolean"},
    "unit": {"type": "string"},
    "scale": {"enum": ["count", "rate"], "description": "figures of a rate are fractions of 1"},
    "baseline": {"type": ["number", "null"]},
    "current": {"type": ["number", "null"]},
    "target": {"type": ["number", "null"]},
    "by": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "gap": {"type": ["number", "null"], "description": "positive is still to do"},
    "path_now": {
     "type": ["number", "null"],
     "description": "where the straight way from the baseline on its day to the goal on its own is on as_of"},
    "ahead": {"type": ["number", "null"], "description": "current - path_now; positive is good, whichever way it must go"},
    "progress": {"type": ["number", "null"], "description": "(current - baseline) / (goal - baseline)"},
    "elapsed": {"type": ["number", "null"], "minimum": 0, "maximum": 1, "description": "share of the time gone"},
    "status": {
     "enum": ["unmeasured", "reached", "overdue", "on_track", "at_risk", "behind"],
     "description": "against the path today: at or ahead of it, at least 80 % of its way gone, or less"},
    "stale": {
     "type": "boolean",
     "description": "the newest observation is older than twice its measurement's every_days"},
    "needed_per_month": {"type": ["number", "null"], "description": "gap / time left; a month is 30.4375 days"},
    "observed_per_month": {"type": ["number", "null"], "description": "Theil-Sen slope, positive towards the goal"},
    "eta": {
     "type": ["string", "null"],
     "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
     "description": "at the observed pace, never before as_of"},
    "no_eta": {
     "enum": [null, "unmeasured", "reached", "no_pace", "leads_away", "passed", "too_far"],
     "description": "why there is no eta; passed: at this pace it would have been before as_of"},
    "closing": {"$ref": "#/$defs/closing"}}}}}
)json";

} // namespace

std::span<const AnswerSchema> answer_schemas() {
  static const AnswerSchema all[] = {{"check", check_answer},
                                     {"gap", gap_answer},
                                     {"rank", report::rank_answer},
                                     {"forecast", report::forecast_answer},
                                     {"test", report::test_answer},
                                     {"test-design", report::test_design_answer},
                                     {"test-assignment", report::test_assignment_answer},
                                     {"plan", report::plan_answer},
                                     {"compare", report::compare_answer},
                                     {"diff", report::diff_answer}};
  return all;
}

} // namespace deploy_plan
