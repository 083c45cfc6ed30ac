// The JSON Schemas of answers: what scripts may count on. More keys may come to stand beside these; none goes
// away.
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
      "required": ["stage", "value", "conversion"],
      "properties": {
       "stage": {"enum": ["acquisition", "activation", "retention", "referral", "impact"]},
       "value": {"type": ["number", "null"]},
       "conversion": {"type": ["number", "null"], "description": "of the stage before"}}}},
    "bottleneck": {
     "oneOf": [{"enum": ["acquisition", "activation", "retention", "referral", "impact"]}, {"type": "null"}]},
    "levers": {
     "type": "array",
     "items": {
      "type": "object",
      "required": ["family", "actions", "available", "relevant", "full_cost"],
      "properties": {
       "family": {"type": "string"},
       "actions": {"type": "integer", "minimum": 0},
       "available": {"type": ["boolean", "null"]},
       "relevant": {"type": ["boolean", "null"]},
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
  "goal": {
   "type": "object",
   "required": [
    "of", "segment", "share", "current", "gap", "gap_beneficiaries", "by", "progress", "elapsed", "status", "stale",
    "needed_per_month", "observed_per_month", "eta"],
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
    "progress": {"type": ["number", "null"], "description": "(current - baseline) / (goal - baseline)"},
    "elapsed": {"type": ["number", "null"], "minimum": 0, "maximum": 1, "description": "share of the time gone"},
    "status": {"enum": ["unmeasured", "reached", "overdue", "on_track", "at_risk", "behind"]},
    "stale": {
     "type": "boolean",
     "description": "the newest observation is older than twice its measurement's every_days"},
    "needed_per_month": {"type": ["number", "null"], "description": "gap / time left; a month is 30.4375 days"},
    "observed_per_month": {"type": ["number", "null"], "description": "Theil-Sen slope, positive towards the goal"},
    "eta": {
     "type": ["string", "null"],
     "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
     "description": "at the observed pace; null when it leads away"}}},
  "objective": {
   "type": "object",
   "required": [
    "id", "stage", "north_star", "unit", "baseline", "current", "target", "by", "gap", "progress", "elapsed",
    "status", "stale", "needed_per_month", "observed_per_month", "eta"],
   "properties": {
    "id": {"type": "string"},
    "stage": {"enum": ["acquisition", "activation", "retention", "referral", "impact"]},
    "north_star": {"type": "boolean"},
    "unit": {"type": "string"},
    "baseline": {"type": ["number", "null"]},
    "current": {"type": ["number", "null"]},
    "target": {"type": ["number", "null"]},
    "by": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "gap": {"type": ["number", "null"], "description": "positive is still to do"},
    "progress": {"type": ["number", "null"], "description": "(current - baseline) / (goal - baseline)"},
    "elapsed": {"type": ["number", "null"], "minimum": 0, "maximum": 1, "description": "share of the time gone"},
    "status": {"enum": ["unmeasured", "reached", "overdue", "on_track", "at_risk", "behind"]},
    "stale": {
     "type": "boolean",
     "description": "the newest observation is older than twice its measurement's every_days"},
    "needed_per_month": {"type": ["number", "null"], "description": "gap / time left; a month is 30.4375 days"},
    "observed_per_month": {"type": ["number", "null"], "description": "Theil-Sen slope, positive towards the goal"},
    "eta": {
     "type": ["string", "null"],
     "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
     "description": "at the observed pace; null when it leads away"}}}}}
)json";

