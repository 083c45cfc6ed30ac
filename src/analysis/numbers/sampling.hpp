// Uncertain numbers, drawn.
#pragma once
#include "analysis/numbers/random.hpp"
#include "deploy_plan/uncertainty.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace deploy_plan::analysis {

/// A law that figures are drawn from: what `estimate` says of it in closed form, draw by draw.
class Law {
public:
  /// Always this figure.
  explicit Law(double value) : a_(value) {}
  /// Of an uncertain number in one of its four forms; 0 where it is in none.
  explicit Law(const Uncertain& number);

  [[nodiscard]] bool varies() const { return kind_ != Kind::fixed; }
  [[nodiscard]] double draw(Random& random) const;

private:
  enum class Kind { fixed, normal, lognormal, pert };
  Kind kind_ = Kind::fixed;
  double a_ = 0, b_ = 0;       ///< mean and deviation, of the logarithm if lognormal; the shapes of the beta
  double low_ = 0, range_ = 0; ///< pert

  static Law normal(double mean, double deviation);
};

/// Gamma of a shape of at least 1 and scale 1 (Marsaglia and Tsang 2000).
[[nodiscard]] double gamma_draw(Random& random, double shape);
/// The same of any shape above 0: below 1, by that of the shape above (Marsaglia and Tsang 2000, section 6).
[[nodiscard]] double gamma_draw_of_any_shape(Random& random, double shape);

/// Of one value at least.
[[nodiscard]] inline double mean_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Where the value stands that such a share of so many is at most.
[[nodiscard]] inline std::ptrdiff_t place_of_quantile(std::size_t count, double share) {
  return static_cast<std::ptrdiff_t>(std::lround(share * static_cast<double>(count - 1)));
}
template <class Value>
[[nodiscard]] Value quantile_of(std::vector<Value> values, double share) {
  const auto place = place_of_quantile(values.size(), share);
  std::nth_element(values.begin(), values.begin() + place, values.end());
  return values[static_cast<std::size_t>(place)];
}

/// What is told of draws: the middle, and a 90 % interval.
struct DrawSummary {
  double median = 0, low = 0, high = 0;
};
[[nodiscard]] DrawSummary summary_of(std::span<const double> drawn);

/// Of draws, the share that something is true of.
template <class Predicate>
[[nodiscard]] double share_of(std::span<const double> drawn, Predicate predicate) {
  return static_cast<double>(std::count_if(drawn.begin(), drawn.end(), predicate)) /
         static_cast<double>(drawn.size());
}

/// The place of each value in their order, from 0; ties at their mean.
[[nodiscard]] std::vector<double> ranks(const std::vector<double>& values);
/// Spearman's correlation of values by their ranks; 0 where either does not vary.
[[nodiscard]] double rank_correlation(const std::vector<double>& ranks_a, const std::vector<double>& ranks_b);

} // namespace deploy_plan::analysis
