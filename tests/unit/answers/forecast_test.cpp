// A forecast, as its description tells it.
#include "answers/json.hpp"
#include "deploy_plan/forecast.hpp"
#include "examples.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("the market's futures stand at the top, and those of the others in series") {
  std::string points;
  for (int month = 9; month >= 1; --month)
    points += (points.empty() ? "" : ", ") + std::string(R"({"date": "@-)") + std::to_string(30 * month) +
              R"(", "value": )" + std::to_string(110 - 10 * month) + "}";
  const Strategy strategy =
      strategy_with(R"({"market": {"penetrated": {"observations": [)" + points + "]}}}");
  ForecastOptions options;
  options.draws = 100;
  const auto json = nlohmann::json::parse(answers::as_json(forecast(strategy, day, options)));
  REQUIRE(json["points"].is_array());
  CHECK_FALSE(json["points"].empty());
  CHECK(json["points"][0]["low"] <= json["points"][0]["high"]);
  CHECK(json.contains("series"));
}
