// What to do in the seven days that begin with the day.
#include "analysis/week/week_parts.hpp"
#include "deploy_plan/effect.hpp"
#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace deploy_plan::analysis {
namespace {

/// A task, and what ranks it.
struct RankedTask {
  WeekTask task;
  Date first{}; ///< the day that it is meant for
};

class TaskFinder {
public:
  TaskFinder(const KnownWeek& known, const Plan* planned) : now_(known), plan_(planned) {}

  /// To do from the day on, the most urgent first.
  std::vector<WeekTask> find() {
    if (is_scheduled(now_.strategy))
      add_scheduled();
    else if (plan_ != nullptr)
      add_planned([&](const PlannedRuns& one) { return is_of_week(one); });
    add_measures();
    add_results();
    std::stable_sort(all_.begin(), all_.end(), [](const RankedTask& a, const RankedTask& b) {
      const auto rank = [](const RankedTask& one) {
        const bool north_star = one.task.goal && one.task.goal->north_star;
        return std::tuple(-urgency(one.task), one.task.kind, !north_star, one.first, one.task.until);
      };
      return rank(a) < rank(b);
    });
    return taken();
  }

  /// Of the plan, after the week.
  std::vector<WeekTask> find_later() {
    add_planned([&](const PlannedRuns& one) { return one.from > week_end(now_.day); });
    std::vector<WeekTask> tasks = taken();
    std::stable_sort(tasks.begin(), tasks.end(), is_due_before);
    return tasks;
  }

private:
  const KnownWeek& now_;
  const Plan* const plan_;
  std::vector<RankedTask> all_;

  std::vector<WeekTask> taken() {
    std::vector<WeekTask> tasks;
    for (RankedTask& one : std::exchange(all_, {}))
      tasks.push_back(std::move(one.task));
    return tasks;
  }

  /// What serves the North Star comes first, and what is late.
  static int urgency(const WeekTask& task) {
    const bool late = task.late > 0 || (task.status && is_late(*task.status)) ||
                      (task.kind == TaskKind::measure && task.observed);
    return (task.serves_north_star ? 1 : 0) + (late ? 1 : 0);
  }

  // ---- runs

  /// By the action's place and the segment, as schedules say them.
  using Scheduled = std::map<std::pair<std::size_t, std::string>, WeekTask>;

  void add_scheduled() {
    Scheduled all;
    for (const CommittedRuns& one : slipped_runs(now_.strategy, now_.day)) {
      WeekTask& task = all[{one.action, one.segment}];
      task.late += one.runs;
      task.late_since = std::min(task.late_since.value_or(one.month.first), one.month.first);
    }
    for (const CommittedRuns& one : scheduled_runs(now_.strategy, now_.day))
      if (one.month.first <= week_end(now_.day)) {
        WeekTask& task = all[{one.action, one.segment}];
        task.also += one.runs;
        task.also_until = std::min(task.also_until.value_or(latest_day), last_day(one.month));
      }
    for (const auto& [where, runs] : all) {
      const Action& action = now_.strategy.actions[where.first];
      WeekTask task = of_action(TaskKind::scheduled_runs, action, where.second);
      task.late = runs.late;
      task.late_since = runs.late_since;
      task.also = runs.also;
      task.also_until = runs.also_until;
      add_scheduled(std::move(task), action, where.second);
    }
  }

  /// What slipped does not wait for what is scheduled now.
  void add_scheduled(WeekTask task, const Action& action, const std::string& segment) {
    Date last = last_useful_day(action);
    if (plan_ != nullptr) { // that keeps the schedule, as far as it can be done
      const PlannedRuns* const part = part_now(action.id, segment);
      if (part == nullptr)
        return;
      task.is_test = part->is_test;
      task.also = std::min(task.also, std::max<std::int64_t>(0, part->runs - task.late));
      last = std::min(last, part->until);
    }
    if (last < now_.day || !may_run(action) || task.late + task.also <= 0)
      return;
    if (task.also_until)
      task.also_until = std::min(*task.also_until, last);
    task.runs = task.late;
    task.until = std::min(week_end(now_.day), last);
    if (task.late == 0) {
      task.runs = std::exchange(task.also, 0);
      task.until = *std::exchange(task.also_until, std::nullopt);
    }
    add(std::move(task));
  }

  /// Of the plan: runs that can be done in this week.
  const PlannedRuns* part_now(const std::string& action, const std::string& segment) const {
    for (const PlannedAction& planned : plan_->actions)
      if (planned.id == action)
        for (const PlannedRuns& one : planned.schedule)
          if (one.runs > 0 && is_of_week(one) &&
              (one.segment.empty() || segment.empty() || one.segment == segment))
            return &one;
    return nullptr;
  }

  /// They can be done within these seven days.
  bool is_of_week(const PlannedRuns& one) const {
    return one.from <= week_end(now_.day) && one.until >= now_.day;
  }

