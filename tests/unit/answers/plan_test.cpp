// A plan, as its description tells it.
#include "../analysis/plans.hpp"
#include "../report/views/planned.hpp"
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

TEST_CASE("a plan in time tells who does what when, what a test decides, what moved and what floors cost") {
  const auto json = nlohmann::json::parse(answers::as_json(plan_by_hand()));
  CHECK(json["step"] == "month");
  CHECK(json["from"] == "2026-03-12");
  CHECK(json["until"] == "2026-12-31");
  const auto& webinars = json["actions"][0];
  CHECK(webinars["owner"] == "Inès Moreau");
  CHECK(webinars["schedule"].size() == 5);
  CHECK(webinars["schedule"][0] == nlohmann::json{{"from", "2026-03-12"},
                                                  {"until", "2026-03-31"},
                                                  {"first", "2026-03-12"},
                                                  {"last", "2026-03-20"},
                                                  {"runs", 2},
                                                  {"segment", "towns"},
                                                  {"is_test", false}});
  CHECK(webinars["segments"][1]["id"] == "villages");
  CHECK(webinars["test"].is_null());
  const auto& test = json["actions"][1]["test"];
  CHECK(test["under_way"] == false);
  CHECK(test["decision"] == "2026-06-15");
  CHECK(test["if_dropped"] == 310);
  CHECK(test["changes"][0] == nlohmann::json{{"id", "visits"}, {"from", 1}, {"to", 4}});
  CHECK(json["actions"][2]["owner"].is_null());
  CHECK(json["calendar"][0]["month"] == "2026-03");
  CHECK(json["calendar"][0]["runs"]["webinars"] == 2);
  CHECK(json["load"][0]["member"] == "Inès Moreau");
  CHECK(json["load"][0]["months"][0]["load"] == 5);
  CHECK(json["moved"][0]["why"] == "slipped");
  CHECK(json["moved"][0]["to"] == "2026-05");
  CHECK(json["moved"][1]["to"].is_null());
  CHECK(json["floors"][0]["price"] == 12);
  CHECK(json["objectives"][0]["wanted"] == true);
  CHECK(json["objectives"][0]["by"] == "2026-12-31");
}
