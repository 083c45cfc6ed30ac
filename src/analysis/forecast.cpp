// Which model, and what it gives: simulated paths, goals, backtests.
#include "deploy_plan/forecast.hpp"
#include "analysis/growth.hpp"
#include "analysis/random.hpp"
#include "deploy_plan/gap.hpp"
#include <algorithm>
#include <cmath>
#include <map>

namespace deploy_plan {
namespace {

constexpr double days_a_year = 365.25;
/// The simulation goes on so far beyond the horizon, to see when goals are reached.
constexpr int years_beyond = 5;
constexpr Date last_day = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};

/// What can be known of a series before it is forecast.
struct Subject {
  SeriesForecast told;
  std::optional<double> ceiling; ///< to fit with
  std::optional<double> most;    ///< that values are held beneath
  bool may_saturate = true;      ///< else only a line makes sense
};

/// One value a day, the later in the file; in the order of time.
std::vector<Observation> observed_until(const std::optional<Series>& series, Date day) {
  std::map<Date, Observation> by_day;
  if (series)
    for (const Observation& one : series->points)
      if (one.origin.sound && one.date <= day)
        by_day[one.date] = one;
  std::vector<Observation> points;
  for (const auto& [date, one] : by_day)
    points.push_back(one);
  return points;
}

double years_between(Date from, Date to) { return static_cast<double>((to - from).count()) / days_a_year; }

/// Where the one chosen has no AICc, the others are not weighed against it.
void weigh(SeriesForecast& told) {
  if (!told.chosen)
    return;
  const auto least = told.candidates[*told.chosen].aicc;
  double all = 0;
  for (std::size_t i = 0; i < told.candidates.size(); ++i) {
    GrowthFit& one = told.candidates[i];
    const bool usable = one.problem == FitProblem::none && one.aicc && least;
    one.weight = i == *told.chosen ? 1 : usable ? std::exp((*least - *one.aicc) / 2) : 0;
    all += one.weight;
  }
  for (GrowthFit& one : told.candidates)
    one.weight /= all;
}

/// The candidates of a series, and which of them to take.
void choose(SeriesForecast& into, std::span<const Observation> points, const Subject& subject,
            const ForecastOptions& options) {
  const auto is_wanted = [&](GrowthModel model) {
    return (!options.model || *options.model == model) &&
           (model == GrowthModel::linear || subject.may_saturate);
  };
  for (const GrowthModel model : {GrowthModel::linear, GrowthModel::logistic, GrowthModel::bass})
    if (is_wanted(model))
      into.candidates.push_back(points.size() < 2 ? GrowthFit{model, FitProblem::too_few}
                                                  : fit_growth(model, points, subject.ceiling));
  for (std::size_t i = 0; i < into.candidates.size(); ++i) {
    const GrowthFit& one = into.candidates[i];
    if (one.problem != FitProblem::none)
      continue;
    const bool first = !into.chosen;
    const bool better =
        !first && one.aicc && // without a figure to compare by, the simplest stays
        (!into.candidates[*into.chosen].aicc || *one.aicc < *into.candidates[*into.chosen].aicc);
    if (first || better)
      into.chosen = i;
  }
  weigh(into);
}

/// Values on given days, one row a draw.
class Simulation {
public:
  Simulation(std::span<const GrowthFit> fits, std::span<const Observation> points, std::optional<double> most,
             std::vector<Date> dates, const ForecastOptions& options)
      : most_(most), dates_(std::move(dates)), draws_(std::max<std::size_t>(1, options.draws)),
        values_(dates_.size() * draws_) {
    const double step =
        years_between(points.front().date, points.back().date) / static_cast<double>(points.size() - 1);
    for (const GrowthFit& fit : fits)
      if (fit.weight > 0)
        models_.push_back({&fit, analysis::parameters_of(fit),
                           analysis::triangle(analysis::covariance_of(fit, points)),
                           std::sqrt(analysis::variance_of(fit) / step)});
    for (std::size_t draw = 0; draw < draws_; ++draw)
      simulate(draw, points, options.seed);
  }

  [[nodiscard]] const std::vector<Date>& dates() const { return dates_; }
  [[nodiscard]] std::span<const double> on(std::size_t date) const {
    return std::span(values_).subspan(date * draws_, draws_);
  }

