#include "analysis/solver/solver.hpp"
#include "analysis/solver/cbc.hpp"
#include "analysis/tightening/tightening.hpp"
#include "deploy_plan/libraries.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// Of a search, beyond what its program takes already.
constexpr std::size_t most_memory = std::size_t{1} << 30U;

/// Asked in turn, until an answer holds: CBC 2.10 aborts on some programs in what each of these leaves out.
/// Its preprocessing of whole columns is never asked for: on a few programs in a thousand it calls optimal
/// what is not, with a bound that bears it out.
constexpr CbcSetting without_preprocessing[] = {{"timeMode", "elapsed"}, {"preprocess", "off"}};
constexpr CbcSetting without_presolve[] = {
    {"timeMode", "elapsed"}, {"preprocess", "off"}, {"presolve", "off"}};
constexpr CbcSetting without_cuts[] = {{"timeMode", "elapsed"}, {"preprocess", "off"},
                                       {"presolve", "off"},     {"cuts", "off"},
                                       {"heuristics", "off"},   {"randomCbcSeed", "7"}};
constexpr std::span<const CbcSetting> ways[] = {without_preprocessing, without_presolve, without_cuts};

/// CBC ends its process on what is beyond it: such a program never reaches it.
bool is_within_reach(const Program& program) {
  constexpr double most = 1e15;
  const auto holds = [](double value) { return std::abs(value) <= most; };
  const auto bounds = [&](double low, double high) {
    return (low == -unbounded || holds(low)) && (high == unbounded || holds(high));
  };
  return std::all_of(
             program.columns.begin(), program.columns.end(),
             [&](const Column& column) { return holds(column.cost) && bounds(column.low, column.high); }) &&
         std::all_of(program.rows.begin(), program.rows.end(), [&](const Row& row) {
           return bounds(row.low, row.high) &&
                  std::all_of(row.terms.begin(), row.terms.end(),
                              [&](const Term& term) { return holds(term.factor); });
         });
}

Solution failure(Text words) { return {Outcome::failed, 0, 0, {}, words}; }

class Search {
public:
  Search(const Program& searched, const SolverLimits& chosen, const std::vector<double>& known)
      : program_(searched), tight_(tightened(searched)), limits_(chosen) {
    for (std::vector<double> columns : {known, nothing(program_)})
      if (fallback_.empty() && !columns.empty() && holds(program_, columns))
        fallback_ = std::move(columns);
  }

  Solution run() {
    for (const auto& settings : ways) {
      const auto left = limits_.until - std::chrono::steady_clock::now();
      if (left <= left.zero())
        return without_search(Outcome::unknown);
      const OwnProcess process = ask(settings, left);
      if (process.ending == Ending::not_begun)
        return failure({"the system gives no process to work a plan out in",
                        "le système ne donne pas de processus où calculer un plan"});
      if (process.ending == Ending::out_of_time)
        return without_search(Outcome::unknown);
      if (process.ending != Ending::finished)
        continue;
      if (auto solution = judged(unpacked(process.answer)))
        return std::move(*solution);
    }
    return without_search(Outcome::failed);
  }

private:
  const Program& program_;
  const Program tight_; ///< what is searched: its solutions are the program's
  const SolverLimits& limits_;
  std::vector<double> fallback_;

  [[nodiscard]] OwnProcess ask(std::span<const CbcSetting> settings,
                               std::chrono::steady_clock::duration left) const {
    // The search gives up in time to say what it has; beyond, it is ended.
    constexpr double share = 0.85;
    constexpr double most_seconds = 1e6;
    const double seconds = std::min(most_seconds, share * std::chrono::duration<double>(left).count());
    return in_own_process(
        [&] {
          return packed(ask_cbc(tight_, {seconds, limits_.gap, limits_.nodes, settings}));
        },
        limits_.until, most_memory);
  }

  [[nodiscard]] Solution without_search(Outcome outcome) const {
    if (!fallback_.empty())
      return {Outcome::feasible, value_of(program_, fallback_), unbounded, fallback_, {}};
    if (outcome == Outcome::unknown)
      return {outcome, 0, 0, {}, {}};
    return failure({"the solver gave up on this plan, asked in several ways",
                    "le solveur a renoncé à ce plan, demandé de plusieurs façons"});
  }

