// What came since a day, in a line each.
#include "report/document/cells.hpp"
#include "report/views/week/week_view.hpp"

namespace deploy_plan::report {
namespace {

class NewsView {
public:
  explicit NewsView(const Week& told) : week(told) {}

  std::vector<Section> sections() const {
    return {
        {"week-observed", {{"Observed since {0}", "Relevé depuis le {0}"}, {week.since}}, false, observed()},
        {"week-goals", words(Text{"Goals that moved", "Objectifs qui ont bougé"}), false, goals()},
        {"week-results", words(Text{"Results that arrived", "Résultats arrivés"}), false, results()}};
  }

private:
  const Week& week;

  // ---- what was observed

  std::vector<Block> observed() const {
    std::vector<Block> blocks;
    for (const NewObservation& one : week.observed)
      blocks.emplace_back(observation(one));
    if (blocks.empty())
      blocks.emplace_back(Paragraph{words(Text{"Nothing was observed.", "Rien n'a été relevé."})});
    return blocks;
  }

  static Words figure_name(const NewObservation& one) {
    const auto in_segment = [&](Text tier) {
      return one.name.empty() ? Words{std::string(tier.en), std::string(tier.fr)}
                              : Phrase{{"{0} ({1})", "{0} ({1})"}, {tier, one.name}}.words();
    };
    switch (one.figure) {
    case ObservedFigure::penetrated: return in_segment({"market covered", "marché couvert"});
    case ObservedFigure::addressable: return in_segment({"addressable market", "marché adressable"});
    case ObservedFigure::addressed: return in_segment({"addressed market", "marché adressé"});
    case ObservedFigure::target: return in_segment({"target market", "marché cible"});
    case ObservedFigure::objective: break;
    }
    return starred(name_of(one), one.north_star);
  }

  /// What the file tells of a size is its newest count alone.
  static Phrase figures(const NewObservation& one) {
    const Argument to = figure_of(one.to, one.is_rate);
    if (one.from)
      return {{"– {0}: {1} → {2} ({3})", "– {0} : {1} → {2} ({3})"},
              {figure_name(one), figure_of(*one.from, one.is_rate), to, one.to_day}};
    if (one.figure == ObservedFigure::objective)
      return {{"– {0}: {1} ({2}), for the first time", "– {0} : {1} ({2}), pour la première fois"},
              {figure_name(one), to, one.to_day}};
    return {{"– {0}: {1}, counted on {2}", "– {0} : {1}, compté le {2}"}, {figure_name(one), to, one.to_day}};
  }

  static Paragraph observation(const NewObservation& one) {
    const Phrase said = figures(one);
    if (!one.status)
      return {{{"{0}.", "{0}."}, {said.words()}}};
    if (!one.path)
      return {{{"{0}: {1}.", "{0} : {1}."}, {said.words(), shown_name(*one.status)}}, tone_of(*one.status)};
    return {
        {{"{0}; its path asks for {1} today: {2}.", "{0} ; sa trajectoire demande {1} aujourd'hui : {2}."},
         {said.words(), figure_of(*one.path, one.is_rate), shown_name(*one.status)}},
        tone_of(*one.status)};
  }

  // ---- goals

  std::vector<Block> goals() const {
    std::vector<Block> blocks;
    for (const MovedGoal& one : week.goals)
      blocks.emplace_back(moved(one));
    if (blocks.empty())
      blocks.emplace_back(
          Paragraph{words(Text{"None left its path, and none came back to it.",
                               "Aucun n'est sorti de sa trajectoire, aucun n'y est revenu."})});
    return blocks;
  }

  static bool is_outlook(GoalMove move) {
    return move == GoalMove::likelier || move == GoalMove::less_likely;
  }

