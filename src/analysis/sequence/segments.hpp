// What explains a series: segments cut at starts, a trend, seasons.
#pragma once
#include "analysis/sequence/autoregression.hpp"
#include <cstddef>
#include <span>
#include <vector>

namespace deploy_plan::analysis {

/// The counts from one start to the next.
class Segments {
public:
  Segments(std::span<const std::size_t> starts, std::size_t length);

  /// How many there are, one more than starts.
  [[nodiscard]] std::size_t count() const { return bounds_.size() - 1; }
  [[nodiscard]] std::size_t begin(std::size_t segment) const { return bounds_[segment]; }
  [[nodiscard]] std::size_t end(std::size_t segment) const { return bounds_[segment + 1]; }
  [[nodiscard]] const std::vector<std::size_t>& bounds() const { return bounds_; }
  /// The start, as it was given, with which a segment but the first begins.
  [[nodiscard]] std::size_t start_of(std::size_t segment) const { return order_[segment - 1]; }
  /// False where two starts have no count between them: their steps cannot be told apart.
  [[nodiscard]] bool are_apart() const;

private:
  std::vector<std::size_t> order_, bounds_;
};

/// Pairs of yearly sines that a series may have: none before two years of it, nor where a year has too few
/// steps for one.
[[nodiscard]] int most_harmonics(double year, std::size_t length);
/// The trend, from -1/2 to 1/2 over the series, then so many pairs of sines, the cosine first.
[[nodiscard]] std::vector<Regressor> columns_of_time(std::size_t length, double year, int pairs);

} // namespace deploy_plan::analysis