constexpr std::string_view compare_answer = R"json({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "What compare --format json writes",
 "type": "object",
 "required": ["format", "as_of", "strategy", "scenarios", "differs", "unsound"],
 "additionalProperties": false,
 "properties": {
  "format": {"const": "deploy-plan/compare@1"},
  "as_of": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
  "strategy": {"type": "string"},
  "scenarios": {
   "type": "array",
   "description": "the first is what the others are compared with; of a sweep, a point each",
   "items": {"$ref": "#/$defs/scenario"}},
  "differs": {"type": "array", "items": {"type": "string"}, "description": "paths of which two scenarios differ"},
  "unsound": {
   "type": "array",
   "description": "scenarios that leave no figure to trust",
   "items": {
    "type": "object",
    "required": ["id", "name", "findings"],
    "properties": {"id": {"type": "string"}, "name": {"type": "string"}, "findings": {"type": "array"}}}}},
 "$defs": {
  "scenario": {
   "type": "object",
   "required": ["id", "name", "changes", "values", "dates", "words"],
   "additionalProperties": false,
   "properties": {
    "id": {"type": "string"},
    "name": {"type": "string"},
    "changes": {
     "type": "array",
     "items": {
      "type": "object",
      "required": ["path", "from", "to"],
      "additionalProperties": false,
      "properties": {"path": {"type": "string"}, "from": {}, "to": {}}}},
    "values": {"type": "object", "additionalProperties": {"type": "number"}},
    "dates": {"type": "object", "additionalProperties": {"type": "string"}},
    "words": {"type": "object", "additionalProperties": {"type": "string"}}}}}}
)json";

constexpr std::string_view diff_answer = R"json({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "What diff --format json writes",
 "type": "object",
 "required": ["format", "as_of", "from", "to", "changes", "figures"],
 "additionalProperties": false,
 "properties": {
  "format": {"const": "deploy-plan/diff@1"},
  "as_of": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
  "from": {"$ref": "#/$defs/version"},
  "to": {"$ref": "#/$defs/version"},
  "changes": {
   "type": "array",
   "items": {
    "type": "object",
    "required": ["path", "from", "to", "step", "words"],
    "additionalProperties": false,
    "properties": {
     "path": {"type": "string"}, "from": {}, "to": {},
     "step": {"type": "integer", "minimum": 0, "maximum": 4, "description": "of the booklet; 0 for the rest"},
     "words": {"type": "string", "description": "the change, in English"}}}},
  "figures": {
   "type": "object",
   "description": "those that differ; none where a version is unsound",
   "additionalProperties": {
    "type": "object",
    "required": ["from", "to", "change", "relative_change"],
    "properties": {
     "change": {"type": ["number", "null"], "description": "in the figure's own unit; days for a day"},
     "relative_change": {"type": ["number", "null"], "description": "a fraction of what was"}}}}},
 "$defs": {
  "version": {
   "type": "object",
   "required": ["file", "strategy", "sound"],
   "properties": {"file": {"type": "string"}, "strategy": {"type": "string"}, "sound": {"type": "boolean"}}}}}
)json";

constexpr std::string_view rank_answer = R"json({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "What rank --format json writes",
 "type": "object",
 "required": ["format", "strategy", "actions"],
 "additionalProperties": false,
 "properties": {
  "format": {"const": "deploy-plan/rank@1"},
  "strategy": {"type": "string"},
  "actions": {
   "type": "array",
   "description": "by objective, the cheapest by unit first; then those that have no rank",
   "items": {
    "type": "object",
    "required": [
     "id", "lever", "objective", "full_cost", "setup_cost", "effect", "cost_per_unit", "repeatability", "pareto",
     "dominated_by", "unranked"],
    "additionalProperties": false,
    "properties": {
     "id": {"type": "string"},
     "lever": {"type": "string"},
     "objective": {"type": ["string", "null"]},
     "full_cost": {"type": ["number", "null"], "description": "of one run: money + days x day rate"},
     "setup_cost": {"type": ["number", "null"], "description": "once"},
     "effect": {
      "type": ["object", "null"],
      "required": ["value", "low", "high", "standard_error", "basis"],
      "properties": {
       "value": {"type": "number", "description": "the mean of one run"},
       "low": {"type": ["number", "null"], "description": "of a 90 % interval"},
       "high": {"type": ["number", "null"]},
       "standard_error": {"type": ["number", "null"]},
       "basis": {"enum": ["measured", "assumed"]}}},
     "cost_per_unit": {
      "type": ["number", "null"],
      "description": "(full cost + setup over the most runs) / effect towards the goal"},
     "repeatability": {"enum": ["one_off", "occasional", "repeatable", "automatic", null]},
     "pareto": {"type": "boolean"},
     "dominated_by": {"type": ["string", "null"]},
     "unranked": {"enum": ["stopped", "without_cost", "without_effect", null]}}}}}}
)json";

