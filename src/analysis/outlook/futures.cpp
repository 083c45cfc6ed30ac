#include "analysis/outlook/futures.hpp"
#include "source/in_order.hpp"
#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

namespace deploy_plan::analysis {
namespace {

/// Futures are drawn so far beyond the horizon, to see when goals are reached.
constexpr int years_beyond = 3;
/// Steps to the horizon: beyond twenty years they are longer than a month, so that neither time nor memory
/// grows with what a file, or --as-of, asks for.
constexpr int most_steps = 240;

Date after_months(Date from, double months) {
  return from + std::chrono::days(static_cast<std::int64_t>(std::lround(months * days_a_month)));
}

/// Every month until the horizon, then every quarter, to see when goals are reached.
std::vector<Date> days_ahead(Date newest, Date horizon) {
  const double months = static_cast<double>((horizon - newest).count()) / days_a_month;
  const int step = std::max(1, static_cast<int>(std::ceil(months / most_steps)));
  const Date until = horizon + std::chrono::days(years_beyond * 365);
  std::vector<Date> days;
  for (int month = step;; month += days.empty() || days.back() < horizon ? step : std::max(step, 3)) {
    const Date day = after_months(newest, month);
    if (day > until)
      return days;
    days.push_back(day);
  }
}

std::size_t place_of(const OrganicGrowth& growth, Date day) {
  return static_cast<std::size_t>(std::lower_bound(growth.days.begin(), growth.days.end(), day) -
                                  growth.days.begin());
}

/// What is about the same beneficiaries has good months and bad ones together.
std::uint64_t growth_seed(const Strategy& strategy, const FutureSeries& series, std::uint64_t seed) {
  const std::string& segment = series.kind == ForecastOf::objective
                                   ? strategy.objectives[series.target->objective].segment
                                   : series.id;
  return seed_of_kind(seed, series.counts_beneficiaries ? "growth of segment" : "growth of objective",
                      series.counts_beneficiaries ? segment : series.id);
}
} // namespace

Futures::Futures(const Strategy& strategy, const Gap& known, const FutureOptions& options,
                 const FutureScope& scope)
    : strategy_(strategy), known_(known), options_(options), scope_(scope), lifts_(strategy, known, options),
      committed_(committed_runs(strategy, known.as_of)),
      series_(observed_series(strategy, known, lifts_, scope.all_segments)) {
  const auto is_segment = [](const FutureSeries& one) { return one.kind == ForecastOf::segment; };
  if (std::any_of(series_.begin(), series_.end(), is_segment)) {
    segments_ = scope.all_segments ? series_ : observed_series(strategy, known, lifts_, true);
    std::erase_if(segments_, std::not_fn(is_segment));
  }
  for (std::size_t place = 0; place < series_.size(); ++place) {
    const auto found = std::find_if(groups_.begin(), groups_.end(), [&](const auto& group) {
      return are_alike(series_[group.front()], series_[place]);
    });
    if (found == groups_.end())
      groups_.push_back({place});
    else
      found->push_back(place);
  }
}

bool Futures::are_alike(const FutureSeries& a, const FutureSeries& b) const {
  const auto target = [](const FutureSeries& one) {
    return one.target ? std::pair(static_cast<std::ptrdiff_t>(one.target->objective), one.target->segment)
                      : std::pair(std::ptrdiff_t{-1}, std::string());
  };
  const auto kind = [](const FutureSeries& one) {
    return std::tuple(one.is_rate, one.is_falling, one.launch_added, one.most, one.within);
  };
  return kind(a) == kind(b) && target(a) == target(b) && !scope_.ceiling &&
         (a.kind == ForecastOf::segment) == (b.kind == ForecastOf::segment) &&
         same_values(a.observed, b.observed);
}

Date Futures::last_to_tell() const {
  Date last = std::max(known_.as_of + std::chrono::days(365), strategy_.period.end);
  for (const FutureSeries& one : series_)
    for (const FutureGoal& goal : one.goals)
      last = std::max(last, goal.by);
  return std::min(last, known_.as_of + std::chrono::days(3653));
}

/// When goals are reached is asked of the same days always, so that the answer does not depend on what else
/// is asked.
void Futures::set_days(OrganicGrowth& growth, const std::vector<std::size_t>& group) const {
  const Date newest = series_[group.front()].newest().date;
  const std::vector<Date> regular = days_ahead(newest, std::min(last_to_tell(), latest_day));
  std::vector<Date> days = regular;
  for (const std::size_t place : group)
    for (const FutureGoal& goal : series_[place].goals)
      days.push_back(goal.by);
  if (const auto until = scope_.horizon) {
    const std::vector<Date> asked = days_ahead(newest, *until);
    days.insert(days.end(), asked.begin(), asked.end());
  }
  if (scope_.by_month)
    days.push_back(scope_.horizon.value_or(last_to_tell()));
  std::erase_if(days, [&](Date day) { return day <= newest; });
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  growth.days = std::move(days);
  for (const Date day : regular)
    growth.regular.push_back(place_of(growth, day));
}

namespace {

/// Runs lead no further than today's means can reach, nor below nothing.
double lifted(const FutureSeries& series, double by_itself, double gain) {
  const double within = std::min(series.within.value_or(HUGE_VAL), series.most.value_or(HUGE_VAL));
  const double sum = by_itself + gain;
  return gain > 0 ? std::max(by_itself, std::min(within, sum)) : std::max(0.0, sum);
}
} // namespace

std::vector<double> Futures::still_to_come(const FutureSeries& series, std::span<const Date> days) const {
  if (!series.target)
    return {};
  std::vector<Date> since{series.newest().date};
  since.insert(since.end(), days.begin(), days.end());
  std::vector<double> brought = lifts_.brought(*series.target, since);
  if (brought.empty())
    return {};
  const double before = brought.front();
  brought.erase(brought.begin());
  for (double& one : brought)
    one -= before;
  return brought;
}

void Futures::grow(const std::vector<std::size_t>& group) {
  const FutureSeries& one = series_[group.front()];
  auto growth = std::make_shared<OrganicGrowth>(
      OrganicGrowth{Trend(trend_subject(strategy_, one, segments_, lifts_, scope_)), {}, {}, {}});
  if (!growth->trend.problem()) {
    set_days(*growth, group);
    growth->values.resize(growth->days.size() * options_.draws);
    std::vector<double> path(growth->days.size());
    const std::uint64_t seed = growth_seed(strategy_, one, options_.seed);
    const std::vector<double> coming = still_to_come(one, growth->days);
    for (std::size_t draw = 0; draw < options_.draws; ++draw) {
      growth->trend.draw(Random(seed, draw + 1), growth->days, path);
      for (std::size_t day = 0; day < path.size(); ++day)
        growth->values[day * options_.draws + draw] =
            coming.empty() || coming[day] == 0 ? path[day] : lifted(one, path[day], coming[day]);
    }
  }
  for (const std::size_t place : group)
    series_[place].growth = growth;
}

void Futures::release(const std::vector<std::size_t>& group) {
  for (const std::size_t place : group)
    series_[place].growth.reset();
}

void Futures::each(const std::vector<RunsToDo>* planned,
                   const std::function<void(std::size_t, const DrawnFutures&)>& tell,
                   const std::function<void(std::size_t)>& done) {
  const auto is_asked_of = [&](std::size_t place) {
    return scope_.by_month || !series_[place].goals.empty();
  };
  source::in_order(
      groups_.size(), options_.threads,
      [&](std::size_t i) {
        const std::vector<std::size_t>& group = groups_[i];
        if (std::none_of(group.begin(), group.end(), is_asked_of))
          return group.size();
        grow(group);
        const DrawnFutures futures = futures_of(series_[group.front()], planned); // alike, they share it
        for (const std::size_t place : group)
          tell(place, futures);
        release(group);
        return group.size();
      },
      done);
}

Drawn Futures::drawn(const FutureSeries& series, std::span<const RunsToDo> runs) const {
  const OrganicGrowth& growth = *series.growth;
  if (growth.days.empty() || !series.target || !lifts_.any(*series.target, runs))
    return {series.growth, &growth.values};
  std::vector<double> all(growth.values.size());
  lifts_.add(*series.target, runs, growth.days, all);
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = lifted(series, growth.values[i], all[i]);
  return std::make_shared<const std::vector<double>>(std::move(all));
}

DrawnFutures Futures::futures_of(const FutureSeries& series, const std::vector<RunsToDo>* planned) const {
  return {drawn(series, {}), drawn(series, committed_),
          planned == nullptr ? nullptr : drawn(series, *planned)};
}

std::span<const double> Futures::on(const Drawn& values, std::size_t place) const {
  return std::span(*values).subspan(place * options_.draws, options_.draws);
}

namespace {

/// Whether a value is at its goal, or beyond.
struct Meets {
  double goal;
  bool downwards;
  bool operator()(double value) const { return downwards ? value <= goal : value >= goal; }
};

/// Between two days the way is straight.
Date day_reached(Date before, double value_before, Date day, double value, double goal) {
  const double part = value == value_before ? 1 : (goal - value_before) / (value - value_before);
  const double days = static_cast<double>((day - before).count());
  return before + std::chrono::days(static_cast<std::int64_t>(std::ceil(std::clamp(part, 0.0, 1.0) * days)));
}
} // namespace

std::optional<bool> is_settled(const FutureSeries& series, const FutureGoal& goal) {
  const bool is_met = Meets{goal.value, series.is_falling}(series.newest().value);
  const bool settled = goal.by <= series.newest().date || (is_met && !series.is_rate);
  return settled ? std::optional(is_met) : std::nullopt;
}

Outlook Futures::outlook(const FutureSeries& series, const FutureGoal& goal, const Drawn& values) const {
  const OrganicGrowth& growth = *series.growth;
  Outlook outlook;
  if (const auto problem = growth.trend.problem()) {
    outlook.rating =
        *problem == NoTrend::few_observations ? OutlookClass::too_early : OutlookClass::cannot_tell;
    return outlook;
  }
  const Meets meets{goal.value, series.is_falling};
  const Observation& newest = series.newest();
  const bool is_met = meets(newest.value);
  const auto rate = [&](double probability) {
    outlook.probability = probability;
    outlook.rating = outlook_class(probability);
  };
  if (goal.by > newest.date) {
    const auto then = on(values, place_of(growth, goal.by));
    const DrawSummary summary = summary_of(then);
    if (!(summary.high <= largest_counted)) {
      outlook.rating = OutlookClass::cannot_tell;
      return outlook;
    }
    outlook.median = summary.median;
    outlook.low = summary.low;
    outlook.high = summary.high;
    rate(share_of(then, meets));
  }
  if (const auto settled = is_settled(series, goal))
    rate(*settled ? 1 : 0);
  if (is_met)
    return outlook;

  std::vector<Date> reached;
  for (std::size_t draw = 0; draw < options_.draws; ++draw) {
    Date before = newest.date;
    double value_before = newest.value;
    Date found = latest_day;
    for (const std::size_t place : growth.regular) {
      const double value = on(values, place)[draw];
      if (meets(value)) {
        // Before today it was not seen to be reached.
        found =
            std::max(known_.as_of, day_reached(before, value_before, growth.days[place], value, goal.value));
        break;
      }
      before = growth.days[place];
      value_before = value;
    }
    reached.push_back(found);
  }
  const auto known = [&](double share) {
    const Date found = quantile_of(reached, share);
    return found == latest_day ? std::nullopt : std::optional(found);
  };
  outlook.earliest = known(0.1);
  outlook.reached = known(0.5);
  outlook.latest = known(0.9);
  return outlook;
}

Outlooks Futures::outlooks(const FutureSeries& series, const FutureGoal& goal,
                           const DrawnFutures& futures) const {
  Outlooks all;
  all.observations = series.observations();
  all.draws = options_.draws;
  all.no_trend = series.growth->trend.problem();
  all.unwritten_results = series.unwritten_results;
  all.assumed_events = series.assumed_events;
  all.nothing_more = outlook(series, goal, futures.nothing_more);
  const bool promised = futures.as_committed != futures.nothing_more;
  all.as_committed = promised ? outlook(series, goal, futures.as_committed) : all.nothing_more;
  if (futures.with_plan != nullptr)
    all.with_plan = outlook(series, goal, futures.with_plan);
  return all;
}

std::vector<ForecastPoint> Futures::fan(const FutureSeries& series, const Drawn& values) const {
  const OrganicGrowth& growth = *series.growth;
  std::vector<ForecastPoint> points;
  const Date last = scope_.horizon.value_or(last_to_tell());
  for (std::size_t place = 0; place < growth.days.size() && growth.days[place] <= last; ++place) {
    const DrawSummary told = summary_of(on(values, place));
    points.push_back({growth.days[place], told.median, told.low, told.high});
  }
  return points;
}

std::optional<std::vector<bool>> Futures::met(const FutureSeries& series, const FutureGoal& goal,
                                              const Drawn& values) const {
  const OrganicGrowth& growth = *series.growth;
  if (growth.trend.problem())
    return std::nullopt;
  const Meets meets{goal.value, series.is_falling};
  if (const auto settled = is_settled(series, goal))
    return std::vector<bool>(options_.draws, *settled);
  std::vector<bool> all;
  for (const double value : on(values, place_of(growth, goal.by)))
    all.push_back(meets(value));
  return all;
}

std::vector<double> Futures::organic(const FutureSeries& series, const FutureGoal& goal) const {
  const OrganicGrowth& growth = *series.growth;
  if (growth.trend.problem() || goal.by <= series.newest().date)
    return {};
  std::vector<double> all;
  for (const double value : on(drawn(series, {}), place_of(growth, goal.by)))
    all.push_back((value - series.newest().value) * (series.is_falling ? -1 : 1));
  return all;
}

} // namespace deploy_plan::analysis
