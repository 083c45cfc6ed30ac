// Rankings and plans as JSON: the API, and what gates, comparisons and CSV read.
#pragma once
#include "deploy_plan/plan.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {

[[nodiscard]] nlohmann::ordered_json plan_json(const Plan& plan);
/// A row an action.
[[nodiscard]] std::string ranking_csv(const Ranking& ranking, bool french_dialect);
[[nodiscard]] std::string plan_csv(const Plan& plan, bool french_dialect);

[[nodiscard]] std::string_view reason_key(PlanReason reason);

} // namespace deploy_plan::report