constexpr std::string_view plan_answer = R"json({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "What plan --format json writes",
 "type": "object",
 "required": [
  "format", "as_of", "strategy", "status", "goal", "unit", "value", "money", "days", "full_cost", "gap", "budget",
  "actions", "objectives", "conflicts", "unmeasured_conversions", "frontier", "marginal", "calendar"],
 "additionalProperties": false,
 "properties": {
  "format": {"const": "deploy-plan/plan@1"},
  "as_of": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
  "strategy": {"type": ["string", "array"]},
  "status": {"enum": ["optimal", "feasible", "infeasible"]},
  "goal": {"enum": ["maximise", "reach"]},
  "unit": {"type": ["string", "null"], "description": "of the value; null where it is a sum of shares of gaps closed"},
  "value": {"type": ["number", "null"]},
  "money": {"type": ["number", "null"]},
  "days": {"type": ["number", "null"]},
  "full_cost": {"type": ["number", "null"]},
  "gap": {"type": ["number", "null"], "description": "relative: how much better a plan could be, at most"},
  "budget": {
   "type": "object",
   "required": ["money", "days"],
   "additionalProperties": {
    "type": "object",
    "required": ["limit", "spent_before", "used", "left", "binds"],
    "properties": {"binds": {"type": "boolean", "description": "for want of it a run is left out"}}}},
  "actions": {
   "type": "array",
   "items": {
    "type": "object",
    "required": ["id", "runs", "done", "value", "basis", "money", "days", "full_cost", "reason"],
    "properties": {
     "runs": {"type": "integer", "minimum": 0, "description": "still to do"},
     "done": {"type": "integer", "minimum": 0},
     "value": {"type": "number", "description": "for its own objective, before any ceiling"},
     "basis": {"enum": ["measured", "assumed"]},
     "reason": {
      "enum": [
       "chosen", "at_most", "fixed", "stopped", "without_cost", "without_effect", "elsewhere", "excluded",
       "lacks_required", "dominated", "beyond_decay", "over_money", "over_days", "over_lever", "market_full", "outbid"]},
     "because_of": {"type": ["string", "null"]},
     "next_value": {"type": ["number", "null"]},
     "next_full_cost": {"type": ["number", "null"]}}}},
  "objectives": {
   "type": "array",
   "items": {"type": "object", "required": ["id", "unit", "gain", "needed", "ceiling"]}},
  "conflicts": {
   "type": "array",
   "items": {"type": "string"},
   "description": "of an infeasible plan: a smallest set of limits that cannot hold together"},
  "unmeasured_conversions": {"type": "array", "items": {"type": "object", "required": ["from", "to"]}},
  "frontier": {
   "type": "array",
   "items": {
    "type": "object",
    "required": ["full_cost", "value"],
    "properties": {"full_cost": {"type": "number"}, "value": {"type": "number"}}}},
  "marginal": {
   "type": "object",
   "required": ["money", "days"],
   "properties": {"money": {"type": ["number", "null"]}, "days": {"type": ["number", "null"]}}},
  "calendar": {"type": "array", "items": {"type": "object", "required": ["month", "runs"]}}}}
)json";
} // namespace

std::span<const AnswerSchema> answer_schemas() {
  static constexpr AnswerSchema all[] = {{"check", check_answer},     {"gap", gap_answer},
                                         {"rank", rank_answer},       {"plan", plan_answer},
                                         {"compare", compare_answer}, {"diff", diff_answer}};
  return all;
}

} // namespace deploy_plan
