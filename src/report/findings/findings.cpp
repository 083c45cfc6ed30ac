#include "report/findings/findings.hpp"
#include "report/json_values.hpp"
#include <fmt/format.h>

namespace deploy_plan {

std::span<const FindingsFormat> findings_formats() {
  static constexpr FindingsFormat all[] = {
      {"text", {"for a person", "pour une personne"}, report::open_text},
      {"json", {"for a script", "pour un script"}, report::open_json},
      {"sarif",
       {"SARIF 2.1.0, for code scanning", "SARIF 2.1.0, pour l'analyse de code"},
       report::open_sarif},
      {"junit", {"JUnit XML, for test reports", "XML JUnit, pour les rapports de tests"}, report::open_junit},
      {"github",
       {"annotations of a GitHub workflow", "annotations d'un workflow GitHub"},
       report::open_github},
      {"gitlab", {"GitLab code quality", "qualité de code GitLab"}, report::open_gitlab},
  };
  return all;
}

std::string render(const FindingsFormat& format, std::span<const CheckedFile> files,
                   const RenderOptions& options) {
  std::string result;
  const auto writer = format.open([&](std::string_view piece) { result += piece; }, options);
  CheckSummary summary;
  writer->begin();
  for (const CheckedFile& file : files) {
    writer->file(file);
    summary.add(file);
  }
  writer->end(summary);
  return result;
}

namespace report {

std::string told(const Finding& finding, Language language) {
  return finding.message.in(language) + "\n" + finding.help.in(language);
}

Finding told_together(const CheckedFile& file, const UnkeptFindings& more, Text show_more) {
  return {more.rule,
          more.severity,
          {{"{0} more in {1}, not shown", "{0} de plus dans {1}, non {0#montré|montrés}"},
           {static_cast<std::int64_t>(more.count), file.sources.first().name()}},
          {show_more},
          {},
          {},
          {}};
}

std::string Fingerprints::next(const Finding& finding) {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&](std::string_view part) {
    for (const char c : part)
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    hash = (hash ^ 0xFFU) * 0x100000001b3; // between parts, a byte that UTF-8 never holds
  };
  add(finding.rule);
  add(source_.name());
  add(finding.pointer);
  if (const std::size_t before = given_[hash]++; before > 0)
    add(std::to_string(before));
  return fmt::format("{:016x}", hash);
}

void JsonArray::add(const nlohmann::ordered_json& element) {
  std::string indented;
  for (const char c : json_text(element, 2)) {
    indented += c;
    if (c == '\n') // never inside a string, where it is escaped
      indented += indent_;
  }
  add_written(indented);
}

void JsonArray::add_written(std::string_view element) {
  sink_((empty_ ? "\n" : ",\n") + indent_);
  sink_(element);
  empty_ = false;
}

void JsonArray::close() {
  if (!empty_)
    sink_("\n" + indent_.substr(std::min<std::size_t>(2, indent_.size())));
  sink_("]");
}

} // namespace report
} // namespace deploy_plan
