// What was observed since a day, and how goals stand since.
#include "analysis/week/week_parts.hpp"
#include <algorithm>

namespace deploy_plan::analysis {
namespace {

/// Of a later day, or seen on one: late, or revised.
bool is_new(const Observation& one, Date since) { return std::max(one.date, known_on(one)) > since; }

const Observation* newest_of(const std::vector<Observation>& seen) { // of two of one day the last
  const Observation* newest = nullptr;
  for (const Observation& one : seen)
    if (newest == nullptr || one.date >= newest->date)
      newest = &one;
  return newest;
}

/// What observations that are new since a day change: the newest that was known then, and the newest of all.
/// Nothing where the newest stands as it did, whatever was revised before it.
std::optional<NewObservation> news_of(const std::vector<Observation>& then,
                                      const std::vector<Observation>& now, Date since) {
  const Observation* const before = newest_of(then);
  const Observation* const newest = newest_of(now);
  if (newest == nullptr || !is_new(*newest, since) ||
      (before != nullptr && before->date == newest->date && before->value == newest->value))
    return std::nullopt;
  NewObservation news;
  news.count = std::count_if(now.begin(), now.end(), [&](const auto& one) { return is_new(one, since); });
  news.to = newest->value;
  news.to_day = newest->date;
  if (before != nullptr) {
    news.from = before->value;
    news.from_day = before->date;
  }
  return news;
}

void set_against(NewObservation& news, const Progress& way) {
  news.path = way.path_now;
  news.ahead = way.ahead;
  news.status = way.status;
}

class ObservationReader {
public:
  ObservationReader(const KnownWeek& known, const KnownWeek& before)
      : now_(known), then_(before), since_(before.day) {}

  std::vector<NewObservation> read() {
    // Both are of one file: what stands at a place is the same.
    for (std::size_t i = 0; i < std::min(now_.gap.objectives.size(), then_.gap.objectives.size()); ++i)
      add_objective(then_.gap.objectives[i].observed, now_.gap.objectives[i]);
    const Market& market = now_.strategy.market;
    const Market& before = then_.strategy.market;
    add_tiers(before, market, {}, penetrated_until(before, since_), penetrated_until(market, now_.day));
    for (std::size_t i = 0; i < std::min(market.segments.size(), before.segments.size()); ++i)
      add_tiers(before.segments[i], market.segments[i], market.segments[i].id,
                observed(before.segments[i].penetrated, since_),
                observed(market.segments[i].penetrated, now_.day));
    std::stable_partition(all_.begin(), all_.end(), [](const NewObservation& one) { return one.north_star; });
    return std::move(all_);
  }

private:
  const KnownWeek& now_;
  const KnownWeek& then_;
  const Date since_;
  std::vector<NewObservation> all_;

  static std::vector<Observation> observed(const std::optional<Tier>& tier, Date day) {
    return tier ? observed_until(tier->observations, day) : std::vector<Observation>{};
  }

  void add_objective(const std::vector<Observation>& before, const ObjectiveGap& one) {
    auto news = news_of(before, one.observed, since_);
    if (!news)
      return;
    news->figure = ObservedFigure::objective;
    news->id = one.id;
    news->name = one.name;
    news->unit = one.unit;
    news->is_rate = !one.counted;
    news->north_star = one.north_star;
    set_against(*news, one.progress);
    all_.push_back(std::move(*news));
  }

  template <class Tiered>
  void add_tiers(const Tiered& then, const Tiered& tiers, const std::string& segment,
                 const std::vector<Observation>& covered_then, const std::vector<Observation>& covered) {
    if (auto news = news_of(covered_then, covered, since_)) {
      if (const ShareGoalGap* const goal = next_goal(segment))
        set_against(*news, goal->beneficiaries);
      add_tier(ObservedFigure::penetrated, "penetrated", segment, std::move(*news));
    } else {
      add_size(ObservedFigure::penetrated, "penetrated", segment, tiers.penetrated);
    }
    add_level(ObservedFigure::addressable, "addressable", segment, then.addressable, tiers.addressable);
    add_level(ObservedFigure::addressed, "addressed", segment, then.addressed, tiers.addressed);
    add_level(ObservedFigure::target, "target", segment, then.target, tiers.target);
  }

