#include "analysis/sequence/autoregression.hpp"
#include <algorithm>
#include <cmath>
#include <utility>

namespace deploy_plan::analysis {

SharedColumns::SharedColumns(std::vector<Regressor> columns) : columns_(std::move(columns)) {
  const std::size_t steps = length();
  for (const Regressor& column : columns_) {
    Regressor sums(steps + 1);
    for (std::size_t t = 0; t < steps; ++t)
      sums[t + 1] = sums[t] + column[t];
    sums_.push_back(std::move(sums));
  }
  for (const Regressor& a : columns_)
    for (const Regressor& b : columns_) {
      Products made;
      for (std::size_t t = 0; t < steps; ++t)
        made.all += a[t] * b[t];
      for (std::size_t t = 1; t < steps; ++t)
        made.apart += a[t] * b[t - 1] + a[t - 1] * b[t];
      made.ends = a.front() * b.front() + a.back() * b.back();
      products_.push_back(made);
    }
}

namespace {

/// The metric without its factor 1 / (1 - rho²): 1 + rho² on the diagonal, 1 at the ends, -rho beside it.
double in_metric(const SharedColumns::Products& products, double rho) {
  return products.all + rho * rho * (products.all - products.ends) - rho * products.apart;
}

/// Levels' equations, which have three diagonals, factored from both ends.
class ThreeDiagonals {
public:
  ThreeDiagonals(const std::vector<double>& diagonal, double beside)
      : forward_(diagonal), backward_(diagonal), diagonal_(diagonal), beside_(beside) {
    for (std::size_t i = 1; i < forward_.size(); ++i)
      forward_[i] -= beside * beside / forward_[i - 1];
    for (std::size_t i = backward_.size() - 1; i-- > 0;)
      backward_[i] -= beside * beside / backward_[i + 1];
  }
  [[nodiscard]] double log_determinant() const {
    double sum = 0;
    for (const double pivot : forward_)
      sum += std::log(pivot);
    return sum;
  }
  /// Solves in place.
  void solve(std::span<double> side) const {
    for (std::size_t i = 1; i < side.size(); ++i)
      side[i] -= beside_ / forward_[i - 1] * side[i - 1];
    side.back() /= forward_.back();
    for (std::size_t i = side.size() - 1; i-- > 0;)
      side[i] = (side[i] - beside_ * side[i + 1]) / forward_[i];
  }
  /// Of the inverse: (e_i - e_before)' inverse (e_i - e_before).
  [[nodiscard]] double change_variance(std::size_t i) const {
    const double here = 1 / (forward_[i] + backward_[i] - diagonal_[i]);
    const double before = 1 / (forward_[i - 1] + backward_[i - 1] - diagonal_[i - 1]);
    const double between = -beside_ / backward_[i] * before;
    return here + before - 2 * between;
  }

private:
  std::vector<double> forward_, backward_;
  const std::vector<double>& diagonal_;
  double beside_;
};

/// Cholesky's factor of a handful of equations, a row after the other.
class SmallFactor {
public:
  explicit SmallFactor(std::size_t size) : size_(size), rows_(size * size) {}
  double& at(std::size_t i, std::size_t j) { return rows_[i * size_ + j]; }
  [[nodiscard]] double at(std::size_t i, std::size_t j) const { return rows_[i * size_ + j]; }
  void factor() {
    for (std::size_t i = 0; i < size_; ++i)
      for (std::size_t j = 0; j <= i; ++j) {
        double rest = at(i, j);
        for (std::size_t k = 0; k < j; ++k)
          rest -= at(i, k) * at(j, k);
        at(i, j) = i == j ? std::sqrt(std::max(rest, 1e-300)) : rest / at(j, j);
      }
  }
  /// The factor's inverse times a side, in place, of the first so many equations.
  void solve(std::span<double> side) const {
    for (std::size_t i = 0; i < side.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k)
        side[i] -= at(i, k) * side[k];
      side[i] /= at(i, i);
    }
  }
  void solve_transposed(std::span<double> side) const {
    for (std::size_t i = side.size(); i-- > 0;) {
      for (std::size_t k = i + 1; k < side.size(); ++k)
        side[i] -= at(k, i) * side[k];
      side[i] /= at(i, i);
    }
  }

private:
  std::size_t size_;
  std::vector<double> rows_;
};
} // namespace

