#include "deploy_plan/gap.hpp"
#include <algorithm>
#include <set>

namespace deploy_plan {
namespace {

/// The rows that queries give: their file and metric. A query is written beside the series that reads it.
class RowsOfQueries {
public:
  void add(const std::optional<Query>& query, const std::optional<Series>& observations,
           std::string_view id) {
    if (query && observations && !observations->file.empty())
      rows_.emplace(observations->file, observations->metric.empty() ? id : observations->metric);
  }
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
  std::set<std::pair<std::string_view, std::string_view>> rows_;
};

struct NamedTier {
  std::string_view name;
  std::optional<Tier> Market::*whole;
  std::optional<Tier> Segment::*part;
};
constexpr NamedTier all_tiers[] = {{"addressable", &Market::addressable, &Segment::addressable},
                                   {"addressed", &Market::addressed, &Segment::addressed},
                                   {"target", &Market::target, &Segment::target},
                                   {"penetrated", &Market::penetrated, &Segment::penetrated}};

class FigureCounter {
public:
  explicit FigureCounter(const Strategy& judged) : strategy_(judged) {
    each([&](const NamedTier& name, const Tier& tier) {
      if (tier.measurement)
        rows_.add(tier.measurement->query, tier.observations, name.name);
    });
    for (const Objective& objective : strategy_.objectives)
      if (objective.measurement)
        rows_.add(objective.measurement->query, objective.observations, objective.id);
    for (const Action& action : strategy_.actions)
      if (action.measure)
        rows_.add(action.measure->query, action.measure->observations, action.id);
  }

  FigureCounts count() {
    for (const NamedTier& name : all_tiers)
      add_tier(name);
    for (const Objective& objective : strategy_.objectives)
      add(rows_.give(objective.observations));
    for (const Action& action : strategy_.actions)
      if (action.status != Status::stopped && action.measure && action.measure->target)
        add(rows_.give(action.measure->observations));
    return counts_;
  }

private:
  const Strategy& strategy_;
  RowsOfQueries rows_;
  FigureCounts counts_;

  template <class Take>
  void each(Take take) const {
    for (const NamedTier& name : all_tiers) {
      if (const auto& whole = strategy_.market.*name.whole)
        take(name, *whole);
      for (const Segment& segment : strategy_.market.segments)
        if (const auto& part = segment.*name.part)
          take(name, *part);
    }
  }

  void add(bool comes_by_itself) {
    ++counts_.all;
    counts_.by_query += comes_by_itself ? 1 : 0;
  }

  /// The total, or where it is only the sum of its segments, all of them.
  void add_tier(const NamedTier& name) {
    if (const auto& whole = strategy_.market.*name.whole)
      return add(rows_.give(whole->observations));
    std::size_t given = 0, by_query = 0;
    for (const Segment& segment : strategy_.market.segments)
      if (const auto& part = segment.*name.part) {
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
