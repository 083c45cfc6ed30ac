#include "report/findings.hpp"
#include <fmt/format.h>

namespace deploy_plan {

std::span<const FindingsFormat> findings_formats() {
  static constexpr FindingsFormat all[] = {
      {"text", {"for a person", "pour une personne"}, report::findings_as_text},
      {"json", {"for a script", "pour un script"}, report::findings_as_json},
      {"github", {"annotations of a GitHub workflow", "annotations d'un workflow GitHub"}, report::findings_as_github},
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
  std::string result = fmt::format("{} ({})\n  {}\n\n", rule.name, typeset(report::severity_name(rule.severity).in(language), language), say_text(rule.summary));
  result += fmt::format("{} {}\n{} {}\n", say_text({"Why:", "Pourquoi :"}), say_text(rule.why), say_text({"Booklet:", "Livret :"}), say_text(step_name(rule.step)));
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
Text severity_name(Severity severity) {
  return severity == Severity::error     ? Text{"error", "erreur"}
         : severity == Severity::warning ? Text{"warning", "avertissement"}
                                         : Text{"info", "info"};
}
} // namespace report

} // namespace deploy_plan
