// Small counts kept from being told, by themselves or by subtraction.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace deploy_plan::publication {

/// A total beside its parts. What is missing from the total is taken to be known.
struct Sum {
  std::size_t total;
  std::vector<std::size_t> parts;
};
/// One count is known never to be above another.
struct Order {
  std::size_t less, more;
};
/// Counts that are to be told, by place, and what is known to hold among them.
struct Counts {
  std::vector<double> values;
  std::vector<Sum> sums;
  std::vector<Order> orders;
};

/// Which counts must not be told: those below `min_count`, and as many more as it takes that none of them can
/// be found from what is told, even by one who knows which of the masked ones are small: for each there are
/// other counts, one away, that all that is told agrees with. Parts are masked before totals, in their order,
/// so that the same counts give the same masks. `min_count` below 2 masks nothing.
[[nodiscard]] std::vector<bool> masked(const Counts& counts, std::int64_t min_count);

} // namespace deploy_plan::publication
