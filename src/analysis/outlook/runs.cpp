#include "analysis/outlook/runs.hpp"
#include "deploy_plan/effect.hpp"
#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace deploy_plan::analysis {
namespace {

const Objective* objective_named(const Strategy& strategy, std::string_view id) {
  const auto found = std::find_if(strategy.objectives.begin(), strategy.objectives.end(),
                                  [&](const Objective& one) { return one.origin.sound && one.id == id; });
  return found == strategy.objectives.end() ? nullptr : &*found;
}

/// The last day on which a run still counts: before that of what it is done for.
Date last_day_of(const Strategy& strategy, const Action& action, const Objective& moved, Date day) {
  Date last = action.end ? std::min(*action.end, strategy.period.end) : strategy.period.end;
  const Objective* const star =
      strategy.north_star ? objective_named(strategy, strategy.north_star->objective) : nullptr;
  const bool is_above = star != nullptr && moved.stage < star->stage && moved.metric.scale != Scale::rate &&
                        star->metric.scale != Scale::rate;
  const Objective& goal = is_above && star->target.by > day ? *star : moved;
  if (goal.target.by > day)
    last = std::min(last, goal.target.by - std::chrono::days{1});
  return last;
}
} // namespace

Date RunsToDo::day_of(std::int64_t run) const {
  const auto days = static_cast<double>((until - from).count() + 1);
  const double part = (static_cast<double>(run) - 0.5) / static_cast<double>(count);
  return std::min(until, from + std::chrono::days{static_cast<int>(std::floor(part * days))});
}

std::vector<RunsToDo> committed_runs(const Strategy& strategy, Date day) {
  std::vector<RunsToDo> all;
  for (std::size_t i = 0; i < strategy.actions.size(); ++i) {
    const Action& action = strategy.actions[i];
    const Objective* const moved = objective_named(strategy, action.objective);
    const std::int64_t left = (action.runs ? action.runs->min.value_or(0) : 0) - past_runs(action).count;
    if (!action.origin.sound || action.status == Status::stopped || left <= 0 || moved == nullptr)
      continue;
    const Date from = std::max(day, action.start.value_or(day));
    const Date until = last_day_of(strategy, action, *moved, day);
    if (from <= until)
      all.push_back({i, left, from, until});
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
        all.push_back({found->second, one.runs, one.from, one.until});
  return all;
}

} // namespace deploy_plan::analysis
