// The objectives of a strategy, as rules walk them.
#pragma once
#include "rules/rule.hpp"

namespace deploy_plan::rules {

/// Calls `judge` with each objective that could be read.
template <class Judge>
void each_objective(const Look& look, Judge judge) {
  for (const Objective& objective : look.strategy.objectives)
    if (objective.origin.sound)
      judge(objective);
}

} // namespace deploy_plan::rules
