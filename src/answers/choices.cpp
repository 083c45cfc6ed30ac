// The enumerations of answers: each word in both languages, and as people read it; those of plans stand
// beside.
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
std::span<const Choice> choices<LeverUse>() {
  static constexpr Choice all[] = {
      {0, {"used", "utilisé"}, {"an action of it is not stopped", "une de ses actions n'est pas arrêtée"}},
      {1,
       {"unavailable", "indisponible"},
       {"set aside: the team cannot use it", "écarté : l'équipe ne peut l'utiliser"},
       {"set aside: unavailable", "écarté : indisponible"}},
      {2,
       {"not_relevant", "non_pertinent"},
       {"set aside: it would not help", "écarté : il n'aiderait pas"},
       {"set aside: not relevant", "écarté : non pertinent"}},
      {3,
       {"kept_for_later", "gardé_pour_plus_tard"},
       {"considered, and not set aside", "étudié, et non écarté"},
       {"kept for later", "gardé pour plus tard"}},
      {4,
       {"not_considered", "pas_étudié"},
       {"nothing is said of it", "rien n'en est dit"},
       {"not considered", "pas étudié"}},
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
  static constexpr Choice all[] = {
      {0,
       {"better", "mieux"},
       {"an arm does better than the reference, or a step raises the counts",
        "un bras fait mieux que la référence, ou un début relève les comptages"}},
      {1,
       {"better_early", "mieux_tôt"},
       {"so much better that it is sure however often one looks",
        "tellement mieux que c'est sûr si souvent qu'on regarde"},
       {"better, early", "mieux, tôt"}},
      {2,
       {"above_threshold", "au_dessus_du_seuil"},
       {"a pilot's rate is above its threshold", "le taux d'un pilote dépasse son seuil"},
       {"above its threshold", "au-dessus du seuil"}},
      {3,
       {"worse", "moins_bien"},
       {"every arm does worse, or the step lowers the counts",
        "tous les bras font moins bien, ou le début abaisse les comptages"},
       {"worse", "moins bien"}},
      {4,
       {"too_small", "trop_petit"},
       {"whatever the gain is, it is less than the smallest that counts",
        "quel que soit le gain, il est moindre que le plus petit qui compte"},
       {"too small", "trop petit"}},
      {5,
       {"no_gain", "sans_gain"},
       {"at the planned size there is no gain to see", "à la taille prévue, aucun gain n'est visible"},
       {"no gain", "sans gain"}},
      {6,
       {"below_threshold", "sous_le_seuil"},
       {"a pilot's rate is below its threshold", "le taux d'un pilote est sous son seuil"},
       {"below its threshold", "sous le seuil"}},
      {7,
       {"not_begun", "pas_commencé"},
       {"nobody exposed yet, or no start yet", "personne n'est exposé, ou aucun début n'est venu"},
       {"not begun", "pas commencé"}},
      {8,
       {"size_not_reached", "taille_non_atteinte"},
       {"before the planned size", "avant la taille prévue"},
       {"size not reached", "taille non atteinte"}},
      {9,
       {"not_precise", "trop_imprécis"},
       {"the planned size is reached, and is too small to tell",
        "la taille prévue est atteinte, et trop petite pour conclure"},
       {"not precise enough", "trop imprécis"}},
      {10,
       {"no_data", "sans_données"},
       {"nothing to read, and no size planned", "rien à lire, et aucune taille prévue"},
       {"no data", "sans données"}},
      {11,
       {"impossible", "impossible"},
       {"more converted than exposed, or a count below 0",
        "plus de convertis que d'exposés, ou un comptage sous 0"}},
      {12,
       {"too_few_arms", "trop_peu_de_bras"},
       {"nothing to compare with", "rien à quoi comparer"},
       {"too few arms", "trop peu de bras"}},
      {13,
       {"empty_arm", "bras_vide"},
       {"an arm with nobody", "un bras sans personne"},
       {"an empty arm", "un bras vide"}},
      {14,
       {"uneven_split", "répartition_inégale"},
       {"the samples were not split as planned", "les échantillons ne sont pas répartis comme prévu"},
       {"uneven split", "répartition inégale"}},
      {15,
       {"unclear", "incertain"},
       {"within chance, and nothing says what effect would count",
        "dans les limites du hasard, et rien ne dit quel effet compterait"}},
      {16,
       {"unplanned", "sans_taille_prévue"},
       {"no size was planned, and nothing is sure however often one looks",
        "aucune taille n'était prévue, et rien n'est sûr si souvent qu'on regarde"},
       {"unplanned", "sans taille prévue"}},
      {17,
       {"past", "taille_dépassée"},
       {"read past its planned size, and nothing is sure so",
        "lu au-delà de sa taille prévue, et rien n'est sûr ainsi"},
       {"past its size", "taille dépassée"}},
      {18,
       {"beyond_market", "au_delà_du_marché"},
       {"it would take more than the market holds", "il en faudrait plus que n'en compte le marché"},
       {"beyond the market", "au-delà du marché"}},
      {19,
       {"no_threshold", "sans_seuil"},
       {"a pilot without what it is to reach", "un pilote sans ce qu'il doit atteindre"},
       {"no threshold", "sans seuil"}},
      {20,
       {"no_start", "sans_début"},
       {"no day from which the action could be seen", "aucun jour à partir duquel l'action se verrait"},
       {"no start", "sans début"}},
      {21,
       {"too_few_steps", "trop_peu_de_pas"},
       {"too few counts", "trop peu de comptages"},
       {"too few steps", "trop peu de pas"}},
      {22,
       {"uneven_steps", "pas_inégaux"},
       {"counts over unequal times", "des comptages sur des durées inégales"},
       {"uneven steps", "pas inégaux"}},
      {23,
       {"steps_too_near", "pas_trop_proches"},
       {"steps that no count lies between", "des débuts entre lesquels il n'y a pas de comptage"},
       {"steps too near", "pas trop proches"}},
      {24,
       {"too_few_clusters", "trop_peu_de_grappes"},
       {"fewer than two groups in an arm, or groups that do not differ",
        "moins de deux groupes dans un bras, ou des groupes qui ne diffèrent pas"},
       {"too few groups", "trop peu de groupes"}},
      {25,
       {"clusters_not_given", "grappes_non_données"},
       {"groups were drawn, and only their sums are given",
        "des groupes ont été tirés, et seules leurs sommes sont données"},
       {"groups not given", "groupes non donnés"}},
      {26,
       {"no_segment", "sans_segment"},
       {"no segment that got the action, or none that did not",
        "aucun segment qui a reçu l'action, ou aucun qui ne l'a pas reçue"},
       {"no segment to compare", "aucun segment à comparer"}},
      {27,
       {"no_figures", "sans_chiffres"},
       {"segments that share no days before and after", "des segments sans jours communs avant et après"},
       {"no shared days", "sans jours communs"}},
      {28,
       {"trends_apart", "tendances_divergentes"},
       {"the segments' trends differed before the action began",
        "les tendances des segments différaient avant le début de l'action"},
       {"trends apart", "tendances divergentes"}},
      {29,
       {"too_alike", "trop_semblable"},
       {"starts that were none would often look as strong",
        "des débuts fictifs paraîtraient souvent aussi nets"},
       {"too alike", "trop semblable"}}};
  return all;
}
template <>
std::span<const Choice> choices<Looks>() {
  static constexpr Choice all[] = {
      {0,
       {"as_planned", "comme_prévu"},
       {"at the planned size, to within a hundredth", "à la taille prévue, à un centième près"},
       {"as planned", "comme prévu"}},
      {1, {"early", "avant_terme"}, {"before it", "avant elle"}, {"early", "avant terme"}},
      {2, {"past", "taille_dépassée"}, {"beyond it", "au-delà"}, {"past its size", "taille dépassée"}},
      {3,
       {"unplanned", "sans_taille_prévue"},
       {"no size was planned", "aucune taille n'était prévue"},
       {"unplanned", "sans taille prévue"}}};
  return all;
}
template <>
std::span<const Choice> choices<ComparisonMethod>() {
  static constexpr Choice all[] = {
      {0, {"z", "z"}, {"the z test, of large counts", "le test z, de grands comptages"}},
      {1,
       {"fisher", "fisher"},
       {"Fisher's exact test, where fewer than 5 are expected somewhere",
        "le test exact de Fisher, là où on en attend quelque part moins de 5"},
       {"Fisher", "Fisher"}},
      {2,
       {"cluster_t", "t_grappes"},
       {"Student's t test of the groups' rates", "le test t de Student des taux des groupes"},
       {"t of groups", "t des groupes"}}};
  return all;
}
template <>
std::span<const Choice> choices<TrendModel>() {
  static constexpr Choice all[] = {
      {0,
       {"line", "droite"},
       {"a straight line, with noise around it", "une droite, avec du bruit autour"},
       {"straight line", "droite"}},
      {1,
       {"random_walk", "marche_aléatoire"},
       {"a drift whose errors add up", "une dérive dont les écarts s'accumulent"},
       {"random walk", "marche aléatoire"}},
      {2,
       {"local_trend", "tendance_récente"},
       {"a drift that follows the recent pace", "une dérive qui suit le rythme récent"},
       {"recent pace", "rythme récent"}},
      {3,
       {"seasonal", "saisonnier"},
       {"a pace that comes back each year", "un rythme qui revient chaque année"},
       {"seasons", "saisons"}},
      {4,
       {"logistic", "logistique"},
       {"growth towards a ceiling, fastest halfway",
        "une croissance vers un plafond, au plus vite à mi-chemin"},
       {"logistic curve", "courbe logistique"}},
      {5,
       {"bass", "bass"},
       {"as an innovation spreads (Bass 1969), towards a ceiling",
        "comme se diffuse une innovation (Bass 1969), vers un plafond"},
       {"spread of an innovation (Bass)", "diffusion d'une innovation (Bass)"}},
      {6,
       {"gompertz", "gompertz"},
       {"growth towards a ceiling, fastest early", "une croissance vers un plafond, au plus vite tôt"},
       {"Gompertz curve", "courbe de Gompertz"}}};
  return all;
}
template <>
std::span<const Choice> choices<NoTrend>() {
  static constexpr Choice all[] = {
      {0,
       {"few_observations", "peu_de_relevés"},
       {"fewer than 6 observations", "moins de 6 relevés"},
       {"too few observations", "trop peu de relevés"}},
      {1,
       {"nothing_moves", "rien_ne_bouge"},
       {"all its values are equal", "toutes ses valeurs sont égales"},
       {"nothing has moved yet", "rien n'a encore bougé"}},
      {2,
       {"one_jump", "un_seul_saut"},
       {"it moved once", "il n'a bougé qu'une fois"},
       {"it has moved only once", "il n'a bougé qu'une fois"}},
      {3,
       {"falls", "baisse"},
       {"a cumulative count that went down all in all: no model of growth holds",
        "un cumul qui a baissé en tout : aucun modèle de croissance ne tient"},
       {"a count that should add up has fallen", "un cumul qui devait monter a baissé"}},
      {4,
       {"too_large", "trop_grand"},
       {"its figures are beyond what can be counted with", "ses chiffres dépassent ce qui se calcule"},
       {"its figures are too large to count with", "ses chiffres sont trop grands pour le calcul"}}};
  return all;
}
template <>
std::span<const Choice> choices<OutlookClass>() {
  static constexpr Choice all[] = {{0,
                                    {"unlikely", "peu_probable"},
                                    {"a probability of 0.2 or less", "une probabilité de 0,2 ou moins"},
                                    {"unlikely", "peu probable"},
                                    Tone::bad},
                                   {1,
                                    {"uncertain", "incertain"},
                                    {"a probability between the two", "une probabilité entre les deux"},
                                    {},
                                    Tone::warning},
                                   {2,
                                    {"likely", "probable"},
                                    {"a probability of 0.8 or more", "une probabilité de 0,8 ou plus"},
                                    {},
                                    Tone::good},
                                   {3,
                                    {"too_early", "trop_tôt"},
                                    {"fewer than 6 observations", "moins de 6 relevés"},
                                    {"too early to tell", "trop tôt pour le dire"}},
                                   {4,
                                    {"cannot_tell", "indéterminé"},
                                    {"its observations bear no model", "ses relevés ne portent aucun modèle"},
                                    {"cannot be told", "impossible à dire"}}};
  return all;
}
template <>
std::span<const Choice> choices<ForecastOf>() {
  static constexpr Choice all[] = {
      {0, {"market", "marché"}, {}}, {1, {"segment", "segment"}, {}}, {2, {"objective", "objectif"}, {}}};
  return all;
}

} // namespace deploy_plan::model
