// What has to be decided, and what comes of deciding nothing, as far as that can be told.
#include "answers/trial_words.hpp"
#include "report/document/cells.hpp"
#include "report/views/week/week_view.hpp"
#include "text/lists.hpp"
#include <algorithm>

namespace deploy_plan::report {
namespace {

/// A list that is still read.
constexpr std::size_t most_decisions = 10;

class DecisionsView {
public:
  explicit DecisionsView(const Week& told) : week(told) {}

  Section section() const {
    Section section{"week-decisions", words(Text{"To decide", "À décider"}), false, {}};
    const std::size_t shown_ones = std::min(most_decisions, week.decisions.size());
    for (std::size_t i = 0; i < shown_ones; ++i)
      section.blocks.emplace_back(decision(week.decisions[i]));
    if (week.decisions.size() > shown_ones)
      section.blocks.emplace_back(
          Paragraph{{{"– and {0} more", "– et {0} de plus"},
                     {static_cast<std::int64_t>(week.decisions.size() - shown_ones)}}});
    if (section.blocks.empty())
      section.blocks.emplace_back(
          Paragraph{words(Text{"Nothing has to be decided.", "Rien n'est à décider."})});
    return section;
  }

  Words question(const WeekDecision& one) const {
    switch (one.kind) {
    case DecisionKind::adopt:
      return Phrase{{"Adopt {0}? {1}", "Adopter {0} ? {1}"}, {quoted(one.name), said_by_test(one)}}.words();
    case DecisionKind::drop:
      return Phrase{{"Drop {0}? {1}", "Abandonner {0} ? {1}"}, {quoted(one.name), said_by_test(one)}}.words();
    case DecisionKind::unlikely:
      return Phrase{{"{0}: other means, or another goal? It is unlikely{1}.",
                     "{0} : d'autres moyens, ou un autre objectif ? Il est peu probable{1}."},
                    {goal_words(one), chance_of(one)}}
          .words();
    case DecisionKind::overdue:
      // A share goal is named with its day.
      return Phrase{one.goal && one.goal->of
                        ? Text{"{0}: a new day, or another goal? Its day is past.",
                               "{0} : une autre échéance, ou un autre objectif ? Son échéance est passée."}
                        : Text{"{0}: a new day, or another goal? Its day was {1}.",
                               "{0} : une autre échéance, ou un autre objectif ? Son échéance était le {1}."},
                    {goal_words(one), one.by.value_or(week.as_of)}}
          .words();
    case DecisionKind::runs_left:
      return Phrase{{"{0}: go on or give up? It ended on {1}, and {2} promised {2#run is|runs are} left.",
                     "{0} : prolonger ou renoncer ? L'action s'est achevée le {1}, et {2} {2#passage promis "
                     "reste|passages promis restent} à faire."},
                    {quoted(one.name), one.by.value_or(week.as_of), one.runs.value_or(0)}}
          .words();
    case DecisionKind::overload:
      return Phrase{
          {"{0} has {1} {1#day|days} of work scheduled in {2}, and {3} to give: what to move, or to whom?",
           "{0} a {1} {1#jour|jours} de travail au calendrier ({2}), et {3} à donner : que déplacer, ou à "
           "qui le "
           "confier ?"},
          {one.name, shown(one.load.value_or(0)), month_of(one.by.value_or(week.as_of)),
           shown(one.capacity.value_or(0))}}
          .words();
    case DecisionKind::term_ending:
      return Phrase{one.at_most
                        ? Text{"What to do with what is left, {0} at most, of the credits that end on {1}?",
                               "Que faire du reste (au plus {0}) des crédits qui s'éteignent le {1} ?"}
                        : Text{"What to do with the {0} left of the credits that end on {1}?",
                               "Que faire du reste ({0}) des crédits qui s'éteignent le {1} ?"},
                    {means(one), one.by.value_or(week.as_of)}}
          .words();
    case DecisionKind::overspent:
      return Phrase{one.by ? Text{"{0}: other credits, or nothing more by then?",
                                  "{0} : d'autres crédits, ou plus rien d'ici là ?"}
                           : Text{"{0}: other means, or another goal?",
                                  "{0} : d'autres moyens, ou un autre objectif ?"},
                    {overspent_words(one, week.currency)}}
          .words();
    case DecisionKind::no_plan:
      return one.limits.empty()
                 ? Words{"Which limit to lift? No plan holds within those that are set.",
                         "Quelle limite lever ? Aucun plan ne tient dans celles qui sont posées."}
                 : Phrase{{"Which limit to lift? No plan keeps together: {0}.",
                           "Quelle limite lever ? Aucun plan ne tient à la fois : {0}."},
                          {limits_words(one.limits)}}
                       .words();
    case DecisionKind::north_star_ending: break;
    }
    const bool over = one.by && *one.by < week.as_of;
    return Phrase{over ? Text{"Which objective comes first now? It was {0} until {1}.",
                              "Quel objectif passe en premier à présent ? C'était {0} jusqu'au {1}."}
                       : Text{"Which objective comes first after {1}? Until then it is {0}.",
                              "Quel objectif passera en premier après le {1} ? Jusque-là, c'est {0}."},
                  {goal_words(one), one.by.value_or(week.as_of)}}
        .words();
  }

private:
  const Week& week;

