#include "report/views/plan/plan_view.hpp"
#include "report/document/cells.hpp"
#include "report/views/plan/plan_branches.hpp"
#include "report/views/plan/plan_gains.hpp"
#include "report/views/plan/plan_means.hpp"
#include "report/views/plan/plan_time.hpp"
#include "report/views/trial/test_value_view.hpp"
#include "text/counted.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::report {
namespace {

class PlanView {
public:
  explicit PlanView(const Plan& told) : plan(told), names(told) {}

  std::vector<Section> sections() const {
    if (plan.status == PlanStatus::infeasible)
      return {{"plan", words(Text{"No plan", "Aucun plan"}), false, infeasible()}};
    std::vector<Section> all{
        {"plan", words(Text{"The plan", "Le plan"}), false, summary()},
        {"plan-means", words(Text{"Means and limits", "Moyens et limites"}), false, means_of(plan)},
        {"plan-strategies", words(Text{"Strategy by strategy", "Stratégie par stratégie"}), false,
         by_strategy(plan)},
        {"plan-who", words(Text{"Who does what, when", "Qui fait quoi, quand"}), false,
         who_does_what_when(plan)},
        {"plan-timeline", words(Text{"Timeline", "Frise"}), false, timeline_of(plan)},
        {"plan-load", words(Text{"Load by person and month", "Charge par personne et par mois"}), false,
         load_of(plan)},
        {"plan-tests", words(Text{"Actions that begin with a test", "Actions qui commencent par un test"}),
         false, tests_first(plan)},
        {"plan-moved", words(Text{"What moved, and why", "Ce qui a bougé, et pourquoi"}), false,
         what_moved(plan)},
        {"plan-floors", words(Text{"Floors and their price", "Les planchers et leur prix"}), false,
         floors_and_prices(plan)},
        {"plan-runs", words(Text{"What it brings and costs", "Ce qu'il apporte et coûte"}), false, runs()},
        {"plan-uncertainty", words(Text{"How sure it is", "Jusqu'où c'est sûr"}), false, uncertainty()},
        what_to_test(),
        {"plan-left-out", words(Text{"Left out, and why", "Écartées, et pourquoi"}), true, left_out()},
        {"plan-frontier", words(Text{"With more or less", "Avec plus ou moins"}), true, frontier()}};
    std::erase_if(all, [](const Section& section) { return section.blocks.empty(); });
    return all;
  }

private:
  const Plan& plan;
  const PlanWords names;

  /// Limits that are still read.
  static constexpr std::size_t most_conflicts = 40;

  Section what_to_test() const {
    if (!plan.tests)
      return {};
    Section section = test_value_section(*plan.tests);
    const bool calls_runs_tests = std::any_of(plan.actions.begin(), plan.actions.end(), [](const auto& one) {
      return one.runs > 0 && one.test && !one.test->is_under_way;
    });
    if (auto said = first_runs_as_tests(*plan.tests); said && calls_runs_tests)
      section.blocks.insert(section.blocks.begin() + 1, std::move(*said));
    return section;
  }

  bool is_unfinished(Unfinished what) const { return names.is_unfinished(what); }
  bool is_one() const { return !plan.unit.empty(); }

  std::vector<Block> infeasible() const {
    std::vector<Block> blocks = conflict();
    add_dropped(blocks);
    return blocks;
  }
  std::vector<Block> conflict() const {
    if (plan.conflicts.size() == 1)
      return {Paragraph{{{"Whatever else is given up, this cannot be kept: {0}.",
                          "Quoi qu'on abandonne d'autre, ceci ne peut être tenu : {0}."},
                         {plan.conflicts.front().words.words()}},
                        Tone::bad}};
    std::vector<Block> blocks{Paragraph{
        is_unfinished(Unfinished::smallest_conflict)
            ? words(Text{"No plan keeps these limits together; the search for a smallest set of them ended "
                         "early, this one suffices:",
                         "Aucun plan ne tient ces limites ensemble ; la recherche d'un plus petit ensemble "
                         "s'est arrêtée avant de conclure, celui-ci suffit :"})
            : words(
                  Text{"No plan keeps these limits together; without any one of them there would be one:",
                       "Aucun plan ne tient ces limites ensemble ; sans l'une d'elles, il y en aurait un :"}),
        Tone::bad}};
    for (std::size_t i = 0; i < std::min(most_conflicts, plan.conflicts.size()); ++i)
      blocks.emplace_back(Paragraph{{{"– {0}", "– {0}"}, {plan.conflicts[i].words.words()}}});
    if (plan.conflicts.size() > most_conflicts)
      blocks.emplace_back(Paragraph{{{"– and {0} more", "– et {0} de plus"},
                                     {static_cast<std::int64_t>(plan.conflicts.size() - most_conflicts)}}});
    return blocks;
  }

