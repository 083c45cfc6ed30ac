#include "deploy_plan/statistics.hpp"
#include "analysis/numbers/distributions.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace deploy_plan {
namespace {

using analysis::BetaLaw;
using analysis::normal_upper_quantile;

double number(std::int64_t count) { return static_cast<double>(count); }

/// No file holds a larger count.
constexpr std::int64_t most_counted = 9007199254740991;

/// The square root that is 0 where rounding makes its argument negative.
double root(double value) { return std::sqrt(std::max(0.0, value)); }
} // namespace

double normal_quantile(double probability) { return -normal_upper_quantile(probability); }

double student_quantile(double probability, double degrees) {
  return -analysis::student_upper_quantile(probability, degrees);
}
double student_p_value(double t, double degrees) { return analysis::student_beyond(t, degrees); }

Interval wilson(const Proportion& sample, double confidence) {
  if (sample.exposed == 0)
    return {0, 1};
  const double z = normal_upper_quantile((1 - confidence) / 2);
  const double n = number(sample.exposed);
  const double p = sample.rate();
  const double centre = p + z * z / (2 * n);
  const double margin = z * root(p * (1 - p) / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  return {sample.converted == 0 ? 0 : std::max(0.0, (centre - margin) / scale),
          sample.converted == sample.exposed ? 1 : std::min(1.0, (centre + margin) / scale)};
}

Interval newcombe(const Proportion& a, const Proportion& b, double confidence) {
  const Interval of_a = wilson(a, confidence);
  const Interval of_b = wilson(b, confidence);
  const double difference = b.rate() - a.rate();
  return {difference - std::hypot(b.rate() - of_b.low, of_a.high - a.rate()),
          difference + std::hypot(of_b.high - b.rate(), a.rate() - of_a.low)};
}

Interval clopper_pearson(const Proportion& sample, double confidence) {
  if (sample.exposed == 0)
    return {0, 1};
  const double tail = (1 - confidence) / 2;
  const double k = number(sample.converted);
  const double rest = number(sample.exposed - sample.converted);
  return {sample.converted == 0 ? 0 : BetaLaw(k, rest + 1).quantile(tail),
          rest == 0 ? 1 : BetaLaw(k + 1, rest).upper_quantile(tail)};
}

double z_test(const Proportion& a, const Proportion& b) {
  const double all = number(a.exposed) + number(b.exposed);
  if (a.exposed == 0 || b.exposed == 0)
    return 1;
  const double pooled = (number(a.converted) + number(b.converted)) / all;
  const double error = root(pooled * (1 - pooled) * (1 / number(a.exposed) + 1 / number(b.exposed)));
  if (error == 0)
    return 1;
  return std::erfc(std::abs(b.rate() - a.rate()) / error / std::sqrt(2.0));
}

double fisher_test(const Proportion& a, const Proportion& b) {
  // Probabilities of the tables with these margins, by the ratio of each to its neighbour, outwards from the
  // mode: no factorial, and no cancellation.
  const std::int64_t converted = a.converted + b.converted;
  const std::int64_t low = std::max<std::int64_t>(0, converted - b.exposed);
  const std::int64_t high = std::min(a.exposed, converted);
  const double all = number(a.exposed) + number(b.exposed);
  const auto mode = std::clamp(
      static_cast<std::int64_t>((number(a.exposed) + 1) * (number(converted) + 1) / (all + 2)), low, high);
  constexpr std::int64_t most_tables = 10'000'000;
  if (std::min(mode - low, high - mode) > most_tables)
    return z_test(a, b);
  const auto up = [&](std::int64_t k) { // of the table with k + 1 to the one with k
    return number(a.exposed - k) / number(k + 1) *
           (number(converted - k) / number(b.exposed - converted + k + 1));
  };
  double seen = 1;
  double weight = 1;
  for (std::int64_t k = mode; k < a.converted && seen > 0; ++k)
    seen *= up(k);
  for (std::int64_t k = mode; k > a.converted && seen > 0; --k)
    seen /= up(k - 1);
  const double limit = seen * (1 + 1e-7);                // equal tables differ by rounding
  const double nothing = std::min(1e-30, limit * 1e-20); // what is less probable adds nothing to either sum
  double total = 1;
  double extreme = 1 <= limit ? 1 : 0;
  for (std::int64_t k = mode; k < high && weight > nothing; ++k) {
    weight *= up(k);
    total += weight;
    extreme += weight <= limit ? weight : 0;
  }
  weight = 1;
  for (std::int64_t k = mode; k > low && weight > nothing; --k) {
    weight /= up(k - 1);
    total += weight;
    extreme += weight <= limit ? weight : 0;
  }
  return std::min(1.0, extreme / total);
}

double probability_better(const Proportion& a, const Proportion& b) {
  const auto posterior = [](const Proportion& one) {
    return BetaLaw(number(one.converted) + 1, number(one.exposed - one.converted) + 1);
  };
  const BetaLaw of_a = posterior(a);
  const BetaLaw of_b = posterior(b);
  // Near 1 doubles are too coarse to tell rates apart: of the others, they are near 0.
  constexpr double high_rates = 1 + 1e-9;
  if (of_a.mean() + of_b.mean() > high_rates)
    return probability_better({b.exposed, b.exposed - b.converted}, {a.exposed, a.exposed - a.converted});
  // Below 14 standard deviations of either nothing counts; above those of a, its distribution is 1. In
  // between the integrand is as smooth as the narrower of the two.
  const auto reach = [](const BetaLaw& law) { return 14 * law.deviation(); };
  const double low = std::max({0.0, of_a.mean() - reach(of_a), of_b.mean() - reach(of_b)});
  const double high = std::min({1.0, of_a.mean() + reach(of_a), of_b.mean() + reach(of_b)});
  if (low >= high)
    return of_b.mean() > of_a.mean() ? 1 : 0;
  const double between =
      analysis::integral([&](double x) { return of_b.density(x) * of_a.below(x); }, low, high);
  return std::clamp(of_b.above(high) + between, 0.0, 1.0);
}

double above_threshold(const Proportion& sample, double threshold) {
  if (sample.converted == 0)
    return 1;
  return BetaLaw(number(sample.converted), number(sample.exposed - sample.converted) + 1).below(threshold);
}

std::optional<double> sample_ratio_mismatch(std::span<const std::int64_t> exposed,
                                            std::span<const double> split) {
  const double all = std::accumulate(exposed.begin(), exposed.end(), 0.0);
  const double parts = std::accumulate(split.begin(), split.end(), 0.0);
  if (exposed.size() < 2 || split.size() != exposed.size() || all <= 0 || !(parts > 0))
    return std::nullopt;
  double statistic = 0;
  for (std::size_t i = 0; i < exposed.size(); ++i) {
    const double expected = all * split[i] / parts;
    if (expected <= 0)
      return std::nullopt;
    statistic += std::pow(number(exposed[i]) - expected, 2) / expected;
  }
  return analysis::chi_squared_above(statistic, static_cast<double>(exposed.size()) - 1);
}

std::optional<double> sample_size(double p1, double p2, double alpha, double power, double ratio) {
  const bool sound = p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1 && p1 != p2 && ratio > 0;
  if (!sound)
    return std::nullopt;
  const double middle = (p1 + ratio * p2) / (1 + ratio);
  const double told = normal_upper_quantile(alpha / 2) * root((1 + 1 / ratio) * middle * (1 - middle)) +
                      normal_quantile(power) * root(p1 * (1 - p1) + p2 * (1 - p2) / ratio);
  const double size = std::pow(told / (p2 - p1), 2);
  return std::isfinite(size) ? std::optional(size) : std::nullopt;
}

namespace {
/// The smallest rise above a rate that is told, when the larger ones are.
template <class IsTold>
std::optional<double> smallest_rise(double rate, IsTold is_told) {
  double low = 0;
  double high = 1 - rate;
  if (!(high > 0) || !is_told(1.0))
    return std::nullopt;
  for (int step = 0; step < 200; ++step) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high)
      break;
    (is_told(rate + middle) ? high : low) = middle;
  }
  return high;
}

