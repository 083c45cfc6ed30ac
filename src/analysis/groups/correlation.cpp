// How alike those of one cluster are.
#include "analysis/numbers/distributions.hpp"
#include "deploy_plan/groups.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace {

/// Sums of an analysis of variance of ones and zeros, within arms.
struct Variation {
  double people = 0, clusters = 0;
  double between = 0, within = 0; ///< sums of squares
  double weighed = 0;             ///< over the arms, the mean size of the cluster of one drawn at random

  void take(ClusterCounts arm) {
    double all = 0;
    double converted = 0;
    double squares = 0;
    for (const Proportion& one : arm) {
      const auto size = static_cast<double>(one.exposed);
      all += size;
      converted += static_cast<double>(one.converted);
      squares += size * size;
      clusters += size > 0 ? 1 : 0;
    }
    if (all == 0)
      return;
    for (const Proportion& one : arm) {
      const auto size = static_cast<double>(one.exposed);
      between += size * std::pow(one.rate() - converted / all, 2);
      within += size * one.rate() * (1 - one.rate());
    }
    people += all;
    weighed += squares / all;
  }
};
} // namespace

std::optional<IntraclusterCorrelation> intracluster_correlation(std::span<const ClusterCounts> arms,
                                                                double confidence) {
  Variation seen;
  for (const ClusterCounts& arm : arms)
    seen.take(arm);
  const double first = seen.clusters - static_cast<double>(arms.size());
  const double second = seen.people - seen.clusters;
  if (!(first > 0 && second > 0))
    return std::nullopt;
  const double between = seen.between / first;
  const double within = seen.within / second;
  const double size = (seen.people - seen.weighed) / first;
  if (!(between + (size - 1) * within > 0))
    return std::nullopt;
  IntraclusterCorrelation told{(between - within) / (between + (size - 1) * within), {}};
  if (!(within > 0))
    return told;
  const double least = size > 1 ? -1 / (size - 1) : -1;
  const auto end = [&](double probability) {
    const double ratio = between / within / analysis::fisher_quantile(probability, first, second);
    return std::isfinite(ratio) ? std::clamp((ratio - 1) / (ratio + size - 1), least, 1.0) : 1;
  };
  told.interval = {end((1 + confidence) / 2), end((1 - confidence) / 2)};
  return told;
}

double ClusterShape::design_effect() const {
  return std::max(1.0, 1 + ((variation * variation + 1) * mean_size - 1) * icc);
}

double ClusterShape::variance(double rate) const {
  return rate * (1 - rate) * (icc + (1 - icc) * (1 + variation * variation) / mean_size);
}

} // namespace deploy_plan
