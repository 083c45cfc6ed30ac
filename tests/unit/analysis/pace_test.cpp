#include "deploy_plan/gap.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

std::vector<Observation> points(const std::vector<double>& values) {
  std::vector<Observation> all;
  for (const double value : values)
    all.push_back({day + std::chrono::days{static_cast<int>(all.size())}, value, {}});
  return all;
}
} // namespace

TEST_CASE("a pace is the median of all slopes: one wild figure does not bend it") {
  CHECK(*theil_sen_slope(points({0, 2, 4, 6, 8})) == Approx(2));
  CHECK(*theil_sen_slope(points({0, 2, 400, 6, 8})) == Approx(2));
  CHECK(*theil_sen_slope(points({0, 1, 3})) == Approx(1.5)); // 1, 1.5 and 2
  CHECK(*theil_sen_slope(points({5, 5})) == 0);
}

TEST_CASE("there is no pace in a single day") {
  CHECK_FALSE(theil_sen_slope({}));
  CHECK_FALSE(theil_sen_slope(points({4})));
  const std::vector<Observation> twice{{day, 4, {}}, {day, 9, {}}};
  CHECK_FALSE(theil_sen_slope(twice));
}

TEST_CASE("many points have the pace that fewer of the same have") {
  std::vector<double> values;
  for (int i = 0; i < 3200; ++i)
    values.push_back(0.25 * i + (i * 7 % 5 - 2));
  const auto all = points(values);
  const auto exact = theil_sen_slope(std::span(all).first(3000));
  CHECK(*theil_sen_slope(all) == Approx(*exact).epsilon(1e-4));
  CHECK(*exact == Approx(0.25).epsilon(1e-3));
}
