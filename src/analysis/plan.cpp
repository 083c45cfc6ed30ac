#include "deploy_plan/plan.hpp"
#include "analysis/plan_gains.hpp"
#include "analysis/plan_parts.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace {

using analysis::Column;
using analysis::ModelAction;
using analysis::ModelObjective;
using analysis::Outcome;
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
  Solver(const PlanModel& planned, const SolverLimits& chosen) : model(planned), limits(chosen) {}

  Solution solve() {
    const Solution best = analysis::solve(model.program, limits);
    if (best.outcome != Outcome::optimal || model.program.columns.size() > most_columns_of_ties)
      return best;
    Program program = model.program;
    Solution found = best;
    if (program.maximise) {
      hold(program, objective_terms(program), found.value);
      found = better(minimising(program, model.full_cost()), found);
    }
    hold(program, model.full_cost(), value_of(model.full_cost(), found));
    std::vector<Term> places;
    for (std::size_t i = 0; i < model.actions.size(); ++i)
      for (const Term& term : model.actions[i].times(static_cast<double>(i + 1)))
        places.push_back(term);
    found = better(minimising(program, places), found);
    found.outcome = best.outcome;
    found.gap = best.gap;
    return found;
  }

private:
  /// Above, equals hardly exist, and telling them apart would take longer than the plan.
  static constexpr std::size_t most_columns_of_ties = 250;
  static constexpr int most_nodes_of_ties = 50;
  const PlanModel& model;
  const SolverLimits limits;

  static std::vector<Term> objective_terms(const Program& program) {
    std::vector<Term> terms;
    for (std::size_t i = 0; i < program.columns.size(); ++i)
      if (program.columns[i].cost != 0)
        terms.push_back({static_cast<int>(i), program.columns[i].cost});
    return terms;
  }
  static double value_of(const std::vector<Term>& terms, const Solution& solution) {
    double value = 0;
    for (const Term& term : terms)
      value += term.factor * solution.columns[static_cast<std::size_t>(term.column)];
    return value;
  }
  /// Within what the solver itself takes for equal.
  static void hold(Program& program, std::vector<Term> terms, double value) {
    const double slack = 1e-7 * std::max(1.0, std::abs(value));
    const bool least = program.maximise;
    program.add(Row{"held", least ? value - slack : -analysis::unbounded,
                    least ? analysis::unbounded : value + slack, std::move(terms)});
  }
  static Program& with_objective(Program& program, const std::vector<Term>& terms) {
    program.maximise = false;
    for (Column& column : program.columns)
      column.cost = 0;
    for (const Term& term : terms)
      program.columns[static_cast<std::size_t>(term.column)].cost += term.factor;
    return program;
  }
  Solution minimising(Program& program, const std::vector<Term>& terms) const {
    SolverLimits short_search = limits;
    short_search.nodes = most_nodes_of_ties;
    return analysis::solve(with_objective(program, terms), short_search);
  }
  static Solution better(Solution tried, const Solution& before) {
    return tried.columns.empty() ? before : tried;
  }
};

/// So many seconds from now; no clock goes on for ever.
analysis::Moment moment_in(double seconds) {
  constexpr double most = 1e8;
  return std::chrono::steady_clock::now() +
         std::chrono::duration_cast<std::chrono::steady_clock::duration>(
             std::chrono::duration<double>(std::min(seconds, most)));
}

class Planner {
public:
  Planner(std::span<const Strategy> planned, Date on, const PlanOptions& chosen)
      : strategies(planned), day(on), options(chosen), limits{moment_in(chosen.seconds), chosen.gap},
        model(analysis::plan_model(planned, on, chosen)) {}

  PlanResult plan() {
    if (model.failure)
      return {std::nullopt, model.failure};
    if (options.confidence)
      return confident();
    const Solution solution = Solver(model, limits).solve();
    if (const auto given_up = failure_of(solution))
      return {std::nullopt, given_up};
    Plan plan = heading();
    if (solution.outcome == Outcome::infeasible) {
      plan.status = PlanStatus::infeasible;
      plan.conflicts = analysis::conflicts(model, limits);
      return {std::move(plan), std::nullopt};
    }
    plan = read(solution);
    explain(plan);
    return {std::move(plan), std::nullopt};
  }

private:
  std::span<const Strategy> strategies;
  const Date day;
  const PlanOptions& options;
  const SolverLimits limits;
  const PlanModel model;

  static std::optional<Phrase> failure_of(const Solution& solution) {
    if (solution.outcome != Outcome::failed && solution.outcome != Outcome::endless)
      return std::nullopt;
    return Phrase{solution.failure.value_or(Text{"the solver gave up", "le solveur a renoncé"})};
  }

  /// The runs of a solution, and what they give.
  Plan read(const Solution& solution) const {
    Plan plan = heading();
    plan.status = solution.outcome == Outcome::optimal ? PlanStatus::optimal : PlanStatus::feasible;
    plan.gap = solution.gap;
    read_runs(plan, solution);
    read_gains(plan);
    const std::size_t least_draws = options.confidence ? 1 : 0;
    analysis::simulate(model, plan, {std::max(options.draws, least_draws), options.seed, options.threads});
    return plan;
  }

