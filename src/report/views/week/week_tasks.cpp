// What to do this week: who, until when, and why.
#include "report/document/cells.hpp"
#include "report/views/week/week_view.hpp"

namespace deploy_plan::report {
namespace {

constexpr Text runs_pattern{"{0} {0#run|runs}", "{0} {0#passage|passages}"};

Words named_run(const WeekTask& one) {
  return one.segment.empty() ? quoted(one.name)
                             : Phrase{{"{0} ({1})", "{0} ({1})"}, {quoted(one.name), one.segment}}.words();
}

class TasksView {
public:
  explicit TasksView(const Week& told) : week(told) {}

  Section section() const {
    Section section{"week-tasks", words(Text{"To do this week", "À faire cette semaine"}), false, {}};
    for (std::size_t i = 0; i < week.tasks.size(); ++i)
      section.blocks.emplace_back(task(static_cast<std::int64_t>(i + 1), week.tasks[i]));
    const auto more = week.counts.tasks - static_cast<std::int64_t>(week.tasks.size());
    if (more > 0)
      section.blocks.emplace_back(Paragraph{{{"{0} more {0#thing|things} can wait.",
                                              "{0} {0#autre chose peut|autres choses peuvent} attendre."},
                                             {more}}});
    if (section.blocks.empty())
      section.blocks.emplace_back(Paragraph{words(nothing())});
    return section;
  }

private:
  const Week& week;

  Text nothing() const {
    if (week.is_over)
      return {"Nothing: the period is over.", "Rien : la période est finie."};
    if (week.tasks_from == TasksFrom::nothing)
      return {"Nothing: no schedule is written, and there is no plan.",
              "Rien : aucun calendrier n'est écrit, et il n'y a pas de plan."};
    return {"Nothing this week.", "Rien cette semaine."};
  }

  static Paragraph task(std::int64_t place, const WeekTask& one) {
    const bool late = one.late > 0 || (one.kind == TaskKind::measure && one.observed);
    return {{{"{0}. {1}, by {2} ({3}). {4}", "{0}. {1}, d'ici au {2} ({3}). {4}"},
             {place, week_task_words(one), one.until, week_owner(one), why(one)}},
            late ? Tone::warning : Tone::plain};
  }

  static Words why(const WeekTask& one) {
    switch (one.kind) {
    case TaskKind::scheduled_runs:
      return Phrase{{"{0}{1}.", "{0}{1}."}, {scheduled(one), purpose(one)}}.words();
    case TaskKind::planned_runs:
      return Phrase{one.is_test
                        ? Text{"The best plan tries it now, before deciding on more{0}.",
                               "Le meilleur plan l'essaie maintenant, avant de décider de la suite{0}."}
                        : Text{"The best plan has it now{0}.", "Le meilleur plan le prévoit maintenant{0}."},
                    {purpose(one)}}
          .words();
    case TaskKind::write_result:
      return Phrase{
          {"Until they are written, what these runs brought passes for growth that comes by itself.",
           "Tant qu'ils manquent, ce que ces passages ont apporté passe pour une croissance spontanée."}}
          .words();
    case TaskKind::measure: break;
    }
    if (!one.observed)
      return Phrase{one.serves_north_star
                        ? Text{"It is the North Star, and nothing was observed of it yet.",
                               "C'est l'étoile polaire, et rien n'en a encore été relevé."}
                        : Text{"Nothing was observed of it yet: nobody knows where it stands.",
                               "Rien n'en a encore été relevé : personne ne sait où on en est."}}
          .words();
    if (!one.every_days)
      return Phrase{{"Last observed on {0}.", "Dernier relevé le {0}."}, {*one.observed}}.words();
    return Phrase{
        {"Last observed on {0}, and to be measured every {1} {1#day|days}{2}.",
         "Dernier relevé le {0}, pour une mesure tous les {1} jours{2}."},
        {*one.observed, *one.every_days,
         one.serves_north_star ? Text{": it is the North Star", " : c'est l'étoile polaire"} : Text{"", ""}}}
        .words();
  }

  static Words scheduled(const WeekTask& one) {
    if (one.late == 0)
      return {"It is scheduled for now", "C'est au calendrier"};
    const Month month = month_of(one.late_since.value_or(one.until));
    const Phrase slipped{
        {"It slipped: it was scheduled for {0}", "Cela a glissé : c'était prévu au calendrier ({0})"},
        {month}};
    if (one.also == 0 || !one.also_until)
      return slipped.words();
    return Phrase{{"{0}, and {1} more {1#is|are} scheduled by {2}",
                   "{0}, et {1} de plus {1#y est|y sont} d'ici au {2}"},
                  {slipped.words(), one.also, *one.also_until}}
        .words();
  }

  static Words quoted_goal(const WeekGoal& goal) {
    if (goal.of)
      return week_goal_words(goal);
    return quoted(name_of(goal));
  }

  /// What it is for, to stand after what says why now.
  static Words purpose(const WeekTask& one) {
    if (!one.goal)
      return {};
    const bool told = one.status && *one.status != GoalStatus::unmeasured;
    const Words goal =
        told ? Phrase{{"{0} ({1})", "{0} ({1})"}, {quoted_goal(*one.goal), shown_name(*one.status)}}.words()
             : quoted_goal(*one.goal);
    if (one.goal->north_star)
      return Phrase{{"; it serves the North Star, {0}", " ; cela sert l'étoile polaire, {0}"}, {goal}}
          .words();
    return Phrase{one.serves_north_star ? Text{"; it serves {0}, and the North Star through it",
                                               " ; cela sert {0} et, par là, l'étoile polaire"}
                                        : Text{"; it serves {0}", " ; cela sert {0}"},
                  {goal}}
        .words();
  }
};
} // namespace

Argument week_owner(const WeekTask& task) {
  if (task.owner.empty())
    return Text{"nobody is named", "personne n'est nommé"};
  return task.owner;
}

Words week_task_words(const WeekTask& one) {
  switch (one.kind) {
  case TaskKind::scheduled_runs:
  case TaskKind::planned_runs:
    return Phrase{one.is_test ? Text{"Test {0}: {1}", "Tester {0} : {1}"}
                              : Text{"Do {0}: {1}", "Faire {0} : {1}"},
                  {named_run(one), Phrase{runs_pattern, {one.runs}}.words()}}
        .words();
  case TaskKind::write_result:
    return Phrase{
        {"Write the results of {0}: {1} {2#done|done}", "Écrire les résultats de {0} : {1} {2#fait|faits}"},
        {named_run(one), Phrase{runs_pattern, {one.runs}}.words(), one.runs}}
        .words();
  case TaskKind::measure: break;
  }
  if (one.name.empty())
    return Phrase{one.segment.empty()
                      ? Text{"Count those who are covered", "Compter ceux qui sont couverts"}
                      : Text{"Count those who are covered in {0}", "Compter ceux qui sont couverts : {0}"},
                  {one.segment}}
        .words();
  return Phrase{one.method.empty() ? Text{"Measure {0}", "Mesurer {0}"}
                                   : Text{"Measure {0}: {1}", "Mesurer {0} : {1}"},
                {named_run(one), one.method}}
      .words();
}

Section week_tasks_section(const Week& week) { return TasksView(week).section(); }

} // namespace deploy_plan::report
