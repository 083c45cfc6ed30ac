// Which series are observed, and what is known of them before they are forecast.
#include "analysis/outlook/futures.hpp"
#include "deploy_plan/direction.hpp"
#include "model/description.hpp"
#include <algorithm>

namespace deploy_plan::analysis {
namespace {

std::vector<Date> days_of(const std::vector<Observation>& seen) {
  std::vector<Date> days;
  days.reserve(seen.size());
  for (const Observation& one : seen)
    days.push_back(one.date);
  return days;
}

class SeriesReader {
public:
  SeriesReader(const Strategy& read, const Gap& where, const Lifts& moving, bool all)
      : strategy_(read), known_(where), lifts_(moving), all_segments_(all), sizes_(read.market, where.as_of) {
  }

  std::vector<FutureSeries> read() {
    add_market();
    add_objectives();
    for (FutureSeries& one : all_) {
      one.unwritten_results = one.target && lifts_.has_unwritten(*one.target);
      for (const Event* const event : events_of(strategy_, one))
        if (event->effect && event->date > one.newest().date)
          one.assumed_events.push_back(event->name);
    }
    return std::move(all_);
  }

private:
  const Strategy& strategy_;
  const Gap& known_;
  const Lifts& lifts_;
  const bool all_segments_;
  const SizesBySegment sizes_;
  std::vector<FutureSeries> all_;

  void add_objectives() {
    for (std::size_t i = 0; i < strategy_.objectives.size(); ++i)
      if (strategy_.objectives[i].origin.sound)
        add_objective(strategy_.objectives[i], i);
  }

  void add_objective(const Objective& objective, std::size_t place) {
    FutureSeries one;
    one.kind = ForecastOf::objective;
    one.id = objective.id;
    one.name = name_of(objective);
    one.unit = objective.metric.unit;
    one.units = units_of(objective.metric, strategy_.market);
    one.is_rate = objective.metric.scale == Scale::rate;
    one.is_falling = direction_of(objective, known_.as_of) < 0;
    one.goals.push_back({"target", "", objective.target.value, objective.target.by});
    one.target = LiftTarget{place};
    one.counts_beneficiaries = counts_beneficiaries(objective, strategy_.market);
    if (one.counts_beneficiaries)
      bound(one, objective.segment);
    else if (one.is_rate)
      one.most = one.within = 1;
    add(std::move(one), observed_until(objective.observations, known_.as_of));
  }

  void bound(FutureSeries& one, std::string_view segment) const {
    if (const TierSizes* const of = sizes_.find(segment)) {
      one.within = of->addressed;
      one.most = of->addressable;
    }
  }

  void add_market() {
    const std::vector<Observation> whole = penetrated_until(strategy_.market, known_.as_of);
    const auto covering = moved_by(whole);
    const auto moved = [&](const std::string& segment) {
      return covering ? std::optional(LiftTarget{*covering, segment}) : std::nullopt;
    };
    add_part(ForecastOf::market, "", "", whole, moved(""));
    for (const Segment& segment : strategy_.market.segments)
      if (segment.penetrated && (all_segments_ || has_goal(segment.id)))
        add_part(ForecastOf::segment, segment.id, name_of(segment),
                 observed_until(segment.penetrated->observations, known_.as_of), moved(segment.id));
  }

  bool has_goal(const std::string& segment) const {
    return std::any_of(strategy_.market.share_goals.begin(), strategy_.market.share_goals.end(),
                       [&](const ShareGoal& goal) { return goal.origin.sound && goal.segment == segment; });
  }

  /// The objective whose runs cover the market: the one observed by the same figures, else the North Star,
  /// where it counts the beneficiaries of the whole market.
  std::optional<std::size_t> moved_by(const std::vector<Observation>& whole) const {
    if (const auto same = CoveringObjectives(strategy_, known_.as_of).of("", whole); !same.empty())
      return static_cast<std::size_t>(same.front() - strategy_.objectives.data());
    for (std::size_t i = 0; i < strategy_.objectives.size(); ++i)
      if (const Objective& one = strategy_.objectives[i];
          one.origin.sound && one.segment.empty() && counts_beneficiaries(one, strategy_.market) &&
          strategy_.north_star && strategy_.north_star->objective == one.id)
        return i;
    return std::nullopt;
  }

