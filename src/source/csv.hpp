// A CSV file (RFC 4180) whose every cell knows its place.
#pragma once
#include "deploy_plan/source.hpp"

namespace deploy_plan::source {

/// Words as a cell, in quotes where they hold what ends one, or begin or end with a blank.
[[nodiscard]] std::string quoted_where_needed(const std::string& words);

/// One cell: its place in the file without quotes, and whether doubled quotes in it must still be made
/// single.
struct Cell {
  Place place;
  bool doubled = false;
};

/// A quote that nothing closes, or what stands between a closing quote and the cell's end.
struct CsvFault {
  Place place;
  Text what;
  Text remedy;
};

/// Reads records one after the other. The separator is the one of `;`, tab and comma that the first line
/// holds most of, as French spreadsheets write semicolons. Blank lines are passed over.
class CsvReader {
public:
  explicit CsvReader(const Source& source);

  [[nodiscard]] char separator() const { return separator_; }
  /// The next record's cells; false at the end, or at a fault.
  bool next(std::vector<Cell>& record);
  /// The bytes of the last record, as they stand, without the end of its line.
  [[nodiscard]] std::string_view record() const { return bytes_.substr(begin_, at_ - begin_); }
  /// Why there is no further record, where that is not the file's end.
  [[nodiscard]] const std::optional<CsvFault>& fault() const { return fault_; }
  [[nodiscard]] std::string text(const Cell& cell) const;

private:
  bool read_cell(std::vector<Cell>& record);

  std::string_view bytes_;
  std::size_t at_;
  std::size_t begin_ = 0; ///< of the last record
  char separator_ = ',';
  std::optional<CsvFault> fault_;
};

} // namespace deploy_plan::source
