// The rows of a CSV file whose first line names its columns, in any order and either language.
#pragma once
#include "deploy_plan/diagnostic.hpp"
#include "deploy_plan/source.hpp"
#include "source/csv.hpp"
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace deploy_plan::model {

/// What any such file is read from, and why it is no table of what is expected.
struct NamedTable {
  std::shared_ptr<const Source> source;
  std::vector<Finding> faults;
};

struct ColumnName {
  Text name;
  Text folded; ///< as it is looked for
  bool is_needed = false;
  std::string_view also = {}; ///< another spelling, likewise
};

/// A finding of what makes a file no table of what is expected.
[[nodiscard]] Finding malformed(Place place, Phrase message, Phrase help, std::vector<Related> related = {});

/// The file as UTF-8, or a fault.
void to_utf8(std::shared_ptr<const Source>& source, std::vector<Finding>& faults);

/// Reads row by row; what is wrong is added to the faults, once of a kind. Rows of nothing are passed over,
/// and those shorter or longer than the first line.
class NamedRows {
public:
  NamedRows(const Source& source, std::span<const ColumnName> names, std::vector<Finding>& faults)
      : csv_(source), names_(names), faults_(faults), columns_(names.size(), absent) {}

  /// False, with a fault, where the first line names a column twice, or not what is needed: `unnamed` and
  /// `remedy` say which.
  [[nodiscard]] bool read_header(const Phrase& unnamed, const Phrase& remedy);
  [[nodiscard]] bool next();

  [[nodiscard]] bool has(std::size_t column) const { return columns_[column] != absent; }
  [[nodiscard]] std::size_t column(std::size_t named) const { return columns_[named]; } ///< where it stands
  [[nodiscard]] std::size_t width() const { return width_; } ///< cells of the first line
  [[nodiscard]] Place header(std::size_t column) const { return headers_[column]; }
  [[nodiscard]] Place whole() const { return {record_.front().place.begin, record_.back().place.end}; }
  [[nodiscard]] Place place(std::size_t column) const { return record_[columns_[column]].place; }
  /// Empty for a column that is not there.
  [[nodiscard]] std::string text(std::size_t column) const {
    return has(column) ? csv_.text(record_[columns_[column]]) : std::string();
  }
  [[nodiscard]] char separator() const { return csv_.separator(); }

private:
  static constexpr std::size_t absent = static_cast<std::size_t>(-1);

  source::CsvReader csv_;
  std::span<const ColumnName> names_;
  std::vector<Finding>& faults_;
  std::vector<source::Cell> record_;
  std::vector<std::size_t> columns_; ///< where each name stands in a row
  std::vector<Place> headers_;
  std::size_t width_ = 0;         ///< cells of the first line
  std::size_t needed_ = 0;        ///< cells that a row has at least
  std::optional<Finding> uneven_; ///< of the first row that is shorter or longer
  std::int64_t more_uneven_ = 0;

  bool name_columns();
  bool say_twice(const ColumnName& column, Place first, Place again);
  void note_uneven();
  void say_what_remains();
};

} // namespace deploy_plan::model
