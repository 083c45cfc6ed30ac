// The tiers of a market and of its segments.
#include "catch.hpp"
#include "model/tiers.hpp"

using namespace deploy_plan;

TEST_CASE("tiers that are given are walked, outermost first, the whole before its segments") {
  Market market;
  market.penetrated = Tier{};
  market.addressable = Tier{};
  market.segments.emplace_back().id = "rural";
  market.segments[0].target = Tier{};
  std::string walked;
  model::each_tier_of_all(market, [&](const Tier&, Text key, const Segment* segment) {
    walked += std::string(key.en) + (segment == nullptr ? "" : "@" + segment->id) + " ";
  });
  CHECK(walked == "addressable penetrated target@rural ");
  std::string french;
  model::each_tier(market, [&](Tier& tier, Text key) {
    tier.size = 1;
    french += key.fr;
  });
  CHECK(french == "adressablepénétré");
  CHECK(market.penetrated->size == 1);
}
