// The enumerations of plans and rankings: each word in both languages.
#include "deploy_plan/plan.hpp"
#include "model/description.hpp"

namespace deploy_plan::model {

template <>
std::span<const Choice> choices<PlanStatus>() {
  static constexpr Choice all[] = {{0, {"optimal", "optimal"}, {}},
                                   {1, {"feasible", "réalisable"}, {}},
                                   {2, {"infeasible", "irréalisable"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<PlanGoal>() {
  static constexpr Choice all[] = {{0, {"maximise", "maximiser"}, {}}, {1, {"reach", "atteindre"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<PlanStep>() {
  static constexpr Choice all[] = {{0, {"month", "mois"}, {}}, {1, {"week", "semaine"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<TestUnit>() {
  static constexpr Choice all[] = {
      {0,
       {"beneficiaries", "bénéficiaires"},
       {"those exposed, over all arms", "ceux qui y sont exposés, tous bras"}},
      {1, {"runs", "passages"}, {"runs of the action", "des passages de l'action"}}};
  return all;
}
template <>
std::span<const Choice> choices<PlanReason>() {
  static constexpr Choice all[] = {{0, {"chosen", "choisie"}, {}},
                                   {1, {"at_most", "au_plus"}, {}},
                                   {2, {"fixed", "fixée"}, {}},
                                   {3, {"stopped", "arrêtée"}, {}},
                                   {4, {"dropped", "abandonnée"}, {}},
                                   {5, {"ended", "finie"}, {}},
                                   {6, {"begins_too_late", "commence_trop_tard"}, {}},
                                   {7, {"goal_over", "échéance_passée"}, {}},
                                   {8, {"without_cost", "sans_coût"}, {}},
                                   {9, {"without_effect", "sans_effet"}, {}},
                                   {10, {"elsewhere", "ailleurs"}, {}},
                                   {11, {"excluded", "exclue"}, {}},
                                   {12, {"lacks_required", "sans_préalable"}, {}},
                                   {13, {"dominated", "dominée"}, {}},
                                   {14, {"beyond_decay", "essoufflée"}, {}},
                                   {15, {"over_money", "au_delà_de_l'argent"}, {}},
                                   {16, {"over_days", "au_delà_des_jours"}, {}},
                                   {17, {"over_lever", "au_delà_du_levier"}, {}},
                                   {18, {"over_capacity", "au_delà_des_disponibilités"}, {}},
                                   {19, {"over_pace", "au_delà_du_rythme"}, {}},
                                   {20, {"over_term", "au_delà_de_l'exercice"}, {}},
                                   {21, {"awaits_test", "attend_son_test"}, {}},
                                   {22, {"kept", "gardée"}, {}},
                                   {23, {"market_full", "marché_plein"}, {}},
                                   {24, {"outbid", "devancée"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<MoveReason>() {
  static constexpr Choice all[] = {
      {0,
       {"slipped", "glissement"},
       {"its month is over, and it was not done", "son mois est passé sans qu'il soit fait"}},
      {1, {"stopped", "arrêtée"}, {"the action is stopped", "l'action est arrêtée"}},
      {2, {"ended", "finie"}, {"the action's end has come", "la fin de l'action est arrivée"}},
      {3,
       {"not_yet", "pas_encore"},
       {"the action, or what it requires, begins later",
        "l'action, ou ce qu'elle nécessite, commence après"}},
      {4,
       {"goal_over", "échéance_passée"},
       {"it would come too late for its goal", "il viendrait trop tard pour son objectif"}},
      {5,
       {"at_most", "au_plus"},
       {"the action may have fewer runs", "l'action peut avoir moins de passages"}},
      {6,
       {"over_capacity", "au_delà_des_disponibilités"},
       {"its owner has too few days left then", "son responsable n'a plus assez de jours à ce moment"}},
      {7,
       {"over_pace", "au_delà_du_rythme"},
       {"its runs would follow too closely", "ses passages se suivraient de trop près"}},
      {8,
       {"over_term", "au_delà_de_l'exercice"},
       {"the credits of that time are spent", "les crédits de cette période sont épuisés"}},
      {9, {"over_budget", "au_delà_du_budget"}, {"the budget is spent", "le budget est épuisé"}},
      {10,
       {"after_test", "après_le_test"},
       {"its test is not decided by then", "son test n'est pas tranché d'ici là"}},
      {11, {"displaced", "déplacé"}, {"another took its place", "un autre a pris sa place"}}};
  return all;
}
template <>
std::span<const Choice> choices<Unfinished>() {
  static constexpr Choice all[] = {{0, {"least_cost", "moindre_coût"}, {}},
                                   {1, {"smallest_conflict", "plus_petit_conflit"}, {}},
                                   {2, {"confidence", "confiance"}, {}},
                                   {3, {"marginal", "marginal"}, {}},
                                   {4, {"frontier", "frontière"}, {}},
                                   {5, {"branches", "branches"}, {}},
                                   {6, {"price", "prix"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<Unranked>() {
  static constexpr Choice all[] = {{0, {}, {}},
                                   {1, {"stopped", "arrêtée"}, {}},
                                   {2, {"without_cost", "sans_coût"}, {}},
                                   {3, {"without_effect", "sans_effet"}, {}},
                                   {4, {"all_done", "tout_fait"}, {}},
                                   {5, {"dropped", "abandonnée"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<Basis>() {
  static constexpr Choice all[] = {{0, {"measured", "mesuré"}, {}}, {1, {"assumed", "supposé"}, {}}};
  return all;
}

} // namespace deploy_plan::model
