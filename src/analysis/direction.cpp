#include "deploy_plan/direction.hpp"
#include "deploy_plan/market.hpp"

namespace deploy_plan {

std::optional<DatedFigure> starting_point(const Objective& objective, Date day) {
  if (objective.baseline)
    return DatedFigure{objective.baseline->date, objective.baseline->value};
  const Observation* first = nullptr;
  if (objective.observations)
    for (const Observation& seen : objective.observations->points)
      if (seen.origin.sound && seen.date <= day && (first == nullptr || seen.date < first->date))
        first = &seen;
  return first == nullptr ? std::nullopt : std::optional(DatedFigure{first->date, first->value});
}

int direction_of(const Objective& objective, Date day) {
  const auto start = starting_point(objective, day);
  if (!objective.baseline && objective.metric.scale == Scale::count) {
    const Observation* const newest = newest_observation(objective.observations, day);
    if (newest == nullptr || newest->value >= start->value)
      return 1;
  }
  return start && objective.target.value < start->value ? -1 : 1;
}

} // namespace deploy_plan
