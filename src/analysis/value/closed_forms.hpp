// What knowing more is worth, where that is known without draws.
#pragma once
#include <span>

namespace deploy_plan::analysis {

/// φ(u) - u (1 - Φ(u)): what a standard normal law is above u, on average (Raiffa and Schlaifer 1961).
[[nodiscard]] double unit_normal_loss(double u);

/// What a choice brings: `mean`, and so much more for each unit that what is to be known is above its own.
struct ChoiceLine {
  double mean = 0;
  double slope = 0;
};
/// The expected gain of choosing once x is known, x normal of a deviation: over the upper envelope of the
/// lines (Frazier, Powell and Dayanik 2009). 0 or more.
[[nodiscard]] double gain_of_knowing(std::span<const ChoiceLine> lines, double deviation);

} // namespace deploy_plan::analysis
