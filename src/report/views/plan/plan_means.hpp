// What a plan takes of its means, and what limits it.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/plan.hpp"

namespace deploy_plan::report {

/// Its budgets, then, in a sentence, what holds actions back that no budget shows.
[[nodiscard]] std::vector<Block> means_of(const Plan& plan);

} // namespace deploy_plan::report
