// A growth fit as a place among its parameters: logarithms where they are positive.
#pragma once
#include "analysis/numbers/matrix.hpp"
#include "deploy_plan/forecast.hpp"

namespace deploy_plan::analysis {

inline constexpr double days_a_year = 365.25;
[[nodiscard]] inline double years_between(Date from, Date to) {
  return static_cast<double>((to - from).count()) / days_a_year;
}

[[nodiscard]] std::vector<double> parameters_of(const GrowthFit& fit);
[[nodiscard]] GrowthFit with_parameters(const GrowthFit& fit, const std::vector<double>& parameters);
/// Of the parameters, by the linear approximation of least squares (Bates and Watts 1988, section 2.2).
[[nodiscard]] Matrix covariance_of(const GrowthFit& fit, std::span<const Observation> points);
/// From a place near the least squares towards it, by Gauss and Newton (Bates and Watts 1988, section 2.2).
[[nodiscard]] std::vector<double> newton_step(const GrowthFit& fit, std::span<const Observation> points);
/// Of an increment's residual.
[[nodiscard]] double variance_of(const GrowthFit& fit);

} // namespace deploy_plan::analysis