  /// Of each draw, the first day from which a goal is reached; the last day of all where it never is.
  [[nodiscard]] std::vector<Date> reached(double goal, bool upwards, Date last, double newest) const {
    std::vector<Date> all;
    for (std::size_t draw = 0; draw < draws_; ++draw) {
      Date before = last;
      double value_before = newest;
      Date found = last_day;
      for (std::size_t i = 0; i < dates_.size() && found == last_day; ++i) {
        const double value = values_[i * draws_ + draw];
        if (upwards ? value >= goal : value <= goal) {
          const double part = value == value_before ? 1 : (goal - value_before) / (value - value_before);
          found =
              before + std::chrono::days(static_cast<std::int64_t>(std::ceil(
                           std::clamp(part, 0.0, 1.0) * static_cast<double>((dates_[i] - before).count()))));
        }
        before = dates_[i];
        value_before = value;
      }
      all.push_back(found);
    }
    return all;
  }

private:
  struct Model {
    const GrowthFit* fit;
    std::vector<double> centre;
    analysis::Matrix spread;
    double noise; ///< deviation of the residuals' walk over a year
  };
  std::vector<Model> models_;
  const std::optional<double> most_;
  const std::vector<Date> dates_;
  const std::size_t draws_;
  std::vector<double> values_;

  void simulate(std::size_t draw, std::span<const Observation> points, std::uint64_t seed) {
    analysis::Random random(seed, draw + 1);
    const Model& model = picked(random.uniform());
    const GrowthFit drawn = analysis::with_parameters(*model.fit, moved(model.centre, model.spread, random));
    const Date first = points.front().date;
    Date before = points.back().date;
    const double level = drawn.at(years_between(first, before));
    double walk = 0;
    for (std::size_t i = 0; i < dates_.size(); ++i) {
      walk += random.normal() * model.noise * std::sqrt(years_between(before, dates_[i]));
      before = dates_[i];
      const double value = points.back().value + drawn.at(years_between(first, dates_[i])) - level + walk;
      values_[i * draws_ + draw] = held(value, drawn);
    }
  }

  [[nodiscard]] const Model& picked(double share) const {
    for (const Model& one : models_) {
      if (share < one.fit->weight)
        return one;
      share -= one.fit->weight;
    }
    return models_.back();
  }

  static std::vector<double> moved(std::vector<double> place, const analysis::Matrix& spread,
                                   analysis::Random& random) {
    std::vector<double> normal(place.size());
    for (double& one : normal)
      one = random.normal();
    for (std::size_t i = 0; i < place.size(); ++i)
      for (std::size_t j = 0; j <= i; ++j)
        place[i] += spread[i][j] * normal[j];
    return place;
  }

  double held(double value, const GrowthFit& drawn) const {
    const double most = most_.value_or(drawn.ceiling.value_or(HUGE_VAL));
    const double finite = std::isfinite(value) ? value : 1e300;
    return std::clamp(finite, 0.0, std::max(0.0, std::min(most, 1e300)));
  }
};

/// The value that so many of one are at most.
template <class Value>
Value quantile_of(std::vector<Value>& values, double share) {
  const auto place = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(place), values.end());
  return values[place];
}

std::vector<Date> monthly(Date after, Date until) {
  std::vector<Date> dates;
  for (int month = 1;; ++month) {
    const Date date = after + std::chrono::days(static_cast<std::int64_t>(std::lround(month * days_a_month)));
    if (date > until)
      return dates;
    dates.push_back(date);
  }
}

class Forecaster {
public:
  Forecaster(const Strategy& planned, Date today, const ForecastOptions& chosen)
      : strategy(planned), day(today), options(chosen) {}

  Forecast run() {
    add_market();
    for (const Segment& segment : strategy.market.segments)
      add_segment(segment);
    for (const Objective& objective : strategy.objectives)
      if (objective.origin.sound)
        add_objective(objective);
    return {strategy.name, options.draws, options.seed, std::move(all)};
  }

private:
  const Strategy& strategy;
  const Date day;
  const ForecastOptions& options;
  std::vector<SeriesForecast> all;

  void add_market() {
    Subject subject;
    subject.told.kind = ForecastOf::market;
    subject.told.unit = strategy.market.unit;
    const TierSizes sizes = tier_sizes(strategy.market, day);
    add_tiers(subject, sizes, "", strategy.market.penetrated);
  }
  void add_segment(const Segment& segment) {
    Subject subject;
    subject.told.kind = ForecastOf::segment;
    subject.told.id = segment.id;
    subject.told.name = segment.name.empty() ? segment.id : segment.name;
    subject.told.unit = strategy.market.unit;
    add_tiers(subject, tier_sizes(segment, day), segment.id, segment.penetrated);
  }

