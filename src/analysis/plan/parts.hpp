// What explains a plan once it is found; each in a room of its own.
#pragma once
#include "analysis/program/plan_model.hpp"
#include <functional>

namespace deploy_plan::analysis {

using LimitSet = std::vector<bool>; ///< of a model's limits

/// Limits that cannot hold together, of a program that has no solution.
struct Conflict {
  std::vector<std::size_t> limits; ///< in their order
  bool is_smallest = false;        ///< else it may hold more than it takes: there was no time to tell
};
[[nodiscard]] Conflict conflict(const PlanModel& model, const SolverLimits& limits);
/// A plan that keeps these limits alone, whatever it is worth.
[[nodiscard]] Solution within(const PlanModel& model, const LimitSet& kept, const SolverLimits& limits);

/// Best value for full costs up to beyond the plan's own, whatever the budgets.
struct Frontier {
  std::vector<FrontierPoint> points; ///< each proven, to a thousandth
  bool is_whole = true;
};
[[nodiscard]] Frontier frontier(const PlanModel& model, double plan_cost, std::size_t points,
                                const SolverLimits& limits);
/// The cheapest plan found that reaches the targets as surely as is asked: of plans made as though each
/// effect that varies, and what comes by itself, came out low or high, and of the best within a cost.
struct ConfidentPlan {
  std::optional<Plan> plan;     ///< with its simulation
  std::optional<double> surest; ///< the best probability met; nothing where there is no plan at all
  bool is_of_goals = true;      ///< that probability; else that the actions alone bring enough
  bool is_whole = true;         ///< else the time ended the search
  std::optional<PlanFailure> failure;
};
/// Why a solver that failed gave no solution.
[[nodiscard]] inline SolverFailed solver_failure(const Solution& solution) {
  return {solution.failure.value_or(Text{"the solver gave up", "le solveur a renoncé"})};
}
/// Reads a solution of a model as a plan, and simulates it.
using ReadPlan = std::function<Plan(const PlanModel&, const Solution&)>;
[[nodiscard]] ConfidentPlan confident_plan(const PlanModel& model, std::span<const Strategy> strategies,
                                           const PlanOptions& options, PlanFutures& futures,
                                           const SolverLimits& limits, const ReadPlan& read);
/// The best value within the budgets and a full cost; targets are not held.
[[nodiscard]] Solution best_within(const PlanModel& model, double full_cost, const SolverLimits& limits);
/// What one more unit of a budget's row would add, runs taken as divisible.
[[nodiscard]] std::optional<double> marginal(const PlanModel& model, int row, const SolverLimits& limits);

/// Fills in why each action has its runs, and which budgets bind.
void explain(const PlanModel& model, std::span<const Strategy> strategies, const PlanOptions& options,
             Plan& plan);

/// What a plan says before any run.
[[nodiscard]] Plan plan_heading(const PlanModel& model, std::span<const Strategy> strategies,
                                const PlanOptions& options);
/// Fills in runs, their days, whom they take how long, and what they give; `made` is the model that was
/// solved, whose effects may have been taken otherwise.
void read_solution(const PlanModel& model, std::span<const Strategy> strategies, const PlanModel& made,
                   const Solution& solution, Plan& plan);
/// Fills in what the runs of a plan take of each owner, and of each term.
void tell_means(const PlanModel& model, std::span<const Strategy> strategies, Plan& plan);
/// Fills in what the runs of a plan give, and what its floors come to.
void read_gains(const PlanModel& model, Plan& plan);

/// Solves a program that is the model's with other costs, bounds or more rows: where time binds, how many
/// runs first, then when. As `solve` otherwise.
[[nodiscard]] Solution solve_in_time(const PlanModel& model, const Program& program,
                                     const SolverLimits& limits, const std::vector<double>& known = {});

/// The same numbers of runs, by what they count for, more evenly over their time.
[[nodiscard]] Solution spread_runs(const PlanModel& model, const Solution& solution);

/// Fills in what becomes of the plan where each open test is adopted, or dropped; false where the time ended.
bool tell_branches(const PlanModel& model, std::span<const Strategy> strategies, std::size_t most,
                   const SolverLimits& limits, Plan& plan);
/// Fills in the price of each floor; false where the time ended.
bool tell_prices(const PlanModel& model, const SolverLimits& limits, Plan& plan);

/// The plan that changes schedules least: runs given up are fewest, then runs moved, then how late.
[[nodiscard]] Solution kept_schedule(const PlanModel& model, std::span<const Strategy> strategies,
                                     const SolverLimits& limits);
/// Fills in what moved, and why.
void tell_moves(const PlanModel& model, std::span<const Strategy> strategies, const PlanOptions& options,
                Plan& plan);

} // namespace deploy_plan::analysis
