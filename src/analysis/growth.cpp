// Growth models fitted by least squares on the increments between observations.
#include "analysis/growth.hpp"
#include "analysis/matrix.hpp"
#include "analysis/optimiser.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace {

using analysis::years_between;

/// Beyond so many times the most that was seen, a ceiling is none.
constexpr double farthest_ceiling = 100;
constexpr double least_imitation = 1e-3;

std::size_t least_points(GrowthModel model) { return model == GrowthModel::linear ? 4 : 6; }

class Fitting {
public:
  Fitting(GrowthModel model, std::span<const Observation> points, std::optional<double> ceiling)
      : points_(points) {
    fit_.model = model;
    fit_.start = points.front().value;
    fit_.ceiling_free = !ceiling && model != GrowthModel::linear;
    if (model != GrowthModel::linear)
      fit_.ceiling = ceiling;
    fit_.increments = points.size() - 1;
    for (const Observation& point : points) {
      years_.push_back(years_between(points.front().date, point.date));
      most_ = std::max(most_, point.value);
    }
  }

  GrowthFit fit() {
    const bool moves = std::any_of(points_.begin(), points_.end(),
                                   [&](const Observation& one) { return one.value != fit_.start; });
    if (points_.size() < least_points(fit_.model))
      fit_.problem = FitProblem::too_few;
    else if (!moves || most_ <= 0)
      fit_.problem = FitProblem::no_growth;
    else if (fit_.model == GrowthModel::linear)
      fit_line();
    else
      fit_curve();
    if (fit_.problem == FitProblem::none)
      judge();
    return fit_;
  }

private:
  std::span<const Observation> points_;
  std::vector<double> years_;
  double most_ = 0;
  GrowthFit fit_;

  void fit_line() {
    double products = 0;
    double squares = 0;
    for (std::size_t i = 1; i < years_.size(); ++i) {
      const double time = years_[i] - years_[i - 1];
      products += time * (points_[i].value - points_[i - 1].value);
      squares += time * time;
    }
    fit_.pace = products / squares;
    fit_.squares = squares_of(fit_);
  }

  double squares_of(const GrowthFit& fit) const {
    double sum = 0;
    double before = fit.at(0);
    for (std::size_t i = 1; i < years_.size(); ++i) {
      const double now = fit.at(years_[i]);
      sum += std::pow(points_[i].value - points_[i - 1].value - (now - before), 2);
      before = now;
    }
    return sum;
  }

  /// From several starts, as its valley is curved.
  void fit_curve() {
    const double span = std::max(years_.back(), 1e-3);
    const auto sum = [&](const std::vector<double>& place) {
      return squares_of(analysis::with_parameters(fit_, place));
    };
    std::vector<double> low{std::log(1e-7 / span), std::log(1e-5 / span)};
    std::vector<double> high{std::log(100 / span), std::log(1000 / span)};
    if (fit_.model == GrowthModel::logistic) {
      low[0] = -20 * span; // the midpoint may lie before or long after what was seen
      high[0] = 20 * span;
    }
    if (fit_.ceiling_free) {
      low.push_back(std::log(most_ * (1 + 1e-6)));
      high.push_back(std::log(most_ * farthest_ceiling * 10));
    }
    std::optional<std::vector<double>> best;
    double least = HUGE_VAL;
    for (const double imitation : {1.0, 3.0, 8.0, 20.0}) {
      std::vector<double> start{fit_.model == GrowthModel::bass ? std::log(0.1 / span) : 0.6 * span,
                                std::log(imitation / span)};
      if (fit_.ceiling_free)
        start.push_back(std::log(most_ * 1.3));
      const auto found = analysis::minimise(sum, start, low, high);
      if (found && sum(*found) < least) {
        least = sum(*found);
        best = found;
      }
    }
    if (!best) {
      fit_.problem = FitProblem::not_fitted;
      return;
    }
    fit_ = analysis::with_parameters(fit_, *best);
    fit_.squares = least;
    find_problem(span);
  }

  void find_problem(double span) {
    if (fit_.model == GrowthModel::bass && fit_.q < least_imitation / span)
      fit_.problem = FitProblem::no_imitation;
    if (!fit_.ceiling_free)
      return;
    if (*fit_.ceiling > most_ * farthest_ceiling)
      fit_.problem = FitProblem::ceiling_unbounded;
    else if (const auto top = fit_.peak(); top && *top > years_.back())
      fit_.problem = FitProblem::before_peak;
  }

