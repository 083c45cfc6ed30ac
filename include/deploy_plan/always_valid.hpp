// Answers that stay right however often a test is looked at. Each weighs what was seen under a mixture of
// alternatives against the null: that ratio exceeds 1 / alpha at some time, under the null, with a
// probability of at most alpha (Ville 1939; Robbins 1970).
#pragma once
#include "deploy_plan/statistics.hpp"

namespace deploy_plan {

/// A p-value and an interval that may be read at any time, again and again.
struct AlwaysValid {
  double p_value = 1;
  Interval interval;
};

/// rate(b) / rate(a), and that it is 1, where chance put each beneficiary in b with the probability
/// `share_of_b`: under the null that is b's share of those converted, and of the others, exactly (Lindon and
/// Malek 2022, section 3.1). The high end is infinite where nothing bounds it.
[[nodiscard]] AlwaysValid always_valid_ratio(const Proportion& a, const Proportion& b, double share_of_b,
                                             double alpha);
/// A rate, and that it is not above a threshold in ]0, 1[: exact.
[[nodiscard]] AlwaysValid always_valid_rate(const Proportion& sample, double threshold, double alpha);
/// An estimate of normal law, and that it is 0: a normal mixture around 0 with this standard deviation
/// (Johari et al. 2022, eq. 11). As right as the standard error is: for large counts.
[[nodiscard]] AlwaysValid always_valid_estimate(double estimate, double standard_error, double mixture,
                                                double alpha);

} // namespace deploy_plan
