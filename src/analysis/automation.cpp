#include "deploy_plan/gap.hpp"
#include "model/measured_rows.hpp"
#include <algorithm>

namespace deploy_plan {
namespace {

/// The rows that queries give. A query is written beside the series that reads it.
class RowsOfQueries {
public:
  explicit RowsOfQueries(const Strategy& strategy) : rows_(model::names_of_rows(strategy, false)) {}
  /// Rows of any metric where the series names none: its file then holds but one.
  [[nodiscard]] bool give(const std::optional<Series>& observations) const {
    if (!observations || observations->file.empty())
      return false;
    if (!observations->metric.empty())
      return rows_.contains({observations->file, observations->metric});
    const auto found = rows_.lower_bound({observations->file, {}});
    return found != rows_.end() && found->first == observations->file;
  }

private:
  const model::NamesOfRows rows_;
};

struct TierOf {
  std::optional<Tier> Market::*whole;
  std::optional<Tier> Segment::*part;
};
constexpr TierOf all_tiers[] = {{&Market::addressable, &Segment::addressable},
                                {&Market::addressed, &Segment::addressed},
                                {&Market::target, &Segment::target},
                                {&Market::penetrated, &Segment::penetrated}};

class FigureCounter {
public:
  explicit FigureCounter(const Strategy& judged) : strategy_(judged), rows_(judged) {}

  FigureCounts count() {
    for (const TierOf& tier : all_tiers)
      add_tier(tier);
    for (const Objective& objective : strategy_.objectives)
      add(rows_.give(objective.observations));
    for (const Action& action : strategy_.actions)
      if (action.status != Status::stopped && action.measure && action.measure->target)
        add(rows_.give(action.measure->observations));
    return counts_;
  }

private:
  const Strategy& strategy_;
  const RowsOfQueries rows_;
  FigureCounts counts_;

  void add(bool comes_by_itself) {
    ++counts_.all;
    counts_.by_query += comes_by_itself ? 1 : 0;
  }

  /// The total, or where it is only the sum of its segments, all of them.
  void add_tier(const TierOf& tier) {
    if (const auto& whole = strategy_.market.*tier.whole)
      return add(rows_.give(whole->observations));
    std::size_t given = 0, by_query = 0;
    for (const Segment& segment : strategy_.market.segments)
      if (const auto& part = segment.*tier.part) {
        ++given;
        by_query += rows_.give(part->observations) ? 1 : 0;
      }
    if (given > 0)
      add(by_query == given);
  }
};
} // namespace

std::optional<double> FigureCounts::share() const {
  return all == 0 ? std::nullopt : std::optional(static_cast<double>(by_query) / static_cast<double>(all));
}

FigureCounts count_figures(const Strategy& strategy) { return FigureCounter(strategy).count(); }

} // namespace deploy_plan
