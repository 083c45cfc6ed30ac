// A week, put together: in short, what came, what to do, what to decide.
#include "report/views/week/week_view.hpp"
#include "answers/answers.hpp"
#include "deploy_plan/answers.hpp"
#include "report/document/cells.hpp"
#include "report/views/trial/test_value_view.hpp"
#include <algorithm>

namespace deploy_plan {
namespace report {

Words starred(const std::string& name, bool is_north_star) {
  return is_north_star ? Words{"★ " + name, "★ " + name} : Words{name, name};
}

Words week_goal_words(const WeekGoal& goal) {
  if (!goal.of)
    return starred(name_of(goal), goal.north_star);
  return answers::told_apart(answers::share_goal_words(*goal.of, goal.segment), Share{goal.goal}, goal.by);
}

Words week_money(double amount, const std::string& currency) {
  const Cell cell = money_cell(amount, currency);
  return cell.value ? cell.value->words() : Words{"unknown", "inconnu"};
}

Words means_words(const std::optional<double>& money, const std::optional<double>& days,
                  const std::string& currency) {
  const auto some_days = [&] {
    return Phrase{{"{0} {0#day|days}", "{0} {0#jour|jours}"}, {shown(days.value_or(0))}}.words();
  };
  if (money && days)
    return Phrase{{"{0} and {1}", "{0} et {1}"}, {week_money(*money, currency), some_days()}}.words();
  return money ? week_money(*money, currency) : some_days();
}

namespace {

bool is_without_change(const Week& week) {
  return week.observed.empty() && week.goals.empty() && week.results.empty() && week.verdicts.empty() &&
         week.counts.new_decisions == 0;
}

Words mixed_words(const Week& week) {
  return week.counts.mixed == 0
             ? Words{}
             : Phrase{{", {0} mixed", ", {0} {0#mitigé|mitigés}"}, {week.counts.mixed}}.words();
}

Paragraph change_line(const Week& week) {
  const WeekCounts& counts = week.counts;
  if (!is_without_change(week))
    return {
        {{"{0} {0#figure|figures} observed, {1} {1#result|results}; {2} {2#goal|goals} better than before, "
          "{3} worse{5}; {4} to decide.",
          "{0} {0#chiffre relevé|chiffres relevés}, {1} {1#résultat|résultats} ; {2} "
          "{2#objectif|objectifs} en meilleure voie qu'avant, {3} en moins bonne{5} ; {4} "
          "{4#décision|décisions} à prendre."},
         {counts.observed, counts.results, counts.rejoined, counts.left, counts.decisions,
          mixed_words(week)}},
        counts.left > 0 || counts.below > 0 ? Tone::warning : Tone::plain};
  if (counts.late == 0 && counts.late_runs == 0 && counts.decisions == 0)
    return {{{"Nothing has changed since {0}, and no goal is late: a good week.",
              "Rien n'a changé depuis le {0}, et aucun objectif n'est en retard : une bonne semaine."},
             {week.since}},
            Tone::good};
  if (counts.late == 0)
    return {{{"Nothing has changed since {0}.", "Rien n'a changé depuis le {0}."}, {week.since}}};
  return {
      {{"Nothing has changed since {0}: {1} {1#goal is|goals are} late or at risk, as before.",
        "Rien n'a changé depuis le {0} : {1} {1#objectif est|objectifs sont} en retard ou à risque, comme "
        "avant."},
       {week.since, counts.late}}};
}

Section in_short(const Week& week) {
  Section section{"week", words(Text{"In short", "En bref"}), false, {}};
  if (week.is_over)
    section.blocks.emplace_back(Paragraph{
        {{"The period ended on {0}: nothing is left to do in it. What there is to decide is what follows.",
          "La période s'est achevée le {0} : il n'y reste rien à faire. Ce qui est à décider, c'est la "
          "suite."},
         {week.period_end}},
        Tone::warning});
  if (!week.is_observed) {
    section.blocks.emplace_back(Paragraph{
        words(Text{"Nothing was ever observed, and no result is written: nothing tells how it goes.",
                   "Rien n'a jamais été relevé, et aucun résultat n'est écrit : rien ne dit comment cela "
                   "avance."}),
        Tone::warning});
    return section;
  }
  if (week.is_all_new)
    section.blocks.emplace_back(
        Paragraph{{{"Nothing was known on {0} yet: all that follows is new.",
                    "Rien n'était encore connu le {0} : tout ce qui suit est nouveau."},
                   {week.since}}});
  section.blocks.emplace_back(change_line(week));
  return section;
}

Section week_test(const Week& week) {
  Section section{
      "week-test", words(Text{"What to test first", "Quel test d'abord"}), false, {first_test(*week.tests)}};
  const bool is_one_to_do =
      std::any_of(week.tasks.begin(), week.tasks.end(), [](const WeekTask& one) { return one.is_test; });
  if (auto said = first_runs_as_tests(*week.tests); said && is_one_to_do)
    section.blocks.emplace_back(std::move(*said));
  return section;
}
} // namespace

} // namespace report

Document document_of(const Week& week) {
  Document document{{{"{0}, the week of {1}", "{0}, la semaine du {1}"}, {week.strategy, week.as_of}},
                    {report::in_short(week)}};
  for (Section& section : report::week_news(week))
    document.sections.push_back(std::move(section));
  document.sections.push_back(report::week_tasks_section(week));
  if (week.tests)
    document.sections.push_back(report::week_test(week));
  document.sections.push_back(report::week_decisions_section(week));
  return document;
}

} // namespace deploy_plan
