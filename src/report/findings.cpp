#include "report/findings.hpp"
#include <fmt/format.h>

namespace deploy_plan {

std::span<const FindingsFormat> findings_formats() {
  static constexpr FindingsFormat all[] = {
      {"text", {"for a person", "pour une personne"}, report::findings_as_text},
      {"json", {"for a script", "pour un script"}, report::findings_as_json},
      {"github",
       {"annotations of a GitHub workflow", "annotations d'un workflow GitHub"},
       report::findings_as_github},
      {"gitlab", {"GitLab code quality", "qualité de code GitLab"}, report::findings_as_gitlab},
      {"sarif", {"SARIF 2.1.0", "SARIF 2.1.0"}, report::findings_as_sarif},
  };
  return all;
}

Summary summarize(std::span<const CheckedFile> files) {
  Summary summary;
  for (const CheckedFile& file : files)
    for (const Finding& finding : file.findings)
      ++(finding.severity == Severity::error     ? summary.errors
         : finding.severity == Severity::warning ? summary.warnings
                                                 : summary.infos);
  return summary;
}

std::string explain(const RuleEntry& rule, Language language) {
  const auto say_text = [&](Text text) { return typeset(text.in(language), language); };
  std::string result = fmt::format("{} ({})\n  {}\n\n", rule.name,
                                   typeset(report::severity_name(rule.severity).in(language), language),
                                   say_text(rule.summary));
  result += fmt::format("{} {}\n{} {}\n", say_text({"Why:", "Pourquoi :"}), say_text(rule.why),
                        say_text({"Booklet:", "Livret :"}), say_text(step_name(rule.step)));
  if (!rule.bad.empty())
    result += fmt::format("\n{}\n  {}\n", say_text({"Raises it:", "La déclenche :"}), rule.bad);
  if (!rule.good.empty())
    result += fmt::format("\n{}\n  {}\n", say_text({"Does not:", "Ne la déclenche pas :"}), rule.good);
  return result;
}

namespace report {
std::string_view severity_key(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "info";
}
std::string fingerprint(const Source& source, const Finding& finding) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const std::string_view part :
       {std::string_view(finding.rule), std::string_view(source.name()), std::string_view(finding.pointer)}) {
    for (const char c : part)
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    hash = (hash ^ 0xFFU) * 0x100000001b3; // between parts, a byte that UTF-8 never holds
  }
  return fmt::format("{:016x}", hash);
}
Text severity_name(Severity severity) {
  return severity == Severity::error     ? Text{"error", "erreur"}
         : severity == Severity::warning ? Text{"warning", "avertissement"}
                                         : Text{"info", "info"};
}
} // namespace report

} // namespace deploy_plan
