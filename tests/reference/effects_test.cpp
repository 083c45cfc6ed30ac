// Effects read together, against R's DerSimonian and Laird: tests/reference/shrinkage.json.
#include "deploy_plan/effects.hpp"
#include "examples.hpp"
#include <fstream>
#include <nlohmann/json.hpp>

using namespace deploy_plan;

namespace {
Approx as_in_r(double value) { return Approx(value).epsilon(1e-9).margin(1e-12); }
} // namespace

TEST_CASE("Effects are shrunk as DerSimonian and Laird have it") {
  const auto all = nlohmann::json::parse(std::ifstream("tests/reference/shrinkage.json"));
  REQUIRE(all["shrinkage"].size() > 3);
  for (const auto& one : all["shrinkage"]) {
    const auto effects = one["effect"].get<std::vector<double>>();
    const auto errors = one["se"].get<std::vector<double>>();
    const RandomEffects together = random_effects(effects, errors);
    CHECK(together.q == as_in_r(one["Q"].get<double>()));
    CHECK(together.tau_squared == as_in_r(one["tau2"].get<double>()));
    CHECK(together.mean == as_in_r(one["mean"].get<double>()));
    for (std::size_t i = 0; i < effects.size(); ++i)
      CHECK(together.shrunk[i] == as_in_r(one["shrunk"][i].get<double>()));
  }
}

TEST_CASE("Eight schools are as Rubin printed them") {
  const std::vector<double> effects{28, 8, -3, 7, -1, 1, 18, 12};
  const std::vector<double> errors{15, 10, 16, 11, 9, 11, 10, 18};
  const RandomEffects schools = random_effects(effects, errors);
  CHECK(schools.mean == Approx(7.686).margin(5e-4));
  CHECK(schools.q == Approx(4.707).margin(5e-4));
  CHECK(schools.tau_squared == 0);
  for (const double deviation : schools.deviations) // one mean, and no certainty that schools are alike
    CHECK(deviation > schools.standard_error);
}
