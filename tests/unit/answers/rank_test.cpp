// A ranking, as its description tells it.
#include "answers/json.hpp"
#include "deploy_plan/ranking.hpp"
#include "examples.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("ranked actions are told in their order, and what is not known is null") {
  const Ranking told = rank(strategy_with(R"({"actions": [{"id": "webinars", "cost": null}]})"), day);
  const auto json = nlohmann::json::parse(answers::as_json(told));
  REQUIRE(json["actions"].size() == told.actions.size());
  for (std::size_t i = 0; i < told.actions.size(); ++i)
    CHECK(json["actions"][i]["id"] == told.actions[i].id);
  const auto bare = std::find_if(json["actions"].begin(), json["actions"].end(),
                                 [](const auto& one) { return one["id"] == "webinars"; });
  REQUIRE(bare != json["actions"].end());
  CHECK((*bare)["full_cost"].is_null());
  CHECK((*bare)["pareto"] == false);
}
