// What is told of people drawn in groups: communes, schools, relays. Those of one cluster are alike, so that
// clusters are what is compared, not people. A cluster is a Proportion; empty ones are left out.
//
// Every function is total on counts with 0 <= converted <= exposed; what cannot be told is nothing, never
// NaN.
#pragma once
#include "deploy_plan/always_valid.hpp"

namespace deploy_plan {

using ClusterCounts = std::span<const Proportion>;

/// The clusters of one arm: how many hold anybody, the mean of their rates, each counting as one, and the
/// variance of these (n - 1; 0 for one cluster, or where none differ).
struct ClusterRates {
  double clusters = 0;
  double mean = 0;
  double variance = 0;
};
[[nodiscard]] ClusterRates cluster_rates(ClusterCounts clusters);

/// Rates compared by Student's law.
struct ClusterTest {
  double estimate = 0; ///< the difference of two means; of one sample, its mean
  double standard_error = 0;
  double degrees = 0; ///< of freedom
  Interval interval;
  double p_value = 1;
  double probability_above = 0.5; ///< that the true difference, or mean less its threshold, is above 0
};
/// mean(b) - mean(a) and its two-sided p-value, with k_a + k_b - 2 degrees, of equal variance (Donner and
/// Klar 2000, section 6.1). Nothing where an arm has fewer than two clusters, or none differ.
[[nodiscard]] std::optional<ClusterTest> cluster_t_test(const ClusterRates& a, const ClusterRates& b,
                                                        double confidence);
/// The mean, and the one-sided p-value that it is above a threshold, with k - 1 degrees; the interval is
/// two-sided, within [0, 1]. Nothing where there are fewer than two clusters, or none differ.
[[nodiscard]] std::optional<ClusterTest> cluster_t_test_above(const ClusterRates& sample, double threshold,
                                                              double confidence);

/// rate(b) / rate(a), and that it is 1, by clusters, at any time: a normal mixture of differences as large as
/// the clusters of an arm differ, the scale of which is unknown (Gönen et al. 2005, eq. 5; valid at any time
/// by Hendriksen, de Heide and Grünwald 2021; the interval as Fieller's, 1954). As right as Student's test
/// is. Says nothing, p-value 1, where the t test does.
[[nodiscard]] AlwaysValid always_valid_clusters(const ClusterRates& a, const ClusterRates& b, double alpha);
/// The mean of the clusters' rates, and that it is not above a threshold, in the same way.
[[nodiscard]] AlwaysValid always_valid_clusters_above(const ClusterRates& sample, double threshold,
                                                      double alpha);

/// Intracluster correlation by analysis of variance within arms (Donner and Klar 2000, section 6.2), and
/// Searle's interval (Ukoumunne 2002).
struct IntraclusterCorrelation {
  double value = 0; ///< may be below 0
  std::optional<Interval> interval;
};
/// Nothing where clusters have one member each, or none converted, or all did.
[[nodiscard]] std::optional<IntraclusterCorrelation>
intracluster_correlation(std::span<const ClusterCounts> arms, double confidence);

/// Sizes of clusters, as a design needs them.
struct ClusterShape {
  double mean_size = 1;
  double variation = 0; ///< standard deviation of the sizes over their mean
  double icc = 0;
  /// What drawing clusters multiplies sizes by: 1 + ((CV² + 1) mean - 1) ICC (Eldridge, Ashby and Kerry
  /// 2006), 1 at least.
  [[nodiscard]] double design_effect() const;
  /// Variance of a cluster's rate around p, each cluster counting as one: p (1 - p) (ICC + (1 - ICC)
  /// (1 + CV²) / mean); of equal sizes, p (1 - p) / mean times the design effect.
  [[nodiscard]] double variance(double rate) const;
};
/// Clusters of the first of two arms to tell rates p1 and p2 apart by the t test, the second having `ratio`
/// times as many: as many as the normal law asks (`sample_size` times the design effect), more where the
/// power of the non-central t law is not yet `power`, to the percent. Nothing where the rates are equal, or
/// none is in [0, 1].
[[nodiscard]] std::optional<double> clusters_needed(const ClusterShape& shape, double p1, double p2,
                                                    double alpha, double power, double ratio = 1);
/// The same of one sample whose rate is to be told from a threshold below it, one-sided.
[[nodiscard]] std::optional<double> clusters_needed_above(const ClusterShape& shape, double threshold,
                                                          double rate, double alpha, double power);
/// The same of clusters that vary as was seen.
[[nodiscard]] std::optional<double> clusters_to_tell(double variance, double difference, double alpha,
                                                     double power, double ratio = 1);
[[nodiscard]] std::optional<double> clusters_to_tell_above(double variance, double difference, double alpha,
                                                           double power);
/// The smallest difference that so many clusters of two arms show, varying so. Nothing where none up to 1
/// can be.
[[nodiscard]] std::optional<double> detectable_by_clusters(double variance, double clusters_a,
                                                           double clusters_b, double alpha, double power);
/// The smallest rise above a threshold that so many clusters show, one-sided.
[[nodiscard]] std::optional<double> detectable_above_by_clusters(double variance, double clusters,
                                                                 double alpha, double power);

} // namespace deploy_plan
