// Who can give how many days, and what for.
#pragma once
#include "deploy_plan/effect.hpp"

namespace deploy_plan {

/// Person-days that a member can give from one day to another, both included: `days` spread over the period,
/// the same for each whole month and in proportion in a month that is cut, less days away. Nothing where the
/// file does not say; 0 outside of the period.
[[nodiscard]] std::optional<double> days_given(const Member& member, const Period& period, Date from,
                                               Date until);

/// Whether a member is away on a day.
[[nodiscard]] bool is_away(const Member& member, Date day);

/// The member of the team who answers for an action; nullptr where it names nobody, or nobody of the team.
/// Names are compared without accents and in any case.
[[nodiscard]] const Member* owner_of(const Strategy& strategy, const Action& action);

/// Runs to do in one month, or what is left of it, of an action's schedule.
struct CommittedRuns {
  std::size_t action = 0; ///< its place in the strategy
  Month month;
  std::int64_t runs = 0;
  std::string segment;
};
/// Whether any action has runs on a schedule.
[[nodiscard]] bool is_scheduled(const Strategy& strategy);
/// What is promised by the strategy's schedules from a day on: of the day's own month, less what results say
/// was done in it.
[[nodiscard]] std::vector<CommittedRuns> scheduled_runs(const Strategy& strategy, Date day);
/// What schedules had before the day's month, and was not done, month by month, the oldest first: runs done
/// since the first scheduled month fill the oldest months first. Only what results tell of is known to have
/// been done since: runs done of which none tells fill nothing.
[[nodiscard]] std::vector<CommittedRuns> slipped_runs(const Strategy& strategy, Date day);

/// Whether all days from one to another, both included, lie within a term.
[[nodiscard]] inline bool holds(const BudgetTerm& term, Date from, Date until) {
  return term.from <= from && until <= term.until;
}

struct MonthLoad {
  Month month;                    ///< its first day, also where it is cut
  std::optional<double> capacity; ///< person-days that can be given from the day on; nothing for no limit
  double load = 0;                ///< person-days of runs, setup included
  [[nodiscard]] bool is_over() const { return capacity && load > *capacity * (1 + 1e-6) + 1e-6; }
};
struct MemberLoad {
  std::size_t strategy = 0; ///< its place among several
  std::string member;
  std::vector<MonthLoad> months;
};
/// What is committed by the schedules, for each member who answers for an action, from the day's month to the
/// last one scheduled or the period's end, twenty years at most. Actions that are stopped promise nothing.
/// Setting up is done in the month of the first run, and in those before it as far as that one has no room.
[[nodiscard]] std::vector<MemberLoad> committed_load(const Strategy& strategy, Date day);

} // namespace deploy_plan
