// The text of a ledger, and how rows are written in it.
#pragma once
#include "deploy_plan/text.hpp"
#include "model/table.hpp"
#include <span>
#include <tl/expected.hpp>

namespace deploy_plan::measuring {

/// One row to be.
struct LedgerRow {
  std::string metric, segment;
  Date date{};
  double value = 0;
};

class LedgerText {
public:
  /// An empty text is a new ledger. Fails where it is no table of observations, in UTF-8.
  [[nodiscard]] static tl::expected<LedgerText, Phrase> read(const std::string& name, std::string_view text,
                                                             Language begun_in);

  [[nodiscard]] const std::string& name() const { return table_.source->name(); }
  [[nodiscard]] const model::CsvTable& table() const { return table_; }
  /// Nothing where it cannot be read.
  [[nodiscard]] std::optional<double> value(const model::CsvTable::Row& row) const;

  /// The whole text with rows at its end, seen on a day. Every byte stays, but that a ledger without a column
  /// for that day gets one. Fails where a row has no place in its columns.
  [[nodiscard]] tl::expected<std::string, Phrase> with(std::span<const LedgerRow> rows, Date seen) const;

  /// Why nothing can be added.
  [[nodiscard]] Phrase unread(const model::CsvTable::Row& row) const;
  [[nodiscard]] Phrase two_of_a_day(const model::CsvTable::Row& row) const;

private:
  using Column = model::CsvTable::Column;
  model::CsvTable table_;
  bool has_decimal_comma_ = false;
  std::string line_end_ = "\n";

  void note_style();
  [[nodiscard]] std::optional<Phrase> refusal(std::span<const LedgerRow> rows) const;
  [[nodiscard]] std::string with_seen_column() const;
  [[nodiscard]] std::string cell(Column column, const LedgerRow& row, Date seen) const;
  [[nodiscard]] std::string seen_written(Date seen) const;
  [[nodiscard]] std::string number(double value) const;
};

} // namespace deploy_plan::measuring
