// Growth models fitted by least squares on the increments between observations.
#include "analysis/forecast/growth.hpp"
#include "analysis/numbers/matrix.hpp"
#include "analysis/solver/optimiser.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

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
      const double residual = points_[i].value - points_[i - 1].value - (now - before);
      sum += residual * residual;
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
    fit_ = analysis::with_parameters(fit_, settled(*best, low, high));
    fit_.squares = squares_of(fit_);
    find_problem(span);
  }

  /// Where the search ends depends on the last digits of its sums, and these on the compiler. Gauss and
  /// Newton's steps lead on from there to the bottom of the valley, which does not; what is left of the
  /// difference is rounded away.
  std::vector<double> settled(const std::vector<double>& found, const std::vector<double>& low,
                              const std::vector<double>& high) const {
    constexpr int most_steps = 100;
    constexpr double near_enough = 1e-12;
    std::vector<double> place = found;
    double moved = HUGE_VAL;
    for (int step = 0; step < most_steps && moved > near_enough; ++step) {
      const auto towards = analysis::newton_step(analysis::with_parameters(fit_, place), points_);
      moved = 0;
      for (std::size_t i = 0; i < towards.size(); ++i) {
        place[i] = std::clamp(place[i] + towards[i], low[i], high[i]);
        moved = std::max(moved, std::abs(towards[i]));
      }
    }
    const double before = squares_of(analysis::with_parameters(fit_, found));
    const bool is_better = squares_of(analysis::with_parameters(fit_, place)) <= before * (1 + 1e-9);
    return rounded(is_better ? place : found);
  }

  static std::vector<double> rounded(std::vector<double> place) {
    constexpr double grid = 1e8; // a parameter's logarithm to 1e-8: far finer than any of them is known
    for (double& one : place)
      one = std::round(one * grid) / grid;
    return place;
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

namespace {

/// What each increment, between an observation and the next, gains by a parameter.
Matrix slopes_of(const GrowthFit& fit, std::span<const Observation> points) {
  const std::vector<double> centre = parameters_of(fit);
  const auto increments = [&](const std::vector<double>& place) {
    const GrowthFit moved = with_parameters(fit, place);
    std::vector<double> all;
    for (std::size_t i = 1; i < points.size(); ++i) {
      const auto years = [&](std::size_t at) { return years_between(points.front().date, points[at].date); };
      all.push_back(moved.at(years(i)) - moved.at(years(i - 1)));
    }
    return all;
  };
  Matrix slopes;
  for (std::size_t i = 0; i < centre.size(); ++i) {
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
  return slopes;
}

double product(const std::vector<double>& a, const std::vector<double>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// The inverse of the slopes' products with each other; zeros where there is none.
Matrix inverse_of_products(const Matrix& slopes) {
  const std::size_t size = slopes.size();
  Matrix normal(size, std::vector<double>(size));
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j)
      normal[i][j] = product(slopes[i], slopes[j]);
  return inverse(std::move(normal)).value_or(Matrix(size, std::vector<double>(size)));
}
} // namespace

Matrix covariance_of(const GrowthFit& fit, std::span<const Observation> points) {
  Matrix inverted = inverse_of_products(slopes_of(fit, points));
  for (auto& row : inverted)
    for (double& cell : row)
      cell *= variance_of(fit);
  return inverted;
}

std::vector<double> newton_step(const GrowthFit& fit, std::span<const Observation> points) {
  const Matrix slopes = slopes_of(fit, points);
  std::vector<double> residuals;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const auto value = [&](std::size_t at) {
      return fit.at(years_between(points.front().date, points[at].date));
    };
    residuals.push_back(points[i].value - points[i - 1].value - (value(i) - value(i - 1)));
  }
  std::vector<double> downhill;
  for (const std::vector<double>& slope : slopes)
    downhill.push_back(product(slope, residuals));
  std::vector<double> step;
  for (const std::vector<double>& row : inverse_of_products(slopes))
    step.push_back(product(row, downhill));
  return step;
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