  std::vector<Block> summary() const {
    std::vector<Block> blocks;
    if (!names.is_portfolio()) // else each strategy has its line
      for (const ObjectiveGain& one : plan.objectives)
        if (plan.objectives.size() == 1 || one.gain != 0)
          add_gain(one, blocks);
    if (!is_one() && plan.strategies.size() > 1)
      blocks.emplace_back(
          Paragraph{{{"Objectives in different units are compared by the share of their gap that is closed: "
                      "{0} gaps out of {1}, in all.",
                      "Des objectifs d'unités différentes se comparent par la part de leur écart comblée : "
                      "{0} écarts sur {1}, en tout."},
                     {shown(plan.value), static_cast<std::int64_t>(plan.wanted)}}});
    blocks.emplace_back(Paragraph{proof(), plan.status == PlanStatus::optimal ? Tone::good : Tone::warning});
    for (const auto& [what, name] :
         {std::pair{Unfinished::marginal,
                    Text{"what one more of a budget brings", "ce qu'apporte un de plus"}},
          {Unfinished::frontier,
           {"all that more or less would bring", "tout ce qu'apporterait plus ou moins"}},
          {Unfinished::price, {"the price of a floor", "le prix d'un plancher"}}})
      if (is_unfinished(what))
        blocks.emplace_back(Paragraph{{{"Not worked out, as the search ended early: {0}.",
                                        "Pas calculé, la recherche s'étant arrêtée avant : {0}."},
                                       {name}},
                                      Tone::warning});
    std::vector<Phrase> left_unknown;
    for (const BrokenFunnel& one : plan.broken)
      left_unknown.push_back({{"What {0} gains does not pass to {1}: {2}.",
                               "Ce que gagne l'étape {0} ne passe pas à l'étape {1} : {2}."},
                              {report::name_of(one.from), report::name_of(one.to), broken_by(one.why)}});
    add_some(left_unknown, Tone::warning, blocks);
    left_unknown.clear();
    for (const UncountedMarket& one : plan.uncounted)
      left_unknown.push_back(uncounted(one));
    add_some(left_unknown, Tone::plain, blocks);
    add_dropped(blocks);
    return blocks;
  }

  void add_dropped(std::vector<Block>& blocks) const {
    std::vector<Phrase> all;
    for (const DroppedAction& one : plan.dropped)
      all.push_back({{"The test of {0} says to drop it: no run of it is planned.",
                      "Le test de {0} dit de l'abandonner : aucun passage n'en est planifié."},
                     {names.in_strategy(one.name, one.strategy)}});
    add_some(all, Tone::plain, blocks);
  }

  /// Of a portfolio there may be hundreds that are alike.
  static void add_some(const std::vector<Phrase>& phrases, Tone tone, std::vector<Block>& blocks) {
    constexpr std::size_t most = 8;
    for (std::size_t i = 0; i < std::min(most, phrases.size()); ++i)
      blocks.emplace_back(Paragraph{phrases[i], tone});
    if (phrases.size() > most)
      blocks.emplace_back(Paragraph{{{"And {0} more like these.", "Et {0} de plus comme ceux-ci."},
                                     {static_cast<std::int64_t>(phrases.size() - most)}},
                                    tone});
  }

  Phrase uncounted(const UncountedMarket& one) const {
    const std::string segment = names.segment_name(one.segment);
    const std::string where = plan.strategies.size() == 1 ? segment
                              : segment.empty()           ? plan.strategies[one.strategy]
                                                          : segment + " — " + plan.strategies[one.strategy];
    if (where.empty())
      return {
          {"Nothing says how many are covered already: all {0} addressed are taken for what can be gained.",
           "Rien ne dit combien sont déjà couverts : les {0} adressés comptent tous comme à gagner."},
          {shown(one.addressed)}};
    return {
        {"Nothing says how many are covered already in {0}: all {1} addressed are taken for what can be "
         "gained.",
         "Rien ne dit combien sont déjà couverts dans {0} : les {1} adressés comptent tous comme à gagner."},
        {where, shown(one.addressed)}};
  }

  static Text broken_by(NoConversion why) {
    if (why == NoConversion::from_none)
      return {"the first has nothing to pass on yet", "la première n'a encore rien à transmettre"};
    return {"one of them is not measured", "l'une n'est pas mesurée"};
  }

