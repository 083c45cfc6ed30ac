// Why there is no plan, in the words of the options that asked for it.
#pragma once
#include "deploy_plan/plan.hpp"

namespace deploy_plan::cli {

[[nodiscard]] Phrase said(const PlanFailure& failure);

} // namespace deploy_plan::cli
