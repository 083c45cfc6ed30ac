#include "deploy_plan/always_valid.hpp"
#include "analysis/numbers/distributions.hpp"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace deploy_plan {
namespace {

using analysis::crossing;
using analysis::log_gamma;
using analysis::stirling_remainder;

/// How near to the null the alternatives stand that are looked for: as many observations as would have shown
/// them. Any value is valid; the evidence is strongest for shares within some 0.07 of a half.
constexpr double concentration = 50;
/// A null of nobody, or of all, has no alternatives on one of its sides: they are looked for so near to it.
constexpr double least_share = 1e-6;

/// Evidence that a share is not what the null says, from so many in and out of it.
class BetaMixture {
public:
  BetaMixture(double in, double out, double null)
      : in_(in), out_(out), null_(std::clamp(null, least_share, 1 - least_share)) {
    const double a = in + concentration * null_;
    const double b = out + concentration * (1 - null_);
    // The mixture's likelihood over the largest that a share could have, in the logarithm, by Stirling:
    // counts of any size keep their digits.
    mean_ = a / (a + b);
    rest_ = b / (a + b);
    mixture_ = concentration * (null_ * std::log(mean_) + (1 - null_) * std::log(rest_)) +
               std::log(2 * std::numbers::pi * (a + b) / a / b) / 2 + stirling_remainder(a) +
               stirling_remainder(b) - stirling_remainder(a + b) -
               log_beta(concentration * null_, concentration * (1 - null_));
  }

  /// The logarithm of the mixture's likelihood over the share's.
  [[nodiscard]] double against(double share) const {
    const double away = mean_ < rest_ ? mean_ - share : (1 - share) - rest_; // of the smaller, in full
    return std::min(mixture_ + weighed(in_, away / share) + weighed(out_, -away / (1 - share)), 1e300);
  }

  /// The shares that the evidence does not rule out. Likelihoods fall away from the share seen: an interval.
  [[nodiscard]] Interval interval(double alpha) const {
    const double seen = in_ + out_ == 0 ? 0.5 : in_ / (in_ + out_);
    const auto excess = [&](double share) { return against(share) + std::log(alpha); };
    const auto end = [&](double limit) {
      if (excess(limit) <= 0)
        return limit;
      return crossing(excess, std::min(limit, seen), std::max(limit, seen)).value_or(limit);
    };
    return {end(0), end(1)};
  }

private:
  double in_, out_, null_;
  double mean_ = 0, rest_ = 1; ///< of the mixture, once it has seen
  double mixture_ = 0;

  static double log_beta(double a, double b) { return log_gamma(a) + log_gamma(b) - log_gamma(a + b); }
  /// count x ln(1 + change), 0 where nothing was counted.
  static double weighed(double count, double change) { return count == 0 ? 0 : count * std::log1p(change); }
};

double converted(const Proportion& one) { return static_cast<double>(one.converted); }
double others(const Proportion& one) { return static_cast<double>(one.exposed - one.converted); }

/// A share of conversions as how many times the rate of a the rate of b is.
double ratio_of(double share, double share_of_b) {
  return share < 1 ? share / share_of_b * ((1 - share_of_b) / (1 - share))
                   : std::numeric_limits<double>::infinity();
}
} // namespace

AlwaysValid always_valid_ratio(const Proportion& a, const Proportion& b, double share_of_b, double alpha) {
  if (!(share_of_b > 0 && share_of_b < 1))
    return {1, {0, std::numeric_limits<double>::infinity()}};
  const BetaMixture of_converted(converted(b), converted(a), share_of_b);
  const BetaMixture of_others(others(b), others(a), share_of_b);
  // The mean of two such ratios is one, too: either is enough, and rare outcomes say most.
  const double one = of_converted.against(share_of_b);
  const double other = of_others.against(share_of_b);
  const double most = std::max(one, other);
  const double mean = most + std::log((std::exp(one - most) + std::exp(other - most)) / 2);
  const Interval share = of_converted.interval(alpha);
  return {std::min(1.0, std::exp(-mean)),
          {ratio_of(share.low, share_of_b), ratio_of(share.high, share_of_b)}};
}

AlwaysValid always_valid_rate(const Proportion& sample, double threshold, double alpha) {
  const BetaMixture mixture(converted(sample), others(sample), threshold);
  const bool is_above = sample.rate() > threshold;
  return {is_above ? std::min(1.0, std::exp(-mixture.against(threshold))) : 1, mixture.interval(alpha)};
}

AlwaysValid always_valid_estimate(double estimate, double standard_error, double mixture, double alpha) {
  const double variance = standard_error * standard_error;
  const double spread = mixture * mixture;
  const double all = variance + spread;
  if (!(variance > 0) || !(spread > 0))
    return {1, {estimate, estimate}};
  const double log_ratio =
      0.5 * std::log(variance / all) + estimate * estimate * spread / (2 * variance * all);
  const double margin = std::sqrt(variance * all / spread * (std::log(all / variance) - 2 * std::log(alpha)));
  return {std::min(1.0, std::exp(-log_ratio)), {estimate - margin, estimate + margin}};
}

} // namespace deploy_plan
