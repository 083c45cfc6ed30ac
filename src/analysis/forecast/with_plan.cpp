// What a plan adds to what would have happened, day by day.
#include "deploy_plan/direction.hpp"
#include "deploy_plan/forecast.hpp"
#include "deploy_plan/market.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace {

using Step = std::pair<Date, double>;

/// The ends of the months from a day on, and which part of the plan's value has come by each.
std::vector<Step> schedule(const Strategy& strategy, const Plan& plan, Date day) {
  const Date end = std::max(strategy.period.end, day + std::chrono::days(31));
  std::vector<Step> shares{{day, 0}};
  double all = 0;
  const std::vector<std::size_t>& dated = plan.calendar.actions;
  for (const PlannedAction& one : plan.actions)
    all += std::abs(one.value);
  if (all <= 0)
    return {};
  const auto of_calendar = [&](Date until) {
    double sum = 0;
    for (const PlannedMonth& month : plan.calendar.months)
      if (month.first + std::chrono::days(15) <= until) // in their middle
        for (std::size_t i = 0; i < dated.size(); ++i)
          sum += std::abs(plan.actions[dated[i]].value) * static_cast<double>(month.runs[i]) /
                 static_cast<double>(std::max<std::int64_t>(1, plan.actions[dated[i]].runs));
    return sum;
  };
  double undated = all;
  for (const std::size_t action : dated)
    undated -= std::abs(plan.actions[action].value);
  const auto days = static_cast<double>((end - day).count());
  for (Date at = day + std::chrono::days(30);; at += std::chrono::days(30)) {
    const Date until = std::min(at, end);
    const double gone = static_cast<double>((until - day).count()) / days;
    shares.emplace_back(until, std::min(1.0, (of_calendar(until) + undated * gone) / all));
    if (until == end)
      break;
  }
  shares.back().second = 1;
  return shares;
}
} // namespace

double PlannedLift::on(Date date) const {
  if (added.empty() || date <= added.front().first)
    return 0;
  const auto after = std::lower_bound(added.begin(), added.end(), date,
                                      [](const Step& one, Date wanted) { return one.first < wanted; });
  if (after == added.end())
    return added.back().second;
  const Step& before = *(after - 1);
  const double part = static_cast<double>((date - before.first).count()) /
                      static_cast<double>((after->first - before.first).count());
  return before.second + part * (after->second - before.second);
}

std::vector<PlannedLift> planned_lifts(const Strategy& strategy, const Plan& plan, Date day) {
  std::vector<PlannedLift> lifts;
  const auto shares = schedule(strategy, plan, day);
  for (const ObjectiveGain& gain : plan.objectives) {
    const auto objective = std::find_if(strategy.objectives.begin(), strategy.objectives.end(),
                                        [&](const Objective& one) { return one.id == gain.id; });
    if (shares.empty() || objective == strategy.objectives.end() || gain.gain == 0)
      continue;
    const int direction = direction_of(*objective, day);
    PlannedLift lift{gain.id, {}};
    for (const auto& [date, share] : shares)
      lift.added.emplace_back(date, direction * gain.gain * share);
    const bool is_star = strategy.north_star && strategy.north_star->objective == gain.id;
    if (is_star && objective->segment.empty() && counts_beneficiaries(*objective, strategy.market))
      lifts.push_back({"", lift.added});
    lifts.push_back(std::move(lift));
  }
  return lifts;
}

} // namespace deploy_plan
