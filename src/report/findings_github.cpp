// Findings as workflow commands of GitHub Actions, which shows them beside the changed lines.
#include "report/findings.hpp"
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

/// GitHub's escapes: in a property `:` and `,` end it, and a line's end ends the command.
std::string escaped(std::string_view words, bool property) {
  std::string result;
  for (const char c : words) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    result += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return result;
}
} // namespace

std::string findings_as_github(std::span<const CheckedFile> files, const RenderOptions& options) {
  std::string result;
  for (const CheckedFile& file : files)
    for (const Finding& finding : file.findings) {
      const Position begin = file.source->position(finding.place.begin);
      const Position end = file.source->position(finding.place.end);
      const std::string_view command =
          finding.severity == Severity::info ? "notice" : severity_key(finding.severity);
      result += fmt::format(
          "::{} file={},line={},col={},endLine={},endColumn={},title={}::{}\n", command,
          escaped(file.source->name(), true), begin.line, begin.column, end.line, end.column, finding.rule,
          escaped(finding.message.in(options.language) + "\n" + finding.help.in(options.language), false));
    }
  return result;
}

} // namespace deploy_plan::report
