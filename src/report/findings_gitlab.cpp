// Findings as a GitLab code quality report, which a merge request shows beside the changed lines.
#include "report/findings.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {

std::string findings_as_gitlab(std::span<const CheckedFile> files, const RenderOptions& options) {
  using Json = nlohmann::ordered_json;
  Json all = Json::array();
  for (const CheckedFile& file : files)
    for (const Finding& finding : file.findings) {
      const std::string_view severity = finding.severity == Severity::error     ? "major"
                                        : finding.severity == Severity::warning ? "minor"
                                                                                : "info";
      all.push_back({{"description", finding.message.in(options.language)},
                     {"check_name", finding.rule},
                     {"fingerprint", fingerprint(*file.source, finding)},
                     {"severity", severity},
                     {"location",
                      {{"path", file.source->name()},
                       {"lines", {{"begin", file.source->position(finding.place.begin).line}}}}}});
    }
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace deploy_plan::report
