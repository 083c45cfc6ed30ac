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

TEST_CASE("a recent pace leaves out what is older than three intervals") {
  CHECK(*recent_slope(points({0, 100, 102, 104, 106})) == Approx(2));
  CHECK(*recent_slope(points({0, 3})) == Approx(3));
  CHECK(*recent_slope(points({0, 3, 4})) == Approx(2));
  CHECK(*recent_slope(points({100, 0, 8, 6, 3})) == Approx(1));
  CHECK_FALSE(recent_slope({}));
  CHECK_FALSE(recent_slope(points({4})));
  // Of one day the last counts, and days count in their order, not in that of the file.
  std::vector<Observation> unordered{{day, 9, {}}, {day - std::chrono::days{2}, 1, {}}, {day, 5, {}}};
  CHECK(*recent_slope(unordered) == Approx(2));
  unordered.pop_back();
  unordered.back().origin.sound = false;
  CHECK_FALSE(recent_slope(unordered));
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
