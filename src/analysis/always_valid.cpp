#include "deploy_plan/always_valid.hpp"
#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>

namespace deploy_plan {
namespace {

/// count x ln(rate), 0 where nothing was counted.
double weighed(double count, double rate) { return count == 0 ? 0 : count * std::log(rate); }

double converted(const Proportion& one) { return static_cast<double>(one.converted); }
double others(const Proportion& one) { return static_cast<double>(one.exposed - one.converted); }

double log_likelihood(const Proportion& sample, double rate) {
  return weighed(converted(sample), rate) + weighed(others(sample), 1 - rate);
}

/// Log-likelihood under the uniform mixture: the logarithm of the beta function.
double log_mixture(const Proportion& sample) {
  using boost::math::lgamma;
  return lgamma(converted(sample) + 1) + lgamma(others(sample) + 1) -
         lgamma(static_cast<double>(sample.exposed) + 2);
}

/// Where a function crosses 0 between two places with different signs, else the end that is nearer to it.
template <class Function>
double crossing(Function function, double low, double high) {
  const double at_low = function(low);
  const double at_high = function(high);
  if (at_low == 0 || (at_low > 0) == (at_high > 0))
    return std::abs(at_low) <= std::abs(at_high) ? low : high;
  std::uintmax_t steps = 100;
  const auto [left, right] = boost::math::tools::toms748_solve(
      function, low, high, at_low, at_high, boost::math::tools::eps_tolerance<double>(45), steps);
  return left + (right - left) / 2;
}

/// The most that both samples can be likely with b's rate above a's by `difference`.
class Profile {
public:
  Profile(const Proportion& first, const Proportion& second) : a(first), b(second) {}

  double operator()(double difference) const {
    const double low = std::max(0.0, -difference);
    const double high = std::min(1.0, 1 - difference);
    // The slope falls from one end to the other: its logarithm has one summit.
    const auto slope = [&](double rate) {
      const double other = rate + difference;
      const double up = ratio(converted(a), rate) + ratio(converted(b), other);
      const double down = ratio(others(a), 1 - rate) + ratio(others(b), 1 - other);
      return std::clamp(up - down, -1e300, 1e300);
    };
    const double margin = (high - low) * 1e-12;
    const double rate = high - low <= 0 ? low : crossing(slope, low + margin, high - margin);
    return log_likelihood(a, rate) + log_likelihood(b, std::clamp(rate + difference, 0.0, 1.0));
  }

private:
  const Proportion a, b;
  static double ratio(double count, double rate) { return count == 0 ? 0 : count / std::max(rate, 1e-300); }
};

/// Where a likelihood that falls away from its summit reaches a level, below and above.
template <class Function>
Interval above_level(Function excess, double summit, double least, double most) {
  const auto end = [&](double limit) {
    return excess(limit) >= 0 ? limit : crossing(excess, std::min(limit, summit), std::max(limit, summit));
  };
  return {end(least), end(most)};
}
} // namespace

AlwaysValid always_valid_difference(const Proportion& a, const Proportion& b, double alpha) {
  if (a.exposed == 0 || b.exposed == 0)
    return {1, {-1, 1}};
  const double mixture = log_mixture(a) + log_mixture(b);
  const Profile profile(a, b);
  const Proportion both{a.exposed + b.exposed, a.converted + b.converted};
  const double null = log_likelihood(both, both.rate());
  const double level = mixture + std::log(alpha);
  constexpr double inside = 1 - 1e-9; // at a difference of 1 nothing is likely but one sample
  return {std::min(1.0, std::exp(null - mixture)),
          above_level([&](double difference) { return std::max(profile(difference) - level, -1e300); },
                      b.rate() - a.rate(), std::min(-inside, b.rate() - a.rate()),
                      std::max(inside, b.rate() - a.rate()))};
}

AlwaysValid always_valid_rate(const Proportion& sample, double threshold, double alpha) {
  if (sample.exposed == 0)
    return {1, {0, 1}};
  const double mixture = log_mixture(sample);
  const double level = mixture + std::log(alpha);
  const double above = sample.rate() > threshold ? log_likelihood(sample, threshold) - mixture : 0;
  return {std::min(1.0, std::exp(above)),
          above_level([&](double rate) { return std::max(log_likelihood(sample, rate) - level, -1e300); },
                      sample.rate(), 0, 1)};
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
