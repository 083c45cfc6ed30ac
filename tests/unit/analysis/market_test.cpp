#include "deploy_plan/market.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Tier sized(std::int64_t size) {
  Tier tier;
  tier.size = size;
  return tier;
}
Segment segment(const std::string& id, std::optional<Tier> target) {
  Segment one;
  one.id = id;
  one.target = std::move(target);
  return one;
}
} // namespace

TEST_CASE("a tier that the market leaves out is the sum of its segments, where every one gives it") {
  Market market;
  market.segments = {segment("rural", sized(30)), segment("urban", sized(12))};
  CHECK(tier_sizes(market, day).target == 42);
  CHECK_FALSE(tier_sizes(market, day).addressed);
  market.segments.push_back(segment("sea", std::nullopt));
  CHECK_FALSE(tier_sizes(market, day).target);
  market.target = sized(50);
  CHECK(tier_sizes(market, day).target == 50);
  CHECK_FALSE(segment_sums(market, day).target);
}

TEST_CASE("a tier is what was observed last, by the day") {
  Tier tier = sized(10);
  tier.observations =
      Series{{{day - std::chrono::days{30}, 20, {}}, {day, 25, {}}, {day + std::chrono::days{1}, 99, {}}},
             "",
             "",
             {}};
  Market market;
  market.penetrated = tier;
  CHECK(tier_sizes(market, day).penetrated == 25);
  CHECK(tier_sizes(market, day - std::chrono::days{1}).penetrated == 20);
  CHECK(tier_sizes(market, day - std::chrono::days{31}).penetrated == 10);
  CHECK(newest_observation(tier.observations, day)->value == 25);
  CHECK(observed_until(tier.observations, day).size() == 2);
}

TEST_CASE("what is observed of any tier stands for its size, with its day; before it, the size does") {
  const Date before = day - std::chrono::days{40};
  Tier tier = sized(10);
  tier.as_of = before;
  tier.observations = Series{{{day - std::chrono::days{3}, 12, {}}}, "", "", {}};
  Market market;
  for (auto* const of : {&market.addressable, &market.addressed, &market.target, &market.penetrated})
    *of = tier;
  market.segments = {segment("rural", tier)};
  const TierSizes now = tier_sizes(market, day), then = tier_sizes(market, before);
  for (const auto of :
       {&TierSizes::addressable, &TierSizes::addressed, &TierSizes::target, &TierSizes::penetrated}) {
    CHECK(now.*of == 12);
    CHECK(then.*of == 10);
  }
  CHECK(segment_sums(market, day).target == 12);
  CHECK(SizesBySegment(market, before).find("rural")->target == 10);
  CHECK(figure_of(market.target, day)->as_of == day - std::chrono::days{3});
  CHECK(figure_of(market.target, day)->observation == &market.target->observations->points.front());
  CHECK(figure_of(market.target, before)->as_of == before);
  CHECK(figure_of(market.target, before)->observation == nullptr);
  market.target->size.reset();
  CHECK_FALSE(figure_of(market.target, before));
  CHECK_FALSE(figure_of(std::nullopt, day));
}

TEST_CASE("segments are found by their ids, and the market by none") {
  Market market;
  market.target = sized(50);
  market.segments = {segment("rural", sized(30))};
  const SizesBySegment sizes(market, day);
  CHECK(sizes.find("rural")->target == 30);
  CHECK(sizes.find("")->target == 50);
  CHECK(sizes.find("urban") == nullptr);
}

TEST_CASE("an objective counts beneficiaries where its metric is a count in their unit") {
  Market market;
  market.unit = "school";
  Objective objective;
  objective.metric.unit = "school";
  CHECK(counts_beneficiaries(objective, market));
  objective.metric.scale = Scale::rate;
  CHECK_FALSE(counts_beneficiaries(objective, market));
  CHECK_FALSE(counts_beneficiaries(Objective(), Market()));
}

TEST_CASE("a metric in the market's unit has its plural, unless it tells its own") {
  Market market;
  market.unit = "school";
  market.units = "schools";
  Metric metric;
  metric.unit = "school";
  CHECK(units_of(metric, market) == "schools");
  metric.units = "schools at work";
  CHECK(units_of(metric, market) == "schools at work");
  metric = {};
  metric.unit = "book";
  CHECK(units_of(metric, market).empty());
}
