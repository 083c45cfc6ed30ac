// A gap's figures as JSON: the API, and what gates and CSV read.
#pragma once
#include "deploy_plan/gap.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {

[[nodiscard]] nlohmann::ordered_json gap_json(const Gap& gap);

[[nodiscard]] std::string_view status_key(GoalStatus status);

} // namespace deploy_plan::report
