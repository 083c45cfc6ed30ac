// Figures that may lie beyond what a double holds.
#pragma once
#include <cmath>
#include <optional>

namespace deploy_plan::analysis {

[[nodiscard]] inline std::optional<double> finite(double number) {
  return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

} // namespace deploy_plan::analysis
