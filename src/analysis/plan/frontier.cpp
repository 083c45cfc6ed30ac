// What more or less means would give.
#include "analysis/plan/parts.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// What the solver itself takes for nothing.
constexpr double nothing_gained = 1e-7;

void free_row(Program& program, int row) {
  if (row >= 0)
    program.rows[static_cast<std::size_t>(row)].high = unbounded;
}

void set_objective(Program& program, const std::vector<Term>& terms, bool maximise) {
  program.maximise = maximise;
  for (Column& column : program.columns)
    column.cost = 0;
  for (const Term& term : terms)
    program.columns[static_cast<std::size_t>(term.column)].cost += term.factor;
}

/// The plan's program without its budgets and targets: what full cost alone limits.
Program without_budgets(const PlanModel& model) {
  Program program = model.program;
  free_row(program, model.money_row);
  free_row(program, model.days_row);
  for (const int row : model.target_rows)
    program.rows[static_cast<std::size_t>(row)].low = -unbounded;
  return program;
}
} // namespace

Frontier frontier(const PlanModel& model, double plan_cost, std::size_t points, const SolverLimits& limits) {
  Program program = without_budgets(model);
  set_objective(program, model.full_cost(), false);
  const Solution least = solve(program, limits);
  set_objective(program, model.value(), true);
  const Solution most = solve(program, limits);
  if (least.outcome != Outcome::optimal || most.columns.empty())
    return {{}, false};
  double dearest = 0;
  for (const Term& term : model.full_cost())
    dearest += term.factor * most.columns[static_cast<std::size_t>(term.column)];
  const double end = plan_cost > least.value ? std::min(dearest, 2 * plan_cost) : dearest;
  const auto limit =
      static_cast<std::size_t>(program.add(Row{"full_cost", -unbounded, 0, model.full_cost()}));
  // A curve is read by eye: its points need no more digits, nor a search that is longer than the plan's.
  const SolverLimits of_points{limits.until, std::max(limits.gap, 1e-4), 300};
  const double proven = std::max(limits.gap, 1e-3);
  Frontier frontier;
  std::vector<double> before = least.columns;
  for (std::size_t i = 0; i < points; ++i) {
    const double share = points == 1 ? 1 : static_cast<double>(i) / static_cast<double>(points - 1);
    const double cost = least.value + (end - least.value) * share;
    program.rows[limit].high = cost + 1e-9 * std::max(1.0, std::abs(cost));
    Solution best = solve(program, of_points, before);
    if (!best.columns.empty() && best.gap <= proven)
      frontier.points.push_back({cost, std::abs(best.value) < nothing_gained ? 0 : best.value});
    else
      frontier.is_whole = false;
    if (!best.columns.empty())
      before = std::move(best.columns);
  }
  for (std::size_t i = 1; i < frontier.points.size(); ++i) {
    FrontierPoint& here = frontier.points[i];
    const FrontierPoint& previous = frontier.points[i - 1];
    if (const double step = here.full_cost - previous.full_cost; step > 0)
      here.per_cost = (here.value - previous.value) / step;
  }
  return frontier;
}

Solution best_within(const PlanModel& model, double full_cost, const SolverLimits& limits) {
  Program program = model.program;
  for (const int row : model.target_rows)
    program.rows[static_cast<std::size_t>(row)].low = -unbounded;
  set_objective(program, model.value(), true);
  program.add(Row{"full_cost", -unbounded, full_cost, model.full_cost()});
  return solve(program, limits);
}

std::optional<double> marginal(const PlanModel& model, int row, const SolverLimits& limits) {
  if (row < 0)
    return std::nullopt;
  Program program = model.program;
  for (Column& column : program.columns)
    column.whole = false;
  if (!program.maximise) { // a target that is reached for least: what its cost then brings
    program = without_budgets(model);
    for (Column& column : program.columns)
      column.whole = false;
    for (const int budget : {model.money_row, model.days_row})
      if (budget >= 0)
        program.rows[static_cast<std::size_t>(budget)].high =
            model.program.rows[static_cast<std::size_t>(budget)].high;
    set_objective(program, model.value(), true);
  }
  const Solution now = solve(program, limits);
  program.rows[static_cast<std::size_t>(row)].high += 1;
  const Solution more = solve(program, limits);
  if (now.columns.empty() || more.columns.empty())
    return std::nullopt;
  const double gain = more.value - now.value;
  return gain > 1e-9 * std::max(1.0, std::abs(now.value)) ? gain : 0;
}

} // namespace deploy_plan::analysis