  Phrase proof() const {
    if (plan.is_kept)
      return words(
          plan.status == PlanStatus::optimal
              ? Text{"The schedule is kept as far as it can be done; this is not the plan that brings "
                     "most.",
                     "Le calendrier est gardé autant qu'il peut l'être ; ce n'est pas le plan qui "
                     "apporte le plus."}
              : Text{"The schedule is kept, perhaps not as far as it could be: the search ended early.",
                     "Le calendrier est gardé, peut-être pas autant qu'il pourrait l'être : la "
                     "recherche s'est arrêtée avant."});
    if (plan.confidence && plan.simulated && !plan.simulated->probability)
      return {{"The cheapest plan found whose actions alone bring enough, with a probability of {0} at "
               "least: what "
               "comes by itself cannot be told yet.",
               "Le plan le moins cher trouvé dont les seules actions suffisent, avec une probabilité d'au "
               "moins {0} "
               ": on ne peut dire encore ce qui vient de soi-même."},
              {Share{*plan.confidence}}};
    if (plan.confidence)
      return {
          is_unfinished(Unfinished::confidence)
              ? Text{"Reaches the targets with a probability of {0} at least; the search for cheaper ones "
                     "ended early.",
                     "Atteint les cibles avec une probabilité d'au moins {0} ; la recherche de moins chers "
                     "s'est arrêtée avant de conclure."}
              : Text{"The cheapest plan found that reaches the targets with a probability of {0} at least.",
                     "Le plan le moins cher trouvé qui atteint les cibles avec une probabilité d'au moins "
                     "{0}."},
          {Share{*plan.confidence}}};
    if (plan.status == PlanStatus::optimal)
      return words(
          plan.goal == PlanGoal::reach
              ? Text{"Proven: no plan reaches the targets for less, by the mean; that is about as likely "
                     "as not.",
                     "Prouvé : aucun plan n'atteint les objectifs pour moins, en moyenne, soit à peu près "
                     "une fois sur deux."}
          : is_unfinished(Unfinished::least_cost)
              ? Text{"Proven: no plan within these means gives more.",
                     "Prouvé : aucun plan dans ces moyens ne donne plus."}
              : Text{"Proven: no plan within these means gives more, nor as much for less.",
                     "Prouvé : aucun plan dans ces moyens ne donne plus, ni autant pour moins."});
    if (!std::isfinite(plan.gap))
      return words(
          Text{"Not proven, as the search ended early: there may be far better plans.",
               "Non prouvé, la recherche s'étant arrêtée avant : il peut y avoir de bien meilleurs plans."});
    return {{"Not proven, as the search ended early: the best plan may be up to {0} better.",
             "Non prouvé, la recherche s'étant arrêtée avant : le meilleur plan peut être meilleur de {0} au "
             "plus."},
            {Share{plan.gap}}};
  }

  std::vector<Block> runs() const {
    Table table{
        words(
            Text{"What all its runs bring to its own objective on average, before what the market can absorb "
                 "limits it; the ranking tells the median of the next run alone",
                 "Ce que tous ses passages apportent en moyenne à son objectif, avant que le marché ne le "
                 "limite ; le classement donne la médiane du seul prochain passage"}),
        {{"action", "action"},
         {"runs", "passages"},
         {"brings", "apporte"},
         {"basis", "base"},
         {"money", "argent"},
         {"days", "jours"},
         {"full cost", "coût complet"},
         {"why not more", "pourquoi pas plus"}},
        {}};
    for (const PlannedAction& one : plan.actions)
      if (one.runs > 0)
        table.rows.push_back({text_cell(words(names.name_of(one))), figure_cell(one.runs),
                              figure_cell_of(one.value, one.is_rate), basis_cell(one),
                              money_cell(one.money, plan.currency), number_cell(one.days),
                              money_cell(one.full_cost, plan.currency), text_cell(names.reason(one))});
    if (table.rows.empty())
      return {
          Paragraph{words(Text{"No run is worth its cost here.", "Aucun passage ne vaut ici son coût."})}};
    std::vector<Block> blocks;
    add_rows(std::move(table), blocks);
    return blocks;
  }

