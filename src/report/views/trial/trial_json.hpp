// Tests as JSON: the API, and what gates and CSV read.
#pragma once
#include "deploy_plan/trial.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {

[[nodiscard]] nlohmann::ordered_json trials_json(const std::string& strategy, std::span<const Trial> trials,
                                                 Date as_of);
/// A row a figure of each test.
[[nodiscard]] std::string trials_csv(const std::string& strategy, std::span<const Trial> trials, Date as_of,
                                     bool french_dialect);

} // namespace deploy_plan::report
