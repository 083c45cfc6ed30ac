// Forecasts: which model, what is refused, and that nothing depends on more than the seed.
#include "deploy_plan/forecast.hpp"
#include "examples.hpp"
#include <cmath>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

template <class Value>
std::vector<Observation> monthly(int count, Value value) {
  std::vector<Observation> points;
  for (int month = 0; month < count; ++month)
    points.push_back({day + std::chrono::days(30 * (month - count)), value(month), {}});
  return points;
}

Strategy observed(std::vector<Observation> points, std::int64_t addressed = 10000) {
  Strategy strategy;
  strategy.period = {day, day + std::chrono::days(365), {}};
  Tier addressable;
  addressable.size = 2 * addressed;
  Tier reachable;
  reachable.size = addressed;
  Tier penetrated;
  penetrated.observations = Series{std::move(points), "", "", {}};
  strategy.market.addressable = addressable;
  strategy.market.addressed = reachable;
  strategy.market.penetrated = penetrated;
  return strategy;
}

double bass(double years, double p, double q, double ceiling) {
  const double gone = std::exp(-(p + q) * years);
  return ceiling * (1 - gone) / (1 + q / p * gone);
}
double wobble(int month) { return (month * 7 % 5 - 2) * 3.0; }
} // namespace

TEST_CASE("the model that made the observations is the one chosen") {
  const auto curve = monthly(36, [](int m) { return bass(m * 30 / 365.25, 0.03, 1.5, 10000) + wobble(m); });
  const auto told = forecast(observed(curve), day, {});
  REQUIRE(told.series.size() == 1);
  const SeriesForecast& one = told.series.front();
  CHECK(one.candidates[*one.chosen].model == GrowthModel::bass);
  CHECK(one.candidates[*one.chosen].p == Approx(0.03).epsilon(0.05));
  CHECK(one.candidates[*one.chosen].q == Approx(1.5).epsilon(0.05));
  const auto line = monthly(20, [](int m) { return 100 + 10 * m + wobble(m); });
  const auto straight = forecast(observed(line), day, {}).series.front();
  CHECK(straight.candidates[*straight.chosen].model == GrowthModel::linear);
  CHECK(straight.candidates[*straight.chosen].pace == Approx(10 * 365.25 / 30).epsilon(0.05));
}

TEST_CASE("too few observations, no growth and fits that mean nothing are said") {
  const auto problem = [](const std::vector<Observation>& points, GrowthModel model,
                          std::optional<double> ceiling = {}) {
    return fit_growth(model, points, ceiling).problem;
  };
  const auto line = [](int m) { return 10.0 * m + wobble(m) / 3; };
  CHECK(problem(monthly(3, line), GrowthModel::linear) == FitProblem::too_few);
  CHECK(problem(monthly(5, line), GrowthModel::bass, 1000) == FitProblem::too_few);
  CHECK(problem(monthly(9, [](int) { return 7.0; }), GrowthModel::linear) == FitProblem::no_growth);
  CHECK(problem(monthly(9, [](int) { return 0.0; }), GrowthModel::bass) == FitProblem::no_growth);
  const auto early = monthly(14, [](int m) { return bass(m / 12.0, 0.005, 1.2, 100000); });
  const FitProblem told = problem(early, GrowthModel::bass);
  CHECK((told == FitProblem::before_peak || told == FitProblem::ceiling_unbounded));
  const auto fading = monthly(30, [](int m) { return 900 * (1 - std::exp(-0.1 * m)); });
  CHECK(problem(fading, GrowthModel::bass) == FitProblem::no_imitation);
}

TEST_CASE("forecasts are conditional on the newest observation, and held within the market") {
  const auto line = monthly(12, [](int m) { return 8000 + 160 * m + wobble(m); });
  const auto told = forecast(observed(line, 9000), day, {}).series.front();
  CHECK(told.points.front().low <= told.points.front().value);
  CHECK(told.points.front().value == Approx(line.back().value + 162).epsilon(0.01));
  for (const ForecastPoint& point : told.points) {
    CHECK((0 <= point.low && point.low <= point.value && point.value <= point.high));
    CHECK(point.high <= 18000);
  }
}

TEST_CASE("goals: those passed are certain, those to come have a probability and a day") {
  Strategy strategy = observed(monthly(12, [](int m) { return 1000 + 100 * m + wobble(m); }));
  strategy.market.share_goals = {{"", TierName::addressed, 0.15, day - std::chrono::days(400), "", {}, {}},
                                 {"", TierName::addressed, 0.25, day + std::chrono::days(60), "", {}, {}},
                                 {"", TierName::addressed, 0.25, day + std::chrono::days(300), "", {}, {}}};
  const auto goals = forecast(strategy, day, {}).series.front().goals;
  CHECK(*goals[0].probability == 1);
  CHECK(*goals[1].probability < 0.5);
  CHECK(*goals[2].probability > 0.95);
  REQUIRE(goals[2].reached);
  CHECK((*goals[2].earliest <= *goals[2].reached && *goals[2].reached <= *goals[2].latest));
}