  void judge() {
    const auto n = static_cast<double>(fit_.increments);
    const double k =
        static_cast<double>(analysis::parameters_of(fit_).size()) + 1;     // and the residuals' variance
    const double mean = std::max(fit_.squares / n, 1e-12 * most_ * most_); // a perfect fit is no infinity
    if (n - k - 1 > 0)
      fit_.aicc = n * std::log(mean) + 2 * k + 2 * k * (k + 1) / (n - k - 1);
  }
};
} // namespace

namespace analysis {

std::vector<double> parameters_of(const GrowthFit& fit) {
  if (fit.model == GrowthModel::linear)
    return {fit.pace};
  std::vector<double> all{fit.model == GrowthModel::bass ? std::log(fit.p) : fit.p, std::log(fit.q)};
  if (fit.ceiling_free)
    all.push_back(std::log(*fit.ceiling));
  return all;
}

GrowthFit with_parameters(const GrowthFit& fit, const std::vector<double>& parameters) {
  GrowthFit other = fit;
  if (fit.model == GrowthModel::linear) {
    other.pace = parameters[0];
    return other;
  }
  other.p = fit.model == GrowthModel::bass ? std::exp(parameters[0]) : parameters[0];
  other.q = std::exp(parameters[1]);
  if (fit.ceiling_free)
    other.ceiling = std::exp(parameters[2]);
  return other;
}

Matrix covariance_of(const GrowthFit& fit, std::span<const Observation> points) {
  const std::vector<double> centre = parameters_of(fit);
  const std::size_t size = centre.size();
  if (size == 0)
    return {};
  const auto increments = [&](const std::vector<double>& place) {
    const GrowthFit moved = with_parameters(fit, place);
    std::vector<double> all;
    for (std::size_t i = 1; i < points.size(); ++i) {
      const auto years = [&](std::size_t at) { return years_between(points.front().date, points[at].date); };
      all.push_back(moved.at(years(i)) - moved.at(years(i - 1)));
    }
    return all;
  };
  std::vector<std::vector<double>> slopes;
  for (std::size_t i = 0; i < size; ++i) {
    const double step = 1e-5 * std::max(1.0, std::abs(centre[i]));
    std::vector<double> up = centre;
    std::vector<double> down = centre;
    up[i] += step;
    down[i] -= step;
    auto slope = increments(up);
    const auto below = increments(down);
    for (std::size_t t = 0; t < slope.size(); ++t)
      slope[t] = (slope[t] - below[t]) / (2 * step);
    slopes.push_back(std::move(slope));
  }
  Matrix normal(size, std::vector<double>(size));
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j)
      for (std::size_t t = 0; t < slopes[i].size(); ++t)
        normal[i][j] += slopes[i][t] * slopes[j][t];
  auto inverted = inverse(std::move(normal)).value_or(Matrix(size, std::vector<double>(size)));
  for (auto& row : inverted)
    for (double& cell : row)
      cell *= variance_of(fit);
  return inverted;
}

double variance_of(const GrowthFit& fit) {
  const auto degrees = static_cast<double>(fit.increments) - static_cast<double>(parameters_of(fit).size());
  return fit.squares / std::max(1.0, degrees);
}
} // namespace analysis

double GrowthFit::at(double years) const {
  switch (model) {
  case GrowthModel::linear: return start + pace * years;
  case GrowthModel::logistic: return *ceiling / (1 + std::exp(std::min(700.0, -q * (years - p))));
  case GrowthModel::bass: break;
  }
  // The solution of dF/dt = (p + q F)(1 - F) from the share that the first observation is of the ceiling.
  const double share = std::min(start / *ceiling, 1.0);
  const double left = (1 - share) / (p + q * share);
  const double gone = std::exp(-(p + q) * years) * left;
  return *ceiling * (1 - p * gone) / (1 + q * gone);
}

std::optional<double> GrowthFit::peak() const {
  if (model == GrowthModel::linear)
    return std::nullopt;
  if (model == GrowthModel::logistic)
    return p > 0 ? std::optional(p) : std::nullopt;
  const double share = std::min(start / *ceiling, 1.0);
  const double factor = q * (1 - share) / (p + q * share);
  return factor > 1 ? std::optional(std::log(factor) / (p + q)) : std::nullopt;
}

GrowthFit fit_growth(GrowthModel model, std::span<const Observation> points, std::optional<double> ceiling) {
  return Fitting(model, points, ceiling).fit();
}

} // namespace deploy_plan
