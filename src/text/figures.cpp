#include "deploy_plan/text.hpp"
#include <array>
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

std::string localized(std::string plain, Language language) {
  if (plain.find('e') != std::string::npos || plain.find('n') != std::string::npos)
    return plain; // beyond what fixed notation can show: the scientific form is the same in both languages
  std::string sign;
  if (plain.starts_with('-')) {
    sign = language == Language::french ? "\u2212" : "-";
    plain.erase(0, 1);
  }
  const auto point = plain.find('.');
  std::string result = sign + grouped(std::string_view(plain).substr(0, point), language);
  if (point != std::string::npos)
    result += (language == Language::french ? "," : ".") + plain.substr(point + 1);
  return result;
}

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

std::string say(double number, Language language) {
  return localized(fmt::format("{}", number == 0 ? 0.0 : number), language);
}

std::string say(std::int64_t number, Language language) {
  return localized(fmt::format("{}", number), language);
}

std::string say(Date date, Language language) {
  const std::chrono::year_month_day day{date};
  const auto number = static_cast<unsigned>(day.day());
  const auto month = months.at(static_cast<unsigned>(day.month()) - 1).in(language);
  const bool first_in_french = language == Language::french && number == 1;
  return fmt::format("{}{} {} {}", number, first_in_french ? "ᵉʳ" : "", month, static_cast<int>(day.year()));
}

std::string iso(Date date) {
  const std::chrono::year_month_day day{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string say(Share share, Language language) {
  // More decimals until the figure no longer claims to be all, or nothing, when it is not.
  for (int decimals = 1;; ++decimals) {
    std::string plain = fmt::format("{:.{}f}", share.of_one * 100, decimals);
    while (plain.find('.') != std::string::npos && (plain.ends_with('0') || plain.ends_with('.')))
      plain.pop_back();
    const bool misleads = (plain == "100" && share.of_one != 1) || (plain == "0" && share.of_one != 0);
    if (!misleads || decimals == 9)
      return localized(plain, language) + (language == Language::french ? "\u202f%" : "%");
  }
}

std::string say(const Money& money, Language language) {
  const std::string amount = say(money.amount, language);
  const bool euro = money.currency.empty() || money.currency == "EUR";
  if (language == Language::french)
    return amount + "\u00a0" + (euro ? "€" : money.currency);
  return euro ? "€" + amount : money.currency + "\u00a0" + amount;
}

} // namespace deploy_plan