  void add_part(ForecastOf kind, const std::string& segment, const std::string& name,
                const std::vector<Observation>& seen, std::optional<LiftTarget> target) {
    FutureSeries one;
    one.kind = kind;
    one.id = segment;
    one.name = name;
    one.unit = strategy_.market.unit;
    one.units = strategy_.market.units;
    one.target = std::move(target);
    bound(one, segment);
    const TierSizes* const tiers = sizes_.find(segment);
    for (const ShareGoal& goal : strategy_.market.share_goals)
      if (goal.origin.sound && goal.segment == segment && tiers != nullptr)
        if (const auto& size = tiers->of(goal.of))
          one.goals.push_back(
              {id_of(goal), std::string(model::choice_of(goal.of).name.en), goal.share * *size, goal.by});
    add(std::move(one), seen);
  }

  /// Before the launch there were none of the beneficiaries.
  void add(FutureSeries&& one, const std::vector<Observation>& seen) {
    one.observed = by_day(seen);
    if (one.observed.empty())
      return;
    const auto launched = strategy_.solution ? strategy_.solution->launched : std::nullopt;
    if (one.counts_beneficiaries && launched && *launched < one.observed.front().date &&
        one.observed.front().value > 0) {
      one.observed.insert(one.observed.begin(), {*launched, 0, {}});
      one.launch_added = true;
    }
    all_.push_back(std::move(one));
  }
};
} // namespace

std::vector<FutureSeries> observed_series(const Strategy& strategy, const Gap& known, const Lifts& lifts,
                                          bool all_segments) {
  return SeriesReader(strategy, known, lifts, all_segments).read();
}

std::vector<const Event*> events_of(const Strategy& strategy, const FutureSeries& series) {
  const Objective* const moved = series.target ? &strategy.objectives[series.target->objective] : nullptr;
  std::vector<const Event*> all;
  for (const Event& event : strategy.events)
    if (event.origin.sound && (event.objective.empty() ? series.counts_beneficiaries
                                                       : moved != nullptr && event.objective == moved->id))
      all.push_back(&event);
  return all;
}

TrendSubject trend_subject(const Strategy& strategy, const FutureSeries& series,
                           std::span<const FutureSeries> segments, const Lifts& lifts,
                           const FutureScope& scope) {
  TrendSubject subject;
  subject.points = series.observed;
  if (series.target)
    subject.brought = lifts.brought(*series.target, days_of(series.observed));
  subject.begins_with_launch = series.launch_added;
  subject.is_rate = series.is_rate;
  subject.is_falling = series.is_falling;
  double highest = 0;
  for (const Observation& one : series.observed)
    highest = std::max(highest, one.value);
  const auto beyond = [&](std::optional<double> limit) { // else it is none
    return limit && *limit > highest ? limit : std::nullopt;
  };
  if (!series.is_rate) {
    subject.addressed = beyond(series.within);
    subject.most = series.most ? std::optional(std::max(*series.most, highest)) : std::nullopt;
  } else
    subject.most = 1;
  for (const Event* const event : events_of(strategy, series))
    subject.events.push_back({event->date, event->kind, event->effect});
  if (series.kind == ForecastOf::segment)
    for (const FutureSeries& other : segments)
      if (other.id != series.id && other.within.value_or(0) > 0)
        subject.related.push_back({other.observed, *other.within});
  subject.only = scope.model;
  subject.ceiling_free = scope.ceiling_free;
  if (const auto ceiling = beyond(scope.ceiling); ceiling && series.kind == ForecastOf::market) {
    subject.addressed = subject.most = ceiling; // what growth tends to, below it, is not known all the same
    if (scope.model)
      subject.ceiling = ceiling;
  }
  return subject;
}

} // namespace deploy_plan::analysis
