#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("segments are judged like the market") {
  CHECK(raises(
      checked_with(R"({"market": {"segments": [{"id": "rural", "addressable": 10, "addressed": 20}]}})"),
      "market-nesting"));
  CHECK(raises(
      checked_with(R"({"market": {"segments": [{"id": "rural", "addressed": 10, "penetrated": 20}]}})"),
      "penetrated-beyond-addressed"));
  const auto goal = R"({"market": {"segments": [{"id": "rural", "addressable": 100, "addressed": 20}],
    "share_goals": [{"of": "addressable", "share": 0.5, "by": "@30", "segment": "rural"}]}})";
  CHECK(raises(checked_with(goal), "share-goal-beyond-addressed"));
}
