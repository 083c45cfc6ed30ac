#include "analysis/numbers/matrix.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {

std::optional<Matrix> inverse(Matrix matrix) {
  const std::size_t size = matrix.size();
  Matrix result(size, std::vector<double>(size));
  for (std::size_t i = 0; i < size; ++i)
    result[i][i] = 1;
  for (std::size_t column = 0; column < size; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column; row < size; ++row)
      if (std::abs(matrix[row][column]) > std::abs(matrix[pivot][column]))
        pivot = row;
    std::swap(matrix[pivot], matrix[column]);
    std::swap(result[pivot], result[column]);
    const double divisor = matrix[column][column];
    if (!(std::abs(divisor) > 1e-12))
      return std::nullopt;
    for (std::size_t i = 0; i < size; ++i) {
      matrix[column][i] /= divisor;
      result[column][i] /= divisor;
    }
    for (std::size_t row = 0; row < size; ++row) {
      const double factor = row == column ? 0 : matrix[row][column];
      for (std::size_t i = 0; factor != 0 && i < size; ++i) {
        matrix[row][i] -= factor * matrix[column][i];
        result[row][i] -= factor * result[column][i];
      }
    }
  }
  return result;
}

} // namespace deploy_plan::analysis
