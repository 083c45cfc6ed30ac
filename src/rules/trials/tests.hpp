// The tests of actions, as rules walk them.
#pragma once
#include "rules/rule.hpp"

namespace deploy_plan::rules {

/// Calls `judge` with the test of each action that has one.
template <class Judge>
void each_test(const Look& look, Judge judge) {
  each_action(look, [&](const Action& action) {
    if (action.test)
      judge(*action.test);
  });
}

} // namespace deploy_plan::rules
