#include "report/exports/pilote.hpp"
#include "source/csv.hpp"
#include "text/terminal.hpp"
#include <array>
#include <charconv>

namespace deploy_plan::report {
namespace {

std::string_view type_of(IndicatorValue kind) {
  switch (kind) {
  case IndicatorValue::initial: return "vi";
  case IndicatorValue::current: return "va";
  case IndicatorValue::target: break;
  }
  return "vc";
}

/// The shortest digits that read back the same, without a power of ten.
std::string plain_digits(double value) {
  std::array<char, 1100> digits{}; // the longest double has 1 077 of them
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  return value == 0 ? "0" : std::string(digits.data(), end.ptr);
}

/// A hundred times as much, digit by digit: a product would not read back the same.
std::string in_percent(std::string digits) {
  const std::string sign = digits.starts_with('-') ? "-" : "";
  digits.erase(0, sign.size());
  std::size_t point = digits.find('.');
  if (point == std::string::npos)
    point = digits.size();
  else
    digits.erase(point, 1);
  while (digits.size() < point + 2)
    digits += '0';
  std::string whole = digits.substr(0, point + 2);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  std::string rest = digits.substr(point + 2);
  return sign + whole + (rest.empty() ? "" : "." + rest);
}

std::string cell(std::string_view words) { return source::quoted_where_needed(text::visible(words)); }
} // namespace

std::string pilote_header() { return "identifiant_indic;zone_id;date_valeur;type_valeur;valeur\r\n"; }

std::string pilote_rows(std::span<const IndicatorFigure> figures) {
  std::string rows;
  for (const IndicatorFigure& one : figures) {
    const std::string digits = plain_digits(one.value);
    rows += cell(one.indicator) + ";" + cell(one.zone) + ";" + iso(one.date) + ";" +
            std::string(type_of(one.kind)) + ";" + (one.is_rate ? in_percent(digits) : digits) + "\r\n";
  }
  return rows;
}

} // namespace deploy_plan::report
