// Why there is no plan, in the words of the options that asked for it.
#pragma once
#include "deploy_plan/plan.hpp"

namespace deploy_plan::cli {

[[nodiscard]] Phrase said(const PlanFailure& failure);
/// The same of a strategy by its name, as one of several, or where an answer goes on without a plan.
[[nodiscard]] Phrase without_plan(const std::string& strategy, const Phrase& why);

} // namespace deploy_plan::cli
