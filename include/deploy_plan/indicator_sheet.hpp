// The sheet of a strategy's indicators as Parliament reads them beside the budget: what was realised in the
// two years before, what is foretold and aimed at for this one.
#pragma once
#include "deploy_plan/outlook.hpp"
#include "deploy_plan/strategy.hpp"
#include <span>

namespace deploy_plan {

/// A figure of a year, or why there is none.
struct SheetFigure {
  enum class Missing {
    undetermined,  ///< it could have been told, and was not
    not_applicable ///< nothing could be: the objective had not begun, or has no milestone
  };
  std::optional<double> value = {};
  std::optional<Date> day = {};              ///< that an observed figure is of, or that a target is for
  std::optional<double> low = {}, high = {}; ///< of what is foretold: 90 % interval
  Missing why = Missing::undetermined;
};

struct SheetIndicator {
  std::string objective; ///< its id
  std::string name;      ///< for people: the objective's name, else what its metric counts
  std::string unit;
  bool is_rate = false; ///< its figures are shares of one
  std::string
      source; ///< the database, else the file that its figures come from; empty where neither is known
  std::string method; ///< empty where none is given
  /// The last that was observed in the year; of the year itself, until the day.
  SheetFigure two_years_before, year_before, realised;
  SheetFigure aimed;    ///< where its path, as it is set now, passes at the year's end
  SheetFigure forecast; ///< median at the year's end, with the runs that are promised: see add_outlooks
  double target = 0;    ///< as it was first set, as far as is known
  Date by{};
  SheetFigure revised; ///< as it is set now, where that is another; nobody can tell without earlier versions
};

struct IndicatorSheet {
  Date as_of{};
  std::string strategy;
  int year = 0;                           ///< of the day
  std::vector<SheetIndicator> indicators; ///< in the order of the objectives
};

/// `earlier` are versions of the strategy, the oldest first: the first that has an objective says how its
/// target was set.
[[nodiscard]] IndicatorSheet indicator_sheet(const Strategy& strategy, Date day, const FutureOptions& options,
                                             std::span<const Strategy> earlier = {});

} // namespace deploy_plan
