// The JSON Schemas of tests: read, designed, drawn.
#include "report/guide/answer_schemas.hpp"

namespace deploy_plan::report {

const std::string_view test_answer = R"json({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "What test --format json writes",
 "type": "object",
 "required": ["format", "as_of", "strategy", "verdicts", "tests"],
 "additionalProperties": false,
 "properties": {
  "format": {"const": "deploy-plan/test@1"},
  "as_of": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
  "strategy": {"type": "string"},
  "verdicts": {
   "type": "object",
   "required": ["adopt", "drop", "go_on", "cannot_tell", "not_begun"],
   "additionalProperties": {"type": "integer", "minimum": 0}},
  "tests": {
   "type": "array",
   "items": {
    "type": "object",
    "required": [
     "action", "protocol", "verdict", "reason", "why", "alpha", "power", "min_effect", "size", "planned_size", "early", "looks",
     "go_on_until", "weeks_left", "market_detectable_effect"],
    "unevaluatedProperties": false,
    "properties": {
     "action": {"type": "string"},
     "protocol": {"enum": ["ab", "pilot", "sequence"]},
     "verdict": {"enum": ["adopt", "drop", "go_on", "cannot_tell", "not_begun"]},
     "reason": {
      "enum": [
       "better", "better_early", "above_threshold", "worse", "too_small", "no_gain", "below_threshold", "not_begun",
       "size_not_reached", "not_precise", "no_data", "impossible", "too_few_arms", "empty_arm", "uneven_split",
       "unclear", "unplanned", "past", "beyond_market", "no_threshold", "no_start", "too_few_steps", "uneven_steps", "steps_too_near"]},
     "why": {"type": "string", "description": "in a sentence, in English"},
     "alpha": {"type": "number"},
     "power": {"type": "number"},
     "min_effect": {"type": ["number", "null"]},
     "size": {"type": ["number", "null"], "description": "exposed so far; of a sequence, steps"},
     "planned_size": {"type": ["number", "null"]},
     "early": {"type": "boolean", "description": "read before the planned size"},
     "looks": {
      "enum": ["as_planned", "early", "past", "unplanned"],
      "description": "when it is read; but as planned, only figures that hold however often one looks give a verdict"},
     "go_on_until": {"type": ["number", "null"], "description": "size"},
     "weeks_left": {"type": ["number", "null"], "minimum": 0, "description": "at the present pace"},
     "market_detectable_effect": {
      "type": ["number", "null"],
      "description": "where the market holds too few: the smallest effect that all of it could show"}},
    "anyOf": [
     {
      "properties": {
       "srm_p_value": {"type": ["number", "null"], "description": "that the arms have the sizes planned: chi-square"},
       "arms": {
        "type": "array",
        "items": {
         "type": "object",
         "required": ["name", "exposed", "converted", "rate", "low", "high", "needed"],
         "additionalProperties": false,
         "properties": {
          "name": {"type": "string"},
          "exposed": {"type": "integer"},
          "converted": {"type": "integer"},
          "rate": {"type": ["number", "null"]},
          "low": {"type": "number", "description": "Wilson, at 1 - alpha"},
          "high": {"type": "number"},
          "needed": {"type": ["number", "null"]}}}},
       "comparisons": {
        "type": "array",
        "items": {
         "type": "object",
         "required": [
          "arm", "against", "difference", "low", "high", "p_value", "holm_p_value", "method", "probability_better",
          "always_valid"],
         "additionalProperties": false,
         "properties": {
          "arm": {"type": "string"},
          "against": {"type": "string"},
          "difference": {"type": "number", "description": "of the rates"},
          "low": {"type": "number", "description": "Newcombe, at 1 - alpha"},
          "high": {"type": "number"},
          "p_value": {"type": "number", "description": "two-sided"},
          "holm_p_value": {"type": "number", "description": "corrected for reading several"},
          "method": {"enum": ["z", "fisher"]},
          "probability_better": {"type": "number", "minimum": 0, "maximum": 1},
          "always_valid": {"$ref": "#/$defs/always_valid", "description": "of the ratio of the rates"}}}},
       "minimal_detectable_effect": {"type": ["number", "null"]},
       "needed_per_arm": {"type": ["number", "null"]},
       "best": {"type": ["string", "null"], "description": "the arm to adopt"}}},
     {
      "properties": {
       "exposed": {"type": "integer"},
       "converted": {"type": "integer"},
       "rate": {"type": "number"},
       "low": {"type": "number", "description": "Clopper-Pearson, at 1 - alpha"},
       "high": {"type": "number"},
       "threshold": {"type": ["number", "null"]},
       "p_value": {"type": ["number", "null"], "description": "exact, that the rate is above the threshold"},
       "always_valid": {"oneOf": [{"$ref": "#/$defs/always_valid"}, {"type": "null"}]},
       "minimal_detectable_effect": {"type": ["number", "null"]},
       "expected_at_scale": {"$ref": "#/$defs/estimate"},
       "cost_at_scale": {"type": ["number", "null"]}}},
     {
      "properties": {
       "starts": {
        "type": "array",
        "items": {
         "type": "object",
         "required": ["action", "date", "ratio", "low", "high", "p_value", "always_valid"],
         "additionalProperties": false,
         "properties": {
          "action": {"type": ["string", "null"]},
          "date": {"type": "string"},
          "ratio": {"type": "number", "description": "of the counts after to before, the trend apart"},
          "low": {"type": ["number", "null"]},
          "high": {"type": ["number", "null"]},
          "p_value": {"type": "number"},
          "always_valid": {"$ref": "#/$defs/always_valid"}}}},
       "trend": {"type": ["number", "null"], "description": "ratio from one step to the next"},
       "dispersion": {"type": ["number", "null"]},
       "added": {"$ref": "#/$defs/estimate"}}}]}}},
 "$defs": {
  "always_valid": {
   "type": "object",
   "required": ["p_value", "low", "high"],
   "properties": {
    "p_value": {"type": "number", "description": "holds however often one looks"},
    "low": {"type": ["number", "null"]},
    "high": {"type": ["number", "null"], "description": "null where nothing bounds it"}}},
  "estimate": {
   "type": "object",
   "required": ["value", "low", "high"],
   "additionalProperties": {"type": ["number", "null"]}}}}
)json";

