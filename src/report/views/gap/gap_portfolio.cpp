#include "report/document/cells.hpp"
#include "report/views/gap/gap_view.hpp"
#include "report/views/outlook/outlook_words.hpp"
#include "text/lists.hpp"
#include <algorithm>
#include <numeric>

namespace deploy_plan::report {
namespace {

// Columns of the North Star.
constexpr std::size_t status = 6, committed = 7, planned = 8;
constexpr std::size_t unit = 1, penetrated = 4, late_count = 9, why = 10, spent = 11, left = 12;

void leave_out(std::size_t column, Table& table) {
  const auto at = static_cast<std::ptrdiff_t>(column);
  table.columns.erase(table.columns.begin() + at);
  for (auto& row : table.rows)
    row.erase(row.begin() + at);
}

Cell outlook_cell(const std::optional<Outlook>& outlook) {
  return outlook ? text_cell({{"{0}", "{0}"}, {outlook_words(*outlook)}}, outlook_tone(*outlook))
                 : Cell{std::nullopt};
}

/// The objectives that are late or at risk: the first by its name, the others counted.
Cell why_cell(const Gap& gap) {
  constexpr std::int64_t most_named = 1;
  Words names;
  std::int64_t late = 0;
  for (const ObjectiveGap& one : gap.objectives)
    if (is_late(one.progress.status) && ++late <= most_named)
      text::add_to_list(
          names,
          Phrase{{"{0} ({1})", "{0} ({1})"}, {one.name, Text(shown_name(one.progress.status))}}.words());
  const std::int64_t others = count_goals(gap).late - std::min(late, most_named);
  if (others > 0)
    text::add_to_list(
        names, Phrase{{"{0} {0#more goal|more goals}", "{0} {0#autre objectif|autres objectifs}"}, {others}}
                   .words());
  return names.en.empty() ? Cell{std::nullopt} : text_cell({{"{0}", "{0}"}, {names}});
}
} // namespace

StandingRank standing_rank(const Gap& gap) {
  const ObjectiveGap* const star = north_star_of(gap);
  const GoalStatus standing = star == nullptr ? GoalStatus::unmeasured : star->progress.status;
  const auto probability =
      star != nullptr && star->outlook ? star->outlook->as_committed.probability : std::nullopt;
  return {static_cast<std::int64_t>(model::choice_of(standing).order), probability.value_or(1)};
}

std::vector<std::size_t> worst_first(const std::vector<StandingRank>& ranks, std::size_t most) {
  std::vector<std::size_t> places(ranks.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
  if (most > 0)
    places.resize(std::min(places.size(), most));
  return places;
}

void PortfolioTable::count(const ObjectiveGap* star) {
  switch (star == nullptr ? GoalStatus::unmeasured : star->progress.status) {
  case GoalStatus::overdue:
  case GoalStatus::behind: ++late_; break;
  case GoalStatus::at_risk: ++at_risk_; break;
  case GoalStatus::on_track:
  case GoalStatus::reached: ++well_; break;
  case GoalStatus::unmeasured: ++unknown_; break;
  }
}

/// How all of them stand, and what is asked.
Phrase PortfolioTable::standing() const {
  Words all;
  const auto add = [&](std::int64_t strategies, Text words) {
    if (strategies > 0)
      text::add_to_list(all, Phrase{words, {strategies}}.words());
  };
  add(late_, {"{0} late", "{0} en retard"});
  add(at_risk_, {"{0} at risk", "{0} à risque"});
  add(well_, {"{0} on track or there", "{0} en bonne voie ou au but"});
  add(unknown_, {"{0} not measured", "{0} sans mesure"});
  const auto strategies = static_cast<std::int64_t>(rows_.size());
  return asking_ > 0 ? Phrase{{"Of {0} {0#strategy|strategies}, by their North Star: {1}; {2} {2#asks|ask} "
                               "for a choice.",
                               "Sur {0} {0#stratégie|stratégies}, d'après leur étoile polaire : {1} ; {2} "
                               "{2#demande|demandent} un choix."},
                              {strategies, all, asking_}}
                     : Phrase{{"Of {0} {0#strategy|strategies}, by their North Star: {1}.",
                               "Sur {0} {0#stratégie|stratégies}, d'après leur étoile polaire : {1}."},
                              {strategies, all}};
}

void PortfolioTable::add(const Gap& gap, const ToldAround& around, const std::string& page) {
  sum_.add(gap);
  asking_ += around.asks ? 1 : 0;
  ranks_.push_back(standing_rank(gap));
  std::vector<Cell> row{text_cell(words(gap.strategy)),
                        text_cell(words(gap.unit)),
                        count_cell(gap.market.sizes.addressable),
                        count_cell(gap.market.sizes.target),
                        count_cell(gap.market.sizes.penetrated),
                        share_cell(gap.market.share.target),
                        Cell{std::nullopt},
                        Cell{std::nullopt},
                        Cell{std::nullopt},
                        figure_cell(count_goals(gap).late),
                        why_cell(gap),
                        around.spent.value_or(Cell{std::nullopt, true}),
                        around.left.value_or(Cell{std::nullopt, true})};
  row.front().page = page;
  has_means_ |= around.spent.has_value();
  const ObjectiveGap* const star = north_star_of(gap);
  count(star);
  if (star != nullptr) {
    row[status] = text_cell(words(shown_name(star->progress.status)), tone_of(star->progress.status));
    constexpr std::size_t most_seen = 24; // what so small a drawing can hold
    const std::size_t first = star->observed.size() - std::min(most_seen, star->observed.size());
    for (std::size_t i = first; i < star->observed.size(); ++i)
      row[status].series.push_back(star->observed[i].value);
    if (star->outlook) {
      row[committed] = outlook_cell(star->outlook->as_committed);
      if (star->outlook->as_committed.probability)
        row[planned] = outlook_cell(star->outlook->with_plan);
    }
  }
  has_outlooks_ |= row[committed].value.has_value();
  has_plans_ |= row[planned].value.has_value();
  rows_.push_back(std::move(row));
}

Section PortfolioTable::section(const GapViewOptions& options) const {
  Table table{words(Text{"One row a strategy", "Une ligne par stratégie"}),
              {{"strategy", "stratégie"},
               {"unit", "unité"},
               {"addressable", "adressable"},
               {"target", "cible"},
               {"penetrated", "pénétré"},
               {"of the target", "de la cible"},
               {"North Star", "étoile polaire"},
               {"as committed", "engagements tenus"},
               {"with the plan", "avec le plan"},
               {"late or at risk", "en retard ou à risque"},
               {"late or at risk", "en retard ou à risque"},
               {"spent", "dépensé"},
               {"left", "reste"}},
              {}};
  if (options.each_strategy)
    for (const std::size_t place : worst_first(ranks_, options.most_rows))
      table.rows.push_back(rows_[place]);
  else
    table.rows = rows_;
  const auto left_out = static_cast<std::int64_t>(rows_.size() - table.rows.size());
  if (const auto total = sum_.totals().market)
    table.rows.push_back({text_cell(words(Text{"total", "total"})),
                          text_cell(words(total->unit)),
                          unknown(),
                          count_cell(total->target),
                          count_cell(total->penetrated),
                          share_cell(total->share),
                          {std::nullopt},
                          {std::nullopt},
                          {std::nullopt},
                          unknown(),
                          {std::nullopt},
                          {std::nullopt, true},
                          {std::nullopt, true}});
  for (const std::size_t column : {left, spent})
    if (!has_means_)
      leave_out(column, table);
  leave_out(options.each_strategy ? late_count : why, table);
  if (!has_plans_)
    leave_out(planned, table);
  if (!has_outlooks_)
    leave_out(committed, table);
  if (options.each_strategy)
    for (std::size_t column = penetrated; column >= unit; --column)
      leave_out(column, table); // a strategy's own page has its sizes
  std::vector<Block> blocks;
  if (options.each_strategy)
    blocks.emplace_back(Paragraph{standing(), Tone::plain, true});
  blocks.emplace_back(std::move(table));
  if (left_out > 0)
    blocks.emplace_back(Paragraph{{{"{0} more {0#strategy stands|strategies stand} better.",
                                    "{0} {0#autre stratégie se porte|autres stratégies se portent} mieux."},
                                   {left_out}}});
  return {"portfolio", words(Text{"Portfolio", "Portefeuille"}), false, std::move(blocks)};
}

Document portfolio_index(const PortfolioTable& table, std::int64_t strategies, Date as_of,
                         const GapViewOptions& options) {
  return {{{"{0} {0#strategy|strategies}, as of {1}", "{0} {0#stratégie|stratégies}, au {1}"},
           {strategies, as_of}},
          {table.section(options)}};
}

} // namespace deploy_plan::report
