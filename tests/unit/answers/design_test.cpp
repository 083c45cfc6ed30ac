// A design, as its description tells it.
#include "answers/answers.hpp"
#include "answers/json.hpp"
#include "catch.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;

TEST_CASE("a design is pasted in the words of the file's language") {
  TrialWish wish{Protocol::ab, 0.05, 0.02};
  wish.alpha = 0.01;
  wish.split = {2, 1, 1};
  const auto design = design_trial(wish);
  REQUIRE(design);
  const auto french = nlohmann::json::parse(
      answers::as_json(answers::TestToPaste{&wish, &*design, Language::french}, Language::french));
  CHECK(french["protocole"] == "double_aveugle");
  CHECK(french["alpha"] == 0.01);
  CHECK_FALSE(french.contains("puissance")); // what a test has anyway
  CHECK(french["répartition"] == nlohmann::json{0.5, 0.25, 0.25});
  CHECK(french["bras"][0]["nom"] == "référence");
  const auto written = nlohmann::json::parse(answers::as_json(DesignedTrial{wish, *design}));
  CHECK(written["test"]["arms"][2]["name"] == "arm 2");
}
