#include "deploy_plan/outlook.hpp"
#include "analysis/outlook/futures.hpp"
#include "source/in_order.hpp"
#include <algorithm>

namespace deploy_plan {

OutlookClass outlook_class(double probability) {
  constexpr double likely = 0.8;
  constexpr double unlikely = 0.2;
  return probability >= likely     ? OutlookClass::likely
         : probability <= unlikely ? OutlookClass::unlikely
                                   : OutlookClass::uncertain;
}

namespace {

/// Where the outlook of a series' goal is told; nullptr where the gap has no such goal.
std::optional<Outlooks>* place_for(Gap& gap, const analysis::FutureSeries& series, std::string_view goal) {
  if (series.kind == ForecastOf::objective) {
    for (ObjectiveGap& one : gap.objectives)
      if (one.id == series.id)
        return &one.outlook;
    return nullptr;
  }
  for (ShareGoalGap& one : gap.goals)
    if (one.segment == series.id && one.id == goal)
      return &one.outlook;
  return nullptr;
}
} // namespace

void add_outlooks(Gap& gap, const Strategy& strategy, const FutureOptions& options, const Plan* with_plan) {
  analysis::Futures futures(strategy, gap, options);
  const auto planned = analysis::planned_runs(strategy, with_plan, 0);
  std::vector<std::vector<std::size_t>> groups;
  for (const auto& group : futures.groups())
    if (std::any_of(group.begin(), group.end(),
                    [&](std::size_t place) { return !futures.series()[place].goals.empty(); }))
      groups.push_back(group);
  source::in_order(
      groups.size(), options.threads,
      [&](std::size_t i) {
        futures.grow(groups[i]);
        for (const std::size_t place : groups[i]) {
          const analysis::FutureSeries& series = futures.series()[place];
          for (const analysis::FutureGoal& goal : series.goals)
            if (auto* const into = place_for(gap, series, goal.id); into != nullptr && goal.by >= gap.as_of)
              *into = futures.outlooks(series, goal, planned ? &*planned : nullptr);
        }
        futures.release(groups[i]);
        return i;
      },
      [](std::size_t) {});
}

} // namespace deploy_plan
