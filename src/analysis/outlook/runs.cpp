#include "analysis/outlook/runs.hpp"
#include "deploy_plan/effect.hpp"
#include <algorithm>
#include <map>
#include <unordered_map>

namespace deploy_plan {

/// To the nearest day, the later of two that are as near.
Date PlannedRuns::day_of(std::int64_t run) const {
  if (runs <= 1)
    return first;
  const std::int64_t between = runs - 1;
  const std::int64_t days = (last - first).count();
  return first + std::chrono::days{(2 * (run - 1) * days + between) / (2 * between)};
}

namespace analysis {
namespace {

/// Of an action that are promised; more is no promise.
constexpr std::int64_t most_promised = 100000;

const Objective* objective_named(const Strategy& strategy, std::string_view id) {
  const auto found = std::find_if(strategy.objectives.begin(), strategy.objectives.end(),
                                  [&](const Objective& one) { return one.origin.sound && one.id == id; });
  return found == strategy.objectives.end() ? nullptr : &*found;
}

/// The last day on which a run still counts: it brings what it brings before the day of what it is done for.
Date last_day_of(const Strategy& strategy, const Action& action, const Objective& moved, Date day) {
  Date last = action.end ? std::min(*action.end, strategy.period.end) : strategy.period.end;
  const Objective* const star =
      strategy.north_star ? objective_named(strategy, strategy.north_star->objective) : nullptr;
  const bool is_above = star != nullptr && moved.stage < star->stage && moved.metric.scale != Scale::rate &&
                        star->metric.scale != Scale::rate;
  const Objective& goal = is_above && star->target.by > day ? *star : moved;
  if (goal.target.by > day)
    last = std::min(last, goal.target.by - std::chrono::days{1} - delay_of(action));
  return last;
}

/// Which of an action's segments is meant: its first where nothing says, none where it has none.
std::string segment_meant(const Action& action, const std::string& said) {
  if (action.segments.empty())
    return "";
  const bool is_known = std::any_of(action.segments.begin(), action.segments.end(),
                                    [&](const ActionSegment& one) { return one.segment == said; });
  return is_known ? said : action.segments.front().segment;
}

/// Those of one action.
class Promise {
public:
  Promise(const Strategy& strategy, std::size_t place, const Objective& moved, Date day)
      : action_(strategy.actions[place]), place_(place), from_(std::max(day, action_.start.value_or(day))),
        until_(last_day_of(strategy, action_, moved, day)) {}

  /// In its month, as far as the action goes; in time for what it serves where the month lets it be.
  void add(const CommittedRuns& one) {
    const Date from = std::max(one.month.first, from_);
    const Date last = std::min(last_day(one.month), action_.end.value_or(latest_day));
    const std::int64_t runs = std::min(one.runs, most_promised - count_);
    if (from > last || runs <= 0)
      return;
    const Date in_time = std::min(last, until_);
    count_ += runs;
    months_[segment_meant(action_, one.segment)][one.month].add(runs, from, in_time < from ? last : in_time);
  }

  /// What the least number of runs asks for beyond.
  void add_rest() {
    const std::int64_t least = action_.runs ? action_.runs->min.value_or(0) : 0;
    const std::int64_t rest = std::min(least, most_promised) - past_runs(action_).count - count_;
    if (rest <= 0 || from_ > until_)
      return;
    const PlannedRuns spread = spread_evenly(rest, from_, until_);
    const auto scheduled = months_.find(segment_meant(action_, ""));
    if (scheduled == months_.end()) {
      rest_ = spread;
      return;
    }
    for (std::int64_t run = 1; run <= rest; ++run) { // beside those of their months, in the order of time
      const Month month = month_of(spread.day_of(run));
      scheduled->second[month].add(1, std::max(month.first, from_), std::min(last_day(month), until_));
    }
  }

