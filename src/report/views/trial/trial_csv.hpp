// Tests as a table.
#pragma once
#include "deploy_plan/trial.hpp"

namespace deploy_plan::report {

/// A row a figure of each test.
[[nodiscard]] std::string trials_csv(std::span<const Trial> trials, bool french_dialect);

} // namespace deploy_plan::report
