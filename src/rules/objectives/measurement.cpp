// Step 2: objectives are measured, by a machine where possible, and lately.
#include "deploy_plan/market.hpp"
#include "rules/objectives/objectives.hpp"

namespace deploy_plan::rules {
namespace {

bool is_measured(const Objective& objective) {
  const auto& how = objective.measurement;
  return how && how->automation != Automation::none && (how->automation || !how->method.empty());
}

void measured(const Look& look) {
  each_objective(look, [&](const Objective& objective) {
    if (!is_measured(objective))
      look.report(look.at(objective, objective.measurement),
                  {{"nothing measures the objective {0}", "rien ne mesure l'objectif {0}"}, {objective.id}},
                  {{"say how it is measured, automatically if possible",
                    "dites comment il est mesuré, automatiquement si possible"}});
  });
}

void by_hand(const Look& look) {
  each_objective(look, [&](const Objective& objective) {
    if (objective.measurement && objective.measurement->automation == Automation::manual)
      look.report(
          look.at(*objective.measurement, objective.measurement->automation),
          {{"the objective {0} is measured by hand", "l'objectif {0} est mesuré à la main"}, {objective.id}},
          {{"automate it: what takes time stops being measured",
            "automatisez : ce qui prend du temps cesse d'être mesuré"}});
  });
}

void stale(const Look& look) {
  each_objective(look, [&](const Objective& objective) {
    const auto* seen = newest_observation(objective.observations, look.today);
    if (seen == nullptr || !objective.measurement || !objective.measurement->every_days)
      return;
    const auto days = (look.today - seen->date).count();
    if (days > 2 * *objective.measurement->every_days)
      look.report(look.at(*seen, seen->date),
                  {{"the newest observation is {0} {0#day|days} old; one is due every {1}",
                    "le dernier relevé a {0} {0#jour|jours} ; il en faut un tous les {1}"},
                   {static_cast<std::int64_t>(days), *objective.measurement->every_days}},
                  {{"add an observation, or say how often they are really taken",
                    "ajoutez un relevé, ou dites à quelle fréquence ils sont vraiment faits"}});
  });
}
} // namespace

std::span<const Rule> measurement_rules() {
  static constexpr Rule all[] = {
      {{.name = "no-measurement",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"an objective has no means of measurement", "un objectif n'a pas de moyen de mesure"},
        .why = {"what is not measured cannot be steered", "on ne pilote pas ce qu'on ne mesure pas"},
        .bad = R"({"objectives": [{"id": "active-schools", "measurement": null}]})"},
       measured},
      {{.name = "manual-measurement",
        .severity = Severity::info,
        .step = 2,
        .summary = {"an objective is measured by hand", "un objectif est mesuré à la main"},
        .why = {"the booklet asks for automation where possible",
                "le livret demande d'automatiser si possible"},
        .bad = R"({"objectives": [{"id": "active-schools", "measurement": {"automation": "manual"}}]})"},
       by_hand},
      {{.name = "stale-observations",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"the newest observation is too old", "le dernier relevé est trop ancien"},
        .why = {"decisions would rest on yesterday's figures",
                "les décisions reposeraient sur les chiffres d'hier"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "observations": [{"date": "@-273", "value": 50}]}]})"},
       stale},
  };
  return all;
}

} // namespace deploy_plan::rules