  /// Of each action, in each of its segments, the first runs whose time is asked for.
  template <class IsInTime>
  void add_planned(IsInTime is_in_time) {
    for (const PlannedAction& planned : plan_->actions) {
      const Action* const action = find_action(now_.strategy, planned.id);
      if (action == nullptr)
        continue;
      std::set<std::string_view> told;
      for (const PlannedRuns& runs : planned.schedule)
        if (runs.runs > 0 && is_in_time(runs) && told.insert(runs.segment).second)
          add_planned(*action, runs);
    }
  }
  void add_planned(const Action& action, const PlannedRuns& runs) {
    WeekTask task = of_action(TaskKind::planned_runs, action, runs.segment);
    task.runs = runs.runs;
    task.is_test = runs.is_test;
    task.until = runs.until;
    add(std::move(task), runs.first);
  }

  /// Neither stopped nor to begin later.
  bool may_run(const Action& action) const {
    return action.status != Status::stopped && (!action.start || *action.start <= week_end(now_.day));
  }

  /// The last day on which a run of it still counts for its own objective.
  Date last_useful_day(const Action& action) const {
    Date last = action.end.value_or(latest_day);
    if (const Objective* const objective = find_objective(now_.strategy, action.objective))
      last = std::min(last, objective->target.by - std::chrono::days{1} - delay_of(action));
    return last;
  }

  // ---- figures

  /// What was never observed cannot be before the solution is there.
  bool is_to_open() const {
    const auto& solution = now_.strategy.solution;
    return solution && solution->launched && *solution->launched > now_.day;
  }

  void add_measures() {
    for (const Objective& objective : now_.strategy.objectives) {
      const ObjectiveGap* const told = find_objective(now_.gap, objective.id);
      if (told == nullptr || told->progress.by < now_.day ||
          (told->progress.status == GoalStatus::unmeasured ? is_to_open() : !told->progress.stale))
        continue;
      WeekTask task = to_measure(objective.id, told->name);
      task.goal = goal_of(*told);
      task.status = told->progress.status;
      task.serves_north_star = told->north_star;
      if (const Observation* const newest = newest_observation(objective.observations, now_.day))
        task.observed = newest->date;
      if (objective.measurement) {
        task.every_days = objective.measurement->every_days;
        task.method = objective.measurement->method;
      }
      add(std::move(task));
    }
    add_uncounted();
  }

  /// One count of those covered serves every share goal that has none.
  void add_uncounted() {
    if (is_to_open())
      return;
    for (const ShareGoalGap& goal : now_.gap.goals)
      if (goal.beneficiaries.status == GoalStatus::unmeasured && goal.beneficiaries.by >= now_.day) {
        WeekTask task = to_measure("penetrated", "");
        task.segment = segment_name(now_.strategy.market, goal.segment);
        task.goal = goal_of(goal, now_.strategy);
        task.status = GoalStatus::unmeasured;
        return add(std::move(task));
      }
  }

  WeekTask to_measure(const std::string& id, const std::string& name) const {
    WeekTask task;
    task.kind = TaskKind::measure;
    task.id = id;
    task.name = name;
    task.until = week_end(now_.day);
    if (now_.strategy.team.size() == 1)
      task.owner = now_.strategy.team.front().name;
    return task;
  }

  // ---- results

  void add_results() {
    for (const Action& action : now_.strategy.actions) {
      const PastRuns past = past_runs(action);
      if (past.count <= past.in_results)
        continue;
      WeekTask task = of_action(TaskKind::write_result, action, {});
      task.runs = past.count - past.in_results;
      task.until = week_end(now_.day);
      add(std::move(task));
    }
  }

  // ---- what they serve

  WeekTask of_action(TaskKind kind, const Action& action, const std::string& segment) const {
    WeekTask task;
    task.kind = kind;
    task.id = action.id;
    task.name = name_of(action);
    task.owner = action.owner;
    task.segment = segment_name(now_.strategy.market, segment);
    if (const ObjectiveGap* const objective = find_objective(now_.gap, action.objective)) {
      task.goal = goal_of(*objective);
      task.status = objective->progress.status;
      task.serves_north_star = passes_to_north_star(*objective);
    }
    return task;
  }

  /// It is the North Star, or what it gains passes down the funnel to it.
  bool passes_to_north_star(const ObjectiveGap& objective) const {
    if (objective.north_star)
      return true;
    const auto& funnel = now_.gap.funnel;
    auto stage = std::find_if(funnel.begin(), funnel.end(),
                              [&](const FunnelStage& one) { return one.objective == objective.id; });
    if (stage == funnel.end())
      return false;
    for (++stage; stage != funnel.end() && stage->passed; ++stage)
      if (const ObjectiveGap* const next = find_objective(now_.gap, stage->objective);
          next && next->north_star)
        return true;
    return false;
  }

  void add(WeekTask task) {
    const Date until = task.until;
    add(std::move(task), until);
  }
  void add(WeekTask task, Date first) { all_.push_back({std::move(task), first}); }
};
} // namespace

std::vector<WeekTask> week_tasks(const KnownWeek& now, const Plan* plan) {
  return TaskFinder(now, plan).find();
}

std::vector<WeekTask> later_tasks(const KnownWeek& now, const Plan& plan) {
  return TaskFinder(now, &plan).find_later();
}

} // namespace deploy_plan::analysis
