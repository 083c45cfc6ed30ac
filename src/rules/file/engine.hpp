// What the engine itself raises, on the floor above: it names these as the compiler knows them.
#pragma once
#include "rules/rule.hpp"

namespace deploy_plan::rules {

inline constexpr RuleEntry unreadable{
    .name = "unreadable",
    .severity = Severity::error,
    .step = 0,
    .summary = {"the file cannot be opened or read", "le fichier ne peut être ouvert ou lu"},
    .why = {"a strategy that cannot be read cannot be checked",
            "une stratégie illisible ne peut être vérifiée"}};
inline constexpr RuleEntry later_figures{
    .name = "later-figures",
    .severity = Severity::info,
    .step = 0,
    .summary = {"what came after the past day that is asked for is left out",
                "ce qui est venu après le jour passé demandé est laissé de côté"},
    .why = {"a past report must be made of what was known then",
            "un rapport du passé se fait de ce qu'on savait alors"}};
inline constexpr RuleEntry silence_refused{
    .name = "silence-refused",
    .severity = Severity::warning,
    .step = 0,
    .summary = {"a rule is silenced that cannot be", "une règle est mise en silence qui ne peut l'être"},
    .why = {"a field that could not be read would be missing from every figure without a word",
            "un champ illisible manquerait à tous les chiffres sans un mot"},
    .bad = R"({"rules": {"unknown-key": "off"}})"};
inline constexpr RuleEntry silence_stale{
    .name = "silence-stale",
    .severity = Severity::warning,
    .step = 0,
    .summary = {"a rule's setting whose last day is past",
                "un réglage de règle dont le dernier jour est passé"},
    .why = {"an exception was granted for a time, and that time is over",
            "une exception était accordée pour un temps, et ce temps est fini"},
    .bad =
        R"({"rules": {"market-nesting": {"severity": "off", "why": "until the census", "until": "@-2251"}}})"};
inline constexpr RuleEntry silence_unused{
    .name = "silence-unused",
    .severity = Severity::warning,
    .step = 0,
    .summary = {"a rule is silenced and finds nothing", "une règle est mise en silence et ne trouve rien"},
    .why = {"a needless silence hides the day when the rule would be right",
            "un silence inutile cache le jour où la règle aurait raison"},
    .bad = R"({"rules": {"market-nesting": "off"}})"};
inline constexpr RuleEntry unknown_reference{
    .name = "unknown-reference",
    .severity = Severity::error,
    .step = 0,
    .summary = {"an id that nothing declares", "un id que rien ne déclare"},
    .why = {"what it pointed at is silently left out", "ce qu'il désignait est omis en silence"},
    .bad = R"({"actions": [{"id": "webinars", "objective": "visits"}]})"};
inline constexpr RuleEntry scenario_unsound{
    .name = "scenario-unsound",
    .severity = Severity::warning,
    .step = 0,
    .summary = {"a scenario makes the strategy unsound", "un scénario rend la stratégie incohérente"},
    .why = {"what if the market were not nested any more? No figure could be trusted, and compare gives "
            "none",
            "et si les marchés ne s'emboîtaient plus ? Aucun chiffre ne tiendrait, et compare n'en donne "
            "pas"},
    .bad = R"({"scenarios": [{"id": "wider-target", "set": {"market.target.size": 30000}}]})",
    .good =
        R"({"scenarios": [{"id": "wider-target", "set": {"market.target.size": 5000, "market.addressed.size": 6000}}]})"};

} // namespace deploy_plan::rules
