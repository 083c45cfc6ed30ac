// Models of a pace, one by one: their motions solve their equations, and what they foretell is what they
// draw.
#include "analysis/numbers/distributions.hpp"
#include "analysis/trend/models/fitter.hpp"
#include "analysis/trend/models/prediction.hpp"
#include "catch.hpp"
#include <cmath>
#include <limits>

namespace analysis = deploy_plan::analysis;
using deploy_plan::TrendModel;
using deploy_plan::z_90;
using namespace deploy_plan::analysis::trends;

namespace {

Member growing(TrendModel model, const Coefficients& by_step) {
  Member member;
  member.form = {model, 0, 100, 12, 0, 0};
  member.coefficients = by_step;
  return member;
}

/// By small steps of the model's own features.
double value_by_steps(const Member& member, double from, double time) {
  constexpr int steps = 20000;
  double value = from;
  for (int i = 0; i < steps; ++i) {
    Coefficients x{};
    member.features(value, {i * time / steps, time / steps, {}}, x);
    for (std::size_t a = 0; a < member.form.count(); ++a)
      value += x[a] * member.coefficients[a];
  }
  return value;
}

/// A month's gain is what a model says it is, in an order that no noise disturbs.
Past past_of_values(const std::vector<double>& values) {
  Past past;
  past.most = std::numeric_limits<double>::infinity();
  const auto count = static_cast<double>(values.size() - 1);
  for (std::size_t i = 1; i < values.size(); ++i) {
    Increment one;
    one.begin = static_cast<double>(i) - 1 - count;
    one.end = one.begin + 1;
    one.before = values[i - 1];
    one.gained = values[i] - values[i - 1];
    past.own.push_back(one);
  }
  past.newest = values.back();
  past.step_days = 365.25 / 12;
  return past;
}
} // namespace

TEST_CASE("motions of growth solve their equations, and tell how the end moves with the beginning") {
  for (const Member& member : {growing(TrendModel::bass, {0.02, 0.3}), growing(TrendModel::bass, {0.1, 0}),
                               growing(TrendModel::logistic, {0.4}), growing(TrendModel::gompertz, {0.2})})
    for (const double from : {2.0, 30.0, 95.0})
      for (const double time : {0.5, 3.0}) {
        const Motion motion = member.motion(member.coefficients, from, {0, time, {}});
        CAPTURE(member.form.model, from, time);
        CHECK(from + motion.gain == Approx(value_by_steps(member, from, time)).epsilon(1e-3));
        const double near = 1e-5;
        const double moved =
            near + member.motion(member.coefficients, from + near, {0, time, {}}).gain - motion.gain;
        CHECK(motion.slope == Approx(moved / near).epsilon(1e-3));
      }
}

TEST_CASE("a motion ends where there is nobody left") {
  for (const TrendModel model : {TrendModel::bass, TrendModel::logistic, TrendModel::gompertz}) {
    const Member member = growing(model, {0.5, 0.5});
    CHECK(member.motion(member.coefficients, 100, {0, 1, {}}).gain == 0);
    CHECK(member.motion(member.coefficients, 40, {0, 1e6, {}}).gain == Approx(60));
  }
  Member pace = growing(TrendModel::random_walk, {5});
  pace.form.most = 100;
  CHECK(pace.motion({5}, 20, {0, 1, {}}).gain == 5);   // more than half are left
  CHECK(pace.motion({5}, 90, {0, 1, {}}).gain < 0.21); // the pace falls with the square of what is left
  CHECK(pace.motion({5}, 90, {0, 1e9, {}}).gain == Approx(10));
}

TEST_CASE("a fit finds the coefficients that made increments") {
  std::vector<double> values{4};
  const Member truth = growing(TrendModel::bass, {0.01, 0.35});
  while (values.size() < 20)
    values.push_back(values.back() + truth.motion(truth.coefficients, values.back(), {0, 1, {}}).gain);
  const Past past = past_of_values(values);
  Fitter fitter(past, past.own.size());
  const auto found = fitter.fit(truth.form);
  REQUIRE(found);
  CHECK(found->coefficients[0] == Approx(0.01).epsilon(0.02));
  CHECK(found->coefficients[1] == Approx(0.35).epsilon(0.01));
  CHECK(found->variance < 0.01);
  // A model of growth whose coefficients would have to be negative does not hold.
  const Past falling = past_of_values({50, 45, 41, 38, 36, 35, 34});
  CHECK_FALSE(Fitter(falling, falling.own.size()).fit(growing(TrendModel::logistic, {}).form));
}

TEST_CASE("a season is found in two years of months") {
  std::vector<double> values{100};
  while (values.size() < 30)
    values.push_back(values.back() + 1 +
                     0.5 * std::sin(0.5235987755982988 * static_cast<double>(values.size())));
  const Past past = past_of_values(values);
  Form form{TrendModel::seasonal, 0, 0, 12, 0, 0};
  const auto found = Fitter(past, past.own.size()).fit(form);
  REQUIRE(found);
  CHECK(found->coefficients[0] == Approx(1).epsilon(0.03));
  CHECK(std::hypot(found->coefficients[1], found->coefficients[2]) == Approx(0.5).epsilon(0.1));
}

TEST_CASE("intervals are as wide as Student's, and those of a mixture hold what they say") {
  for (const double degrees : {3.0, 5.0, 12.0, 100.0})
    CHECK(student_widening(degrees) ==
          Approx(analysis::student_upper_quantile(0.05, degrees) / z_90).epsilon(0.01));
  const Prediction laws[] = {{0, 1}, {10, 1}, {99, 1}};
  const double weights[] = {1, 3, 0};
  CHECK(quantile_of_mixture(laws, weights, 0.5) == Approx(9.57).epsilon(0.01));
  CHECK(quantile_of_mixture(laws, weights, 0.05) == Approx(-0.84).epsilon(0.02));
  CHECK(mean_pinball(10, 0, 10, 20) == Approx((0.5 + 0 + 0.5) / 3));
}
