// The sheet of a strategy's indicators as Parliament reads them beside the budget: what was realised in the
// two years before, what is foretold and aimed at for this one.
#pragma once
#include "deploy_plan/outlook.hpp"
#include "deploy_plan/strategy.hpp"

namespace deploy_plan {

/// A figure of a year, or why there is none.
struct SheetFigure {
  enum class Missing {
    undetermined,  ///< it could have been told, and was not
    not_applicable ///< nothing could be: the objective had not begun, or has no milestone
  };
  std::optional<double> value = {};
  std::optional<Date> day = {}; ///< that an observed figure is of
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
  SheetFigure forecast; ///< median at the year's end, with the runs that are promised: see add_outlooks
  SheetFigure revised;  ///< where its path passes at the year's end, where milestones bend it
  double target = 0;
  Date by{};
};

struct IndicatorSheet {
  Date as_of{};
  std::string strategy;
  int year = 0;                           ///< of the day
  std::vector<SheetIndicator> indicators; ///< in the order of the objectives
};

[[nodiscard]] IndicatorSheet indicator_sheet(const Strategy& strategy, Date day,
                                             const FutureOptions& options);

} // namespace deploy_plan
