// Small matrices: a handful of parameters.
#pragma once
#include <optional>
#include <vector>

namespace deploy_plan::analysis {

using Matrix = std::vector<std::vector<double>>;

/// The inverse of a symmetric positive matrix by Gauss and Jordan, with pivots; nothing where it is singular.
[[nodiscard]] std::optional<Matrix> inverse(Matrix matrix);

} // namespace deploy_plan::analysis
