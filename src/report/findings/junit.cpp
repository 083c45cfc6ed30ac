// Findings as JUnit XML: a suite a file, a case a finding; what is below the gate passes with a remark.
#include "model/description.hpp"
#include "report/document/markup.hpp"
#include "report/findings/findings.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

class JunitWriter final : public FindingsWriter {
public:
  JunitWriter(Sink to, const RenderOptions& chosen) : sink_(std::move(to)), options_(chosen) {}

  void begin() override {
    sink_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"deploy-plan check\">\n");
  }

  void file(const CheckedFile& checked) override {
    // Of all that was found, whatever part of it is shown.
    std::size_t tests = checked.findings.size();
    auto failures = static_cast<std::size_t>(
        std::count_if(checked.findings.begin(), checked.findings.end(),
                      [&](const Finding& finding) { return fails(finding.severity); }));
    for (const UnkeptFindings& more : checked.unkept) {
      tests += more.count;
      failures += fails(more.severity) ? more.count : 0;
    }
    const std::string name = escaped_markup(checked.sources.first().name());
    sink_(fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n", name,
                      std::max<std::size_t>(1, tests), failures));
    each_told(checked, options_.show_more,
              [&](const Finding& finding) { test_case(checked.sources, finding); });
    if (tests == 0)
      sink_(fmt::format("    <testcase name=\"check\" classname=\"{}\"/>\n", name));
    sink_("  </testsuite>\n");
  }

  void end(const CheckSummary&) override { sink_("</testsuites>\n"); }

private:
  Sink sink_;
  RenderOptions options_;

  bool fails(Severity severity) const { return severity >= options_.fail_on; }

  void test_case(const SourceMap& sources, const Finding& finding) {
    const auto located = sources.locate(finding.place);
    const Position at = located.begin();
    const std::string path = escaped_markup(located.source->name());
    const std::string message = escaped_markup(finding.message.in(options_.language));
    const std::string words = fmt::format("{}:{}:{}: {}\n{}", path, at.line, at.column, message,
                                          escaped_markup(finding.help.in(options_.language)));
    const std::string body = fails(finding.severity)
                                 ? fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>",
                                               model::choice_of(finding.severity).name.en, message, words)
                                 : fmt::format("<system-out>{}</system-out>", words);
    sink_(fmt::format(
        "    <testcase name=\"{} {}:{}\" classname=\"{}\" file=\"{}\" line=\"{}\">{}</testcase>\n",
        finding.rule, at.line, at.column, path, path, at.line, body));
  }
};
} // namespace

std::unique_ptr<FindingsWriter> open_junit(Sink sink, const RenderOptions& options) {
  return std::make_unique<JunitWriter>(std::move(sink), options);
}

} // namespace deploy_plan::report
