#include "deploy_plan/assignment.hpp"
#include "analysis/numbers/random.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace deploy_plan {
namespace {

/// Seats given arm by arm, stratum after stratum, with what rounding still owes each arm.
class Seats {
public:
  explicit Seats(std::span<const double> split) : owed_(split.size()) {
    const double all = std::accumulate(split.begin(), split.end(), 0.0);
    for (const double part : split)
      shares_.push_back(part / all);
  }

  /// The arms of a stratum of so many, not yet shuffled. Whole parts first; the seats that are left go to the
  /// arms that are owed most, so that no arm is ever a whole seat behind in its stratum.
  std::vector<std::uint32_t> of(std::size_t count) {
    std::vector<std::uint32_t> seats;
    seats.reserve(count);
    std::vector<std::uint32_t> order(shares_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::vector<bool> may_take_more(shares_.size());
    for (std::size_t arm = 0; arm < shares_.size(); ++arm) {
      const double part = shares_[arm] * static_cast<double>(count);
      const double whole = std::floor(part + 1e-9);
      may_take_more[arm] = part > whole + 1e-9;
      owed_[arm] += part - whole;
      seats.insert(seats.end(), static_cast<std::size_t>(whole), static_cast<std::uint32_t>(arm));
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return may_take_more[a] != may_take_more[b] ? may_take_more[a] : owed_[a] > owed_[b];
    });
    for (std::size_t i = 0; seats.size() < count; i = (i + 1) % order.size()) {
      seats.push_back(order[i]);
      owed_[order[i]] -= 1;
    }
    return seats;
  }

private:
  std::vector<double> shares_;
  std::vector<double> owed_;
};
} // namespace

std::vector<std::uint32_t> assign(std::span<const std::uint32_t> strata, std::span<const double> split,
                                  std::uint64_t seed) {
  std::uint32_t count = 0;
  for (const std::uint32_t stratum : strata)
    count = std::max(count, stratum + 1);
  std::vector<std::vector<std::size_t>> members(strata.empty() ? 0 : count);
  for (std::size_t i = 0; i < strata.size(); ++i)
    members[strata[i]].push_back(i);
  analysis::Random random(seed);
  Seats seats(split);
  std::vector<std::uint32_t> arms(strata.size());
  for (const auto& stratum : members) {
    std::vector<std::uint32_t> drawn = seats.of(stratum.size());
    for (std::size_t i = drawn.size(); i > 1; --i)
      std::swap(drawn[i - 1], drawn[random.below(i)]);
    for (std::size_t i = 0; i < stratum.size(); ++i)
      arms[stratum[i]] = drawn[i];
  }
  return arms;
}

double standardised_difference(double mean_a, double variance_a, double mean_b, double variance_b) {
  const double spread = std::sqrt((variance_a + variance_b) / 2);
  const double apart = std::abs(mean_a - mean_b);
  return apart == 0 ? 0 : spread > 0 ? apart / spread : HUGE_VAL;
}

} // namespace deploy_plan
