#include "model/written.hpp"
#include "text/number.hpp"
#include "text/spaces.hpp"
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>

namespace deploy_plan::model {
namespace {

constexpr std::string_view minus = "\u2212"; // as typeset figures have it

std::size_t digits_before(std::string_view words) {
  return std::min(words.find_first_not_of("0123456789"), words.size());
}

/// Reads a figure from its begin to its end.
class Reader {
public:
  Reader(std::string_view words, DecimalComma comma) : rest_(words), decimals_(comma) {}

  std::optional<std::string> read() {
    take_sign();
    if (!take_grouped() || !take_decimals() || !take_exponent() || !rest_.empty())
      return std::nullopt;
    return plain_;
  }

private:
  std::string_view rest_;
  DecimalComma decimals_;
  std::string plain_;

  void take(std::size_t bytes) {
    plain_ += rest_.substr(0, bytes);
    rest_.remove_prefix(bytes);
  }
  void take_sign() {
    const std::size_t bytes = rest_.starts_with('-') ? 1 : rest_.starts_with(minus) ? minus.size() : 0;
    plain_ = bytes > 0 ? "-" : "";
    rest_.remove_prefix(bytes);
  }
  bool take_digits() {
    const auto count = digits_before(rest_);
    take(count);
    return count > 0;
  }
  /// Digits, or groups of three of them after a first of at most three.
  bool take_grouped() {
    const bool may_group = digits_before(rest_) <= 3;
    if (!take_digits())
      return false;
    for (auto space = text::space_before(rest_); may_group && space > 0; space = text::space_before(rest_)) {
      if (digits_before(rest_.substr(space)) != 3)
        return false;
      rest_.remove_prefix(space);
      take(3);
    }
    return true;
  }
  bool take_decimals() {
    if (!rest_.starts_with('.') && !(decimals_ == DecimalComma::taken && rest_.starts_with(',')))
      return true;
    rest_.remove_prefix(1);
    plain_ += '.';
    return take_digits();
  }
  bool take_exponent() {
    if (!rest_.starts_with('e') && !rest_.starts_with('E'))
      return true;
    take(rest_.substr(1).starts_with('-') || rest_.substr(1).starts_with('+') ? 2 : 1);
    return take_digits();
  }
};
/// Whether a figure that no double holds is too great, rather than too near zero: by where its first digit
/// stands.
bool is_too_great(std::string_view figure) {
  const auto mark = std::min(figure.find_first_of("eE"), figure.size());
  std::string_view exponent = figure.substr(std::min(mark + 1, figure.size()));
  exponent.remove_prefix(exponent.starts_with('+') ? 1 : 0);
  const auto digits = figure.substr(0, mark);
  const auto point = std::min(digits.find('.'), digits.size());
  const auto first = std::min(digits.find_first_of("123456789"), digits.size());
  std::int64_t power = 0;
  const auto [end, error] = std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
  if (error == std::errc::result_out_of_range)
    return !exponent.starts_with('-');
  return power + static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first) > 0;
}
} // namespace

double read_number(std::string_view digits) {
  double value = 0;
  if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec !=
      std::errc::result_out_of_range)
    return value;
  const double beyond = is_too_great(digits) ? std::numeric_limits<double>::infinity() : 0;
  return digits.starts_with('-') ? -beyond : beyond;
}

std::optional<std::string> plain_figure(std::string_view words, DecimalComma comma) {
  return Reader(words, comma).read();
}

std::optional<std::string> plain_percent(std::string_view words) {
  const auto percent = text::before_percent(words);
  const bool has_exponent = words.find_first_of("eE") != std::string_view::npos;
  auto plain = percent && !has_exponent ? plain_figure(*percent, DecimalComma::taken) : std::nullopt;
  return plain ? std::optional(*plain + "e-2") : std::nullopt;
}

std::optional<double> read_percent(std::string_view words) {
  const auto plain = plain_percent(words);
  return plain ? std::optional(read_number(*plain)) : std::nullopt;
}

} // namespace deploy_plan::model
