// What a winner would show a second time. What is kept because it did well enough shows, on average, more
// than it does.
#pragma once
#include "deploy_plan/statistics.hpp"
#include <span>

namespace deploy_plan::analysis {

/// Of an effect known to be kept only where it lies above `limit`, all in standard errors, the 90 %
/// confidence interval given that it was kept (Zhong and Prentice 2008, by the normal law cut at the limit).
/// An effect just above its limit says next to nothing: no end lies further below 0 than `least_kept`.
[[nodiscard]] Interval kept_interval(double effect, double limit);
inline constexpr double least_kept = -1; ///< standard errors

/// The best of effects that were all kept, all in standard errors, moved towards their mean as far as chance
/// alone would part them (DerSimonian and Laird); each two are correlated so, as arms of one reference are.
[[nodiscard]] double best_of_kept(std::span<const double> effects, double correlation = 0.5);

} // namespace deploy_plan::analysis