  /// Nothing where the answer does not hold.
  [[nodiscard]] std::optional<Solution> judged(CbcAnswer answer) const {
    using Kind = CbcAnswer::Kind;
    switch (answer.kind) {
    case Kind::infeasible:
      return fallback_.empty() ? std::optional(Solution{Outcome::infeasible, 0, 0, {}, {}}) : std::nullopt;
    case Kind::endless: return Solution{Outcome::endless, 0, 0, {}, {}};
    case Kind::nothing: return without_search(Outcome::unknown);
    default: break;
    }
    if (answer.columns.size() != tight_.columns.size())
      return std::nullopt;
    answer.columns.resize(program_.columns.size());
    round_whole(program_, answer.columns);
    if (!holds(program_, answer.columns))
      return std::nullopt;
    const bool proven = answer.kind == Kind::proven;
    const double value = value_of(program_, answer.columns);
    const double before = fallback_.empty() ? value : value_of(program_, fallback_);
    const double better = program_.maximise ? before - value : value - before;
    if (better > limits_.gap * std::abs(before) + 1e-6 * std::max(1.0, std::abs(before)))
      return proven ? std::nullopt : std::optional(without_search(Outcome::unknown));
    double gap = std::abs(answer.best_possible - value) / std::max(1e-9, std::abs(value));
    if (!(gap < 1e6)) // of a search that ended before it excluded anything
      gap = unbounded;
    return Solution{proven ? Outcome::optimal : Outcome::feasible,
                    value,
                    proven ? std::min(gap, limits_.gap) : gap,
                    std::move(answer.columns),
                    {}};
  }
};
} // namespace

void Program::ask(bool most, const std::vector<Term>& sum) {
  maximise = most;
  for (Column& column : columns)
    column.cost = 0;
  for (const Term& term : sum)
    columns[static_cast<std::size_t>(term.column)].cost += term.factor;
}

std::vector<double> nothing(const Program& program) {
  std::vector<double> columns;
  for (const Column& column : program.columns)
    columns.push_back(std::max(column.low, std::min(0.0, column.high)));
  return columns;
}

void round_whole(const Program& program, std::vector<double>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (program.columns[i].whole)
      columns[i] = std::round(columns[i]);
}

double value_of(const std::vector<Term>& sum, const std::vector<double>& columns) {
  double value = 0;
  for (const Term& term : sum)
    value += term.factor * columns[static_cast<std::size_t>(term.column)];
  return value;
}

double value_of(const Program& program, const std::vector<double>& columns) {
  double value = 0;
  for (std::size_t i = 0; i < columns.size(); ++i)
    value += program.columns[i].cost * columns[i];
  return value;
}

bool holds(const Program& program, const std::vector<double>& columns) {
  constexpr double tolerance = 1e-6; // a solver's own is 1e-7, before whole numbers are rounded
  const auto is_within = [](double value, double low, double high, double size) {
    const double slack = tolerance * std::max(1.0, size);
    return value >= low - slack && value <= high + slack; // false of what is no number
  };
  for (std::size_t i = 0; i < program.columns.size(); ++i) {
    const Column& column = program.columns[i];
    if (!is_within(columns[i], column.low, column.high, std::abs(columns[i])))
      return false;
  }
  return std::all_of(program.rows.begin(), program.rows.end(), [&](const Row& row) {
    double sum = 0;
    double size = 0;
    for (const Term& term : row.terms) {
      const double part = term.factor * columns[static_cast<std::size_t>(term.column)];
      sum += part;
      size += std::abs(part);
    }
    return is_within(sum, row.low, row.high, size);
  });
}

Solution solve(const Program& program, const SolverLimits& limits, const std::vector<double>& known) {
  if (!is_within_reach(program))
    return failure({"a cost, an effect or a budget is beyond 10^15: no plan can be worked out with it",
                    "un coût, un effet ou un budget dépasse 10^15 : aucun plan ne se calcule avec lui"});
  if (const auto missing = missing_for_plans())
    return failure(*missing);
  return Search(program, limits, known).run();
}

} // namespace deploy_plan::analysis
