// Findings for a person: the line, the place under it, the remedy, the booklet's step.
#include "model/description.hpp"
#include "report/findings/findings.hpp"
#include "text/passwords.hpp"
#include "text/terminal.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace deploy_plan::report {
namespace {

struct Frame {
  std::string_view corner, side, end, under, more;
};
constexpr Frame unicode_frame{"┌─", "│", "=", "─", "…"};
constexpr Frame ascii_frame{"-->", "|", "=", "-", "..."};

constexpr std::size_t widest_line = 160; // columns of a source line where no terminal says
constexpr std::size_t most_bytes =
    4000; // of a line that are looked at around a place: a file may be one line

/// The part of a source line that is shown: what is around a place, as wide as there is room for.
struct Window {
  std::string text;
  std::size_t begin = 0;   ///< the offset in the line of the first byte that was looked at
  std::size_t skipped = 0; ///< columns of that which are not shown
  std::size_t shift = 0;   ///< columns that the mark of something left out takes
};

class TextWriter final : public FindingsWriter {
public:
  TextWriter(Sink to, const RenderOptions& chosen)
      : sink_(std::move(to)), options_(chosen), frame_(chosen.unicode ? unicode_frame : ascii_frame) {}

  void file(const CheckedFile& checked) override {
    for (const Finding& finding : checked.findings)
      sink_(one(checked.sources, finding));
    for (const UnkeptFindings& more : checked.unkept)
      sink_(fmt::format("{}[{}]: {}\n\n", name_of(more.severity), more.rule,
                        said(told_together(checked, more, options_.show_more).message)));
  }

  void end(const CheckSummary& summary) override {
    const auto number = [](std::size_t value) { return static_cast<std::int64_t>(value); };
    const Phrase total{
        {"{0} {0#file|files}: {1} {1#error|errors}, {2} {2#warning|warnings}, {3} {3#info|infos}",
         "{0} {0#fichier|fichiers} : {1} {1#erreur|erreurs}, {2} {2#avertissement|avertissements}, {3} "
         "{3#info|infos}"},
        {number(summary.files), number(summary.errors), number(summary.warnings), number(summary.infos)}};
    sink_(total.in(options_.language) + "\n");
  }

private:
  Sink sink_;
  const RenderOptions options_;
  const Frame& frame_;

  /// What stands under a place: carets for the finding's own, a line and words for a related one.
  struct Mark {
    Place place;
    std::string words;
    bool own;
  };

  std::string paint(std::string_view code, std::string_view words) const {
    return options_.color ? fmt::format("\x1b[{}m{}\x1b[0m", code, words) : std::string(words);
  }
  std::string said(Text text) const { return typeset(text.in(options_.language), options_.language); }
  // The words come from the file: shown, never obeyed.
  std::string said(const Phrase& phrase) const { return text::visible(phrase.in(options_.language)); }
  std::string name_of(Severity severity) const { return said(model::choice_of(severity).words()); }
  static std::string_view color_of(Severity severity) {
    return severity == Severity::error ? "1;31" : severity == Severity::warning ? "1;33" : "1;36";
  }

  std::string one(const SourceMap& sources, const Finding& finding) const {
    const std::string head = fmt::format("{}[{}]", name_of(finding.severity), finding.rule);
    const std::string message = said(finding.message);
    std::string result = paint(color_of(finding.severity), head) + ": " +
                         text::wrapped(message, options_.width, text::width(head) + 2, 4) + "\n";
    const auto located = sources.locate(finding.place);
    if (located.source->bytes().empty())
      result += fmt::format("  {} {}\n", frame_.corner, text::visible(located.source->name()));
    else
      result += snippet(sources, finding, located);
    return result + tail(sources, finding) + "\n";
  }

  std::string snippet(const SourceMap& sources, const Finding& finding,
                      const SourceMap::Located& located) const {
    const Source& source = *located.source;
    // The finding's own mark comes last among those of its line, so that it stays the nearest to its words.
    std::multimap<std::size_t, Mark> marks;
    for (const Related& related : finding.related)
      if (const auto other = sources.locate(related.place);
          other.source == &source && related.place != finding.place)
        marks.emplace(other.begin().line, Mark{other.place, said(related.message), false});
    const Position at = located.begin();
    marks.emplace(at.line, Mark{located.place, label(finding), true});
    const std::size_t gutter = fmt::formatted_size("{}", marks.rbegin()->first) + 1;

    std::string result =
        fmt::format("{:{}}{} {}:{}:{}\n{:{}}{}\n", "", gutter, frame_.corner, text::visible(source.name()),
                    at.line, at.column, "", gutter, frame_.side);
    std::size_t shown = marks.begin()->first;
    for (auto line = marks.begin(); line != marks.end();) {
      const std::size_t number = line->first;
      if (number > shown + 1)
        result += fmt::format("{:{}}{}\n", "", gutter, frame_.more);
      shown = number;
      const auto after = marks.upper_bound(number);
      const Window window = window_on(source, number, std::prev(after)->second.place, gutter);
      result += fmt::format("{:>{}} {}  {}\n", number, gutter - 1, frame_.side, window.text);
      for (; line != after; ++line)
        result += underline(source, number, window, line->second, gutter, color_of(finding.severity));
    }
    return result + fmt::format("{:{}}{}\n", "", gutter, frame_.side);
  }

