// What people and programs read of waves that were drawn.
#include "catch.hpp"
#include "deploy_plan/answers.hpp"
#include "deploy_plan/roll_out.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;

TEST_CASE("each cluster is told with its wave, the first being 1, and the power where it was asked") {
  RollOut drawn;
  drawn.seed = 7;
  drawn.waves = 2;
  drawn.places = {{"Allier", 1}, {"Lot", 0}};
  drawn.sizes = {1, 1};
  const auto told = nlohmann::json::parse(json_of(drawn));
  CHECK(told["places"][0] == nlohmann::json{{"cluster", "Allier"}, {"wave", 2}});
  CHECK(told["places"][1] == nlohmann::json{{"cluster", "Lot"}, {"wave", 1}});
  CHECK((!told.contains("power") || told["power"].is_null()));
  drawn.power = 0.7862;
  CHECK(nlohmann::json::parse(json_of(drawn))["power"] == 0.7862);
}
