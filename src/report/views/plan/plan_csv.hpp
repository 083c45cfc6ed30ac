// Rankings and plans as tables.
#pragma once
#include "deploy_plan/plan.hpp"

namespace deploy_plan::report {

/// A row an action.
[[nodiscard]] std::string ranking_csv(const Ranking& ranking, bool french_dialect);
[[nodiscard]] std::string plan_csv(const Plan& plan, bool french_dialect);

} // namespace deploy_plan::report
