// The words of a week.
#include "deploy_plan/week.hpp"
#include "model/description.hpp"

namespace deploy_plan::model {

template <>
std::span<const Choice> choices<ObservedFigure>() {
  static constexpr Choice all[] = {{0, {"objective", "objectif"}, {}},
                                   {1, {"penetrated", "pénétré"}, {"who is covered", "qui est couvert"}},
                                   {2, {"addressable", "adressable"}, {}},
                                   {3, {"addressed", "adressé"}, {}},
                                   {4, {"target", "cible"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<GoalMove>() {
  static constexpr Choice all[] = {
      {0, {"reached", "atteint"}, {"the figure is reached", "le chiffre est atteint"}, {}, Tone::good},
      {1,
       {"rejoined", "revenu"},
       {"it is on its path again", "il est revenu sur sa trajectoire"},
       {"back on its path", "revenu sur sa trajectoire"},
       Tone::good},
      {2,
       {"nearer", "plus_près"},
       {"nearer to its path, and not on it yet", "plus près de sa trajectoire, sans y être encore"},
       {"nearer to its path", "plus près de sa trajectoire"},
       Tone::good},
      {3,
       {"measured", "mesuré"},
       {"measured for the first time", "mesuré pour la première fois"},
       {"measured for the first time", "mesuré pour la première fois"}},
      {4,
       {"further", "plus_loin"},
       {"further from its path", "plus loin de sa trajectoire"},
       {"further from its path", "plus loin de sa trajectoire"},
       Tone::bad},
      {5,
       {"left", "sorti"},
       {"it has left its path", "il est sorti de sa trajectoire"},
       {"off its path", "sorti de sa trajectoire"},
       Tone::bad},
      {6,
       {"overdue", "échu"},
       {"its day came, and it was not reached", "son échéance est passée sans qu'il soit atteint"},
       {"overdue", "échu"},
       Tone::bad},
      {7,
       {"likelier", "plus_probable"},
       {"it stands alike, and its outlook is of a better class",
        "son statut est le même, et sa perspective d'une meilleure classe"},
       {"likelier than it was", "plus probable qu'avant"},
       Tone::good},
      {8,
       {"less_likely", "moins_probable"},
       {"it stands alike, and its outlook is of a worse class",
        "son statut est le même, et sa perspective d'une moins bonne classe"},
       {"less likely than it was", "moins probable qu'avant"},
       Tone::warning}};
  return all;
}
template <>
std::span<const Choice> choices<AgainstAssumed>() {
  static constexpr Choice all[] = {{0,
                                    {"within", "conforme"},
                                    {"within what was assumed", "dans ce qui était supposé"},
                                    {"as assumed", "comme supposé"},
                                    Tone::good},
                                   {1,
                                    {"above", "au_dessus"},
                                    {"better than assumed", "mieux que supposé"},
                                    {"better than assumed", "mieux que supposé"},
                                    Tone::good},
                                   {2,
                                    {"below", "en_dessous"},
                                    {"worse than assumed", "moins bien que supposé"},
                                    {"less than assumed", "moins que supposé"},
                                    Tone::bad},
                                   {3,
                                    {"unknown", "inconnu"},
                                    {"nothing was assumed", "rien n'était supposé"},
                                    {"nothing was assumed", "rien n'était supposé"}}};
  return all;
}
template <>
std::span<const Choice> choices<TaskKind>() {
  static constexpr Choice all[] = {
      {0,
       {"scheduled_runs", "passages_au_calendrier"},
       {"runs of the schedule, those that slipped among them",
        "des passages du calendrier, ceux qui ont glissé compris"}},
      {1,
       {"planned_runs", "passages_du_plan"},
       {"runs of the best plan, where nothing is scheduled",
        "des passages du meilleur plan, quand aucun calendrier n'est écrit"}},
      {2, {"write_result", "écrire_le_résultat"}, {"of runs that are done", "de passages déjà faits"}},
      {3,
       {"measure", "mesurer"},
       {"a figure that is stale, or not observed yet", "un chiffre périmé, ou pas encore relevé"}}};
  return all;
}
template <>
std::span<const Choice> choices<DecisionKind>() {
  static constexpr Choice all[] = {
      {0,
       {"adopt", "adopter"},
       {"a test says so, and the action's status does not", "un test le dit, et le statut de l'action non"}},
      {1,
       {"drop", "abandonner"},
       {"a test says so, and the action is not stopped", "un test le dit, et l'action n'est pas arrêtée"}},
      {2,
       {"unlikely", "peu_probable"},
       {"a goal is unlikely: other means, or another goal",
        "un objectif est peu probable : d'autres moyens, ou un autre objectif"}},
      {3, {"overdue", "échu"}, {"a goal's day is past", "l'échéance d'un objectif est passée"}},
      {4,
       {"runs_left", "passages_restants"},
       {"an action's end came, and promised runs are left",
        "une action est finie, et des passages promis restent à faire"}},
      {5,
       {"overload", "surcharge"},
       {"a member has more to do than days, this month or the next",
        "un membre a plus à faire que de jours, ce mois-ci ou le suivant"}},
      {6,
       {"overspent", "dépassement"},
       {"more was spent than the budget, or than credits that have not ended",
        "plus est dépensé que le budget, ou que des crédits qui ne sont pas éteints"}},
      {7,
       {"term_ending", "fin_d'exercice"},
       {"credits end soon, and some are left", "des crédits s'éteignent bientôt, et il en reste"}},
      {8,
       {"north_star_ending", "fin_de_l'étoile_polaire"},
       {"the North Star's time is over, or soon is",
        "le temps de l'étoile polaire est écoulé, ou va l'être"}},
      {9,
       {"no_plan", "aucun_plan"},
       {"no plan holds within the limits that are set: one is to be lifted",
        "aucun plan ne tient dans les limites posées : l'une est à lever"}}};
  return all;
}
template <>
std::span<const Choice> choices<TasksFrom>() {
  static constexpr Choice all[] = {
      {0, {"nothing", "rien"}, {"neither a schedule nor a plan", "ni calendrier, ni plan"}},
      {1, {"schedule", "calendrier"}, {"the actions' schedules", "les calendriers des actions"}},
      {2, {"plan", "plan"}, {"the best plan", "le meilleur plan"}}};
  return all;
}

} // namespace deploy_plan::model
