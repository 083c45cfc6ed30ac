// Segmented quasi-Poisson regression by iteratively reweighted least squares.
#include "analysis/matrix.hpp"
#include "deploy_plan/statistics.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace {

using analysis::inverse;
using analysis::Matrix;
using Row = std::vector<double>;

class Fitter {
public:
  /// Time is scaled to [0, 1], so that the equations keep their digits however long the series.
  Fitter(std::span<const double> seen, std::span<const std::size_t> starts)
      : counts(seen), scale(1.0 / std::max<double>(1, static_cast<double>(seen.size()) - 1)) {
    for (std::size_t t = 0; t < counts.size(); ++t) {
      Row row{1, static_cast<double>(t) * scale};
      for (const std::size_t start : starts)
        row.push_back(t >= start ? 1 : 0);
      design.push_back(std::move(row));
    }
  }

  std::optional<SegmentedFit> fit() {
    const std::size_t size = design.front().size();
    if (counts.size() <= size ||
        std::all_of(counts.begin(), counts.end(), [](double count) { return count == 0; }))
      return std::nullopt;
    Row means;
    for (const double count : counts)
      means.push_back(count + 0.1); // R's start
    Row before(size);
    for (int step = 0; step < 100; ++step) {
      if (!solve(means))
        return std::nullopt;
      double moved = 0;
      for (std::size_t i = 0; i < size; ++i)
        moved = std::max(moved, std::abs(coefficients[i] - before[i]));
      before = coefficients;
      for (std::size_t t = 0; t < counts.size(); ++t)
        means[t] = std::exp(std::clamp(linear(t), -700.0, 700.0));
      if (step > 0 && moved < 1e-13 * (1 + std::abs(before[0])))
        return told(means);
    }
    return told(means);
  }

private:
  std::span<const double> counts;
  const double scale;
  Matrix design;
  Row coefficients;
  Matrix covariance; ///< unscaled

  double linear(std::size_t t) const {
    double sum = 0;
    for (std::size_t i = 0; i < coefficients.size(); ++i)
      sum += coefficients[i] * design[t][i];
    return sum;
  }

  /// One step: weighted least squares of the working response on the design.
  bool solve(const Row& means) {
    const std::size_t size = design.front().size();
    Matrix normal(size, Row(size));
    Row right(size);
    for (std::size_t t = 0; t < counts.size(); ++t) {
      const double weight = means[t];
      const double response = std::log(means[t]) + (counts[t] - means[t]) / means[t];
      for (std::size_t i = 0; i < size; ++i) {
        right[i] += design[t][i] * weight * response;
        for (std::size_t j = 0; j < size; ++j)
          normal[i][j] += design[t][i] * weight * design[t][j];
      }
    }
    auto inverted = inverse(std::move(normal));
    if (!inverted)
      return false;
    covariance = std::move(*inverted);
    coefficients.assign(size, 0);
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t j = 0; j < size; ++j)
        coefficients[i] += covariance[i][j] * right[j];
    return std::all_of(coefficients.begin(), coefficients.end(),
                       [](double one) { return std::isfinite(one); });
  }

  std::optional<SegmentedFit> told(const Row& means) {
    if (!solve(means))
      return std::nullopt;
    SegmentedFit fit;
    double pearson = 0;
    for (std::size_t t = 0; t < counts.size(); ++t)
      pearson += std::pow(counts[t] - means[t], 2) / means[t];
    fit.dispersion = pearson / static_cast<double>(counts.size() - coefficients.size());
    for (std::size_t i = 0; i < coefficients.size(); ++i) {
      const double unit = i == 1 ? scale : 1;
      fit.coefficients.push_back(coefficients[i] * unit);
      fit.standard_errors.push_back(std::sqrt(std::max(0.0, covariance[i][i]) * fit.dispersion) * unit);
    }
    const auto finite = [](const Row& all) {
      return std::all_of(all.begin(), all.end(), [](double one) { return std::isfinite(one); });
    };
    return std::isfinite(fit.dispersion) && finite(fit.standard_errors) ? std::optional(fit) : std::nullopt;
  }
};
} // namespace

std::optional<SegmentedFit> segmented_fit(std::span<const double> counts,
                                          std::span<const std::size_t> starts) {
  if (counts.empty())
    return std::nullopt;
  return Fitter(counts, starts).fit();
}

double fitted_mean(const SegmentedFit& fit, std::span<const std::size_t> starts, double step,
                   std::optional<std::size_t> without) {
  double sum = fit.coefficients[0] + fit.coefficients[1] * step;
  for (std::size_t i = 0; i < starts.size(); ++i)
    if (i != without && step >= static_cast<double>(starts[i]))
      sum += fit.coefficients[2 + i];
  return std::exp(std::clamp(sum, -700.0, 700.0));
}

std::optional<double> expected_error(const SegmentedFit& fit, std::span<const std::size_t> starts,
                                     std::size_t start, std::size_t steps, std::size_t seen) {
  const std::size_t size = 2 + starts.size();
  if (steps <= size)
    return std::nullopt;
  Matrix normal(size, Row(size));
  Row row(size, 1);
  for (std::size_t t = 0; t < steps; ++t) {
    row[1] = static_cast<double>(t) / static_cast<double>(steps - 1);
    for (std::size_t i = 0; i < starts.size(); ++i)
      row[2 + i] = t >= starts[i] ? 1 : 0;
    const double weight = fitted_mean(fit, starts, static_cast<double>(seen > 0 ? std::min(t, seen - 1) : t));
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t j = 0; j < size; ++j)
        normal[i][j] += row[i] * weight * row[j];
  }
  const auto inverted = inverse(std::move(normal));
  if (!inverted)
    return std::nullopt;
  const double error = std::sqrt((*inverted)[2 + start][2 + start] * fit.dispersion);
  return std::isfinite(error) ? std::optional(error) : std::nullopt;
}

} // namespace deploy_plan
