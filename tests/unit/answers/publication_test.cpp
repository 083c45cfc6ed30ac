// A public page in JSON: what is masked has no value there either.
#include "catch.hpp"
#include "deploy_plan/answers.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;

TEST_CASE("a masked figure has no value, and says that it is masked") {
  PublicPage page;
  page.figures.resize(2);
  page.figures[0].id = "market.penetrated";
  page.figures[0].disclosure = Disclosure::masked;
  page.figures[1].id = "market.target";
  page.figures[1].value = 30;
  page.figures[1].disclosure = Disclosure::told;
  page.figures[1].source = {"a list", "une liste"};
  const auto json = nlohmann::json::parse(json_of(page));
  CHECK(json["figures"][0]["value"].is_null());
  CHECK(json["figures"][0]["disclosure"] == "masked");
  CHECK(json["figures"][1]["value"] == 30);
  CHECK(json["figures"][1]["source"] == "a list");
  CHECK(json["figures"][1]["source_fr"] == "une liste");
  CHECK(json["licence"].is_null()); // what is not given is not made up
}
