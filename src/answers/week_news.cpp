// What came since a day, described.
#include "answers/week.hpp"

namespace deploy_plan::answers {
namespace {

// ---- what was observed
constexpr Member observation_members[] = {
    figure<&NewObservation::id>(
        {{"id", "id"},
         {"figure", "chiffre"},
         {"an objective's id; of a tier its name, then, after a full stop, its segment's id",
          "l'id d'un objectif ; d'un niveau son nom anglais puis, après un point, l'id de "
          "son segment"}}),
    figure<&NewObservation::figure>({{"figure", "nature"}, {"what it is", "ce que c'est"}, {}, Kind::name}),
    computed(
        {{"name", "nom"}, {"name", "nom"}, {"of the objective or segment", "de l'objectif ou du segment"}},
        [](const NewObservation& one) { return unless_empty(one.name); }),
    figure<&NewObservation::unit>({{"unit", "unité"}, {"unit", "unité"}}),
    figure<&NewObservation::north_star>(
        {{"north_star", "étoile_polaire"}, {"North Star", "étoile polaire"}, {}, Kind::flag}),
    counting("observation", figure<&NewObservation::count>({{"observations", "relevés"},
                                                            {"new observations", "nouveaux relevés"},
                                                            {},
                                                            Kind::count,
                                                            Better::neither,
                                                            model::at_least(0)})),
    figure<&NewObservation::from>({{"from", "de"},
                                   {"value before", "valeur d'avant"},
                                   {"the newest then known; null where none was",
                                    "la plus récente alors connue ; null s'il n'y en avait pas"},
                                   Kind::measure}),
    figure<&NewObservation::from_day>(
        {{"from_day", "jour_de"}, {"day of the value before", "jour de la valeur d'avant"}, {}, Kind::date}),
    figure<&NewObservation::to>({{"to", "à"}, {"value now", "valeur actuelle"}, {}, Kind::measure}),
    figure<&NewObservation::to_day>(
        {{"to_day", "jour_à"}, {"day of the value now", "jour de la valeur actuelle"}, {}, Kind::date}),
    figure<&NewObservation::path>(
        {{"path_now", "trajectoire"},
         {"path today", "trajectoire ce jour"},
         {"of those covered: of their share goal whose day comes first, in beneficiaries",
          "des couverts : celle de leur objectif de part à la première échéance, en bénéficiaires"},
         Kind::measure}),
    figure<&NewObservation::ahead>({{"ahead", "avance"},
                                    {"ahead of its path", "avance sur la trajectoire"},
                                    {"positive is good", "positif, c'est bien"},
                                    Kind::measure,
                                    Better::more}),
    figure<&NewObservation::status>({{"status", "statut"}, {"status", "statut"}, {}, Kind::word}),
};

// ---- goals that moved
constexpr Member moved_members[] = {
    computed({{"id", "id"}, {"goal", "objectif"}}, [](const MovedGoal& one) { return one.goal.id; }),
    figure<&MovedGoal::goal>({{"goal", "objectif"}, {"goal", "objectif"}}),
    figure<&MovedGoal::move>({{"move", "mouvement"},
                              {"how it moved", "comment il a bougé"},
                              {"against its path; where that is as it was, its outlook",
                               "par rapport à sa trajectoire ; si rien n'y change, sa perspective"},
                              Kind::word}),
    figure<&MovedGoal::before>({{"from", "de"}, {"status then", "statut d'avant"}, {}, Kind::word}),
    figure<&MovedGoal::now>({{"to", "à"}, {"status now", "statut actuel"}, {}, Kind::word}),
    figure<&MovedGoal::probability_before>({{"probability_from", "probabilité_de"},
                                            {"probability then", "probabilité d'avant"},
                                            {"as committed", "engagements tenus"},
                                            Kind::probability,
                                            Better::more}),
    figure<&MovedGoal::probability>({{"probability_to", "probabilité_à"},
                                     {"probability now", "probabilité actuelle"},
                                     {"as committed", "engagements tenus"},
                                     Kind::probability,
                                     Better::more}),
    figure<&MovedGoal::is_mixed>({{"mixed", "mitigé"},
                                  {"moved both ways", "bougé dans les deux sens"},
                                  {"its path and its chances went different ways",
                                   "sa trajectoire et ses chances sont allées en sens contraire"},
                                  Kind::flag}),
    figure<&MovedGoal::unobserved_since>(
        {{"unobserved_since", "sans_relevé_depuis"},
         {"not observed since", "sans relevé depuis"},
         {"its newest observation, where none is new: time alone moved it",
          "son dernier relevé, quand aucun n'est nouveau : seul le temps l'a fait bouger"},
         Kind::date}),
};

// ---- results
constexpr Member estimate_members[] = {
    figure<&Estimate::value>(
        {{"mean", "moyenne"}, {"assumed by run", "supposé par passage"}, {}, Kind::measure}),
    figure<&Estimate::low>({{"low", "bas"},
                            {"assumed by run, at least", "supposé par passage, au moins"},
                            {"of a 90 % interval", "d'un intervalle à 90 %"},
                            Kind::measure}),
    figure<&Estimate::high>({{"high", "haut"},
                             {"assumed by run, at most", "supposé par passage, au plus"},
                             {"of a 90 % interval", "d'un intervalle à 90 %"},
                             Kind::measure}),
};
constexpr Member result_members[] = {
    figure<&ArrivedResult::action>({{"action", "action"}, {"action", "action"}}),
    figure<&ArrivedResult::name>({{"name", "nom"}, {"name", "nom"}}),
    computed({{"segment", "segment"}, {"segment", "segment"}},
             [](const ArrivedResult& one) { return unless_empty(one.segment); }),
    figure<&ArrivedResult::unit>({{"unit", "unité"}, {"unit", "unité"}}),
    figure<&ArrivedResult::date>({{"date", "date"}, {"day", "jour"}, {}, Kind::date}),
    counting("run", figure<&ArrivedResult::runs>({{"runs", "passages"},
                                                  {"runs", "passages"},
                                                  {},
                                                  Kind::count,
                                                  Better::neither,
                                                  model::at_least(0)})),
    figure<&ArrivedResult::effect>({{"effect", "effet"}, {"effect", "effet"}, {}, Kind::measure}),
    figure<&ArrivedResult::per_run>(
        {{"per_run", "par_passage"}, {"effect of one run", "effet d'un passage"}, {}, Kind::measure}),
    figure<&ArrivedResult::assumed>(
        {{"assumed", "supposé"},
         {"what was assumed", "ce qui était supposé"},
         {"by run: the action's effect, less for the runs before where it decays; of a plain number, the "
          "interval within which the mean of so many runs varies",
          "par passage : l'effet de l'action, moindre après les passages d'avant s'il s'essouffle ; pour un "
          "simple "
          "nombre, l'intervalle où varie la moyenne d'autant de passages"}}),
    figure<&ArrivedResult::against>({{"against", "comparé"},
                                     {"against what was assumed", "comparé à ce qui était supposé"},
                                     {"above is better, whichever way the figure must go",
                                      "au-dessus, c'est mieux, où que le chiffre doive aller"},
                                     Kind::word}),
    figure<&ArrivedResult::money>(
        {{"money", "argent"}, {"money", "argent"}, {"as written", "tel qu'écrit"}, Kind::money}),
    figure<&ArrivedResult::days>({{"days", "jours"},
                                  {"person-days", "jours-personne"},
                                  {"as written", "tels qu'écrits"},
                                  Kind::person_days}),
    figure<&ArrivedResult::foreseen_money>(
        {{"foreseen_money", "argent_prévu"},
         {"money foreseen", "argent prévu"},
         {"for as many runs, by the action's cost", "pour autant de passages, par le coût de l'action"},
         Kind::money}),
    figure<&ArrivedResult::foreseen_days>(
        {{"foreseen_days", "jours_prévus"},
         {"person-days foreseen", "jours-personne prévus"},
         {"for as many runs, by the action's cost", "pour autant de passages, par le coût de l'action"},
         Kind::person_days}),
};

constexpr Member changed_verdict_members[] = {
    figure<&ChangedVerdict::action>({{"action", "action"}, {"action", "action"}}),
    figure<&ChangedVerdict::name>({{"name", "nom"}, {"name", "nom"}}),
    figure<&ChangedVerdict::before>({{"from", "de"}, {"verdict then", "verdict d'avant"}, {}, Kind::word}),
    figure<&ChangedVerdict::now>({{"to", "à"}, {"verdict now", "verdict actuel"}, {}, Kind::word}),
};
} // namespace

template <>
const Record& description<NewObservation>() {
  static constexpr Record record{
      {"new observation", "nouveau relevé"},
      {},
      observation_members,
      {},
      0,
      title([](const NewObservation& one) { return named(one.name, one.id); }),
      counted_in([](const NewObservation& one, const Context& around) { return in_its_unit(one, around); })};
  return record;
}
template <>
const Record& description<MovedGoal>() {
  static constexpr Record record{
      {"moved goal", "objectif qui a bougé"}, {}, moved_members, {}, 0, title([](const MovedGoal& one) {
        return week_goal_title(one.goal);
      })};
  return record;
}
template <>
const Record& description<Estimate>() {
  static constexpr Record record{{"estimate", "estimation"}, {}, estimate_members};
  return record;
}
template <>
const Record& description<ArrivedResult>() {
  static constexpr Record record{
      {"arrived result", "résultat arrivé"},
      {},
      result_members,
      {},
      0,
      title([](const ArrivedResult& one) { return named(one.name, one.action); }),
      counted_in([](const ArrivedResult& one, const Context& around) { return in_its_unit(one, around); })};
  return record;
}
template <>
const Record& description<ChangedVerdict>() {
  static constexpr Record record{
      {"changed verdict", "verdict changé"},
      {},
      changed_verdict_members,
      {},
      0,
      title([](const ChangedVerdict& one) { return named(one.name, one.action); })};
  return record;
}

} // namespace deploy_plan::answers
