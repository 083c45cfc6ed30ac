// The four tiers of a market, or of a segment.
#pragma once
#include "deploy_plan/strategy.hpp"

namespace deploy_plan::model {

/// Calls `visit(tier, key)` with those that are given, outermost first; `key` is the tier's in the file.
template <class Tiered, class Visit>
void each_tier(Tiered& tiered, Visit visit) {
  const auto of = [&](auto& tier, Text key) {
    if (tier)
      visit(*tier, key);
  };
  of(tiered.addressable, {"addressable", "adressable"});
  of(tiered.addressed, {"addressed", "adressé"});
  of(tiered.target, {"target", "cible"});
  of(tiered.penetrated, {"penetrated", "pénétré"});
}

/// The same of the market as a whole, then of its segments: `visit(tier, key, segment)`, nullptr for the
/// whole.
template <class Market, class Visit>
void each_tier_of_all(Market& market, Visit visit) {
  each_tier(market, [&](auto& tier, Text key) { visit(tier, key, static_cast<const Segment*>(nullptr)); });
  for (auto& segment : market.segments)
    each_tier(segment,
              [&](auto& tier, Text key) { visit(tier, key, static_cast<const Segment*>(&segment)); });
}

} // namespace deploy_plan::model
