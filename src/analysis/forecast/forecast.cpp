// Which model, and what it gives: simulated paths, goals, backtests.
#include "deploy_plan/forecast.hpp"
#include "analysis/forecast/simulation.hpp"
#include "analysis/numbers/sampling.hpp"
#include "deploy_plan/direction.hpp"
#include "model/description.hpp"
#include "source/in_order.hpp"
#include <algorithm>
#include <cmath>
#include <map>

namespace deploy_plan {
namespace {

using analysis::days_a_year;
using analysis::last_day;
using analysis::quantile_of;
using analysis::Simulation;
using analysis::years_between;

/// The simulation goes on so far beyond the horizon, to see when goals are reached.
constexpr int years_beyond = 5;

/// What can be known of a series before it is forecast.
struct Subject {
  SeriesForecast told;
  std::optional<double> ceiling;    ///< to fit with
  std::optional<double> most;       ///< that values are held beneath
  bool may_saturate = true;         ///< else only a line makes sense
  bool counts_beneficiaries = true; ///< none of whom there were before the launch
  bool upwards = true;              ///< the way to its goals
};

std::string tier_key(TierName tier) { return std::string(model::choice_of(tier).name.en); }
ForecastGoal goal_of(std::string id, std::string tier, double value, Date by) {
  ForecastGoal goal;
  goal.id = std::move(id);
  goal.of = std::move(tier);
  goal.value = value;
  goal.by = by;
  return goal;
}

/// One value a day, the later in the file; in the order of time.
std::vector<Observation> by_day(const std::vector<Observation>& seen) {
  std::map<Date, Observation> last;
  for (const Observation& one : seen)
    last[one.date] = one;
  std::vector<Observation> points;
  points.reserve(last.size());
  for (const auto& [date, one] : last)
    points.push_back(one);
  return points;
}

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

/// Steps to the horizon: beyond twenty years they are longer than a month, so that neither time nor memory
/// grows with what a file, or --as-of, asks for.
constexpr int most_points = 240;

/// Every month until a horizon, then every quarter, to see when goals are reached.
std::vector<Date> simulated_days(Date after, Date horizon, Date until) {
  const double months = static_cast<double>((horizon - after).count()) / days_a_month;
  const int step = std::max(1, static_cast<int>(std::ceil(months / most_points)));
  std::vector<Date> dates;
  for (int month = step;; month += dates.empty() || dates.back() < horizon ? step : std::max(step, 3)) {
    const Date date = after + std::chrono::days(static_cast<std::int64_t>(std::lround(month * days_a_month)));
    if (date > until)
      return dates;
    dates.push_back(date);
  }
}

class Forecaster {
public:
  Forecaster(const Strategy& planned, Date today, const ForecastOptions& chosen)
      : strategy_(planned), day_(today), options_(chosen), sizes_(planned.market, today) {}

  Forecast run() {
    add_market();
    if (options_.segments)
      for (const Segment& segment : strategy_.market.segments)
        add_segment(segment);
    for (const Objective& objective : strategy_.objectives)
      if (objective.origin.sound)
        add_objective(objective);
    Forecast result{day_, strategy_.name, options_.draws, options_.seed, {}};
    source::in_order(
        subjects_.size(), options_.threads,
        [&](std::size_t i) {
          tell(subjects_[i]);
          return std::move(subjects_[i].told);
        },
        [&](SeriesForecast&& told) {
          result.series.push_back(std::move(told));
          if (options_.progress)
            options_.progress(result.series.size(), subjects_.size());
        });
    return result;
  }

private:
  const Strategy& strategy_;
  const Date day_;
  const ForecastOptions& options_;
  const SizesBySegment sizes_;
  std::vector<Subject> subjects_;

  void add_market() {
    Subject subject;
    subject.told.kind = ForecastOf::market;
    subject.told.unit = strategy_.market.unit;
    add_tiers(subject, *sizes_.find(""), "", penetrated_until(strategy_.market, day_));
  }
  void add_segment(const Segment& segment) {
    Subject subject;
    subject.told.kind = ForecastOf::segment;
    subject.told.id = segment.id;
    subject.told.name = segment.name.empty() ? segment.id : segment.name;
    subject.told.unit = strategy_.market.unit;
    if (segment.penetrated)
      add_tiers(subject, tier_sizes(segment, day_), segment.id,
                observed_until(segment.penetrated->observations, day_));
  }

