// What effects tell of the law that they are drawn from.
#include "analysis/effect/common_law.hpp"
#include "examples.hpp"

using namespace deploy_plan;

TEST_CASE("effects move towards their mean as far as their errors ask") {
  const std::vector<double> effects{10, 20, 30};
  const std::vector<double> errors{4, 4, 4};
  const RandomEffects all = random_effects(effects, errors);
  CHECK(all.tau_squared == Approx(84));
  CHECK(all.mean == Approx(20));
  CHECK(all.shrunk[0] == Approx(11.6));
  CHECK(all.shrunk[1] == Approx(20));
  CHECK(all.shrunk[2] == Approx(28.4));
  CHECK(all.deviations[1] <= 4); // the others tell something of each
  CHECK(all.deviations[1] > 2.5);
}

TEST_CASE("two effects that agree are not alike for certain") {
  const std::vector<double> effects{10, 12};
  const std::vector<double> errors{4, 4};
  const RandomEffects two = random_effects(effects, errors);
  CHECK(two.tau_squared == 0);
  CHECK(two.deviations[0] == 4);
  const RandomEffects one = random_effects(std::vector<double>{10}, std::vector<double>{4});
  CHECK(one.mean == Approx(10));
  CHECK(one.shrunk[0] == Approx(10));
  CHECK(one.deviations[0] == 4);
  CHECK(random_effects({}, {}).shrunk.empty());
}

TEST_CASE("what is known from elsewhere is moved by the same law") {
  const std::vector<double> effects{10, 20, 30};
  const std::vector<double> errors{4, 4, 4};
  const analysis::CommonLaw law(effects, errors);
  CHECK(law.shrunk(20, 4).value == Approx(20));
  CHECK(law.shrunk(10, 1).value == Approx(10 + 10.0 / 85)); // surer, and so less
  CHECK(law.shrunk(10, 1).deviation < law.shrunk(10, 4).deviation);
}