  /// Where a tier is observed, a size that was typed does not count.
  void add_level(ObservedFigure figure, const std::string& name, const std::string& segment,
                 const std::optional<Tier>& then, const std::optional<Tier>& tier) {
    const std::vector<Observation> seen = observed(tier, now_.day);
    if (seen.empty())
      return add_size(figure, name, segment, tier);
    if (auto news = news_of(observed(then, since_), seen, since_))
      add_tier(figure, name, segment, std::move(*news));
  }

  /// The file holds a size's newest count alone.
  void add_size(ObservedFigure figure, const std::string& tier, const std::string& segment,
                const std::optional<Tier>& counted) {
    if (!counted || !counted->origin.sound || !counted->size || !counted->as_of ||
        *counted->as_of <= since_ || *counted->as_of > now_.day)
      return;
    NewObservation news;
    news.count = 1;
    news.to = static_cast<double>(*counted->size);
    news.to_day = *counted->as_of;
    add_tier(figure, tier, segment, std::move(news));
  }

  void add_tier(ObservedFigure figure, const std::string& tier, const std::string& segment,
                NewObservation news) {
    news.figure = figure;
    news.id = segment.empty() ? tier : tier + "." + segment;
    news.name = segment_name(now_.strategy.market, segment);
    news.unit = now_.strategy.market.unit;
    all_.push_back(std::move(news));
  }

