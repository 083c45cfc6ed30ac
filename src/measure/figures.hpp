// From the rows that an engine gives to figures: of which days, of whole periods, each once.
#pragma once
#include "measure/engine.hpp"

namespace deploy_plan::measuring {

/// What a figure may be.
enum class Range { any, rate, size };

struct Figure {
  Date date{};
  std::string segment;
  double value = 0;
  friend bool operator==(const Figure&, const Figure&) = default;
};

/// What rows are to be.
struct Wanted {
  Date day{};           ///< it is today
  Date from{}, until{}; ///< what was asked for: first day, day after the last
  MeasuringPeriod period{};
  bool is_period_known = false; ///< the file says it, so that a period without rows is a gap
  bool is_from_asked = false;   ///< the statement has :from: one value then is of no day
  bool is_until_asked = false; ///< the statement has :until: one value is of the day before it, else of today
  std::string segment;         ///< of rows without one
  Range range = Range::any;
};

struct Figures {
  std::vector<Figure> figures; ///< by segment, then day
  std::int64_t unfinished = 0; ///< rows of a period that is not over
  std::vector<EmptyPeriod> periods_without_row;
  bool is_dated_early = false;
  bool looks_monthly =
      false; ///< days are firsts of months, that of the month that is not over too, and nothing says a period
};

/// Why rows are no figures, with the row, from 1.
[[nodiscard]] tl::expected<Figures, std::pair<Phrase, Phrase>> figures_of(const Rows& rows,
                                                                          const Wanted& wanted);

/// The first day of the period that a day is in, and the day after its last.
[[nodiscard]] Date first_of(MeasuringPeriod period, Date day);
[[nodiscard]] Date after(MeasuringPeriod period, Date day);

} // namespace deploy_plan::measuring
