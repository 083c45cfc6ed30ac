// What explains a plan once it is found; each in a room of its own.
#pragma once
#include "analysis/plan_model.hpp"

namespace deploy_plan::analysis {

/// A smallest set of limits that cannot hold together, of a program that has no solution.
[[nodiscard]] std::vector<PlanLimit> conflicts(const PlanModel& model, const SolverLimits& limits);

/// Best value for full costs up to beyond the plan's own, whatever the budgets.
[[nodiscard]] std::vector<FrontierPoint> frontier(const PlanModel& model, double plan_cost,
                                                  std::size_t points, const SolverLimits& limits);
/// The best value within the budgets and a full cost; targets are not held.
[[nodiscard]] Solution best_within(const PlanModel& model, double full_cost, const SolverLimits& limits);
/// What one more unit of a budget's row would add, runs taken as divisible.
[[nodiscard]] std::optional<double> marginal(const PlanModel& model, int row, const SolverLimits& limits);

/// Fills in why each action has its runs, and which budgets bind.
void explain(const PlanModel& model, std::span<const Strategy> strategies, Plan& plan);

/// The months from the day on, for actions that have dates or run in a period.
[[nodiscard]] PlanCalendar calendar(const PlanModel& model, std::span<const Strategy> strategies,
                                    const Plan& plan);

} // namespace deploy_plan::analysis