  /// The share goal of a segment whose day comes first, of those that are not past.
  const ShareGoalGap* next_goal(const std::string& segment) const {
    const ShareGoalGap* next = nullptr;
    for (const ShareGoalGap& goal : now_.gap.goals)
      if (goal.segment == segment && goal.beneficiaries.by >= now_.day &&
          (next == nullptr || goal.beneficiaries.by < next->beneficiaries.by))
        next = &goal;
    return next;
  }
};

/// How well a status is, from 0.
int standing(GoalStatus status) {
  switch (status) {
  case GoalStatus::overdue: return 0;
  case GoalStatus::behind: return 1;
  case GoalStatus::at_risk: return 2;
  case GoalStatus::on_track: return 3;
  case GoalStatus::reached: return 4;
  case GoalStatus::unmeasured: break;
  }
  return -1;
}

std::optional<GoalMove> move_between(GoalStatus before, GoalStatus now) {
  if (before == now || now == GoalStatus::unmeasured)
    return std::nullopt;
  if (now == GoalStatus::reached)
    return GoalMove::reached;
  if (now == GoalStatus::overdue)
    return GoalMove::overdue;
  if (before == GoalStatus::unmeasured)
    return GoalMove::measured;
  if (now == GoalStatus::on_track)
    return standing(before) > standing(now) ? GoalMove::nearer : GoalMove::rejoined;
  if (standing(before) >= standing(GoalStatus::on_track))
    return GoalMove::left;
  return standing(now) > standing(before) ? GoalMove::nearer : GoalMove::further;
}

const Outlook* committed(const std::optional<Outlooks>& outlooks) {
  return outlooks && outlooks->as_committed.probability ? &outlooks->as_committed : nullptr;
}

std::optional<GoalMove> outlook_move(const Outlook* before, const Outlook* now) {
  if (before == nullptr || now == nullptr || before->rating == now->rating)
    return std::nullopt;
  return *now->probability > *before->probability ? GoalMove::likelier : GoalMove::less_likely;
}

/// Better by its path and less likely, or the other way round.
bool is_mixed(const MovedGoal& moved) {
  if (!moved.probability || !moved.probability_before)
    return false;
  const double change = *moved.probability - *moved.probability_before;
  switch (moved.move) {
  case GoalMove::rejoined:
  case GoalMove::nearer: return change <= -least_change_of_chance;
  case GoalMove::left:
  case GoalMove::further: return change >= least_change_of_chance;
  default: return false; // settled, new, or told by its chances alone
  }
}

/// A goal now and then; nothing where it stands as it did.
template <class GoalGap>
std::optional<MovedGoal> moved(const GoalGap& now, const GoalGap& then, const Progress& way,
                               const Progress& before, WeekGoal goal) {
  const Outlook* const told = committed(now.outlook);
  const Outlook* const told_then = committed(then.outlook);
  auto move = move_between(before.status, way.status);
  if (!move && way.status != GoalStatus::unmeasured && way.status != GoalStatus::reached)
    move = outlook_move(told_then, told);
  if (!move)
    return std::nullopt;
  MovedGoal result;
  result.goal = std::move(goal);
  result.move = *move;
  result.before = before.status;
  result.now = way.status;
  if (told != nullptr)
    result.probability = told->probability;
  if (told_then != nullptr)
    result.probability_before = told_then->probability;
  result.is_mixed = is_mixed(result);
  result.is_late_reached = way.is_late_reached();
  return result;
}

/// The day of the newest observation, where nothing is new since a day.
std::optional<Date> unobserved_since(const std::vector<Observation>& seen, Date since) {
  const Observation* const newest = newest_of(seen);
  return newest == nullptr || std::any_of(seen.begin(), seen.end(),
                                          [&](const Observation& one) { return is_new(one, since); })
             ? std::nullopt
             : std::optional(newest->date);
}

bool is_known(const std::optional<Series>& series, Date day) {
  return series && std::any_of(series->points.begin(), series->points.end(),
                               [&](const Observation& one) { return one.date <= day; });
}
template <class Tiered>
bool is_covered_known(const Tiered& tiers, Date day) {
  const std::optional<Tier>& covered = tiers.penetrated;
  return covered && (is_known(covered->observations, day) ||
                     (covered->size && (!covered->as_of || *covered->as_of <= day)));
}
} // namespace

std::vector<NewObservation> new_observations(const KnownWeek& now, const KnownWeek& then) {
  return ObservationReader(now, then).read();
}

bool is_anything_known(const Strategy& strategy, Date day) {
  const std::vector<Objective>& objectives = strategy.objectives;
  const std::vector<Action>& actions = strategy.actions;
  return is_covered_known(strategy.market, day) ||
         std::any_of(strategy.market.segments.begin(), strategy.market.segments.end(),
                     [&](const Segment& one) { return is_covered_known(one, day); }) ||
         std::any_of(objectives.begin(), objectives.end(),
                     [&](const Objective& one) { return is_known(one.observations, day); }) ||
         std::any_of(actions.begin(), actions.end(), [&](const Action& action) {
           return std::any_of(action.results.begin(), action.results.end(),
                              [&](const Result& one) { return one.date <= day; });
         });
}

std::vector<MovedGoal> moved_goals(const KnownWeek& now, const KnownWeek& then) {
  std::vector<MovedGoal> all;
  const auto add = [&](std::optional<MovedGoal> one, const std::vector<Observation>& seen) {
    if (!one)
      return;
    one->unobserved_since = unobserved_since(seen, then.day);
    all.push_back(std::move(*one));
  };
  // Both gaps are of one file: what stands at a place is the same goal.
  for (std::size_t i = 0; i < std::min(now.gap.objectives.size(), then.gap.objectives.size()); ++i) {
    const ObjectiveGap& one = now.gap.objectives[i];
    const ObjectiveGap& before = then.gap.objectives[i];
    add(moved(one, before, one.progress, before.progress, goal_of(one)), one.observed);
  }
  for (std::size_t i = 0; i < std::min(now.gap.goals.size(), then.gap.goals.size()); ++i) {
    const ShareGoalGap& one = now.gap.goals[i];
    const ShareGoalGap& before = then.gap.goals[i];
    add(moved(one, before, one.beneficiaries, before.beneficiaries, goal_of(one, now.strategy)),
        covered_until(now.strategy.market, one.segment, now.day));
  }
  std::stable_partition(all.begin(), all.end(), [](const MovedGoal& one) { return one.goal.north_star; });
  return all;
}

} // namespace deploy_plan::analysis
