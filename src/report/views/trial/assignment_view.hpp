// A list split into arms, for people and for scripts.
#pragma once
#include "deploy_plan/assignment.hpp"
#include "deploy_plan/document.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {

[[nodiscard]] Document assignment_document(const Assignment& told);
[[nodiscard]] nlohmann::ordered_json assignment_json(const Assignment& told);

} // namespace deploy_plan::report
