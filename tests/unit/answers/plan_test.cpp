// A plan, as its description tells it.
#include "../analysis/plans.hpp"
#include "answers/json.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("a plan tells runs and reasons by action, and no probability that was not drawn") {
  PlanOptions options;
  options.frontier = 0;
  options.draws = 0;
  const auto result = planned(strategy_with({action("a", 10, 5, 2), action("dear", 5000, 9, 1)}), options);
  REQUIRE(result);
  const auto json = nlohmann::json::parse(answers::as_json(*result));
  CHECK(json["status"] == "optimal");
  CHECK(json["value"] == 10);
  CHECK(json["actions"][0]["runs"] == 2);
  CHECK(json["actions"][0]["reason"] == "at_most");
  CHECK(json["actions"][1]["runs"] == 0);
  CHECK(json["actions"][1]["reason"] == "over_money");
  CHECK(json["simulated"].is_null());
}
