#include "analysis/sequence/segments.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace deploy_plan::analysis {

Segments::Segments(std::span<const std::size_t> starts, std::size_t length) : order_(starts.size()) {
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::stable_sort(order_.begin(), order_.end(),
                   [&](std::size_t a, std::size_t b) { return starts[a] < starts[b]; });
  bounds_.push_back(0);
  for (const std::size_t start : order_)
    bounds_.push_back(std::min(starts[start], length));
  bounds_.push_back(length);
}

bool Segments::are_apart() const {
  return std::adjacent_find(bounds_.begin(), bounds_.end()) == bounds_.end();
}

int most_harmonics(double year, std::size_t length) {
  constexpr double years = 2 * 0.99; // two years of months have a day less than two of the calendar
  constexpr double steps_a_pair = 3; // with fewer, a sine and its cosine look alike
  if (!(year >= steps_a_pair) || static_cast<double>(length) < years * year)
    return 0;
  return year >= 2 * steps_a_pair ? 2 : 1;
}

std::vector<Regressor> columns_of_time(std::size_t length, double year, int pairs) {
  std::vector<Regressor> columns(1 + 2 * static_cast<std::size_t>(pairs), Regressor(length));
  const double last = std::max(1.0, static_cast<double>(length) - 1);
  for (std::size_t t = 0; t < length; ++t) {
    const auto time = static_cast<double>(t);
    columns[0][t] = time / last - 0.5;
    for (std::size_t pair = 0; 2 * pair + 2 < columns.size(); ++pair) {
      const double angle = 2 * std::numbers::pi * static_cast<double>(pair + 1) * time / year;
      columns[1 + 2 * pair][t] = std::cos(angle);
      columns[2 + 2 * pair][t] = std::sin(angle);
    }
  }
  return columns;
}

} // namespace deploy_plan::analysis
