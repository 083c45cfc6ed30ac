// Starts that were none: how strong an effect a series shows on days when nothing began.
#pragma once
#include "deploy_plan/segmented_fit.hpp"

namespace deploy_plan::analysis {

/// Steps before a start on which another could have been seen: some counts away from its neighbours.
/// Sixty at most, evenly spread.
[[nodiscard]] std::vector<std::size_t> placebo_places(std::span<const std::size_t> starts, std::size_t own);

/// P-values of the level's change at each place, the starts that there were staying as they are.
[[nodiscard]] std::vector<double> placebo_p_values(std::span<const double> counts,
                                                   std::span<const std::size_t> starts, double year,
                                                   std::span<const std::size_t> places);

} // namespace deploy_plan::analysis
