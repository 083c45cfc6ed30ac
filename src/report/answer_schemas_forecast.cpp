// The JSON Schema of forecasts.
#include "report/answer_schemas.hpp"

namespace deploy_plan::report {

const std::string_view forecast_answer = R"json({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "What forecast --format json writes",
 "description": "the market's figures at the top, null or empty where it is not observed",
 "type": "object",
 "required": ["format", "as_of", "strategy", "draws", "seed", "series"],
 "properties": {
  "format": {"const": "deploy-plan/forecast@1"},
  "as_of": {"$ref": "#/$defs/day"},
  "strategy": {"type": "string"},
  "draws": {"type": "integer"},
  "seed": {"type": "integer"},
  "series": {
   "type": "array",
   "description": "segments and objectives that are observed",
   "items": {
    "$ref": "#/$defs/forecast",
    "required": ["kind", "id"],
    "properties": {"kind": {"enum": ["segment", "objective"]}, "id": {"type": "string"}},
    "unevaluatedProperties": false}}},
 "$ref": "#/$defs/forecast",
 "unevaluatedProperties": false,
 "$defs": {
  "day": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
  "maybe_day": {"oneOf": [{"$ref": "#/$defs/day"}, {"type": "null"}]},
  "points": {
   "type": "array",
   "items": {
    "type": "object",
    "required": ["date", "value", "low", "high"],
    "additionalProperties": false,
    "properties": {
     "date": {"$ref": "#/$defs/day"},
     "value": {"type": "number", "description": "median"},
     "low": {"type": "number", "description": "of a 90 % interval"},
     "high": {"type": "number"}}}},
  "model": {"enum": ["linear", "logistic", "bass", null]},
  "forecast": {
   "type": "object",
   "required": ["model", "p", "q", "ceiling", "peak", "points", "with_plan", "goals", "candidates", "backtest"],
   "properties": {
    "model": {"$ref": "#/$defs/model"},
    "p": {"type": ["number", "null"], "description": "Bass: innovation, per year of 365.25 days"},
    "q": {"type": ["number", "null"], "description": "Bass: imitation, per year"},
    "ceiling": {"type": ["number", "null"]},
    "peak": {"$ref": "#/$defs/maybe_day", "description": "when the pace is highest"},
    "points": {"$ref": "#/$defs/points"},
    "with_plan": {"$ref": "#/$defs/points", "description": "the same days, with what a plan adds; empty without --with-plan"},
    "goals": {
     "type": "array",
     "items": {
      "type": "object",
      "required": ["of", "value", "by", "probability", "probability_with_plan", "reached", "earliest", "latest"],
      "additionalProperties": false,
      "properties": {
       "of": {"enum": ["addressable", "addressed", "target", null], "description": "null for an objective's target"},
       "value": {"type": "number"},
       "by": {"$ref": "#/$defs/day"},
       "probability": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
       "probability_with_plan": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
       "reached": {"$ref": "#/$defs/maybe_day", "description": "median"},
       "earliest": {"$ref": "#/$defs/maybe_day", "description": "of an 80 % interval"},
       "latest": {"$ref": "#/$defs/maybe_day"}}}},
    "candidates": {
     "type": "array",
     "items": {
      "type": "object",
      "required": ["model", "aicc", "weight", "problem", "pace", "p", "q", "ceiling"],
      "additionalProperties": false,
      "properties": {
       "model": {"$ref": "#/$defs/model"},
       "aicc": {"type": ["number", "null"]},
       "weight": {"type": "number", "minimum": 0, "maximum": 1, "description": "its part of the simulated futures"},
       "problem": {
        "enum": ["too_few", "no_growth", "ceiling_unbounded", "before_peak", "no_imitation", "not_fitted", null],
        "description": "why it must not be used"},
       "pace": {"type": ["number", "null"], "description": "linear: a year"},
       "p": {"type": ["number", "null"]},
       "q": {"type": ["number", "null"]},
       "ceiling": {"type": ["number", "null"]}}}},
    "backtest": {
     "type": ["object", "null"],
     "required": ["hidden", "model", "error", "naive_error", "coverage"],
     "additionalProperties": false,
     "properties": {
      "hidden": {"type": "integer"},
      "model": {"$ref": "#/$defs/model"},
      "error": {"type": ["number", "null"], "description": "mean absolute"},
      "naive_error": {"type": ["number", "null"], "description": "of the pace prolonged"},
      "coverage": {"type": ["number", "null"], "description": "share within the 90 % intervals"}}}}}}}
)json";

} // namespace deploy_plan::report
