// Findings for a script: the shape is the API (design, part 5).
#include "report/findings.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

Json rendered(const Source& source, const Finding& finding, Language language) {
  const Position begin = source.position(finding.place.begin);
  const Position end = source.position(finding.place.end);
  Json related = Json::array();
  for (const Related& other : finding.related) {
    const Position at = source.position(other.place.begin);
    related.push_back({{"message", other.message.in(language)}, {"line", at.line}, {"column", at.column}});
  }
  return {{"rule", finding.rule},
          {"severity", severity_key(finding.severity)},
          {"message", finding.message.in(language)},
          {"pointer", finding.pointer},
          {"line", begin.line},
          {"column", begin.column},
          {"end_line", end.line},
          {"end_column", end.column},
          {"help", finding.help.in(language)},
          {"related", related}};
}
} // namespace

std::string findings_as_json(std::span<const CheckedFile> files, const RenderOptions& options) {
  Json all = Json::array();
  for (const CheckedFile& file : files) {
    Json findings = Json::array();
    for (const Finding& finding : file.findings)
      findings.push_back(rendered(*file.source, finding, options.language));
    all.push_back({{"path", file.source->name()}, {"findings", findings}});
  }
  const Summary summary = summarize(files);
  const Json document{
      {"format", "deploy-plan/check@1"},
      {"files", all},
      {"summary", {{"errors", summary.errors}, {"warnings", summary.warnings}, {"infos", summary.infos}}}};
  // Words quoted from a file may be broken UTF-8: shown as U+FFFD rather than refused.
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace deploy_plan::report
