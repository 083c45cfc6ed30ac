#include "analysis/solver/clp.hpp"
#include "analysis/solver/cbc.hpp"
#include "system/library.hpp"
#include <algorithm>
#include <cfloat>
#include <cmath>
#include <memory>

namespace deploy_plan::analysis {
namespace {

/// CLP's C interface (Clp_C_Interface.h of CLP 1.17), as far as it is used.
struct Clp {
  using Model = void;
  Model* (*new_model)();
  void (*delete_model)(Model*);
  void (*load_problem)(Model*, int columns, int rows, const int* start, const int* index, const double* value,
                       const double* low, const double* high, const double* cost, const double* row_low,
                       const double* row_high);
  void (*set_sense)(Model*, double);
  void (*set_log_level)(Model*, int);
  void (*change_low)(Model*, const double*);
  void (*change_high)(Model*, const double*);
  int (*dual)(Model*, int);
  double (*value)(Model*);
  double* (*columns)(Model*);
};

const Clp* open_clp() {
  static const std::unique_ptr<const Clp> opened = []() -> std::unique_ptr<const Clp> {
    void* const library = dlopen("libClp.so.1", RTLD_NOW | RTLD_LOCAL);
    auto clp = std::make_unique<Clp>();
    if (library == nullptr)
      return nullptr;
    const bool whole = system::find_function(library, "Clp_newModel", clp->new_model) &&
                       system::find_function(library, "Clp_deleteModel", clp->delete_model) &&
                       system::find_function(library, "Clp_loadProblem", clp->load_problem) &&
                       system::find_function(library, "Clp_setObjSense", clp->set_sense) &&
                       system::find_function(library, "Clp_setLogLevel", clp->set_log_level) &&
                       system::find_function(library, "Clp_chgColumnLower", clp->change_low) &&
                       system::find_function(library, "Clp_chgColumnUpper", clp->change_high) &&
                       system::find_function(library, "Clp_dual", clp->dual) &&
                       system::find_function(library, "Clp_objectiveValue", clp->value) &&
                       system::find_function(library, "Clp_primalColumnSolution", clp->columns);
    return whole ? std::move(clp) : nullptr;
  }();
  return opened.get();
}

/// As CLP writes what has no limit.
double finite(double bound) { return std::clamp(bound, -DBL_MAX, DBL_MAX); }

class LinearModel {
public:
  LinearModel(const Clp& opened, const Program& program)
      : clp_(opened), model_(opened.new_model(), opened.delete_model) {
    clp_.set_log_level(model_.get(), 0);
    const Sparse matrix = by_columns(program);
    std::vector<double> low, high, cost, row_low, row_high;
    for (const Column& column : program.columns) {
      low.push_back(finite(column.low));
      high.push_back(finite(column.high));
      cost.push_back(column.cost);
    }
    for (const Row& row : program.rows) {
      row_low.push_back(finite(row.low));
      row_high.push_back(finite(row.high));
    }
    clp_.load_problem(model_.get(), static_cast<int>(low.size()), static_cast<int>(row_low.size()),
                      matrix.start.data(), matrix.index.data(), matrix.value.data(), low.data(), high.data(),
                      cost.data(), row_low.data(), row_high.data());
    clp_.set_sense(model_.get(), -1);
  }

  enum class Verdict { solved, infeasible, failed };
  Verdict solve(const std::vector<double>& low, const std::vector<double>& high) {
    clp_.change_low(model_.get(), low.data());
    clp_.change_high(model_.get(), high.data());
    const int status = clp_.dual(model_.get(), 0);
    return status == 0 ? Verdict::solved : status == 1 ? Verdict::infeasible : Verdict::failed;
  }
  [[nodiscard]] double value() const { return clp_.value(model_.get()); }
  [[nodiscard]] const double* columns() const { return clp_.columns(model_.get()); }

private:
  const Clp& clp_;
  const std::unique_ptr<Clp::Model, void (*)(Clp::Model*)> model_;
};

/// Depth first, the nearer whole number before the other.
class BranchSearch {
public:
  BranchSearch(const Clp& opened, const Program& searched, const Branching& chosen)
      : program_(searched), search_(chosen), model_(opened, searched), best_(chosen.known) {}

  Branched run() {
    Node root;
    for (const Column& column : program_.columns) {
      root.low.push_back(finite(column.low));
      root.high.push_back(finite(column.high));
    }
    open_.push_back(std::move(root));
    for (int nodes = 0; !open_.empty(); ++nodes) {
      if (nodes >= search_.nodes)
        return {};
      const Node node = std::move(open_.back());
      open_.pop_back();
      if (node.at_most > enough() && !visit(node))
        return {};
    }
    return {true, std::max(pruned_, best_), std::move(found_)};
  }

private:
  struct Node {
    std::vector<double> low, high;
    double at_most = unbounded;
  };
  static constexpr double whole = 1e-7;
  const Program& program_;
  const Branching search_;
  LinearModel model_;
  double best_;
  double pruned_ = -unbounded;
  std::vector<double> found_;
  std::vector<Node> open_;

  [[nodiscard]] double enough() const { return best_ + search_.gap; }

  /// False where CLP fails.
  bool visit(const Node& node) {
    const auto verdict = model_.solve(node.low, node.high);
    if (verdict != LinearModel::Verdict::solved)
      return verdict == LinearModel::Verdict::infeasible;
    const double value = model_.value();
    if (value <= enough()) {
      pruned_ = std::max(pruned_, value);
      return true;
    }
    const double* const columns = model_.columns();
    const std::size_t column = most_open(columns);
    if (column == program_.columns.size()) {
      best_ = value;
      found_.assign(columns, columns + program_.columns.size());
      return true;
    }
    Node down{node.low, node.high, value};
    Node up = down;
    down.high[column] = std::floor(columns[column]);
    up.low[column] = down.high[column] + 1;
    const bool is_nearer_up = columns[column] - down.high[column] > 0.5;
    if (is_nearer_up)
      std::swap(down, up);
    open_.push_back(std::move(up)); // the last is visited first
    open_.push_back(std::move(down));
    return true;
  }

  [[nodiscard]] std::size_t most_open(const double* columns) const {
    std::size_t chosen = program_.columns.size();
    double most = whole;
    for (std::size_t i = 0; i < program_.columns.size(); ++i)
      if (program_.columns[i].whole)
        if (const double off = std::abs(columns[i] - std::round(columns[i])); off > most) {
          most = off;
          chosen = i;
        }
    return chosen;
  }
};
} // namespace

bool is_clp_there() { return open_clp() != nullptr; }

Branched branch_with_clp(const Program& program, const Branching& search) {
  return BranchSearch(*open_clp(), program, search).run();
}

} // namespace deploy_plan::analysis
