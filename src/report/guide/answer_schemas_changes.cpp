// The JSON Schemas of comparisons and differences.
#include "report/guide/answer_schemas.hpp"

namespace deploy_plan::report {

const std::string_view compare_answer = R"json({
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
  "not_computed": {
   "type": "array", "items": {"type": "string"},
   "description": "of a sweep: analyses that take long and were left out, whose figures may differ too"},
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

const std::string_view diff_answer = R"json({
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
   "required": ["file", "strategy", "as_of", "sound"],
   "properties": {
    "file": {"type": "string"}, "strategy": {"type": "string"},
    "as_of": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "the day of its figures"},
    "sound": {"type": "boolean"}}}}}
)json";

} // namespace deploy_plan::report
