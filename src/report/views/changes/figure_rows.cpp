#include "report/views/changes/figure_rows.hpp"
#include "deploy_plan/check.hpp"
#include "report/document/cells.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::report {
namespace {

using answers::Kind;
using answers::Row;
using answers::Value;

constexpr std::size_t rows_on_a_screen = 25;

/// In the order of the booklet's steps, then of the analyses.
std::pair<int, const answers::Member*> place_of(const Row& row) {
  const int step = answers::step_of(row);
  constexpr int after_steps = 5;
  return {step == 0 ? after_steps : step, &answers::analysis_of(row)};
}
Text title_of(const Row& row) {
  const int step = answers::step_of(row);
  return step == 0 ? answers::analysis_of(row).name : step_name(step);
}

std::vector<RowGroup> grouped(std::vector<Row> rows) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return place_of(a) < place_of(b); });
  std::vector<RowGroup> groups;
  for (Row& row : rows) {
    const Text title = title_of(row);
    if (groups.empty() || groups.back().title.en != title.en)
      groups.push_back({title, {}});
    groups.back().rows.push_back(std::move(row));
  }
  return groups;
}

/// Of each group its first rows, as many as fit where each has its turn.
std::size_t shorten(std::vector<RowGroup>& groups) {
  std::vector<std::size_t> kept(groups.size());
  std::size_t all = 0;
  for (bool any = true; any && all < rows_on_a_screen;) {
    any = false;
    for (std::size_t i = 0; i < groups.size() && all < rows_on_a_screen; ++i)
      if (kept[i] < groups[i].rows.size()) {
        ++kept[i];
        ++all;
        any = true;
      }
  }
  std::size_t left_out = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    left_out += groups[i].rows.size() - kept[i];
    groups[i].rows.resize(kept[i]);
  }
  return left_out;
}

Phrase amount_phrase(const Row& row, double amount) {
  const bool more = amount >= 0;
  const double size = std::abs(amount);
  const Text sign = more ? Text{"+{0}", "+{0}"} : Text{"\u2212{0}", "\u2212{0}"};
  switch (axis_of(row)) {
  case AxisKind::share: return {sign, {difference_of(size, true)}};
  case AxisKind::money: return {sign, {Money{shown(size), row.context.currency}}};
  default: return {sign, {shown(size)}};
  }
}

Phrase share_phrase(double share) {
  return {share >= 0 ? Text{"+{0}", "+{0}"} : Text{"\u2212{0}", "\u2212{0}"}, {Share{std::abs(share)}}};
}

Phrase days_phrase(double days) {
  const auto count = static_cast<std::int64_t>(std::abs(days));
  return {days < 0 ? Text{"{0} {0#day|days} sooner", "{0} {0#jour|jours} plus tôt"}
                   : Text{"{0} {0#day|days} later", "{0} {0#jour|jours} plus tard"},
          {count}};
}
} // namespace

AxisKind axis_of(const Row& row) {
  switch (row.member->kind) {
  case Kind::share:
  case Kind::probability: return AxisKind::share;
  case Kind::money:
  case Kind::money_by_unit: return AxisKind::money;
  case Kind::measure:
  case Kind::per_month: return row.context.is_rate ? AxisKind::share : AxisKind::number;
  case Kind::date: return AxisKind::date;
  default: return AxisKind::number;
  }
}

ToldRows told_rows(std::vector<Row> rows, std::span<const answers::ComparedScenario> scenarios,
                   const ChangesView& view) {
  ToldRows told;
  if (view.asked) {
    told.groups.push_back({{}, std::move(rows)});
    return told;
  }
  if (view.all) {
    told.groups = grouped(std::move(rows));
    return told;
  }
  const std::size_t known = rows.size();
  std::vector<Row> telling = answers::telling(std::move(rows), scenarios);
  told.left_out = known - telling.size();
  std::vector<std::pair<double, Row>> by_extent;
  for (Row& row : telling) {
    const double extent = answers::extent_of(row, scenarios);
    by_extent.emplace_back(extent, std::move(row));
  }
  // Where not all fit, those of which one side is better come before those that depend.
  const auto rank = [](const auto& one) {
    return std::pair(one.second.member->better == answers::Better::neither, -one.first);
  };
  std::stable_sort(by_extent.begin(), by_extent.end(),
                   [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  telling.clear();
  for (auto& one : by_extent)
    telling.push_back(std::move(one.second));
  told.groups = grouped(std::move(telling));
  told.left_out += shorten(told.groups);
  for (RowGroup& group : told.groups)
    std::stable_sort(group.rows.begin(), group.rows.end(), [&](const Row& a, const Row& b) {
      return answers::extent_of(a, scenarios) > answers::extent_of(b, scenarios);
    });
  return told;
}

Paragraph left_out_words(std::size_t count) {
  return {{{"{0} further {0#figure differs|figures differ}: --all shows {0#it|them}.",
            "{0} {0#autre chiffre diffère|autres chiffres diffèrent} : --all {0#le|les} montre."},
           {static_cast<std::int64_t>(count)}}};
}

Cell words_cell(const Words& words) { return text_cell({{"{0}", "{0}"}, {words}}); }

Cell value_cell(const Row& row, const Value* value) {
  if (value == nullptr)
    return unknown();
  if (const auto* const date = std::get_if<Date>(value))
    return date_cell(*date);
  if (const auto* const word = std::get_if<const answers::Choice*>(value))
    return text_cell(words((*word)->words()));
  const auto number = answers::number_of(*value);
  if (!number)
    return unknown();
  if (row.member->kind == Kind::probability)
    return figure_cell(compared_chance_words(*number));
  switch (axis_of(row)) {
  case AxisKind::share: return row.member->is_difference ? difference_cell(number, true) : share_cell(number);
  case AxisKind::money: return money_cell(number, row.context.currency);
  default: return number_cell(number);
  }
}

std::optional<Phrase> change_phrase(const Row& row, const Value* from, const Value* to) {
  const answers::Change change = answers::change_of(from, to);
  if (!change.amount || *change.amount == 0 || answers::is_noise(row, from, to))
    return std::nullopt;
  if (std::holds_alternative<Date>(*from))
    return days_phrase(*change.amount);
  const Phrase amount = amount_phrase(row, *change.amount);
  if (!change.share || axis_of(row) == AxisKind::share)
    return amount;
  return Phrase{{"{0}, {1}", "{0}, {1}"}, {amount.words(), share_phrase(*change.share).words()}};
}

std::string csv_cell(const CsvDialect& dialect, const Value* value) {
  if (value == nullptr)
    return {};
  if (const auto* const date = std::get_if<Date>(value))
    return iso(*date);
  if (const auto* const word = std::get_if<const answers::Choice*>(value))
    return CsvDialect::words((*word)->name.en);
  return dialect.number(answers::number_of(*value));
}

} // namespace deploy_plan::report
