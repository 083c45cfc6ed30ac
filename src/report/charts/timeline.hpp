// What drawing a timeline takes in any format: its months, and what is where.
#pragma once
#include "report/charts/drawing.hpp"

namespace deploy_plan::report {

[[nodiscard]] bool is_empty(const Timeline& timeline);

/// The months of a timeline that is not empty, in columns of as many months each as there is room for.
class TimelineFrame {
public:
  TimelineFrame(const Timeline& timeline, std::size_t most_columns);

  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] std::size_t months_a_column() const { return months_a_column_; }
  [[nodiscard]] Month first_month(std::size_t column) const;
  /// That a day is in; days outside are in the first or the last.
  [[nodiscard]] std::size_t column_of(Date day) const;
  /// Where a day begins between the ends, in [0, 1].
  [[nodiscard]] double share(Date day) const;

private:
  Month begin_;
  Date end_{}; ///< the day after the last
  std::size_t columns_ = 0;
  std::size_t months_a_column_ = 1;
};
/// J for January, as in French for janvier; nothing where columns are years.
[[nodiscard]] std::string_view initial_of(Month month);

/// For a terminal; of a timeline that is not empty.
[[nodiscard]] std::string timeline_as_text(const Timeline& timeline, const RenderOptions& options);
/// Of a timeline that is not empty.
[[nodiscard]] Drawing timeline_as_svg(const Timeline& timeline, Language language, const Canvas& canvas);

} // namespace deploy_plan::report
