// Programs that fall into blocks once a few rows are taken out of them: portfolios, whose strategies share
// their means and little else.
//
// What is shared gets prices. Each block is then solved by itself, for what it brings less what it takes at
// these prices; the bests of all blocks and what the shared limits are worth bound every solution (Dantzig
// and Wolfe: Decomposition principle for linear programs, Operations Research 1960; Geoffrion: Lagrangean
// relaxation, Mathematical Programming Study 1974). The more blocks, the less that bound leaves open, where
// a search over all of them at once leaves a part of a run open in each.
#pragma once
#include "analysis/solver/solver.hpp"

namespace deploy_plan::analysis {

/// Keeps what it finds of blocks from one solution to the next, of other shared limits.
class Blocks {
public:
  /// Nothing where a program does not fall apart, or is small enough to be solved as a whole.
  [[nodiscard]] static std::optional<Blocks> of(Program program);

  /// Gives a row another upper limit; false where it is none that is shared.
  [[nodiscard]] bool limit(int row, double high);

  /// As `solve` does of the whole program. A search that proves no more ends `feasible`, with the gap that is
  /// left; `unknown` where it finds nothing, which says nothing about the program. The same limits in the
  /// same order give the same solutions, unless the time is over.
  [[nodiscard]] Solution solve(const SolverLimits& limits);

private:
  /// A solution of a block, what it brings to what is maximised, and what it takes of each shared row.
  struct Choice {
    double brings = 0;
    std::vector<double> takes, columns;
  };
  /// What a block brings at most, less what it takes at these prices.
  struct Priced {
    std::vector<double> prices;
    double at_most = 0;
  };
  struct Block {
    Program program; ///< maximises; with the objective's own costs
    std::vector<int> columns;
    std::vector<std::vector<Term>> shared; ///< of each shared row
    std::vector<Choice> choices;
    std::vector<Priced> priced;
  };
  struct Shared {
    int row = 0;
    double sign = 1; ///< -1 for a row that has a lower limit
    double limit = 0;
  };
  using Prices = std::vector<double>;
  using Selection = std::vector<std::size_t>; ///< a choice of each block

  explicit Blocks(Program program) : program_(std::move(program)) {}
  [[nodiscard]] bool split();
  void add_blocks(const std::vector<int>& block_of, std::size_t count);

  Program program_;
  double sign_ = 1; ///< -1 of a program that minimises
  std::vector<Shared> shared_;
  std::vector<Block> blocks_;

  friend class BlockSearch;
};

/// As `solve`, of a program that may fall into blocks: those tell more of a large one than a search over all
/// of it, which is left for what is small or does not fall apart.
[[nodiscard]] Solution solve_by_blocks(const Program& program, const SolverLimits& limits);

} // namespace deploy_plan::analysis
