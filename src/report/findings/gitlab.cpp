// Findings as a GitLab code quality report, which a merge request shows beside the changed lines.
#include "report/findings/findings.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_word(Severity severity) {
  return severity == Severity::error ? "major" : severity == Severity::warning ? "minor" : "info";
}

class GitlabWriter final : public FindingsWriter {
public:
  GitlabWriter(Sink to, const RenderOptions& options)
      : sink_(to), language_(options.language), show_more_(options.show_more), issues_(std::move(to), 2) {}

  void begin() override { sink_("["); }

  void file(const CheckedFile& checked) override {
    Fingerprints fingerprints(checked.sources.first());
    each_told(checked, show_more_, [&](const Finding& finding) {
      const auto located = checked.sources.locate(finding.place);
      const Json lines{{"begin", located.begin().line}};
      issues_.add({{"description", finding.message.in(language_)},
                   {"content", {{"body", finding.help.in(language_)}}},
                   {"check_name", finding.rule},
                   {"fingerprint", fingerprints.next(finding)},
                   {"severity", severity_word(finding.severity)},
                   {"location", {{"path", located.source->name()}, {"lines", lines}}}});
    });
  }

  void end(const CheckSummary&) override {
    issues_.close();
    sink_("\n");
  }

private:
  Sink sink_;
  Language language_;
  Text show_more_;
  JsonArray issues_;
};
} // namespace

std::unique_ptr<FindingsWriter> open_gitlab(Sink sink, const RenderOptions& options) {
  return std::make_unique<GitlabWriter>(std::move(sink), options);
}

} // namespace deploy_plan::report
