// Uncertain numbers, drawn: exact moments and quantiles, and plans over them.
#include "analysis/numbers/sampling.hpp"
#include "deploy_plan/plan.hpp"
#include "examples.hpp"
#include "golden/golden.hpp"
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

using namespace deploy_plan;
using namespace deploy_plan::test;

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

TEST_CASE("a plan is simulated over its effects, the same for a seed") {
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  PlanOptions options;
  options.frontier = 0;
  const Plan one = *plan({&strategy, 1}, day, options).plan;
  REQUIRE(one.simulated);
  CHECK((one.simulated->low < one.simulated->median && one.simulated->median < one.simulated->high));
  CHECK(one.simulated->median == plan({&strategy, 1}, day, options).plan->simulated->median);
  CHECK(one.actions[one.simulated->inputs.front().action].id == "syndicats");
  options.seed = 2;
  CHECK(one.simulated->median != plan({&strategy, 1}, day, options).plan->simulated->median);
}

TEST_CASE("a more confident plan costs more, and one that is too sure is refused") {
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  PlanOptions options;
  options.frontier = 0;
  double before = 0;
  for (const double confidence : {0.1, 0.3, 0.5}) {
    options.confidence = confidence;
    const Plan one = *plan({&strategy, 1}, day, options).plan;
    CHECK(one.simulated->probability >= confidence);
    CHECK(one.full_cost > before);
    before = one.full_cost;
  }
  options.confidence = 0.9;
  CHECK(plan({&strategy, 1}, day, options).plan->status == PlanStatus::infeasible);
}
