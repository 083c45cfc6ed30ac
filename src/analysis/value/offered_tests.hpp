// Tests of an action that can be run, of a few sizes: what each takes, and how exactly it shows the effect.
#pragma once
#include "analysis/candidates/plan_draws.hpp"
#include "deploy_plan/test_value.hpp"

namespace deploy_plan::analysis {

struct OfferedTest {
  Protocol protocol{};
  TestUnit unit{};
  double size = 0;
  double runs = 0; ///< of the action; a part of one where fewer are exposed than by a run
  double money = 0, days = 0;
  Date known{};           ///< the day on which its last run has its effect, at the action's pace
  double credibility = 0; ///< in [0, 1]: how much of the effect's variance it takes away, on average
};

/// Those that are known before half of the time left is over: later, little is left to choose.
///
/// By the protocol of the action's test, else a pilot, the smallest first. Runs differ by the action's
/// `variation`. Those exposed add the chance of their number: of a pilot a rate's, of an ab that of a
/// difference of two; of a sequence, its series adds the chance of its counts. How many a run exposes is
/// what the test has exposed so far by run, else its planned size; where neither is known, sizes are runs.
/// None of an action whose test has decided, and none that exposes more than its segment holds. `strategy` is
/// the action's.
[[nodiscard]] std::vector<OfferedTest> offered_tests(const PlanModel& model, std::size_t action,
                                                     const Strategy& strategy);

} // namespace deploy_plan::analysis
