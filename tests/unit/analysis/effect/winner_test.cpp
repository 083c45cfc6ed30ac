// What winners would show a second time.
#include "analysis/effect/winner.hpp"
#include "deploy_plan/uncertainty.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::analysis;

TEST_CASE("an effect far above its limit stands, one at its limit says next to nothing") {
  const Interval sure = kept_interval(10, 2);
  CHECK(sure.low == Approx(10 - z_90).epsilon(1e-6));
  CHECK(sure.high == Approx(10 + z_90).epsilon(1e-6));
  const Interval barely = kept_interval(1.97, 1.96);
  CHECK(barely.low == least_kept);
  CHECK(barely.high < 1.97 + z_90);
  const Interval at_limit = kept_interval(1.96, 1.96);
  CHECK(at_limit.low == least_kept);
  CHECK(at_limit.high >= at_limit.low);
  CHECK(kept_interval(40, 40).high >= least_kept);
  CHECK(kept_interval(3, -100).low == Approx(3 - z_90));
}

TEST_CASE("the interval of a kept effect rises with it, and falls with its limit") {
  double low = -2;
  double high = -2;
  for (const double effect : {2.0, 2.2, 2.5, 3.0, 4.0, 6.0}) {
    const Interval one = kept_interval(effect, 1.96);
    CHECK(one.low >= low);
    CHECK(one.high > high);
    CHECK(one.low <= effect);
    low = one.low;
    high = one.high;
    CHECK(kept_interval(effect, 1.99).high <= one.high + 1e-9);
  }
  // Probability that one kept shows 3 or more, of a truth at either end: 5 % and 95 %.
  const Interval three = kept_interval(3, 1.96);
  const auto above = [](double deviations) { return std::erfc(deviations / std::sqrt(2.0)) / 2; };
  CHECK(above(3 - three.high) / above(1.96 - three.high) == Approx(0.95));
  CHECK(above(3 - three.low) / above(1.96 - three.low) == Approx(0.05));
}

TEST_CASE("the best of several that were kept is moved towards them, as far as chance parts them") {
  const std::vector<double> alike{2.5, 2.6, 2.7};
  CHECK(best_of_kept(alike) == Approx(2.6));
  const std::vector<double> apart{2.5, 9};
  CHECK(best_of_kept(apart) < 9);
  CHECK(best_of_kept(apart) > 8.5);
}
