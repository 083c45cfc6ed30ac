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

[[nodiscard]] BriefMeans with_full_cost(const Strategy& strategy, const Spent& taken);

/// Fills in by when the parts of an option's plan, of its own strategy, must be chosen: see BriefDeadline.
/// The day before where it is too late.
void tell_choose_by(const Strategy& strategy, std::vector<BriefOption::Part>& parts, Date day);
/// Nothing where no part of a plan parts them.
[[nodiscard]] std::optional<BriefDeadline> choose_by(const std::vector<BriefOption>& options, Date today);

/// What there is to choose from, if anything.
void add_options(Brief& brief, const Strategy& strategy, const ToldForBrief& told);

} // namespace deploy_plan::analysis
