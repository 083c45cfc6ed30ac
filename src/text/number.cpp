#include "text/number.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace deploy_plan::text {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

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

std::optional<double> read_number(std::string_view words) {
  const auto comma = words.find(',');
  if (comma == std::string_view::npos)
    return read_plain(words);
  if (words.find('.') != std::string_view::npos || is_ambiguous(words))
    return std::nullopt;
  std::string plain(words);
  plain[comma] = '.'; // a second comma is left, and is no part of a number
  return read_plain(plain);
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