  /// What a related message says of the finding's own place stands beside the carets.
  std::string label(const Finding& finding) const {
    for (const Related& related : finding.related)
      if (related.place == finding.place)
        return said(related.message);
    return {};
  }

  static std::size_t line_begin(const Source& source, std::size_t number) {
    return static_cast<std::size_t>(source.line(number).data() - source.bytes().data());
  }

  /// What is looked at of a line; a password in it may be announced before, and end after.
  static std::string without_passwords(std::string_view line, std::size_t begin) {
    const std::size_t before = std::min(begin, text::longest_password);
    const auto around = line.substr(begin - before, before + most_bytes + text::longest_password);
    return text::with_passwords_masked(around).substr(before, most_bytes);
  }

  Window window_on(const Source& source, std::size_t number, Place place, std::size_t gutter) const {
    const auto line = source.line(number);
    const std::size_t from = std::min<std::size_t>(
        place.begin - std::min<std::size_t>(line_begin(source, number), place.begin), line.size());
    Window window;
    window.begin = text::character_begin(line, from > most_bytes / 2 ? from - most_bytes / 2 : 0);
    const auto near = line.substr(window.begin, most_bytes);
    const std::string shown = text::visible(without_passwords(line, window.begin));
    const std::size_t room = std::max<std::size_t>(20, (options_.width == 0 ? widest_line : options_.width) -
                                                           std::min(options_.width, gutter + 3));
    const std::size_t mark = text::width(text::visible(near.substr(0, from - window.begin)));
    const bool whole = window.begin == 0 && near.size() == line.size() && text::width(shown) <= room;
    if (whole) {
      window.text = shown;
      return window;
    }
    // The place stands a third into the window, so that what leads to it is seen too.
    window.skipped = mark > room / 3 ? mark - room / 3 : 0;
    const std::size_t wide = text::width(frame_.more);
    const bool cut_before = window.begin > 0 || window.skipped > 0;
    const std::size_t left = room - (cut_before ? wide : 0);
    const bool cut_after =
        window.begin + near.size() < line.size() || text::width(shown) > window.skipped + left;
    window.shift = cut_before ? wide : 0;
    window.text = fmt::format("{}{}{}", cut_before ? frame_.more : "",
                              text::columns(shown, window.skipped, left - (cut_after ? wide : 0)),
                              cut_after ? frame_.more : "");
    return window;
  }

  std::string underline(const Source& source, std::size_t number, const Window& window, const Mark& mark,
                        std::size_t gutter, std::string_view color) const {
    const auto line = source.line(number);
    const std::size_t begin = line_begin(source, number) + window.begin;
    const auto near = line.substr(window.begin, most_bytes);
    if (mark.place.begin < begin || mark.place.begin > begin + near.size())
      return {};
    const std::size_t from = mark.place.begin - begin;
    const std::size_t column = text::width(text::visible(near.substr(0, from)));
    if (column < window.skipped)
      return {};
    const std::size_t wanted =
        text::width(text::visible(near.substr(from, mark.place.end - mark.place.begin)));
    const std::size_t indent = column - window.skipped + window.shift;
    const std::size_t room = std::max(text::width(window.text), indent + 1) - indent;
    std::string under;
    for (std::size_t i = 0; i < std::clamp<std::size_t>(wanted, 1, room); ++i)
      under += mark.own ? "^" : frame_.under;
    return fmt::format("{:{}}{}  {:{}}{}{}{}\n", "", gutter, frame_.side, "", indent,
                       mark.own ? paint(color, under) : under, mark.words.empty() ? "" : " ", mark.words);
  }

  std::string tail(const SourceMap& sources, const Finding& finding) const {
    std::string result;
    const auto note = [&](std::string_view label, const std::string& words) {
      result +=
          fmt::format("  {} {}{}\n", frame_.end, label,
                      text::wrapped(words, options_.width, 4 + text::width(label), 4 + text::width(label)));
    };
    for (const Related& related : finding.related)
      if (const auto other = sources.locate(related.place);
          other.source != sources.locate(finding.place).source)
        note("", fmt::format("{}:{}:{}: {}", text::visible(other.source->name()), other.begin().line,
                             other.begin().column, said(related.message)));
    if (const std::string help = said(finding.help); !help.empty())
      note(said(Text{"help: ", "aide : "}), help);
    if (const RuleEntry* rule = find_rule(finding.rule))
      note(said(Text{"booklet: ", "livret : "}),
           fmt::format("{} · deploy-plan explain {}", said(step_name(rule->step)), rule->name));
    return result;
  }
};
} // namespace

std::unique_ptr<FindingsWriter> open_text(Sink sink, const RenderOptions& options) {
  return std::make_unique<TextWriter>(std::move(sink), options);
}

} // namespace deploy_plan::report
