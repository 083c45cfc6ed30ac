#include "report/views/plan/plan_branches.hpp"
#include "report/document/cells.hpp"
#include "report/views/outlook/outlook_words.hpp"
#include "text/lists.hpp"
#include <algorithm>

namespace deploy_plan::report {
namespace {

Cell test_cell(const PlannedAction& one) {
  if (one.test->is_under_way)
    return text_cell(words(Text{"under way", "en cours"}));
  const auto first = std::find_if(one.schedule.begin(), one.schedule.end(),
                                  [](const PlannedRuns& part) { return part.is_test; });
  return first == one.schedule.end()
             ? Cell{std::nullopt}
             : text_cell({{"first run in {0}", "premier passage en {0}"}, {month_of(first->first)}});
}

Cell changes_cell(const Plan& plan, const PlanWords& names, const PlannedTest& test) {
  constexpr std::size_t most = 6;
  if (!test.if_dropped)
    return {std::nullopt};
  if (test.changes.empty())
    return text_cell(words(Text{"nothing else changes", "rien d'autre ne change"}));
  Words all;
  const auto add = [&](const Phrase& phrase) { text::add_to_list(all, phrase.words()); };
  for (std::size_t i = 0; i < std::min(most, test.changes.size()); ++i) {
    const RunsChange& change = test.changes[i];
    add({{"{0}: {1} to {2}", "{0} : {1} à {2}"},
         {names.name_of(plan.actions[change.action]), change.from, change.to}});
  }
  if (test.changes.size() > most)
    add({{"and {0} more", "et {0} de plus"}, {static_cast<std::int64_t>(test.changes.size() - most)}});
  return text_cell({{"{0}", "{0}"}, {all}});
}

/// Of what is given up, or put off, the worst is told apart.
Cell now_cell(const MovedRuns& moved) {
  return moved.to ? text_cell({{"{0}", "{0}"}, {Month{*moved.to}}})
                  : text_cell(words(Text{"given up", "abandonnés"}), Tone::bad);
}

/// What a strategy of a portfolio has of the plan.
struct StrategyShare {
  std::size_t strategy = 0;
  std::int64_t runs = 0;
  double full_cost = 0;
  std::optional<double> closed; ///< share of its gaps, in all
  std::vector<const ObjectiveGain*> wanted;
};

std::vector<StrategyShare> shares_of(const Plan& plan) {
  std::vector<StrategyShare> all(plan.strategies.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].strategy = i;
  for (const PlannedAction& one : plan.actions) {
    all[one.strategy].runs += one.runs;
    all[one.strategy].full_cost += one.full_cost;
  }
  for (const ObjectiveGain& one : plan.objectives) {
    StrategyShare& share = all[one.strategy];
    if (!one.is_wanted)
      continue;
    share.wanted.push_back(&one);
    if (const auto closed = one.closed())
      share.closed = share.closed.value_or(0) + *closed;
  }
  std::stable_sort(all.begin(), all.end(), [](const StrategyShare& a, const StrategyShare& b) {
    return a.closed.value_or(0) > b.closed.value_or(0);
  });
  return all;
}

/// Of several objectives, those that gain.
Cell brings_cell(const StrategyShare& share) {
  constexpr std::size_t most = 3;
  Words all;
  std::size_t told = 0;
  for (const ObjectiveGain* const one : share.wanted) {
    if (one->gain == 0 || told++ == most)
      continue;
    text::add_to_list(
        all, Phrase{{"{0}: {1}", "{0} : {1}"}, {one->name, figure_of(one->gain, one->is_rate)}}.words());
  }
  return told == 0 ? Cell{std::nullopt} : text_cell({{"{0}", "{0}"}, {all}});
}
Cell outlook_cell(const StrategyShare& share) {
  if (share.wanted.size() != 1 || !share.wanted.front()->outlook)
    return {std::nullopt};
  const Outlook& outlook = *share.wanted.front()->outlook;
  return text_cell({{"{0}", "{0}"}, {outlook_words(outlook)}}, outlook_tone(outlook));
}
} // namespace

std::vector<Block> tests_first(const Plan& plan) {
  const PlanWords names(plan);
  Table table{
      words(Text{"What the whole plan brings either way; what comes before the decision is the same",
                 "Ce qu'apporte tout le plan dans les deux cas ; ce qui précède la décision est le même"}),
      {{"test of", "test de"},
       {"what is run", "ce qui passe"},
       {"decided on", "tranché le"},
       {"if adopted", "si adopté"},
       {"if dropped", "si abandonné"},
       {"what changes then", "ce qui change alors"}},
      {}};
  for (const PlannedAction& one : plan.actions)
    if (one.test && (one.runs > 0 || one.test->is_under_way))
      table.rows.push_back({text_cell(words(names.name_of(one))), test_cell(one),
                            date_cell(one.test->decision), figure_cell_of(one.test->if_adopted, plan.is_rate),
                            figure_cell_of(one.test->if_dropped, plan.is_rate),
                            changes_cell(plan, names, *one.test)});
  std::vector<Block> blocks;
  add_rows(std::move(table), blocks);
  if (!blocks.empty() && names.is_unfinished(Unfinished::branches))
    blocks.emplace_back(Paragraph{words(Text{"What some tests change was not worked out.",
                                             "Ce que changent certains tests n'a pas été calculé."}),
                                  Tone::warning});
  return blocks;
}

std::vector<Block> what_moved(const Plan& plan) {
  const PlanWords names(plan);
  const bool has_segments = std::any_of(plan.moved.begin(), plan.moved.end(),
                                        [](const MovedRuns& one) { return !one.segment.empty(); });
  Table table{words(Text{"Runs that the schedules had, and where they are now",
                         "Les passages que prévoyaient les calendriers, et où ils sont désormais"}),
              {{"action", "action"}, {"runs", "passages"}, {"scheduled", "prévus"}, {"now", "désormais"}},
              {}};
  if (has_segments)
    table.columns.push_back({{"segment", "segment"}});
  table.columns.push_back({{"why", "pourquoi"}});
  for (const MovedRuns& one : plan.moved) {
    std::vector<Cell> row{text_cell(words(names.name_of(plan.actions[one.action]))), figure_cell(one.runs),
                          text_cell({{"{0}", "{0}"}, {Month{one.from}}}), now_cell(one)};
    if (has_segments)
      row.push_back(names.segment_cell(one.segment));
    row.push_back(text_cell(words(model::choice_of(one.why).meaning)));
    table.rows.push_back(std::move(row));
  }
  std::vector<Block> blocks;
  add_rows(std::move(table), blocks);
  const bool is_kept = std::any_of(plan.actions.begin(), plan.actions.end(),
                                   [](const PlannedAction& one) { return one.reason == PlanReason::kept; });
  if (blocks.empty() && is_kept)
    blocks.emplace_back(Paragraph{
        words(Text{"All that was scheduled can be done.", "Tout ce qui était prévu peut se faire."}),
        Tone::good});
  return blocks;
}

std::vector<Block> floors_and_prices(const Plan& plan) {
  const PlanWords names(plan);
  const bool reaches = plan.goal == PlanGoal::reach;
  Table table{
      words(reaches ? Text{"The price of a floor is how much dearer the plan is for it",
                           "Le prix d'un plancher est ce que le plan coûte de plus à cause de lui"}
                    : Text{"The price of a floor is how much less the plan brings for it",
                           "Le prix d'un plancher est ce que le plan apporte de moins à cause de lui"}),
      {{"segment", "segment"}, {"at least", "au moins"}, {"in this plan", "dans ce plan"}, {"price", "prix"}},
      {}};
  for (const PlanFloor& one : plan.floors)
    table.rows.push_back(
        {text_cell(words(names.segment_name(one.floor.segment))), share_cell(one.floor.share),
         share_cell(one.reached),
         reaches ? money_cell(one.price, plan.currency) : figure_cell_of(one.price, plan.is_rate)});
  std::vector<Block> blocks;
  add_rows(std::move(table), blocks);
  return blocks;
}

std::vector<Block> by_strategy(const Plan& plan) {
  if (plan.strategies.size() < 2)
    return {};
  Table table{words(Text{"Those whose gaps the plan closes most come first",
                         "D'abord celles dont le plan comble le plus les écarts"}),
              {{"strategy", "stratégie"},
               {"runs", "passages"},
               {"full cost", "coût complet"},
               {"gaps closed", "écarts comblés"},
               {"brings", "apporte"},
               {"with the plan", "avec le plan"}},
              {}};
  for (const StrategyShare& one : shares_of(plan))
    table.rows.push_back({text_cell(words(plan.strategies[one.strategy])), figure_cell(one.runs),
                          money_cell(one.full_cost, plan.currency), share_cell(one.closed), brings_cell(one),
                          outlook_cell(one)});
  std::vector<Block> blocks;
  add_rows(std::move(table), blocks);
  return blocks;
}

} // namespace deploy_plan::report
