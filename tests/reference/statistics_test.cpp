// Figures against those of independent tools: R and SciPy wrote tests/reference/statistics.json.
#include "deploy_plan/gap.hpp"
#include "examples.hpp"
#include "model/decode.hpp"
#include <fstream>
#include <nlohmann/json.hpp>

using namespace deploy_plan;

namespace {
nlohmann::json references() {
  return nlohmann::json::parse(std::ifstream("tests/reference/statistics.json"));
}
} // namespace

TEST_CASE("Theil-Sen slopes are those of SciPy") {
  const auto all = references();
  for (const auto& one : all["theil_sen"]) {
    std::vector<Observation> points;
    for (const auto& seen : one["observations"])
      points.push_back({*model::read_date(seen["date"].get<std::string>()), seen["value"].get<double>(), {}});
    const auto slope = theil_sen_slope(points);
    REQUIRE(slope);
    CHECK(*slope == Approx(one["slope_per_day"].get<double>()).epsilon(1e-9));
  }
}
