#include "model/table.hpp"
#include "deploy_plan/strategy.hpp"
#include "model/days.hpp"
#include "model/rows.hpp"
#include "model/written.hpp"
#include "text/folding.hpp"
#include <algorithm>

namespace deploy_plan::model {
namespace {

constexpr std::size_t date_column = 0, metric_column = 1, segment_column = 2, value_column = 3,
                      seen_column = 4, type_column = 5;
/// In the order of CsvTable::Column, with the names that PILOTE's import gives them.
constexpr ColumnName column_names[] = {
    {{"date", "date"}, {"date", "date"}, true, "date_valeur"},
    {{"metric", "métrique"}, {"metric", "metrique"}, false, "identifiant_indic"},
    {{"segment", "segment"}, {"segment", "segment"}, false, "zone_id"},
    {{"value", "valeur"}, {"value", "valeur"}, true},
    {{"seen", "vu"}, {"seen", "vu"}, false, "vu_le"},
    {{"type_valeur", "type_valeur"}, {"type_valeur", "type_valeur"}}};

class TableReader {
public:
  explicit TableReader(CsvTable& read) : table_(read), rows_(*read.source, column_names, read.faults) {}

  void read() {
    if (!rows_.read_header({{"the first line does not name a date column and a value column",
                             "la première ligne ne nomme pas une colonne date et une colonne valeur"}},
                           {{"begin the file with the line: date,metric,segment,value",
                             "commencez le fichier par la ligne : date;métrique;segment;valeur"}}))
      return;
    note_columns();
    table_.date_header = rows_.header(date_column);
    table_.value_header = rows_.header(value_column);
    table_.seen_header = rows_.has(seen_column) ? rows_.header(seen_column) : Place{};
    while (rows_.next())
      if (!table_.is_pilote || is_observed())
        read_row();
    read_days();
  }

private:
  CsvTable& table_;
  NamedRows rows_;
  bool is_type_told_ = false;

  void note_columns() {
    table_.separator = rows_.separator();
    table_.columns.assign(rows_.width(), CsvTable::Column::other);
    for (std::size_t i = date_column; i <= type_column; ++i)
      if (rows_.has(i))
        table_.columns[rows_.column(i)] = static_cast<CsvTable::Column>(i);
    table_.is_pilote = rows_.has(type_column);
  }

  /// Of PILOTE's rows, those of current values; where one starts from and what is aimed at are the strategy's
  /// to say. A row without a value is one that is still to be filled in.
  bool is_observed() {
    const std::string type = text::fold(rows_.text(type_column));
    if (type != "va" && type != "vi" && type != "vc" && !is_type_told_) {
      is_type_told_ = true;
      table_.faults.push_back(malformed(
          rows_.place(type_column), {{"type_valeur is vi, va or vc", "type_valeur est vi, va ou vc"}},
          {{"vi is where an indicator starts from, va what was seen, vc what is aimed at",
            "vi est la valeur initiale, va la valeur actuelle, vc la valeur cible"}}));
    }
    return type == "va" && !rows_.text(value_column).empty();
  }

  /// PILOTE takes the whole country in two spellings.
  std::string segment() const {
    std::string name = rows_.text(segment_column);
    return table_.is_pilote && name == "France" ? std::string(whole_country) : name;
  }

  void read_row() {
    table_.days.take(rows_.text(date_column), rows_.place(date_column));
    CsvTable::Row row{
        rows_.whole(), rows_.place(date_column), rows_.place(value_column), {}, source::bare, std::nullopt,
        std::nullopt,  CsvTable::Figure::words};
    if (rows_.has(seen_column) && !rows_.text(seen_column).empty()) {
      row.seen = rows_.place(seen_column);
      table_.seen_days.take(rows_.text(seen_column), row.seen);
      table_.has_seen = true;
    }
    read_figure(rows_.text(value_column), row);
    table_.metrics[rows_.text(metric_column)][segment()].push_back(row);
  }

  /// Figures as JSON writes them stand in the file itself.
  void read_figure(const std::string& words, CsvTable::Row& row) {
    // Where commas part cells, one inside a cell is as likely to part thousands.
    auto plain = plain_figure(words, rows_.separator() == ',' ? DecimalComma::refused : DecimalComma::taken);
    row.figure = plain ? CsvTable::Figure::number : CsvTable::Figure::words;
    if (!plain && (plain = plain_percent(words)))
      row.figure = CsvTable::Figure::percent;
    if (!plain || *plain == words)
      return;
    row.plain_value = static_cast<std::uint32_t>(table_.numbers.size());
    table_.numbers.push_back(std::move(*plain));
  }

  void read_days() {
    for (const DayColumn* const column : {&table_.days, &table_.seen_days})
      if (auto fault = column->fault()) {
        table_.faults.push_back(std::move(*fault));
        return table_.metrics.clear();
      }
    for (auto& [name, segments] : table_.metrics)
      for (auto& [segment, rows] : segments) {
        for (CsvTable::Row& row : rows) {
          row.day = table_.days.read(words(row.date));
          row.seen_on = table_.has_seen ? table_.seen_days.read(words(row.seen)) : std::nullopt;
        }
        const auto earlier = [](const CsvTable::Row& a, const CsvTable::Row& b) { return a.day < b.day; };
        if (!std::is_sorted(rows.begin(), rows.end(), earlier))
          std::stable_sort(rows.begin(), rows.end(), earlier);
      }
  }

  [[nodiscard]] std::string_view words(Place place) const {
    return table_.source->bytes().substr(place.begin, place.end - place.begin);
  }
};
} // namespace

bool is_blank_text(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark))
    text.remove_prefix(byte_order_mark.size());
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void read_table(CsvTable& table) {
  to_utf8(table.source, table.faults);
  if (table.faults.empty())
    TableReader(table).read();
}

} // namespace deploy_plan::model
