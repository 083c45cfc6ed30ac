// What is new in a ledger: what holds there is compared with what was measured, and rows are added.
#include "measure/ledger/ledger.hpp"
#include "measure/ledger/ledger_text.hpp"
#include "model/segment_sums.hpp"
#include "model/written.hpp"
#include <algorithm>
#include <set>

namespace deploy_plan::measuring {
namespace {

using model::CsvTable;

/// What holds of a metric, by segment and day.
using Holding = std::map<std::pair<std::string, Date>, std::optional<double>>;

class Comparison {
public:
  Comparison(const LedgerText& ledger, Date day) : ledger_(ledger), day_(day) {}

  tl::expected<std::vector<MeasuredFigure>, Phrase> compare(const Entry& entry) {
    auto holding = holding_of(entry);
    if (!holding)
      return tl::unexpected(std::move(holding.error()));
    std::vector<MeasuredFigure> all;
    std::set<std::pair<std::string, Date>> given;
    for (const Figure& figure : entry.figures) {
      if (!all_given_.emplace(metric_in(entry), figure.segment, figure.date).second)
        return tl::unexpected(twice(entry, figure));
      given.emplace(figure.segment, figure.date);
      all.push_back(compared(figure, *holding));
    }
    for (const auto& [key, value] : *holding)
      if (value && entry.from <= key.second && key.second < entry.until && is_about(entry, key.first) &&
          !given.contains(key))
        all.push_back({key.second, key.first, *value, {}, FigureChange::withdrawn});
    std::stable_sort(all.begin(), all.end(), [](const MeasuredFigure& a, const MeasuredFigure& b) {
      return std::tie(a.date, a.segment) < std::tie(b.date, b.segment);
    });
    return all;
  }

private:
  const LedgerText& ledger_;
  const Date day_;
  std::set<std::tuple<std::string, std::string, Date>> all_given_;

  /// A ledger without a column for it is of one metric.
  [[nodiscard]] std::string metric_in(const Entry& entry) const {
    return ledger_.table().has(CsvTable::Column::metric) ? entry.metric : std::string();
  }

  tl::expected<Holding, Phrase> holding_of(const Entry& entry) const {
    Holding holding;
    const auto metric = ledger_.table().metrics.find(metric_in(entry));
    if (metric == ledger_.table().metrics.end())
      return holding;
    for (const auto& [segment, rows] : metric->second)
      for (const model::DatedRow& one : model::known_rows(rows, day_).points) {
        const auto value = ledger_.value(*one.row);
        if (!value)
          return tl::unexpected(ledger_.unread(*one.row));
        if (!holding.emplace(std::pair(segment, one.date()), value).second)
          return tl::unexpected(ledger_.two_of_a_day(*one.row));
      }
    return holding;
  }

  static MeasuredFigure compared(const Figure& figure, const Holding& holding) {
    const auto held = holding.find({figure.segment, figure.date});
    if (held == holding.end())
      return {figure.date, figure.segment, figure.value, {}, FigureChange::added};
    if (held->second == figure.value)
      return {figure.date, figure.segment, figure.value, {}, FigureChange::unchanged};
    return {figure.date, figure.segment, figure.value, held->second, FigureChange::revised};
  }

  /// Whether what was read speaks of a segment, so that it would have given its figure.
  static bool is_about(const Entry& entry, const std::string& segment) {
    return segment == entry.segment ||
           (!segment.empty() && std::any_of(entry.figures.begin(), entry.figures.end(),
                                            [&](const Figure& one) { return one.segment != entry.segment; }));
  }

  [[nodiscard]] Phrase twice(const Entry& entry, const Figure& figure) const {
    return {{"two queries give {0} of {1} for {2}: name a metric for each",
             "deux requêtes donnent {0} du {1} pour {2} : nommez une métrique pour chacune"},
            {entry.metric, figure.date, ledger_.name()}};
  }
};
} // namespace

tl::expected<Changes, Phrase> changed(const std::string& name, std::string_view text,
                                      std::span<const Entry> entries, Date seen, Language begun_in) {
  auto ledger = LedgerText::read(name, text, begun_in);
  if (!ledger)
    return tl::unexpected(std::move(ledger.error()));
  Changes all;
  Comparison comparison(*ledger, seen);
  std::vector<LedgerRow> rows;
  for (const Entry& entry : entries) {
    auto figures = comparison.compare(entry);
    if (!figures)
      return tl::unexpected(std::move(figures.error()));
    for (const MeasuredFigure& one : *figures)
      if (one.change == FigureChange::added || one.change == FigureChange::revised)
        rows.push_back({entry.metric, one.segment, one.date, one.value});
    all.by_entry.push_back(std::move(*figures));
  }
  all.rows = static_cast<std::int64_t>(rows.size());
  auto written = ledger->with(rows, seen);
  if (!written)
    return tl::unexpected(std::move(written.error()));
  all.text = std::move(*written);
  return all;
}

Ledger::Ledger(const std::string& name, std::string_view text) {
  if (auto read = LedgerText::read(name, text, Language::english))
    text_ = std::make_shared<const LedgerText>(std::move(*read));
}

std::optional<Date> Ledger::newest_day(std::string_view metric, std::span<const std::string> segments) const {
  if (!text_)
    return std::nullopt;
  const CsvTable& table = text_->table();
  const auto measured = table.metrics.find(table.has(CsvTable::Column::metric) ? metric : std::string_view());
  if (measured == table.metrics.end())
    return std::nullopt;
  const auto newest_of = [](const CsvTable::Rows& rows) { return rows.back().day; }; // by their days
  std::optional<Date> newest;
  if (segments.empty())
    for (const auto& [segment, rows] : measured->second)
      newest = std::max(newest, newest_of(rows));
  for (const std::string& segment : segments) {
    const auto rows = measured->second.find(segment);
    const auto day = rows == measured->second.end() ? std::nullopt : newest_of(rows->second);
    if (!day)
      return std::nullopt;
    newest = newest ? std::min(newest, day) : day;
  }
  return newest;
}

} // namespace deploy_plan::measuring
