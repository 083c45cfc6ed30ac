// A list split at random, as its description tells it.
#include "answers/json.hpp"
#include "catch.hpp"
#include "deploy_plan/assignment.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;

TEST_CASE("a split list tells its seed, the size of each arm, and how alike they are") {
  Balance balance({"region"}, {"control", "letter"}, 7);
  for (std::size_t i = 0; i < 60; ++i) {
    balance.take_beneficiary(i % 2);
    balance.take(0, i % 4 < 2 ? "north" : "south", i % 2);
  }
  const auto json = nlohmann::json::parse(answers::as_json(balance.assignment()));
  CHECK(json["seed"] == 7);
  REQUIRE(json["arms"].size() == 2);
  CHECK(json["arms"][0]["name"] == "control");
  CHECK(json["arms"][1]["size"] == 30);
  CHECK_FALSE(json["balance"].empty());
}
