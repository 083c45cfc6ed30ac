// Least squares of a series cut into segments, with errors of first order: AR(1).
//
// Each segment has a level; columns (trend, seasons) are shared by all. The inverse of an AR(1) correlation
// matrix has three diagonals, each a polynomial of the autocorrelation: sums made once give the normal
// equations of any autocorrelation, and those of the levels have three diagonals, too. So a solution takes
// time in proportion to the segments, whatever the length of the series (Rue and Held 2005, chapter 1).
#pragma once
#include <cstddef>
#include <span>
#include <vector>

namespace deploy_plan::analysis {

using Regressor = std::vector<double>;

/// Columns that all segments share, the response last, with their running sums.
class SharedColumns {
public:
  explicit SharedColumns(std::vector<Regressor> columns);
  [[nodiscard]] std::size_t count() const { return columns_.size(); }
  [[nodiscard]] std::size_t length() const { return columns_.front().size(); }
  [[nodiscard]] double at(std::size_t column, std::size_t step) const { return columns_[column][step]; }
  [[nodiscard]] double sum(std::size_t column, std::size_t from, std::size_t until) const {
    return sums_[column][until] - sums_[column][from];
  }
  /// Of the products of two columns: at the same step, at both ends, and one step apart in either order.
  struct Products {
    double all = 0, ends = 0, apart = 0;
  };
  [[nodiscard]] const Products& products(std::size_t a, std::size_t b) const {
    return products_[a * columns_.size() + b];
  }

private:
  std::vector<Regressor> columns_, sums_;
  std::vector<Products> products_;
};

/// What least squares give where the autocorrelation is known. Variances are in units of an error's.
struct LeastSquares {
  double log_determinant = 0;           ///< of the normal equations, times (1 - autocorrelation²)
  double residual = 0;                  ///< sum of squares in the metric of the correlations' inverse
  std::vector<double> levels;           ///< of segments
  std::vector<double> shared;           ///< coefficients of columns
  std::vector<double> change_variances; ///< of each segment's level less that of the one before
  double least_told = 1; ///< of a column's squares, the smallest part that no other column explains
};

class Autoregression {
public:
  /// `bounds`: where segments begin, and the end of the last; none is empty. The columns must outlive it.
  Autoregression(const SharedColumns& columns, std::vector<std::size_t> bounds);
  [[nodiscard]] LeastSquares at(double autocorrelation) const;
  /// How many coefficients.
  [[nodiscard]] std::size_t size() const { return segments() + columns_.count() - 1; }
  [[nodiscard]] std::size_t segments() const { return bounds_.size() - 1; }
  [[nodiscard]] std::size_t length() const { return columns_.length(); }
  /// Counts less coefficients.
  [[nodiscard]] double degrees() const { return static_cast<double>(length()) - static_cast<double>(size()); }

private:
  const SharedColumns& columns_;
  std::vector<std::size_t> bounds_;
  /// Of a column over a segment: its sum, that of ends of the series, that of neighbours of its steps.
  std::vector<SharedColumns::Products> sums_;

  [[nodiscard]] std::vector<double> right_sides(double rho) const;
  [[nodiscard]] std::vector<double> diagonal(double rho) const;
};

} // namespace deploy_plan::analysis
