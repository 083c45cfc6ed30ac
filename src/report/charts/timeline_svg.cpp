// A timeline as shapes: a bar a span with its count, a diamond a mark, a line a day. Months and days are
// drawn through the bars alone, and through no name.
#include "report/charts/labels.hpp"
#include "report/charts/timeline.hpp"
#include "report/document/markup.hpp"
#include "text/terminal.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

constexpr double heading_height = 38;
constexpr double row_height = 44;
constexpr double line_height = 18; ///< of a name
constexpr double bar_height = 18;
constexpr double sign_height = 20; ///< of a day's number in its ring
constexpr double ring = 8;         ///< its radius
constexpr double bars_height = 25; ///< of a row, beneath its name
constexpr double legend_height = 20;
constexpr double digit_width = 9;

class TimelineSvg {
public:
  TimelineSvg(const Timeline& drawn, Language said_in, const Canvas& on)
      : timeline_(drawn), language_(said_in), width_(on.width),
        most_name_(static_cast<std::size_t>(on.width / on.column()) - 5),
        frame_(drawn, static_cast<std::size_t>(on.width / least_column)) {}

  Drawing draw() {
    heading();
    double top = heading_height;
    for (const Timeline::Row& row : timeline_.rows) {
      add(row, top);
      top += height_of(row);
    }
    add_days(top);
    top += sign_height * static_cast<double>(levels_);
    add_legend(top);
    return {fmt::format("<desc>{}</desc>\n", description()) + shapes_, height_};
  }

private:
  static constexpr double least_column = 14;
  const Timeline& timeline_;
  const Language language_;
  const double width_;
  const std::size_t most_name_; ///< columns
  const TimelineFrame frame_;
  std::string shapes_;
  double height_ = 0;
  std::size_t levels_ = 0; ///< of the numbers of days that are near one another

  double x_of(Date day) const { return 1 + frame_.share(day) * (width_ - 2); }
  /// In two lines at most: the table has it whole.
  std::vector<std::string> lines_of_name(const Phrase& name) const {
    constexpr std::size_t most_lines = 2;
    std::vector<std::string> lines = lines_of(text::visible(name.in(language_)), most_name_);
    if (lines.size() > most_lines) {
      lines.resize(most_lines);
      lines.back() += " …";
    }
    for (std::string& line : lines)
      line = escaped_markup(text::width(line) <= most_name_ + 1 ? line
                                                                : text::columns(line, 0, most_name_) + "…");
    return lines;
  }
  double height_of(const Timeline::Row& row) const {
    return row_height + line_height * static_cast<double>(lines_of_name(row.name).size() - 1);
  }
  std::string description() const {
    std::string all = escaped_markup(timeline_.description.in(language_));
    for (const Timeline::Day& one : timeline_.days)
      all += "; " + escaped_markup(one.name.in(language_));
    return all;
  }

  std::string through_bars(double x) const {
    std::string path;
    double bottom = heading_height;
    for (const Timeline::Row& row : timeline_.rows) {
      bottom += height_of(row);
      path += fmt::format("M{:.1f} {:.0f}v{}", x, bottom - bars_height, bars_height);
    }
    return path;
  }

  void heading() {
    std::string year_before;
    double free_from = 0; // where the words of the year before end
    for (std::size_t i = 0; i < frame_.columns(); ++i) {
      const Month month = frame_.first_month(i);
      const double x = x_of(month.first);
      const std::string year = iso(month).substr(0, 4);
      shapes_ += fmt::format("<path class=\"grid\" d=\"M{:.1f} {}V{}{}\"/>\n", x,
                             year == year_before ? 20 : 4, heading_height, through_bars(x));
      if (year != year_before && x >= free_from && x + 32 <= width_) {
        shapes_ += fmt::format("<text x=\"{:.1f}\" y=\"14\">{}</text>\n", x + 3, year);
        free_from = x + 40;
      }
      if (frame_.months_a_column() < 12)
        shapes_ += fmt::format("<text x=\"{:.1f}\" y=\"32\">{}</text>\n", x + 3, initial_of(month));
      year_before = year;
    }
  }

