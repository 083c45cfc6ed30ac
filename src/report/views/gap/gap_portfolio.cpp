#include "report/views/gap/gap_portfolio.hpp"
#include "report/document/cells.hpp"
#include "report/views/gap/gap_goals.hpp"
#include "report/views/outlook/outlook_words.hpp"
#include "text/lists.hpp"
#include <algorithm>
#include <numeric>

namespace deploy_plan::report {
namespace {

Cell outlook_cell(const std::optional<Outlook>& outlook) {
  return outlook ? text_cell({{"{0}", "{0}"}, {outlook_words(*outlook)}}, outlook_tone(*outlook))
                 : Cell{std::nullopt};
}

/// The goals that are late or at risk: the most pressing by its name, as its own page does; the others
/// counted.
Cell why_cell(const Gap& gap) {
  const std::vector<Way> all = ways(gap, {});
  const auto first =
      std::find_if(all.begin(), all.end(), [](const Way& way) { return is_late(way.progress->status); });
  if (first == all.end())
    return {std::nullopt};
  Words names =
      Phrase{{"{0} ({1})", "{0} ({1})"}, {first->name.words(), shown_name(first->progress->status)}}.words();
  if (const std::int64_t others = count_goals(gap).late - 1; others > 0)
    text::add_to_list(
        names, Phrase{{"{0} {0#more goal|more goals}", "{0} {0#autre objectif|autres objectifs}"}, {others}}
                   .words());
  return text_cell({{"{0}", "{0}"}, {names}});
}

StandingRank standing_rank(const ObjectiveGap* star) {
  const GoalStatus standing = star == nullptr ? GoalStatus::unmeasured : star->progress.status;
  const auto probability =
      star != nullptr && star->outlook ? star->outlook->as_committed.probability : std::nullopt;
  return {static_cast<std::int64_t>(model::choice_of(standing).order), probability.value_or(1)};
}

void tell_star(PortfolioRow& row, const ObjectiveGap& star) {
  row.star = text_cell(words(status_words(star.progress)), status_tone(star.progress));
  constexpr std::size_t most_seen = 24; // what so small a drawing can hold
  const std::size_t first = star.observed.size() - std::min(most_seen, star.observed.size());
  for (std::size_t i = first; i < star.observed.size(); ++i)
    row.star.series.push_back(star.observed[i].value);
  if (!star.outlook)
    return;
  row.committed = outlook_cell(star.outlook->as_committed);
  if (star.outlook->as_committed.probability)
    row.planned = outlook_cell(star.outlook->with_plan);
}

Cell amount_cell(const std::optional<Money>& amount) {
  return amount ? money_cell(amount->amount, amount->currency) : unknown();
}
/// What is left of a budget, or lacks.
Cell left_cell(const std::optional<Money>& amount) {
  Cell cell = amount_cell(amount);
  cell.tone = amount && amount->amount < 0 ? Tone::bad : Tone::plain;
  return cell;
}

struct PortfolioColumn {
  Text title;
  Cell PortfolioRow::*cell;
  bool is_shown = true;
};
} // namespace

void MoneySum::add(const std::optional<Money>& amount) {
  if (!amount)
    return;
  are_alike_ = are_alike_ && (!sum_ || sum_->currency == amount->currency);
  sum_ = Money{(sum_ ? sum_->amount : 0) + amount->amount, amount->currency};
}

void PortfolioTable::add(const Gap& gap, const ToldAround& around, const std::string& page) {
  const ObjectiveGap* const star = north_star_of(gap);
  sum_.add(gap);
  asking_ += around.asks ? 1 : 0;
  ranks_.push_back(standing_rank(star));
  PortfolioRow row;
  row.name = text_cell(words(gap.strategy));
  row.name.page = page;
  row.unit = text_cell(words(gap.unit));
  row.addressable = count_cell(gap.market.sizes.addressable);
  row.target = count_cell(gap.market.sizes.target);
  row.penetrated = count_cell(gap.market.sizes.penetrated);
  row.of_target = share_cell(gap.market.share.target);
  if (star != nullptr)
    tell_star(row, *star);
  row.late_count = figure_cell(count_goals(gap).late);
  row.late_names = why_cell(gap);
  row.spent = amount_cell(around.spent);
  row.left = left_cell(around.left);
  spent_.add(around.spent);
  left_.add(around.left);
  rows_.push_back(std::move(row));
}

std::vector<std::size_t> PortfolioTable::worst_first(std::size_t most) const {
  std::vector<std::size_t> places(ranks_.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t a, std::size_t b) { return ranks_[a] < ranks_[b]; });
  if (most > 0)
    places.resize(std::min(places.size(), most));
  return places;
}

