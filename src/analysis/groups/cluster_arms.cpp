#include "analysis/groups/cluster_arms.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {

std::vector<Proportion> counts_of(const Clusters& clusters) {
  std::vector<Proportion> counts;
  counts.reserve(clusters.counted.size());
  for (const Cluster& one : clusters.counted)
    counts.push_back({one.exposed, one.converted});
  return counts;
}

bool are_possible(ClusterCounts clusters) {
  return std::all_of(clusters.begin(), clusters.end(),
                     [](const Proportion& one) { return one.is_possible(); });
}

ClusterReading read_clusters(const ClusteredArms& arms) {
  constexpr double confidence = 0.9;
  ClusterReading reading;
  double clusters = 0;
  double people = 0;
  double squares = 0;
  for (const auto& arm : arms) {
    std::size_t filled = 0;
    for (const Proportion& one : arm) {
      const auto size = static_cast<double>(one.exposed);
      filled += size > 0 ? 1 : 0;
      people += size;
      squares += size * size;
    }
    reading.clusters.push_back(filled);
    clusters += static_cast<double>(filled);
  }
  if (clusters == 0)
    return reading;
  reading.mean_size = people / clusters;
  const double mean = reading.mean_size;
  if (clusters > 1)
    reading.size_variation = std::sqrt(std::max(0.0, (squares - people * mean) / (clusters - 1))) / mean;
  const std::vector<ClusterCounts> counts(arms.begin(), arms.end());
  if (const auto correlation = intracluster_correlation(counts, confidence)) {
    reading.icc = correlation->value;
    reading.icc_interval = correlation->interval;
    reading.design_effect = ClusterShape{mean, reading.size_variation, correlation->value}.design_effect();
  }
  return reading;
}

double variance_within(std::span<const ClusterRates> arms) {
  double squares = 0;
  double degrees = 0;
  for (const ClusterRates& arm : arms) {
    squares += std::max(0.0, arm.clusters - 1) * arm.variance;
    degrees += std::max(0.0, arm.clusters - 1);
  }
  return degrees > 0 ? squares / degrees : 0;
}

Interval interval_of(ClusterRates arm, double variance, double confidence) {
  arm.variance = variance;
  const auto told = cluster_t_test_above(arm, 0.5, confidence);
  return told ? told->interval : Interval{0, 1};
}

} // namespace deploy_plan::analysis
