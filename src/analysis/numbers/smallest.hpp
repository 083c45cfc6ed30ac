// The smallest of something that holds from there on.
#pragma once
#include <cmath>
#include <type_traits>

namespace deploy_plan::analysis {

/// The smallest count above `low` for which something holds that holds at `high` and from there on, and does
/// not at `low`: by halves. Counts are whole, also where they are doubles.
template <class Count, class Holds>
[[nodiscard]] Count smallest(Count low, Count high, Holds holds) {
  while (high - low > 1) {
    Count middle = low + (high - low) / 2;
    if constexpr (std::is_floating_point_v<Count>)
      middle = std::floor(middle);
    (holds(middle) ? high : low) = middle;
  }
  return high;
}

} // namespace deploy_plan::analysis
