// What was measured, as its description tells it.
#include "answers/gate.hpp"
#include "answers/json.hpp"
#include "answers/measure.hpp"
#include "catch.hpp"
#include <nlohmann/json.hpp>

namespace of_measured {

using namespace deploy_plan;
using namespace std::chrono_literals;

namespace {

Measured known() {
  Measured told;
  told.as_of = 2026y / 3 / 1;
  told.strategy = "Bench";
  told.added = told.failed = 1;
  MeasuredQuery query;
  query.path = "objectives.people";
  query.source = "figures";
  query.until = 2026y / 3 / 1;
  query.figures = {{2026y / 2 / 28, "", 12.5, {}, FigureChange::added}};
  query.added = 1;
  told.queries.push_back(query);
  query.path = "market.penetrated";
  query.outcome = QueryOutcome::failed;
  query.failure = Phrase{{"nobody answers", "personne ne répond"}};
  told.queries.push_back(std::move(query));
  return told;
}
} // namespace

TEST_CASE("what was measured is written as JSON, its sentences in both languages") {
  const auto json = nlohmann::json::parse(answers::as_json(known()));
  CHECK(json["format"] == "deploy-plan/measure@1");
  CHECK(json["new"] == 1);
  CHECK(json["queries"][0]["figures"][0]["value"] == 12.5);
  CHECK(json["queries"][0]["figures"][0]["segment"].is_null());
  CHECK(json["queries"][0]["engine"].is_null());
  CHECK(json["queries"][0]["failure"].is_null());
  CHECK(json["queries"][1]["failure"]["fr"] == "personne ne répond");
  CHECK(json["queries"][1]["outcome"] == "failed");
}

TEST_CASE("gates hold what was measured, in both languages") {
  const Measured told = known();
  const auto holds = [&](const std::string& gate) {
    return answers::judge(gate, answers::paths_into(told), false).holds;
  };
  CHECK(holds("failed > 0"));
  CHECK(holds("échecs == 1"));
  CHECK_FALSE(holds("revised > 0"));
}

} // namespace of_measured
