#include "deploy_plan/gap.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

const Query query{"product", "select 1", {}, {}, "", "select 1", {}};
Series ledger(const std::string& metric) { return {{}, "figures.csv", metric, {}}; }

Objective measured(const std::string& id, const std::string& metric) {
  Objective one;
  one.id = id;
  one.measurement.emplace().query = query;
  one.observations = ledger(metric);
  return one;
}
} // namespace

TEST_CASE("figures to take are objectives, tiers once each, and measures with a figure to reach") {
  const Strategy first = strategy_with("");
  const FigureCounts counts = count_figures(first);
  CHECK(counts.all == static_cast<std::int64_t>(4 + first.objectives.size() + 2));
  CHECK(counts.by_query == 0);
  CHECK(counts.share() == 0.0);
  CHECK_FALSE(count_figures(Strategy()).share());
  Strategy stopped = first;
  stopped.actions.front().status = Status::stopped;
  stopped.actions.back().measure->target.reset();
  CHECK(count_figures(stopped).all == counts.all - 2);
}

TEST_CASE("a figure comes by itself where a query gives it and a file keeps it") {
  Strategy strategy;
  strategy.objectives = {measured("accounts", ""), measured("active", "active")};
  CHECK(count_figures(strategy).by_query == 2);
  strategy.objectives[0].observations.reset();
  CHECK(count_figures(strategy).by_query == 1);
  CHECK(count_figures(strategy).share() == 0.5);
}

TEST_CASE("the rows that one query gives are figures of others, too") {
  Strategy strategy;
  strategy.objectives = {measured("active", "")};
  strategy.market.penetrated.emplace().observations = ledger("active");
  CHECK(count_figures(strategy).by_query == 2);
  strategy.market.penetrated->observations = ledger("");
  CHECK(count_figures(strategy).by_query == 2);
  strategy.market.penetrated->observations = ledger("other");
  CHECK(count_figures(strategy).by_query == 1);
}

TEST_CASE("a tier that only its segments give counts once, and comes by itself where all of them do") {
  Strategy strategy;
  strategy.market.segments.resize(2);
  for (Segment& segment : strategy.market.segments) {
    segment.target.emplace().measurement.emplace().query = query;
    segment.target->observations = ledger("target");
  }
  CHECK(count_figures(strategy).all == 1);
  CHECK(count_figures(strategy).by_query == 1);
  strategy.market.segments[1].target = Tier();
  CHECK(count_figures(strategy).by_query == 0);
  strategy.market.target = strategy.market.segments[0].target;
  CHECK(count_figures(strategy).by_query == 1);
}
