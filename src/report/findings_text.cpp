// Findings for a person: the line, the place under it, the remedy, the booklet's step.
#include "report/findings.hpp"
#include "text/terminal.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace deploy_plan::report {
namespace {

struct Frame {
  std::string_view corner, side, end, under;
};
constexpr Frame unicode_frame{"┌─", "│", "=", "─"};
constexpr Frame ascii_frame{"-->", "|", "=", "-"};

class TextWriter {
public:
  explicit TextWriter(const RenderOptions& chosen)
      : options(chosen), frame(chosen.unicode ? unicode_frame : ascii_frame) {}

  void file(const CheckedFile& checked) {
    for (const Finding& finding : checked.findings)
      one(*checked.source, finding);
  }
  std::string result;

private:
  const RenderOptions& options;
  const Frame& frame;

  std::string paint(std::string_view code, std::string_view words) const {
    return options.color ? fmt::format("\x1b[{}m{}\x1b[0m", code, words) : std::string(words);
  }
  std::string said(Text text) const { return typeset(text.in(options.language), options.language); }

  void one(const Source& source, const Finding& finding) {
    const std::string_view color = finding.severity == Severity::error     ? "1;31"
                                   : finding.severity == Severity::warning ? "1;33"
                                                                           : "1;36";
    const auto name = options.language == Language::french ? said(severity_name(finding.severity))
                                                           : std::string(severity_key(finding.severity));
    // The words come from the file: shown, never obeyed.
    result += fmt::format("{}: {}\n", paint(color, fmt::format("{}[{}]", name, finding.rule)),
                          text::visible(finding.message.in(options.language)));
    if (!source.bytes().empty())
      snippet(source, finding, color);
    else
      result += fmt::format("  {} {}\n", frame.corner, text::visible(source.name()));
    tail(finding);
  }

  void snippet(const Source& source, const Finding& finding, std::string_view color) {
    const Position at = source.position(finding.place.begin);
    // One line a mark; the finding's own comes last among those of its line so that it stays the nearest to
    // its words.
    std::multimap<std::size_t, std::pair<Place, std::string>> marks;
    std::size_t widest = at.line;
    for (const Related& related : finding.related) {
      const auto line = source.position(related.place.begin).line;
      marks.emplace(line, std::pair{related.place, text::visible(related.message.in(options.language))});
      widest = std::max(widest, line);
    }
    marks.emplace(at.line, std::pair{finding.place, std::string{}});
    const std::size_t gutter = fmt::formatted_size("{}", widest) + 1;
    result += fmt::format("{:{}}{} {}:{}:{}\n{:{}}{}\n", "", gutter, frame.corner,
                          text::visible(source.name()), at.line, at.column, "", gutter, frame.side);
    std::size_t shown = 0;
    for (const auto& [line, mark] : marks) {
      const bool own = mark.first == finding.place && mark.second.empty();
      if (line != shown)
        result += fmt::format("{:>{}} {}  {}\n", line, gutter - 1, frame.side, clipped(source, line));
      shown = line;
      underline(source, line, mark.first, gutter, own, mark.second, color);
    }
    result += fmt::format("{:{}}{}\n", "", gutter, frame.side);
  }

  static constexpr std::size_t longest_line =
      400; // bytes: a file on one line must not fill the screen with itself
  static std::string clipped(const Source& source, std::size_t line) {
    const auto whole = source.line(line);
    return text::visible(whole.substr(0, longest_line)) + (whole.size() > longest_line ? " …" : "");
  }

  void underline(const Source& source, std::size_t line, Place place, std::size_t gutter, bool own,
                 const std::string& words, std::string_view color) {
    const auto whole = source.line(line);
    const auto begin = static_cast<std::size_t>(whole.data() - source.bytes().data());
    const std::size_t from =
        std::min<std::size_t>(place.begin - std::min<std::size_t>(begin, place.begin), whole.size());
    const std::size_t size = std::min<std::size_t>(place.end - place.begin, whole.size() - from);
    if (from > longest_line)
      return;
    const std::size_t indent = text::width(text::visible(whole.substr(0, from)));
    const std::size_t columns =
        std::max<std::size_t>(1, text::width(text::visible(whole.substr(from, size))));
    std::string mark;
    for (std::size_t i = 0; i < columns; ++i)
      mark += own ? "^" : frame.under;
    result += fmt::format("{:{}}{}  {:{}}{}{}{}\n", "", gutter, frame.side, "", indent,
                          own ? paint(color, mark) : mark, words.empty() ? "" : " ", words);
  }

  void tail(const Finding& finding) {
    const std::string help = text::visible(finding.help.in(options.language));
    if (!help.empty())
      result += fmt::format("  {} {} {}\n", frame.end, said({"help:", "aide :"}), help);
    if (const RuleEntry* rule = find_rule(finding.rule))
      result += fmt::format("  {} {} {} · deploy-plan explain {}\n", frame.end,
                            said({"booklet:", "livret :"}), said(step_name(rule->step)), rule->name);
    result += '\n';
  }
};
} // namespace

std::string findings_as_text(std::span<const CheckedFile> files, const RenderOptions& options) {
  TextWriter writer(options);
  for (const CheckedFile& file : files)
    writer.file(file);
  const Summary summary = summarize(files);
  const auto number = [](std::size_t value) { return static_cast<std::int64_t>(value); };
  const Phrase total{
      {"{0} {0#file|files}: {1} {1#error|errors}, {2} {2#warning|warnings}, {3} {3#info|infos}",
       "{0} {0#fichier|fichiers} : {1} {1#erreur|erreurs}, {2} {2#avertissement|avertissements}, {3} "
       "{3#info|infos}"},
      {number(files.size()), number(summary.errors), number(summary.warnings), number(summary.infos)}};
  return writer.result + total.in(options.language) + "\n";
}

} // namespace deploy_plan::report