/// Of one sample, by the normal law, without continuity correction.
double normal_size(double threshold, double rate, double alpha, double power) {
  const double told = normal_upper_quantile(alpha) * root(threshold * (1 - threshold)) +
                      normal_quantile(power) * root(rate * (1 - rate));
  return std::pow(told / (rate - threshold), 2);
}

/// Probability that at least so many of n convert.
double at_least(std::int64_t converted, std::int64_t n, double rate) {
  if (converted <= 0)
    return 1;
  return converted > n ? 0 : BetaLaw(number(converted), number(n - converted) + 1).below(rate);
}

/// The fewest conversions of n that the exact test calls above the threshold; n + 1 where none do.
std::int64_t critical_count(std::int64_t n, double threshold, double alpha) {
  const auto is_rare = [&](std::int64_t count) { return at_least(count, n, threshold) <= alpha; };
  const double size = number(n);
  const auto first = std::clamp<std::int64_t>(
      static_cast<std::int64_t>(size * threshold +
                                normal_upper_quantile(alpha) * root(size * threshold * (1 - threshold))),
      0, n + 1);
  // By steps that double away from the normal law's count, then by halves.
  std::int64_t low = first;
  std::int64_t high = first;
  for (std::int64_t step = 1; high <= n && !is_rare(high); step *= 2)
    high += std::min(step, n + 1 - high);
  for (std::int64_t step = 1; low > 0 && is_rare(low - 1); step *= 2)
    low -= std::min(step, low);
  while (high > low) {
    const std::int64_t middle = low + (high - low) / 2;
    if (is_rare(middle))
      high = middle;
    else
      low = middle + 1;
  }
  return high;
}
} // namespace

