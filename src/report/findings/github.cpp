// Findings as workflow commands of GitHub Actions, which shows them beside the changed lines.
#include "model/description.hpp"
#include "report/findings/findings.hpp"
#include "text/terminal.hpp"
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

/// GitHub's escapes: in a property `:` and `,` end it. A line's end would end the command, and none is left
/// in visible words.
std::string escaped(std::string_view words, bool property) {
  std::string result;
  for (const char c : text::visible(words)) {
    const bool special = c == '%' || (property && (c == ':' || c == ','));
    result += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return result;
}

class GithubWriter final : public FindingsWriter {
public:
  GithubWriter(Sink to, const RenderOptions& options)
      : sink_(std::move(to)), language_(options.language), show_more_(options.show_more) {}

  void file(const CheckedFile& checked) override {
    each_told(checked, show_more_, [&](const Finding& finding) {
      const auto located = checked.sources.locate(finding.place);
      const Position begin = located.begin();
      const Position end = located.end();
      const std::string_view command =
          finding.severity == Severity::info ? "notice" : model::choice_of(finding.severity).name.en;
      sink_(fmt::format("::{} file={},line={},col={},endLine={},endColumn={},title={}::{}\n", command,
                        escaped(located.source->name(), true), begin.line, begin.column, end.line, end.column,
                        finding.rule, told(finding)));
    });
  }

private:
  Sink sink_;
  Language language_;
  Text show_more_;

  std::string told(const Finding& finding) const {
    return escaped(finding.message.in(language_), false) + "%0A" + escaped(finding.help.in(language_), false);
  }
};
} // namespace

std::unique_ptr<FindingsWriter> open_github(Sink sink, const RenderOptions& options) {
  return std::make_unique<GithubWriter>(std::move(sink), options);
}

} // namespace deploy_plan::report
