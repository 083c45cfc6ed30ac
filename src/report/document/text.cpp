// Documents for a terminal: tables aligned by columns, bars of block characters.
#include "report/charts/plot.hpp"
#include "report/charts/timeline.hpp"
#include "report/document/document.hpp"
#include "text/terminal.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

constexpr std::size_t most_bar_columns = 40;

class TextWriter {
public:
  explicit TextWriter(const RenderOptions& chosen) : options_(chosen) {}

  std::string write(const Document& document) {
    add(document);
    return result_;
  }

private:
  const RenderOptions& options_;
  std::string result_;

  void add(const Document& document) {
    result_ += paint("1", said(document.title)) + "\n";
    for (const Phrase& line : document.about)
      result_ += "  " + text::wrapped(said(line), options_.width, 2, 2) + "\n";
    for (const Section& section : document.sections) {
      const std::string heading = "\n" + paint("1", said(section.title)) + "\n";
      const std::size_t begin = result_.size();
      result_ += heading;
      const Block* before = nullptr;
      for (const Block& block : section.blocks) {
        if (before != nullptr && std::holds_alternative<Table>(*before) &&
            std::holds_alternative<Table>(block))
          result_ += "\n";
        std::visit([&](const auto& one) { add(one); }, block);
        before = &block;
      }
      if (!section.blocks.empty() && result_.size() == begin + heading.size())
        result_.resize(begin); // only what this format leaves out
    }
    for (const Document& part : document.parts) {
      result_ += "\n";
      add(part);
    }
  }

  std::string said(const Phrase& phrase) const { return text::visible(phrase.in(options_.language)); }
  std::string paint(std::string_view code, const std::string& words) const {
    return options_.color && !code.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", code, words) : words;
  }
  static std::string_view code_of(Tone tone) {
    return tone == Tone::good ? "32" : tone == Tone::warning ? "33" : tone == Tone::bad ? "31" : "";
  }
  static std::string padded(const std::string& words, std::size_t columns, bool right) {
    const std::string blank(columns - std::min(columns, text::width(words)), ' ');
    return right ? blank + words : words + blank;
  }

  void add(const Paragraph& paragraph) {
    result_ += "  " +
               paint(code_of(paragraph.tone), text::wrapped(said(paragraph.text), options_.width, 2, 2)) +
               "\n";
  }

  void add(const KeyFigures& key) {
    for (const KeyFigures::Figure& one : key.figures) {
      const std::string note = said(one.note);
      result_ += fmt::format("  {}  {}{}\n", paint(code_of(one.tone), said(one.value)), said(one.name),
                             note.empty() ? "" : " (" + note + ")");
    }
  }

  void add(const Steps& steps) {
    std::size_t number = 0;
    for (const Steps::Step& one : steps.steps)
      result_ += "  " +
                 text::wrapped(
                     fmt::format("{}. {}, {} ({})", ++number, said(one.what), said(one.when), said(one.note)),
                     options_.width, 2, 5) +
                 "\n";
  }

  void add(const Listing& listing) {
    result_ += "  " + said(listing.caption) + "\n\n";
    for (const Words& line : listing.lines)
      result_ += "  " + text::visible(line.in(options_.language)) + "\n";
  }

  void add(const Bars& bars) {
    std::size_t label = 0;
    std::size_t caption = 0;
    for (const Bars::Bar& bar : bars.bars) {
      label = std::max(label, text::width(said(bar.label)));
      caption = std::max(caption, text::width(said(bar.caption)));
    }
    const std::size_t around = label + caption + 5;
    const std::size_t room = options_.width > around ? options_.width - around : 0;
    const std::size_t columns =
        options_.width == 0 ? most_bar_columns : std::clamp<std::size_t>(room, 10, most_bar_columns);
    for (const Bars::Bar& bar : bars.bars)
      result_ += fmt::format("  {} {} {}\n", padded(said(bar.label), label, false),
                             paint(code_of(bar.tone), drawn(bar, columns)), said(bar.caption));
    result_ += "\n";
  }