  static Paragraph moved(const MovedGoal& one) {
    const Words goal = week_goal_words(one.goal);
    const Text move = one.is_late_reached ? Text{"reached after its day", "atteint après l'échéance"}
                                          : shown_name(one.move);
    Phrase said{{"– {0}: {1}", "– {0} : {1}"}, {goal, move}};
    if (!is_outlook(one.move) && one.move != GoalMove::reached && one.move != GoalMove::overdue &&
        one.move != GoalMove::measured)
      said = {{"– {0}: {1} ({2} → {3})", "– {0} : {1} ({2} → {3})"},
              {goal, move, shown_name(one.before), shown_name(one.now)}};
    if (one.is_mixed)
      said = {*one.probability < *one.probability_before
                  ? Text{"{0}, yet less likely: {1}, against {2} then",
                         "{0}, mais moins probable : {1}, contre {2} alors"}
                  : Text{"{0}, yet likelier: {1}, against {2} then",
                         "{0}, mais plus probable : {1}, contre {2} alors"},
              {said.words(), chance_words(*one.probability), chance_words(*one.probability_before)}};
    else if (one.probability && one.probability_before)
      said = {{"{0}; probability {1}, against {2} then", "{0} ; probabilité : {1}, contre {2} alors"},
              {said.words(), chance_words(*one.probability), chance_words(*one.probability_before)}};
    if (one.unobserved_since)
      said = {{"{0}. Time alone moved it: nothing was observed since {1}",
               "{0}. Seul le temps l'a fait bouger : rien n'a été relevé depuis le {1}"},
              {said.words(), *one.unobserved_since}};
    return {{{"{0}.", "{0}."}, {said.words()}},
            one.is_mixed || one.is_late_reached ? Tone::warning : tone_of(one.move)};
  }

  // ---- results

  std::vector<Block> results() const {
    std::vector<Block> blocks;
    for (const ArrivedResult& one : week.results)
      blocks.emplace_back(result(one));
    for (const ChangedVerdict& one : week.verdicts)
      blocks.emplace_back(Paragraph{{{"– The test of {0} now says: {1}. It said: {2}.",
                                      "– Le test de {0} dit à présent : {1}. Il disait : {2}."},
                                     {quoted(one.name), shown_name(one.now), shown_name(one.before)}},
                                    tone_of(one.now)});
    if (blocks.empty())
      blocks.emplace_back(Paragraph{words(Text{"No result arrived.", "Aucun résultat n'est arrivé."})});
    return blocks;
  }

  Paragraph result(const ArrivedResult& one) const {
    const std::string name = one.segment.empty() ? one.name : one.name + " (" + one.segment + ")";
    Phrase said =
        one.runs == 1
            ? Phrase{{"– {0}: a run on {1} brought {2}", "– {0} : un passage, le {1}, a apporté {2}"},
                     {name, one.date, figure_of(one.effect, one.is_rate)}}
            : Phrase{{"– {0}: {1} runs, on {2}, brought {3}, or {4} each",
                      "– {0} : {1} passages, le {2}, ont apporté {3}, soit {4} chacun"},
                     {name, one.runs, one.date, figure_of(one.effect, one.is_rate),
                      figure_of(one.per_run, one.is_rate)}};
    if (one.assumed && one.assumed->low && one.assumed->high)
      said = {{"{0}: {1} ({2} to {3})", "{0} : {1} ({2} à {3})"},
              {said.words(), shown_name(one.against), figure_of(*one.assumed->low, one.is_rate),
               figure_of(*one.assumed->high, one.is_rate)}};
    if (const auto cost = cost_words(one))
      return {{{"{0}. It took {1}.", "{0}. Il a fallu {1}."}, {said.words(), *cost}}, tone_of(one.against)};
    return {{{"{0}.", "{0}."}, {said.words()}}, tone_of(one.against)};
  }

  Words amount(double money) const { return week_money(money, week.currency); }

  /// What was spent, beside what was foreseen where that is another figure.
  std::optional<Words> cost_words(const ArrivedResult& one) const {
    std::optional<Words> money, days;
    if (one.money)
      money = one.foreseen_money && *one.foreseen_money != *one.money
                  ? Phrase{{"{0} ({1} foreseen)", "{0} ({1} prévus)"},
                           {amount(*one.money), amount(*one.foreseen_money)}}
                        .words()
                  : amount(*one.money);
    if (one.days)
      days = one.foreseen_days && *one.foreseen_days != *one.days
                 ? Phrase{{"{0} {0#day|days} ({1} foreseen)", "{0} {0#jour|jours} ({1} prévus)"},
                          {shown(*one.days), shown(*one.foreseen_days)}}
                       .words()
                 : Phrase{{"{0} {0#day|days}", "{0} {0#jour|jours}"}, {shown(*one.days)}}.words();
    if (money && days)
      return Phrase{{"{0} and {1}", "{0} et {1}"}, {*money, *days}}.words();
    return money ? money : days;
  }
};
} // namespace

std::vector<Section> week_news(const Week& week) { return NewsView(week).sections(); }

} // namespace deploy_plan::report
