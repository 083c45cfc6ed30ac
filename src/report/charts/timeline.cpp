#include "report/charts/timeline.hpp"
#include <algorithm>

namespace deploy_plan::report {
namespace {

/// None before.
std::size_t months_since(Month month, Date day) {
  return static_cast<std::size_t>(std::max<std::int64_t>(0, months_between(month, month_of(day))));
}
Month months_after(Month month, std::size_t count) {
  return {std::chrono::year_month_day{month.first} + std::chrono::months{static_cast<int>(count)}};
}
} // namespace

bool is_empty(const Timeline& timeline) { return timeline.rows.empty() || timeline.until < timeline.from; }

TimelineFrame::TimelineFrame(const Timeline& timeline, std::size_t most_columns)
    : begin_(month_of(timeline.from)) {
  const std::size_t months = months_since(begin_, timeline.until) + 1;
  const auto columns = [&](std::size_t each) { return (months + each - 1) / each; };
  constexpr std::size_t steps[] = {1, 3, 6, 12, 24, 60, 120, 300, 1200};
  const auto* const step = std::find_if(std::begin(steps), std::end(steps) - 1, [&](std::size_t each) {
    return columns(each) <= std::max<std::size_t>(1, most_columns);
  });
  months_a_column_ = *step;
  columns_ = columns(*step);
  end_ = months_after(begin_, columns_ * months_a_column_).first;
}

Month TimelineFrame::first_month(std::size_t column) const {
  return months_after(begin_, column * months_a_column_);
}

std::size_t TimelineFrame::column_of(Date day) const {
  return std::min(months_since(begin_, day) / months_a_column_, columns_ - 1);
}

double TimelineFrame::share(Date day) const {
  const auto whole = static_cast<double>((end_ - begin_.first).count());
  return std::clamp(static_cast<double>((day - begin_.first).count()) / whole, 0.0, 1.0);
}

std::string_view initial_of(Month month) {
  constexpr std::string_view initials = "JFMAMJJASOND";
  return initials.substr(static_cast<unsigned>(std::chrono::year_month_day{month.first}.month()) - 1, 1);
}

} // namespace deploy_plan::report
