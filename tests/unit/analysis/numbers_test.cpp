// Numbers by chance and uncertain numbers: exact moments and quantiles.
#include "analysis/numbers/random.hpp"
#include "analysis/numbers/sampling.hpp"
#include "catch.hpp"
#include "deploy_plan/statistics.hpp"
#include "deploy_plan/uncertainty.hpp"
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

using namespace deploy_plan;

namespace {

Uncertain form(const std::function<void(Uncertain&)>& set) {
  Uncertain number;
  set(number);
  return number;
}

/// Kolmogorov and Smirnov's statistic over its 1 % limit; the moments to four standard errors.
template <class Distribution>
void check_law(const Uncertain& number, Distribution law, double low = 0, double range = 1) {
  constexpr int count = 20000;
  const analysis::Law drawn_law(number);
  analysis::Random random(42);
  std::vector<double> drawn;
  double sum = 0;
  for (int i = 0; i < count; ++i) {
    drawn.push_back(drawn_law.draw(random));
    sum += drawn.back();
  }
  std::sort(drawn.begin(), drawn.end());
  double apart = 0;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const double below = cdf(law, std::clamp((drawn[i] - low) / range, -1e300, 1e300));
    apart = std::max({apart, std::abs(below - static_cast<double>(i) / count),
                      std::abs(below - static_cast<double>(i + 1) / count)});
  }
  CHECK(apart * std::sqrt(static_cast<double>(count)) < 1.63);
  const double exact_mean = low + range * mean(law);
  const double error = range * standard_deviation(law) / std::sqrt(static_cast<double>(count));
  CHECK(std::abs(sum / count - exact_mean) < 4 * error);
  CHECK(estimate(number)->value == Approx(exact_mean));
}
} // namespace

TEST_CASE("each form is drawn from its law") {
  constexpr double z = 1.6448536269514722;
  check_law(form([](Uncertain& one) { one.low = 20, one.high = 80; }),
            boost::math::lognormal((std::log(20.0) + std::log(80.0)) / 2,
                                   (std::log(80.0) - std::log(20.0)) / (2 * z)));
  check_law(form([](Uncertain& one) { one.low = -20, one.high = 80; }), boost::math::normal(30, 50 / z));
  check_law(form([](Uncertain& one) { one.mean = 5, one.sd = 2; }), boost::math::normal(5, 2));
  check_law(form([](Uncertain& one) { one.min = 20, one.mode = 60, one.max = 180; }),
            boost::math::beta_distribution<>(1 + 4.0 * 40 / 160, 1 + 4.0 * 120 / 160), 20, 160);
  check_law(form([](Uncertain& one) { one.min = 20, one.mode = 20, one.max = 180; }),
            boost::math::beta_distribution<>(1, 5), 20, 160);
  CHECK_FALSE(analysis::Law(form([](Uncertain& one) { one.value = 7; })).varies());
  CHECK_FALSE(analysis::Law(form([](Uncertain& one) { one.low = 7, one.high = 7; })).varies());
}

TEST_CASE("rank correlations are Spearman's") {
  const auto correlation = [](const std::vector<double>& a, const std::vector<double>& b) {
    return analysis::rank_correlation(analysis::ranks(a), analysis::ranks(b));
  };
  CHECK(correlation({1, 2, 3, 4, 5}, {5, 6, 7, 8, 7}) == Approx(0.8207826816681233)); // SciPy 1.10
  CHECK(correlation({1, 2, 3}, {9, 4, 1}) == Approx(-1));
  CHECK(correlation({1, 1, 1}, {9, 4, 1}) == 0);
}

TEST_CASE("random numbers: quantiles are those of Boost, uniform and normal pass Kolmogorov and Smirnov") {
  for (const double probability : {1e-300, 1e-20, 1e-5, 0.01, 0.0749, 0.3, 0.5, 0.7, 0.93, 0.9999, 1 - 1e-12})
    CHECK(analysis::normal_quantile_as241(probability) ==
          Approx(normal_quantile(probability)).epsilon(1e-14));
  // Reference stream of xoshiro256++ with state {1, 2, 3, 4} is not reachable by seeds; what is held here is
  // that streams differ and are uniform.
  constexpr int count = 20000;
  for (const std::uint64_t stream : {0U, 1U, 77U}) {
    analysis::Random random(42, stream);
    std::vector<double> drawn;
    for (int i = 0; i < count; ++i)
      drawn.push_back(0.5 * std::erfc(-random.normal() / std::sqrt(2.0)));
    std::sort(drawn.begin(), drawn.end());
    double apart = 0;
    for (int i = 0; i < count; ++i)
      apart = std::max({apart, std::abs(drawn[static_cast<std::size_t>(i)] - static_cast<double>(i) / count),
                        std::abs(drawn[static_cast<std::size_t>(i)] - static_cast<double>(i + 1) / count)});
    CHECK(apart * std::sqrt(static_cast<double>(count)) < 1.63); // p of 0.01
  }
}

TEST_CASE("uncertain numbers have the means and percentiles of their laws") {
  // Reference figures: the formula, and Simpson's rule with bisection on the beta density, in Python 3.11.
  const auto between = [](double low, double high) {
    return form([&](Uncertain& one) { one.low = low, one.high = high; });
  };
  CHECK(estimate(between(10, 40))->value == Approx(21.857033201624922).epsilon(1e-12));
  CHECK(estimate(between(-10, 40))->value == 15);
  Uncertain pert;
  pert.min = 2;
  pert.mode = 5;
  pert.max = 12;
  CHECK(estimate(pert)->value == Approx(34.0 / 6));
  CHECK(*estimate(pert)->low == Approx(2.95704284).epsilon(1e-8));
  CHECK(*estimate(pert)->high == Approx(8.91551018).epsilon(1e-8));
  CHECK_FALSE(estimate(between(40, 10)));
}

TEST_CASE("draws are summed up by the values that so many of them are at most") {
  analysis::Random random(7);
  for (const std::size_t count : {1, 2, 3, 10, 1000}) {
    std::vector<double> drawn;
    for (std::size_t i = 0; i < count; ++i)
      drawn.push_back(random.normal());
    const analysis::DrawSummary told = analysis::summary_of(drawn);
    CAPTURE(count);
    CHECK(told.median == analysis::quantile_of(drawn, 0.5));
    CHECK(told.low == analysis::quantile_of(drawn, 0.05));
    CHECK(told.high == analysis::quantile_of(drawn, 0.95));
  }
}

TEST_CASE("gamma draws of small shapes have their moments, and a seed of a name is its own") {
  analysis::Random random(11);
  for (const double shape : {0.5, 0.9, 3.0}) {
    double sum = 0;
    constexpr int count = 20000;
    for (int i = 0; i < count; ++i)
      sum += analysis::gamma_draw_of_any_shape(random, shape);
    CHECK(sum / count == Approx(shape).margin(4 * std::sqrt(shape / count)));
  }
  CHECK(analysis::seed_of(1, "a") != analysis::seed_of(1, "b"));
  CHECK(analysis::seed_of(1, "a") != analysis::seed_of(2, "a"));
}
