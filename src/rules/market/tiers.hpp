// The tiers of a market, as rules speak of them.
#pragma once
#include "deploy_plan/market.hpp"
#include "rules/rule.hpp"

namespace deploy_plan::rules {

using MaybeTier = std::optional<Tier>;

inline constexpr Text addressable{"the addressable market", "le marché adressable"};
inline constexpr Text addressed{"the addressed market", "le marché adressé"};
inline constexpr Text target{"the target market", "le marché cible"};
inline constexpr Text penetrated{"the penetrated market", "le marché pénétré"};

/// A tier, how it is called, and where it is found.
struct NamedTier {
  Text name;
  Text of; ///< behind a share
  MaybeTier Market::*whole;
  MaybeTier Segment::*part;
  std::optional<double> TierSizes::*size;
};
/// In the order of `model::Choice`s of TierName: the widest first.
inline constexpr NamedTier tiers[] = {{addressable,
                                       {"of the addressable market", "du marché adressable"},
                                       &Market::addressable,
                                       &Segment::addressable,
                                       &TierSizes::addressable},
                                      {addressed,
                                       {"of the addressed market", "du marché adressé"},
                                       &Market::addressed,
                                       &Segment::addressed,
                                       &TierSizes::addressed},
                                      {target,
                                       {"of the target market", "du marché cible"},
                                       &Market::target,
                                       &Segment::target,
                                       &TierSizes::target},
                                      {penetrated,
                                       {"of the penetrated market", "du marché pénétré"},
                                       &Market::penetrated,
                                       &Segment::penetrated,
                                       &TierSizes::penetrated}};

/// Where a tier of the market, or of a segment, is written; the whole where the tier is only summed.
template <class Tiered>
source::NodeId place_of_tier(const Look& look, const Tiered& tiered, const MaybeTier Tiered::*tier) {
  return tiered.*tier ? look.at(*(tiered.*tier)) : look.at(tiered.origin);
}
/// The market as a whole, then each of its segments.
template <class Judge>
void each_tiered(const Look& look, Judge judge) {
  judge(look.strategy.market);
  for (const Segment& segment : look.strategy.market.segments)
    judge(segment);
}

} // namespace deploy_plan::rules