  void explain(Plan& plan) const {
    analysis::explain(model, strategies, plan);
    plan.calendar = analysis::calendar(model, strategies, plan);
    if (options.frontier == 0)
      return;
    plan.marginal_money = analysis::marginal(model, model.money_row, limits);
    plan.marginal_days = analysis::marginal(model, model.days_row, limits);
    plan.frontier = analysis::frontier(model, plan.full_cost, options.frontier, limits);
  }

  /// The cheapest plan of the frontier that reaches the targets as surely as is asked, found by halving the
  /// full cost: more of it never makes the best plan less sure, but for what the mean does not see.
  PlanResult confident() const {
    const Solution most = analysis::best_within(model, analysis::unbounded, limits);
    if (const auto given_up = failure_of(most))
      return {std::nullopt, given_up};
    if (most.columns.empty())
      return {std::nullopt,
              Phrase{{"these limits cannot hold together: plan without --confidence says which",
                      "ces limites ne tiennent pas ensemble : plan sans --confidence dit lesquelles"}}};
    Plan found = read(most); // with a simulation: there are draws where a confidence is asked for
    if (found.simulated->probability < *options.confidence)
      return {too_unsure(found.simulated->probability), std::nullopt};
    constexpr int halvings = 12;
    double low = 0;
    double high = found.full_cost;
    for (int step = 0; step < halvings; ++step) {
      const double middle = low + (high - low) / 2;
      const Solution solution = analysis::best_within(model, middle, limits);
      Plan tried = solution.columns.empty() ? Plan{} : read(solution);
      const bool is_sure = tried.simulated && tried.simulated->probability >= *options.confidence;
      (is_sure ? high : low) = middle;
      if (is_sure)
        found = std::move(tried);
    }
    explain(found);
    return {std::move(found), std::nullopt};
  }

  Plan too_unsure(double probability) const {
    Plan plan = heading();
    plan.status = PlanStatus::infeasible;
    plan.conflicts.push_back(
        {{{"the targets reached with a probability of {0}: all the means give {1}",
           "les cibles atteintes avec une probabilité de {0} : tous les moyens donnent {1}"},
          {Share{*options.confidence}, Share{probability}}}});
    return plan;
  }

  Plan heading() const {
    Plan plan;
    plan.goal = options.goal;
    plan.confidence = options.confidence;
    for (const Strategy& strategy : strategies)
      plan.strategies.push_back(strategy.name);
    plan.currency = strategies.front().budget ? strategies.front().budget->currency : "";
    plan.money_budget = model.money;
    plan.days_budget = model.days;
    if (strategies.size() == 1 && model.wanted.size() == 1)
      plan.unit = model.objectives[model.wanted.front()].objective->metric.unit;
    plan.broken = model.broken;
    plan.uncounted = model.uncounted;
    plan.wanted = model.wanted.size();
    return plan;
  }

  void read_runs(Plan& plan, const Solution& solution) const {
    for (const ModelAction& one : model.actions) {
      PlannedAction action;
      action.strategy = one.strategy;
      action.id = one.action->id;
      action.name = one.action->name;
      action.lever = one.action->lever;
      action.done = one.done;
      action.basis = one.basis;
      for (const int column : one.runs)
        action.runs +=
            static_cast<std::int64_t>(std::llround(solution.columns[static_cast<std::size_t>(column)]));
      const auto runs = static_cast<double>(action.runs);
      const bool begins = action.runs > 0 && one.done == 0;
      action.value = action.runs > 0 ? one.gain_of_all(action.runs) : 0;
      action.money = one.cost.money * runs + (begins ? one.cost.setup_money : 0);
      action.days = one.cost.days * runs + (begins ? one.cost.setup_days : 0);
      action.full_cost = action.money + action.days * model.rates[one.strategy];
      plan.money += action.money;
      plan.days += action.days;
      plan.full_cost += action.full_cost;
      plan.actions.push_back(std::move(action));
    }
    plan.money_budget.used = plan.money;
    plan.days_budget.used = plan.days;
  }

  void read_gains(Plan& plan) const {
    for (const ModelObjective& one : model.objectives)
      if (one.leads)
        plan.objectives.push_back(
            {one.strategy, one.objective->id,
             one.objective->name.empty() ? one.objective->metric.name : one.objective->name,
             one.objective->metric.unit, 0, one.needed, one.ceiling});
    settle_gains(plan);
  }

  /// What the runs give, exactly: the solver's own columns are within its tolerance of it.
  void settle_gains(Plan& plan) const {
    std::vector<double> values;
    for (const PlannedAction& one : plan.actions)
      values.push_back(one.value);
    analysis::PlanGains gains(model);
    const auto& all = gains.of(values);
    std::size_t at = 0;
    for (std::size_t i = 0; i < model.objectives.size(); ++i)
      if (model.objectives[i].leads)
        plan.objectives[at++].gain = all[i];
    plan.value = gains.value(all);
  }
};
} // namespace

PlanResult plan(std::span<const Strategy> strategies, Date day, const PlanOptions& options) {
  return Planner(strategies, day, options).plan();
}

ProgramText plan_program(std::span<const Strategy> strategies, Date day, const PlanOptions& options,
                         ProgramFormat format) {
  const PlanModel model = analysis::plan_model(strategies, day, options);
  if (model.failure)
    return {{}, model.failure};
  return {format == ProgramFormat::mps ? analysis::as_mps(model.program) : analysis::as_lp(model.program),
          std::nullopt};
}

} // namespace deploy_plan
