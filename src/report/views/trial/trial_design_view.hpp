// Tests designed, for people and for scripts.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/trial_design.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {

[[nodiscard]] Document trial_design_document(const TrialWish& wish, const TrialDesign& design);
[[nodiscard]] nlohmann::ordered_json trial_design_json(const TrialWish& wish, const TrialDesign& design);

} // namespace deploy_plan::report
