#include "deploy_plan/text.hpp"
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace deploy_plan {
namespace {

constexpr std::string_view narrow_no_break_space = "\u202f";

std::string grouped(std::string_view digits, Language language) {
  std::string result;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0)
      result += language == Language::french ? narrow_no_break_space : ",";
    result += digits[i];
  }
  return result;
}

constexpr std::string_view minus = "\u2212";

/// Digits with at most one point, as each language writes them.
std::string localized(std::string plain, Language language) {
  std::string sign;
  if (plain.starts_with('-')) {
    sign = minus;
    plain.erase(0, 1);
  }
  const auto point = plain.find('.');
  std::string result = sign + grouped(std::string_view(plain).substr(0, point), language);
  if (point != std::string::npos)
    result += (language == Language::french ? "," : ".") + plain.substr(point + 1);
  return result;
}

std::string superscript(int exponent) {
  constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string result = exponent < 0 ? "⁻" : "";
  for (const char digit : fmt::format("{}", std::abs(exponent)))
    result += digits.at(static_cast<std::size_t>(digit - '0'));
  return result;
}

/// Where people read every digit without counting zeros; beyond, powers of ten.
bool is_plain(double size) { return size == 0 || (size >= 1e-6 && size <= 1e15); }

/// The shortest digits that read back as the same number.
std::string digits_of(double number, std::chars_format format) {
  std::array<char, 64> room{};
  const auto end = std::to_chars(room.data(), room.data() + room.size(), number, format).ptr;
  return {room.data(), end};
}

std::string power_of_ten(double number, Language language) {
  const std::string plain = digits_of(number, std::chars_format::scientific);
  const auto e = plain.find('e');
  int exponent = 0;
  const auto from = e + (plain[e + 1] == '+' ? 2 : 1);
  std::from_chars(plain.data() + from, plain.data() + plain.size(), exponent);
  return localized(plain.substr(0, e), language) + "\u00a0×\u00a010" + superscript(exponent);
}

/// What is no number has no digits: nothing shows "nan" or "inf" to people.
std::string not_a_figure(Language language) { return std::string(Text{"unknown", "inconnu"}.in(language)); }

constexpr std::array<Text, 12> months = {{{"January", "janvier"},
                                          {"February", "février"},
                                          {"March", "mars"},
                                          {"April", "avril"},
                                          {"May", "mai"},
                                          {"June", "juin"},
                                          {"July", "juillet"},
                                          {"August", "août"},
                                          {"September", "septembre"},
                                          {"October", "octobre"},
                                          {"November", "novembre"},
                                          {"December", "décembre"}}};
} // namespace

Month month_of(Date day) {
  const std::chrono::year_month_day date{day};
  return {date.year() / date.month() / 1};
}
Date last_day(Month month) { return next(month).first - std::chrono::days{1}; }
std::int64_t months_between(Month from, Month to) {
  const std::chrono::year_month_day first{from.first};
  const std::chrono::year_month_day last{to.first};
  return (last.year() / last.month() - first.year() / first.month()).count();
}
Month next(Month month) { return {std::chrono::year_month_day{month.first} + std::chrono::months{1}}; }

std::string say(double number, Language language) {
  if (!std::isfinite(number))
    return not_a_figure(language);
  if (!is_plain(std::abs(number)))
    return power_of_ten(number, language);
  return localized(digits_of(number == 0 ? 0.0 : number, std::chars_format::fixed), language);
}

std::string say(std::int64_t number, Language language) {
  return localized(fmt::format("{}", number), language);
}

std::string say(Month month, Language language) {
  const std::chrono::year_month_day first{month.first};
  return fmt::format("{} {}", months.at(static_cast<unsigned>(first.month()) - 1).in(language),
                     static_cast<int>(first.year()));
}

std::string say(Date date, Language language) {
  const auto number = static_cast<unsigned>(std::chrono::year_month_day{date}.day());
  const bool first_in_french = language == Language::french && number == 1;
  return fmt::format("{}{} {}", number, first_in_french ? "ᵉʳ" : "", say(Month{date}, language));
}

std::string iso(Date date) {
  const std::chrono::year_month_day day{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string iso(Month month) { return iso(month.first).substr(0, 7); }

std::string say(Share share, Language language) {
  const std::string_view percent = language == Language::french ? "\u202f%" : "%";
  if (!std::isfinite(share.of_one * 100))
    return not_a_figure(language);
  if (std::abs(share.of_one) * 100 >= 1e15)
    return say(share.of_one * 100, language).append(percent);
  // More decimals until the figure no longer claims to be all, or nothing, when it is not.
  for (int decimals = 1;; ++decimals) {
    std::string plain = fmt::format("{:.{}f}", share.of_one * 100, decimals);
    while (plain.find('.') != std::string::npos && (plain.ends_with('0') || plain.ends_with('.')))
      plain.pop_back();
    const bool misleads = (plain == "100" && share.of_one != 1) || (plain == "0" && share.of_one != 0);
    if (!misleads || decimals == 9)
      return localized(plain == "-0" ? "0" : plain, language).append(percent);
  }
}

std::string say(const Money& money, Language language) {
  if (!std::isfinite(money.amount))
    return not_a_figure(language);
  const bool euro = money.currency.empty() || money.currency == "EUR";
  if (language == Language::french)
    return say(money.amount, language) + "\u00a0" + (euro ? "€" : money.currency);
  const std::string sign(money.amount < 0 ? minus : ""); // before the currency: −€600
  return sign + (euro ? "€" : money.currency + "\u00a0") + say(std::abs(money.amount), language);
}

} // namespace deploy_plan