  void add_tiers(Subject& subject, const TierSizes& tiers, const std::string& segment,
                 const std::vector<Observation>& seen) {
    subject.ceiling = tiers.addressed;
    subject.most = tiers.addressable;
    for (const ShareGoal& goal : strategy_.market.share_goals)
      if (goal.origin.sound && goal.segment == segment)
        if (const auto& size = tiers.of(goal.of))
          subject.told.goals.push_back(goal_of(id_of(goal), tier_key(goal.of), goal.share * *size, goal.by));
    add_series(subject, seen, segment.empty());
  }

  void add_objective(const Objective& objective) {
    if (!objective.observations)
      return;
    Subject subject;
    subject.told.kind = ForecastOf::objective;
    subject.told.id = objective.id;
    subject.told.name = objective.name.empty() ? objective.metric.name : objective.name;
    subject.told.unit = objective.metric.unit;
    subject.told.goals.push_back(goal_of("target", "", objective.target.value, objective.target.by));
    subject.upwards = direction_of(objective, day_) > 0;
    subject.told.is_rate = objective.metric.scale == Scale::rate;
    subject.may_saturate = !subject.told.is_rate;
    subject.counts_beneficiaries = counts_beneficiaries(objective, strategy_.market);
    if (subject.counts_beneficiaries) {
      if (const TierSizes* const of = sizes_.find(objective.segment)) {
        subject.ceiling = of->addressed;
        subject.most = of->addressable;
      }
    } else if (subject.told.is_rate)
      subject.most = 1;
    else
      subject.may_saturate = options_.ceiling_free || options_.ceiling; // nothing else bounds it
    add_series(subject, observed_until(objective.observations, day_), false);
  }

  void add_series(Subject& subject, const std::vector<Observation>& seen, bool is_market) {
    SeriesForecast& told = subject.told;
    told.observed = by_day(seen);
    if (told.observed.empty())
      return;
    const auto launched = strategy_.solution ? strategy_.solution->launched : std::nullopt;
    if (subject.counts_beneficiaries && launched && *launched < told.observed.front().date &&
        told.observed.front().value > 0) {
      told.observed.insert(told.observed.begin(), {*launched, 0, {}});
      told.launch_added = true;
    }
    if (options_.ceiling_free)
      subject.ceiling.reset();
    else if (options_.ceiling && is_market)
      subject.ceiling = options_.ceiling;
    double most = 0;
    for (const Observation& one : told.observed)
      most = std::max(most, one.value);
    if (subject.ceiling && *subject.ceiling <= most) // already beyond it: it is none
      subject.ceiling = subject.most && *subject.most > most ? subject.most : std::nullopt;
    subjects_.push_back(std::move(subject));
  }

  void tell(Subject& subject) const {
    SeriesForecast& told = subject.told;
    choose(told, told.observed, subject, options_);
    if (told.chosen)
      simulate(subject);
    if (options_.backtest > 0)
      told.backtest = backtested(subject);
  }

  [[nodiscard]] Date horizon_of(const SeriesForecast& told) const {
    if (options_.horizon)
      return *options_.horizon;
    Date last = std::max(day_ + std::chrono::days(365), strategy_.period.end);
    for (const ForecastGoal& goal : told.goals)
      last = std::max(last, goal.by);
    return std::min(last, day_ + std::chrono::days(3653));
  }

  void simulate(Subject& subject) const {
    SeriesForecast& told = subject.told;
    const GrowthFit& fit = told.candidates[*told.chosen];
    const Date first = told.observed.front().date;
    const Date last = told.observed.back().date;
    if (const auto top = fit.peak(); top && *top <= years_between(first, latest_day))
      told.peak = first + std::chrono::days(static_cast<std::int64_t>(std::lround(*top * days_a_year)));
    const Date horizon = horizon_of(told);
    std::vector<Date> dates = simulated_days(last, horizon, horizon + std::chrono::days(years_beyond * 365));
    for (const ForecastGoal& goal : told.goals)
      if (goal.by > last)
        dates.push_back(std::min(goal.by, last_day));
    if (horizon > last)
      dates.push_back(horizon);
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    const Simulation simulation(told.candidates, told.observed, subject.most, dates, options_);
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
      tell(goal, simulation, subject, lift);
  }

