// What samples tell: proportions compared, a proportion against a threshold.
//
// Every function is total on counts with 0 <= converted <= exposed; what cannot be told is nothing, never
// NaN.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace deploy_plan {

/// Of those exposed, those converted.
struct Proportion {
  std::int64_t exposed = 0;
  std::int64_t converted = 0;
  /// Whether so many of so many can be.
  [[nodiscard]] bool is_possible() const { return converted >= 0 && converted <= exposed; }
  [[nodiscard]] double rate() const {
    return exposed > 0 ? static_cast<double>(converted) / static_cast<double>(exposed) : 0;
  }
};

struct Interval {
  double low = 0, high = 0;
};

/// Wilson's score interval (Wilson 1927). `confidence` in ]0, 1[; [0, 1] for nobody exposed.
[[nodiscard]] Interval wilson(const Proportion& sample, double confidence);
/// Of rate(b) - rate(a): the hybrid score interval (Newcombe 1998, method 10).
[[nodiscard]] Interval newcombe(const Proportion& a, const Proportion& b, double confidence);
/// Clopper and Pearson's exact interval (1934).
[[nodiscard]] Interval clopper_pearson(const Proportion& sample, double confidence);

/// Two-sided p-value of the pooled z test; 1 where neither converts, or all do.
[[nodiscard]] double z_test(const Proportion& a, const Proportion& b);
/// Two-sided p-value of Fisher's exact test: tables no more probable than the one seen, as R has it. The z
/// test's where tens of millions of tables are as probable.
[[nodiscard]] double fisher_test(const Proportion& a, const Proportion& b);
/// Probability that b's rate is above a's, with uniform priors on both.
[[nodiscard]] double probability_better(const Proportion& a, const Proportion& b);
/// P-value of the exact test that the rate is above a threshold in ]0, 1[ (one-sided binomial).
[[nodiscard]] double above_threshold(const Proportion& sample, double threshold);

/// P-value of the chi-square test that samples were split as planned; `split` in any unit, none of it 0.
/// Nothing for fewer than two samples, or nobody exposed.
[[nodiscard]] std::optional<double> sample_ratio_mismatch(std::span<const std::int64_t> exposed,
                                                          std::span<const double> split);

/// Sample size of the first of two arms to tell rates p1 and p2 apart, two-sided, the second being `ratio`
/// times as large (Fleiss 1981, eq. 3.14 and 3.19, without continuity correction). Nothing where the rates
/// are equal, or none is in [0, 1].
[[nodiscard]] std::optional<double> sample_size(double p1, double p2, double alpha, double power,
                                                double ratio = 1);
/// The smallest rise above a rate that two arms can tell, the first of a size, the second `ratio` times as
/// large. Nothing where none below 1 - rate can be.
[[nodiscard]] std::optional<double> detectable_effect(double rate, double size, double alpha, double power,
                                                      double ratio = 1);
/// The smallest sample whose exact one-sided test tells a rate from a threshold below it (A'Hern 2001); by
/// the normal law beyond 10 000 (Fleiss 1981, eq. 2.11). Nothing where the rate is not above the threshold.
[[nodiscard]] std::optional<double> binomial_size(double threshold, double rate, double alpha, double power);
/// The smallest rise above a threshold that a sample's exact one-sided test can tell. Nothing where none can.
[[nodiscard]] std::optional<double> detectable_above(double threshold, std::int64_t size, double alpha,
                                                     double power);

/// P-values that stay honest when several are read (Holm 1979), in the order given.
[[nodiscard]] std::vector<double> holm(std::span<const double> p_values);

/// Quantile of the normal law, and of Student's t.
[[nodiscard]] double normal_quantile(double probability);
[[nodiscard]] double student_quantile(double probability, double degrees);
/// Two-sided p-value of a t statistic.
[[nodiscard]] double student_p_value(double t, double degrees);

} // namespace deploy_plan