  Paragraph decision(const WeekDecision& one) const {
    const Words said = question(one);
    const Text open = one.was_open ? Text{" (still open)", " (toujours ouverte)"} : Text{"", ""};
    const Words owner = one.owner.empty() || one.kind == DecisionKind::overload
                            ? Words{}
                            : Phrase{{" {0} answers for it.", " Responsable : {0}."}, {one.owner}}.words();
    const Words otherwise = if_nothing(one);
    return {
        {{"– {0}{1}{2}{3}", "– {0}{1}{2}{3}"},
         {said, open, owner, otherwise.en.empty() ? Words{} : Words{" " + otherwise.en, " " + otherwise.fr}}},
        is_pressing(one.kind) ? Tone::bad : Tone::warning};
  }

  static bool is_pressing(DecisionKind kind) {
    return kind == DecisionKind::overdue || kind == DecisionKind::overspent || kind == DecisionKind::no_plan;
  }

  static Words said_by_test(const WeekDecision& one) {
    if (!one.reserve)
      return {"Its test says so.", "Son test le dit."};
    return Phrase{{"Its test says so, with a reserve: {0}.", "Son test le dit, avec une réserve : {0}."},
                  {answers::reserve_words(one.reserve, one.kind == DecisionKind::adopt)}}
        .words();
  }
  Words amount(double money) const { return week_money(money, week.currency); }
  static Words goal_words(const WeekDecision& one) {
    return one.goal ? week_goal_words(*one.goal) : Words{one.id, one.id};
  }
  static bool is_rate(const WeekDecision& one) { return one.goal && !one.goal->of && one.goal->is_rate; }

  static Words chance_of(const WeekDecision& one) {
    return one.probability ? Phrase{{", {0}", ", {0}"}, {chance_words(*one.probability)}}.words() : Words{};
  }

  Words means(const WeekDecision& one) const { return means_words(one.money, one.days, week.currency); }

  // ---- what comes of deciding nothing

  Words if_nothing(const WeekDecision& one) const {
    switch (one.kind) {
    case DecisionKind::adopt: return if_not_adopted(one);
    case DecisionKind::drop: return if_not_dropped(one);
    case DecisionKind::unlikely: return if_unlikely(one);
    case DecisionKind::overdue:
      if (!one.expected || !one.needed)
        return {};
      return Phrase{{"Otherwise it stays at {0} of {1}, and is planned for no more.",
                     "Sinon, il reste à {0} sur {1}, et plus rien n'est planifié pour lui."},
                    {figure_of(*one.expected, is_rate(one)), figure_of(*one.needed, is_rate(one))}}
          .words();
    case DecisionKind::runs_left:
      return Phrase{{"Otherwise {0#it is|they are} not done.",
                     "Sinon, {0#il ne sera pas fait|ils ne seront pas faits}."},
                    {one.runs.value_or(0)}}
          .words();
    case DecisionKind::overload:
      return Phrase{{"Otherwise {0} days of it have nobody to give them.",
                     "Sinon, il manquera {0} {0#jour|jours} pour le faire."},
                    {shown(one.load.value_or(0) - one.capacity.value_or(0))}}
          .words();
    case DecisionKind::term_ending:
      return Phrase{
          one.at_most
              ? Text{"Otherwise what no run takes by then is lost; runs whose results are not written may "
                     "have taken some of it.",
                     "Sinon, ce qu'aucun passage ne prend d'ici là est perdu ; des passages sans résultat "
                     "écrit en ont peut-être déjà pris."}
              : Text{"Otherwise what no run takes by then is lost.",
                     "Sinon, ce qu'aucun passage ne prend d'ici là est perdu."}}
          .words();
    case DecisionKind::overspent: return if_not_found(one);
    case DecisionKind::no_plan: return {"Otherwise nothing is planned.", "Sinon, rien n'est planifié."};
    case DecisionKind::north_star_ending: break;
    }
    return Phrase{
        {"Otherwise the plan goes on serving it first.", "Sinon, le plan continue de le servir d'abord."}}
        .words();
  }

