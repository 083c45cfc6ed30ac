// Numbers that are not known exactly, and what actions cost and give as far as that is known
// (design 4.4, 4.8).
#pragma once
#include "deploy_plan/trial.hpp"

namespace deploy_plan {

/// The 95th percentile of the normal law: half the width of a 90 % interval, in standard deviations.
inline constexpr double z_90 = 1.6448536269514722;

/// A figure with its 90 % interval; without one where nothing tells how uncertain it is.
struct Estimate {
  double value = 0; ///< the mean
  std::optional<double> low, high;
};

/// The mean and the 5th and 95th percentiles of an uncertain number: { low, high } is lognormal when low > 0,
/// else normal; { min, mode, max } is PERT (a beta with mean (min + 4 mode + max) / 6: Malcolm et al. 1959).
/// Nothing where it is in none of its forms, or its bounds are reversed.
[[nodiscard]] std::optional<Estimate> estimate(const Uncertain& number);

enum class Basis { measured, assumed };

/// What one run adds to its objective's metric.
struct RunEffect {
  Estimate estimate;
  std::optional<double> standard_error; ///< of measured effects, from two results on
  Basis basis{};
  bool tested = false; ///< measured by the action's test, no result being written down
};
/// Measured once there are results: all effects over all runs, the interval by Student's t on the results
/// (ratio estimator: Cochran 1977, eq. 2.45). Else what the action's test shows, where its verdict is to
/// adopt or to drop and its objective, if any is given, is a count: those whom the tested runs gained. Else
/// assumed. Nothing where none of these is known.
[[nodiscard]] std::optional<RunEffect> run_effect(const Action& action, const Objective* objective = nullptr,
                                                  const Trial* trial = nullptr);

/// What one run takes, and what beginning takes once.
struct RunCost {
  double money = 0, days = 0;
  double setup_money = 0, setup_days = 0;
  [[nodiscard]] double full(double day_rate) const { return money + days * day_rate; }
  [[nodiscard]] double full_setup(double day_rate) const { return setup_money + setup_days * day_rate; }
};
/// As the action says, else what a run of its results took; nothing where neither is known.
[[nodiscard]] std::optional<RunCost> run_cost(const Action& action);

[[nodiscard]] double day_rate(const Strategy& strategy);

} // namespace deploy_plan
