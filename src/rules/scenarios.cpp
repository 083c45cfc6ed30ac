// Scenarios: what makes a what-if sound.
#include "rules/rule.hpp"

namespace deploy_plan::rules {
namespace {

void paths(const Look& look) {
  for (const Scenario& scenario : look.strategy.scenarios)
    for (const Change& change : scenario.set) {
      const auto followed = look.follow(change.path, change.value.starts_with('{'));
      if (followed.leads)
        continue;
      look.report("scenario-path", look.at(change.origin),
                  {{"the path {0} leads nowhere: {1} is unknown",
                    "le chemin {0} ne mène nulle part : {1} est inconnu"},
                   {change.path, followed.unknown}},
                  followed.nearest.empty()
                      ? Phrase{{"join field names and ids with dots, like market.target.size",
                                "joignez noms de champs et ids par des points, comme marché.cible.taille"}}
                      : Phrase{{"did you mean {0}?", "vouliez-vous dire {0} ?"}, {followed.nearest}});
    }
}
} // namespace

std::span<const Rule> scenario_rules() {
  static constexpr Rule all[] = {
      {{"scenario-path",
        Severity::error,
        4,
        {"a scenario changes something that the strategy does not have",
         "un scénario change ce que la stratégie n'a pas"},
        {"a comparison would show no difference, and nobody would know why",
         "une comparaison ne montrerait aucune différence, sans que nul sache pourquoi"},
        R"({"scenarios": [{"id": "more-money", "set": {"market.taget.size": 900}}]})",
        R"({"scenarios": [{"id": "more-money", "set": {"marché.cible.taille": 900, "actions.webinars.cost.money": 100}}]})"},
       paths},
  };
  return all;
}

} // namespace deploy_plan::rules