/// How all of them stand, and what is asked.
Phrase PortfolioTable::standing() const {
  const CountedBy<GoalStatus> stars = sum_.totals().north_stars;
  const std::int64_t late = stars.of(GoalStatus::overdue) + stars.of(GoalStatus::behind);
  const std::int64_t at_risk = stars.of(GoalStatus::at_risk);
  const std::int64_t well = stars.of(GoalStatus::on_track) + stars.of(GoalStatus::reached);
  Words all;
  const auto add = [&](std::int64_t some, Text words) {
    if (some > 0)
      text::add_to_list(all, Phrase{words, {some}}.words());
  };
  add(late, {"{0} late", "{0} en retard"});
  add(at_risk, {"{0} at risk", "{0} à risque"});
  add(well, {"{0} on track or there", "{0} en bonne voie ou au but"});
  add(strategies() - late - at_risk - well, {"{0} not measured", "{0} sans mesure"});
  return asking_ > 0 ? Phrase{{"Of {0} {0#strategy|strategies}, by their North Star: {1}; {2} {2#asks|ask} "
                               "for a choice.",
                               "Sur {0} {0#stratégie|stratégies}, d'après leur étoile polaire : {1} ; {2} "
                               "{2#demande|demandent} un choix."},
                              {strategies(), all, asking_}}
                     : Phrase{{"Of {0} {0#strategy|strategies}, by their North Star: {1}.",
                               "Sur {0} {0#stratégie|stratégies}, d'après leur étoile polaire : {1}."},
                              {strategies(), all}};
}

PortfolioRow PortfolioTable::total_row(const MarketTotal& total) const {
  PortfolioRow row;
  row.name = text_cell(words(Text{"total", "total"}));
  row.unit = text_cell(words(total.unit));
  row.addressable = unknown();
  row.target = count_cell(total.target);
  row.penetrated = count_cell(total.penetrated);
  row.of_target = share_cell(total.share);
  row.late_count = unknown();
  row.spent = amount_cell(spent_.sum());
  row.left = left_cell(left_.sum());
  return row;
}

Table PortfolioTable::table(const GapViewOptions& options) const {
  const auto is_told = [&](Cell PortfolioRow::*cell) {
    return std::any_of(rows_.begin(), rows_.end(),
                       [&](const PortfolioRow& row) { return (row.*cell).value.has_value(); });
  };
  const bool is_alone = !options.each_strategy; // else a strategy's own page has its sizes
  const PortfolioColumn columns[] = {
      {{"strategy", "stratégie"}, &PortfolioRow::name},
      {{"unit", "unité"}, &PortfolioRow::unit, is_alone},
      {{"addressable", "adressable"}, &PortfolioRow::addressable, is_alone},
      {{"target", "cible"}, &PortfolioRow::target, is_alone},
      {{"penetrated", "pénétré"}, &PortfolioRow::penetrated, is_alone},
      {{"of the target", "de la cible"}, &PortfolioRow::of_target},
      {{"North Star", "étoile polaire"}, &PortfolioRow::star},
      {{"as committed", "engagements tenus"}, &PortfolioRow::committed, is_told(&PortfolioRow::committed)},
      {{"with the plan", "avec le plan"}, &PortfolioRow::planned, is_told(&PortfolioRow::planned)},
      {{"late or at risk", "en retard ou à risque"}, &PortfolioRow::late_count, is_alone},
      {{"late or at risk", "en retard ou à risque"}, &PortfolioRow::late_names, !is_alone},
      {{"spent", "dépensé"}, &PortfolioRow::spent, is_told(&PortfolioRow::spent)},
      {{"left", "reste"}, &PortfolioRow::left, is_told(&PortfolioRow::left)}};
  Table table{words(Text{"One row a strategy", "Une ligne par stratégie"}), {}, {}};
  for (const PortfolioColumn& column : columns)
    if (column.is_shown)
      table.columns.push_back(words(column.title));
  const auto add = [&](const PortfolioRow& row) {
    std::vector<Cell>& cells = table.rows.emplace_back();
    for (const PortfolioColumn& column : columns)
      if (column.is_shown)
        cells.push_back(row.*column.cell);
  };
  if (options.by_urgency)
    for (const std::size_t place : worst_first(options.most_rows))
      add(rows_[place]);
  else
    std::for_each(rows_.begin(), rows_.end(), add);
  if (const auto total = sum_.totals().market)
    add(total_row(*total));
  return table;
}

Section PortfolioTable::section(const GapViewOptions& options) const {
  std::vector<Block> blocks;
  if (options.each_strategy)
    blocks.emplace_back(Paragraph{standing(), Tone::plain, true});
  blocks.emplace_back(table(options));
  const auto most = static_cast<std::int64_t>(options.most_rows);
  if (options.each_strategy && most > 0 && most < strategies())
    blocks.emplace_back(Paragraph{{{"{0} more {0#strategy stands|strategies stand} better.",
                                    "{0} {0#autre stratégie se porte|autres stratégies se portent} mieux."},
                                   {strategies() - most}}});
  return {"portfolio", words(Text{"Portfolio", "Portefeuille"}), false, std::move(blocks)};
}

Document portfolio_index(const PortfolioTable& table, Date as_of, const GapViewOptions& options) {
  return {{{"{0} {0#strategy|strategies}, as of {1}", "{0} {0#stratégie|stratégies}, au {1}"},
           {table.strategies(), as_of}},
          {table.section(options)}};
}

} // namespace deploy_plan::report
