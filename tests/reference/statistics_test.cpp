// Figures against those of independent tools: R and SciPy wrote tests/reference/statistics.json.
#include "deploy_plan/forecast.hpp"
#include "deploy_plan/gap.hpp"
#include "deploy_plan/statistics.hpp"
#include "examples.hpp"
#include "model/decode.hpp"
#include <fstream>
#include <nlohmann/json.hpp>

using namespace deploy_plan;

namespace {
nlohmann::json references() {
  return nlohmann::json::parse(std::ifstream("tests/reference/statistics.json"));
}

Proportion proportion(const nlohmann::json& one) {
  return {one["exposed"].get<std::int64_t>(), one["converted"].get<std::int64_t>()};
}
Approx to_nine_digits(const nlohmann::json& value) {
  return Approx(value.get<double>()).epsilon(1e-9).margin(1e-300);
}
} // namespace

TEST_CASE("Two arms are compared as R and SciPy do") {
  const auto all = references();
  for (const auto& one : all["ab"]) {
    CAPTURE(one.dump());
    const Proportion a = proportion(one["a"]);
    const Proportion b = proportion(one["b"]);
    CHECK(b.rate() - a.rate() == to_nine_digits(one["difference"]));
    const Interval interval = newcombe(a, b, 0.95);
    CHECK(interval.low == to_nine_digits(one["newcombe_95"][0]));
    CHECK(interval.high == to_nine_digits(one["newcombe_95"][1]));
    CHECK(z_test(a, b) == to_nine_digits(one["z_p_value"]));
    CHECK(fisher_test(a, b) == to_nine_digits(one["fisher_p_value"]));
    CHECK(probability_better(a, b) == to_nine_digits(one["probability_b_beats_a"]));
  }
}

TEST_CASE("A split is judged, and a size worked out, as R does") {
  const auto all = references();
  for (const auto& one : all["srm"])
    CHECK(*sample_ratio_mismatch(one["exposed"].get<std::vector<std::int64_t>>(),
                                 one["split"].get<std::vector<double>>()) ==
          to_nine_digits(one["chi_square_p_value"]));
  for (const auto& one : all["sample_size"]) {
    const double size = *sample_size(one["p1"], one["p2"], one["alpha"], one["power"]);
    // R finds this one by bisection; its last of the three stops 1.1e-8 from the formula that it solves.
    CHECK(size == Approx(one["n_per_arm"].get<double>()).epsilon(2e-8));
    const double p1 = one["p1"];
    CHECK(*detectable_effect(p1, size, one["alpha"], one["power"]) == Approx(one["p2"].get<double>() - p1));
  }
}

TEST_CASE("A pilot is read as R does") {
  const auto all = references();
  for (const auto& one : all["pilot"]) {
    CAPTURE(one.dump());
    const Proportion sample = proportion(one);
    CHECK(above_threshold(sample, one["threshold"]) == to_nine_digits(one["p_value_greater"]));
    const Interval interval = clopper_pearson(sample, 0.95);
    CHECK(interval.low == to_nine_digits(one["clopper_pearson_95"][0]));
    CHECK(interval.high == to_nine_digits(one["clopper_pearson_95"][1]));
  }
}

TEST_CASE("Extreme samples give figures, never NaN") {
  const Proportion samples[] = {{0, 0},
                                {1, 0},
                                {1, 1},
                                {5, 0},
                                {5, 5},
                                {1000000000, 0},
                                {1000000000, 500000000},
                                {1000000000, 1000000000}};
  const auto is_share = [](double value) { return value >= 0 && value <= 1; };
  for (const Proportion& a : samples)
    for (const Proportion& b : samples) {
      CAPTURE(a.exposed, a.converted, b.exposed, b.converted);
      CHECK(is_share(z_test(a, b)));
      CHECK(is_share(probability_better(a, b)));
      const Interval interval = newcombe(a, b, 0.95);
      CHECK((interval.low <= interval.high && interval.low >= -1.5 && interval.high <= 1.5));
      if (a.exposed < 1000 || b.exposed < 1000)
        CHECK(is_share(fisher_test(a, b)));
      const Interval exact = clopper_pearson(a, 0.95);
      CHECK((is_share(exact.low) && is_share(exact.high) && exact.low <= exact.high));
      CHECK(is_share(above_threshold(a, 0.3)));
    }
  CHECK(holm(std::vector<double>{0.04, 0.01, 0.03}) == std::vector<double>{0.06, 0.03, 0.06});
}

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
