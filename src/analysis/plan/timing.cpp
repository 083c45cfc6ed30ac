// How many runs first, then when.
//
// When runs are done hardly moves what they bring, and there are many ways to lay the same ones: searched
// together, months that are alike are tried one for another without end. So runs of slots are first taken as
// divisible, held to mixes of what fits in each month; what is found is laid in time; where that cannot be,
// the actions that it fails for are told apart, and may not have so many together again (logic-based Benders
// decomposition: Hooker and Ottosson, Mathematical Programming 2003).
#include "analysis/plan/parts.hpp"
#include "analysis/tightening/tightening.hpp"
#include <algorithm>
#include <cmath>
#include <map>

namespace deploy_plan::analysis {
namespace {

class HowManyThenWhen {
public:
  HowManyThenWhen(const PlanModel& planned, const Program& asked, const SolverLimits& chosen)
      : model_(planned), program_(asked), limits_(chosen), relaxed_(tightened(asked)) {
    for (const ModelAction& one : model_.actions)
      for (const SlotColumns& slot : one.in_slots) {
        for (const int column : slot.runs)
          relaxed_.columns[static_cast<std::size_t>(column)].whole = false;
        if (slot.begins >= 0)
          relaxed_.columns[static_cast<std::size_t>(slot.begins)].whole = false;
      }
  }

  Solution solve(const std::vector<double>& known) {
    const bool is_brief = limits_.nodes > 0 && limits_.nodes <= most_nodes_of_brief;
    const int rounds = is_brief ? 1 : program_.columns.size() > most_columns ? rounds_of_many : rounds_of_few;
    std::optional<Runs> last;
    for (int round = 0; round < rounds; ++round) {
      Solution many = analysis::solve(relaxed_, limits_);
      if (many.columns.empty() || (many.outcome != Outcome::optimal && many.gap == unbounded)) {
        if (many.outcome == Outcome::infeasible && !best_)
          return many;
        break;
      }
      bound_ = bound_of(many);
      const auto runs = runs_of(many);
      last = runs;
      Solution laid = analysis::solve(fixed(runs), {limits_.until, limits_.gap, nodes_of_laying});
      if (!laid.columns.empty()) {
        keep(std::move(laid));
        break; // what is left is of the days of goals
      }
      if (laid.outcome != Outcome::infeasible || !forbid(runs))
        break;
    }
    if (!best_ && last)
      if (Solution near = analysis::solve(around(*last), {limits_.until, limits_.gap, nodes_around}, known);
          !near.columns.empty())
        keep(std::move(near));
    if (!best_)
      if (Solution few = fewest(); !few.columns.empty())
        keep(std::move(few));
    const bool is_small = program_.columns.size() <= most_columns;
    constexpr double near = 0.02; // of large ones, what is left open is told
    return best_ && bound_ && (gap() <= limits_.gap || (!is_small && gap() <= near)) ? told()
                                                                                     : searched_whole(known);
  }

private:
  using Runs = std::vector<std::int64_t>;          ///< of each reach
  static constexpr std::size_t most_columns = 650; ///< of programs that are searched to the end
  static constexpr int most_nodes_of_brief = 300;  ///< of searches that answer beside the plan
  static constexpr int rounds_of_few = 4;
  static constexpr int rounds_of_many = 2;
  static constexpr int nodes_around = 200;
  static constexpr int nodes_of_many = 200;
  static constexpr int nodes_of_laying = 300;
  static constexpr int nodes_of_checks = 100;
  const PlanModel& model_;
  const Program& program_;
  const SolverLimits limits_;
  Program relaxed_;
  std::optional<double> bound_;
  std::optional<Solution> best_;

  /// The best that is not excluded.
  double bound_of(const Solution& many) const {
    const double open = many.gap * std::max(1e-9, std::abs(many.value));
    return program_.maximise ? many.value + open : many.value - open;
  }
  double gap() const {
    const double value = best_->value;
    const double open = program_.maximise ? *bound_ - value : value - *bound_;
    return std::max(0.0, open) / std::max(1e-9, std::abs(value));
  }
  void keep(Solution found) {
    found.value = value_of(program_, found.columns);
    const bool is_better =
        !best_ || (program_.maximise ? found.value > best_->value : found.value < best_->value);
    if (is_better)
      best_ = std::move(found);
  }
  Solution told() const {
    Solution solution = *best_;
    solution.gap = bound_ ? gap() : unbounded;
    solution.outcome = solution.gap <= limits_.gap ? Outcome::optimal : Outcome::feasible;
    return solution;
  }

  Solution searched_whole(const std::vector<double>& known) {
    SolverLimits limits = limits_;
    if (program_.columns.size() > most_columns)
      limits.nodes = limits.nodes > 0 ? std::min(limits.nodes, nodes_of_many) : nodes_of_many;
    Solution whole = analysis::solve(program_, limits, best_ ? best_->columns : known);
    if (whole.columns.empty())
      return best_ ? told() : whole;
    const double open = whole.gap;
    const double own = bound_of(whole);
    if (open < unbounded)
      bound_ = !bound_ ? own : program_.maximise ? std::min(*bound_, own) : std::max(*bound_, own);
    keep(std::move(whole));
    return told();
  }

  Runs runs_of(const Solution& solution) const {
    Runs runs;
    for (const ModelReach& reach : model_.reaches) {
      double sum = 0;
      for (const int column : reach.runs)
        sum += solution.columns[static_cast<std::size_t>(column)];
      runs.push_back(std::llround(sum));
    }
    return runs;
  }

  /// The program with so many runs, whose first ones are taken.
  Program fixed(const Runs& runs) const {
    Program program = program_;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      double left = static_cast<double>(runs[i]);
      for (const int place : model_.reaches[i].runs) {
        Column& column = program.columns[static_cast<std::size_t>(place)];
        const double taken = std::clamp(left, std::max(0.0, column.low), column.high);
        column.low = column.high = taken;
        left -= taken;
      }
    }
    return program;
  }

