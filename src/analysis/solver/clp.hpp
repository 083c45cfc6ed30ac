// CLP's C library, which solves linear programs: small programs with whole columns by branching on them.
//
// Of programs of some fifty columns CBC takes most of its time to begin. CBC stands on CLP: where it is
// installed, so is this.
#pragma once
#include "analysis/solver/solver.hpp"

namespace deploy_plan::analysis {

struct Branching {
  double known = -unbounded; ///< a value that is reached already: what is no better is not looked for
  double gap = 0;            ///< absolute
  int nodes = 0;             ///< at most
};
struct Branched {
  bool is_whole = false;       ///< the search came to its end
  double at_most = 0;          ///< of any solution, if so
  std::vector<double> columns; ///< of the best found; empty where none is better than what is known
};

[[nodiscard]] bool is_clp_there();
/// Asks a library that is there, for the most. May end the process: it is for one of its own.
[[nodiscard]] Branched branch_with_clp(const Program& program, const Branching& search);

} // namespace deploy_plan::analysis
