// What a week is put together from.
#pragma once
#include "deploy_plan/week.hpp"
#include "model/hindsight.hpp"

namespace deploy_plan::analysis {

/// A strategy as it is known on a day, and where it stands then.
struct KnownWeek {
  const Strategy& strategy; ///< what came later is left out
  const Gap& gap;           ///< with outlooks
  Date day{};               ///< of the gap
};

/// The seven days begin with the day.
[[nodiscard]] constexpr Date week_end(Date day) { return day + std::chrono::days{6}; }

[[nodiscard]] WeekGoal goal_of(const ObjectiveGap& objective);
[[nodiscard]] WeekGoal goal_of(const ShareGoalGap& goal, const Strategy& strategy);
/// nullptr where there is none of that id.
[[nodiscard]] const Objective* find_objective(const Strategy& strategy, std::string_view id);
[[nodiscard]] const ObjectiveGap* find_objective(const Gap& gap, std::string_view id);
[[nodiscard]] const Action* find_action(const Strategy& strategy, std::string_view id);

/// What was observed after `then.day`, or became known after it.
[[nodiscard]] std::vector<NewObservation> new_observations(const KnownWeek& now, const KnownWeek& then);
/// Whether anything was observed, or any result was written, by a day.
[[nodiscard]] bool is_anything_known(const Strategy& strategy, Date day);
[[nodiscard]] std::vector<MovedGoal> moved_goals(const KnownWeek& now, const KnownWeek& then);
[[nodiscard]] std::vector<ArrivedResult> arrived_results(const KnownWeek& now, Date since);
[[nodiscard]] std::vector<ChangedVerdict> changed_verdicts(const KnownWeek& now, const KnownWeek& then);
/// Everything to do from the day on, the most urgent first.
[[nodiscard]] std::vector<WeekTask> week_tasks(const KnownWeek& now, const Plan* plan);
[[nodiscard]] inline bool is_due_before(const WeekTask& a, const WeekTask& b) { return a.until < b.until; }
/// What the plan has after the week, the first run of each action, the soonest first.
[[nodiscard]] std::vector<WeekTask> later_tasks(const KnownWeek& now, const Plan& plan);
/// Means of which more was spent than there is, credits that have ended apart.
[[nodiscard]] std::vector<WeekDecision> overspent_means(const KnownWeek& now);
/// Whether a goal that is still ahead is unlikely, as committed.
[[nodiscard]] bool is_unlikely(const Progress& way, const std::optional<Outlooks>& outlook);
/// Everything to decide on the day, in the order of the kinds.
[[nodiscard]] std::vector<WeekDecision> week_decisions(const KnownWeek& now);

} // namespace deploy_plan::analysis