Autoregression::Autoregression(const SharedColumns& columns, std::vector<std::size_t> bounds)
    : columns_(columns), bounds_(std::move(bounds)) {
  const std::size_t last = length() - 1;
  for (std::size_t column = 0; column < columns.count(); ++column)
    for (std::size_t part = 0; part < segments(); ++part) {
      const std::size_t begin = bounds_[part];
      const std::size_t end = bounds_[part + 1];
      SharedColumns::Products sums;
      sums.all = columns.sum(column, begin, end);
      sums.ends = (begin == 0 ? columns.at(column, 0) : 0) + (end > last ? columns.at(column, last) : 0);
      sums.apart = columns.sum(column, begin == 0 ? 0 : begin - 1, end - 1) +
                   columns.sum(column, begin + 1, std::min(end + 1, length()));
      sums_.push_back(sums);
    }
}

std::vector<double> Autoregression::right_sides(double rho) const {
  std::vector<double> sides;
  sides.reserve(sums_.size());
  for (const SharedColumns::Products& one : sums_)
    sides.push_back(in_metric(one, rho));
  return sides;
}

std::vector<double> Autoregression::diagonal(double rho) const {
  std::vector<double> values;
  for (std::size_t part = 0; part < segments(); ++part) {
    const auto steps = static_cast<double>(bounds_[part + 1] - bounds_[part]);
    const double ends = (part == 0 ? 1 : 0) + (part + 1 == segments() ? 1 : 0);
    values.push_back(in_metric({steps, ends, 2 * (steps - 1)}, rho));
  }
  return values;
}

LeastSquares Autoregression::at(double rho) const {
  const std::size_t parts = segments();
  const std::size_t all = columns_.count();
  const std::size_t shared = all - 1;
  const std::vector<double> on_diagonal = diagonal(rho);
  const ThreeDiagonals of_levels(on_diagonal, -rho);
  const std::vector<double> sides = right_sides(rho);
  std::vector<double> solved = sides;
  for (std::size_t column = 0; column < all; ++column)
    of_levels.solve(std::span(solved).subspan(column * parts, parts));

  SmallFactor rest(all);
  for (std::size_t a = 0; a < all; ++a)
    for (std::size_t b = 0; b <= a; ++b) {
      double value = in_metric(columns_.products(a, b), rho);
      for (std::size_t part = 0; part < parts; ++part)
        value -= sides[a * parts + part] * solved[b * parts + part];
      rest.at(a, b) = value;
    }
  rest.factor();

  const double remains = 1 - rho * rho;
  LeastSquares solution;
  solution.log_determinant = of_levels.log_determinant();
  for (std::size_t i = 0; i < shared; ++i) {
    const double told = rest.at(i, i) * rest.at(i, i);
    solution.log_determinant += std::log(told);
    solution.least_told = std::min(solution.least_told, told / in_metric(columns_.products(i, i), rho));
  }
  solution.residual = rest.at(shared, shared) * rest.at(shared, shared) / remains;
  for (std::size_t i = 0; i < shared; ++i)
    solution.shared.push_back(rest.at(shared, i));
  rest.solve_transposed(solution.shared);
  std::vector<double> moved(shared);
  for (std::size_t part = 0; part < parts; ++part) {
    double level = solved[shared * parts + part];
    for (std::size_t i = 0; i < shared; ++i)
      level -= solved[i * parts + part] * solution.shared[i];
    solution.levels.push_back(level);
    if (part == 0)
      continue;
    for (std::size_t i = 0; i < shared; ++i)
      moved[i] = solved[i * parts + part] - solved[i * parts + part - 1];
    rest.solve(moved);
    double variance = of_levels.change_variance(part);
    for (const double one : moved)
      variance += one * one;
    solution.change_variances.push_back(variance * remains);
  }
  return solution;
}

} // namespace deploy_plan::analysis
