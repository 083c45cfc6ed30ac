// The time of a plan: its parts, and the days within them on which an action can be run.
#pragma once
#include "deploy_plan/plan.hpp"

namespace deploy_plan::analysis {

/// A part of the time, within one month.
struct Bucket {
  Date from{}, until{}; ///< first and last day
};
/// Those from one day to another: months, or weeks that begin on Mondays and end with their month.
[[nodiscard]] std::vector<Bucket> buckets(Date first, Date last, PlanStep step);

/// Days of a bucket on which an action can be run: whatever bounds it bounds all of it.
struct Slot {
  Date from{}, until{};
  std::size_t bucket = 0;
};
/// What decides the slots of an action.
struct SlotsAsked {
  Date earliest{}, latest{};
  std::vector<Date> cuts;        ///< days with which another slot begins
  const Member* owner = nullptr; ///< on whose days away nothing is run; nullptr where nobody is known
};
/// In the order of time.
[[nodiscard]] std::vector<Slot> slots(std::span<const Bucket> among, const SlotsAsked& asked);

/// The first day on which a test can be decided that ran in days up to one.
[[nodiscard]] Date decision_day(const Action& action, Date until);
/// Runs that results say were done in a month, up to a day.
[[nodiscard]] std::int64_t runs_in_month(const Action& action, Month month, Date until);

/// The most runs, so many days apart at least, that days from one to another have room for.
[[nodiscard]] std::int64_t most_apart(Date from, Date until, std::int64_t spacing);

/// Runs in a slot.
struct SlotRuns {
  Slot slot;
  std::int64_t runs = 0;
};
/// Days of runs in slots, in their order: as evenly over each slot as runs that lie so many days apart can
/// be. The first is on the first day of its slot where `early` says so, and none is before `not_before`.
struct Spreading {
  std::int64_t spacing = 0;
  bool early = false;
  Date not_before{};
};
[[nodiscard]] std::vector<Date> spread(std::span<const SlotRuns> runs, const Spreading& how);

} // namespace deploy_plan::analysis
