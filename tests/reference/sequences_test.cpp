// Steps of series with AR(1) errors, against R: nlme::gls(log(count) ~ t + step, corAR1, REML) wrote
// tests/reference/sequences.json.
#include "catch.hpp"
#include "deploy_plan/segmented_fit.hpp"
#include "deploy_plan/statistics.hpp"
#include <fstream>
#include <nlohmann/json.hpp>

using namespace deploy_plan;

TEST_CASE("steps of a series are told as nlme's gls does") {
  const auto all = nlohmann::json::parse(std::ifstream("tests/reference/sequences.json"));
  const auto near = [](const nlohmann::json& value) {
    return Approx(value.get<double>()).epsilon(1e-6).margin(1e-8);
  };
  for (const auto& one : all["sequence_ar1"]) {
    const auto fit = segmented_fit(one["counts"].get<std::vector<double>>(),
                                   std::vector<std::size_t>{one["start"].get<std::size_t>()});
    REQUIRE(fit);
    CHECK(fit->autocorrelation == near(one["rho"]));
    CHECK(fit->sigma == near(one["sigma"]));
    CHECK(fit->trend == near(one["trend"]));
    CHECK(fit->changes[0].log_ratio == near(one["log_ratio"]));
    CHECK(fit->changes[0].standard_error == near(one["std_err"]));
    CHECK(fit->degrees == one["df"].get<double>());
    // As likely at the least: one autocorrelation alone promises too much.
    CHECK(p_value(*fit, 0) >= one["p_value"].get<double>());
  }
}
