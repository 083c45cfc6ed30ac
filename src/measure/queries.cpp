#include "measure/queries.hpp"
#include "model/description.hpp"

namespace deploy_plan::measuring {
namespace {

class Finder {
public:
  std::vector<NamedQuery> found;

  template <class Tiered>
  void tiers_of(const Tiered& tiered, const std::string& path, const std::string& segment,
                const Words& whose) {
    struct Level {
      std::string_view key;
      const std::optional<Tier>* tier;
      Text name;
    };
    const Level levels[] = {{"addressable", &tiered.addressable, {"addressable market", "marché adressable"}},
                            {"addressed", &tiered.addressed, {"addressed market", "marché adressé"}},
                            {"target", &tiered.target, {"target market", "marché cible"}},
                            {"penetrated", &tiered.penetrated, {"penetrated market", "marché pénétré"}}};
    for (const Level& level : levels) {
      const std::optional<Tier>& tier = *level.tier;
      if (!tier || !tier->measurement || !tier->measurement->query)
        continue;
      const Words name = whose.en.empty() ? Words{std::string(level.name.en), std::string(level.name.fr)}
                                          : Phrase{{"{0} ({1})", "{0} ({1})"}, {level.name, whose}}.words();
      found.push_back({path + std::string(level.key), name, &*tier->measurement->query,
                       tier->observations ? &*tier->observations : nullptr, tier->measurement->every_days,
                       segment, std::string(level.key)});
    }
  }

  void of_objective(const Objective& objective) {
    if (!objective.measurement || !objective.measurement->query)
      return;
    const std::string& name = objective.name.empty() ? objective.metric.name : objective.name;
    found.push_back({"objectives." + objective.id,
                     {name, name},
                     &*objective.measurement->query,
                     objective.observations ? &*objective.observations : nullptr,
                     objective.measurement->every_days,
                     objective.segment,
                     objective.id});
  }

  void of_action(const Action& action) {
    if (!action.measure || !action.measure->query)
      return;
    found.push_back({"actions." + action.id,
                     {name_of(action), name_of(action)},
                     &*action.measure->query,
                     action.measure->observations ? &*action.measure->observations : nullptr,
                     std::nullopt,
                     action.segment,
                     action.id});
  }
};
} // namespace

std::vector<NamedQuery> queries_of(const Strategy& strategy) {
  Finder finder;
  finder.tiers_of(strategy.market, "market.", "", {});
  for (const Segment& segment : strategy.market.segments) {
    const std::string& name = segment.name.empty() ? segment.id : segment.name;
    finder.tiers_of(segment, "market.segments." + segment.id + ".", segment.id, {name, name});
  }
  for (const Objective& objective : strategy.objectives)
    finder.of_objective(objective);
  for (const Action& action : strategy.actions)
    finder.of_action(action);
  return std::move(finder.found);
}

} // namespace deploy_plan::measuring