TEST_CASE("the launch stands before the observations, at nothing") {
  Strategy strategy = observed(monthly(12, [](int m) { return 100 + 20.0 * m + wobble(m); }));
  strategy.solution = Solution{};
  strategy.solution->launched = day - std::chrono::days(500);
  const auto told = forecast(strategy, day, {}).series.front();
  CHECK(told.launch_added);
  CHECK(told.observed.front().value == 0);
  CHECK(told.observed.size() == 13);
}

TEST_CASE("what is observed after the day does not count, and the same seed gives the same futures") {
  auto points = monthly(12, [](int m) { return 100 + 20.0 * m + wobble(m); });
  const auto before = forecast(observed(points), day, {}).series.front().points;
  points.push_back({day + std::chrono::days(5), 9999, {}});
  const auto after = forecast(observed(points), day, {}).series.front().points;
  REQUIRE(before.size() == after.size());
  CHECK(before.back().value == after.back().value);
  ForecastOptions other;
  other.seed = 2;
  CHECK(forecast(observed(points), day, other).series.front().points.back().high != after.back().high);
}

TEST_CASE("futures close a part of each gap, upwards and downwards, whatever the threads") {
  Strategy strategy = observed(monthly(12, [](int m) { return 1000 + 100 * m + wobble(m); }));
  strategy.market.share_goals = {{"", TierName::addressed, 0.25, day + std::chrono::days(60), "", {}, {}}};
  Objective falls;
  falls.id = "waiting";
  falls.target = {100, day + std::chrono::days(90), {}, {}};
  falls.observations = Series{monthly(12, [](int m) { return 900 - 50.0 * m + wobble(m); }), "", "", {}};
  strategy.objectives.push_back(falls);
  ForecastOptions options;
  Gap told = gap(strategy, day);
  add_closings(told, forecast(strategy, day, options));
  const Forecast futures = forecast(strategy, day, options);
  REQUIRE(told.goals[0].beneficiaries.closing);
  const Progress& way = told.goals[0].beneficiaries;
  CHECK(way.closing->median == Approx((futures.series[0].goals[0].then->value - *way.current) / *way.gap));
  CHECK(way.closing->low < way.closing->median);
  CHECK(way.closing->median < way.closing->high);
  CHECK(way.closing->probability == *futures.series[0].goals[0].probability);
  REQUIRE(told.objectives[0].progress.closing);
  CHECK(told.objectives[0].progress.closing->median > 0.4);
  CHECK(told.objectives[0].progress.closing->low < told.objectives[0].progress.closing->high);

  std::size_t steps = 0;
  options.threads = 3;
  options.progress = [&](std::size_t done, std::size_t of) { steps += done <= of ? 1 : 0; };
  const Forecast shared = forecast(strategy, day, options);
  CHECK(steps == 2);
  for (std::size_t i = 0; i < 2; ++i)
    CHECK(shared.series[i].points.back().high == futures.series[i].points.back().high);
}

TEST_CASE("a plan's gains come by its runs and lift the futures and the probabilities") {
  Strategy strategy = observed(monthly(12, [](int m) { return 1000 + 100 * m + wobble(m); }));
  strategy.market.share_goals = {{"", TierName::addressed, 0.25, day + std::chrono::days(60), "", {}, {}}};
  ForecastOptions options;
  options.lifts = {{"", {{day, 0}, {day + std::chrono::days(30), 100}, {day + std::chrono::days(60), 400}}}};
  CHECK(options.lifts[0].on(day - std::chrono::days(1)) == 0);
  CHECK(options.lifts[0].on(day + std::chrono::days(45)) == Approx(250));
  CHECK(options.lifts[0].on(day + std::chrono::days(900)) == 400);
  const auto told = forecast(strategy, day, options).series.front();
  CHECK(told.with_plan.back().value == Approx(told.points.back().value + 400));
  CHECK(*told.goals.front().probability_with_plan > *told.goals.front().probability);
}

TEST_CASE("backtests of a steady pace are near, and their intervals cover") {
  ForecastOptions options;
  options.backtest = 6;
  const auto told =
      forecast(observed(monthly(30, [](int m) { return 500 + 30.0 * m + wobble(m); })), day, options)
          .series.front();
  REQUIRE(told.backtest->model);
  CHECK(told.backtest->error < 15);
  CHECK(told.backtest->coverage > 0.8);
  options.backtest = 29;
  CHECK_FALSE(forecast(observed(monthly(30, [](int m) { return 1.0 * m; })), day, options)
                  .series.front()
                  .backtest->model);
}
