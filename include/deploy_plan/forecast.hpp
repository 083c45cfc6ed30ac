// Adoption to come, series by series, with its uncertainty.
#pragma once
#include "deploy_plan/gap.hpp"
#include "deploy_plan/plan.hpp"
#include <functional>
#include <span>

namespace deploy_plan {

struct ForecastPoint {
  Date date{};
  double value = 0;         ///< median
  double low = 0, high = 0; ///< 90 % interval
};

enum class ForecastOf { market, segment, objective };

struct ForecastGoal {
  std::string id; ///< of a share goal; "target" for an objective's
  std::string of; ///< a tier, for share goals; else empty
  double value = 0;
  Date by{};
  Outlooks outlook;
};

struct SeriesForecast {
  ForecastOf kind{};
  std::string id;                               ///< of the segment or objective
  std::string name;                             ///< for people
  std::string unit, units;                      ///< for one and, where that is known, for several
  bool is_rate = false;                         ///< its figures are shares
  std::vector<Observation> observed;            ///< up to the day, one a day
  bool launch_added = false;                    ///< the day of launch stands before them, at 0
  std::optional<NoTrend> no_trend;              ///< why nothing is told of what is to come
  std::vector<TrendMember> models;              ///< the heaviest first
  std::optional<Backtest> backtest;             ///< from 8 observations on
  std::vector<std::string> assumed_events = {}; ///< see Outlooks
  bool unwritten_results = false;               ///< see Outlooks
  std::vector<ForecastPoint> points;            ///< as committed: by month, and on the days of the goals
  std::vector<ForecastPoint> with_plan;         ///< the same days
  std::vector<ForecastGoal> goals;
};

struct ForecastOptions : FutureOptions {
  const Plan* with_plan = nullptr; ///< of this strategy alone, to be shown beside where one was found
  std::optional<TrendModel> model; ///< alone, else the combination
  bool ceiling_free = false;       ///< drawn whatever is addressed, else around the addressed market
  std::optional<double> ceiling;   ///< of the market
  std::optional<Date> horizon;     ///< else the last of the period's end, the goals, and a year
  bool segments = true;            ///< those of the market, too
  /// Told, in this thread, of how many series are done, of how many.
  std::function<void(std::size_t done, std::size_t of)> progress;
};

struct Forecast {
  Date as_of{};
  std::string strategy;
  std::size_t draws = 0;
  std::uint64_t seed = 0;
  std::vector<SeriesForecast> series; ///< the market, its segments, the objectives, where any is observed
};

/// Futures are drawn as those of `add_outlooks` are: the two tell the same.
[[nodiscard]] Forecast forecast(const Strategy& strategy, Date day, const ForecastOptions& options);

} // namespace deploy_plan
