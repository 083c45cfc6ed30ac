// What models foretell of values to come, in closed form.
#pragma once
#include "analysis/trend/models/member.hpp"
#include <span>

namespace deploy_plan::analysis::trends {

/// A pace moves away by so many deviations, times the root of the time.
inline constexpr double pace_wanders = 0.03;

/// A law of a value to come: normal, as wide as its 90 % interval.
struct Prediction {
  double mean = 0;
  double deviation = 0;
};

/// By how much the 90 % interval of Student's law is wider than the normal one's; of 2 degrees at least.
[[nodiscard]] double student_widening(double degrees);

/// At the ends of stretches that follow one another, by propagation along the path of the means.
void predict(const Member& member, double from, std::span<const Stretch> stretches,
             std::span<Prediction> into);

/// Where a mixture of laws, not all without weight, has a probability below it.
[[nodiscard]] double quantile_of_mixture(std::span<const Prediction> laws, std::span<const double> weights,
                                         double probability);

/// The mean of what 5, 50 and 95 % quantiles lose by what came (Koenker and Bassett 1978).
[[nodiscard]] double mean_pinball(double came, double low, double middle, double high);

} // namespace deploy_plan::analysis::trends
