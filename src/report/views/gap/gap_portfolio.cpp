#include "report/document/cells.hpp"
#include "report/views/gap/gap_view.hpp"
#include "report/views/outlook/outlook_words.hpp"
#include <algorithm>
#include <numeric>

namespace deploy_plan::report {
namespace {

const ObjectiveGap* north_star_of(const Gap& gap) {
  const auto found = std::find_if(gap.objectives.begin(), gap.objectives.end(),
                                  [](const ObjectiveGap& one) { return one.north_star; });
  return found == gap.objectives.end() ? nullptr : &*found;
}

// Columns of the North Star.
constexpr std::size_t status = 6, committed = 7, planned = 8;

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

void PortfolioTable::add(const Gap& gap) {
  sum_.add(gap);
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
                        figure_cell(count_goals(gap).late)};
  if (const ObjectiveGap* const star = north_star_of(gap); star != nullptr) {
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
               {"late or at risk", "en retard ou à risque"}},
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
                          unknown()});
  if (!has_plans_)
    leave_out(planned, table);
  if (!has_outlooks_)
    leave_out(committed, table);
  std::vector<Block> blocks{std::move(table)};
  if (left_out > 0)
    blocks.emplace_back(Paragraph{{{"{0} more {0#strategy stands|strategies stand} better.",
                                    "{0} {0#autre stratégie se porte|autres stratégies se portent} mieux."},
                                   {left_out}}});
  return {"portfolio", words(Text{"Portfolio", "Portefeuille"}), false, std::move(blocks)};
}

} // namespace deploy_plan::report
