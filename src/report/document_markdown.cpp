// Documents as Markdown, for a comment on a pull or merge request: GitHub's and GitLab's dialects.
#include "report/document.hpp"
#include "text/terminal.hpp"
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

/// Words that Markdown and HTML leave as they are. What comes from a file is words, never markup.
std::string escaped(std::string_view words) {
  std::string result;
  for (const char c : text::visible(words)) {
    if (c == '<' || c == '>') { // an entity, since not every renderer heeds a backslash there
      result += c == '<' ? "&lt;" : "&gt;";
      continue;
    }
    if (std::string_view("\\`*_{}[]|#~").find(c) != std::string_view::npos)
      result += '\\';
    if (c == '@') // would call somebody
      result += "\u200b";
    result += c;
  }
  return result;
}

class MarkdownWriter {
public:
  explicit MarkdownWriter(const RenderOptions& chosen) : options(chosen) {}

  std::string write(const Document& document) {
    result = "## " + said(document.title) + "\n";
    for (const Section& section : document.sections) {
      result += section.detail ? fmt::format("\n<details>\n<summary>{}</summary>\n", said(section.title))
                               : "\n### " + said(section.title) + "\n";
      for (const Block& block : section.blocks)
        std::visit([&](const auto& one) { add(one); }, block);
      result += section.detail ? "\n</details>\n" : "";
    }
    return result;
  }

private:
  const RenderOptions& options;
  std::string result;

  std::string said(const Phrase& phrase) const { return escaped(phrase.in(options.language)); }
  static std::string_view sign_of(Tone tone) {
    return tone == Tone::good ? "🟢 " : tone == Tone::warning ? "🟠 " : tone == Tone::bad ? "🔴 " : "";
  }

  void add(const Paragraph& paragraph) {
    result += fmt::format("\n{}{}\n", sign_of(paragraph.tone), said(paragraph.text));
  }
  std::string in_cell(const Cell& cell) const {
    const std::string words = cell.value ? said(*cell.value) : "—";
    return cell.best ? "**" + words + "**" : words;
  }

  void add(const Listing& listing) {
    result += fmt::format("\n{}\n\n```json\n", said(listing.caption));
    for (const Words& line : listing.lines)
      result += text::visible(line.in(options.language)) + "\n";
    result += "```\n";
  }

  // Every figure of a chart stands in the table beneath it.
  void add(const Bars&) {}
  void add(const Plot&) {}

  void add(const Table& table) {
    std::string rule = "|";
    result += "\n|";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      result += " " + said(table.columns[i]) + " |";
      rule += !table.rows.empty() && table.rows.front()[i].numeric ? "---:|" : "---|";
    }
    result += "\n" + rule + "\n";
    for (const auto& row : table.rows) {
      result += "|";
      for (const Cell& cell : row)
        result += fmt::format(" {}{} |", sign_of(cell.tone), in_cell(cell));
      result += "\n";
    }
    result += fmt::format("\n*{}*\n", said(table.caption));
  }
};
} // namespace

std::string document_as_markdown(const Document& document, const RenderOptions& options) {
  return MarkdownWriter(options).write(document);
}

} // namespace deploy_plan::report
