// The whole market, summed from the rows of its segments.
#pragma once
#include "model/revisions.hpp"
#include "model/table.hpp"
#include <functional>
#include <map>

namespace deploy_plan::model {

/// A row whose days can be read.
struct DatedRow {
  const CsvTable::Row* row;
  [[nodiscard]] Date date() const { return row->day.value_or(Date{}); }
  [[nodiscard]] std::optional<Date> seen() const { return row->seen_on; }
};

/// The rows that hold as of a day, and the others. Those without a day, or seen on none that the calendar
/// has, hold, for it to be said.
[[nodiscard]] Held<DatedRow> known_rows(const CsvTable::Rows& rows, Date day);

struct SegmentSum {
  const CsvTable::Row* row; ///< of its last segment
  double value = 0;
  std::optional<Date> seen; ///< the last of its segments'
  [[nodiscard]] Date known() const { return seen.value_or(*row->day); }
};
struct SummedSegments {
  std::vector<SegmentSum> points; ///< of each day that has all segments as of the day
  std::vector<SegmentSum> others; ///< what was their sum before a segment was revised, or is it later
  const CsvTable::Row* incomplete = nullptr; ///< of the first day that lacks a segment
  std::size_t left_out = 0;                  ///< such days
};

/// Sums each day anew for each day on which one of its rows was seen.
class SegmentSums {
public:
  using Number = std::function<std::optional<double>(const CsvTable::Row&)>;
  SegmentSums(bool with_revisions, Date as_of, Number number)
      : has_seen_(with_revisions), day_(as_of), number_(std::move(number)) {}

  /// Rows of the whole: on their days they hold, and sums but for what was known before; a day before the
  /// newest of them is not missed where a segment lacks.
  void set_aside(const CsvTable::Rows& whole);
  /// The rows of one more segment; false where one of those that hold is no number, has no day, or the same
  /// as another.
  [[nodiscard]] bool add(const CsvTable::Rows& rows);
  [[nodiscard]] SummedSegments read() const;

private:
  struct Part {
    std::size_t segment;
    double value;
    const CsvTable::Row* row;
    [[nodiscard]] Date known() const { return row->seen_on.value_or(*row->day); }
  };
  const bool has_seen_;
  const Date day_;
  const Number number_;
  std::size_t segments_ = 0;
  std::map<Date, std::vector<Part>> days_;
  std::map<Date, Date> whole_since_; ///< by its day, when a row of the whole was first known
  std::optional<Date> newest_whole_;

  [[nodiscard]] std::vector<SegmentSum> sums_of(std::vector<Part> parts) const;
  [[nodiscard]] std::optional<Date> whole_since(Date date) const;
  [[nodiscard]] bool is_to_come(const std::optional<Date>& seen) const { return seen && *seen > day_; }
};

} // namespace deploy_plan::model
