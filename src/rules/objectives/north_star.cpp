// Step 2: what comes first.
#include "rules/objectives/objectives.hpp"

namespace deploy_plan::rules {
namespace {

constexpr std::chrono::days a_year{366};
constexpr std::chrono::days a_month{31};

/// The North Star, where it could be read.
const NorthStar* star_of(const Strategy& strategy) {
  return strategy.north_star && strategy.north_star->origin.sound ? &*strategy.north_star : nullptr;
}
/// The objective that it names; nullptr where there is none.
const Objective* guide_of(const Strategy& strategy) {
  const NorthStar* const star = star_of(strategy);
  const auto found =
      std::find_if(strategy.objectives.begin(), strategy.objectives.end(), [&](const Objective& objective) {
        return star != nullptr && objective.id == star->objective;
      });
  return found == strategy.objectives.end() ? nullptr : &*found;
}

void chosen(const Look& look) {
  if (!look.strategy.north_star && !look.strategy.objectives.empty())
    look.report(look.at(look.strategy, look.strategy.objectives),
                {{"no objective is the North Star", "aucun objectif n'est l'étoile polaire"}},
                {{"name in north_star the one that comes first for the months ahead",
                  "nommez dans étoile_polaire celui qui passe en premier pour les mois à venir"}});
}

void known(const Look& look) {
  const NorthStar* const star = star_of(look.strategy);
  if (star != nullptr && guide_of(look.strategy) == nullptr)
    look.report(look.at(*star, star->objective),
                {{"there is no objective {0}", "il n'y a pas d'objectif {0}"}, {star->objective}},
                {{"name the id of an objective", "nommez l'id d'un objectif"}});
}

void of_performance(const Look& look) {
  const Objective* const guide = guide_of(look.strategy);
  if (guide != nullptr && guide->metric.kind == MetricKind::impact)
    look.report(
        look.at(*look.strategy.north_star, look.strategy.north_star->objective),
        {{"the North Star is an impact metric", "l'étoile polaire est une métrique d'impact"}},
        {{"prefer a performance metric: impact answers too slowly to guide a team",
          "préférez une métrique de performance : l'impact répond trop lentement pour guider une équipe"}});
}

void for_a_time(const Look& look) {
  const NorthStar* const star = guide_of(look.strategy) != nullptr ? star_of(look.strategy) : nullptr;
  if (star != nullptr && star->from && star->until && *star->until - *star->from > a_year)
    look.report(
        look.at(*star, star->until),
        {{"the North Star is set for more than a year", "l'étoile polaire est fixée pour plus d'un an"}},
        {{"set it for six months or so, then choose again",
          "fixez-la pour six mois environ, puis choisissez à nouveau"}});
}

void measured_often(const Look& look) {
  const Objective* const guide = guide_of(look.strategy);
  if (guide == nullptr || !guide->measurement ||
      guide->measurement->every_days.value_or(0) <= a_month.count())
    return;
  look.report(look.at(*guide->measurement, guide->measurement->every_days),
              {{"the North Star is measured every {0} days, less than monthly",
                "l'étoile polaire est mesurée tous les {0} jours, moins d'une fois par mois"},
               {*guide->measurement->every_days}},
              {{"measure it at least monthly", "mesurez-la au moins chaque mois"}});
}

void priorities(const Look& look) {
  std::int64_t first = 0;
  each_objective(look, [&](const Objective& objective) {
    if (objective.priority == 1 && ++first == 2)
      look.report(look.at(objective, objective.priority),
                  {{"more than one objective has priority 1", "plus d'un objectif a la priorité 1"}},
                  {{"keep one: what comes first can only be one thing",
                    "n'en gardez qu'un : une seule chose peut passer en premier"}});
  });
}
} // namespace

std::span<const Rule> north_star_rules() {
  static constexpr Rule all[] = {
      {{.name = "no-north-star",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"no objective guides the team first", "aucun objectif ne guide l'équipe en premier"},
        .why = {"a team that follows every figure follows none",
                "une équipe qui suit tous les chiffres n'en suit aucun"},
        .bad = R"({"north_star": null})"},
       chosen},
      {{.name = "north-star-unknown",
        .severity = Severity::error,
        .step = 2,
        .summary = {"the North Star names no objective", "l'étoile polaire ne nomme aucun objectif"},
        .why = {"the team would have nothing to look at", "l'équipe n'aurait rien à regarder"},
        .bad = R"({"north_star": {"objective": "visits"}})"},
       known},
      {{.name = "north-star-impact",
        .severity = Severity::info,
        .step = 2,
        .summary = {"the North Star is an impact metric", "l'étoile polaire est une métrique d'impact"},
        .why = {"the booklet prefers performance: it answers soon enough to guide",
                "le livret préfère la performance : elle répond assez vite pour guider"},
        .bad = R"({"objectives": [{"id": "active-schools", "metric": {"kind": "impact"}}]})"},
       of_performance},
      {{.name = "north-star-too-long",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"the North Star is set for more than a year",
                    "l'étoile polaire est fixée pour plus d'un an"},
        .why = {"what comes first changes as deployment goes on",
                "ce qui passe en premier change au fil du déploiement"},
        .bad = R"({"north_star": {"until": "@1402"}})"},
       for_a_time},
      {{.name = "north-star-measured-seldom",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"the North Star is measured less than monthly",
                    "l'étoile polaire est mesurée moins d'une fois par mois"},
        .why = {"a guide that is looked at seldom guides late", "un guide rarement consulté guide tard"},
        .bad = R"({"objectives": [{"id": "active-schools", "measurement": {"every_days": 90}}]})"},
       measured_often},
      {{.name = "several-top-priorities",
        .severity = Severity::info,
        .step = 2,
        .summary = {"more than one objective comes first", "plus d'un objectif passe en premier"},
        .why = {"when everything is first, nothing is", "quand tout est prioritaire, rien ne l'est"},
        .bad = R"({"objectives": [{"id": "discovered", "priority": 1}]})"},
       priorities},
  };
  return all;
}

} // namespace deploy_plan::rules
