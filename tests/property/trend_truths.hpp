// Series whose future is known, and how well it was foretold: shared by the small run of the tests and the
// whole one of tests/bench.
#pragma once
#include "analysis/numbers/sampling.hpp"
#include "analysis/trend/trend.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>

namespace deploy_plan::test {

enum class Truth {
  straight,
  bass,
  logistic,
  plateau,
  drifting,
  correlated,
  season,
  step,
  step_declared,
  jump,
  jump_declared
};
inline constexpr Truth every_truth[] = {Truth::straight, Truth::bass,         Truth::logistic,
                                        Truth::plateau,  Truth::drifting,     Truth::correlated,
                                        Truth::season,   Truth::step,         Truth::step_declared,
                                        Truth::jump,     Truth::jump_declared};
inline constexpr int months_seen[] = {9, 12, 24};
inline constexpr int months_ahead = 6;
inline constexpr double addressed_market = 10000;
inline constexpr double addressable_market = 20000;

inline bool is_declared(Truth truth) {
  return truth == Truth::step_declared || truth == Truth::jump_declared;
}
inline bool grows(Truth truth) { return truth == Truth::bass || truth == Truth::logistic; }

struct TrueSeries {
  std::vector<double> values; ///< by month: those that are seen, then `months_ahead` more
  std::optional<int> step_at; ///< in the past, of what is declared
};

/// The mean gain of a month, which noise of 15 to 40 % of it goes with; no month loses.
class TrueGains {
public:
  explicit TrueGains(analysis::Random& random) : random_(random), noise_(0.15 + 0.25 * random.uniform()) {}
  double around(double mean) { return std::max(0.0, mean + noise_ * std::max(mean, 5.0) * random_.normal()); }

private:
  analysis::Random& random_;
  double noise_;
};

/// Contagion towards a ceiling: of 0.6 to 1.1 of the addressed market, or of a fifth of it, half reached.
inline TrueSeries growing(Truth truth, int months, analysis::Random& random) {
  TrueGains gains(random);
  const auto between = [&](double low, double high) { return low + (high - low) * random.uniform(); };
  const bool plateau = truth == Truth::plateau;
  const double ceiling = addressed_market * (plateau ? 0.2 : between(0.6, 1.1));
  const double p = truth == Truth::bass ? between(0.004, 0.016) : 0;
  const double q = plateau ? between(0.15, 0.35) : between(0.08, 0.25);
  TrueSeries series{{ceiling * (plateau ? between(0.5, 0.8) : between(0.02, 0.32))}, {}};
  for (int month = 1; month < months + months_ahead; ++month) {
    const double before = series.values.back();
    const double mean = (p + q * before / ceiling) * (ceiling - before);
    series.values.push_back(std::min(ceiling, before + gains.around(mean)));
  }
  return series;
}

/// A pace of 0.5 to 2 % of the addressed market a month, that nothing bounds; a step changes it to a third or
/// to thrice, a jump adds 3 to 8 months at once.
inline TrueSeries pacing(Truth truth, int months, analysis::Random& random) {
  TrueGains gains(random);
  const double base = addressed_market * (0.005 + 0.015 * random.uniform());
  TrueSeries series{{addressed_market * (0.01 + 0.05 * random.uniform())}, {}};
  const double phase = 2 * std::numbers::pi * random.uniform();
  const int step_at = 2 + static_cast<int>(random.uniform() * std::max(2, months - 8));
  const double change = random.uniform() < 0.5 ? 2 + random.uniform() : 0.3 + 0.2 * random.uniform();
  const double jump = base * (3 + 5 * random.uniform());
  double pace = base;
  double off = 0;
  for (int month = 1; month < months + months_ahead; ++month) {
    double mean = base;
    if (truth == Truth::drifting)
      mean = pace = std::max(0.1 * base, pace + 0.12 * base * random.normal());
    if (truth == Truth::correlated)
      mean = std::max(0.0, base + (off = 0.7 * off + 0.35 * base * random.normal()));
    if (truth == Truth::season)
      mean = base * (1 + 0.6 * std::sin(2 * std::numbers::pi * month / 12 + phase));
    if ((truth == Truth::step || truth == Truth::step_declared) && month >= step_at)
      mean = base * change;
    const bool jumps = (truth == Truth::jump || truth == Truth::jump_declared) && month == step_at;
    series.values.push_back(series.values.back() + gains.around(mean) + (jumps ? jump : 0));
  }
  if (is_declared(truth))
    series.step_at = step_at;
  return series;
}

/// Segments whose people adopt alike (Bass), each with its size, its beginning and its noise.
inline std::vector<TrueSeries> alike_segments(std::size_t count, int months, std::uint64_t seed) {
  analysis::Random random(seed, 5);
  const auto between = [&](double low, double high) { return low + (high - low) * random.uniform(); };
  const double p = between(0.004, 0.014);
  const double q = between(0.1, 0.25);
  std::vector<TrueSeries> segments(count);
  for (TrueSeries& series : segments) {
    TrueGains gains(random);
    const double ceiling = addressed_market * between(0.64, 0.96);
    series.values = {ceiling * between(0.03, 0.3)};
    for (int month = 1; month < months + months_ahead; ++month) {
      const double before = series.values.back();
      const double mean = (p + q * before / ceiling) * (ceiling - before);
      series.values.push_back(std::min(ceiling, before + gains.around(mean)));
    }
  }
  return segments;
}

inline TrueSeries true_series(Truth truth, int months, std::uint64_t seed) {
  analysis::Random random(seed,
                          static_cast<std::uint64_t>(truth) * 1000 + static_cast<std::uint64_t>(months));
  const bool towards = grows(truth) || truth == Truth::plateau;
  return towards ? growing(truth, months, random) : pacing(truth, months, random);
}

inline Date month_day(int month) {
  return std::chrono::year_month_day(std::chrono::year{2020} / 1 / 1 + std::chrono::months(month));
}

inline analysis::TrendSubject subject_of(Truth truth, const TrueSeries& series, int months) {
  analysis::TrendSubject subject;
  for (int month = 0; month < months; ++month)
    subject.points.push_back({month_day(month), series.values[static_cast<std::size_t>(month)], {}});
  subject.addressed = addressed_market;
  subject.most = addressable_market;
  if (series.step_at) // what comes with a month came after the day that ends the month before
    subject.events.push_back(
        {month_day(*series.step_at - 1) + std::chrono::days(truth == Truth::jump_declared ? 1 : 0),
         truth == Truth::jump_declared ? EventKind::step : EventKind::pace,
         {}});
  return subject;
}

/// Peers, which say where a series is so many steps later.
inline double drift_forecast(const std::vector<double>& y, int steps) {
  return y.back() + steps * (y.back() - y.front()) / static_cast<double>(y.size() - 1);
}

/// ETS(A, A or Ad, N): Holt's trend, damped where that fits better, by least squares of one step over a grid.
inline double ets_forecast(const std::vector<double>& y, int steps) {
  double least = HUGE_VAL;
  double told = 0;
  const std::size_t begin = std::min<std::size_t>(3, y.size() - 1);
  for (double alpha = 0.1; alpha < 1; alpha += 0.15)
    for (double beta = 0.05; beta < 1; beta += 0.15)
      for (const double damping : {0.8, 0.9, 0.98, 1.0}) {
        double level = y[0];
        double trend = (y[begin] - y[0]) / static_cast<double>(begin);
        double squares = 0;
        for (std::size_t i = 1; i < y.size(); ++i) {
          const double expected = level + damping * trend;
          const double error = y[i] - expected;
          squares += error * error;
          level = expected + alpha * error;
          trend = damping * trend + alpha * beta * error;
        }
        if (squares >= least)
          continue;
        least = squares;
        told = level;
        double weight = damping;
        for (int step = 0; step < steps; ++step, weight *= damping)
          told += weight * trend;
      }
  return told;
}

/// ARIMA(1,1,0) with drift or ARIMA(0,2,1), by AIC of conditional least squares.
inline double arima_forecast(const std::vector<double>& y, int steps) {
  std::vector<double> d;
  for (std::size_t i = 1; i < y.size(); ++i)
    d.push_back(y[i] - y[i - 1]);
  const auto n = static_cast<double>(d.size());
  double mean = 0;
  for (const double one : d)
    mean += one / n;
  double products = 0;
  double squares = 0;
  for (std::size_t i = 1; i < d.size(); ++i) {
    products += (d[i] - mean) * (d[i - 1] - mean);
    squares += (d[i - 1] - mean) * (d[i - 1] - mean);
  }
  const double phi = squares > 0 ? std::clamp(products / squares, -0.95, 0.95) : 0;
  double of_first = 0;
  for (std::size_t i = 1; i < d.size(); ++i)
    of_first += std::pow(d[i] - mean - phi * (d[i - 1] - mean), 2);
  double of_second = HUGE_VAL;
  double level = 0;
  for (double theta = 0; theta < 1; theta += 0.1) {
    double smooth = d[0];
    double sum = 0;
    for (std::size_t i = 1; i < d.size(); ++i) {
      sum += (d[i] - smooth) * (d[i] - smooth);
      smooth += (1 - theta) * (d[i] - smooth);
    }
    if (sum < of_second) {
      of_second = sum;
      level = smooth;
    }
  }
  if (of_second < of_first * std::exp(-2 / (n - 1)))
    return y.back() + steps * level;
  double told = y.back();
  double off = d.back() - mean;
  for (int step = 0; step < steps; ++step)
    told += mean + (off *= phi);
  return told;
}

/// How well a truth was foretold, over series; errors over the mean absolute increment.
struct CellScore {
  int series = 0;
  double covered = 0, pinball = 0, width = 0;
  double error = 0, drift_error = 0, ets_error = 0, arima_error = 0;
  void operator+=(const CellScore& o) {
    series += o.series;
    covered += o.covered, pinball += o.pinball, width += o.width;
    error += o.error, drift_error += o.drift_error, ets_error += o.ets_error, arima_error += o.arima_error;
  }
  /// Of sums, means.
  [[nodiscard]] CellScore mean() const {
    const auto n = static_cast<double>(std::max(1, series));
    return {series,    covered / n,     pinball / n,   width / n,
            error / n, drift_error / n, ets_error / n, arima_error / n};
  }
};

/// Goals by what was said of them: unlikely, between, likely; and how many were met.
struct SaidAndMet {
  int said[3] = {};
  int met[3] = {};
};

inline double pinball_loss(double value, double quantile, double probability) {
  return value >= quantile ? (value - quantile) * probability : (quantile - value) * (1 - probability);
}

/// One series, foretold from its first months by a trend of them.
inline CellScore scored(const analysis::Trend& trend, const TrueSeries& series, int months,
                        std::uint64_t seed, std::size_t draws, SaidAndMet& goals) {
  const Date day[] = {month_day(months - 1 + months_ahead)};
  std::vector<double> drawn(draws);
  for (std::size_t i = 0; i < draws; ++i)
    trend.draw(analysis::Random(seed + 1, i), day, std::span(drawn).subspan(i, 1));
  const std::vector<double> seen(series.values.begin(), series.values.begin() + months);
  const double truth_then = series.values.back();
  double scale = 0;
  for (std::size_t i = 1; i < seen.size(); ++i)
    scale += std::abs(seen[i] - seen[i - 1]) / static_cast<double>(seen.size() - 1);
  const auto told = analysis::summary_of(drawn);
  analysis::Random random(seed, 99);
  const double goal = seen.back() + scale * months_ahead * (0.3 + 1.6 * random.uniform());
  const double probability = analysis::share_of(drawn, [&](double one) { return one >= goal; });
  const int said = probability >= 0.8 ? 2 : probability <= 0.2 ? 0 : 1;
  ++goals.said[said];
  goals.met[said] += truth_then >= goal ? 1 : 0;
  CellScore score;
  score.series = 1;
  score.covered = told.low <= truth_then && truth_then <= told.high ? 1 : 0;
  score.pinball = (pinball_loss(truth_then, told.low, 0.05) + pinball_loss(truth_then, told.median, 0.5) +
                   pinball_loss(truth_then, told.high, 0.95)) /
                  3 / scale;
  score.width = (told.high - told.low) / scale;
  score.error = std::abs(told.median - truth_then) / scale;
  score.drift_error = std::abs(drift_forecast(seen, months_ahead) - truth_then) / scale;
  score.ets_error = std::abs(ets_forecast(seen, months_ahead) - truth_then) / scale;
  score.arima_error = std::abs(arima_forecast(seen, months_ahead) - truth_then) / scale;
  return score;
}

inline CellScore scored(Truth truth, int months, std::uint64_t seed, std::size_t draws, SaidAndMet& goals) {
  const TrueSeries series = true_series(truth, months, seed);
  const analysis::Trend trend(subject_of(truth, series, months));
  return scored(trend, series, months, seed, draws, goals);
}

} // namespace deploy_plan::test
