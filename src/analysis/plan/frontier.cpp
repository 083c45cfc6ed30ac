// What more or less means would give.
#include "analysis/blocks/blocks.hpp"
#include "analysis/plan/parts.hpp"
#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace deploy_plan::analysis {
namespace {

/// What the solver itself takes for nothing.
constexpr double nothing_gained = 1e-7;

void free_row(Program& program, int row) {
  if (row >= 0)
    program.rows[static_cast<std::size_t>(row)].high = unbounded;
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

/// Both ends first, then what lies in the middle of what lies before: each narrows down what the next can be.
std::vector<std::size_t> from_the_ends(std::size_t count) {
  std::vector<std::size_t> order;
  std::vector<bool> is_in(count);
  const auto add = [&](std::size_t one) {
    if (!is_in[one])
      order.push_back(one);
    is_in[one] = true;
  };
  if (count > 0)
    add(count - 1);
  if (count > 0)
    add(0);
  for (std::size_t step = std::bit_ceil(std::max<std::size_t>(count, 2)); step > 0; step /= 2)
    for (std::size_t i = step; i + 1 < count; i += 2 * step)
      add(i);
  return order;
}

/// The best values within full costs: of the plan's program without its budgets.
class Curve {
public:
  Curve(const PlanModel& model, const SolverLimits& limits)
      : model_(model), program_(without_budgets(model)), limits_(limits) {
    // A curve is read by eye: its points need no more digits, nor a search that is longer than the plan's.
    program_.ask(true, model.value());
    cost_row_ = program_.add(Row{"full_cost", -unbounded, unbounded, model.full_cost()});
    if (model.rates.size() > 1)
      blocks_ = Blocks::of(program_);
  }

  [[nodiscard]] Solution without_limit() {
    return blocks_ ? within(unbounded) : solve_in_time(model_, program_, limits_);
  }
  /// With its gap.
  [[nodiscard]] Solution within(double cost) {
    program_.rows[static_cast<std::size_t>(cost_row_)].high = cost;
    if (blocks_ && blocks_->limit(cost_row_, cost)) {
      Solution found = blocks_->solve({limits_.until, std::max(limits_.gap, 0.9 * proven), 0});
      if (!found.columns.empty() && found.gap <= proven)
        return found;
    }
    Solution found =
        solve_in_time(model_, program_, {limits_.until, std::max(limits_.gap, 1e-4), most_nodes}, before_);
    if (!found.columns.empty())
      before_ = found.columns;
    return found;
  }
  void begin_with(std::vector<double> columns) { before_ = std::move(columns); }
  /// In which points are best asked for.
  [[nodiscard]] std::vector<std::size_t> order(std::size_t points) const {
    if (blocks_)
      return from_the_ends(points);
    std::vector<std::size_t> ascending(points);
    std::iota(ascending.begin(), ascending.end(), std::size_t{0});
    return ascending;
  }

  static constexpr double proven = 1e-3;

private:
  static constexpr int most_nodes = 300;
  const PlanModel& model_;
  Program program_;
  const SolverLimits limits_;
  int cost_row_ = -1;
  std::optional<Blocks> blocks_;
  std::vector<double> before_;
};
} // namespace

Frontier frontier(const PlanModel& model, double plan_cost, std::size_t points, const SolverLimits& limits) {
  Program program = without_budgets(model);
  program.ask(false, model.full_cost());
  const Solution least = solve_in_time(model, program, limits);
  Curve curve(model, limits);
  const Solution most = curve.without_limit();
  if (least.outcome != Outcome::optimal || most.columns.empty())
    return {{}, false};
  curve.begin_with(least.columns);
  const double dearest = value_of(model.full_cost(), most.columns);
  const double end = plan_cost > least.value ? std::min(dearest, 2 * plan_cost) : dearest;
  if (!(end > least.value)) // nothing can be had for more
    return {};
  const double proven = std::max(limits.gap, Curve::proven);
  std::vector<std::optional<FrontierPoint>> found(points);
  Frontier frontier;
  for (const std::size_t i : curve.order(points)) {
    const double share = points == 1 ? 1 : static_cast<double>(i) / static_cast<double>(points - 1);
    const double cost = least.value + (end - least.value) * share;
    const Solution best = curve.within(cost + 1e-9 * std::max(1.0, std::abs(cost)));
    if (!best.columns.empty() && best.gap <= proven)
      found[i] = FrontierPoint{cost, std::abs(best.value) < nothing_gained ? 0 : best.value};
    else
      frontier.is_whole = false;
  }
  for (const auto& point : found)
    if (point) {
      const double less = frontier.points.empty() ? point->value : frontier.points.back().value;
      frontier.points.push_back({point->full_cost, std::max(point->value, less)}); // less means allow no more
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
  program.ask(true, model.value());
  program.add(Row{"full_cost", -unbounded, full_cost, model.full_cost()});
  return solve_in_time(model, program, limits);
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
    program.ask(true, model.value());
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
