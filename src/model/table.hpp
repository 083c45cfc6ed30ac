// A CSV file of observations, as spreadsheets save them.
#pragma once
#include "model/days.hpp"
#include "model/rows.hpp"
#include "source/tree.hpp"
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace deploy_plan::model {

/// The rows of a CSV file, by what they measure. Places are those of the file alone.
struct CsvTable : NamedTable {
  enum class Figure : std::uint8_t { number, percent, words };
  struct Row {
    Place whole, date, value;
    Place seen; ///< the day it was measured; of no length where the row says none
    std::uint32_t
        plain_value;         ///< in `numbers`, where the figure is not written as JSON writes it; else `bare`
    std::optional<Date> day; ///< nothing where the cell holds none
    std::optional<Date> seen_on; ///< likewise
    Figure figure;
  };
  using Rows = std::vector<Row>; ///< in the order of their days, revisions among them
  using BySegment = std::map<std::string, Rows, std::less<>>;

  std::map<std::string, BySegment, std::less<>> metrics;
  std::vector<std::string> numbers;
  Place date_header, value_header, seen_header;
  bool has_seen = false;  ///< any row says when it was measured
  bool is_pilote = false; ///< an import of PILOTE: its segments are zones, its rates are percentages

  /// How the file is written, for rows to be added to it.
  enum class Column : std::uint8_t { date, metric, segment, value, seen, type, other };
  std::vector<Column> columns; ///< in the order of its first line
  char separator = ',';
  DayColumn days, seen_days;
  [[nodiscard]] bool has(Column column) const {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  }

  /// The digits of a row's figure, as JSON writes them.
  [[nodiscard]] std::string_view digits(const Row& row) const {
    return row.plain_value == source::bare
               ? source->bytes().substr(row.value.begin, row.value.end - row.value.begin)
               : std::string_view(numbers[row.plain_value]);
  }
};

/// Whether a file has no line at all, but for blanks.
[[nodiscard]] bool is_blank_text(std::string_view text);

/// Fills the table from its source. The encoding, the separator, the order of the columns, and how days are
/// written are found out; what contradicts itself is one fault, and gives no row.
void read_table(CsvTable& table);

} // namespace deploy_plan::model
