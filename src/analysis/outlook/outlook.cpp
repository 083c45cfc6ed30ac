#include "deploy_plan/outlook.hpp"
#include "analysis/outlook/futures.hpp"

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
  futures.each(
      planned ? &*planned : nullptr,
      [&](std::size_t place, const analysis::DrawnFutures& drawn) {
        const analysis::FutureSeries& series = futures.series()[place];
        for (const analysis::FutureGoal& goal : series.goals)
          if (auto* const into = place_for(gap, series, goal.id); into != nullptr && goal.by >= gap.as_of)
            *into = futures.outlooks(series, goal, drawn);
      },
      [](std::size_t) {});
}

} // namespace deploy_plan
