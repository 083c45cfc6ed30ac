#include "measure/queries.hpp"
#include "model/description.hpp"
#include "text/folding.hpp"

namespace deploy_plan::measuring {
namespace {

class Finder {
public:
  std::vector<NamedQuery> found;

  template <class Tiered>
  void tiers_of(const Tiered& tiered, const Words& path, const std::string& segment, const Words& whose) {
    struct Level {
      Text key;
      const std::optional<Tier>* tier;
      Text name;
    };
    const Level levels[] = {
        {{"addressable", "adressable"}, &tiered.addressable, {"addressable market", "marché adressable"}},
        {{"addressed", "adressé"}, &tiered.addressed, {"addressed market", "marché adressé"}},
        {{"target", "cible"}, &tiered.target, {"target market", "marché cible"}},
        {{"penetrated", "pénétré"}, &tiered.penetrated, {"penetrated market", "marché pénétré"}}};
    for (const Level& level : levels) {
      const std::optional<Tier>& tier = *level.tier;
      if (!tier || !tier->measurement || !tier->measurement->query)
        continue;
      const Words name = whose.en.empty() ? Words{std::string(level.name.en), std::string(level.name.fr)}
                                          : Phrase{{"{0} ({1})", "{0} ({1})"}, {level.name, whose}}.words();
      found.push_back({path.en + std::string(level.key.en), path.fr + std::string(level.key.fr), name,
                       &*tier->measurement->query, tier->observations ? &*tier->observations : nullptr,
                       tier->measurement->every_days, segment, std::string(level.key.en), false, true});
    }
  }

  void of_objective(const Objective& objective) {
    if (!objective.measurement || !objective.measurement->query)
      return;
    const std::string& name = objective.name.empty() ? objective.metric.name : objective.name;
    found.push_back({"objectives." + objective.id,
                     "objectifs." + objective.id,
                     {name, name},
                     &*objective.measurement->query,
                     objective.observations ? &*objective.observations : nullptr,
                     objective.measurement->every_days,
                     objective.segment,
                     objective.id,
                     objective.metric.scale == Scale::rate,
                     false});
  }

  void of_action(const Action& action) {
    if (!action.measure || !action.measure->query)
      return;
    found.push_back({"actions." + action.id,
                     "actions." + action.id,
                     {name_of(action), name_of(action)},
                     &*action.measure->query,
                     action.measure->observations ? &*action.measure->observations : nullptr,
                     std::nullopt,
                     action.segment,
                     action.id,
                     false,
                     false});
  }
};
} // namespace

std::vector<NamedQuery> queries_of(const Strategy& strategy) {
  Finder finder;
  finder.tiers_of(strategy.market, {"market.", "marché."}, "", {});
  for (const Segment& segment : strategy.market.segments) {
    const std::string& name = segment.name.empty() ? segment.id : segment.name;
    finder.tiers_of(segment, {"market.segments." + segment.id + ".", "marché.segments." + segment.id + "."},
                    segment.id, {name, name});
  }
  for (const Objective& objective : strategy.objectives)
    finder.of_objective(objective);
  for (const Action& action : strategy.actions)
    finder.of_action(action);
  return std::move(finder.found);
}

bool is_called(const NamedQuery& query, std::string_view words) {
  const std::string wanted = text::fold(words);
  const auto ends = [&](const std::string& path) {
    const std::string folded = text::fold(path);
    return folded == wanted || folded.ends_with("." + wanted);
  };
  return ends(query.path) || ends(query.french_path);
}

} // namespace deploy_plan::measuring
