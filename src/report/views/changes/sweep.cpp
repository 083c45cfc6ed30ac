#include "report/views/changes/sweep.hpp"
#include "answers/json.hpp"
#include "text/number.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace deploy_plan::report {
namespace {

/// A number as a person writes it, and how many decimals it has.
struct Decimal {
  double value = 0;
  int decimals = 0;
};
std::optional<Decimal> read_decimal(std::string_view digits) {
  const auto value = text::read_number(digits);
  if (!value)
    return std::nullopt;
  Decimal result{*value, 0};
  const auto point = digits.find_first_of(".,");
  const auto last = digits.find_first_of("eE");
  if (last != std::string_view::npos)
    result.decimals = 12;
  else if (point != std::string_view::npos)
    result.decimals = static_cast<int>(std::min<std::size_t>(12, digits.size() - point - 1));
  return result;
}
} // namespace

std::optional<SweepAxis> read_axis(const std::string& text) {
  const auto equals = text.find('=');
  const auto first = text.find(':', std::min(equals, text.size()));
  const auto second = text.find(':', std::min(first, text.size() - 1) + 1);
  if (equals == std::string::npos || equals == 0 || first == std::string::npos || second == std::string::npos)
    return std::nullopt;
  const auto from = read_decimal(std::string_view(text).substr(equals + 1, first - equals - 1));
  const auto to = read_decimal(std::string_view(text).substr(first + 1, second - first - 1));
  const auto step = read_decimal(std::string_view(text).substr(second + 1));
  if (!from || !to || !step || step->value == 0)
    return std::nullopt;
  // A last value that only rounding keeps from the end is the end.
  const double steps = std::floor((to->value - from->value) / step->value + 1e-9);
  if (!(steps >= 0) || steps >= static_cast<double>(most_points))
    return std::nullopt;
  return SweepAxis{text.substr(0, equals), from->value, step->value, static_cast<std::size_t>(steps) + 1,
                   std::max(from->decimals, step->decimals)};
}

double SweepAxis::value(std::size_t index) const {
  const double raw = from + static_cast<double>(index) * step;
  const double scale = std::pow(10.0, decimals);
  const double whole = std::round(raw * scale);
  return std::abs(whole) < model::largest_exact ? whole / scale : raw;
}
std::string SweepAxis::digits(std::size_t index) const { return answers::as_json_number(value(index)); }

std::size_t Sweep::size() const {
  std::size_t all = 1;
  for (const SweepAxis& axis : axes)
    all *= axis.count;
  return all;
}

std::vector<std::size_t> Sweep::indices(std::size_t point) const {
  std::vector<std::size_t> all(axes.size());
  for (std::size_t i = axes.size(); i-- > 0;) {
    all[i] = point % axes[i].count;
    point /= axes[i].count;
  }
  return all;
}

std::vector<std::string> Sweep::assignments(std::size_t point) const {
  const auto at = indices(point);
  std::vector<std::string> all;
  for (std::size_t i = 0; i < axes.size(); ++i)
    all.push_back(axes[i].path + "==" + axes[i].digits(at[i]));
  return all;
}

std::string Sweep::name(std::size_t point) const {
  const auto at = indices(point);
  std::string all;
  for (std::size_t i = 0; i < axes.size(); ++i)
    all += (i == 0 ? "" : ", ") + axes[i].path + "=" + axes[i].digits(at[i]);
  return all;
}

} // namespace deploy_plan::report
