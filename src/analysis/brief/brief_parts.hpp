// What a brief is put together from.
#pragma once
#include "deploy_plan/brief.hpp"
#include <tuple>

namespace deploy_plan::analysis {

/// What the outlook of its North Star may fail by, and the action that is meant; with a plan, by what the
/// plan does.
[[nodiscard]] std::pair<BriefRisk, std::string> doubt_about(const Gap& gap, const Plan* plan);
[[nodiscard]] BriefCourse course_of(const Strategy& strategy, const ObjectiveGap& star,
                                    const ToldForBrief& told);

/// What there is to choose from, if anything.
void add_options(Brief& brief, const Strategy& strategy, const ToldForBrief& told);

} // namespace deploy_plan::analysis
