// A program made tighter: the same whole solutions, and fewer others for a search to look through.
#pragma once
#include "analysis/solver/solver.hpp"

namespace deploy_plan::analysis {

/// Bounds of columns that rows imply, sums of whole columns brought down to what they can come to, and what
/// stands for *without limit* before a switch brought down to what it can switch (Savelsbergh: Preprocessing
/// and probing techniques for mixed integer programming problems, ORSA Journal on Computing 1994, sections 1
/// and 2). Where few combinations fit within a sum, as those of an owner's days in a month, columns are added
/// that mix them: no mean of what fits is lost, and no other is let in (Dantzig and Wolfe: Decomposition
/// principle for linear programs, Operations Research 1960). Columns and rows keep their places; others stand
/// after them.
[[nodiscard]] Program tightened(Program program);

} // namespace deploy_plan::analysis
