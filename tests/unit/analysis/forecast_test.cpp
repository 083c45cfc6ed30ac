// Forecasts: what is told of a series, and that nothing depends on more than the seed.
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

double wobble(int month) { return (month * 7 % 5 - 2) * 3.0; }
} // namespace

TEST_CASE("too few observations have no figures to come, and neither have those that bear no model") {
  const auto told = [](const std::vector<Observation>& points) {
    const SeriesForecast one = forecast(observed(points), day, {}).series.front();
    CHECK(one.points.empty() == one.no_trend.has_value());
    return one.no_trend;
  };
  const auto line = [](int m) { return 10.0 * m + wobble(m) / 3; };
  CHECK(told(monthly(5, line)) == NoTrend::few_observations);
  CHECK_FALSE(told(monthly(6, line)));
  CHECK(told(monthly(9, [](int) { return 7.0; })) == NoTrend::nothing_moves);
  CHECK(told(monthly(9, [](int) { return 0.0; })) == NoTrend::nothing_moves);
  CHECK(told(monthly(9, [](int m) { return m < 4 ? 7.0 : 90.0; })) == NoTrend::one_jump);
  CHECK(told(monthly(9, [](int m) { return 900.0 - 10 * m; })) == NoTrend::falls);
}

TEST_CASE("forecasts go on from the newest observation, and are held within the market") {
  const auto line = monthly(12, [](int m) { return 8000 + 160 * m + wobble(m); });
  const auto told = forecast(observed(line, 10000), day, {}).series.front();
  CHECK(told.points.front().low <= told.points.front().value);
  CHECK(told.points.front().value == Approx(line.back().value + 162).epsilon(0.03));
  for (const ForecastPoint& point : told.points) {
    CHECK((0 <= point.low && point.low <= point.value && point.value <= point.high));
    CHECK(point.high <= 20000);
  }
}

TEST_CASE("goals: those passed are certain, those to come have a probability and a day") {
  Strategy strategy = observed(monthly(12, [](int m) { return 1000 + 100 * m + wobble(m); }));
  strategy.market.share_goals = {{"", TierName::addressed, 0.15, day - std::chrono::days(400), "", {}, {}},
                                 {"", TierName::addressed, 0.25, day + std::chrono::days(60), "", {}, {}},
                                 {"", TierName::addressed, 0.25, day + std::chrono::days(300), "", {}, {}}};
  const auto goals = forecast(strategy, day, {}).series.front().goals;
  CHECK(*goals[0].outlook.as_committed.probability == 1);
  CHECK(*goals[1].outlook.as_committed.probability < 0.5);
  const Outlook& later = goals[2].outlook.as_committed;
  CHECK(*later.probability > 0.8);
  CHECK(later.rating == OutlookClass::likely);
  REQUIRE(later.reached);
  CHECK((*later.earliest <= *later.reached && *later.reached <= *later.latest));
}

TEST_CASE("of a goal whose day is past, and on whose day nothing was seen, no future is told") {
  Strategy strategy = observed(monthly(12, [](int m) { return 1000 + 100 * m + wobble(m); }));
  strategy.market.share_goals = {{"", TierName::addressed, 0.25, day + std::chrono::days(60), "", {}, {}}};
  CHECK(forecast(strategy, day + std::chrono::days(60), {}).series.front().goals.size() == 1);
  CHECK(forecast(strategy, day + std::chrono::days(61), {}).series.front().goals.empty());
}

TEST_CASE("the launch stands before the observations, at nothing, and is none of them") {
  Strategy strategy = observed(monthly(12, [](int m) { return 100 + 20.0 * m + wobble(m); }));
  strategy.solution = Solution{};
  strategy.solution->launched = day - std::chrono::days(500);
  const auto told = forecast(strategy, day, {}).series.front();
  CHECK(told.launch_added);
  CHECK(told.observed.front().value == 0);
  CHECK(told.observed.size() == 13);
  strategy.market.penetrated->observations->points.resize(5);
  CHECK(forecast(strategy, day, {}).series.front().no_trend == NoTrend::few_observations);
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

TEST_CASE("a horizon changes which days are told, and nothing that is told of a goal") {
  Strategy strategy = observed(monthly(12, [](int m) { return 1000 + 100 * m + wobble(m); }));
  strategy.market.share_goals = {{"", TierName::addressed, 0.4, day + std::chrono::days(200), "", {}, {}}};
  ForecastOptions far;
  far.horizon = day + std::chrono::days(3000);
  const auto near = forecast(strategy, day, {}).series.front();
  const auto told = forecast(strategy, day, far).series.front();
  CHECK(told.points.back().date == *far.horizon);
  CHECK(near.points.back().date < *far.horizon);
  const Outlook& a = near.goals.front().outlook.as_committed;
  const Outlook& b = told.goals.front().outlook.as_committed;
  CHECK(a.probability == b.probability);
  CHECK(a.reached == b.reached);
  CHECK(a.latest == b.latest);
  for (const ForecastPoint& one : near.points)
    for (const ForecastPoint& same : told.points)
      if (one.date == same.date)
        CHECK(one.high == same.high);
}

TEST_CASE("series are told in their order whatever the threads, with progress") {
  Strategy strategy = observed(monthly(12, [](int m) { return 1000 + 100 * m + wobble(m); }));
  Objective falls;
  falls.id = "waiting";
  falls.target = {100, day + std::chrono::days(90), {}, {}};
  falls.observations = Series{monthly(12, [](int m) { return 900 - 50.0 * m + wobble(m); }), "", "", {}};
  strategy.objectives.push_back(falls);
  const Forecast alone = forecast(strategy, day, {});
  REQUIRE(alone.series.size() == 2);
  CHECK(*alone.series[1].goals.front().outlook.as_committed.probability > 0); // towards 100, downwards
  std::size_t steps = 0;
  ForecastOptions options;
  options.threads = 3;
  options.progress = [&](std::size_t done, std::size_t of) { steps += done <= of ? 1 : 0; };
  const Forecast shared = forecast(strategy, day, options);
  CHECK(steps == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(shared.series[i].id == alone.series[i].id);
    CHECK(shared.series[i].points.back().high == alone.series[i].points.back().high);
  }
}

TEST_CASE("the past of a steady pace is forecast nearly, and told from eight observations on") {
  const auto of = [](int count) {
    return forecast(observed(monthly(count, [](int m) { return 500 + 30.0 * m + wobble(m); })), day, {})
        .series.front()
        .backtest;
  };
  CHECK_FALSE(of(7));
  CHECK(of(8));
  const auto long_one = of(30);
  REQUIRE(long_one);
  CHECK(long_one->error < 25);
  CHECK(long_one->coverage > 0.8);
  CHECK(long_one->widened >= 1);
}

TEST_CASE("a ceiling that is given is a market that nothing goes beyond; alone, what a model tends to") {
  const auto points = monthly(14, [](int m) { return 300.0 * m + 12.0 * m * m + wobble(m); });
  ForecastOptions options;
  options.ceiling = 7000;
  options.horizon = day + std::chrono::days(3000);
  const auto told = forecast(observed(points), day, options).series.front();
  for (const ForecastPoint& one : told.points)
    CHECK(one.high <= 7000);
  CHECK(told.points.back().low < 6000); // what it tends to below it is not known
  options.model = TrendModel::bass;
  CHECK(forecast(observed(points), day, options).series.front().models.front().ceiling == 7000);
}
