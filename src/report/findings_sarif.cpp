// Findings as SARIF 2.1.0 (OASIS), for code-scanning tools; columns are Unicode code points, as everywhere
// here.
#include "report/findings.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level(Severity severity) {
  return severity == Severity::info ? "note" : severity_key(severity);
}

Json rules(Language language) {
  Json all = Json::array();
  for (const RuleEntry& rule : rule_catalogue())
    all.push_back({{"id", rule.name},
                   {"shortDescription", {{"text", typeset(rule.summary.in(language), language)}}},
                   {"fullDescription", {{"text", typeset(rule.why.in(language), language)}}},
                   {"defaultConfiguration", {{"level", level(rule.severity)}}}});
  return all;
}

Json location(const Source& source, Place place) {
  const Position begin = source.position(place.begin);
  const Position end = source.position(place.end);
  return {{"artifactLocation", {{"uri", source.name()}}},
          {"region",
           {{"startLine", begin.line},
            {"startColumn", begin.column},
            {"endLine", end.line},
            {"endColumn", end.column}}}};
}

Json result(const Source& source, const Finding& finding, Language language) {
  Json related = Json::array();
  for (const Related& other : finding.related)
    related.push_back({{"physicalLocation", location(source, other.place)},
                       {"message", {{"text", other.message.in(language)}}}});
  const Json where{{"physicalLocation", location(source, finding.place)},
                   {"logicalLocations", Json::array({Json{{"fullyQualifiedName", finding.pointer}}})}};
  return {{"ruleId", finding.rule},
          {"level", level(finding.severity)},
          {"message", {{"text", finding.message.in(language) + "\n" + finding.help.in(language)}}},
          {"locations", Json::array({where})},
          {"relatedLocations", related},
          {"partialFingerprints", {{"rulePathPointer/v1", fingerprint(source, finding)}}}};
}
} // namespace

std::string findings_as_sarif(std::span<const CheckedFile> files, const RenderOptions& options) {
  Json results = Json::array();
  for (const CheckedFile& file : files)
    for (const Finding& finding : file.findings)
      results.push_back(result(*file.source, finding, options.language));
  const Json driver{{"name", "deploy-plan"}, {"rules", rules(options.language)}};
  const Json run{{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
  const Json log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                 {"version", "2.1.0"},
                 {"runs", Json::array({run})}};
  return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace deploy_plan::report
