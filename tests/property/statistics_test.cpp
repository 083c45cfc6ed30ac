// Whatever a sound file may hold, statistics answer: nothing is thrown, nothing is NaN, probabilities are
// probabilities and intervals hold what was seen.
#include "analysis/numbers/distributions.hpp"
#include "catch.hpp"
#include "deploy_plan/always_valid.hpp"
#include "deploy_plan/segmented_fit.hpp"
#include <cmath>
#include <limits>

using namespace deploy_plan;

namespace {

constexpr std::int64_t most = 9007199254740991; // the largest count of a file
constexpr double denormal = std::numeric_limits<double>::denorm_min();
constexpr double huge = std::numeric_limits<double>::max();

std::vector<Proportion> samples() {
  std::vector<Proportion> all;
  for (const std::int64_t exposed : {std::int64_t{1}, std::int64_t{1000}, most})
    for (const std::int64_t converted :
         {std::int64_t{0}, std::int64_t{1}, exposed / 3, exposed / 2, exposed - 1, exposed})
      all.push_back({exposed, converted});
  return all;
}

const std::vector<double> shares{denormal, 1e-300, 1e-9, 0.05, 0.5, 0.95, 1 - 1e-9, std::nextafter(1.0, 0.0)};
const std::vector<double> tails{denormal, 1e-300, 0.05, 0.5, std::nextafter(1.0, 0.0)};

bool is_probability(double value) { return value >= 0 && value <= 1; }
bool is_share_of(const Interval& interval, double within) {
  return 0 <= interval.low && interval.low <= within + 1e-12 && within - 1e-12 <= interval.high &&
         interval.high <= 1;
}
bool is_size(const std::optional<double>& size) { return !size || (std::isfinite(*size) && *size >= 0); }
} // namespace

TEST_CASE("intervals of a sample hold its rate, whatever is counted") {
  for (const Proportion& one : samples())
    for (const double tail : tails) {
      CAPTURE(one.exposed, one.converted, tail);
      CHECK(is_share_of(wilson(one, 1 - tail), one.rate()));
      CHECK(is_share_of(clopper_pearson(one, 1 - tail), one.rate()));
    }
}

TEST_CASE("samples compared give probabilities, whatever is counted") {
  for (const Proportion& a : samples())
    for (const Proportion& b : samples()) {
      CAPTURE(a.exposed, a.converted, b.exposed, b.converted);
      CHECK(is_probability(z_test(a, b)));
      if (std::min({a.converted + b.converted, a.exposed - a.converted + b.exposed - b.converted, a.exposed,
                    b.exposed}) < 1000000) // else tens of millions of tables, one by one
        CHECK(is_probability(fisher_test(a, b)));
      const double better = probability_better(a, b);
      CHECK(is_probability(better));
      CHECK(better + probability_better(b, a) == Approx(1).margin(1e-6));
      const Interval difference = newcombe(a, b, 0.95);
      CHECK(difference.low <= b.rate() - a.rate() + 1e-12);
      CHECK(difference.high >= b.rate() - a.rate() - 1e-12);
      for (const double share : {denormal, 1e-9, 0.5, std::nextafter(1.0, 0.0), 1.0}) {
        const AlwaysValid always = always_valid_ratio(a, b, share, 0.05);
        CHECK(is_probability(always.p_value));
        CHECK(always.interval.low >= 0);
        CHECK(always.interval.high >= always.interval.low);
      }
    }
}

TEST_CASE("a sample against a threshold gives probabilities, whatever is counted") {
  for (const Proportion& one : samples())
    for (const double threshold : shares) {
      CAPTURE(one.exposed, one.converted, threshold);
      CHECK(is_probability(above_threshold(one, threshold)));
      for (const double tail : tails) {
        const AlwaysValid always = always_valid_rate(one, threshold, tail);
        CHECK(is_probability(always.p_value));
        CHECK(is_share_of(always.interval, one.rate()));
      }
    }
}

TEST_CASE("counts of any size keep their digits at any time") {
  // The same distance from a half in standard deviations: the evidence moves with the size as a mixture's
  // does, by half its logarithm, down to the digits that lie between neighbouring counts.
  const double deviations = 10;
  std::optional<double> before;
  for (const double size : {1e6, 1e9, 1e12, 9e15}) {
    const auto exposed = static_cast<std::int64_t>(size);
    const auto converted = static_cast<std::int64_t>(size / 2 + deviations * std::sqrt(size) / 2);
    const double evidence =
        -std::log(always_valid_rate({exposed, converted}, 0.5, 0.05).p_value) + std::log(size) / 2;
    CAPTURE(size, evidence);
    if (before)
      CHECK(evidence == Approx(*before).margin(0.01));
    before = evidence;
  }
}

