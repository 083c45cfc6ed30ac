// What a series to come would show.
#include "analysis/sequence/error_search.hpp"
#include "analysis/sequence/segments.hpp"
#include "deploy_plan/segmented_fit.hpp"
#include "deploy_plan/statistics.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace analysis {
namespace {

/// The fit of a series without any change whose errors are just as far from their model as they are in the
/// mean, at every autocorrelation that one may take for theirs.
SegmentedFit expected_fit(const Autoregression& model, const ExpectedSeries& expected, double true_one,
                          std::size_t part) {
  const double squares = expected.sigma * expected.sigma;
  SegmentedFit fit;
  fit.degrees = model.degrees();
  fit.autocorrelation = true_one;
  fit.changes = {{0, expected.sigma * std::sqrt(model.at(true_one).change_variances[part])}};
  const std::vector<double> places = plausible_places(true_one, expected.steps);
  std::vector<double> likelihoods;
  for (const double rho : places) {
    LeastSquares solution = model.at(rho);
    const double variance = squares * (1 + rho * rho - 2 * rho * true_one) / (1 - rho * rho);
    solution.residual = fit.degrees * variance;
    likelihoods.push_back(restricted_likelihood(model, solution, rho, 0));
    fit.plausible.push_back(
        {rho, 0, likelihoods.back(), variance, {{0, std::sqrt(variance * solution.change_variances[part])}}});
  }
  const std::vector<double> weighed = weights(places, likelihoods);
  for (std::size_t i = 0; i < places.size(); ++i)
    fit.plausible[i].weight = weighed[i];
  return fit;
}
} // namespace
} // namespace analysis

std::optional<double> detectable_change(const ExpectedSeries& expected, std::size_t start, double alpha,
                                        double power) {
  const analysis::Segments segments(expected.starts, expected.steps);
  if (expected.steps <= expected.starts.size() + 2 || !segments.are_apart() || !(expected.sigma > 0))
    return std::nullopt;
  const int pairs = std::min(1, analysis::most_harmonics(expected.year, expected.steps));
  std::vector<analysis::Regressor> columns = analysis::columns_of_time(expected.steps, expected.year, pairs);
  columns.emplace_back(expected.steps); // nothing to explain
  const analysis::SharedColumns shared(std::move(columns));
  const analysis::Autoregression model(shared, segments.bounds());
  if (model.degrees() < 1)
    return std::nullopt;
  const double rho =
      std::clamp(expected.autocorrelation, analysis::least_autocorrelation, analysis::most_autocorrelation);
  for (std::size_t part = 1; part < segments.count(); ++part)
    if (segments.start_of(part) == start) {
      const SegmentedFit fit = analysis::expected_fit(model, expected, rho, part - 1);
      const Interval bounds = interval(fit, 0, 1 - alpha);
      const double told = bounds.high + normal_quantile(power) * fit.changes[0].standard_error;
      return std::isfinite(told) ? std::optional(told) : std::nullopt;
    }
  return std::nullopt;
}

double steps_for_doubt(double autocorrelation) { return 1 + 0.8 * autocorrelation * autocorrelation; }

std::optional<double> readable_change(const ExpectedSeries& expected, std::size_t start, double alpha,
                                      double power) {
  constexpr double rounding = 1e-12;
  const double times = steps_for_doubt(expected.autocorrelation);
  const analysis::Segments segments(expected.starts, expected.steps);
  ExpectedSeries known = expected;
  known.steps = 0;
  for (std::size_t part = 0; part < segments.count(); ++part) {
    if (part > 0)
      known.starts[segments.start_of(part)] = known.steps;
    const std::size_t steps = segments.end(part) - segments.begin(part);
    const auto fewer = static_cast<std::size_t>(static_cast<double>(steps) / times * (1 + rounding));
    known.steps += std::min(steps, std::max<std::size_t>(fewer, 1));
  }
  return detectable_change(known, start, alpha, power);
}

} // namespace deploy_plan
