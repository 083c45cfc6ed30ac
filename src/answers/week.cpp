// A week, described.
#include "answers/week.hpp"

namespace deploy_plan::answers {
namespace {

// ---- goals, as all parts speak of them
constexpr Member week_goal_members[] = {
    figure<&WeekGoal::id>(
        {{"id", "id"},
         {"goal", "objectif"},
         {"of an objective, or of a share goal", "d'un objectif, ou d'un objectif de part"}}),
    computed({{"name", "nom"},
              {"name", "nom"},
              {"of an objective; null for a share goal", "d'un objectif ; null pour un objectif de part"}},
             [](const WeekGoal& goal) { return unless_empty(goal.name); }),
    figure<&WeekGoal::of>({{"of", "de"},
                           {"of", "de"},
                           {"the tier of a share goal; null for an objective",
                            "le niveau d'un objectif de part ; null pour un objectif"}}),
    computed({{"segment", "segment"}, {"segment", "segment"}, {"of a share goal", "d'un objectif de part"}},
             [](const WeekGoal& goal) { return unless_empty(goal.segment); }),
    given(figure<&WeekGoal::goal>({{"goal", "objectif_chiffré"},
                                   {"to reach", "à atteindre"},
                                   {"of a share goal, the share", "d'un objectif de part, la part"},
                                   Kind::measure})),
    figure<&WeekGoal::unit>({{"unit", "unité"}, {"unit", "unité"}}),
    given(figure<&WeekGoal::by>({{"by", "échéance"}, {"day", "échéance"}, {}, Kind::date})),
    figure<&WeekGoal::north_star>(
        {{"north_star", "étoile_polaire"}, {"North Star", "étoile polaire"}, {}, Kind::flag}),
};
constexpr Member week_count_members[] = {
    figure<&WeekCounts::observed>({{"observed", "relevés"},
                                   {"figures observed", "chiffres relevés"},
                                   {},
                                   Kind::count,
                                   Better::more,
                                   model::at_least(0)}),
    figure<&WeekCounts::late>(
        {{"late", "en_retard"},
         {"goals late or at risk", "objectifs en retard ou à risque"},
         {"overdue, behind or at risk on the day", "échus, en retard ou à risque ce jour"},
         Kind::count,
         Better::less,
         model::at_least(0)}),
    figure<&WeekCounts::left>({{"left", "sortis"},
                               {"goals that stand worse", "objectifs en moins bonne voie"},
                               {"that left their path, or are further from it, overdue or less likely; not "
                                "those that moved both ways",
                                "sortis de leur trajectoire, ou plus loin d'elle, échus ou moins probables ; "
                                "sans ceux qui ont bougé dans les deux sens"},
                               Kind::count,
                               Better::less,
                               model::at_least(0)}),
    figure<&WeekCounts::rejoined>({{"rejoined", "revenus"},
                                   {"goals that stand better", "objectifs en meilleure voie"},
                                   {"reached, on their path again, nearer to it or likelier; not those that "
                                    "moved both ways",
                                    "atteints, revenus sur leur trajectoire, plus près d'elle ou plus "
                                    "probables ; sans ceux qui ont bougé dans les deux sens"},
                                   Kind::count,
                                   Better::more,
                                   model::at_least(0)}),
    figure<&WeekCounts::mixed>({{"mixed", "mitigés"},
                                {"goals that moved both ways", "objectifs qui ont bougé dans les deux sens"},
                                {"better by their path and less likely, or the other way round",
                                 "mieux placés sur leur trajectoire et moins probables, ou l'inverse"},
                                Kind::count,
                                Better::neither,
                                model::at_least(0)}),
    figure<&WeekCounts::results>({{"results", "résultats"},
                                  {"results", "résultats"},
                                  {},
                                  Kind::count,
                                  Better::more,
                                  model::at_least(0)}),
    figure<&WeekCounts::below>({{"below", "en_dessous"},
                                {"results below what was assumed", "résultats sous ce qui était supposé"},
                                {},
                                Kind::count,
                                Better::less,
                                model::at_least(0)}),
    figure<&WeekCounts::verdicts>({{"verdicts", "verdicts"},
                                   {"verdicts that changed", "verdicts qui ont changé"},
                                   {},
                                   Kind::count,
                                   Better::neither,
                                   model::at_least(0)}),
    figure<&WeekCounts::tasks>({{"tasks", "tâches"},
                                {"things to do", "choses à faire"},
                                {"all, also those beyond the three that are told",
                                 "toutes, y compris au-delà des trois qui sont dites"},
                                Kind::count,
                                Better::neither,
                                model::at_least(0)}),
    figure<&WeekCounts::late_runs>(
        {{"late_runs", "passages_en_retard"},
         {"runs that slipped", "passages qui ont glissé"},
         {"of the schedules' months that are over", "des mois passés des calendriers"},
         Kind::count,
         Better::less,
         model::at_least(0)}),
    figure<&WeekCounts::decisions>({{"decisions", "décisions"},
                                    {"things to decide", "décisions à prendre"},
                                    {},
                                    Kind::count,
                                    Better::less,
                                    model::at_least(0)}),
    figure<&WeekCounts::new_decisions>(
        {{"new_decisions", "nouvelles_décisions"},
         {"new things to decide", "nouvelles décisions à prendre"},
         {"that were not to be decided then", "qui n'étaient pas à prendre alors"},
         Kind::count,
         Better::less,
         model::at_least(0)}),
};

constexpr Member week_members[] = {
    figure<&Week::as_of>({{"as_of", "au"}, {"as of", "au"}}),
    figure<&Week::since>({{"since", "depuis"}, {"since", "depuis"}}),
    figure<&Week::strategy>({{"strategy", "stratégie"}, {"strategy", "stratégie"}}),
    figure<&Week::is_over>(
        {{"is_over", "est_finie"}, {"the period is over", "la période est finie"}, {}, Kind::flag}),
    figure<&Week::is_observed>({{"is_observed", "est_relevée"},
                                {"anything was observed", "quelque chose a été relevé"},
                                {"ever, by the day", "un jour ou l'autre, jusqu'au jour"},
                                Kind::flag}),
    figure<&Week::is_all_new>({{"is_all_new", "tout_est_nouveau"},
                               {"nothing was known then", "rien n'était connu alors"},
                               {},
                               Kind::flag}),
    figure<&Week::tasks_from>({{"tasks_from", "tâches_selon"},
                               {"where runs to do come from", "d'où viennent les passages à faire"},
                               {},
                               Kind::word}),
    figure<&Week::counts>({{"counts", "décompte"}, {"the week, counted", "la semaine, comptée"}}),
    figure<&Week::observed>({{"observed", "relevés"}, {"what was observed", "ce qui a été relevé"}}),
    figure<&Week::goals>({{"goals", "objectifs"}, {"goals that moved", "objectifs qui ont bougé"}}),
    figure<&Week::results>({{"results", "résultats"}, {"results that arrived", "résultats arrivés"}}),
    figure<&Week::verdicts>(
        {{"verdicts", "verdicts"}, {"tests that say something else", "tests qui disent autre chose"}}),
    figure<&Week::tasks>(
        {{"to_do", "à_faire"},
         {"what to do", "à faire"},
         {"at most three things, the most urgent first", "trois choses au plus, les plus urgentes "
                                                         "d'abord"}}),
    figure<&Week::decisions>({{"decisions", "décisions"},
                              {"what to decide", "à décider"},
                              {"new ones first", "les nouvelles d'abord"}}),
    figure<&Week::tests>(
        {{"test_next", "test_suivant"},
         {"what to test first", "quoi tester d'abord"},
         {"what tests are worth before the plan is followed; null where there is no plan",
          "ce que valent des tests avant de suivre le plan ; null quand il n'y a pas de plan"}}),
};
} // namespace

Words week_goal_title(const WeekGoal& goal) {
  if (!goal.of)
    return named(goal.name, goal.id);
  return Phrase{{"{0} by {1}", "{0} au {1}"}, {share_goal_words(*goal.of, goal.segment), goal.by}}.words();
}

template <>
const Record& description<WeekGoal>() {
  static constexpr Record record{
      {"goal of a week", "objectif d'une semaine"},
      {},
      week_goal_members,
      {},
      0,
      title([](const WeekGoal& goal) { return week_goal_title(goal); }),
      counted_in([](const WeekGoal& goal, const Context& around) { return in_its_unit(goal, around); })};
  return record;
}
template <>
const Record& description<WeekCounts>() {
  static constexpr Record record{{"week counted", "semaine comptée"}, {}, week_count_members};
  return record;
}
template <>
const Record& description<Week>() {
  static constexpr Record record{{"week", "semaine"},
                                 {},
                                 week_members,
                                 "deploy-plan/week@1",
                                 std::nullopt,
                                 nullptr,
                                 counted_in([](const Week& week, const Context&) {
                                   return Context{week.unit, false, week.currency};
                                 })};
  return record;
}

} // namespace deploy_plan::answers
