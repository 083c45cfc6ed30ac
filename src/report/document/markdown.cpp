// Documents as Markdown, for a comment on a pull or merge request: GitHub's and GitLab's dialects.
#include "report/document/document.hpp"
#include "report/document/links.hpp"
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
  const bool numbered =
      !rest.empty() && text::is_digit(rest.front()) && (last.ends_with('!') || last == "GH-");
  return web || numbered || last.ends_with('@') || last.ends_with('#') ||
         (last.ends_with(':') && rest.starts_with("//"));
}

/// Words that Markdown and HTML leave as they are. What comes from a file is words, never markup; within a
/// link they refer to nothing else, and can be copied.
enum class Within { text, link };
std::string escaped_within(Within within, std::string_view words) {
  std::string result;
  const std::string all = text::visible(words);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const char c = all[i];
    if (within == Within::text && begins_reference(result, std::string_view(all).substr(i)))
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

std::string escaped(std::string_view words) { return escaped_within(Within::text, words); }

/// A link that an address is; empty where it is none. What a link may end by, or hold a meaning, is written
/// by its bytes.
std::string link_to(std::string_view address) {
  const std::string target = address_of(address);
  if (target.empty())
    return {};
  std::string safe;
  constexpr std::string_view as_they_are =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&*+,;=%";
  for (const char c : target)
    if (as_they_are.find(c) != std::string_view::npos)
      safe += c == '&' ? std::string("&amp;") : std::string(1, c);
    else
      safe += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return fmt::format("[{}](<{}>)", escaped_within(Within::link, address), safe);
}

/// The same where they begin a block: neither a list, nor a rule, nor code.
std::string opening(std::string_view words) {
  std::string result = escaped(words.substr(std::min(words.find_first_not_of(" \t"), words.size())));
  if (result.starts_with('/')) // an order to GitLab
    return "\\" + result;
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

  /// Held to its size by construction: whatever is added goes through `put`, which adds it whole or not at
  /// all, and keeps the room that the last sentence takes.
  std::string write(const Document& document) {
    add(document, "##");
    if (left_out_ > 0)
      result_ += Phrase{{"\n{0} {0#row or part is|rows and parts are} left out here, for want of room.\n",
                         "\n{0} {0#ligne ou partie est laissée|lignes et parties sont laissées} de côté ici, "
                         "faute de place.\n"},
                        {left_out_}}
                     .in(options_.language);
    return result_;
  }

private:
  static constexpr std::size_t last_sentence = 200; ///< characters that it takes at most
  static constexpr std::size_t most_said = 400;     ///< characters of one thing said, where room is short
  const RenderOptions& options_;
  std::string result_;
  std::size_t size_ = 0;     ///< of it in characters
  std::size_t reserved_ = 0; ///< for what must be closed
  std::int64_t left_out_ = 0;

  static std::size_t characters(std::string_view words) {
    return static_cast<std::size_t>(
        std::count_if(words.begin(), words.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  }
  /// What comes after something that was left out is left out, too: what is told is told in order.
  bool put(std::string_view piece, std::size_t reserved = 0) {
    const std::size_t more = characters(piece);
    const bool has_room = size_ + more + reserved + reserved_ + last_sentence <= options_.most;
    if (options_.most > 0 && (left_out_ > 0 || !has_room)) {
      ++left_out_;
      return false;
    }
    result_ += piece;
    size_ += more;
    return true;
  }
  /// With what closes it, for which there always is room.
  template <class Inside>
  void put_around(std::string_view opening, std::string_view closing, Inside inside) {
    if (!put(opening, characters(closing)))
      return;
    reserved_ += characters(closing);
    inside();
    reserved_ -= characters(closing);
    size_ += characters(closing);
    result_ += closing;
  }

  void add(const Document& document, const std::string& heading) {
    put(heading + " " + said(document.title) + "\n");
    for (const Phrase& line : document.about)
      put("\n" + opened(line) + "\n");
    for (const Section& section : document.sections)
      put_around(section.detail ? fmt::format("\n<details>\n<summary>{}</summary>\n", said(section.title))
                                : "\n#" + heading + " " + said(section.title) + "\n",
                 section.detail ? "\n</details>\n" : "", [&] {
                   for (const Block& block : section.blocks)
                     std::visit([&](const auto& one) { add(one); }, block);
                 });
    for (const Document& part : document.parts) {
      put("\n");
      add(part, "#" + heading);
    }
  }

  /// Cut, and seen to be so, where room is short.
  template <class Escape>
  std::string cut(const std::string& words, Escape escape) const {
    std::string all = escape(words);
    for (std::size_t most = most_said; options_.most > 0 && characters(all) > most_said; most = most * 3 / 4)
      all = escape(first_characters(words, most)) + "…";
    return all;
  }
  static std::string first_characters(const std::string& words, std::size_t most) {
    std::size_t end = 0;
    for (; end < words.size(); ++end)
      if ((words[end] & 0xC0) != 0x80 && most-- == 0)
        break;
    return words.substr(0, end);
  }
  std::string said(const Phrase& phrase) const { return cut(phrase.in(options_.language), escaped); }
  std::string opened(const Phrase& phrase) const { return cut(phrase.in(options_.language), opening); }
  static std::string_view sign_of(Tone tone) {
    return tone == Tone::good ? "🟢 " : tone == Tone::warning ? "🟠 " : tone == Tone::bad ? "🔴 " : "";
  }

  void add(const Paragraph& paragraph) {
    put(fmt::format("\n{0}{2}{1}{2}\n", sign_of(paragraph.tone),
                    linked(opened(paragraph.text), paragraph.addresses, escaped, link_to),
                    paragraph.lead ? "**" : ""));
  }

  void add(const KeyFigures& key) {
    put("\n");
    const std::string_view colon = options_.language == Language::french ? "\u00a0: " : ": ";
    for (const KeyFigures::Figure& one : key.figures)
      put(fmt::format("- {}{}{}**{}**{}\n", sign_of(one.tone), said(one.name), colon, said(one.value),
                      in_brackets(said(one.note))));
  }

  void add(const Steps& steps) {
    put("\n");
    int number = 0;
    for (const Steps::Step& one : steps.steps)
      put(fmt::format("{}. {}, {}{}\n", ++number, said(one.what), said(one.when),
                      in_brackets(said(one.note))));
  }
  static std::string in_brackets(const std::string& note) { return note.empty() ? "" : " (" + note + ")"; }

  std::string in_cell(const Cell& cell) const {
    const std::string words = cell.value ? said(*cell.value) : "—";
    return cell.best ? "**" + words + "**" : words;
  }

  void add(const Listing& listing) {
    std::string lines;
    for (const Words& line : listing.lines)
      lines += text::visible(line.in(options_.language)) + "\n";
    put(fmt::format("\n{}\n\n```json\n{}```\n", said(listing.caption), lines));
  }

  // Every figure of a chart stands in the table beneath it.
  void add(const Bars&) {}
  void add(const Plot&) {}
  void add(const Panels&) {}
  void add(const Timeline&) {}

  void add(const Table& table) {
    const std::string caption = said(table.caption);
    put_around((table.folded ? fmt::format("\n<details>\n<summary>{}</summary>\n", caption) : "") +
                   head(table),
               table.folded ? "\n</details>\n" : fmt::format("\n*{}*\n", caption), [&] {
                 for (const auto& row : table.rows)
                   put(row_of(table, row));
               });
  }

  std::string head(const Table& table) const {
    std::string names = "\n|", rule = "|";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      names += " " + said(table.columns[i]) + " |";
      rule += is_numeric(table, i) ? "---:|" : "---|";
    }
    return names + "\n" + rule + "\n";
  }

  std::string row_of(const Table& table, const std::vector<Cell>& row) const {
    std::string line = "|";
    if (is_heading(table, row)) {
      line += " **" + in_cell(row.front()) + "** |";
      for (std::size_t i = 1; i < table.columns.size(); ++i)
        line += " |";
      return line + "\n";
    }
    for (const Cell& cell : row)
      line += fmt::format(" {}{} |", sign_of(cell.tone), in_cell(cell));
    return line + "\n";
  }
};
} // namespace

std::string document_as_markdown(const Document& document, const RenderOptions& options) {
  return MarkdownWriter(options).write(document);
}

} // namespace deploy_plan::report