  void add_tiers(Subject& subject, const TierSizes& sizes, const std::string& segment,
                 const std::optional<Tier>& penetrated) {
    if (!penetrated || !penetrated->observations)
      return;
    subject.ceiling = sizes.addressed;
    subject.most = sizes.addressable;
    for (const ShareGoal& goal : strategy.market.share_goals)
      if (goal.origin.sound && goal.segment == segment)
        if (const auto& size = sizes.of(goal.of))
          subject.told.goals.push_back({tier_key(goal.of), goal.share * *size, goal.by, {}, {}, {}, {}, {}});
    add_series(subject, *penetrated->observations, segment.empty());
  }
  static std::string tier_key(TierName tier) {
    return tier == TierName::addressable ? "addressable"
           : tier == TierName::addressed ? "addressed"
                                         : "target";
  }

  void add_objective(const Objective& objective) {
    if (!objective.observations)
      return;
    Subject subject;
    subject.told.kind = ForecastOf::objective;
    subject.told.id = objective.id;
    subject.told.name = objective.name.empty() ? objective.metric.name : objective.name;
    subject.told.unit = objective.metric.unit;
    subject.told.goals.push_back({"", objective.target.value, objective.target.by, {}, {}, {}, {}, {}});
    subject.may_saturate = objective.metric.scale != Scale::rate;
    if (counts_beneficiaries(objective, strategy.market)) {
      const SizesBySegment sizes(strategy.market, day);
      if (const TierSizes* const of = sizes.find(objective.segment)) {
        subject.ceiling = of->addressed;
        subject.most = of->addressable;
      }
    } else if (objective.metric.scale == Scale::rate)
      subject.most = 1;
    else
      subject.may_saturate = options.ceiling_free || options.ceiling; // nothing else bounds it
    add_series(subject, *objective.observations, false);
  }

  void add_series(Subject& subject, const Series& series, bool is_market) {
    SeriesForecast& told = subject.told;
    told.observed = observed_until(series, day);
    if (told.observed.empty())
      return;
    const auto launched = strategy.solution ? strategy.solution->launched : std::nullopt;
    if (is_market && launched && *launched < told.observed.front().date && told.observed.front().value > 0) {
      told.observed.insert(told.observed.begin(), {*launched, 0, {}});
      told.launch_added = true;
    }
    if (options.ceiling_free)
      subject.ceiling.reset();
    else if (options.ceiling && is_market)
      subject.ceiling = options.ceiling;
    double most = 0;
    for (const Observation& one : told.observed)
      most = std::max(most, one.value);
    if (subject.ceiling && *subject.ceiling <= most) // already beyond it: it is none
      subject.ceiling = subject.most && *subject.most > most ? subject.most : std::nullopt;
    choose(told, told.observed, subject, options);
    if (told.chosen)
      simulate(subject);
    if (options.backtest > 0)
      told.backtest = backtested(subject);
    all.push_back(std::move(told));
  }

  [[nodiscard]] Date horizon_of(const SeriesForecast& told) const {
    if (options.horizon)
      return *options.horizon;
    Date last = std::max(day + std::chrono::days(365), strategy.period.end);
    for (const ForecastGoal& goal : told.goals)
      last = std::max(last, goal.by);
    return std::min(last, day + std::chrono::days(3653));
  }

  void simulate(Subject& subject) {
    SeriesForecast& told = subject.told;
    const GrowthFit& fit = told.candidates[*told.chosen];
    const Date first = told.observed.front().date;
    const Date last = told.observed.back().date;
    if (const auto top = fit.peak(); top && *top < 1000)
      told.peak = first + std::chrono::days(static_cast<std::int64_t>(std::lround(*top * days_a_year)));
    const Date horizon = horizon_of(told);
    std::vector<Date> dates = monthly(last, horizon + std::chrono::days(years_beyond * 365));
    for (const ForecastGoal& goal : told.goals)
      if (goal.by > last)
        dates.push_back(std::min(goal.by, last_day));
    if (horizon > last)
      dates.push_back(horizon);
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    const Simulation simulation(told.candidates, told.observed, subject.most, dates, options);
    for (std::size_t i = 0; i < dates.size() && dates[i] <= horizon; ++i)
      told.points.push_back(point(simulation, i));
    const PlannedLift* const lift = lift_of(told);
    if (lift != nullptr)
      for (const ForecastPoint& one : told.points) {
        const auto lifted = [&](double value) {
          return std::min(value + lift->on(one.date), subject.most.value_or(HUGE_VAL));
        };
        told.with_plan.push_back({one.date, lifted(one.value), lifted(one.low), lifted(one.high)});
      }
    for (ForecastGoal& goal : told.goals)
      tell(goal, simulation, told.observed, lift);
  }

