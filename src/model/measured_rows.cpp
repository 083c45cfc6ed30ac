#include "model/measured_rows.hpp"
#include "model/tiers.hpp"

namespace deploy_plan::model {

Measured measured_by(const Objective& objective, std::string_view segment) {
  return {segment, objective.metric.scale.value_or(Scale::count),
          objective.measurement && objective.measurement->query, objective.id, objective.indicator};
}
Measured measured_by(const Tier& tier, std::string_view name, std::string_view segment) {
  return {segment, Scale::count, tier.measurement && tier.measurement->query, name};
}
Measured measured_by(const Action& action) {
  return {action.segment, Scale::rate, action.measure && action.measure->query, action.id};
}

NamesOfRows names_of_rows(const Strategy& strategy, bool by_metric) {
  NamesOfRows names;
  const auto add = [&](const std::optional<Series>& series, const Measured& what) {
    if (series && (by_metric ? !series->metric.empty() : what.by_query))
      names.emplace(series->file, rows_name(*series, what.id));
  };
  each_tier_of_all(strategy.market, [&](const Tier& tier, Text key, const Segment*) {
    add(tier.observations, measured_by(tier, key.en, {}));
  });
  for (const Objective& objective : strategy.objectives)
    add(objective.observations, measured_by(objective, {}));
  for (const Action& action : strategy.actions)
    if (action.measure)
      add(action.measure->observations, measured_by(action));
  return names;
}

} // namespace deploy_plan::model
