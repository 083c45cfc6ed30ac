// The enumerations of answers: each word in both languages, and as people read it.
#include "deploy_plan/forecast.hpp"
#include "model/description.hpp"

namespace deploy_plan::model {

template <>
std::span<const Choice> choices<GoalStatus>() {
  static constexpr Choice all[] = {
      {0,
       {"unmeasured", "non_mesuré"},
       {"nothing is observed on or before the day", "aucun relevé ce jour-là ni avant"},
       {"unmeasured", "non mesuré"},
       Tone::warning,
       3},
      {1, {"reached", "atteint"}, {"the figure is reached", "le chiffre est atteint"}, {}, Tone::good, 5},
      {2,
       {"overdue", "échu"},
       {"its day is past, and it is not reached", "son échéance est passée sans qu'il soit atteint"},
       {},
       Tone::bad,
       0},
      {3,
       {"on_track", "en_bonne_voie"},
       {"where its path has it by now, or ahead", "là où sa trajectoire le veut ce jour, ou devant"},
       {"on track", "en bonne voie"},
       Tone::good,
       4},
      {4,
       {"at_risk", "à_risque"},
       {"at least 80 % of the way that its path has by now",
        "au moins 80 % du chemin que sa trajectoire veut ce jour"},
       {"at risk", "à risque"},
       Tone::warning,
       2},
      {5,
       {"behind", "en_retard"},
       {"less than that", "moins que cela"},
       {"behind", "en retard"},
       Tone::bad,
       1},
  };
  return all;
}
template <>
std::span<const Choice> choices<NoEta>() {
  static constexpr Choice all[] = {
      {0,
       {"unmeasured", "non_mesuré"},
       {"nothing is observed", "aucun relevé"},
       {"unmeasured", "non mesuré"}},
      {1, {"reached", "atteint"}, {"it is reached already", "il est déjà atteint"}},
      {2,
       {"no_pace", "sans_rythme"},
       {"fewer than two days are observed", "moins de deux jours sont relevés"},
       {"no pace yet", "pas encore de rythme"}},
      {3,
       {"leads_away", "s'éloigne"},
       {"the pace is nothing, or goes the other way", "le rythme est nul, ou va dans l'autre sens"},
       {"never", "jamais"}},
      {4,
       {"passed", "dépassée"},
       {"it would have been before the day", "elle aurait été avant ce jour"},
       {"before today: observe again", "avant ce jour : relevez à nouveau"}},
      {5,
       {"too_far", "trop_loin"},
       {"after the last day that is reckoned with", "après le dernier jour avec lequel on compte"},
       {"after 2200", "après 2200"}},
  };
  return all;
}
template <>
std::span<const Choice> choices<NoConversion>() {
  static constexpr Choice all[] = {
      {0, {"first", "première"}, {"no stage is before it", "aucune étape n'est avant elle"}},
      {1,
       {"unmeasured", "non_mesuré"},
       {"one of the two is not observed", "l'une des deux n'est pas relevée"},
       {"unmeasured", "non mesuré"}},
      {2,
       {"other_unit", "autre_unité"},
       {"the two count other things", "les deux comptent des choses différentes"},
       {"another unit", "autre unité"}},
      {3,
       {"from_none", "à_partir_de_rien"},
       {"the stage before is at 0", "l'étape d'avant est à 0"},
       {"from none", "à partir de rien"}},
  };
  return all;
}
template <>
std::span<const Choice> choices<Verdict>() {
  static constexpr Choice all[] = {
      {0, {"adopt", "adopter"}, {"it does better", "l'action fait mieux"}, {}, Tone::good},
      {1,
       {"drop", "abandonner"},
       {"it does not do better, or not enough", "l'action ne fait pas mieux, ou pas assez"},
       {},
       Tone::bad},
      {2,
       {"go_on", "poursuivre"},
       {"it is too early to tell", "il est trop tôt pour conclure"},
       {"go on", "poursuivre"}},
      {3,
       {"cannot_tell", "sans_conclusion"},
       {"this test cannot tell", "ce test ne permet pas de conclure"},
       {"cannot tell", "impossible de conclure"},
       Tone::warning},
      {4,
       {"not_begun", "pas_commencé"},
       {"its start is to come, or nothing was counted", "son début est à venir, ou rien n'a été compté"},
       {"not begun", "pas commencé"}},
  };
  return all;
}
template <>
std::span<const Choice> choices<TrialReason>() {
  static constexpr Choice all[] = {{0, {"better", "mieux"}, {}},
                                   {1, {"better_early", "mieux_tôt"}, {}},
                                   {2, {"above_threshold", "au_dessus_du_seuil"}, {}},
                                   {3, {"worse", "moins_bien"}, {}},
                                   {4, {"too_small", "trop_petit"}, {}},
                                   {5, {"no_gain", "sans_gain"}, {}},
                                   {6, {"below_threshold", "sous_le_seuil"}, {}},
                                   {7, {"not_begun", "pas_commencé"}, {}},
                                   {8, {"size_not_reached", "taille_non_atteinte"}, {}},
                                   {9, {"not_precise", "trop_imprécis"}, {}},
                                   {10, {"no_data", "sans_données"}, {}},
                                   {11, {"impossible", "impossible"}, {}},
                                   {12, {"too_few_arms", "trop_peu_de_bras"}, {}},
                                   {13, {"empty_arm", "bras_vide"}, {}},
                                   {14, {"uneven_split", "répartition_inégale"}, {}},
                                   {15, {"unclear", "incertain"}, {}},
                                   {16, {"unplanned", "sans_taille_prévue"}, {}},
                                   {17, {"past", "taille_dépassée"}, {}},
                                   {18, {"beyond_market", "au_delà_du_marché"}, {}},
                                   {19, {"no_threshold", "sans_seuil"}, {}},
                                   {20, {"no_start", "sans_début"}, {}},
                                   {21, {"too_few_steps", "trop_peu_de_pas"}, {}},
                                   {22, {"uneven_steps", "pas_inégaux"}, {}},
                                   {23, {"steps_too_near", "pas_trop_proches"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<Looks>() {
  static constexpr Choice all[] = {{0, {"as_planned", "comme_prévu"}, {}},
                                   {1, {"early", "avant_terme"}, {}},
                                   {2, {"past", "taille_dépassée"}, {}},
                                   {3, {"unplanned", "sans_taille_prévue"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<ComparisonMethod>() {
  static constexpr Choice all[] = {{0, {"z", "z"}, {}}, {1, {"fisher", "fisher"}, {}}};
  return all;
}
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
std::span<const Choice> choices<PlanReason>() {
  static constexpr Choice all[] = {{0, {"chosen", "choisie"}, {}},
                                   {1, {"at_most", "au_plus"}, {}},
                                   {2, {"fixed", "fixée"}, {}},
                                   {3, {"stopped", "arrêtée"}, {}},
                                   {4, {"ended", "finie"}, {}},
                                   {5, {"begins_too_late", "commence_trop_tard"}, {}},
                                   {6, {"goal_over", "échéance_passée"}, {}},
                                   {7, {"without_cost", "sans_coût"}, {}},
                                   {8, {"without_effect", "sans_effet"}, {}},
                                   {9, {"elsewhere", "ailleurs"}, {}},
                                   {10, {"excluded", "exclue"}, {}},
                                   {11, {"lacks_required", "sans_préalable"}, {}},
                                   {12, {"dominated", "dominée"}, {}},
                                   {13, {"beyond_decay", "essoufflée"}, {}},
                                   {14, {"over_money", "au_delà_de_l'argent"}, {}},
                                   {15, {"over_days", "au_delà_des_jours"}, {}},
                                   {16, {"over_lever", "au_delà_du_levier"}, {}},
                                   {17, {"market_full", "marché_plein"}, {}},
                                   {18, {"outbid", "devancée"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<Unfinished>() {
  static constexpr Choice all[] = {{0, {"least_cost", "moindre_coût"}, {}},
                                   {1, {"smallest_conflict", "plus_petit_conflit"}, {}},
                                   {2, {"confidence", "confiance"}, {}},
                                   {3, {"marginal", "marginal"}, {}},
                                   {4, {"frontier", "frontière"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<Unranked>() {
  static constexpr Choice all[] = {{0, {}, {}},
                                   {1, {"stopped", "arrêtée"}, {}},
                                   {2, {"without_cost", "sans_coût"}, {}},
                                   {3, {"without_effect", "sans_effet"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<Basis>() {
  static constexpr Choice all[] = {{0, {"measured", "mesuré"}, {}}, {1, {"assumed", "supposé"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<GrowthModel>() {
  static constexpr Choice all[] = {
      {0, {"linear", "linéaire"}, {}}, {1, {"logistic", "logistique"}, {}}, {2, {"bass", "bass"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<ForecastOf>() {
  static constexpr Choice all[] = {
      {0, {"market", "marché"}, {}}, {1, {"segment", "segment"}, {}}, {2, {"objective", "objectif"}, {}}};
  return all;
}
template <>
std::span<const Choice> choices<FitProblem>() {
  static constexpr Choice all[] = {{0, {}, {}},
                                   {1, {"too_few", "trop_peu"}, {}},
                                   {2, {"no_growth", "sans_croissance"}, {}},
                                   {3, {"ceiling_unbounded", "plafond_sans_borne"}, {}},
                                   {4, {"before_peak", "avant_le_pic"}, {}},
                                   {5, {"no_imitation", "sans_imitation"}, {}},
                                   {6, {"not_fitted", "non_ajusté"}, {}}};
  return all;
}

} // namespace deploy_plan::model
