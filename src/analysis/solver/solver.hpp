// Mixed-integer linear programs, and their solutions.
#pragma once
#include "deploy_plan/text.hpp"
#include "system/own_process.hpp"
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace deploy_plan::analysis {

using system::Ending;
using system::in_own_process;
using system::Moment;
using system::OwnProcess;

inline constexpr double unbounded = std::numeric_limits<double>::infinity();

struct Column {
  std::string name;
  double low = 0, high = unbounded;
  double cost = 0; ///< in the objective
  bool whole = false;
  bool implied = false; ///< whole wherever those that must be are, as a sum of them is
};
struct Term {
  int column;
  double factor;
};
struct Row {
  std::string name;
  double low = -unbounded, high = unbounded;
  std::vector<Term> terms;
};
struct Program {
  bool maximise = true;
  std::vector<Column> columns;
  std::vector<Row> rows;

  int add(Column column) {
    columns.push_back(std::move(column));
    return static_cast<int>(columns.size()) - 1;
  }
  int add(Row row) {
    rows.push_back(std::move(row));
    return static_cast<int>(rows.size()) - 1;
  }
  /// Asks for the most of a sum, or the least, instead of what was asked for.
  void ask(bool most, const std::vector<Term>& sum);
};

enum class Outcome {
  optimal,
  feasible,
  infeasible,
  endless,
  unknown, ///< the search was stopped before it found a solution, or that there is none
  failed
};
struct Solution {
  Outcome outcome = Outcome::failed;
  double value = 0;
  double gap = 0; ///< relative, of the value to the best that was not excluded; unbounded where none was
  std::vector<double> columns;
  std::optional<Text> failure;
};
struct SolverLimits {
  Moment until = Moment::max();
  double gap = 1e-6; ///< relative; what is within it is optimal
  int nodes = 0;     ///< of the search; 0 for no limit
};

/// Solves by branch and cut on one thread, in a process of its own: the same program gives the same solution,
/// unless the time is over. CBC is opened when first asked for; where it is not installed, the solution says
/// so. Solutions are held against the program by sums of our own; where the solver ends its process or fails
/// them, it is asked again in other ways. `known` columns that hold, or zeros that do, are given where the
/// search finds none.
[[nodiscard]] Solution solve(const Program& program, const SolverLimits& limits,
                             const std::vector<double>& known = {});

/// Whether columns are a solution of the program, but for the last digits of its sums.
[[nodiscard]] bool holds(const Program& program, const std::vector<double>& columns);
[[nodiscard]] double value_of(const Program& program, const std::vector<double>& columns);
[[nodiscard]] double value_of(const std::vector<Term>& sum, const std::vector<double>& columns);
/// What holds without any search, where anything does: zeros, as far as the bounds of columns allow.
[[nodiscard]] std::vector<double> nothing(const Program& program);
/// Takes a solver's last digits from columns that are whole.
void round_whole(const Program& program, std::vector<double>& columns);

/// The program for another solver, as free MPS or CPLEX LP. Names are those of the columns and rows.
[[nodiscard]] std::string as_mps(const Program& program);
[[nodiscard]] std::string as_lp(const Program& program);

} // namespace deploy_plan::analysis
