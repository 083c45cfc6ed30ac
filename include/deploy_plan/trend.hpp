// What a series tells of its own future: models combined, each by how well it would have foretold what came.
#pragma once
#include "deploy_plan/strategy.hpp"

namespace deploy_plan {

/// line: a straight line with noise around it; random_walk: its errors add up, with a drift; local_trend: the
/// drift follows the recent pace; seasonal: a pace with yearly harmonics, from two years on; the others grow
/// towards a ceiling: logistic, Bass 1969, Gompertz.
enum class TrendModel { line, random_walk, local_trend, seasonal, logistic, bass, gompertz };

/// Why a series gives no probability.
enum class NoTrend {
  few_observations, ///< fewer than `least_observations`
  nothing_moves,    ///< all its values are equal
  one_jump,         ///< it moved once
  falls,            ///< a cumulative count that went down all in all: no model of growth holds
  too_large         ///< its figures are beyond what can be counted with
};
inline constexpr std::size_t least_observations = 6;
/// Beyond, a double no longer counts one by one what is added to a few of them.
inline constexpr double largest_counted = 1e15;

/// A model of a combination.
struct TrendMember {
  TrendModel model{};
  double weight = 0; ///< its part of the drawn futures; all sum to 1
  std::optional<double>
      loss; ///< mean pinball loss of 5, 50 and 95 % at rolling origins, over the mean absolute increment
  double pace_per_month = 0;     ///< that it has now, in the series' unit
  std::optional<double> ceiling; ///< of models that have one: the median of what is drawn
  std::optional<double> p, q;    ///< Bass: innovation and imitation, by year; logistic, Gompertz: q alone
};

/// The past forecast from what was known before it: at each of the last `origins` observations but one, what
/// came after it, up to `steps` observations further.
struct Backtest {
  std::size_t origins = 0;
  std::size_t steps = 0;
  std::size_t forecasts = 0; ///< how many values were compared
  double error = 0;          ///< mean absolute, of the medians
  double naive_error = 0;    ///< of the pace between the first and the last observation then known, prolonged
  double coverage = 0;       ///< share of the values within the 90 % intervals
  double widened = 1;        ///< by what intervals are widened for it: 1 or more
};

} // namespace deploy_plan
