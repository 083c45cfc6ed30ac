// Days as people write them. How those of a column are is decided by all of them, since 03/04/2026 alone can
// be two days.
#pragma once
#include "deploy_plan/diagnostic.hpp"
#include <optional>

namespace deploy_plan::model {

/// A day that stands alone: 2026-12-31 or, the day first, 31/12/2026 with slashes, points or hyphens.
[[nodiscard]] std::optional<Date> read_day(std::string_view words);

/// The month that words which are no "2026-03" mean, to propose it: a day of it, 3/2026, 2026-3, March 2026.
[[nodiscard]] std::optional<Month> likely_month(std::string_view words);

class DayColumn {
public:
  /// Every cell of the column, in the order of the file.
  void take(std::string_view words, Place place);
  /// Once all are taken: why no day of the column can be trusted.
  [[nodiscard]] std::optional<Finding> fault() const;
  /// The day that a cell of the column says, day before month unless a cell shows the contrary.
  [[nodiscard]] std::optional<Date> read(std::string_view words) const;
  /// A day as this column writes them, to be one more of its cells.
  [[nodiscard]] std::string written(Date day) const;
  /// Whether a cell can only be read with its day first.
  [[nodiscard]] bool is_day_first() const { return day_first_.has_value(); }
  /// Whether a cell shows how it writes days.
  [[nodiscard]] bool is_empty() const { return cells_ == 0; }

private:
  std::size_t cells_ = 0;
  std::size_t unread_ = 0;
  char between_ = '/'; ///< the numbers of days that are not written as years first
  /// The first cell that can only be read so.
  std::optional<Place> year_first_, day_first_, month_first_, either_, unread_at_;
};

} // namespace deploy_plan::model