  /// Runs that take none of what is spent can still be planned.
  static Words if_not_found(const WeekDecision& one) {
    const Text taken = !one.days    ? Text{"money", "de l'argent"}
                       : !one.money ? Text{"days", "des jours"}
                                    : Text{"money or days", "de l'argent ou des jours"};
    return Phrase{one.by ? Text{"Otherwise no run that takes {0} is planned by then.",
                                "Sinon, d'ici là, aucun passage qui prend {0} n'est planifié."}
                         : Text{"Otherwise no run that takes {0} is planned any more.",
                                "Sinon, plus aucun passage qui prend {0} n'est planifié."},
                  {taken}}
        .words();
  }

  static Words if_not_adopted(const WeekDecision& one) {
    if (!one.effect)
      return Phrase{{"Otherwise it stays a test.", "Sinon, elle reste un test."}}.words();
    return Phrase{
        {"Otherwise it stays a test, and what more runs would bring, {0} each on average, is left.",
         "Sinon, elle reste un test, et l'on se passe de ce qu'apporteraient d'autres passages, {0} chacun "
         "en moyenne."},
        {figure_of(*one.effect, is_rate(one))}}
        .words();
  }

  Words if_not_dropped(const WeekDecision& one) const {
    const bool costs_money = one.money && *one.money > 0;
    const bool costs_days = one.days && *one.days > 0;
    if (!costs_money && !costs_days)
      return {};
    const Words days =
        Phrase{{"{0} {0#day|days}", "{0} {0#jour|jours}"}, {shown(one.days.value_or(0))}}.words();
    const Words cost = !costs_money ? days
                       : !costs_days
                           ? amount(*one.money)
                           : Phrase{{"{0} and {1}", "{0} et {1}"}, {amount(*one.money), days}}.words();
    return Phrase{{"Otherwise each further run takes {0}, for nothing that was seen.",
                   "Sinon, chaque passage de plus prend {0}, pour un gain que rien ne montre."},
                  {cost}}
        .words();
  }

  static Words if_unlikely(const WeekDecision& one) {
    if (!one.expected || !one.needed)
      return {};
    const Words otherwise = Phrase{{"Otherwise expect about {0} rather than {1} on {2}",
                                    "Sinon, comptez sur environ {0} au lieu de {1} le {2}"},
                                   {figure_of(*one.expected, is_rate(one)),
                                    figure_of(*one.needed, is_rate(one)), one.by.value_or(Date{})}}
                                .words();
    if (!one.with_plan)
      return Phrase{{"{0}.", "{0}."}, {otherwise}}.words();
    return Phrase{{"{0}; with the best plan, the chance of it is {1}.",
                   "{0} ; avec le meilleur plan, il a {1} de chances d'être atteint."},
                  {otherwise, chance_words(*one.with_plan)}}
        .words();
  }
};
} // namespace

Words overspent_words(const WeekDecision& decision, const std::string& currency) {
  const Words amount = decision.money && decision.days
                           ? Phrase{{"{0} and {1} {1#day|days}", "{0} et de {1} {1#jour|jours}"},
                                    {week_money(*decision.money, currency), shown(*decision.days)}}
                                 .words()
                           : means_words(decision.money, decision.days, currency);
  if (!decision.by)
    return Phrase{{"The budget is exceeded by {0}", "Le budget est dépassé de {0}"}, {amount}}.words();
  return Phrase{{"The credits that end on {1} are exceeded by {0}",
                 "Les crédits qui s'éteignent le {1} sont dépassés de {0}"},
                {amount, *decision.by}}
      .words();
}

Words limits_words(std::span<const PlanLimit> limits) {
  constexpr std::size_t most_named = 3; // a plan tells them all
  std::vector<Words> all;
  for (const PlanLimit& one : limits)
    all.push_back(one.words.words());
  return text::shortened(all, most_named);
}

Words week_question(const WeekDecision& decision, Date as_of, const std::string& currency) {
  Week week;
  week.as_of = as_of;
  week.currency = currency;
  return DecisionsView(week).question(decision);
}

Section week_decisions_section(const Week& week) { return DecisionsView(week).section(); }

} // namespace deploy_plan::report