  [[nodiscard]] const PlannedLift* lift_of(const SeriesForecast& told) const {
    const auto found =
        std::find_if(options_.lifts.begin(), options_.lifts.end(), [&](const PlannedLift& one) {
          return told.kind == ForecastOf::objective
                     ? one.objective == told.id
                     : told.kind == ForecastOf::market && one.objective.empty();
        });
    return found == options_.lifts.end() ? nullptr : &*found;
  }

  static ForecastPoint point(const Simulation& simulation, std::size_t date) {
    const analysis::DrawSummary drawn = analysis::summary_of(simulation.on(date));
    return {simulation.dates()[date], drawn.median, drawn.low, drawn.high};
  }

  static void tell(ForecastGoal& goal, const Simulation& simulation, const Subject& subject,
                   const PlannedLift* lift) {
    const Observation& newest = subject.told.observed.back();
    const bool upwards = subject.upwards;
    const auto is_reached = [&](double value) { return upwards ? value >= goal.value : value <= goal.value; };
    if (goal.by <= newest.date || is_reached(newest.value)) {
      goal.probability = is_reached(newest.value) ? 1 : 0;
      if (is_reached(newest.value))
        return;
    } else {
      const auto at = std::lower_bound(simulation.dates().begin(), simulation.dates().end(), goal.by);
      const auto date = static_cast<std::size_t>(at - simulation.dates().begin());
      const auto drawn = simulation.on(date);
      goal.then = point(simulation, date);
      goal.probability = analysis::share_of(drawn, is_reached);
      if (lift != nullptr)
        goal.probability_with_plan = analysis::share_of(
            drawn, [&, added = lift->on(goal.by)](double value) { return is_reached(value + added); });
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
    test.hidden = options_.backtest;
    if (points.size() < options_.backtest + 2)
      return test;
    const std::span known(points.data(), points.size() - options_.backtest);
    SeriesForecast before;
    choose(before, known, subject, options_);
    if (!before.chosen)
      return test;
    test.model = before.candidates[*before.chosen].model;
    std::vector<Date> dates;
    for (std::size_t i = known.size(); i < points.size(); ++i)
      dates.push_back(points[i].date);
    const Simulation simulation(before.candidates, known, subject.most, dates, options_);
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

/// The forecast of a goal; nothing where its series is not observed, or its day is past.
const ForecastGoal* find_goal(const Forecast& forecast, ForecastOf kind, const std::string& of,
                              const std::string& id, const Progress& way) {
  for (const SeriesForecast& series : forecast.series)
    if (series.kind == kind && series.id == of)
      for (const ForecastGoal& goal : series.goals)
        if (goal.id == id && goal.value == way.goal && goal.then)
          return &goal;
  return nullptr;
}

void close(Progress& way, const ForecastGoal* told) {
  if (told == nullptr || !told->probability || !way.current || !way.gap || *way.gap <= 0)
    return;
  const double towards = way.goal >= *way.current ? 1 : -1;
  const auto closed = [&](double value) { return towards * (value - *way.current) / *way.gap; };
  const double one_end = closed(told->then->low);
  const double other_end = closed(told->then->high);
  way.closing = {closed(told->then->value), std::min(one_end, other_end), std::max(one_end, other_end),
                 *told->probability};
}
} // namespace

Forecast forecast(const Strategy& strategy, Date day, const ForecastOptions& options) {
  return Forecaster(strategy, day, options).run();
}

void add_closings(Gap& gap, const Forecast& forecast) {
  for (ShareGoalGap& goal : gap.goals)
    close(goal.beneficiaries,
          find_goal(forecast, goal.segment.empty() ? ForecastOf::market : ForecastOf::segment, goal.segment,
                    goal.id, goal.beneficiaries));
  for (ObjectiveGap& one : gap.objectives)
    close(one.progress, find_goal(forecast, ForecastOf::objective, one.id, "target", one.progress));
}

} // namespace deploy_plan
