// CBC's C library, which solves programs.
#pragma once
#include "analysis/solver/solver.hpp"
#include <span>
#include <string_view>

namespace deploy_plan::analysis {

/// Words that CBC takes on its command line.
struct CbcSetting {
  const char* name;
  const char* value;
};
struct CbcSearch {
  double seconds; ///< for the search
  double gap;
  int nodes;
  std::span<const CbcSetting> settings;
};
/// What CBC says, as it says it.
struct CbcAnswer {
  enum class Kind : char { solution, proven, infeasible, endless, nothing };
  Kind kind = Kind::nothing;
  double best_possible = 0;
  std::vector<double> columns; ///< of a solution
  std::vector<double> reduced; ///< costs, of the columns of a program without whole ones
};

/// The rows of a program by columns, as CBC and CLP take them.
struct Sparse {
  std::vector<int> start, index;
  std::vector<double> value;
};
[[nodiscard]] Sparse by_columns(const Program& program);

/// Opens the library, once; false where it is not installed.
[[nodiscard]] bool is_cbc_there();
/// Asks a library that is there. May end the process: it is for one of its own.
[[nodiscard]] CbcAnswer ask_cbc(const Program& program, const CbcSearch& search);

/// An answer as bytes, and back: from a process of its own.
[[nodiscard]] std::string packed(const CbcAnswer& answer);
[[nodiscard]] CbcAnswer unpacked(std::string_view bytes);

} // namespace deploy_plan::analysis
