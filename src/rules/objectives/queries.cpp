// Step 2: figures that come by themselves do so: there is a query, and a place for what it gives.
#include "rules/objectives/objectives.hpp"

namespace deploy_plan::rules {
namespace {

constexpr Text by_machine{"a query for measure to ask, and a file for what it gives",
                          "une requête que measure posera, et un fichier pour ce qu'elle donne"};

void without_query(const Look& look) {
  const auto judge = [&](const std::optional<Measurement>& how) {
    if (how && how->origin.sound && how->automation == Automation::automated && !how->query)
      look.report(look.at(*how, how->automation),
                  {{"this figure is said to come by itself, and no query gives it",
                    "ce chiffre est dit automatisé, et aucune requête ne le donne"}},
                  {{"add {0}; or say manual, or leave automation out",
                    "ajoutez {0} ; ou dites manuelle, ou omettez automatisation"},
                   {by_machine}});
  };
  each_tier(look.strategy, [&](const Tier& tier) { judge(tier.measurement); });
  each_objective(look, [&](const Objective& objective) { judge(objective.measurement); });
}

/// Where the figures of a query would go.
void judge_ledger(const Look& look, const std::optional<Query>& query,
                  const std::optional<Series>& observations) {
  if (!query || !query->origin.sound ||
      (observations && (!observations->file.empty() || !observations->origin.sound)))
    return;
  const bool is_typed = observations && !observations->points.empty();
  look.report(look.at(query->origin),
              is_typed
                  ? Phrase{{"the observations of this query are typed in the file itself: what it gives has "
                            "nowhere to go",
                            "les relevés de cette requête sont saisis dans le fichier même : ce qu'elle "
                            "donne n'a où aller"}}
                  : Phrase{{"nothing says where the figures of this query go",
                            "rien ne dit où vont les chiffres de cette requête"}},
              {{"name a CSV file beside this one: \"observations\": {\"file\": \"figures.csv\"}",
                "nommez un fichier CSV voisin : \"relevés\": {\"fichier\": \"chiffres.csv\"}"}});
}

void without_ledger(const Look& look) {
  each_tier(look.strategy, [&](const Tier& tier) {
    if (tier.origin.sound && tier.measurement)
      judge_ledger(look, tier.measurement->query, tier.observations);
  });
  each_objective(look, [&](const Objective& objective) {
    if (objective.measurement)
      judge_ledger(look, objective.measurement->query, objective.observations);
  });
  each_action(look, [&](const Action& action) {
    if (action.measure)
      judge_ledger(look, action.measure->query, action.measure->observations);
  });
}
} // namespace

std::span<const Rule> query_rules() {
  static constexpr Rule all[] = {
      {{.name = "automated-without-query",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"a figure is said to come by itself, and no query gives it",
                    "un chiffre est dit automatisé, et aucune requête ne le donne"},
        .why = {"what is said to be automated and is typed by someone stops coming when that someone leaves",
                "ce qui est dit automatisé et que quelqu'un saisit cesse de venir quand cette personne part"},
        .bad = R"({"objectives": [{"id": "active-schools", "measurement": {"automation": "automated"}}]})",
        .good =
            R"({"objectives": [{"id": "active-schools", "measurement": {"automation": "automated", "query": {"source": "product", "sql": "select day, count from active_schools"}}, "observations": {"file": "active-schools.csv"}}]})"},
       without_query},
      {{.name = "query-without-ledger",
        .severity = Severity::warning,
        .step = 2,
        .summary = {"a query has no file for its figures",
                    "une requête n'a pas de fichier pour ses chiffres"},
        .why = {"what measure is told must be kept, day by day, for any past report to come out again",
                "ce que measure apprend doit être gardé, jour par jour, pour que tout rapport passé puisse "
                "être refait"},
        .bad =
            R"({"objectives": [{"id": "returning", "measurement": {"query": {"source": "product", "sql": "select day, share from returning"}}}]})",
        .good =
            R"({"objectives": [{"id": "returning", "measurement": {"query": {"source": "product", "sql": "select day, share from returning"}}, "observations": {"file": "returning.csv"}}]})"},
       without_ledger},
  };
  return all;
}

} // namespace deploy_plan::rules
