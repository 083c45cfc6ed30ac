#include "report/csv.hpp"
#include "report/json_values.hpp"
#include "source/csv.hpp"
#include <algorithm>
#include <string_view>

namespace deploy_plan::report {

std::string CsvDialect::words(std::string words) {
  if (!words.empty() && std::string_view("=+-@\t\r").find(words.front()) != std::string_view::npos)
    words.insert(words.begin(), '\'');
  return source::quoted_where_needed(words);
}

std::string CsvDialect::number(std::string digits) const {
  if (french_)
    std::replace(digits.begin(), digits.end(), '.', ',');
  return digits;
}

std::string CsvDialect::number(const std::optional<double>& value) const {
  return value ? number(number_json(value).dump()) : "";
}

std::string CsvDialect::row(const std::vector<std::string>& cells) const {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i)
    line += (i == 0 ? "" : french_ ? ";" : ",") + cells[i];
  return line + "\r\n";
}

} // namespace deploy_plan::report