  void tell(std::vector<RunsToDo>& into) const {
    if (rest_)
      into.push_back({place_, segment_meant(action_, ""), {*rest_}});
    for (const auto& [segment, months] : months_) {
      RunsToDo one{place_, segment, {}};
      for (const auto& [month, share] : months)
        one.parts.push_back(spread_evenly(share.runs, share.from, share.until));
      into.push_back(std::move(one));
    }
  }

private:
  struct Share {
    std::int64_t runs = 0;
    Date from = latest_day, until{};
    void add(std::int64_t more, Date begin, Date end) {
      runs += more;
      from = std::min(from, begin);
      until = std::max(until, end);
    }
  };
  const Action& action_;
  const std::size_t place_;
  const Date from_, until_;
  std::int64_t count_ = 0;                               ///< on the schedule
  std::map<std::string, std::map<Month, Share>> months_; ///< of each segment that has a schedule
  std::optional<PlannedRuns> rest_;                      ///< of the first segment, where it has none
};

/// The parts of a plan's action by segment, in the order of time.
std::vector<RunsToDo> runs_of(const PlannedAction& planned, const Action& action, std::size_t place) {
  std::map<std::string, RunsToDo> by_segment;
  const auto add = [&](const std::string& segment, const PlannedRuns& part) {
    if (part.runs <= 0)
      return;
    const std::string meant = segment_meant(action, segment);
    RunsToDo& one = by_segment.try_emplace(meant, RunsToDo{place, meant, {}}).first->second;
    one.parts.push_back(part);
  };
  for (const PlannedRuns& part : planned.schedule)
    add(part.segment, part);
  if (by_segment.empty())
    for (const SegmentRuns& one : planned.segments)
      add(one.segment, spread_evenly(one.runs, planned.from, planned.until));
  if (by_segment.empty())
    add("", spread_evenly(planned.runs, planned.from, planned.until));
  std::vector<RunsToDo> all;
  for (auto& [segment, one] : by_segment) {
    std::stable_sort(one.parts.begin(), one.parts.end(),
                     [](const PlannedRuns& a, const PlannedRuns& b) { return a.first < b.first; });
    all.push_back(std::move(one));
  }
  return all;
}
} // namespace

std::int64_t RunsToDo::count() const {
  std::int64_t all = 0;
  for (const PlannedRuns& part : parts)
    all += part.runs;
  return all;
}

/// Each in the middle of its share of the days.
PlannedRuns spread_evenly(std::int64_t runs, Date from, Date until) {
  PlannedRuns all;
  all.from = from;
  all.until = std::max(from, until);
  all.runs = runs;
  const std::int64_t days = (all.until - from).count() + 1;
  const std::int64_t halves = 2 * std::max<std::int64_t>(1, runs);
  all.first = from + std::chrono::days{days / halves};
  all.last = from + std::chrono::days{days * (halves - 1) / halves};
  return all;
}

std::vector<RunsToDo> committed_runs(const Strategy& strategy, Date day) {
  std::vector<std::vector<const CommittedRuns*>> by_action(strategy.actions.size());
  const std::vector<CommittedRuns> scheduled = scheduled_runs(strategy, day);
  for (const CommittedRuns& one : scheduled)
    by_action[one.action].push_back(&one);
  std::vector<RunsToDo> all;
  for (std::size_t i = 0; i < strategy.actions.size(); ++i) {
    const Action& action = strategy.actions[i];
    const Objective* const moved = objective_named(strategy, action.objective);
    if (!action.origin.sound || action.status == Status::stopped || moved == nullptr)
      continue;
    Promise promise(strategy, i, *moved, day);
    for (const CommittedRuns* const one : by_action[i])
      promise.add(*one);
    promise.add_rest();
    promise.tell(all);
  }
  return all;
}

std::optional<std::vector<RunsToDo>> planned_runs(const Strategy& strategy, const Plan* plan,
                                                  std::size_t place) {
  if (plan == nullptr || plan->status == PlanStatus::infeasible)
    return std::nullopt;
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < strategy.actions.size(); ++i)
    if (strategy.actions[i].origin.sound)
      places.emplace(strategy.actions[i].id, i);
  std::vector<RunsToDo> all;
  for (const PlannedAction& one : plan->actions)
    if (one.strategy == place && one.runs > 0)
      if (const auto found = places.find(one.id); found != places.end())
        for (RunsToDo& runs : runs_of(one, strategy.actions[found->second], found->second))
          all.push_back(std::move(runs));
  return all;
}

} // namespace analysis
} // namespace deploy_plan
