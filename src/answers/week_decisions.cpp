// What is to do in a week, and what to decide, described.
#include "answers/plan.hpp"
#include "answers/week.hpp"

namespace deploy_plan::answers {
namespace {

// ---- what to do
constexpr Member task_members[] = {
    figure<&WeekTask::id>({{"id", "id"},
                           {"task", "tâche"},
                           {"of the action, or of the objective to measure; \"penetrated\" for those covered",
                            "de l'action, ou de l'objectif à mesurer ; « penetrated » pour les couverts"}}),
    figure<&WeekTask::kind>({{"kind", "nature"}, {"what to do", "que faire"}, {}, Kind::word}),
    computed({{"name", "nom"}, {"name", "nom"}}, [](const WeekTask& one) { return unless_empty(one.name); }),
    computed({{"owner", "responsable"},
              {"who", "qui"},
              {"null where nobody is named", "null si personne n'est nommé"}},
             [](const WeekTask& one) { return unless_empty(one.owner); }),
    figure<&WeekTask::until>({{"until", "jusqu_au"}, {"until", "jusqu'au"}, {}, Kind::date}),
    counting("run",
             figure<&WeekTask::runs>({{"runs", "passages"},
                                      {"runs", "passages"},
                                      {"to do, or done without results", "à faire, ou faits sans résultat"},
                                      Kind::count,
                                      Better::neither,
                                      model::at_least(0)})),
    counting("run",
             figure<&WeekTask::late>({{"late", "en_retard"},
                                      {"runs that slipped", "passages qui ont glissé"},
                                      {"of those: of months that are over", "parmi eux : de mois passés"},
                                      Kind::count,
                                      Better::less,
                                      model::at_least(0)})),
    figure<&WeekTask::late_since>(
        {{"late_since", "en_retard_depuis"},
         {"slipped since", "glissé depuis"},
         {"first day of the oldest of these months", "premier jour du plus ancien de ces mois"},
         Kind::date}),
    counting("run",
             figure<&WeekTask::also>({{"also", "aussi"},
                                      {"runs that may still wait", "passages qui peuvent encore attendre"},
                                      {"scheduled too, beside those that slipped",
                                       "au calendrier aussi, en plus de ceux qui ont glissé"},
                                      Kind::count,
                                      Better::neither,
                                      model::at_least(0)})),
    figure<&WeekTask::also_until>(
        {{"also_until", "aussi_jusqu_au"}, {"those until", "ceux-là jusqu'au"}, {}, Kind::date}),
    computed({{"segment", "segment"}, {"segment", "segment"}},
             [](const WeekTask& one) { return unless_empty(one.segment); }),
    figure<&WeekTask::is_test>(
        {{"is_test", "est_un_test"},
         {"it is a test", "c'est un test"},
         {"what is tried before it is decided to go on", "ce qu'on essaie avant de décider de poursuivre"},
         Kind::flag}),
    figure<&WeekTask::goal>({{"serves", "sert"}, {"goal that it serves", "objectif qu'elle sert"}}),
    figure<&WeekTask::status>(
        {{"status", "statut"}, {"status of that goal", "statut de cet objectif"}, {}, Kind::word}),
    figure<&WeekTask::serves_north_star>({{"serves_north_star", "sert_l'étoile_polaire"},
                                          {"serves the North Star", "sert l'étoile polaire"},
                                          {"itself, or through the funnel", "elle-même, ou par l'entonnoir"},
                                          Kind::flag}),
    figure<&WeekTask::observed>({{"observed", "relevé_le"},
                                 {"last observed", "dernier relevé"},
                                 {"of what is to be measured", "de ce qui est à mesurer"},
                                 Kind::date}),
    counting("day", figure<&WeekTask::every_days>({{"every_days", "fréquence_jours"},
                                                   {"days between measurements", "jours entre mesures"},
                                                   {},
                                                   Kind::count})),
    computed({{"method", "méthode"}, {"method", "méthode"}, {"how it is measured", "comment c'est mesuré"}},
             [](const WeekTask& one) { return unless_empty(one.method); }),
};

// ---- what to decide
constexpr Member decision_members[] = {
    figure<&WeekDecision::id>(
        {{"id", "id"},
         {"decision", "décision"},
         {"of the action, goal or objective; the member's name; the term's last day; \"budget\"; \"plan\"",
          "de l'action ou de l'objectif ; le nom du membre ; le dernier jour de l'exercice ; « budget » ; « "
          "plan »"}}),
    figure<&WeekDecision::kind>({{"kind", "nature"}, {"what to decide", "que décider"}, {}, Kind::word}),
    computed({{"name", "nom"}, {"name", "nom"}},
             [](const WeekDecision& one) { return unless_empty(one.name); }),
    computed({{"owner", "responsable"}, {"who answers for it", "qui en répond"}},
             [](const WeekDecision& one) { return unless_empty(one.owner); }),
    figure<&WeekDecision::was_open>(
        {{"was_open", "était_ouverte"},
         {"open before", "ouverte avant"},
         {"it was to be decided on that day already; counts of arms and pilots have no days, and are taken "
          "as new",
          "elle était déjà à prendre ce jour-là ; les comptages des bras et des pilotes n'ont pas de jour et "
          "passent pour nouveaux"},
         Kind::flag}),
    figure<&WeekDecision::reserve>({{"reserve", "réserve"},
                                    {"reserve", "réserve"},
                                    {"with which a test says so", "avec laquelle un test le dit"},
                                    Kind::word}),
    figure<&WeekDecision::goal>({{"goal", "objectif"},
                                 {"goal in question", "objectif en question"},
                                 {"where one is", "quand il y en a un"}}),
    figure<&WeekDecision::by>(
        {{"by", "échéance"},
         {"day", "échéance"},
         {"the goal's; the end of the action, the term or the North Star's time; the month of "
          "an overload",
          "celle de l'objectif ; la fin de l'action, de l'exercice ou du temps de l'étoile "
          "polaire ; le mois d'une surcharge"},
         Kind::date}),
    computed({{"limits", "limites"},
              {"limits", "limites"},
              {"that no plan keeps together", "qu'aucun plan ne tient toutes à la fois"}},
             [](const WeekDecision& one) { return limit_names(one.limits); }),
    counting("run", figure<&WeekDecision::runs>(
                        {{"runs", "passages"}, {"runs left", "passages restants"}, {}, Kind::count})),
    figure<&WeekDecision::money>(
        {{"money", "argent"},
         {"money", "argent"},
         {"of one run; of a term, what is left; of means that are exceeded, by how much",
          "d'un passage ; d'un exercice, ce qui reste ; de moyens dépassés, de combien"},
         Kind::money}),
    figure<&WeekDecision::days>(
        {{"days", "jours"},
         {"person-days", "jours-personne"},
         {"of one run; of a term, what is left; of means that are exceeded, by how much",
          "d'un passage ; d'un exercice, ce qui reste ; de moyens dépassés, de combien"},
         Kind::person_days}),
    figure<&WeekDecision::at_most>({{"at_most", "au_plus"},
                                    {"left at most", "reste au plus"},
                                    {"runs done on days that are not known may have taken some of it",
                                     "des passages faits à des jours inconnus en ont peut-être pris"},
                                    Kind::flag}),
    figure<&WeekDecision::effect>(
        {{"effect", "effet"}, {"effect of one run", "effet d'un passage"}, {}, Kind::measure}),
    figure<&WeekDecision::load>({{"load", "charge"},
                                 {"person-days to do", "jours-personne à faire"},
                                 {"in the month, by the schedules", "dans le mois, selon les calendriers"},
                                 Kind::person_days}),
    figure<&WeekDecision::capacity>({{"capacity", "capacité"},
                                     {"person-days that can be given", "jours-personne disponibles"},
                                     {"in the month, from the day on", "dans le mois, à partir du jour"},
                                     Kind::person_days}),
    figure<&WeekDecision::expected>(
        {{"expected", "attendu"},
         {"value to expect", "valeur attendue"},
         {"on the goal's day, the median as committed; the value now of an overdue one; share goals in "
          "beneficiaries",
          "à l'échéance, la médiane engagements tenus ; la valeur actuelle d'un objectif échu ; les "
          "objectifs de "
          "part en bénéficiaires"},
         Kind::number}),
    figure<&WeekDecision::needed>({{"needed", "requis"},
                                   {"value to reach", "valeur à atteindre"},
                                   {"likewise", "de même"},
                                   Kind::number}),
    figure<&WeekDecision::probability>({{"probability", "probabilité"},
                                        {"probability", "probabilité"},
                                        {"as committed", "engagements tenus"},
                                        Kind::probability,
                                        Better::more}),
    figure<&WeekDecision::with_plan>({{"with_plan", "avec_plan"},
                                      {"probability with the plan", "probabilité avec le plan"},
                                      {"where one was made", "quand un plan a été fait"},
                                      Kind::probability,
                                      Better::more}),
};
} // namespace

template <>
const Record& description<WeekTask>() {
  static constexpr Record record{{"task", "tâche"}, {}, task_members, {}, 0, title([](const WeekTask& one) {
                                   return named(one.name, one.id);
                                 })};
  return record;
}
template <>
const Record& description<WeekDecision>() {
  static constexpr Record record{
      {"decision", "décision"},
      {},
      decision_members,
      {},
      0,
      title([](const WeekDecision& one) {
        return one.goal && one.name.empty() ? week_goal_title(*one.goal) : named(one.name, one.id);
      }),
      counted_in([](const WeekDecision& one, const Context& around) {
        return one.goal ? Context{one.goal->unit, one.goal->is_rate, around.currency} : around;
      })};
  return record;
}

} // namespace deploy_plan::answers
