// Runs that are to come, and their days.
#pragma once
#include "deploy_plan/plan.hpp"

namespace deploy_plan::analysis {

/// Runs of an action, spread evenly over the days on which they can be done.
struct RunsToDo {
  std::size_t action = 0; ///< its place in the strategy
  std::int64_t count = 0;
  Date from{}, until{}; ///< first and last day
  /// Of one of them, the first being 1: a run more makes none of the others later.
  [[nodiscard]] Date day_of(std::int64_t run) const;
};

/// Those that are promised: what the least number of runs of each action still asks for, in time for the
/// North Star where they lead to it, else for their own objective.
[[nodiscard]] std::vector<RunsToDo> committed_runs(const Strategy& strategy, Date day);
/// Those that a plan gives to the strategy at that place among the plan's; nothing where there is no plan, or
/// none was found.
[[nodiscard]] std::optional<std::vector<RunsToDo>> planned_runs(const Strategy& strategy, const Plan* plan,
                                                                std::size_t place);

} // namespace deploy_plan::analysis
