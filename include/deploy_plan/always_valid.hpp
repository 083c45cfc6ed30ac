// Answers that stay right however often a test is looked at. Each compares what was seen under a mixture of
// all rates with the best that the null can do: that ratio exceeds 1 / alpha at some time, under the null,
// with a probability of at most alpha (Ville 1939; Robbins 1970; Wasserman, Ramdas and Balakrishnan 2020,
// "Universal inference", eq. 6).
#pragma once
#include "deploy_plan/statistics.hpp"

namespace deploy_plan {

/// A p-value and an interval that may be read at any time, again and again.
struct AlwaysValid {
  double p_value = 1;
  Interval interval;
};

/// rate(b) - rate(a), and that there is no difference: uniform mixtures over each rate, exact.
[[nodiscard]] AlwaysValid always_valid_difference(const Proportion& a, const Proportion& b, double alpha);
/// A rate, and that it is not above a threshold in ]0, 1[: a uniform mixture over the rate, exact.
[[nodiscard]] AlwaysValid always_valid_rate(const Proportion& sample, double threshold, double alpha);
/// An estimate of normal law, and that it is 0: a normal mixture around 0 with this standard deviation
/// (Robbins 1970; Johari et al. 2022, eq. 11). As right as the standard error is: for large counts.
[[nodiscard]] AlwaysValid always_valid_estimate(double estimate, double standard_error, double mixture,
                                                double alpha);

} // namespace deploy_plan
