// What a fit says of a start, averaged over the autocorrelations that are plausible.
#include "analysis/numbers/distributions.hpp"
#include "analysis/sequence/error_search.hpp"
#include "deploy_plan/segmented_fit.hpp"
#include <algorithm>
#include <cmath>
#include <functional>

namespace deploy_plan {
namespace analysis {
namespace {

/// Spread of the changes that are looked for, in standard deviations of an error.
constexpr double change_looked_for = 2;
/// Of autocorrelations whose weight is less, nothing shows.
constexpr double least_weight = 1e-8;

/// Probability that the change is below a value.
double below(const SegmentedFit& fit, std::size_t start, double value) {
  double all = 0;
  for (const PlausibleErrors& one : fit.plausible) {
    if (one.weight < least_weight)
      continue;
    const LevelChange& change = one.changes[start];
    const double t = (value - change.log_ratio) / change.standard_error;
    const double beyond = student_beyond(t, fit.degrees) / 2;
    all += one.weight * (t < 0 ? beyond : 1 - beyond);
  }
  return all;
}

/// Where a function that falls away from a place crosses 0, `way` being a first guess.
double end_from(double place, double way, const std::function<double(double)>& function) {
  double near = 0;
  for (int i = 0; i < 60 && function(place + way) > 0; ++i) {
    near = way;
    way *= 2;
  }
  return crossing(function, place + std::min(near, way), place + std::max(near, way)).value_or(place + way);
}
Interval around(const LevelChange& change, const std::function<double(double)>& function) {
  constexpr double usual = 3; // standard errors
  return {end_from(change.log_ratio, -usual * change.standard_error, function),
          end_from(change.log_ratio, usual * change.standard_error, function)};
}

double logarithm_of_sum(const std::vector<double>& logarithms) {
  const double most = *std::max_element(logarithms.begin(), logarithms.end());
  double sum = 0;
  for (const double one : logarithms)
    sum += std::exp(one - most);
  return most + std::log(sum);
}

/// Evidence that a change is not what the null says: the likelihood under a mixture of changes over the
/// null's, coefficients and variance apart. Given the autocorrelation it is Robbins' mixture for Student's t,
/// which exceeds 1 / alpha at some time with a probability of at most alpha (Lai 1976; Wang and Ramdas 2023);
/// here both likelihoods are averaged over autocorrelations, each as likely beforehand, and that it still
/// holds is checked by simulation.
class ChangeEvidence {
public:
  ChangeEvidence(const SegmentedFit& whole, std::size_t of) : fit_(whole), start_(of) {
    std::vector<double> places;
    for (const PlausibleErrors& one : fit_.plausible)
      places.push_back(one.autocorrelation);
    widths_ = widths(places);
    alternative_ = averaged([this](const PlausibleErrors& one) { return mixed(one); });
  }

  /// The logarithm of the evidence against a change.
  [[nodiscard]] double against(double change) const {
    return alternative_ - averaged([&](const PlausibleErrors& one) {
             const LevelChange& seen = one.changes[start_];
             const double t = (change - seen.log_ratio) / seen.standard_error;
             return likelihood(one, t * t, 1);
           });
  }

private:
  const SegmentedFit& fit_;
  std::size_t start_;
  std::vector<double> widths_;
  double alternative_ = 0;

  template <class Likelihood>
  [[nodiscard]] double averaged(Likelihood likelihood_of) const {
    std::vector<double> all;
    for (std::size_t i = 0; i < widths_.size(); ++i)
      all.push_back(std::log(widths_[i]) + likelihood_of(fit_.plausible[i]));
    return logarithm_of_sum(all);
  }

  /// With a change of normal law around 0 beside its error; `wider`: their variances over the error's.
  [[nodiscard]] double mixed(const PlausibleErrors& one) const {
    const LevelChange& seen = one.changes[start_];
    const double error = seen.standard_error * seen.standard_error;
    const double wider = 1 + change_looked_for * change_looked_for * one.variance / error;
    return likelihood(one, seen.log_ratio * seen.log_ratio / error / wider, wider);
  }
  [[nodiscard]] double likelihood(const PlausibleErrors& one, double squared_t, double wider) const {
    const double error = one.changes[start_].standard_error;
    const double unit = error * error / one.variance;
    return one.log_likelihood - (std::log(unit * wider) + std::log(one.variance) +
                                 (fit_.degrees + 1) * std::log1p(squared_t / fit_.degrees)) /
                                    2;
  }
};
} // namespace
} // namespace analysis

double p_value(const SegmentedFit& fit, std::size_t start) {
  const double share = analysis::below(fit, start, 0);
  return std::clamp(2 * std::min(share, 1 - share), 0.0, 1.0);
}

Interval interval(const SegmentedFit& fit, std::size_t start, double confidence) {
  const LevelChange& change = fit.changes[start];
  const double tail = (1 - confidence) / 2;
  return analysis::around(change, [&](double value) {
    const double share = analysis::below(fit, start, value);
    return std::min(share, 1 - share) - tail;
  });
}

AlwaysValid always_valid(const SegmentedFit& fit, std::size_t start, double alpha) {
  const analysis::ChangeEvidence evidence(fit, start);
  const LevelChange& change = fit.changes[start];
  return {std::min(1.0, std::exp(-evidence.against(0))),
          analysis::around(change, [&](double value) { return -std::log(alpha) - evidence.against(value); })};
}

} // namespace deploy_plan
