// A strategy as it was known on a past day.
#pragma once
#include "deploy_plan/strategy.hpp"

namespace deploy_plan::model {

/// What is known only after a day, counted.
struct KnownLater {
  std::int64_t observations = 0;
  std::int64_t results = 0;
  std::int64_t readings = 0; ///< counts of tests in sequence, figures of segments compared
  std::int64_t events = 0;   ///< whose effect was to be estimated
  std::int64_t sizes = 0;    ///< of tiers; kept, for want of those that were known before
  [[nodiscard]] std::int64_t left_out() const { return observations + results + readings + events; }
};

/// Leaves out the observations, the results and the test readings of days after `day`, or seen after it: what
/// they revised holds again. Runs done in those results are not done yet. An event to come stays where its
/// effect is foreseen, as milestones do: what is planned was planned then.
KnownLater leave_out_later(Strategy& strategy, Date day);

/// Leaves out what was seen after `day` alone, and counts it: where the day is today, clocks do not agree.
std::int64_t leave_out_unseen(Strategy& strategy, Date day);

} // namespace deploy_plan::model
