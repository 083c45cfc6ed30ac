#include "analysis/solver.hpp"
#include "analysis/library.hpp"
#include <algorithm>
#include <cmath>
#include <csignal>
#include <memory>
#include <mutex>

namespace deploy_plan::analysis {
namespace {

/// CBC's C interface (Cbc_C_Interface.h of CBC 2.10), as far as it is used.
struct Cbc {
  using Model = void;
  Model* (*new_model)();
  void (*delete_model)(Model*);
  void (*load_problem)(Model*, int columns, int rows, const int* start, const int* index, const double* value,
                       const double* low, const double* high, const double* cost, const double* row_low,
                       const double* row_high);
  void (*set_integer)(Model*, int);
  void (*set_sense)(Model*, double);
  void (*set_log_level)(Model*, int);
  void (*set_parameter)(Model*, const char*, const char*);
  void (*set_fraction_gap)(Model*, double);
  void (*set_gap)(Model*, double);
  void (*set_seconds)(Model*, double);
  void (*set_nodes)(Model*, int);
  int (*solve)(Model*);
  int (*is_optimal)(Model*);
  int (*is_infeasible)(Model*);
  int (*is_unbounded)(Model*);
  const double* (*best_solution)(Model*);
  const double* (*column_solution)(Model*);
  double (*value)(Model*);
  double (*best_possible)(Model*);
};

const Cbc* open_cbc() {
  static const std::unique_ptr<const Cbc> opened = []() -> std::unique_ptr<const Cbc> {
    void* const library = dlopen("libCbcSolver.so.3", RTLD_NOW | RTLD_LOCAL);
    auto cbc = std::make_unique<Cbc>();
    if (library == nullptr)
      return nullptr;
    const bool whole = find_function(library, "Cbc_newModel", cbc->new_model) &&
                       find_function(library, "Cbc_deleteModel", cbc->delete_model) &&
                       find_function(library, "Cbc_loadProblem", cbc->load_problem) &&
                       find_function(library, "Cbc_setInteger", cbc->set_integer) &&
                       find_function(library, "Cbc_setObjSense", cbc->set_sense) &&
                       find_function(library, "Cbc_setLogLevel", cbc->set_log_level) &&
                       find_function(library, "Cbc_setParameter", cbc->set_parameter) &&
                       find_function(library, "Cbc_setAllowableFractionGap", cbc->set_fraction_gap) &&
                       find_function(library, "Cbc_setAllowableGap", cbc->set_gap) &&
                       find_function(library, "Cbc_setMaximumSeconds", cbc->set_seconds) &&
                       find_function(library, "Cbc_setMaximumNodes", cbc->set_nodes) &&
                       find_function(library, "Cbc_solve", cbc->solve) &&
                       find_function(library, "Cbc_isProvenOptimal", cbc->is_optimal) &&
                       find_function(library, "Cbc_isProvenInfeasible", cbc->is_infeasible) &&
                       find_function(library, "Cbc_isContinuousUnbounded", cbc->is_unbounded) &&
                       find_function(library, "Cbc_bestSolution", cbc->best_solution) &&
                       find_function(library, "Cbc_getColSolution", cbc->column_solution) &&
                       find_function(library, "Cbc_getObjValue", cbc->value) &&
                       find_function(library, "Cbc_getBestPossibleObjValue", cbc->best_possible);
    return whole ? std::move(cbc) : nullptr;
  }();
  return opened.get();
}

/// CBC replaces the handler of interruptions while it solves; ours is put back.
class KeptInterruption {
public:
  KeptInterruption() { sigaction(SIGINT, nullptr, &kept_); }
  KeptInterruption(const KeptInterruption&) = delete;
  KeptInterruption& operator=(const KeptInterruption&) = delete;
  ~KeptInterruption() { sigaction(SIGINT, &kept_, nullptr); }

private:
  struct sigaction kept_ {};
};

/// The matrix by columns, as CBC takes it.
struct Sparse {
  std::vector<int> start, index;
  std::vector<double> value;
};
Sparse by_columns(const Program& program) {
  Sparse matrix;
  matrix.start.assign(program.columns.size() + 1, 0);
  for (const Row& row : program.rows)
    for (const Term& term : row.terms)
      ++matrix.start[static_cast<std::size_t>(term.column) + 1];
  for (std::size_t i = 1; i < matrix.start.size(); ++i)
    matrix.start[i] += matrix.start[i - 1];
  matrix.index.resize(static_cast<std::size_t>(matrix.start.back()));
  matrix.value.resize(matrix.index.size());
  std::vector<int> next(matrix.start.begin(), matrix.start.end() - 1);
  for (std::size_t row = 0; row < program.rows.size(); ++row)
    for (const Term& term : program.rows[row].terms) {
      const auto at = static_cast<std::size_t>(next[static_cast<std::size_t>(term.column)]++);
      matrix.index[at] = static_cast<int>(row);
      matrix.value[at] = term.factor;
    }
  return matrix;
}

void load(const Cbc& cbc, Cbc::Model* model, const Program& program) {
  const Sparse matrix = by_columns(program);
  std::vector<double> low, high, cost, row_low, row_high;
  for (const Column& column : program.columns) {
    low.push_back(column.low);
    high.push_back(column.high);
    cost.push_back(column.cost);
  }
  for (const Row& row : program.rows) {
    row_low.push_back(row.low);
    row_high.push_back(row.high);
  }
  cbc.load_problem(model, static_cast<int>(program.columns.size()), static_cast<int>(program.rows.size()),
                   matrix.start.data(), matrix.index.data(), matrix.value.data(), low.data(), high.data(),
                   cost.data(), row_low.data(), row_high.data());
  for (std::size_t i = 0; i < program.columns.size(); ++i)
    if (program.columns[i].whole)
      cbc.set_integer(model, static_cast<int>(i));
}

Solution read(const Cbc& cbc, Cbc::Model* model, const Program& program, double wanted_gap) {
  Solution solution;
  if (cbc.is_infeasible(model) != 0)
    return {Outcome::infeasible, 0, 0, {}, {}};
  if (cbc.is_unbounded(model) != 0)
    return {Outcome::endless, 0, 0, {}, {}};
  const bool whole = std::any_of(program.columns.begin(), program.columns.end(),
                                 [](const Column& column) { return column.whole; });
  const double* const columns = whole ? cbc.best_solution(model) : cbc.column_solution(model);
  if (columns == nullptr)
    return {cbc.is_optimal(model) != 0 ? Outcome::infeasible : Outcome::failed,
            0,
            0,
            {},
            Text{"no plan was found in the time given", "aucun plan n'a été trouvé dans le temps donné"}};
  solution.columns.assign(columns, columns + program.columns.size());
  for (std::size_t i = 0; i < program.columns.size(); ++i) {
    if (program.columns[i].whole)
      solution.columns[i] = std::round(solution.columns[i]);
    solution.value += program.columns[i].cost * solution.columns[i];
  }
  const double best = cbc.best_possible(model);
  const double gap = std::abs(best - solution.value) / std::max(1e-9, std::abs(solution.value));
  const bool optimal = cbc.is_optimal(model) != 0;
  solution.gap = optimal ? std::min(gap, wanted_gap) : gap;
  solution.outcome = optimal ? Outcome::optimal : Outcome::feasible;
  return solution;
}
} // namespace

namespace {

/// CBC ends the process on what is beyond it: such a program never reaches it.
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
} // namespace

Solution solve(const Program& program, const SolverLimits& limits) {
  if (!is_within_reach(program))
    return {Outcome::failed,
            0,
            0,
            {},
            Text{"a cost, an effect or a budget is beyond 10^15: no plan can be worked out with it",
                 "un coût, un effet ou un budget dépasse 10^15 : aucun plan ne se calcule avec lui"}};
  const Cbc* const cbc = open_cbc();
  if (cbc == nullptr)
    return {Outcome::failed,
            0,
            0,
            {},
            Text{"plans need CBC, which is not installed: apt install coinor-libcbc3",
                 "les plans demandent CBC, qui n'est pas installé : apt install coinor-libcbc3"}};
  static std::mutex one_at_a_time; // CBC's solver keeps state of its own between threads
  const std::lock_guard lock(one_at_a_time);
  const KeptInterruption kept;
  const std::unique_ptr<Cbc::Model, void (*)(Cbc::Model*)> model(cbc->new_model(), cbc->delete_model);
  cbc->set_log_level(model.get(), 0);
  load(*cbc, model.get(), program);
  cbc->set_sense(model.get(), program.maximise ? -1 : 1);
  cbc->set_log_level(model.get(), 0);
  cbc->set_fraction_gap(model.get(), limits.gap);
  cbc->set_gap(model.get(), 1e-9);
  cbc->set_seconds(model.get(), limits.seconds);
  if (limits.nodes > 0)
    cbc->set_nodes(model.get(), limits.nodes);
  cbc->solve(model.get());
  return read(*cbc, model.get(), program, limits.gap);
}

} // namespace deploy_plan::analysis
