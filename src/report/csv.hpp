// Tables for spreadsheets and scripts (RFC 4180), in the English or the French dialect.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deploy_plan::report {

/// English: commas and decimal points. French: semicolons, decimal commas and a byte order mark, as French
/// spreadsheets read them.
class CsvDialect {
public:
  explicit CsvDialect(bool french) : french_(french) {}
  [[nodiscard]] bool is_french() const { return french_; }

  /// What stands before the first row.
  [[nodiscard]] std::string begin() const { return french_ ? "\xEF\xBB\xBF" : ""; }
  /// Words as a cell: visible ones, and what a spreadsheet would run is made words by an apostrophe.
  [[nodiscard]] static std::string words(std::string_view words);
  /// A number as JSON writes it, as a cell.
  [[nodiscard]] std::string number(std::string digits) const;
  [[nodiscard]] std::string number(const std::optional<double>& value) const; ///< empty where unknown
  /// Cells as a line, its end included.
  [[nodiscard]] std::string row(const std::vector<std::string>& cells) const;

private:
  bool french_;
};

} // namespace deploy_plan::report
