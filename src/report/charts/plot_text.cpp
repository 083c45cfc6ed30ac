// A plot as a grid of characters: a mark for each curve, the ends of the axes in figures.
#include "report/charts/plot.hpp"
#include "text/terminal.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

constexpr std::size_t rows = 12;
constexpr std::size_t most_columns = 60;
constexpr std::size_t least_columns = 20;

std::string_view mark_of(const Plot& plot, std::size_t curve, bool unicode) {
  if (plot.curves[curve].style == Plot::Style::band)
    return unicode ? "░" : ":";
  constexpr std::string_view marks[] = {"●", "○", "■", "□", "▲", "△", "◆", "◇"};
  constexpr std::string_view plain[] = {"*", "o", "#", "+", "x", "@", "%", "="};
  const std::size_t place = curve % std::size(marks);
  return unicode ? marks[place] : plain[place];
}

std::string blanks(std::size_t count) { return std::string(count, ' '); }

/// What stands left of the axis: the ends of y, set right.
struct Labels {
  std::string top, bottom;
  std::size_t width;
  [[nodiscard]] std::string of(std::size_t row) const {
    const std::string words = row == 0 ? top : row + 1 == rows ? bottom : "";
    return blanks(width - text::width(words)) + words;
  }
};

Labels labels_of(const PlotFrame& frame, Language language) {
  Labels labels{text::visible(frame.said_y(frame.high_y(), language)),
                text::visible(frame.said_y(frame.low_y(), language)), 0};
  labels.width = std::max(text::width(labels.top), text::width(labels.bottom));
  return labels;
}

std::size_t columns_beside(std::size_t label, std::size_t width) {
  const std::size_t taken = label + 6;
  return width == 0 ? most_columns : std::clamp(width - std::min(width, taken), least_columns, most_columns);
}

using Grid = std::vector<std::vector<std::string_view>>;

Grid drawn(const Plot& plot, const PlotFrame& frame, std::size_t columns, bool unicode) {
  Grid grid(rows, std::vector<std::string_view>(columns, " "));
  for (std::size_t i = 0; i < plot.curves.size(); ++i)
    for (const PlotFrame::GridCell& cell : frame.cells(plot.curves[i], columns, rows))
      grid[cell.row][cell.column] = mark_of(plot, i, unicode);
  return grid;
}

std::string legend(const Plot& plot, const RenderOptions& options) {
  std::string all;
  for (std::size_t i = 0; i < plot.curves.size(); ++i)
    all += fmt::format("{}{} {}", i == 0 ? "" : "   ", mark_of(plot, i, options.unicode),
                       text::visible(plot.curves[i].name.in(options.language)));
  return "  " + text::wrapped(all, options.width, 2, 2) + "\n";
}

std::string x_axis(const PlotFrame& frame, std::size_t label, std::size_t columns,
                   const RenderOptions& options) {
  std::string result = blanks(label + 3) + (options.unicode ? "└" : "+");
  for (std::size_t column = 0; column < columns; ++column)
    result += options.unicode ? "─" : "-";
  const std::string left = text::visible(frame.said_x(frame.low_x(), options.language));
  const std::string right = text::visible(frame.said_x(frame.high_x(), options.language));
  const std::size_t taken = text::width(left) + text::width(right);
  return result + "\n" + blanks(label + 4) + left + blanks(columns > taken ? columns - taken : 1) + right +
         "\n";
}
} // namespace

std::string plot_as_text(const Plot& plot, const RenderOptions& options) {
  const PlotFrame frame(plot);
  const Labels labels = labels_of(frame, options.language);
  const std::size_t columns = columns_beside(labels.width, options.width);
  const Grid grid = drawn(plot, frame, columns, options.unicode);
  std::string result =
      "  " + text::wrapped(text::visible(plot.title.in(options.language)), options.width, 2, 2) + "\n";
  for (std::size_t row = 0; row < rows; ++row) {
    std::string line = "  " + labels.of(row) + (options.unicode ? " │" : " |");
    for (const std::string_view cell : grid[row])
      line += cell;
    result += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return result + x_axis(frame, labels.width, columns, options) + legend(plot, options);
}

} // namespace deploy_plan::report
