// A gap's figures as JSON: the API, and what gates and CSV read.
#pragma once
#include "deploy_plan/gap.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {

[[nodiscard]] nlohmann::ordered_json gap_json(const Gap& gap);

/// One row a figure: strategy, segment, path, value, unit (RFC 4180). In the French dialect, semicolons,
/// decimal commas and a byte order mark, as French spreadsheets read them.
[[nodiscard]] std::string gaps_csv(std::span<const Gap> gaps, bool french_dialect);

[[nodiscard]] std::string_view status_key(GoalStatus status);

} // namespace deploy_plan::report