  [[nodiscard]] const PlannedLift* lift_of(const SeriesForecast& told) const {
    const auto found = std::find_if(options.lifts.begin(), options.lifts.end(), [&](const PlannedLift& one) {
      return told.kind == ForecastOf::objective ? one.objective == told.id
                                                : told.kind == ForecastOf::market && one.objective.empty();
    });
    return found == options.lifts.end() ? nullptr : &*found;
  }

  static ForecastPoint point(const Simulation& simulation, std::size_t date) {
    const auto drawn = simulation.on(date);
    std::vector<double> values(drawn.begin(), drawn.end());
    return {simulation.dates()[date], quantile_of(values, 0.5), quantile_of(values, 0.05),
            quantile_of(values, 0.95)};
  }

  static void tell(ForecastGoal& goal, const Simulation& simulation, const std::vector<Observation>& observed,
                   const PlannedLift* lift) {
    const Observation& newest = observed.back();
    const bool upwards = goal.value >= observed.front().value;
    const auto is_reached = [&](double value) { return upwards ? value >= goal.value : value <= goal.value; };
    if (goal.by <= newest.date || is_reached(newest.value)) {
      goal.probability = is_reached(newest.value) ? 1 : 0;
      if (is_reached(newest.value))
        return;
    } else {
      const auto at = std::lower_bound(simulation.dates().begin(), simulation.dates().end(), goal.by);
      const auto drawn = simulation.on(static_cast<std::size_t>(at - simulation.dates().begin()));
      goal.probability = static_cast<double>(std::count_if(drawn.begin(), drawn.end(), is_reached)) /
                         static_cast<double>(drawn.size());
      if (lift != nullptr)
        goal.probability_with_plan =
            static_cast<double>(
                std::count_if(drawn.begin(), drawn.end(),
                              [&](double value) { return is_reached(value + lift->on(goal.by)); })) /
            static_cast<double>(drawn.size());
    }
    std::vector<Date> days = simulation.reached(goal.value, upwards, newest.date, newest.value);
    const auto known = [&](double share) {
      const Date found = quantile_of(days, share);
      return found == last_day ? std::nullopt : std::optional(found);
    };
    goal.earliest = known(0.1);
    goal.reached = known(0.5);
    goal.latest = known(0.9);
  }

  [[nodiscard]] Backtest backtested(const Subject& subject) const {
    const std::vector<Observation>& points = subject.told.observed;
    Backtest test;
    test.hidden = options.backtest;
    if (points.size() < options.backtest + 2)
      return test;
    const std::span known(points.data(), points.size() - options.backtest);
    SeriesForecast before;
    choose(before, known, subject, options);
    if (!before.chosen)
      return test;
    test.model = before.candidates[*before.chosen].model;
    std::vector<Date> dates;
    for (std::size_t i = known.size(); i < points.size(); ++i)
      dates.push_back(points[i].date);
    const Simulation simulation(before.candidates, known, subject.most, dates, options);
    const double pace =
        (known.back().value - known.front().value) / years_between(known.front().date, known.back().date);
    const auto count = static_cast<double>(dates.size());
    for (std::size_t i = 0; i < dates.size(); ++i) {
      const double seen = points[known.size() + i].value;
      const ForecastPoint told = point(simulation, i);
      test.error += std::abs(told.value - seen) / count;
      test.naive_error +=
          std::abs(known.back().value + pace * years_between(known.back().date, dates[i]) - seen) / count;
      test.coverage += (told.low <= seen && seen <= told.high ? 1 : 0) / count;
    }
    return test;
  }
};
} // namespace

Forecast forecast(const Strategy& strategy, Date day, const ForecastOptions& options) {
  return Forecaster(strategy, day, options).run();
}

} // namespace deploy_plan
