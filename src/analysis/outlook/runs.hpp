// Runs that are to come, and their days.
#pragma once
#include "deploy_plan/plan.hpp"

namespace deploy_plan::analysis {

/// Runs of an action in one of its segments, in the order of time.
struct RunsToDo {
  std::size_t action = 0;         ///< its place in the strategy
  std::string segment;            ///< of one that can be run in several; else empty
  std::vector<PlannedRuns> parts; ///< their own `segment` is not asked
  [[nodiscard]] std::int64_t count() const;
};

/// Calls `visit(run, day)` with each of them, the first being 1, in their order.
template <class Visit>
void each_day(const RunsToDo& runs, const Visit& visit) {
  std::int64_t number = 0;
  for (const PlannedRuns& part : runs.parts)
    for (std::int64_t run = 1; run <= part.runs; ++run)
      visit(++number, part.day_of(run));
}

/// So many runs, spread evenly from a day to another: a run more makes none of the others later.
[[nodiscard]] PlannedRuns spread_evenly(std::int64_t runs, Date from, Date until);

/// Those that are promised: those on a schedule, in their months; and what the least number of runs of each
/// action asks for beyond, in time for the North Star where they lead to it, else for their own objective.
[[nodiscard]] std::vector<RunsToDo> committed_runs(const Strategy& strategy, Date day);
/// Those that a plan gives to the strategy at that place among the plan's; nothing where there is no plan, or
/// none was found.
[[nodiscard]] std::optional<std::vector<RunsToDo>> planned_runs(const Strategy& strategy, const Plan* plan,
                                                                std::size_t place);

} // namespace deploy_plan::analysis