  std::string drawn(const Bars::Bar& bar, std::size_t columns) const {
    const auto place = [&](double share) {
      return static_cast<std::size_t>(
          std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(columns)));
    };
    const std::size_t filled = place(bar.fraction);
    const std::size_t mark = bar.mark ? std::min(place(*bar.mark), columns - 1) : columns;
    const std::size_t low = bar.low ? std::min(place(*bar.low), columns - 1) : columns;
    const std::size_t high = bar.low ? std::max(low + 1, place(bar.high.value_or(*bar.low))) : columns;
    std::string drawing;
    for (std::size_t column = 0; column < columns; ++column)
      if (column == mark)
        drawing += "|";
      else if (column >= low && column < high)
        drawing += options_.unicode ? "▒" : "=";
      else if (column < filled && (bar.from <= 0 || column >= place(bar.from)))
        drawing += bar.is_apart ? (options_.unicode ? "▒" : "=") : options_.unicode ? "█" : "#";
      else
        drawing += options_.unicode ? "░" : ".";
    return drawing;
  }

  void add(const Plot& plot) {
    if (!plot.detail && !is_empty(plot))
      result_ += plot_as_text(plot, options_) + "\n";
  }

  void add(const Panels&) {} // the table beneath says it in less room

  void add(const Timeline& timeline) {
    if (!is_empty(timeline))
      result_ += timeline_as_text(timeline, options_) + "\n";
  }

  void add(const Table& table) {
    if (table.folded)
      return; // what the chart before it shows
    std::vector<std::vector<std::string>> cells{{}};
    for (const Phrase& column : table.columns)
      cells.front().push_back(said(column));
    for (const auto& row : table.rows) {
      cells.emplace_back();
      for (const Cell& cell : row)
        cells.back().push_back((cell.best ? (options_.unicode ? "★ " : "* ") : "") +
                               (cell.value         ? said(*cell.value)
                                : options_.unicode ? "—"
                                                   : "-"));
    }
    std::vector<std::size_t> widths(table.columns.size());
    for (const auto& row : cells)
      for (std::size_t i = 0; row.size() == widths.size() && i < row.size(); ++i)
        widths[i] = std::max(widths[i], text::width(row[i]));
    if (options_.width > 0 && !narrowed(widths))
      return add_records(table, cells);
    for (std::size_t row = 0; row < cells.size(); ++row) {
      if (row > 0 && is_heading(table, table.rows[row - 1])) {
        add_heading(cells[row].front());
        continue;
      }
      std::string line;
      for (std::size_t i = 0; i < cells[row].size(); ++i) {
        const std::string_view code = row == 0 ? "2" : code_of(table.rows[row - 1][i].tone);
        line += "  " + paint(code, padded(text::columns(cells[row][i], 0, widths[i]), widths[i],
                                          has_numbers(table, i)));
      }
      result_ += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
  }

  void add_heading(const std::string& words) {
    result_ += "  " +
               paint("2", text::columns(words, 0, options_.width > 2 ? options_.width - 2 : words.size())) +
               "\n";
  }

  /// A table that is wider than the terminal: a row is its name, then its cells in words.
  void add_records(const Table& table, const std::vector<std::vector<std::string>>& cells) {
    for (std::size_t row = 1; row < cells.size(); ++row) {
      if (is_heading(table, table.rows[row - 1])) {
        add_heading(cells[row].front());
        continue;
      }
      std::string words;
      for (std::size_t i = 1; i < cells[row].size(); ++i)
        if (table.rows[row - 1][i].value && !cells[row][i].empty())
          words += fmt::format("{}{}{}{}", words.empty() ? "" : " · ", cells.front()[i],
                               cells.front()[i].empty() ? "" : " ", cells[row][i]);
      result_ += "  " + paint(code_of(table.rows[row - 1][1].tone), cells[row][0]) + "\n";
      if (!words.empty())
        result_ += "      " + text::wrapped(words, options_.width, 6, 6) + "\n";
    }
  }

  static bool has_numbers(const Table& table, std::size_t column) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
      return !is_heading(table, row) && row[column].value && row[column].numeric;
    });
  }

  /// Takes what is too much from the first column, whose words can be cut; false when that is not enough.
  bool narrowed(std::vector<std::size_t>& widths) const {
    constexpr std::size_t least = 20;
    std::size_t whole = 0;
    for (const std::size_t width : widths)
      whole += width + 2;
    if (whole <= options_.width)
      return true;
    const std::size_t beyond = whole - options_.width;
    if (widths.front() < least + beyond)
      return false;
    widths.front() -= beyond;
    return true;
  }
};
} // namespace

std::string document_as_text(const Document& document, const RenderOptions& options) {
  return TextWriter(options).write(document);
}

} // namespace deploy_plan::report
