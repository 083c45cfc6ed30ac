#include "text/number.hpp"
#include "text/spaces.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace deploy_plan::text {
namespace {

std::optional<double> read_plain(std::string_view words) {
  double value = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
  const bool whole = error == std::errc{} && end == words.data() + words.size();
  return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}
} // namespace

bool is_ambiguous(std::string_view words) {
  if (words.starts_with('-'))
    words.remove_prefix(1);
  const auto comma = words.find(',');
  if (comma == std::string_view::npos || comma == 0 || comma > 3 || words.front() == '0')
    return false;
  const auto before = words.substr(0, comma);
  const auto after = words.substr(comma + 1);
  return after.size() == 3 && std::all_of(before.begin(), before.end(), is_digit) &&
         std::all_of(after.begin(), after.end(), is_digit);
}

namespace {
/// Its digits with a decimal point; nothing where they could be two numbers.
std::optional<std::string> with_point(std::string_view words) {
  std::string digits(words);
  const auto comma = digits.find(',');
  if (comma == std::string::npos)
    return digits;
  if (digits.find('.') != std::string::npos || is_ambiguous(words))
    return std::nullopt;
  digits[comma] = '.'; // a second comma is left, and is no part of a number
  return digits;
}
} // namespace

std::optional<double> read_number(std::string_view words) {
  const auto digits = with_point(words);
  return digits ? read_plain(*digits) : std::nullopt;
}

std::optional<std::string_view> before_percent(std::string_view words) {
  if (!words.ends_with('%'))
    return std::nullopt;
  words.remove_suffix(1);
  words.remove_suffix(space_after(words));
  return words;
}

std::optional<double> read_number_or_percent(std::string_view words) {
  const auto percent = before_percent(words);
  if (!percent)
    return read_number(words);
  const auto digits = with_point(*percent);
  return digits ? read_plain(*digits + "e-2") : std::nullopt; // as it is written: 12.3 / 100 is not 0.123
}

double shown(double number) {
  const double size = std::abs(number);
  if (size >= 100 || size == 0 || !std::isfinite(size))
    return std::round(number);
  const double scale = std::pow(10.0, 2 - std::floor(std::log10(size)));
  return std::round(number * scale) / scale;
}

std::optional<double> read_whole(std::string_view words) {
  constexpr double largest_exact = 9007199254740991;
  const auto digits = words.starts_with('-') ? words.substr(1) : words;
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit))
    return std::nullopt;
  const auto value = read_plain(words);
  return value && std::abs(*value) <= largest_exact ? value : std::nullopt;
}

} // namespace deploy_plan::text
