// Numbers that are not known exactly.
#pragma once
#include "deploy_plan/strategy.hpp"

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
/// As likely to be passed as not; nothing where `estimate` gives nothing.
[[nodiscard]] std::optional<double> median(const Uncertain& number);
/// Of an uncertain number; 0 of a plain one, and of one in none of its forms.
[[nodiscard]] double standard_deviation(const Uncertain& number);

} // namespace deploy_plan
