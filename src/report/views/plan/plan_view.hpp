// Rankings and plans laid out for people.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/plan.hpp"

namespace deploy_plan::report {

[[nodiscard]] std::vector<Section> ranking_sections(const Ranking& ranking);
[[nodiscard]] Document ranking_document(const Ranking& ranking, Date as_of);
[[nodiscard]] std::vector<Section> plan_sections(const Plan& plan);
[[nodiscard]] Document plan_document(const Plan& plan, Date as_of);

} // namespace deploy_plan::report
