// The clusters of a test, as its reading takes them.
#pragma once
#include "deploy_plan/groups.hpp"
#include "deploy_plan/trial.hpp"

namespace deploy_plan::analysis {

/// The clusters of each arm.
using ClusteredArms = std::vector<std::vector<Proportion>>;

[[nodiscard]] std::vector<Proportion> counts_of(const Clusters& clusters);
/// Whether so many of so many can be, in each.
[[nodiscard]] bool are_possible(ClusterCounts clusters);
/// How alike those of one cluster are; the correlation's interval is at 90 %.
[[nodiscard]] ClusterReading read_clusters(const ClusteredArms& arms);
/// The variance of rates within arms, which all are taken to share.
[[nodiscard]] double variance_within(std::span<const ClusterRates> arms);
/// Of the mean of one arm, when the variance is known from all of them.
[[nodiscard]] Interval interval_of(ClusterRates arm, double variance, double confidence);

} // namespace deploy_plan::analysis
