#include "analysis/calendar/calendar.hpp"
#include "deploy_plan/effect.hpp"
#include <algorithm>

namespace deploy_plan::analysis {
using std::chrono::days;

namespace {
Date week_end(Date day) { return day + (std::chrono::Sunday - std::chrono::weekday(day)); }
} // namespace

std::vector<Bucket> buckets(Date first, Date last, PlanStep step) {
  std::vector<Bucket> all;
  for (Date from = first; from <= last;) {
    Date until = std::min(last, last_day(month_of(from)));
    if (step == PlanStep::week)
      until = std::min(until, week_end(from));
    all.push_back({from, until});
    from = until + days{1};
  }
  return all;
}

std::vector<Slot> slots(std::span<const Bucket> among, const SlotsAsked& asked) {
  std::vector<Date> cuts = asked.cuts;
  if (asked.owner != nullptr)
    for (const Absence& away : asked.owner->absences) {
      cuts.push_back(away.from);
      cuts.push_back(away.until + days{1});
    }
  std::sort(cuts.begin(), cuts.end());
  std::vector<Slot> all;
  for (std::size_t bucket = 0; bucket < among.size(); ++bucket) {
    const Date last = std::min(among[bucket].until, asked.latest);
    for (Date from = std::max(among[bucket].from, asked.earliest); from <= last;) {
      const auto cut = std::upper_bound(cuts.begin(), cuts.end(), from);
      const Date until = cut == cuts.end() ? last : std::min(last, *cut - days{1});
      if (asked.owner == nullptr || !is_away(*asked.owner, from))
        all.push_back({from, until, bucket});
      from = until + days{1};
    }
  }
  return all;
}

Date decision_day(const Action& action, Date until) { return until + days{1} + delay_of(action); }

std::int64_t runs_in_month(const Action& action, Month month, Date until) {
  std::int64_t runs = 0;
  for (const Result& result : action.results)
    if (result.origin.sound && result.date <= until && month_of(result.date) == month)
      runs += runs_of(result);
  return runs;
}

std::int64_t most_apart(Date from, Date until, std::int64_t spacing) {
  return until < from ? 0 : (until - from).count() / std::max<std::int64_t>(1, spacing) + 1;
}

std::vector<Date> spread(std::span<const SlotRuns> runs, const Spreading& how) {
  std::vector<Date> wished, latest;
  for (const auto& [slot, count] : runs) {
    const Date from = std::min(slot.until, std::max(slot.from, how.not_before));
    const std::int64_t length = (slot.until - from).count() + 1;
    for (std::int64_t run = 0; run < count; ++run) {
      wished.push_back(how.early && wished.empty() ? from
                                                   : from + days{(2 * run + 1) * length / (2 * count)});
      latest.push_back(slot.until);
    }
  }
  const days apart{how.spacing};
  for (std::size_t i = latest.size(); i-- > 1;)
    latest[i - 1] = std::min(latest[i - 1], latest[i] - apart);
  for (std::size_t i = 0; i < wished.size(); ++i) {
    const Date earliest = i == 0 ? wished[i] : std::max(wished[i], wished[i - 1] + apart);
    wished[i] = std::min(earliest, latest[i]);
  }
  return wished;
}

} // namespace deploy_plan::analysis

namespace deploy_plan {

PlanCalendar calendar(const Plan& plan) {
  PlanCalendar told;
  std::optional<Month> last;
  for (std::size_t i = 0; i < plan.actions.size(); ++i)
    if (!plan.actions[i].schedule.empty()) {
      told.actions.push_back(i);
      last = std::max(last.value_or(month_of(plan.from)), month_of(plan.actions[i].schedule.back().from));
    }
  if (!last)
    return told;
  const Month first = month_of(plan.from);
  for (Month month = first; month <= *last; month = next(month))
    told.months.push_back({month.first, std::vector<std::int64_t>(told.actions.size())});
  for (std::size_t at = 0; at < told.actions.size(); ++at)
    for (const PlannedRuns& part : plan.actions[told.actions[at]].schedule)
      told.months[static_cast<std::size_t>(months_between(first, month_of(part.from)))].runs[at] += part.runs;
  return told;
}

} // namespace deploy_plan
