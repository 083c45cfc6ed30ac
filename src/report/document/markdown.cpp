// Documents as Markdown, for a comment on a pull or merge request: GitHub's and GitLab's dialects.
#include "report/document/document.hpp"
#include "text/terminal.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

constexpr std::string_view nothing_to_see = "\u200b"; // a space of no width

/// Entities, since not every renderer heeds a backslash there.
std::string_view entity(char c) { return c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : ""; }

/// Whether what was written so far would become a link, or call somebody, with what follows it.
bool begins_reference(std::string_view written, std::string_view rest) {
  const std::string_view last = written.substr(written.size() - std::min<std::size_t>(3, written.size()));
  const bool web = last.size() == 3 && rest.starts_with('.') &&
                   std::all_of(last.begin(), last.end(), [](char c) { return c == 'w' || c == 'W'; });
  return web || last.ends_with('@') || last.ends_with('#') || (last.ends_with(':') && rest.starts_with("//"));
}

/// Words that Markdown and HTML leave as they are. What comes from a file is words, never markup.
std::string escaped(std::string_view words) {
  std::string result;
  const std::string all = text::visible(words);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const char c = all[i];
    if (begins_reference(result, std::string_view(all).substr(i)))
      result += nothing_to_see;
    if (std::string_view("\\`*_{}[]|#~").find(c) != std::string_view::npos)
      result += '\\';
    if (const auto name = entity(c); name.empty())
      result += c;
    else
      result += name;
  }
  return result;
}

/// The same where they begin a block: neither a list, nor a rule, nor code.
std::string opening(std::string_view words) {
  std::string result = escaped(words.substr(std::min(words.find_first_not_of(" \t"), words.size())));
  const auto digits = std::min(result.find_first_not_of("0123456789"), result.size());
  const std::string_view marks = digits == 0 ? "-+=" : ".)";
  const std::string_view mark = std::string_view(result).substr(digits, 1),
                         after = std::string_view(result).substr(std::min(digits + 1, result.size()), 1);
  if (!mark.empty() && marks.find(mark) != std::string_view::npos &&
      (after.empty() || after == " " || after == mark))
    result.insert(digits, "\\");
  return result;
}

class MarkdownWriter {
public:
  explicit MarkdownWriter(const RenderOptions& chosen) : options_(chosen) {}

  std::string write(const Document& document) {
    add(document, "##");
    return result_;
  }

private:
  const RenderOptions& options_;
  std::string result_;

  void add(const Document& document, const std::string& heading) {
    result_ += heading + " " + said(document.title) + "\n";
    for (const Phrase& line : document.about)
      result_ += "\n" + opening(line.in(options_.language)) + "\n";
    for (const Section& section : document.sections) {
      result_ += section.detail ? fmt::format("\n<details>\n<summary>{}</summary>\n", said(section.title))
                                : "\n#" + heading + " " + said(section.title) + "\n";
      for (const Block& block : section.blocks)
        std::visit([&](const auto& one) { add(one); }, block);
      result_ += section.detail ? "\n</details>\n" : "";
    }
    for (const Document& part : document.parts) {
      result_ += "\n";
      add(part, "#" + heading);
    }
  }

  std::string said(const Phrase& phrase) const { return escaped(phrase.in(options_.language)); }
  static std::string_view sign_of(Tone tone) {
    return tone == Tone::good ? "🟢 " : tone == Tone::warning ? "🟠 " : tone == Tone::bad ? "🔴 " : "";
  }

  void add(const Paragraph& paragraph) {
    result_ += fmt::format("\n{0}{2}{1}{2}\n", sign_of(paragraph.tone),
                           opening(paragraph.text.in(options_.language)), paragraph.lead ? "**" : "");
  }

  void add(const KeyFigures& key) {
    result_ += "\n";
    const std::string_view colon = options_.language == Language::french ? "\u00a0: " : ": ";
    for (const KeyFigures::Figure& one : key.figures)
      result_ += fmt::format("- {}{}{}**{}**{}\n", sign_of(one.tone), said(one.name), colon, said(one.value),
                             in_brackets(said(one.note)));
  }

  void add(const Steps& steps) {
    result_ += "\n";
    int number = 0;
    for (const Steps::Step& one : steps.steps)
      result_ += fmt::format("{}. {}, {}{}\n", ++number, said(one.what), said(one.when),
                             in_brackets(said(one.note)));
  }
  static std::string in_brackets(const std::string& note) { return note.empty() ? "" : " (" + note + ")"; }

  std::string in_cell(const Cell& cell) const {
    const std::string words = cell.value ? said(*cell.value) : "—";
    return cell.best ? "**" + words + "**" : words;
  }

  void add(const Listing& listing) {
    result_ += fmt::format("\n{}\n\n```json\n", said(listing.caption));
    for (const Words& line : listing.lines)
      result_ += text::visible(line.in(options_.language)) + "\n";
    result_ += "```\n";
  }

  // Every figure of a chart stands in the table beneath it.
  void add(const Bars&) {}
  void add(const Plot&) {}
  void add(const Panels&) {}
  void add(const Timeline&) {}

  void add(const Table& table) {
    if (table.folded)
      result_ += fmt::format("\n<details>\n<summary>{}</summary>\n", said(table.caption));
    std::string rule = "|";
    result_ += "\n|";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      result_ += " " + said(table.columns[i]) + " |";
      rule += is_numeric(table, i) ? "---:|" : "---|";
    }
    result_ += "\n" + rule + "\n";
    for (const auto& row : table.rows) {
      result_ += "|";
      if (is_heading(table, row)) {
        result_ += " **" + in_cell(row.front()) + "** |";
        for (std::size_t i = 1; i < table.columns.size(); ++i)
          result_ += " |";
        result_ += "\n";
        continue;
      }
      for (const Cell& cell : row)
        result_ += fmt::format(" {}{} |", sign_of(cell.tone), in_cell(cell));
      result_ += "\n";
    }
    result_ += table.folded ? "\n</details>\n" : fmt::format("\n*{}*\n", said(table.caption));
  }
};
} // namespace

std::string document_as_markdown(const Document& document, const RenderOptions& options) {
  return MarkdownWriter(options).write(document);
}

} // namespace deploy_plan::report
