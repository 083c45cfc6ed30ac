// Plots and timelines: their axes, and where things are drawn.
#include "catch.hpp"
#include "report/charts/plot.hpp"
#include "report/charts/timeline.hpp"
#include "text/terminal.hpp"
#include <cmath>
#include <sstream>

using namespace deploy_plan;

namespace {

using namespace std::chrono_literals;

Phrase named(const std::string& text) { return {{"{0}", "{0}"}, {text}}; }
Date day_of(int year, unsigned month, unsigned of_month) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month};
}

Timeline year_of_two() {
  Timeline timeline;
  timeline.title = named("When");
  timeline.description = named("month by month");
  timeline.from = day_of(2026, 3, 12);
  timeline.until = day_of(2026, 12, 31);
  timeline.rows = {
      {named("Webinars"),
       {{day_of(2026, 3, 12), day_of(2026, 3, 31), 1, true}, {day_of(2026, 5, 1), day_of(2026, 5, 31), 12}},
       {day_of(2026, 4, 15)}},
      {named("Letters <to all>"), {{day_of(2026, 12, 1), day_of(2026, 12, 31), 123456}}}};
  timeline.days = {{day_of(2026, 3, 12), named("today")}, {day_of(2026, 12, 31), named("goal")}};
  timeline.spans = named("runs");
  timeline.spans_apart = named("a test");
  timeline.marks = named("decided");
  return timeline;
}
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines{""};
  for (const char c : text)
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  return lines;
}
} // namespace

TEST_CASE("a plot's axis begins at zero and ends on a round figure") {
  Plot plot;
  plot.curves = {{named("seen"), Plot::Style::line, {{0, 3}, {10, 96}}}};
  const report::PlotFrame frame(plot);
  CHECK(frame.low_y() == 0);
  CHECK(frame.high_y() >= 96);
  CHECK(frame.high_y() <= 120);
  CHECK(frame.share_x(0) == 0);
  CHECK(frame.share_x(10) == 1);
  CHECK(frame.share_y(frame.high_y()) == 1);
  const auto cells = frame.cells(plot.curves.front(), 11, 5);
  REQUIRE_FALSE(cells.empty());
  for (const auto cell : cells) {
    CHECK(cell.column < 11);
    CHECK(cell.row < 5);
  }
  CHECK(report::is_empty(Plot()));
}

TEST_CASE("a timeline has a column for each month, and for several where there is little room") {
  const Timeline timeline = year_of_two();
  const report::TimelineFrame wide(timeline, 40);
  CHECK(wide.columns() == 10);
  CHECK(wide.months_a_column() == 1);
  CHECK(wide.first_month(9) == Month{day_of(2026, 12, 1)});
  CHECK(wide.column_of(day_of(2026, 5, 31)) == 2);
  CHECK(wide.column_of(day_of(2020, 1, 1)) == 0);
  CHECK(wide.column_of(day_of(2199, 1, 1)) == 9);
  CHECK(wide.share(day_of(2026, 3, 1)) == 0);
  CHECK(wide.share(day_of(2027, 1, 1)) == 1);
  const report::TimelineFrame narrow(timeline, 4);
  CHECK(narrow.columns() == 4);
  CHECK(narrow.months_a_column() == 3);
  Timeline ages = timeline;
  ages.from = earliest_day;
  ages.until = latest_day;
  CHECK(report::TimelineFrame(ages, 1).columns() < 5);
  CHECK(report::is_empty(Timeline()));
}

TEST_CASE("a timeline in text says what is done in which month, in ASCII where it must") {
  RenderOptions options;
  options.width = 80;
  const std::string shown = report::timeline_as_text(year_of_two(), options);
  for (const std::string& line : lines_of(shown))
    CHECK(text::width(line) <= 80);
  const auto lines = lines_of(shown);
  REQUIRE(lines.size() > 7);
  CHECK(lines[1].find("2026") != std::string::npos);
  CHECK(lines[2].find("M    A    M") != std::string::npos);
  CHECK(lines[3].find("▒▒▒1    ·◆██12") != std::string::npos);
  CHECK(lines[4].find("███+") != std::string::npos); // the table tells
  options.unicode = false;
  for (const char c : report::timeline_as_text(year_of_two(), options))
    CHECK(static_cast<unsigned char>(c) < 128);
}

TEST_CASE("a timeline as shapes has words for whoever does not see it, and no markup of a file's") {
  const report::Drawing drawing =
      report::timeline_as_svg(year_of_two(), Language::french, report::canvases[1]);
  CHECK(drawing.shapes.starts_with("<desc>month by month; today; goal</desc>"));
  CHECK(drawing.shapes.find("Letters &lt;to all&gt;") != std::string::npos);
  CHECK(drawing.shapes.find(">12</text>") != std::string::npos);
  CHECK(drawing.shapes.find("bar apart") != std::string::npos);
  CHECK(drawing.shapes.find(">B<") == std::string::npos); // an option of a brief is called so
  CHECK(drawing.height > 100);
}

TEST_CASE("lines of months and days pass through the bars, and through no name") {
  const report::Drawing drawing =
      report::timeline_as_svg(year_of_two(), Language::english, report::canvases[0]);
  constexpr double name_height = 18; // from the top of a row on
  constexpr double top = 38, row = 44;
  std::size_t lines = 0;
  for (const std::string& shape : lines_of(drawing.shapes)) {
    if (shape.find("<path class=\"grid\"") != 0 && shape.find("<path class=\"axis") != 0)
      continue;
    ++lines;
    std::istringstream path(shape.substr(shape.find(" d=\"") + 4));
    for (std::string move; std::getline(path, move, 'M');)
      if (const auto down = move.find('v'); down != std::string::npos) {
        const double from = std::stod(move.substr(move.find(' '))), length = std::stod(move.substr(down + 1));
        const double in_row = from - top - row * std::floor((from - top) / row);
        CHECK(in_row >= name_height);
        CHECK(in_row + length <= row);
      } else if (const auto until = move.find('V'); until != std::string::npos)
        CHECK(std::stod(move.substr(until + 1)) <= top);
  }
  CHECK(lines == 12); // ten months, two days
}

TEST_CASE("what is at risk has one colour, in words as in bars") {
  const std::string style(report::chart_style());
  const auto at = style.find("svg .bar.warning {");
  REQUIRE(at != std::string::npos);
  const std::string rule = style.substr(at, style.find('}', at) - at);
  CHECK(rule.find("var(--warning)") != std::string::npos);
  CHECK(rule.find("var(--bad)") == std::string::npos);
}
