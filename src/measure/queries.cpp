#include "measure/queries.hpp"
#include "model/tiers.hpp"
#include "text/folding.hpp"

namespace deploy_plan::measuring {
namespace {

Words tier_words(Text key, const Segment* segment) {
  const Phrase level{{"{0} market", "marché {0}"}, {key}};
  if (segment == nullptr)
    return level.words();
  const std::string& name = name_of(*segment);
  return Phrase{{"{0} ({1})", "{0} ({1})"}, {level.words(), name}}.words();
}

class Finder {
public:
  std::vector<NamedQuery> found;

  void of_tier(const Tier& tier, Text key, const Segment* segment) {
    if (!tier.measurement || !tier.measurement->query)
      return;
    const std::string inside = segment == nullptr ? "" : "segments." + segment->id + ".";
    found.push_back({"market." + inside + std::string(key.en), "marché." + inside + std::string(key.fr),
                     tier_words(key, segment), &*tier.measurement->query,
                     tier.observations ? &*tier.observations : nullptr, tier.measurement->every_days,
                     segment == nullptr ? "" : segment->id, std::string(key.en), false, true});
  }

  void of_objective(const Objective& objective) {
    if (!objective.measurement || !objective.measurement->query)
      return;
    const std::string& name = name_of(objective);
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
  model::each_tier_of_all(strategy.market, [&](const Tier& tier, Text key, const Segment* segment) {
    finder.of_tier(tier, key, segment);
  });
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
