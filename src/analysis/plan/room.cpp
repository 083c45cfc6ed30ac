#include "analysis/plan/room.hpp"
#include <algorithm>

namespace deploy_plan::analysis {
namespace {

constexpr double room_tolerance = 1e-6;

std::int64_t runs_between(const PlannedAction& told, Date from, Date until) {
  std::int64_t runs = 0;
  for (const PlannedRuns& part : told.schedule)
    runs += from <= part.from && part.until <= until ? part.runs : 0;
  return runs;
}

/// Room for one more between those of other slots, so many days apart.
bool has_space(const ModelAction& one, const PlannedAction& told, const Slot& slot) {
  const std::int64_t spacing = one.action->spacing_days.value_or(0);
  return spacing == 0 ||
         runs_between(told, slot.from, slot.until) < most_apart(slot.from, slot.until, spacing);
}
} // namespace

std::optional<PlanReason> TimeRoom::what_keeps_out(std::size_t action, std::optional<Month> month) const {
  const ModelAction& one = model_.actions[action];
  if (!one.is_timed())
    return std::nullopt;
  std::optional<PlanReason> first;
  for (const Slot& slot : one.slots) {
    if (month && month_of(slot.from) != *month)
      continue;
    const auto why = what_fills(action, slot);
    if (!why)
      return std::nullopt;
    if (!first || *first == PlanReason::awaits_test) // which passes by itself
      first = why;
  }
  return first;
}

std::optional<PlanReason> TimeRoom::what_fills(std::size_t action, const Slot& slot) const {
  const ModelAction& one = model_.actions[action];
  const PlannedAction& told = plan_.actions[action];
  if (told.test && !told.test->is_under_way && told.runs > 0 && slot.from < told.test->decision)
    return PlanReason::awaits_test;
  for (const std::size_t needed : one.requires_)
    if (const auto& sooner = plan_.actions[needed].schedule;
        sooner.empty() || slot.until < sooner.front().first)
      return PlanReason::lacks_required;
  if (!has_pace(one, told, slot))
    return PlanReason::over_pace;
  if (!has_days(one, told, slot))
    return PlanReason::over_capacity;
  if (!has_credits(one, slot))
    return PlanReason::over_term;
  return has_space(one, told, slot) ? std::nullopt : std::optional(PlanReason::over_pace);
}

bool TimeRoom::has_pace(const ModelAction& one, const PlannedAction& told, const Slot& slot) const {
  const auto most = one.action->runs ? one.action->runs->per_month : std::nullopt;
  const Month month = month_of(slot.from);
  return !most ||
         runs_between(told, month.first, last_day(month)) + runs_in_month(*one.action, month, model_.day) <
             *most;
}

bool TimeRoom::has_days(const ModelAction& one, const PlannedAction& told, const Slot& slot) const {
  if (one.owner == nullptr)
    return true;
  const double setup = told.runs == 0 && one.begins() ? one.cost.setup_days : 0;
  for (const MemberLoad& load : plan_.load) {
    if (load.strategy != one.strategy || load.member != one.owner->name)
      continue;
    double left = 0; // for setting up, until then
    for (const MonthLoad& month : load.months) {
      if (!month.capacity)
        return true;
      const double here = *month.capacity - month.load;
      left += std::max(0.0, here);
      if (month.month == month_of(slot.from))
        return one.cost.days <= here + room_tolerance && one.cost.days + setup <= left + room_tolerance;
    }
  }
  return true;
}

/// A budget that is asked for instead of the file's is not cut into terms.
bool TimeRoom::has_credits(const ModelAction& one, const Slot& slot) const {
  const auto fits = [](const BudgetUse& use, bool is_replaced, double cost) {
    return !use.limit || is_replaced || cost <= *use.left() + room_tolerance;
  };
  return std::all_of(plan_.terms.begin(), plan_.terms.end(), [&](const TermUse& term) {
    const bool is_within =
        term.strategy == one.strategy && term.from <= slot.from && slot.until <= term.until;
    return !is_within || (fits(term.money, options_.money.has_value(), one.cost.money) &&
                          fits(term.days, options_.days.has_value(), one.cost.days));
  });
}

} // namespace deploy_plan::analysis
