#include "deploy_plan/plan.hpp"
#include "analysis/blocks/blocks.hpp"
#include "analysis/plan/gains.hpp"
#include "analysis/plan/parts.hpp"
#include "analysis/value/test_value.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace {

using analysis::Column;
using analysis::ModelAction;
using analysis::ModelObjective;
using analysis::Outcome;
using analysis::PlanFutures;
using analysis::PlanModel;
using analysis::Program;
using analysis::Row;
using analysis::Solution;
using analysis::SolverLimits;
using analysis::Term;

/// Of plans that are equally good, the one of least full cost, then the one that runs what stands first in
/// the file: each a program of its own, whose predecessor's value is held.
class Solver {
public:
  Solver(const PlanModel& planned, const SolverLimits& chosen, analysis::Moment until)
      : model_(planned), limits_(chosen), ties_until_(until) {}

  bool costs_least = false; ///< it is known that no plan as good costs less

  Solution solve() {
    const Solution best = model_.rates.size() > 1 ? analysis::solve_by_blocks(model_.program, limits_)
                                                  : analysis::solve_in_time(model_, model_.program, limits_);
    if (best.outcome != Outcome::optimal)
      return best;
    costs_least = !model_.program.maximise; // else that is still to be looked for
    if (model_.program.columns.size() > most_columns_of_ties)
      return best;
    Program program = model_.program;
    Solution found = best;
    if (program.maximise) {
      hold(program, objective_terms(program), found.value);
      const Solution cheapest = minimising(program, model_.full_cost(), found);
      costs_least = cheapest.outcome == Outcome::optimal;
      found = better(cheapest, found);
    }
    hold(program, model_.full_cost(), analysis::value_of(model_.full_cost(), found.columns));
    std::vector<Term> places;
    for (std::size_t i = 0; i < model_.actions.size(); ++i)
      for (const Term& term : model_.actions[i].times(static_cast<double>(i + 1)))
        places.push_back(term);
    found = better(minimising(program, places, found), found);
    found.outcome = best.outcome;
    found.gap = best.gap;
    return found;
  }

private:
  /// Above, equals hardly exist, and telling them apart would take longer than the plan.
  static constexpr std::size_t most_columns_of_ties = 250;
  static constexpr int most_nodes_of_ties = 50;
  const PlanModel& model_;
  const SolverLimits limits_;
  const analysis::Moment ties_until_;

  static std::vector<Term> objective_terms(const Program& program) {
    std::vector<Term> terms;
    for (std::size_t i = 0; i < program.columns.size(); ++i)
      if (program.columns[i].cost != 0)
        terms.push_back({static_cast<int>(i), program.columns[i].cost});
    return terms;
  }
  /// Within what the solver itself takes for equal.
  static void hold(Program& program, std::vector<Term> terms, double value) {
    const double slack = 1e-7 * std::max(1.0, std::abs(value));
    const bool least = program.maximise;
    program.add(Row{"held", least ? value - slack : -analysis::unbounded,
                    least ? analysis::unbounded : value + slack, std::move(terms)});
  }
  Solution minimising(Program& program, const std::vector<Term>& terms, const Solution& before) const {
    program.ask(false, terms);
    return analysis::solve_in_time(model_, program, {ties_until_, limits_.gap, most_nodes_of_ties},
                                   before.columns);
  }
  static Solution better(Solution tried, const Solution& before) {
    return tried.columns.empty() ? before : tried;
  }
};

/// The time of an answer, shared out: what explains a plan comes after it, and must come too.
class TimeGiven {
public:
  explicit TimeGiven(double seconds) : seconds_(std::min(seconds, most)) {}
  [[nodiscard]] analysis::Moment until(double share) const {
    return begin_ + std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                        std::chrono::duration<double>(seconds_ * share));
  }
  /// Of a search: where a plan is not proven, they end it at the same place on any machine that is fast
  /// enough. Each takes the longer the more columns there are.
  [[nodiscard]] int nodes(const Program& program) const {
    constexpr double columns_a_second = 15000;
    constexpr double least_a_second = 20;
    const auto columns = static_cast<double>(program.columns.size());
    const double nodes = seconds_ * std::max(least_a_second, columns_a_second / std::max(1.0, columns));
    return static_cast<int>(std::clamp(nodes, 1.0, 1e9));
  }

