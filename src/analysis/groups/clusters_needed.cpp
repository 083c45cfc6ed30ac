// How many clusters it takes.
#include "analysis/numbers/distributions.hpp"
#include "analysis/numbers/smallest.hpp"
#include "deploy_plan/groups.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace {

/// Beyond, Student's law is the normal one.
constexpr double as_good_as_normal = 1e5;
/// A power is told to the percent.
constexpr double rounded_off = 0.005;

/// Two arms, the second `ratio` times the first, or one.
struct Sampled {
  int arms = 2;
  double ratio = 1;
  [[nodiscard]] double degrees(double clusters) const {
    return arms == 1 ? clusters - 1 : clusters * (1 + ratio) - 2;
  }
  /// Two in each arm.
  [[nodiscard]] double least() const { return arms == 1 ? 2 : std::max(2.0, std::ceil(2 / ratio)); }
};

/// The least number of clusters, from `least` on, whose power is what is asked; a comparison of k has the
/// variance of a single cluster's over k.
std::optional<double> fewest(double least, double difference, double variance_of_one, double tail,
                             double power, const Sampled& sampled) {
  if (!std::isfinite(least))
    return std::nullopt;
  const auto is_enough = [&](double clusters) {
    const double degrees = sampled.degrees(clusters);
    return analysis::noncentral_student_above(analysis::student_upper_quantile(tail, degrees), degrees,
                                              difference / std::sqrt(variance_of_one / clusters)) >=
           power - rounded_off;
  };
  const double low = std::max(sampled.least(), std::ceil(least - 1e-9 * least));
  if (low > as_good_as_normal || is_enough(low))
    return low;
  double high = 2 * low;
  while (high < as_good_as_normal && !is_enough(high))
    high *= 2;
  return analysis::smallest(low, high, is_enough);
}

/// By the normal law.
double at_least(double difference, double variance_of_one, double tail, double power) {
  const double told = analysis::normal_upper_quantile(tail) + normal_quantile(power);
  return told * told * variance_of_one / (difference * difference);
}
} // namespace

std::optional<double> clusters_needed(const ClusterShape& shape, double p1, double p2, double alpha,
                                      double power, double ratio) {
  const auto people = sample_size(p1, p2, alpha, power, ratio);
  if (!people || !(shape.mean_size > 0))
    return std::nullopt;
  const double each = shape.variance(0.5) / 0.25; // of p (1 - p)
  return fewest(*people * each, std::abs(p2 - p1), shape.variance(p1) + shape.variance(p2) / ratio, alpha / 2,
                power, {2, ratio});
}

std::optional<double> clusters_needed_above(const ClusterShape& shape, double threshold, double rate,
                                            double alpha, double power) {
  if (!(threshold >= 0 && rate > threshold && rate <= 1 && shape.mean_size > 0))
    return std::nullopt;
  // Where all would convert, chance is that of the threshold.
  const double variance = shape.variance(rate < 1 ? rate : threshold);
  return fewest(at_least(rate - threshold, variance, alpha, power), rate - threshold, variance, alpha, power,
                {1});
}

std::optional<double> clusters_to_tell(double variance, double difference, double alpha, double power,
                                       double ratio) {
  if (!(variance > 0 && difference > 0))
    return std::nullopt;
  const double of_one = variance * (1 + 1 / ratio);
  return fewest(at_least(difference, of_one, alpha / 2, power), difference, of_one, alpha / 2, power,
                {2, ratio});
}

std::optional<double> clusters_to_tell_above(double variance, double difference, double alpha, double power) {
  if (!(variance > 0 && difference > 0))
    return std::nullopt;
  return fewest(at_least(difference, variance, alpha, power), difference, variance, alpha, power, {1});
}

namespace {
std::optional<double> detectable(double variance, double degrees, double tail, double power) {
  if (!(variance > 0 && degrees >= 1))
    return std::nullopt;
  const double told =
      analysis::student_upper_quantile(tail, degrees) + analysis::student_upper_quantile(1 - power, degrees);
  const double difference = told * std::sqrt(variance);
  return difference <= 1 ? std::optional(difference) : std::nullopt;
}
} // namespace

std::optional<double> detectable_by_clusters(double variance, double clusters_a, double clusters_b,
                                             double alpha, double power) {
  if (!(clusters_a >= 1 && clusters_b >= 1))
    return std::nullopt;
  return detectable(variance * (1 / clusters_a + 1 / clusters_b), clusters_a + clusters_b - 2, alpha / 2,
                    power);
}

std::optional<double> detectable_above_by_clusters(double variance, double clusters, double alpha,
                                                   double power) {
  return clusters >= 1 ? detectable(variance / clusters, clusters - 1, alpha, power) : std::nullopt;
}

} // namespace deploy_plan
