// What the loader itself finds: the file is not what a strategy file looks like.
#include "rules/rule.hpp"

namespace deploy_plan::rules {

std::span<const Rule> loading_rules() {
  static constexpr Rule all[] = {
      {{"syntax", Severity::error, 0, {"the file is not JSON", "le fichier n'est pas du JSON"},
        {"nothing can be read from a file that is not sound", "on ne peut rien lire d'un fichier mal formé"}, "", ""}, nullptr},
      {{"unreadable", Severity::error, 0, {"the file cannot be opened or read", "le fichier ne peut être ouvert ou lu"},
        {"a strategy that cannot be read cannot be checked", "une stratégie illisible ne peut être vérifiée"}, "", ""}, nullptr},
      {{"duplicate-key", Severity::error, 0, {"a field is given twice", "un champ est donné deux fois"},
        {"readers of the file would not agree on which one counts", "les lecteurs du fichier ne s'accorderaient pas sur celui qui compte"},
        R"({"market": {"unité": "school"}})", ""}, nullptr},
      {{"unknown-key", Severity::error, 0, {"a field that the format does not have", "un champ que le format n'a pas"},
        {"a misspelt field is silently missing from every figure", "un champ mal écrit manque en silence à tous les chiffres"},
        R"({"market": {"adressed": 800}})", R"({"market": {"Adressé": null}})"}, nullptr},
      {{"wrong-type", Severity::error, 0, {"a value of another kind than its field takes", "une valeur d'une autre nature que celle du champ"},
        {"a number in quotes, or a word for a number, cannot be computed with", "on ne calcule pas avec un nombre entre guillemets ou un mot"},
        R"({"market": {"target": "5000"}})", ""}, nullptr},
      {{"missing-field", Severity::error, 0, {"a required field is left out", "un champ obligatoire est omis"},
        {"without it the strategy cannot be judged", "sans lui, la stratégie ne peut être jugée"}, R"({"period": {"end": null}})", ""}, nullptr},
      {{"out-of-range", Severity::error, 0, {"a number outside what its field allows", "un nombre hors de ce que son champ admet"},
        {"a share above 1 or a negative size makes every figure wrong", "une part supérieure à 1 ou une taille négative fausse tous les chiffres"},
        R"({"market": {"share_goals": [{"of": "target", "share": 30, "by": "2026-12-01"}]}})", ""}, nullptr},
      {{"unparsable-value", Severity::error, 0, {"a date or a word that cannot be understood", "une date ou un mot incompréhensible"},
        {"a day that the calendar has not cannot be waited for", "on ne peut attendre un jour qui n'existe pas"}, R"({"period": {"end": "2026-02-30"}})", ""}, nullptr},
      {{"silence-stale", Severity::warning, 0, {"a rule's setting whose last day is past", "un réglage de règle dont le dernier jour est passé"},
        {"an exception was granted for a time, and that time is over", "une exception était accordée pour un temps, et ce temps est fini"},
        R"({"rules": {"market-nesting": {"severity": "off", "why": "until the census", "until": "2020-01-01"}}})", ""}, nullptr},
      {{"silence-unused", Severity::warning, 0, {"a rule is silenced and finds nothing", "une règle est mise en silence et ne trouve rien"},
        {"a needless silence hides the day when the rule would be right", "un silence inutile cache le jour où la règle aurait raison"},
        R"({"rules": {"market-nesting": "off"}})", ""}, nullptr},
  };
  return all;
}

} // namespace deploy_plan::rules
