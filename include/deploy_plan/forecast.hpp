// Adoption to come: growth fitted to observations, with its uncertainty.
#pragma once
#include "deploy_plan/gap.hpp"
#include "deploy_plan/plan.hpp"
#include <functional>
#include <span>

namespace deploy_plan {

/// linear: a constant pace; logistic and Bass: towards a ceiling. Bass 1969, in its interval form (Srinivasan
/// and Mason 1986): those left adopt at the rate p + q F, F being the share of the ceiling reached.
enum class GrowthModel { linear, logistic, bass };

/// Why a fit must not be used.
enum class FitProblem {
  none,
  too_few,           ///< observations: 4 for linear, 6 for the others
  no_growth,         ///< nothing moves
  ceiling_unbounded, ///< free, and nothing in the observations bounds it
  before_peak,       ///< free, and the pace has not begun to fall: no ceiling can be told
  no_imitation,      ///< q at 0: another model says the same with less
  not_fitted         ///< the optimiser is not there, or gives no answer
};

/// Parameters are per year of 365.25 days. Time counts from the first observation.
struct GrowthFit {
  GrowthModel model{};
  FitProblem problem = FitProblem::none;
  double start = 0;    ///< value of the first observation
  double pace = 0;     ///< linear: a year; `pace_per_month` is a twelfth of it
  double p = 0, q = 0; ///< Bass: innovation and imitation; logistic: q is its rate, p its midpoint in years
  std::optional<double> ceiling = {}; ///< Bass and logistic
  bool ceiling_free = false;          ///< fitted, rather than given
  double squares = 0;                 ///< of the residuals of the increments
  std::size_t increments = 0;
  std::optional<double> aicc = {}; ///< Hurvich and Tsai 1989; nothing where there are too few increments
  double weight = 0; ///< Akaike's: its part of the simulated futures (Burnham and Anderson 2002, section 2.9)
  [[nodiscard]] double pace_per_month() const { return pace / 12; }
  /// Only its increments are fitted: what is to come is added to the newest observation.
  [[nodiscard]] double at(double years) const;
  /// When the pace is highest, in years; nothing where it only falls, or never does.
  [[nodiscard]] std::optional<double> peak() const;
};

/// `points` in the order of time, two at least. A ceiling that is not given is fitted.
[[nodiscard]] GrowthFit fit_growth(GrowthModel model, std::span<const Observation> points,
                                   std::optional<double> ceiling);

struct ForecastPoint {
  Date date{};
  double value = 0;         ///< median
  double low = 0, high = 0; ///< 90 % interval
};

enum class ForecastOf { market, segment, objective };

struct ForecastGoal {
  std::string id; ///< of a share goal; "target" for an objective's
  std::string of; ///< a tier, for share goals; else empty
  double value = 0;
  Date by{};
  std::optional<ForecastPoint> then = {}; ///< what is to come on its day; nothing where that is past
  std::optional<double> probability;      ///< of having reached it by then
  std::optional<double> probability_with_plan = {};
  std::optional<Date> reached;          ///< median; nothing where it is later than the simulation goes
  std::optional<Date> earliest, latest; ///< 80 % interval
};

/// The last observations hidden, then forecast.
struct Backtest {
  std::size_t hidden = 0;
  std::optional<GrowthModel> model; ///< chosen without them; nothing where none could be
  double error = 0;                 ///< mean absolute, of the medians
  double naive_error = 0;           ///< of the pace between the first and the last observation, prolonged
  double coverage = 0;              ///< share of them within the 90 % intervals
};

struct SeriesForecast {
  ForecastOf kind{};
  std::string id;   ///< of the segment or objective
  std::string name; ///< for people
  std::string unit;
  bool is_rate = false;              ///< its figures are shares
  std::vector<Observation> observed; ///< up to the day, one a day
  bool launch_added = false;         ///< the day of launch stands before them, at 0
  std::vector<GrowthFit> candidates;
  std::optional<std::size_t> chosen;
  std::optional<Date> peak;
  std::vector<ForecastPoint> points;    ///< by month, and on the days of the goals
  std::vector<ForecastPoint> with_plan; ///< the same points, with what a plan adds at its mean
  std::vector<ForecastGoal> goals;
  std::optional<Backtest> backtest;
};

/// What a plan adds to a series, by its days: cumulative, from nothing on the first day.
struct PlannedLift {
  std::string objective; ///< empty for the market
  std::vector<std::pair<Date, double>> added;
  [[nodiscard]] double on(Date date) const;
};
/// Gains come as the runs do: month by month where the plan's calendar has them, else evenly to the period's
/// end. The market gains what the North Star does, where that counts beneficiaries of the whole market.
[[nodiscard]] std::vector<PlannedLift> planned_lifts(const Strategy& strategy, const Plan& plan, Date day);

struct ForecastOptions {
  std::vector<PlannedLift> lifts;   ///< of a plan, to be shown beside
  std::optional<GrowthModel> model; ///< else the one of the lowest AICc
  bool ceiling_free = false;        ///< else the addressed market
  std::optional<double> ceiling;
  std::optional<Date> horizon; ///< else the last of the period's end, the goals, and a year
  std::size_t draws = 10000;
  std::uint64_t seed = 1;
  bool segments = true;     ///< those of the market, too
  std::size_t backtest = 0; ///< observations to hide
  unsigned threads = 1;     ///< of the series, whose figures do not depend on it
  /// Told, in this thread, of how many series are done, of how many.
  std::function<void(std::size_t done, std::size_t of)> progress;
};

struct Forecast {
  Date as_of{};
  std::string strategy;
  std::size_t draws = 0;
  std::uint64_t seed = 0;
  std::vector<SeriesForecast> series; ///< the market, its segments, the objectives, where any is observed
};

/// Each future is of one of the usable models, in proportion to their Akaike weights: what the choice of a
/// model adds to the uncertainty is counted. Values are simulated from the normal law of the fitted
/// parameters' logarithms and from the residuals, which add up as a random walk. A draw depends on the seed
/// and its number alone.
[[nodiscard]] Forecast forecast(const Strategy& strategy, Date day, const ForecastOptions& options);

/// What part of each gap, of goals and objectives, the futures close by its day.
void add_closings(Gap& gap, const Forecast& forecast);

} // namespace deploy_plan
