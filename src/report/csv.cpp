#include "report/csv.hpp"
#include "answers/json.hpp"
#include "source/csv.hpp"
#include "text/terminal.hpp"
#include <algorithm>
#include <string_view>

namespace deploy_plan::report {

namespace {
/// What begins a formula, in its wide forms too, and what begins a command of a runner.
constexpr std::string_view commands[] = {"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "::"};
} // namespace

std::string CsvDialect::words(std::string_view words) {
  std::string cell = text::visible(words);
  const std::string_view trimmed = std::string_view(cell).substr(text::blanks_before(cell));
  if (std::any_of(std::begin(commands), std::end(commands),
                  [&](std::string_view command) { return trimmed.starts_with(command); }))
    cell.insert(cell.begin(), '\'');
  return source::quoted_where_needed(cell);
}

std::string CsvDialect::number(std::string digits) const {
  if (french_)
    std::replace(digits.begin(), digits.end(), '.', ',');
  return digits;
}

std::string CsvDialect::number(const std::optional<double>& value) const {
  return value ? number(answers::as_json_number(*value)) : "";
}

std::string CsvDialect::row(const std::vector<std::string>& cells) const {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i)
    line += (i == 0 ? "" : french_ ? ";" : ",") + cells[i];
  return line + "\r\n";
}

} // namespace deploy_plan::report
