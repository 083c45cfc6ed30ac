// What must hold of the figures whatever the strategy.
#include "deploy_plan/gap.hpp"
#include "examples.hpp"
#include <cmath>
#include <random>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

std::optional<Tier> tier_of(std::int64_t size) {
  Tier tier;
  tier.size = size;
  return tier;
}

/// A sound market with segments, an objective and a share goal, all at random.
Strategy random_strategy(std::mt19937& random) {
  const auto below = [&](std::int64_t most) {
    return static_cast<std::int64_t>(random() % static_cast<std::uint32_t>(most + 1));
  };
  Strategy strategy;
  strategy.period = {day - std::chrono::days{100}, day + std::chrono::days{200}, {}};
  strategy.market.unit = "school";
  for (int i = 0; i < 3; ++i) {
    Segment segment;
    segment.id = std::string(1, static_cast<char>('a' + i));
    const auto addressable = 1 + below(10000);
    const auto addressed = below(addressable);
    const auto target = below(addressed);
    segment.addressable = tier_of(addressable);
    segment.addressed = tier_of(addressed);
    segment.target = tier_of(target);
    segment.penetrated = tier_of(below(addressable));
    strategy.market.segments.push_back(segment);
  }
  strategy.market.share_goals.push_back(
      {"", TierName::addressed, 0.3, day + std::chrono::days{below(200)}, "", {}, {}});
  Objective objective;
  objective.id = "o";
  objective.metric.unit = "school";
  objective.target = {static_cast<double>(below(1000)), day + std::chrono::days{below(300) - 50}, {}, {}};
  for (auto milestones = below(4); milestones > 0; --milestones) // in any order, on any side
    objective.target.milestones.push_back(
        {day + std::chrono::days{below(400) - 150}, static_cast<double>(below(1000)), {}});
  Series series;
  double value = static_cast<double>(below(50));
  for (int i = 0; i < 6; ++i) {
    series.points.push_back({day - std::chrono::days{60 - 10 * i}, value, {}});
    value += static_cast<double>(below(80));
  }
  objective.observations = series;
  strategy.objectives.push_back(objective);
  return strategy;
}
} // namespace

TEST_CASE("segments add up, shares and times stay within their bounds, signs agree") {
  std::mt19937 random(3);
  for (int i = 0; i < 2000; ++i) {
    const Gap one = gap(random_strategy(random), day);
    double target = 0;
    for (const MarketGap& segment : one.segments) {
      target += *segment.sizes.target;
      REQUIRE(*segment.share.addressable >= 0);
      REQUIRE(*segment.share.addressable <= 1);
      REQUIRE(*segment.out_of_reach >= 0);
      REQUIRE(*segment.in_reserve >= 0);
    }
    REQUIRE(*one.market.sizes.target == target);
    REQUIRE(*one.market.out_of_reach + *one.market.in_reserve + *one.market.to_target +
                *one.market.sizes.penetrated ==
            *one.market.sizes.addressable);
    const Progress& way = one.objectives.front().progress;
    REQUIRE(*way.elapsed >= 0);
    REQUIRE(*way.elapsed <= 1);
    REQUIRE((way.status == GoalStatus::reached) == (*way.gap <= 0));
    REQUIRE(*way.path_now >= 0);
    REQUIRE(*way.path_now <= 1000);
    REQUIRE(std::abs(*way.ahead) == std::abs(*way.current - *way.path_now)); // it may have to fall
    REQUIRE((way.status == GoalStatus::on_track ? *way.ahead > -1e-6 : true));
    REQUIRE((way.needed_per_month ? *way.needed_per_month > 0 : true));
    REQUIRE(way.eta.has_value() != way.no_eta.has_value());
    if (way.eta)
      REQUIRE(*way.eta >= day);
    if (way.status == GoalStatus::on_track)
      REQUIRE(*way.ahead >= -1e-6);
    if (way.status == GoalStatus::at_risk || way.status == GoalStatus::behind)
      REQUIRE(*way.ahead < 0);
  }
}

TEST_CASE("a reached goal stays reached when the penetrated market grows") {
  std::mt19937 random(5);
  for (int i = 0; i < 500; ++i) {
    Strategy strategy = random_strategy(random);
    const Gap before = gap(strategy, day);
    for (Segment& segment : strategy.market.segments)
      *segment.penetrated->size += 1 + static_cast<std::int64_t>(random() % 50);
    const Gap after = gap(strategy, day);
    REQUIRE(*after.goals.front().beneficiaries.gap < *before.goals.front().beneficiaries.gap);
    if (before.goals.front().beneficiaries.status == GoalStatus::reached)
      REQUIRE(after.goals.front().beneficiaries.status == GoalStatus::reached);
  }
}

TEST_CASE("the pace of many points is the pace of all pairs") {
  std::mt19937 random(9);
  for (const std::size_t count : {3001U, 4000U}) {
    std::vector<Observation> points;
    std::vector<double> slopes;
    for (std::size_t i = 0; i < count; ++i)
      points.push_back({day + std::chrono::days{static_cast<int>(i)},
                        static_cast<double>(i) * 2.5 + static_cast<double>(random() % 1000),
                        {}});
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t j = i + 1; j < count; ++j)
        slopes.push_back((points[j].value - points[i].value) / static_cast<double>(j - i));
    const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
    std::nth_element(slopes.begin(), middle, slopes.end());
    CHECK(*theil_sen_slope(points) == Approx(*middle).epsilon(1e-6));
  }
}
