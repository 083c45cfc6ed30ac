#include "analysis/sequence/autoregression.hpp"
#include "analysis/sequence/placebos.hpp"
#include "analysis/sequence/segments.hpp"
#include "catch.hpp"
#include "deploy_plan/segmented_fit.hpp"
#include "deploy_plan/trial_design.hpp"
#include "trials.hpp"
#include <cmath>

using namespace deploy_plan;

namespace {

bool is_finite(const Interval& interval) {
  return std::isfinite(interval.low) && std::isfinite(interval.high) && interval.low <= interval.high;
}
void check_finite(const std::vector<double>& counts, std::size_t start, double year = 0) {
  const auto fit = segmented_fit(counts, std::vector<std::size_t>{start}, year);
  REQUIRE(fit);
  CHECK(std::isfinite(fit->changes[0].log_ratio));
  CHECK(fit->changes[0].standard_error > 0);
  CHECK(fit->dispersion >= 1);
  CHECK(std::abs(fit->autocorrelation) < 1);
  CHECK((p_value(*fit, 0) >= 0 && p_value(*fit, 0) <= 1));
  CHECK(is_finite(interval(*fit, 0, 0.95)));
  const AlwaysValid any_time = always_valid(*fit, 0, 0.05);
  CHECK((any_time.p_value >= 0 && any_time.p_value <= 1));
  CHECK(is_finite(any_time.interval));
}

/// Months that double from the middle on, with a season of its own length.
deploy_plan::Test seasonal(int months, double ratio, double season) {
  deploy_plan::Test test;
  test.protocol = Protocol::sequence;
  test.planned_size = months;
  test.series.emplace();
  Date date = std::chrono::year{2023} / 1 / 1;
  for (int month = 0; month < months; ++month) {
    if (month == months / 2)
      test.starts.push_back({date, "letter", {}});
    test.series->points.push_back(
        {date,
         std::round((month < months / 2 ? 100 : 100 * ratio) * std::exp(season * std::sin(month * 0.5236)) *
                    (1 + 0.05 * std::cos(month * 2.5))),
         {}});
    date = std::chrono::year_month_day{date} + std::chrono::months{1};
  }
  return test;
}
} // namespace

TEST_CASE("least squares of a known autocorrelation are those of the whole matrix") {
  // Two segments, a trend, four counts: by hand, with the correlations' inverse written out.
  const analysis::SharedColumns columns({{-0.5, -1.0 / 6, 1.0 / 6, 0.5}, {1, 2, 4, 9}});
  const analysis::LeastSquares told = analysis::Autoregression(columns, {0, 2, 4}).at(0);
  CHECK(told.shared[0] == Approx(9));
  CHECK(told.levels[0] == Approx(4.5));
  CHECK(told.levels[1] == Approx(3.5));
  CHECK(told.residual == Approx(4));
  CHECK(told.change_variances[0] == Approx(5));
}

TEST_CASE("awkward series give finite figures") {
  check_finite({5, 5, 5, 5, 5, 5, 5, 5, 5, 5}, 5);          // constant
  check_finite({0, 3, 0, 2, 1, 0, 4, 6, 5, 7, 3, 8}, 6);    // with zeros
  check_finite({1e-9, 2e-9, 1e-9, 3e-9, 4e-9, 2e-9, 0}, 3); // in a large unit
  check_finite({1e300, 2e300, 1e300, 3e300, 4e300, 2e300}, 3);
  check_finite({1, 2, 4, 8, 16, 32, 64, 128, 256, 512}, 5); // nothing but a trend
  check_finite({10, 12, 9, 11}, 2);                         // a degree of freedom
  std::vector<double> walk;
  for (int t = 0; t < 60; ++t)
    walk.push_back(1000 * std::exp(std::sin(t * 0.05) + 0.3 * std::sin(t * 0.021)));
  check_finite(walk, 30, 12); // autocorrelation at its border
}

TEST_CASE("what cannot be told is not") {
  const std::vector<std::size_t> start{2};
  CHECK_FALSE(segmented_fit(std::vector<double>{0, 0, 0, 0, 0}, start));
  CHECK_FALSE(segmented_fit(std::vector<double>{0, 0, 3, 4, 5}, start));
  CHECK_FALSE(segmented_fit(std::vector<double>{1, 2, 3}, start));
  CHECK_FALSE(segmented_fit(std::vector<double>{1, 2, 3, 4, 5, 6}, std::vector<std::size_t>{3, 3}));
  CHECK_FALSE(detectable_change({4, {2, 2}, 0, 0.1, 0}, 0, 0.05, 0.8));
}