  void add(const Timeline::Row& row, double top) {
    for (const std::string& line : lines_of_name(row.name)) {
      shapes_ += fmt::format("<text x=\"2\" y=\"{:.0f}\">{}</text>\n", top + 15, line);
      top += line_height;
    }
    top -= line_height;
    shapes_ += fmt::format("<line class=\"grid\" x1=\"1\" x2=\"{0:.1f}\" y1=\"{1:.0f}\" y2=\"{1:.0f}\"/>\n",
                           width_ - 1, top + 20 + bar_height / 2);
    for (const Timeline::Span& span : row.spans)
      add(span, top + 20);
    for (const Date day : row.marks)
      shapes_ += fmt::format("<path class=\"decided\" d=\"M{:.1f} {:.1f}l7 7-7 7-7-7z\"/>\n",
                             std::clamp(x_of(day), 8.0, width_ - 8), top + 22);
  }
  void add(const Timeline::Span& span, double top) {
    constexpr double least_width = 3;
    const double begin = x_of(span.from) + 1;
    const double length = std::max(least_width, x_of(span.until + std::chrono::days{1}) - begin - 1);
    shapes_ += fmt::format(
        "<rect class=\"bar{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.0f}\"/>\n",
        span.is_apart ? " apart" : "", std::min(begin, width_ - length - 1), top, length, bar_height);
    const std::string count = std::to_string(span.count);
    if (static_cast<double>(count.size()) * digit_width <= length) // else the table tells
      shapes_ += fmt::format("<text{} x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>\n",
                             span.is_apart ? "" : " class=\"on\"", begin + length / 2, top + 14, count);
  }

  /// A line each through all rows, with a number beneath that the legend explains: letters are options'
  /// names.
  void add_days(double bottom) {
    constexpr double near = 2 * ring + 4;
    std::vector<double> ends; // of the numbers of each level
    for (std::size_t i = 0; i < timeline_.days.size(); ++i) {
      const double x = x_of(timeline_.days[i].day);
      shapes_ += fmt::format("<path class=\"axis{}\" d=\"{}\"/>\n", i == 0 ? "" : " dashed", through_bars(x));
      const auto level = std::find_if(ends.begin(), ends.end(), [&](double end) { return end <= x; });
      const auto place = static_cast<std::size_t>(level - ends.begin());
      if (level == ends.end())
        ends.push_back(x + near);
      else
        *level = x + near;
      shapes_ += sign(std::clamp(x, ring + 1, width_ - ring - 1),
                      bottom + ring + 1 + sign_height * static_cast<double>(place), i + 1);
    }
    levels_ = ends.size();
  }
  /// A ring, since the counts in the bars are numbers, too.
  static std::string sign(double x, double middle, std::size_t number) {
    return fmt::format("<circle class=\"ring\" cx=\"{0:.1f}\" cy=\"{1:.0f}\" r=\"{2}\"/><text x=\"{0:.1f}\" "
                       "y=\"{3:.0f}\" font-size=\"12\" text-anchor=\"middle\">{4}</text>\n",
                       x, middle, ring, middle + 4, number);
  }

  void add_legend(double top) {
    double y = top;
    const auto entry = [&](const std::string& sample, const Phrase& words) {
      shapes_ += sample;
      for (const std::string& line : lines_of_name(words)) {
        shapes_ += fmt::format("<text x=\"34\" y=\"{:.0f}\">{}</text>\n", y + 14, line);
        y += legend_height;
      }
    };
    const auto bar = [&](std::string_view kind) {
      return fmt::format("<rect class=\"bar{}\" x=\"4\" y=\"{:.0f}\" width=\"22\" height=\"12\"/>", kind,
                         y + 4);
    };
    entry(bar(""), timeline_.spans);
    if (any([](const Timeline::Row& row) {
          return std::any_of(row.spans.begin(), row.spans.end(),
                             [](const auto& span) { return span.is_apart; });
        }))
      entry(bar(" apart"), timeline_.spans_apart);
    if (any([](const Timeline::Row& row) { return !row.marks.empty(); }))
      entry(fmt::format("<path class=\"decided\" d=\"M15 {:.0f}l7 7-7 7-7-7z\"/>", y + 3), timeline_.marks);
    for (std::size_t i = 0; i < timeline_.days.size(); ++i)
      entry(sign(15, y + ring + 1, i + 1), timeline_.days[i].name);
    height_ = y + 4;
  }
  template <class Is>
  bool any(const Is& is) const {
    return std::any_of(timeline_.rows.begin(), timeline_.rows.end(), is);
  }
};
} // namespace

Drawing timeline_as_svg(const Timeline& timeline, Language language, const Canvas& canvas) {
  return TimelineSvg(timeline, language, canvas).draw();
}

} // namespace deploy_plan::report