  std::vector<Block> uncertainty() const {
    if (!plan.simulated || plan.simulated->inputs.empty())
      return {};
    const SimulatedPlan& told = *plan.simulated;
    std::vector<Block> blocks{
        Paragraph{{{"The effects are not known exactly: by itself this plan brings {0} or more half of the "
                    "time, and between {1} and {2} 90% of the time{3}.",
                    "Les effets ne sont pas connus exactement : à lui seul, ce plan apporte {0} ou plus une "
                    "fois sur deux, et entre {1} et {2} dans 90 % des cas{3}."},
                   {figure_of(told.median, plan.is_rate), figure_of(told.low, plan.is_rate),
                    figure_of(told.high, plan.is_rate),
                    is_one() ? Text{"", ""} : Text{" (gaps closed)", " (écarts comblés)"}}}}};
    if (told.probability)
      blocks.emplace_back(Paragraph{
          {{"Probability that {0}, with what comes by itself: {1}.",
            "Probabilité que {0}, avec ce qui vient de soi-même : {1}."},
           {plan.wanted == 1 ? Text{"the target is reached", "la cible soit atteinte"}
                             : Text{"every target is reached", "toutes les cibles soient atteintes"},
            chance_words(*told.probability)}},
          tone_of(outlook_class(*told.probability))});
    blocks.emplace_back(
        Paragraph{{{"Simulated {0} times, with the seed {1}.", "Simulé {0} fois, avec la graine {1}."},
                   {static_cast<std::int64_t>(told.draws), std::to_string(told.seed)}}});
    return blocks;
  }

  static Cell basis_cell(const PlannedAction& one) {
    const Phrase basis = evidence_words(one.basis, one.runs_measured);
    return one.too_narrow ? text_cell(likely_too_narrow(basis), Tone::warning) : text_cell(basis);
  }

  std::vector<Block> left_out() const {
    Table table{words(Text{"Actions without a run in this plan", "Actions sans passage dans ce plan"}),
                {{"action", "action"}, {"why", "pourquoi"}},
                {}};
    for (const PlannedAction& one : plan.actions)
      if (one.runs == 0)
        table.rows.push_back({text_cell(words(names.name_of(one))), text_cell(names.reason(one))});
    std::vector<Block> blocks;
    add_rows(std::move(table), blocks);
    return blocks;
  }

  Phrase frontier_seen() const {
    const FrontierPoint& most = plan.frontier.back();
    const auto value = [&](double one) { return figure_of(one, plan.is_rate); };
    const auto cost = [&](double one) { return Money{one, plan.currency}; };
    constexpr double as_much = 0.999;
    if (plan.value >= most.value * as_much)
      return {{"This plan brings {0} for {1}: the most that can be had",
               "Ce plan apporte {0} pour {1} : le plus qu'on puisse avoir"},
              {value(plan.value), cost(plan.full_cost)}};
    return {{"This plan brings {0} for {1}; the most that can be had is {2}, for {3}",
             "Ce plan apporte {0} pour {1} ; le plus qu'on puisse avoir est {2}, pour {3}"},
            {value(plan.value), cost(plan.full_cost), value(most.value), cost(most.full_cost)}};
  }

  std::vector<Block> frontier() const {
    if (plan.frontier.size() < 2)
      return {};
    const Text unit{"share of gaps closed", "part d'écart comblée"};
    Plot plot{frontier_seen(),
              words(Text{"money and days together, whatever the budgets; each point is proven",
                         "argent et jours ensemble, quels que soient les budgets ; chaque point est prouvé"}),
              {words(Text{"full cost", "coût complet"}), AxisKind::money, plan.currency},
              {is_one() ? words(text::axis_word({plan.unit, plan.units})) : words(unit),
               plan.is_rate ? AxisKind::share : AxisKind::number},
              {{words(Text{"the most that can be had", "le plus qu'on puisse avoir"}), Plot::Style::line, {}},
               {words(Text{"this plan", "ce plan"}),
                Plot::Style::goal,
                {{plan.full_cost, plan.value}},
                Role::planned}}};
    Table table{
        words(Text{"The frontier", "La frontière"}),
        {{"full cost", "coût complet"}, {"brings", "apporte"}, {"by unit of cost", "par unité de coût"}},
        {}};
    for (const FrontierPoint& point : plan.frontier) {
      plot.curves.front().points.push_back({point.full_cost, point.value});
      table.rows.push_back({money_cell(point.full_cost, plan.currency),
                            figure_cell_of(point.value, plan.is_rate),
                            figure_cell_of(point.per_cost, plan.is_rate)});
    }
    return {std::move(plot), std::move(table)};
  }
};
} // namespace

std::vector<Section> plan_sections(const Plan& plan) { return PlanView(plan).sections(); }

} // namespace deploy_plan::report

namespace deploy_plan {

Document document_of(const Plan& plan) {
  if (plan.strategies.size() == 1)
    return {{{"{0}, the best plan, as of {1}", "{0}, le meilleur plan, au {1}"},
             {plan.strategies.front(), plan.as_of}},
            report::plan_sections(plan)};
  return {{{"The best plan of {0} strategies on one budget, as of {1}",
            "Le meilleur plan de {0} stratégies sur un budget, au {1}"},
           {static_cast<std::int64_t>(plan.strategies.size()), plan.as_of}},
          report::plan_sections(plan)};
}

} // namespace deploy_plan
