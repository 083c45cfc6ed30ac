// The counts of a strategy that a public page may tell, and which of them it masks.
#pragma once
#include "analysis/publication/masking.hpp"
#include "deploy_plan/market.hpp"
#include "deploy_plan/publication.hpp"
#include <array>
#include <initializer_list>
#include <span>

namespace deploy_plan::publication {

/// A tier, as pages tell it.
struct PublicTier {
  std::string_view id;
  std::optional<Tier> Market::*whole;
  std::optional<Tier> Segment::*part;
  std::optional<double> TierSizes::*size;
  ImpactAxis axis;
  Text name, definition;
  Text covered_share = {}; ///< what the share of it that is covered is called
};
/// Those who are covered, then what they are a share of.
inline constexpr std::array<PublicTier, 4> public_tiers{{
    {"penetrated",
     &Market::penetrated,
     &Segment::penetrated,
     &TierSizes::penetrated,
     ImpactAxis::used,
     {"covered", "couverts"},
     {"those who are covered now", "ceux qui sont couverts aujourd'hui"}},
    {"target",
     &Market::target,
     &Segment::target,
     &TierSizes::target,
     ImpactAxis::usable,
     {"target", "cible"},
     {"those chosen for the period", "ceux choisis pour la période"},
     {"share of the target covered", "part de la cible couverte"}},
    {"addressed",
     &Market::addressed,
     &Segment::addressed,
     &TierSizes::addressed,
     ImpactAxis::usable,
     {"within reach", "à portée"},
     {"those whom today's means can reach", "ceux que les moyens d'aujourd'hui permettent d'atteindre"},
     {"share covered of those within reach", "part couverte de ceux à portée"}},
    {"addressable",
     &Market::addressable,
     &Segment::addressable,
     &TierSizes::addressable,
     ImpactAxis::usable,
     {"addressable", "adressables"},
     {"all who could ever use the solution", "tous ceux qui pourraient un jour utiliser la solution"},
     {"share covered of all who could be", "part couverte de tous ceux qui pourraient l'être"}},
}};
/// Where nothing is counted.
inline constexpr std::size_t no_count = static_cast<std::size_t>(-1);

/// A figure, as far as it may be told.
struct Told {
  std::optional<double> value = {};
  Disclosure disclosure = Disclosure::unknown;
};

[[nodiscard]] inline std::optional<double> ratio(double above, double below) {
  return below > 0 ? std::optional(above / below) : std::nullopt;
}
[[nodiscard]] inline bool is_rate(const Objective& objective) {
  return objective.metric.scale == Scale::rate;
}

/// Places are the whole (0), then each segment in its order.
class PublicCounts {
public:
  PublicCounts(const Strategy& of, Date day, std::int64_t min_count);

  [[nodiscard]] std::size_t places() const { return 1 + market_.segments.size(); }
  /// Nothing for a segment that there is not; the whole for none.
  [[nodiscard]] std::optional<std::size_t> place_of(std::string_view segment) const;
  /// Of a tier by its place among public_tiers.
  [[nodiscard]] std::size_t tier(std::size_t which, std::size_t place) const { return tiers_[which][place]; }
  /// The days on which it is known how many were covered, the first first, one figure each.
  [[nodiscard]] const std::vector<Observation>& trend_days() const { return trend_days_; }
  [[nodiscard]] std::size_t trend(std::size_t which) const { return trend_[which]; }

  [[nodiscard]] Told told(std::size_t count) const;
  [[nodiscard]] Told told_share(std::size_t count, std::size_t of) const;
  /// What was observed for an objective, unless a count that is masked at its place is found by it: as a
  /// share, as what is left of one, or as what one of `amounts`, that are told, is divided by.
  [[nodiscard]] Told told_objective(std::size_t which, std::span<const double> amounts) const;

private:
  const Strategy& strategy_;
  const Market& market_;
  const Date day_;
  Counts counts_;
  std::vector<bool> masked_;
  std::array<std::vector<std::size_t>, 4> tiers_{};
  std::vector<std::size_t> objectives_; ///< of those that are counts
  std::vector<Observation> trend_days_;
  std::vector<std::size_t> trend_;

  std::size_t add(const std::optional<double>& value);
  bool is_count_of(std::size_t count, double value) const;
  /// That may be told beside a figure of a place and of a day.
  std::vector<std::size_t> counts_at(std::size_t place, Date day) const;
  bool finds_share(double share, std::span<const std::size_t> counts) const;
  bool finds_divisor(double value, std::span<const std::size_t> counts,
                     std::span<const double> amounts) const;
  bool bounds_masked(const Objective& objective) const;
  void add_tiers();
  void add_objectives();
  void add_trend();
  void relate_tiers();
  void relate_objectives();
  void tell_that_nothing_began(std::int64_t min_count);
  void add_sum(std::size_t total, std::vector<std::size_t> parts);
};

} // namespace deploy_plan::publication
