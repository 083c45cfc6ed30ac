#include "analysis/solver/cbc.hpp"
#include "system/library.hpp"
#include <algorithm>
#include <cstring>
#include <memory>

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
  const double* (*reduced_costs)(Model*);
  double (*value)(Model*);
  double (*best_possible)(Model*);
};

const Cbc* open_cbc() {
  static const std::unique_ptr<const Cbc> opened = []() -> std::unique_ptr<const Cbc> {
    void* const library = dlopen("libCbcSolver.so.3", RTLD_NOW | RTLD_LOCAL);
    auto cbc = std::make_unique<Cbc>();
    if (library == nullptr)
      return nullptr;
    const bool whole = system::find_function(library, "Cbc_newModel", cbc->new_model) &&
                       system::find_function(library, "Cbc_deleteModel", cbc->delete_model) &&
                       system::find_function(library, "Cbc_loadProblem", cbc->load_problem) &&
                       system::find_function(library, "Cbc_setInteger", cbc->set_integer) &&
                       system::find_function(library, "Cbc_setObjSense", cbc->set_sense) &&
                       system::find_function(library, "Cbc_setLogLevel", cbc->set_log_level) &&
                       system::find_function(library, "Cbc_setParameter", cbc->set_parameter) &&
                       system::find_function(library, "Cbc_setAllowableFractionGap", cbc->set_fraction_gap) &&
                       system::find_function(library, "Cbc_setAllowableGap", cbc->set_gap) &&
                       system::find_function(library, "Cbc_setMaximumSeconds", cbc->set_seconds) &&
                       system::find_function(library, "Cbc_setMaximumNodes", cbc->set_nodes) &&
                       system::find_function(library, "Cbc_solve", cbc->solve) &&
                       system::find_function(library, "Cbc_isProvenOptimal", cbc->is_optimal) &&
                       system::find_function(library, "Cbc_isProvenInfeasible", cbc->is_infeasible) &&
                       system::find_function(library, "Cbc_isContinuousUnbounded", cbc->is_unbounded) &&
                       system::find_function(library, "Cbc_bestSolution", cbc->best_solution) &&
                       system::find_function(library, "Cbc_getColSolution", cbc->column_solution) &&
                       system::find_function(library, "Cbc_getReducedCost", cbc->reduced_costs) &&
                       system::find_function(library, "Cbc_getObjValue", cbc->value) &&
                       system::find_function(library, "Cbc_getBestPossibleObjValue", cbc->best_possible);
    return whole ? std::move(cbc) : nullptr;
  }();
  return opened.get();
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

bool has_whole_columns(const Program& program) {
  return std::any_of(program.columns.begin(), program.columns.end(),
                     [](const Column& column) { return column.whole; });
}

CbcAnswer read_answer(const Cbc& cbc, Cbc::Model* model, const Program& program, bool in_time) {
  using Kind = CbcAnswer::Kind;
  // Out of time, CBC calls a program without a solution what it never finished.
  if (cbc.is_infeasible(model) != 0)
    return {in_time ? Kind::infeasible : Kind::nothing, 0, {}, {}};
  if (cbc.is_unbounded(model) != 0)
    return {in_time ? Kind::endless : Kind::nothing, 0, {}, {}};
  const bool is_searched = has_whole_columns(program);
  const double* const columns = is_searched ? cbc.best_solution(model) : cbc.column_solution(model);
  if (columns == nullptr)
    return {cbc.is_optimal(model) != 0 && in_time ? Kind::infeasible : Kind::nothing, 0, {}, {}};
  const std::size_t count = program.columns.size();
  CbcAnswer answer{cbc.is_optimal(model) != 0 && in_time ? Kind::proven : Kind::solution,
                   cbc.best_possible(model),
                   {columns, columns + count},
                   {}};
  if (const double* const reduced = is_searched ? nullptr : cbc.reduced_costs(model))
    answer.reduced.assign(reduced, reduced + count);
  return answer;
}
} // namespace

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

bool is_cbc_there() { return open_cbc() != nullptr; }

CbcAnswer ask_cbc(const Program& program, const CbcSearch& search) {
  const Cbc& cbc = *open_cbc();
  const auto begin = std::chrono::steady_clock::now();
  const std::unique_ptr<Cbc::Model, void (*)(Cbc::Model*)> model(cbc.new_model(), cbc.delete_model);
  cbc.set_log_level(model.get(), 0);
  load(cbc, model.get(), program);
  cbc.set_sense(model.get(), program.maximise ? -1 : 1);
  cbc.set_log_level(model.get(), 0);
  cbc.set_fraction_gap(model.get(), search.gap);
  cbc.set_gap(model.get(), 1e-9);
  cbc.set_seconds(model.get(), search.seconds);
  if (search.nodes > 0)
    cbc.set_nodes(model.get(), search.nodes);
  for (const CbcSetting& setting : search.settings)
    cbc.set_parameter(model.get(), setting.name, setting.value);
  cbc.solve(model.get());
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  return read_answer(cbc, model.get(), program, took.count() < search.seconds);
}

std::string packed(const CbcAnswer& answer) {
  std::string bytes(1, static_cast<char>(answer.kind));
  const auto add = [&](const void* from, std::size_t size) {
    bytes.append(static_cast<const char*>(from), size);
  };
  add(&answer.best_possible, sizeof(double));
  const std::size_t counts[] = {answer.columns.size(), answer.reduced.size()};
  add(counts, sizeof counts);
  add(answer.columns.data(), answer.columns.size() * sizeof(double));
  add(answer.reduced.data(), answer.reduced.size() * sizeof(double));
  return bytes;
}

CbcAnswer unpacked(std::string_view bytes) {
  CbcAnswer answer;
  const auto take = [&](void* to, std::size_t size) {
    if (size > 0) // an empty vector has no place to copy to
      std::memcpy(to, bytes.data(), size);
    bytes.remove_prefix(size);
  };
  take(&answer.kind, 1);
  take(&answer.best_possible, sizeof(double));
  std::size_t counts[2];
  take(counts, sizeof counts);
  answer.columns.resize(counts[0]);
  answer.reduced.resize(counts[1]);
  take(answer.columns.data(), counts[0] * sizeof(double));
  take(answer.reduced.data(), counts[1] * sizeof(double));
  return answer;
}

} // namespace deploy_plan::analysis