TEST_CASE("seasons are told from two years on") {
  CHECK(analysis::most_harmonics(12, 23) == 0);
  CHECK(analysis::most_harmonics(12, 24) == 2);
  CHECK(analysis::most_harmonics(4, 8) == 1);
  CHECK(analysis::most_harmonics(2, 20) == 0);
  CHECK(analysis::most_harmonics(0, 20) == 0);
  const Trial trial = test::read(seasonal(36, 1.6, 0.4));
  const auto& reading = std::get<SequenceReading>(trial.reading);
  CHECK(reading.harmonics >= 1);
  CHECK(reading.starts.front().ratio == Approx(1.6).epsilon(0.1));
  CHECK(static_cast<int>(trial.verdict) == static_cast<int>(Verdict::adopt));
}

TEST_CASE("fictitious starts lie some counts from others, before the start") {
  const std::vector<std::size_t> starts{10, 20};
  CHECK(analysis::placebo_places(starts, 0) == std::vector<std::size_t>{3, 4, 5, 6, 7});
  CHECK(analysis::placebo_places(starts, 1) == std::vector<std::size_t>{3, 4, 5, 6, 7, 13, 14, 15, 16, 17});
  CHECK(analysis::placebo_places(std::vector<std::size_t>{5000}, 0).size() == 60);
  CHECK(analysis::placebo_places(std::vector<std::size_t>{4}, 0).empty());
}

TEST_CASE("a series that jumps by itself does not have its action adopted") {
  deploy_plan::Test test = seasonal(48, 1.3, 0);
  for (std::size_t month = 0; month < 48; ++month)                    // jumps of its own, up and down
    test.series->points[month].value *= month / 8 % 2 == 0 ? 1.5 : 1; // in no yearly round
  const Trial trial = test::read(test);
  CHECK(static_cast<int>(trial.verdict) != static_cast<int>(Verdict::adopt));
  CHECK(std::get<SequenceReading>(trial.reading).placebos > 0);
}

TEST_CASE("zeros on one side of a start are said") {
  deploy_plan::Test test = seasonal(24, 1, 0);
  for (std::size_t month = 0; month < 12; ++month)
    test.series->points[month].value = 0;
  CHECK(static_cast<int>(test::read(test).reason) == static_cast<int>(TrialReason::only_zeros));
}

TEST_CASE("a longer series shows less, resembling errors more") {
  const auto shown = [](std::size_t steps, double autocorrelation) {
    return *detectable_change({steps, {steps / 2}, 0, 0.2, autocorrelation}, 0, 0.05, 0.8);
  };
  CHECK(shown(100, 0) < shown(50, 0));
  CHECK(shown(100, 0.6) > shown(100, 0));
}

TEST_CASE("designs and readings ask for as many steps where errors resemble each other") {
  TrialWish wish{Protocol::sequence, 100, 0.3};
  wish.autocorrelation = 0.6;
  wish.pace = 1;
  const double designed = design_trial(wish)->size;
  const auto readable = [&](double steps) {
    const auto pairs = static_cast<std::size_t>(steps) / 2;
    return *readable_change({2 * pairs, {pairs}, 365.25 / 7, 0.1, 0.6}, 0, 0.05, 0.8);
  };
  CHECK(readable(designed) <= std::log1p(0.3));
  CHECK(readable(designed - 2) > std::log1p(0.3));
  const auto steps = static_cast<std::size_t>(designed);
  CHECK(detectable_change({steps, {steps / 2}, 365.25 / 7, 0.1, 0.6}, 0, 0.05, 0.8) < std::log1p(0.3));
}

TEST_CASE("the steps that a sequence still has to go are those that its design would ask for") {
  deploy_plan::Test test;
  test.protocol = Protocol::sequence;
  test.min_effect = 0.2;
  test.planned_size = 24;
  test.series.emplace();
  std::vector<double> counts;
  double error = 0;
  for (int week = 0; week < 24; ++week) {
    error = 0.6 * error + 0.1 * std::sin(week * week * 1.7);
    counts.push_back(std::round(400 * std::exp(error) * (week < 12 ? 1 : 1.05)));
    test.series->points.push_back({test::day - std::chrono::days{7 * (24 - week)}, counts.back(), {}});
  }
  test.starts.push_back({test.series->points[12].date, "letter", {}});
  const Trial trial = test::read(test);
  const std::vector<std::size_t> starts{12};
  const auto fit = segmented_fit(counts, starts, 365.25 / 7);
  REQUIRE(fit->autocorrelation > 0.2);
  REQUIRE(trial.go_on_until);
  const auto readable = [&](double steps) {
    return *readable_change(
        {static_cast<std::size_t>(steps), starts, 365.25 / 7, fit->sigma, fit->autocorrelation}, 0,
        trial.alpha, trial.power);
  };
  CHECK(static_cast<int>(trial.reason) == static_cast<int>(TrialReason::not_precise));
  CHECK(readable(*trial.go_on_until) <= std::log1p(0.2));
  CHECK(readable(*trial.go_on_until - 1) > std::log1p(0.2));
}