const std::string_view test_design_answer = R"json({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "What test --design --format json writes",
 "type": "object",
 "required": [
  "format", "protocol", "baseline", "effect", "alpha", "power", "size", "arms", "weeks", "feasible",
  "detectable_effect", "test"],
 "additionalProperties": false,
 "properties": {
  "format": {"const": "deploy-plan/test-design@1"},
  "protocol": {"enum": ["ab", "pilot", "sequence"]},
  "baseline": {"type": "number"},
  "effect": {"type": "number"},
  "alpha": {"type": "number"},
  "power": {"type": "number"},
  "size": {"type": "number", "description": "beneficiaries in all; of a sequence, steps"},
  "arms": {"type": "array", "items": {"type": "number"}},
  "weeks": {"type": ["number", "null"]},
  "feasible": {"type": "boolean", "description": "within the market"},
  "detectable_effect": {"type": ["number", "null"], "description": "the smallest that the whole market shows"},
  "test": {"type": ["object", "null"], "description": "to paste into the action"}}}
)json";

const std::string_view test_assignment_answer = R"json({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "What test --assign --format json writes",
 "type": "object",
 "required": ["format", "seed", "arms", "balance"],
 "additionalProperties": false,
 "properties": {
  "format": {"const": "deploy-plan/test-assignment@1"},
  "seed": {"type": "integer"},
  "arms": {
   "type": "array",
   "items": {
    "type": "object",
    "required": ["name", "size"],
    "properties": {"name": {"type": "string"}, "size": {"type": "integer"}}}},
  "balance": {
   "type": "array",
   "items": {
    "type": "object",
    "required": ["column", "value", "arms", "difference"],
    "properties": {
     "column": {"type": "string"},
     "value": {"type": ["string", "null"], "description": "null where the figures are means"},
     "arms": {"type": "array", "items": {"type": "number"}},
     "difference": {"type": ["number", "null"], "description": "largest, in standard deviations"}}}}}}
)json";

} // namespace deploy_plan::report