private:
  static constexpr double most = 1e8; ///< no clock goes on for ever
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  double seconds_;
};
constexpr double time_of_plan = 0.6;
constexpr double time_of_ties = 0.7;
constexpr double time_of_all = 0.95;

class Planner {
public:
  Planner(std::span<const Strategy> planned, Date on, const PlanOptions& chosen, TimeGiven given,
          PlanFutures& coming, PlanModel read)
      : strategies_(planned), day_(on), options_(chosen),
        time_(given), limits_{time_.until(time_of_all), chosen.gap}, futures_(coming),
        model_(std::move(read)) {}

  tl::expected<Plan, PlanFailure> plan() {
    if (options_.confidence)
      return confident();
    if (options_.keep)
      return kept();
    Solver solver(model_, {time_.until(time_of_plan), options_.gap, time_.nodes(model_.program)},
                  time_.until(time_of_ties));
    const Solution solution = solver.solve();
    if (const auto given_up = failure_of(solution))
      return tl::unexpected(*given_up);
    if (solution.outcome == Outcome::infeasible)
      return conflicting();
    Plan plan = read(model_, analysis::spread_runs(model_, solution));
    if (plan.status == PlanStatus::optimal && !solver.costs_least)
      plan.unfinished.push_back(Unfinished::least_cost);
    explain(plan);
    return plan;
  }

private:
  std::span<const Strategy> strategies_;
  const Date day_;
  const PlanOptions& options_;
  const TimeGiven time_;
  const SolverLimits limits_;
  PlanFutures& futures_;
  const PlanModel model_;

  tl::expected<Plan, PlanFailure> kept() const {
    if (std::none_of(strategies_.begin(), strategies_.end(), is_scheduled))
      return tl::unexpected(NoSchedule{});
    const Solution solution = analysis::kept_schedule(
        model_, strategies_, {time_.until(time_of_plan), 0, time_.nodes(model_.program)});
    if (const auto given_up = failure_of(solution))
      return tl::unexpected(*given_up);
    if (solution.outcome == Outcome::infeasible)
      return conflicting();
    Plan plan = read(model_, solution);
    plan.is_kept = true;
    analysis::tell_moves(model_, strategies_, options_, plan);
    explain(plan);
    return plan;
  }

  std::optional<PlanFailure> failure_of(const Solution& solution) const {
    if (solution.outcome == Outcome::unknown)
      return NoPlanInTime{options_.seconds};
    if (solution.outcome != Outcome::failed && solution.outcome != Outcome::endless)
      return std::nullopt;
    return analysis::solver_failure(solution);
  }

  Plan conflicting() const {
    Plan plan = heading();
    plan.status = PlanStatus::infeasible;
    const analysis::Conflict found = analysis::conflict(model_, limits_);
    for (const std::size_t limit : found.limits)
      plan.conflicts.push_back({model_.limits[limit].words});
    if (!found.is_smallest)
      plan.unfinished.push_back(Unfinished::smallest_conflict);
    return plan;
  }

  /// The runs of a solution, and what they give; `made` is the model that was solved.
  Plan read(const PlanModel& made, const Solution& solution) const {
    Plan plan = heading();
    plan.status = solution.outcome == Outcome::optimal ? PlanStatus::optimal : PlanStatus::feasible;
    plan.gap = solution.gap;
    analysis::read_solution(model_, strategies_, made, solution, plan);
    if (options_.draws > 0 || options_.confidence)
      analysis::simulate(model_, plan, futures_);
    return plan;
  }

