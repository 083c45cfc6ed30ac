// What the loader itself finds: the file is not what a strategy file looks like.
#include "model/rule_names.hpp"
#include "rules/file/engine.hpp"

namespace deploy_plan::rules {
namespace {

/// People are counted from zero on: a series alone does not say that it is of people.
void people_from_zero(const Look& look) {
  each_tier(look.strategy, [&](const Tier& tier) {
    if (!tier.observations)
      return;
    for (const Observation& point : tier.observations->points)
      if (point.origin.sound && point.value < 0)
        look.report(
            look.at(point, point.value),
            {{"{0} cannot be {1}", "{0} ne peut pas être {1}"}, {Text{"value", "valeur"}, point.value}},
            {{"write a number of at least {0}", "écrivez un nombre d'au moins {0}"}, {std::int64_t{0}}});
  });
}
} // namespace

std::span<const Rule> loading_rules() {
  static constexpr Rule all[] = {
      {{.name = source::rule::syntax.word,
        .severity = Severity::error,
        .step = 0,
        .summary = {"the file is not JSON", "le fichier n'est pas du JSON"},
        .why = {"nothing can be read from a file that is not sound",
                "on ne peut rien lire d'un fichier mal formé"}}},
      {unreadable},
      {later_figures},
      {{.name = model::rule::duplicate_key.word,
        .severity = Severity::error,
        .step = 0,
        .summary = {"a field is given twice", "un champ est donné deux fois"},
        .why = {"readers of the file would not agree on which one counts",
                "les lecteurs du fichier ne s'accorderaient pas sur celui qui compte"},
        .bad = R"({"market": {"unité": "school"}})"}},
      {{.name = model::rule::unknown_key.word,
        .severity = Severity::error,
        .step = 0,
        .summary = {"a field that the format does not have", "un champ que le format n'a pas"},
        .why = {"a misspelt field is silently missing from every figure",
                "un champ mal écrit manque en silence à tous les chiffres"},
        .bad = R"({"market": {"adressed": 800}})",
        .good = R"({"market": {"Adressé": null}})"}},
      {{.name = model::rule::wrong_type.word,
        .severity = Severity::error,
        .step = 0,
        .summary = {"a value of another kind than its field takes",
                    "une valeur d'une autre nature que celle du champ"},
        .why = {"a number in quotes, or a word for a number, cannot be computed with",
                "on ne calcule pas avec un nombre entre guillemets ou un mot"},
        .bad = R"({"market": {"target": "5000"}})"}},
      {{.name = model::rule::missing_field.word,
        .severity = Severity::error,
        .step = 0,
        .summary = {"a required field is left out or blank", "un champ obligatoire est omis ou vide"},
        .why = {"without it the strategy cannot be judged", "sans lui, la stratégie ne peut être jugée"},
        .bad = R"({"period": {"end": null}})"}},
      {{.name = model::rule::out_of_range.word,
        .severity = Severity::error,
        .step = 0,
        .summary = {"a number outside what its field allows", "un nombre hors de ce que son champ admet"},
        .why = {"a share above 1 or a negative size makes every figure wrong",
                "une part supérieure à 1 ou une taille négative fausse tous les chiffres"},
        .bad = R"({"market": {"share_goals": [{"of": "target", "share": 30, "by": "@275"}]}})"},
       people_from_zero},
      {{.name = model::rule::unparsable_value.word,
        .severity = Severity::error,
        .step = 0,
        .summary = {"a date or a word that cannot be understood", "une date ou un mot incompréhensible"},
        .why = {"a day that the calendar has not cannot be waited for",
                "on ne peut attendre un jour qui n'existe pas"},
        .bad = R"({"period": {"end": "2026-02-30"}})"}},
      {{.name = model::rule::series_unreadable.word,
        .severity = Severity::error,
        .step = 0,
        .summary = {"a file of observations cannot be read", "un fichier de relevés ne peut être lu"},
        .why = {"figures would be computed as if nothing had been measured",
                "les chiffres seraient calculés comme si rien n'avait été mesuré"},
        .bad = R"({"objectives": [{"id": "active-schools", "observations": {"file": "absent.csv"}}]})"}},
      {{.name = model::rule::query_unreadable.word,
        .severity = Severity::error,
        .step = 0,
        .summary = {"the file of a query cannot be read", "le fichier d'une requête ne peut être lu"},
        .why = {"a figure that is said to come by itself would never come",
                "un chiffre dit automatisé ne viendrait jamais"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "measurement": {"query": {"source": "product", "sql": "absent.sql"}}}]})"}},
      {{.name = model::rule::series_malformed.word,
        .severity = Severity::error,
        .step = 0,
        .summary = {"a file of observations is not the table that is expected",
                    "un fichier de relevés n'est pas le tableau attendu"},
        .why = {"a shifted column gives wrong figures without a word",
                "une colonne décalée donne de faux chiffres sans un mot"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "observations": {"file": "series-malformed.csv"}}]})"}},
      {{.name = model::rule::series_empty.word,
        .severity = Severity::error,
        .step = 0,
        .summary = {"a file of observations has no row for what is asked of it",
                    "un fichier de relevés n'a aucune ligne pour ce qu'on lui demande"},
        .why = {"a misspelt metric would look like one that nobody measures",
                "une métrique mal écrite passerait pour une métrique que personne ne mesure"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "observations": {"file": "series-empty.csv", "metric": "active-school"}}]})"}},
      {{.name = model::rule::never_measured.word,
        .severity = Severity::info,
        .step = 0,
        .summary = {"a file of observations waits for `measure` to write what is asked of it",
                    "un fichier de relevés attend que `measure` y écrive ce qu'on lui demande"},
        .why = {"a query that nobody asks brings no figure, and nothing has been observed until then",
                "une requête que personne ne pose n'apporte aucun chiffre, et rien n'est relevé d'ici là"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "measurement": {"method": "a count", "query": {"source": "registry", "sql": "select 1"}}, "observations": {"file": "never-measured.csv"}}]})"}},
      {{.name = model::rule::clusters_do_not_sum.word,
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an arm or a pilot counts otherwise than its clusters",
                    "un bras ou un pilote compte autrement que ses grappes"},
        .why = {"the clusters are what is read: one of the two figures is wrong",
                "ce sont les grappes qui sont lues : l'un des deux chiffres est faux"},
        .bad =
            R"({"actions": [{"id": "webinars", "test": {"protocol": "pilot", "exposed": 90, "clusters": [{"exposed": 40, "converted": 3}, {"exposed": 44, "converted": 9}]}}]})"}},
      {{.name = model::rule::series_incomplete.word,
        .severity = Severity::warning,
        .step = 0,
        .summary = {"segments that make up the whole market were not all seen on a day",
                    "des segments qui font tout le marché n'ont pas tous été relevés un jour"},
        .why = {"their sum would be too small: the day is left out",
                "leur somme serait trop petite : le jour est omis"},
        .bad =
            R"({"objectives": [{"id": "active-schools", "observations": {"file": "series-incomplete.csv"}}]})"}},
      {silence_refused},
      {silence_stale},
      {silence_unused},
  };
  return all;
}

} // namespace deploy_plan::rules
