#include "model/table.hpp"
#include "model/days.hpp"
#include "model/rows.hpp"
#include "model/written.hpp"
#include <algorithm>

namespace deploy_plan::model {
namespace {

enum Column : std::size_t { date_column, metric_column, segment_column, value_column };
constexpr ColumnName column_names[] = {{{"date", "date"}, {"date", "date"}, true},
                                       {{"metric", "métrique"}, {"metric", "metrique"}},
                                       {{"segment", "segment"}, {"segment", "segment"}},
                                       {{"value", "valeur"}, {"value", "valeur"}, true}};

class TableReader {
public:
  explicit TableReader(CsvTable& read) : table_(read), rows_(*read.source, column_names, read.faults) {}

  void read() {
    if (!rows_.read_header({{"the first line does not name a date column and a value column",
                             "la première ligne ne nomme pas une colonne date et une colonne valeur"}},
                           {{"begin the file with the line: date,metric,segment,value",
                             "commencez le fichier par la ligne : date;métrique;segment;valeur"}}))
      return;
    table_.date_header = rows_.header(date_column);
    table_.value_header = rows_.header(value_column);
    while (rows_.next())
      read_row();
    read_days();
  }

private:
  CsvTable& table_;
  NamedRows rows_;
  DayColumn days_;

  void read_row() {
    days_.take(rows_.text(date_column), rows_.place(date_column));
    CsvTable::Row row{rows_.whole(), rows_.place(date_column), rows_.place(value_column), source::bare,
                      std::nullopt,  CsvTable::Figure::words};
    read_figure(rows_.text(value_column), row);
    table_.metrics[rows_.text(metric_column)][rows_.text(segment_column)].push_back(row);
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
    if (auto fault = days_.fault()) {
      table_.faults.push_back(std::move(*fault));
      return table_.metrics.clear();
    }
    for (auto& [name, segments] : table_.metrics)
      for (auto& [segment, rows] : segments) {
        for (CsvTable::Row& row : rows)
          row.day = days_.read(table_.source->bytes().substr(row.date.begin, row.date.end - row.date.begin));
        const auto earlier = [](const CsvTable::Row& a, const CsvTable::Row& b) { return a.day < b.day; };
        if (!std::is_sorted(rows.begin(), rows.end(), earlier))
          std::stable_sort(rows.begin(), rows.end(), earlier);
      }
  }
};
} // namespace

void read_table(CsvTable& table) {
  to_utf8(table.source, table.faults);
  if (table.faults.empty())
    TableReader(table).read();
}

} // namespace deploy_plan::model