  void explain(Plan& plan) const {
    analysis::explain(model_, strategies_, options_, plan);
    if (!analysis::tell_branches(model_, strategies_, options_.branches, limits_, plan))
      plan.unfinished.push_back(Unfinished::branches);
    if (!analysis::tell_prices(model_, limits_, plan))
      plan.unfinished.push_back(Unfinished::price);
    if (options_.values_tests && options_.goal == PlanGoal::maximise)
      plan.tests = analysis::value_tests(model_, strategies_, options_, futures_, &plan);
    if (options_.frontier == 0)
      return;
    plan.marginal_money = analysis::marginal(model_, model_.money_row, limits_);
    plan.marginal_days = analysis::marginal(model_, model_.days_row, limits_);
    if ((!plan.marginal_money && model_.money_row >= 0) || (!plan.marginal_days && model_.days_row >= 0))
      plan.unfinished.push_back(Unfinished::marginal);
    auto frontier = analysis::frontier(model_, plan.full_cost, options_.frontier, limits_);
    plan.frontier = std::move(frontier.points);
    if (!frontier.is_whole)
      plan.unfinished.push_back(Unfinished::frontier);
  }

  tl::expected<Plan, PlanFailure> confident() const {
    constexpr int plans = 8; // that are looked for, or some more
    const SolverLimits searching{time_.until(time_of_ties), options_.gap,
                                 std::max(1, time_.nodes(model_.program) / plans)};
    auto found =
        analysis::confident_plan(model_, strategies_, options_, futures_, searching,
                                 [&](const PlanModel& made, const Solution& one) { return read(made, one); });
    if (found.plan) {
      if (!found.is_whole)
        found.plan->unfinished.push_back(Unfinished::confidence);
      explain(*found.plan);
      return *std::move(found.plan);
    }
    if (found.failure)
      return tl::unexpected(*found.failure);
    if (!found.is_whole)
      return tl::unexpected(NoPlanInTime{options_.seconds});
    if (!found.surest)
      return tl::unexpected(LimitsConflict{});
    return too_unsure(*found.surest, found.is_of_goals);
  }

  Plan too_unsure(double probability, bool is_of_goals) const {
    Plan plan = heading();
    plan.status = PlanStatus::infeasible;
    plan.conflicts.push_back(
        {{is_of_goals
              ? Text{"the targets reached with a probability of {0}: the surest plan found within the means "
                     "gives "
                     "{1}",
                     "les cibles atteintes avec une probabilité de {0} : le plan le plus sûr trouvé dans ces "
                     "moyens donne {1}"}
              : Text{"enough by these actions alone, with a probability of {0}, since what comes by itself "
                     "cannot "
                     "be told yet: the surest plan found within the means gives {1}",
                     "assez par ces seules actions, avec une probabilité de {0}, puisqu'on ne peut dire "
                     "encore ce "
                     "qui vient de soi-même : le plan le plus sûr trouvé dans ces moyens donne {1}"},
          {Share{*options_.confidence}, Share{probability}}}});
    return plan;
  }

  Plan heading() const { return analysis::plan_heading(model_, strategies_, options_); }
};
} // namespace

namespace {
/// What comes by itself is counted on even where a plan is not to be simulated.
FutureOptions future_options(const PlanOptions& options) {
  FutureOptions how{.seed = options.seed, .threads = options.threads};
  if (options.draws > 0)
    how.draws = options.draws;
  return how;
}
} // namespace

tl::expected<Plan, PlanFailure> plan(std::span<const Strategy> strategies, Date day,
                                     const PlanOptions& options) {
  const TimeGiven time(options.seconds); // what reading takes is of it, too
  PlanFutures futures(strategies, day, future_options(options));
  auto model = analysis::plan_model(strategies, day, options, futures);
  if (!model)
    return tl::unexpected(std::move(model.error()));
  if (!(options.seconds > 0))
    return tl::unexpected(NoTime{});
  return Planner(strategies, day, options, time, futures, *std::move(model)).plan();
}

tl::expected<std::string, PlanFailure> plan_program(std::span<const Strategy> strategies, Date day,
                                                    const PlanOptions& options, ProgramFormat format) {
  PlanFutures futures(strategies, day, future_options(options));
  const auto model = analysis::plan_model(strategies, day, options, futures);
  if (!model)
    return tl::unexpected(model.error());
  return format == ProgramFormat::mps ? analysis::as_mps(model->program) : analysis::as_lp(model->program);
}

} // namespace deploy_plan
