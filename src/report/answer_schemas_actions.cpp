// The JSON Schemas of rankings and plans.
#include "report/answer_schemas.hpp"

namespace deploy_plan::report {

const std::string_view rank_answer = R"json({
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
     "dominated_by", "verdict", "unranked"],
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
       "basis": {"enum": ["measured", "assumed"]},
       "tested": {"type": "boolean", "description": "measured by its test"}}},
     "cost_per_unit": {
      "type": ["number", "null"],
      "description": "(full cost + setup over the most runs) / effect towards the goal"},
     "repeatability": {"enum": ["one_off", "occasional", "repeatable", "automatic", null]},
     "pareto": {"type": "boolean"},
     "dominated_by": {"type": ["string", "null"]},
     "verdict": {"enum": ["adopt", "drop", "go_on", "cannot_tell", "not_begun", null], "description": "of its test"},
     "unranked": {"enum": ["stopped", "without_cost", "without_effect", null]}}}}}}
)json";

const std::string_view plan_answer = R"json({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "What plan --format json writes",
 "type": "object",
 "required": [
  "format", "as_of", "strategy", "status", "goal", "unit", "value", "money", "days", "full_cost", "gap", "budget",
  "actions", "objectives", "conflicts", "unfinished", "unmeasured_conversions", "uncounted_markets", "frontier",
  "marginal", "calendar", "simulated"],
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
  "gap": {"type": ["number", "null"], "description": "relative: how much better a plan could be, at most; null where no better one could be excluded"},
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
       "chosen", "at_most", "fixed", "stopped", "ended", "begins_too_late", "goal_over", "without_cost", "without_effect", "elsewhere", "excluded",
       "lacks_required", "dominated", "beyond_decay", "over_money", "over_days", "over_lever", "market_full", "outbid"]},
     "because_of": {"type": ["string", "null"]},
     "next_value": {"type": ["number", "null"]},
     "next_full_cost": {"type": ["number", "null"]}}}},
  "objectives": {
   "type": "array",
   "items": {
    "type": "object",
    "required": ["id", "unit", "gain", "median", "low", "high", "probability", "needed", "ceiling"],
    "properties": {
     "median": {"type": ["number", "null"], "description": "of the gain, simulated"},
     "low": {"type": ["number", "null"], "description": "of a 90 % interval"},
     "high": {"type": ["number", "null"]},
     "probability": {"type": ["number", "null"], "description": "that it gains what it needs"}}}},
  "conflicts": {
   "type": "array",
   "items": {"type": "string"},
   "description": "of an infeasible plan: a smallest set of limits that cannot hold together"},
  "unfinished": {
   "type": "array",
   "items": {"enum": ["least_cost", "smallest_conflict", "confidence", "marginal", "frontier"]},
   "description": "what the time given or a search of bounded length did not settle"},
  "unmeasured_conversions": {
   "type": "array",
   "items": {
    "type": "object",
    "required": ["from", "to", "why"],
    "properties": {"why": {"enum": ["unmeasured", "from_none"]}}}},
  "uncounted_markets": {
   "type": "array",
   "description": "where nobody counted who is covered: all that is addressed is taken for what can be gained",
   "items": {
    "type": "object",
    "required": ["strategy", "segment", "addressed"],
    "additionalProperties": false,
    "properties": {
     "strategy": {"type": "string"},
     "segment": {"type": ["string", "null"]},
     "addressed": {"type": "number"}}}},
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
  "simulated": {
   "type": ["object", "null"],
   "description": "the value over the uncertainty of the effects; null where there is no plan",
   "required": ["draws", "seed", "median", "low", "high", "probability", "inputs"],
   "additionalProperties": false,
   "properties": {
    "draws": {"type": "integer"},
    "seed": {"type": "integer"},
    "median": {"type": "number"},
    "low": {"type": "number", "description": "of a 90 % interval"},
    "high": {"type": "number"},
    "probability": {
     "type": "number",
     "minimum": 0,
     "maximum": 1,
     "description": "that every objective planned for gains what it needs"},
    "inputs": {
     "type": "array",
     "description": "uncertain effects, those that move the value most first",
     "items": {
      "type": "object",
      "required": ["id", "correlation"],
      "additionalProperties": false,
      "properties": {
       "id": {"type": "string"},
       "correlation": {"type": "number", "minimum": -1, "maximum": 1, "description": "of ranks (Spearman)"}}}}}},
  "calendar": {"type": "array", "items": {"type": "object", "required": ["month", "runs"]}}}}
)json";

} // namespace deploy_plan::report
