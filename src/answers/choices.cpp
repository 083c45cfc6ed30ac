// The words of gaps and outlooks, in both languages, and as people read them; those of other answers stand
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
std::span<const Choice> choices<DueStatus>() {
  static constexpr Choice all[] = {
      {0,
       {"to_come", "à_venir"},
       {"its day is not past", "son échéance n'est pas passée"},
       {"to come", "à venir"}},
      {1,
       {"met", "tenu"},
       {"the figure was reached on that day", "le chiffre était atteint ce jour-là"},
       {"met", "tenu"},
       Tone::good},
      {2,
       {"missed", "manqué"},
       {"the newest observation up to that day falls short, and so does the straight line from there to the "
        "one after",
        "le dernier relevé jusqu'à ce jour n'y est pas, et la droite de là au relevé suivant non plus"},
       {"missed", "manqué"},
       Tone::bad},
      {3,
       {"unknown", "inconnu"},
       {"nothing was observed in the two months before that day",
        "rien n'a été relevé dans les deux mois d'avant ce jour"},
       {"unknown", "inconnu"}}};
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
