#include "cli/plan_schedule.hpp"
#include "report/json_values.hpp"
#include <algorithm>
#include <map>

namespace deploy_plan::cli {
namespace {

using Schedule = std::map<std::pair<Month, std::string>, std::int64_t>; ///< runs by month and segment

Schedule planned_in(const PlannedAction& one) {
  Schedule schedule;
  for (const PlannedRuns& part : one.schedule)
    if (part.runs > 0)
      schedule[{month_of(part.from), part.segment}] += part.runs;
  return schedule;
}

/// Where the schedule has runs of its segment in that month; else of any, where it names none.
void add_done(const Result& result, Month month, Schedule& schedule) {
  const auto place = std::find_if(schedule.begin(), schedule.end(), [&](const auto& entry) {
    const auto& [when, segment] = entry.first;
    return when == month && (result.segment.empty() || segment.empty() || segment == result.segment);
  });
  if (place != schedule.end())
    place->second += runs_of(result);
}

/// A segment is said where the action can be run in several.
std::string json_of(const Schedule& schedule, bool by_segment) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const auto& [place, runs] : schedule) {
    all.push_back({{"month", iso(place.first)}, {"runs", runs}});
    if (by_segment && !place.second.empty())
      all.back()["segment"] = place.second;
  }
  return report::json_text(all);
}
} // namespace

std::vector<WrittenValue> written_schedule(const Plan& plan, const Strategy& strategy) {
  std::vector<WrittenValue> values;
  for (const PlannedAction& one : plan.actions) {
    const auto action = std::find_if(strategy.actions.begin(), strategy.actions.end(),
                                     [&](const Action& each) { return each.id == one.id; });
    if (action == strategy.actions.end() || one.reason == PlanReason::without_cost)
      continue;
    Schedule schedule = planned_in(one);
    for (const Result& result : action->results)
      if (month_of(result.date) == month_of(plan.as_of))
        add_done(result, month_of(plan.as_of), schedule);
    if (!schedule.empty() || !action->schedule.empty())
      values.push_back({{"actions", one.id, "schedule"}, json_of(schedule, !action->segments.empty())});
  }
  return values;
}

} // namespace deploy_plan::cli
