// Trends against series whose future is known: a small run of what tests/bench/trends does whole, with bounds
// that right code holds with certainty.
#include "catch.hpp"
#include "trend_truths.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

constexpr std::uint64_t trend_seed = 400;
constexpr std::uint64_t series_a_cell = 40;
constexpr std::size_t draws_a_series = 300;

struct TrendRun {
  std::vector<CellScore> cells; ///< sums, in the order of truths and of months
  SaidAndMet goals;
};

TrendRun small_run() {
  TrendRun run;
  for (const Truth truth : every_truth)
    for (const int months : months_seen) {
      CellScore cell;
      for (std::uint64_t i = 0; i < series_a_cell; ++i)
        cell += scored(truth, months, trend_seed + i, draws_a_series, run.goals);
      run.cells.push_back(cell);
    }
  return run;
}

CellScore mean_where(const TrendRun& run, bool growing) {
  CellScore sum;
  std::size_t cell = 0;
  for (const Truth truth : every_truth)
    for (std::size_t i = 0; i < std::size(months_seen); ++i, ++cell)
      if (!is_declared(truth) && grows(truth) == growing)
        sum += run.cells[cell];
  return sum.mean();
}
} // namespace

TEST_CASE("nine intervals of ten hold the truth, whatever the truth is like, and are not wide for that") {
  const TrendRun run = small_run();
  for (std::size_t cell = 0; cell < run.cells.size(); ++cell) {
    CAPTURE(cell / std::size(months_seen), months_seen[cell % std::size(months_seen)]);
    CHECK(run.cells[cell].mean().covered >= 0.7);
  }
  // A market that has filled moves little: with a variance that did not follow the mean, twice as wide.
  const std::size_t full = 3 * std::size(months_seen) + 2;
  REQUIRE((every_truth[3] == Truth::plateau && months_seen[2] == 24));
  CHECK(run.cells[full].mean().width <= 3);
  const CellScore within = mean_where(run, true);
  const CellScore outside = mean_where(run, false);
  CHECK(within.covered >= 0.83);
  CHECK(outside.covered >= 0.86);
  CHECK(outside.covered <= 0.97);
  CHECK(within.pinball <= 0.45);
  CHECK(outside.pinball <= 0.45);
  CHECK(within.error < std::min({within.drift_error, within.ets_error, within.arima_error}));
  CHECK(outside.error <= 1.05 * std::min({outside.drift_error, outside.ets_error, outside.arima_error}));
  REQUIRE((run.goals.said[0] > 0 && run.goals.said[2] > 0));
  CHECK(run.goals.met[2] >= 0.8 * run.goals.said[2]);
  CHECK(run.goals.met[0] <= 0.2 * run.goals.said[0]);
}

TEST_CASE("a farther day widens intervals") {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const TrueSeries series = true_series(Truth::straight, 24, 900 + seed);
    const analysis::Trend trend(subject_of(Truth::straight, series, 24));
    const Date days[] = {month_day(24), month_day(29), month_day(41)};
    std::array<std::vector<double>, 3> drawn;
    std::array<double, 3> values{};
    for (std::size_t i = 0; i < draws_a_series; ++i) {
      trend.draw(analysis::Random(seed, i), days, values);
      for (std::size_t k = 0; k < values.size(); ++k)
        drawn[k].push_back(values[k]);
    }
    double before = 0;
    for (std::size_t k = 0; k < drawn.size(); ++k) {
      const auto told = analysis::summary_of(drawn[k]);
      CHECK(told.high - told.low > before);
      before = told.high - told.low;
    }
  }
}

TEST_CASE("segments of one market foretell each other better than each foretells itself") {
  constexpr int months = 9;
  CellScore alone;
  CellScore pooled;
  SaidAndMet goals;
  for (std::uint64_t i = 0; i < 80; ++i) {
    const auto segments = alike_segments(4, months, trend_seed + i);
    std::vector<std::vector<Observation>> others;
    for (const TrueSeries& one : segments)
      others.push_back(subject_of(Truth::bass, one, months).points);
    analysis::TrendSubject subject = subject_of(Truth::bass, segments[0], months);
    alone += scored(analysis::Trend(subject), segments[0], months, i, draws_a_series, goals);
    for (std::size_t other = 1; other < others.size(); ++other)
      subject.related.push_back({others[other], addressed_market});
    pooled += scored(analysis::Trend(subject), segments[0], months, i, draws_a_series, goals);
  }
  CHECK(pooled.mean().error < alone.mean().error);
  CHECK(pooled.mean().pinball < alone.mean().pinball);
  CHECK(pooled.mean().width < alone.mean().width);
  CHECK(pooled.mean().covered >= 0.75);
}
