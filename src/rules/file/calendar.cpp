// Days that must follow one another, and fall within the period.
#include "rules/rule.hpp"

namespace deploy_plan::rules {
namespace {

/// Judges two days of a record, the second of which must not come before the first; either may be left out.
template <class Record>
void in_order(const Look& look, const Record& record, const auto& begin, const auto& end, Text what) {
  const std::optional<Date> first = begin;
  const std::optional<Date> last = end;
  if (record.origin.sound && first && last && *last < *first)
    look.report(look.at(record, end),
                {{"{0} ends on {1}, before it begins on {2}", "{0} finit le {1}, avant de commencer le {2}"},
                 {what, *last, *first}},
                {{"set an end after {0}", "fixez une fin après le {0}"}, {*first}},
                {{look.place(look.at(record, begin)), {{"it begins here", "le début est ici"}}}});
}
void dates_in_order(const Look& look) {
  const Strategy& strategy = look.strategy;
  in_order(look, strategy.period, strategy.period.start, strategy.period.end, {"the period", "la période"});
  if (const auto& star = strategy.north_star)
    in_order(look, *star, star->from, star->until, {"the North Star", "l'étoile polaire"});
  for (const Action& action : strategy.actions)
    in_order(look, action, action.start, action.end, {"the action", "l'action"});
  for (const Member& member : strategy.team)
    for (const Absence& absence : member.absences)
      in_order(look, absence, absence.from, absence.until, {"the absence", "l'absence"});
  if (strategy.budget)
    for (const BudgetTerm& term : strategy.budget->terms)
      in_order(look, term, term.from, term.until, {"the term", "l'exercice"});
}

void goals_in_period(const Look& look) {
  const Period& period = look.strategy.period;
  if (!period.origin.sound)
    return;
  for (const ShareGoal& goal : look.strategy.market.share_goals)
    if (goal.origin.sound && (goal.by < period.start || goal.by > period.end))
      look.report(
          look.at(goal, goal.by),
          {{"this goal falls on {0}, outside the period", "cette échéance tombe le {0}, hors de la période"},
           {goal.by}},
          {{"set a day from {0} to {1}, or change the period",
            "fixez un jour du {0} au {1}, ou changez la période"},
           {period.start, period.end}});
}

void actions_in_period(const Look& look) {
  const Period& period = look.strategy.period;
  if (!period.origin.sound)
    return;
  each_action(look, [&](const Action& action) {
    for (const auto* day : {&action.start, &action.end})
      if (*day && (**day < period.start || **day > period.end))
        look.report(look.at(action, *day),
                    {{"{0} is outside the period", "le {0} est hors de la période"}, {**day}},
                    {{"choose a day from {0} to {1}, or change the period",
                      "choisissez un jour du {0} au {1}, ou changez la période"},
                     {period.start, period.end}});
  });
}

/// What begins or ends outside of the period may well reach into it.
void spans_in_period(const Look& look) {
  const Period& period = look.strategy.period;
  const auto judge = [&](const auto& span, Text what) {
    if (period.origin.sound && span.origin.sound && (span.until < period.start || span.from > period.end))
      look.report(look.at(span, span.from),
                  {{"no day of {0}, from {1} to {2}, is in the period",
                    "aucun jour de {0}, du {1} au {2}, n'est dans la période"},
                   {what, span.from, span.until}},
                  {{"choose days from {0} to {1}; is it the year?",
                    "choisissez des jours du {0} au {1} ; est-ce l'année ?"},
                   {period.start, period.end}});
  };
  for (const Member& member : look.strategy.team)
    for (const Absence& absence : member.absences)
      judge(absence, {"the absence", "l'absence"});
  if (look.strategy.budget)
    for (const BudgetTerm& term : look.strategy.budget->terms)
      judge(term, {"the term", "l'exercice"});
}

} // namespace

std::span<const Rule> calendar_rules() {
  static constexpr Rule all[] = {
      {{.name = "dates-reversed",
        .severity = Severity::error,
        .step = 0,
        .summary = {"something ends before it begins", "quelque chose finit avant de commencer"},
        .why = {"no pace and no plan can be computed over a time that runs backwards",
                "aucun rythme ni aucun plan ne se calcule sur un temps à rebours"},
        .bad = R"({"actions": [{"id": "webinars", "start": "@60", "end": "@30"}]})"},
       dates_in_order},
      {{.name = "goal-outside-period",
        .severity = Severity::warning,
        .step = 1,
        .summary = {"a share goal falls outside the period", "une échéance tombe hors de la période"},
        .why = {"the target is chosen for the period: a goal beyond it is of another target",
                "la cible vaut pour la période : une échéance au-delà relève d'une autre cible"},
        .bad = R"({"market": {"share_goals": [{"of": "target", "share": 0.5, "by": "@1767"}]}})"},
       goals_in_period},
      {{.name = "action-outside-period",
        .severity = Severity::warning,
        .step = 4,
        .summary = {"an action falls outside the period", "une action tombe hors de la période"},
        .why = {"its effect will not count for this target", "son effet ne comptera pas pour cette cible"},
        .bad = R"({"actions": [{"id": "webinars", "end": "@3228"}]})"},
       actions_in_period},
      {{.name = "span-outside-period",
        .severity = Severity::warning,
        .step = 0,
        .summary = {"an absence, or a term of the budget, lies outside the period",
                    "une absence, ou un exercice du budget, est hors de la période"},
        .why = {"it changes no plan, and whoever wrote it believes that it does",
                "elle ne change aucun plan, et qui l'a écrite croit que si"},
        .bad =
            R"({"team": [{"name": "Deployment || Déploiement", "axes": ["adoption", "retention"], "days": 120, "absences": [{"from": "@-400", "until": "@-390"}]}]})",
        .good =
            R"({"team": [{"name": "Deployment || Déploiement", "axes": ["adoption", "retention"], "days": 120, "absences": [{"from": "@-40", "until": "@-20"}]}]})"},
       spans_in_period},
  };
  return all;
}

} // namespace deploy_plan::rules
