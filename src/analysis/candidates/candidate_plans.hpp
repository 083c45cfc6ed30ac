// Plans among which what is learnt would choose.
#pragma once
#include "analysis/candidates/plan_draws.hpp"

namespace deploy_plan::analysis {

/// The plan that is followed now comes first, where there is one; then those found for some of the draws, as
/// if each were known, and those that hold a test, whatever it shows. None twice.
[[nodiscard]] std::vector<QuickPlan> candidate_plans(const PlanModel& model, const PlanDraws& drawn,
                                                     const Filling& filling,
                                                     const std::optional<QuickPlan>& base);

} // namespace deploy_plan::analysis