std::optional<double> detectable_effect(double rate, double size, double alpha, double power, double ratio) {
  return smallest_rise(rate, [&](double higher) {
    const auto needed = sample_size(rate, higher, alpha, power, ratio);
    return needed && *needed <= size;
  });
}

std::optional<double> binomial_size(double threshold, double rate, double alpha, double power) {
  constexpr double most_exact = 10000;
  if (!(threshold > 0 && rate > threshold && rate <= 1))
    return std::nullopt;
  const double normal = normal_size(threshold, rate, alpha, power);
  if (normal > most_exact)
    return std::isfinite(normal) ? std::optional(std::ceil(normal)) : std::nullopt;
  // The exact sizes lie around the normal one, the nearer the larger it is; far from it, in the farthest
  // tails, to a thousandth.
  const double first = normal < 100 ? 1 : std::floor(0.8 * normal);
  for (double n = first; n < number(most_counted); n += std::max(1.0, std::floor((n - most_exact) / 1000))) {
    const auto size = static_cast<std::int64_t>(n);
    if (at_least(critical_count(size, threshold, alpha), size, rate) >= power)
      return n;
  }
  return std::nullopt;
}

std::optional<double> detectable_above(double threshold, std::int64_t size, double alpha, double power) {
  const std::int64_t critical = critical_count(size, threshold, alpha);
  if (critical > size)
    return std::nullopt;
  return smallest_rise(threshold, [&](double rate) { return at_least(critical, size, rate) >= power; });
}

std::vector<double> holm(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  std::vector<double> adjusted(p_values.size());
  double most = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    most = std::max(most, std::min(1.0, p_values[order[i]] * static_cast<double>(order.size() - i)));
    adjusted[order[i]] = most;
  }
  return adjusted;
}

} // namespace deploy_plan