  /// About so many runs: one more of each, or two fewer.
  Program around(const Runs& runs) const {
    Program program = program_;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const auto& columns = model_.reaches[i].runs;
      if (columns.empty())
        continue;
      program.add(Row{"around_" + std::to_string(i), static_cast<double>(runs[i]) - 2,
                      static_cast<double>(runs[i]) + 1, model_.reaches[i].times(1)});
      const bool are_told_apart = columns.size() > 2;
      for (std::size_t run = 0; are_told_apart && run + 1 < columns.size(); ++run) {
        Column& column = program.columns[static_cast<std::size_t>(columns[run])];
        const auto number = static_cast<std::int64_t>(run);
        if (number < runs[i] - 2)
          column.low = column.high;
        else if (number > runs[i])
          column.high = column.low;
      }
    }
    return program;
  }

  /// As few runs as what is promised asks for: a plan to begin with.
  Solution fewest() const {
    Program program = program_;
    std::vector<Term> runs;
    for (const ModelReach& reach : model_.reaches) {
      const std::vector<Term> of_reach = reach.times(1);
      runs.insert(runs.end(), of_reach.begin(), of_reach.end());
    }
    program.ask(false, runs);
    constexpr double near = 0.2;
    return analysis::solve(program, {limits_.until, near, nodes_of_laying});
  }

  // What cannot be laid.

  /// Whether reaches cannot have so many runs together, whatever the others have.
  bool cannot_have(const std::vector<std::size_t>& reaches, const Runs& runs) const {
    Program program = program_;
    program.ask(false, {});
    for (const std::size_t reach : reaches)
      program.add(Row{"have_" + std::to_string(reach), static_cast<double>(runs[reach]), unbounded,
                      model_.reaches[reach].times(1)});
    return analysis::solve(program, {limits_.until, 0.5, nodes_of_checks}).outcome == Outcome::infeasible;
  }

  /// Forbids as few as can be told to be too many together; false where nothing could be.
  bool forbid(const Runs& runs) {
    std::map<const Member*, std::vector<std::size_t>> by_owner;
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < runs.size(); ++i)
      if (const ModelAction& one = model_.actions[model_.reaches[i].action]; one.is_timed() && runs[i] > 0) {
        by_owner[one.owner].push_back(i);
        all.push_back(i);
      }
    bool any = false;
    for (const auto& [owner, reaches] : by_owner)
      if (cannot_have(reaches, runs)) {
        add_cut(smallest(reaches, runs), runs);
        any = true;
      }
    if (!any && cannot_have(all, runs)) {
      add_cut(smallest(all, runs), runs);
      any = true;
    }
    return any;
  }
  std::vector<std::size_t> smallest(std::vector<std::size_t> reaches, const Runs& runs) const {
    constexpr std::size_t most_told_apart = 12; // each asks for a search
    if (reaches.size() > most_told_apart)
      return reaches;
    for (std::size_t i = 0; i < reaches.size() && reaches.size() > 1;) {
      auto fewer = reaches;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (cannot_have(fewer, runs))
        reaches = std::move(fewer);
      else
        ++i;
    }
    return reaches;
  }
  void add_cut(const std::vector<std::size_t>& reaches, const Runs& runs) {
    Row row{"together_" + std::to_string(relaxed_.rows.size()),
            -unbounded,
            static_cast<double>(reaches.size()) - 1,
            {}};
    for (const std::size_t reach : reaches)
      row.terms.push_back({has_as_many(model_.reaches[reach], runs[reach]), 1});
    relaxed_.add(std::move(row));
  }
  /// Else a later run might stand for one that is forbidden.
  void keep_in_order(const ModelReach& reach, std::size_t place) {
    for (std::size_t run = place + 1; run < reach.runs.size(); ++run)
      relaxed_.add(Row{"order_" + std::to_string(relaxed_.rows.size()),
                       -unbounded,
                       0,
                       {{reach.runs[run], 1}, {reach.runs[place], -1}}});
    for (std::size_t run = 0; run < place; ++run)
      relaxed_.add(Row{"order_" + std::to_string(relaxed_.rows.size()),
                       -unbounded,
                       0,
                       {{reach.runs[place], 1}, {reach.runs[run], -1}}});
  }
  /// A column that is 1 where a reach has at least so many runs.
  int has_as_many(const ModelReach& reach, std::int64_t runs) {
    const auto place = static_cast<std::size_t>(runs - 1);
    if (reach.decay > 0 && place < reach.runs.size() &&
        relaxed_.columns[static_cast<std::size_t>(reach.runs[place])].high == 1) {
      keep_in_order(reach, place);
      return reach.runs[place];
    }
    const std::string name = "many_" + std::to_string(relaxed_.rows.size());
    const int column = relaxed_.add(Column{name, 0, 1, 0, true});
    Row row{name, -unbounded, static_cast<double>(runs - 1), reach.times(1)};
    row.terms.push_back({column, -static_cast<double>(most_runs)});
    relaxed_.add(std::move(row));
    return column;
  }
};
} // namespace

Solution solve_in_time(const PlanModel& model, const Program& program, const SolverLimits& limits,
                       const std::vector<double>& known) {
  constexpr std::size_t few_columns = 150; // are searched together in no time
  const bool is_timed = program.columns.size() > few_columns &&
                        std::any_of(model.actions.begin(), model.actions.end(),
                                    [](const ModelAction& one) { return one.is_timed(); });
  return is_timed ? HowManyThenWhen(model, program, limits).solve(known) : solve(program, limits, known);
}

} // namespace deploy_plan::analysis