TEST_CASE("sizes are sizes or nothing, whatever is asked") {
  for (const double rate : shares)
    for (const double higher : shares)
      for (const double tail : tails)
        for (const double power : {0.8, 0.999999999999}) {
          CAPTURE(rate, higher, tail, power);
          for (const double ratio : {denormal, 1.0, huge})
            CHECK(is_size(sample_size(rate, higher, tail, power, ratio)));
          CHECK(is_size(binomial_size(rate, higher, tail, power)));
          CHECK(is_size(detectable_effect(rate, 1000, tail, power)));
        }
  for (const double threshold : shares)
    for (const std::int64_t size : {std::int64_t{1}, std::int64_t{1000}, most})
      for (const double tail : tails) {
        CAPTURE(threshold, size, tail);
        CHECK(is_size(detectable_above(threshold, size, tail, 0.8)));
      }
}

TEST_CASE("a sequence of thousands of counts and hundreds of starts is fitted as a short one is") {
  std::vector<double> counts;
  std::vector<std::size_t> starts;
  for (std::size_t start = 0; start < 400; ++start)
    starts.push_back((400 - start) * 9); // in any order
  double level = std::log(50);
  std::vector<double> steps(400);
  for (std::size_t t = 0; t < 4000; ++t) {
    for (std::size_t start = 0; start < 400; ++start)
      if (starts[start] == t) {
        steps[start] = start % 2 == 0 ? 0.1 : -0.1;
        level += steps[start];
      }
    counts.push_back(std::exp(level + 0.0001 * static_cast<double>(t)));
  }
  const auto fit = segmented_fit(counts, starts);
  REQUIRE(fit);
  CHECK(fit->level == Approx(std::log(50)).epsilon(1e-6));
  CHECK(fit->trend == Approx(0.0001).epsilon(1e-6));
  for (std::size_t start = 0; start < 400; ++start)
    CHECK(fit->changes[start].log_ratio == Approx(steps[start]).epsilon(1e-5));
  CHECK(fit->fitted[3999] == Approx(counts.back()).epsilon(1e-6));
  CHECK(detectable_change({80000, starts, 0, fit->sigma + 0.1, 0.3}, 7, 0.05, 0.8));
}

TEST_CASE("a split of nothing, or of thousands, is told or left untold") {
  const std::vector<std::int64_t> equal(3600, 5);
  CHECK(*sample_ratio_mismatch(equal, std::vector<double>(3600, 1)) == 1);
  const std::int64_t exposed[] = {100, 100};
  const double nothing[] = {denormal, 1};
  CHECK(sample_ratio_mismatch(exposed, nothing).value_or(0) == 0);
  const double beyond[] = {huge, huge};
  CHECK(is_probability(sample_ratio_mismatch(exposed, beyond).value_or(0)));
}

TEST_CASE("laws answer at their ends") {
  using namespace analysis;
  const std::vector<double> values{denormal, 1e-300, 0.5, 1, 31, 1e5, 1e8, 1e12, 9007199254740992.0};
  for (const double a : values)
    for (const double b : values) {
      const BetaLaw law(a, b);
      for (const double x : shares) {
        CAPTURE(a, b, x);
        CHECK(is_probability(law.below(x)));
        CHECK(is_probability(law.above(x)));
        CHECK(law.density(x) >= 0);
        CHECK(is_probability(law.quantile(x)));
        CHECK(is_probability(law.upper_quantile(x)));
      }
    }
  for (const double tail : {0.0, denormal, 1e-300, 0.5, 1.0}) {
    CHECK(std::isfinite(normal_upper_quantile(tail)));
    for (const double degrees : {1.0, 2.0, 1e6})
      CHECK(std::isfinite(student_upper_quantile(tail, degrees)));
  }
  for (const double statistic : {0.0, denormal, 1.0, 3600.0, 1e15, huge})
    for (const double degrees : {1.0, 2.0, 3599.0, 1e6}) {
      CHECK(is_probability(chi_squared_above(statistic, degrees)));
      CHECK(is_probability(student_beyond(statistic, degrees)));
    }
}

TEST_CASE("huge counts are told as large ones are, from one method to the next") {
  using namespace analysis;
  for (const double share : {0.5, 0.1, 0.99})
    for (const double deviations : {-6.0, -2.0, 0.001, 1.0, 5.0}) {
      const double size = 1.05e8 / std::min(share, 1 - share); // just beyond where the method changes
      const double x = share + deviations * std::sqrt(share * (1 - share) / size);
      const BetaLaw by_expansion(size * share, size * (1 - share));
      const BetaLaw by_series(0.94 * size * share, 0.94 * size * (1 - share));
      CAPTURE(share, deviations);
      const double nearer = share + (x - share) / std::sqrt(0.94);
      CHECK(by_expansion.below(x) == Approx(by_series.below(nearer)).epsilon(1e-3));
      CHECK(by_expansion.below(x) + by_expansion.above(x) == Approx(1).epsilon(1e-12));
      CHECK(by_expansion.quantile(by_expansion.below(x)) == Approx(x).epsilon(1e-12));
    }
  // 40 digits by quadrature, mpmath.
  CHECK(BetaLaw(1e8, 9e8).below(0.1 - 2 * std::sqrt(0.09 / 1e9)) ==
        Approx(0.02274557875717934).epsilon(1e-10));
}
