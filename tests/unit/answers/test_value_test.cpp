// What tests are worth, as its description tells it.
#include "answers/json.hpp"
#include "deploy_plan/plan.hpp"
#include "examples.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("the next test is told with its sizes, its best one and the order") {
  NextTest next{{"s"}, day, {}};
  next.values.objective = "star";
  next.values.unit = "school";
  next.values.evpi = 3;
  ActionTestValue action;
  action.id = "a";
  action.evppi = 2;
  TestOption small, large;
  small.size = 20;
  small.evsi = small.net = 0.5;
  large.size = 80;
  large.evsi = 1.5;
  large.cost = 0.25;
  large.net = 1.25;
  action.tests = {small, large};
  action.best = 1;
  next.values.actions = {action};
  next.values.order = {0};
  next.values.order_values = {1.25};
  const auto json = nlohmann::json::parse(answers::as_json(next));
  CHECK(json["format"] == "deploy-plan/test-next@1");
  CHECK(json["strategy"] == "s");
  CHECK(json["unit"] == "school");
  CHECK(json["first"] == "a");
  CHECK(json["actions"][0]["best"]["size"] == 80);
  CHECK(json["actions"][0]["tests"].size() == 2);
  CHECK(json["order"][0]["net"] == 1.25);
  next.values.worth = 10;
  next.values.order.clear();
  next.values.order_values.clear();
  next.values.actions[0].best.reset();
  const auto none = nlohmann::json::parse(answers::as_json(next));
  CHECK(none["unit"] == "EUR");
  CHECK(none["first"].is_null());
  CHECK(none["actions"][0]["best"].is_null());
}
