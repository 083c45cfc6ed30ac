// A week, put together: the strategy as it is known now is set against what was known then.
#include "analysis/week/week_parts.hpp"
#include <algorithm>

namespace deploy_plan {
namespace analysis {

WeekGoal goal_of(const ObjectiveGap& objective) {
  WeekGoal goal;
  goal.id = objective.id;
  goal.name = objective.name;
  goal.goal = objective.progress.goal;
  goal.by = objective.progress.by;
  goal.unit = objective.unit;
  goal.is_rate = !objective.counted;
  goal.north_star = objective.north_star;
  return goal;
}

WeekGoal goal_of(const ShareGoalGap& share, const Strategy& strategy) {
  WeekGoal goal;
  goal.id = share.id;
  goal.of = share.of;
  goal.segment = segment_name(strategy.market, share.segment);
  goal.goal = share.share;
  goal.by = share.beneficiaries.by;
  goal.unit = strategy.market.unit;
  goal.is_rate = true;
  return goal;
}

const Objective* find_objective(const Strategy& strategy, std::string_view id) {
  const auto found = std::find_if(strategy.objectives.begin(), strategy.objectives.end(),
                                  [&](const Objective& one) { return one.id == id; });
  return found == strategy.objectives.end() ? nullptr : &*found;
}
const ObjectiveGap* find_objective(const Gap& gap, std::string_view id) {
  const auto found = std::find_if(gap.objectives.begin(), gap.objectives.end(),
                                  [&](const ObjectiveGap& one) { return one.id == id; });
  return found == gap.objectives.end() ? nullptr : &*found;
}
const Action* find_action(const Strategy& strategy, std::string_view id) {
  const auto found = std::find_if(strategy.actions.begin(), strategy.actions.end(),
                                  [&](const Action& one) { return one.id == id; });
  return found == strategy.actions.end() ? nullptr : &*found;
}

namespace {

bool is_same_decision(const WeekDecision& a, const WeekDecision& b) {
  return a.kind == b.kind && a.id == b.id;
}

/// Arms and pilots have no days: nothing tells since when they say what they say.
bool is_dated(const WeekDecision& decision, const Strategy& strategy) {
  if (decision.kind != DecisionKind::adopt && decision.kind != DecisionKind::drop)
    return true;
  return std::any_of(strategy.actions.begin(), strategy.actions.end(), [&](const Action& action) {
    return action.id == decision.id && action.test && action.test->protocol == Protocol::sequence;
  });
}

std::vector<WeekDecision> decisions_since(const KnownWeek& now, const KnownWeek& then) {
  std::vector<WeekDecision> all = week_decisions(now);
  const std::vector<WeekDecision> before = week_decisions(then);
  for (WeekDecision& one : all)
    one.was_open = is_dated(one, now.strategy) &&
                   std::any_of(before.begin(), before.end(),
                               [&](const WeekDecision& other) { return is_same_decision(one, other); });
  std::stable_partition(all.begin(), all.end(), [](const WeekDecision& one) { return !one.was_open; });
  return all;
}

WeekDecision no_plan(std::vector<PlanLimit> limits) {
  WeekDecision decision;
  decision.kind = DecisionKind::no_plan;
  decision.id = "plan";
  decision.limits = std::move(limits);
  return decision;
}

bool stands_worse(GoalMove move) {
  return move == GoalMove::left || move == GoalMove::further || move == GoalMove::overdue ||
         move == GoalMove::less_likely;
}

WeekCounts counted(const Week& week, const Gap& gap) {
  const auto size = [](const auto& all) { return static_cast<std::int64_t>(all.size()); };
  WeekCounts counts;
  counts.observed = size(week.observed);
  counts.late = count_goals(gap).late;
  for (const MovedGoal& one : week.goals) {
    if (one.is_mixed)
      ++counts.mixed;
    else if (stands_worse(one.move))
      ++counts.left;
    else if (one.move != GoalMove::measured)
      ++counts.rejoined;
  }
  counts.results = size(week.results);
  for (const ArrivedResult& one : week.results)
    counts.below += one.against == AgainstAssumed::below ? 1 : 0;
  counts.verdicts = size(week.verdicts);
  counts.tasks = size(week.tasks);
  for (const WeekTask& one : week.tasks)
    counts.late_runs += one.late;
  counts.decisions = size(week.decisions);
  for (const WeekDecision& one : week.decisions)
    counts.new_decisions += one.was_open ? 0 : 1;
  return counts;
}

Week told_week(const KnownWeek& now, const KnownWeek& then, const Plan* found) {
  const Plan* const plan = found != nullptr && found->status != PlanStatus::infeasible ? found : nullptr;
  Week week;
  week.as_of = now.day;
  week.since = then.day;
  week.strategy = now.strategy.name;
  week.unit = now.strategy.market.unit;
  week.currency = now.gap.currency;
  week.period_end = now.strategy.period.end;
  week.is_over = now.strategy.period.end < now.day;
  week.is_observed = is_anything_known(now.strategy, now.day);
  week.is_all_new = week.is_observed && !is_anything_known(then.strategy, then.day);
  week.observed = new_observations(now, then);
  week.goals = moved_goals(now, then);
  week.results = arrived_results(now, then.day);
  week.verdicts = changed_verdicts(now, then);
  if (!week.is_over) {
    week.tasks_from = is_scheduled(now.strategy) ? TasksFrom::schedule
                      : plan != nullptr          ? TasksFrom::plan
                                                 : TasksFrom::nothing;
    week.tasks = week_tasks(now, plan);
    if (plan != nullptr)
      week.tests = plan->tests;
  }
  week.decisions = decisions_since(now, then);
  if (found != plan && !week.is_over)
    week.decisions.insert(week.decisions.begin(), no_plan(found->conflicts));
  week.counts = counted(week, now.gap);
  week.tasks.resize(std::min(week.tasks.size(), most_tasks));
  return week;
}

Gap drawn_gap(const Strategy& strategy, Date day, const FutureOptions& futures, const Plan* plan) {
  Gap told = gap(strategy, day);
  add_outlooks(told, strategy, futures, plan);
  return told;
}
} // namespace
} // namespace analysis

Week week(const Strategy& strategy, Date day, Date since, const FutureOptions& futures, const Plan* plan) {
  Strategy known = strategy;
  model::leave_out_later(known, day);
  Strategy before = known;
  model::leave_out_later(before, since);
  // What keeps the schedule is what is committed, and not the best plan.
  const Plan* const best = plan != nullptr && !plan->is_kept && !plan->does_nothing() ? plan : nullptr;
  const Gap now = analysis::drawn_gap(known, day, futures, best);
  const Gap then = analysis::drawn_gap(before, since, futures, nullptr);
  return analysis::told_week({known, now, day}, {before, then, since}, plan);
}

} // namespace deploy_plan
