// The rates of clusters compared, each cluster counting as one.
#include "analysis/numbers/distributions.hpp"
#include "deploy_plan/groups.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace {

using analysis::student_upper_quantile;

/// Rates that differ by less differ by what dividing rounds off.
constexpr double least_variation = 1e-12;

/// An estimate against what chance alone would have it be, of so many degrees.
ClusterTest tested(double estimate, double standard_error, double degrees, double confidence) {
  const double margin = student_upper_quantile((1 - confidence) / 2, degrees) * standard_error;
  return {estimate, standard_error, degrees, {estimate - margin, estimate + margin}};
}

double above(double t, double degrees) {
  const double tail = analysis::student_beyond(t, degrees) / 2;
  return t > 0 ? tail : 1 - tail;
}

/// The variance within arms, which the two are taken to share.
double pooled(const ClusterRates& a, const ClusterRates& b) {
  return ((a.clusters - 1) * a.variance + (b.clusters - 1) * b.variance) / (a.clusters + b.clusters - 2);
}

bool can_tell(const ClusterRates& a, const ClusterRates& b) {
  return a.clusters >= 2 && b.clusters >= 2 && pooled(a, b) > 0;
}
bool can_tell(const ClusterRates& sample) { return sample.clusters >= 2 && sample.variance > 0; }
} // namespace

ClusterRates cluster_rates(ClusterCounts clusters) {
  ClusterRates told;
  for (const Proportion& one : clusters)
    if (one.exposed > 0) {
      told.clusters += 1;
      told.mean += (one.rate() - told.mean) / told.clusters;
    }
  double squares = 0;
  for (const Proportion& one : clusters)
    if (one.exposed > 0)
      squares += std::pow(one.rate() - told.mean, 2);
  if (told.clusters > 1 && squares > told.clusters * std::pow(least_variation * told.mean, 2))
    told.variance = squares / (told.clusters - 1);
  return told;
}

std::optional<ClusterTest> cluster_t_test(const ClusterRates& a, const ClusterRates& b, double confidence) {
  if (!can_tell(a, b))
    return std::nullopt;
  const double error = std::sqrt(pooled(a, b) * (1 / a.clusters + 1 / b.clusters));
  ClusterTest test = tested(b.mean - a.mean, error, a.clusters + b.clusters - 2, confidence);
  test.interval = {std::max(test.interval.low, -1.0), std::min(test.interval.high, 1.0)};
  const double t = test.estimate / error;
  test.p_value = analysis::student_beyond(t, test.degrees);
  test.probability_above = 1 - above(t, test.degrees);
  return test;
}

std::optional<ClusterTest> cluster_t_test_above(const ClusterRates& sample, double threshold,
                                                double confidence) {
  if (!can_tell(sample))
    return std::nullopt;
  const double error = std::sqrt(sample.variance / sample.clusters);
  ClusterTest test = tested(sample.mean, error, sample.clusters - 1, confidence);
  test.interval = {std::max(test.interval.low, 0.0), std::min(test.interval.high, 1.0)};
  test.p_value = above((sample.mean - threshold) / error, test.degrees);
  test.probability_above = 1 - test.p_value;
  return test;
}

namespace {

/// How large the alternatives are, in standard deviations of the clusters of an arm.
constexpr double mixture_variance = 1;

/// The logarithm of the evidence that an estimate of variance `scale` times the clusters' is not 0, its
/// alternatives having `spread` times the clusters' variance.
double evidence(double t, double degrees, double scale, double spread) {
  const double widened = 1 + spread / scale;
  const double square = t * t / degrees;
  return -std::log(widened) / 2 + (degrees + 1) / 2 * (std::log1p(square) - std::log1p(square / widened));
}

double p_value_of(double log_evidence) { return std::min(1.0, std::exp(-log_evidence)); }
} // namespace

AlwaysValid always_valid_clusters(const ClusterRates& a, const ClusterRates& b, double alpha) {
  constexpr double unbounded = std::numeric_limits<double>::infinity();
  if (!can_tell(a, b))
    return {1, {0, unbounded}};
  const double spread = pooled(a, b);
  const double degrees = a.clusters + b.clusters - 2;
  // A ratio r as a share, r / (1 + r): at both ends the same evidence as for b / a and for a / b.
  const auto against = [&](double share) {
    const double rest = 1 - share;
    const double scale = rest * rest / b.clusters + share * share / a.clusters;
    const double away = rest * b.mean - share * a.mean;
    return evidence(away / std::sqrt(spread * scale), degrees, scale,
                    mixture_variance * (rest * rest + share * share) / 2);
  };
  const double seen = a.mean + b.mean > 0 ? b.mean / (a.mean + b.mean) : 0.5;
  const auto end = [&](double limit) {
    const auto excess = [&](double share) { return against(share) + std::log(alpha); };
    return excess(limit) > 0
               ? analysis::crossing(excess, std::min(limit, seen), std::max(limit, seen)).value_or(limit)
               : limit;
  };
  const double high = end(1);
  const double low = end(0);
  return {p_value_of(against(0.5)), {low / (1 - low), high < 1 ? high / (1 - high) : unbounded}};
}

AlwaysValid always_valid_clusters_above(const ClusterRates& sample, double threshold, double alpha) {
  if (!can_tell(sample))
    return {1, {0, 1}};
  const double error = std::sqrt(sample.variance / sample.clusters);
  const double degrees = sample.clusters - 1;
  const auto against = [&](double rate) {
    return evidence((sample.mean - rate) / error, degrees, 1 / sample.clusters, mixture_variance);
  };
  // Where the evidence is 1 / alpha, solved for t.
  const double widened = 1 + sample.clusters * mixture_variance;
  const double ratio = std::exp((std::log(widened) / 2 - std::log(alpha)) * 2 / (degrees + 1));
  const double margin =
      ratio < widened ? error * std::sqrt(degrees * (ratio - 1) / (1 - ratio / widened)) : 1.0;
  return {sample.mean > threshold ? p_value_of(against(threshold)) : 1,
          {std::max(0.0, sample.mean - margin), std::min(1.0, sample.mean + margin)}};
}

} // namespace deploy_plan
