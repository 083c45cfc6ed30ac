#include "model/table.hpp"
#include "model/days.hpp"
#include "model/rule_names.hpp"
#include "model/written.hpp"
#include "source/csv.hpp"
#include "source/encoding.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <array>

namespace deploy_plan::model {
namespace {

using source::Cell;
using source::CsvReader;

enum Column : std::size_t { date_column, metric_column, segment_column, value_column };
struct ColumnName {
  Text name;
  Text folded;
};
constexpr std::array<ColumnName, 4> column_names = {{{{"date", "date"}, {"date", "date"}},
                                                     {{"metric", "métrique"}, {"metric", "metrique"}},
                                                     {{"segment", "segment"}, {"segment", "segment"}},
                                                     {{"value", "valeur"}, {"value", "valeur"}}}};

class TableReader {
public:
  explicit TableReader(CsvTable& read) : table_(read), csv_(*read.source) {}

  void read() {
    std::vector<Cell> record;
    const bool any = csv_.next(record);
    if (csv_.fault())
      return say_csv_fault();
    if (any ? !read_header(record) : !say_unnamed({}))
      return;
    while (csv_.next(record))
      read_row(record);
    if (csv_.fault())
      say_csv_fault();
    say_uneven();
    read_days();
  }

private:
  CsvTable& table_;
  CsvReader csv_;
  static constexpr std::size_t absent = static_cast<std::size_t>(-1);
  std::array<std::size_t, 4> columns_ = {absent, absent, absent, absent};
  std::size_t width_ = 0;         ///< cells of the first line
  std::size_t needed_ = 0;        ///< cells that a row has at least
  std::optional<Finding> uneven_; ///< of the first row that is shorter or longer
  std::int64_t more_uneven_ = 0;
  DayColumn days_;

  void say_csv_fault() {
    table_.faults.push_back(malformed(csv_.fault()->place, {csv_.fault()->what}, {csv_.fault()->remedy}));
  }

  bool read_header(const std::vector<Cell>& record) {
    width_ = record.size();
    for (std::size_t i = 0; i < record.size(); ++i) {
      const std::string name = text::fold(csv_.text(record[i]));
      const auto* const named = std::find_if(column_names.begin(), column_names.end(), [&](const auto& one) {
        return name == one.folded.en || name == one.folded.fr;
      });
      if (named == column_names.end())
        continue;
      std::size_t& column = columns_[static_cast<std::size_t>(named - column_names.begin())];
      if (column != absent)
        return say_twice(*named, record[column].place, record[i].place);
      column = i;
      needed_ = i + 1;
    }
    if (columns_[date_column] == absent || columns_[value_column] == absent)
      return say_unnamed(record);
    table_.date_header = record[columns_[date_column]].place;
    table_.value_header = record[columns_[value_column]].place;
    return true;
  }

  bool say_twice(const ColumnName& column, Place first, Place again) {
    table_.faults.push_back(malformed(
        again, {{"the first line names {0} twice", "la première ligne nomme deux fois {0}"}, {column.name}},
        {{"keep one of the columns: nothing says which one counts",
          "ne gardez qu'une des colonnes : rien ne dit laquelle compte"}},
        {{first, {{"first named here", "nommée ici d'abord"}}}}));
    return false;
  }

  bool say_unnamed(const std::vector<Cell>& record) {
    const Place place = record.empty() ? Place{} : Place{record.front().place.begin, record.back().place.end};
    table_.faults.push_back(
        malformed(place,
                  {{"the first line does not name a date column and a value column",
                    "la première ligne ne nomme pas une colonne date et une colonne valeur"}},
                  {{"begin the file with the line: date,metric,segment,value",
                    "commencez le fichier par la ligne : date;métrique;segment;valeur"}}));
    return false;
  }

  static bool is_empty(const Cell& cell) { return cell.place.begin == cell.place.end; }

  void read_row(const std::vector<Cell>& record) {
    if (std::all_of(record.begin(), record.end(), is_empty))
      return; // separators alone, as spreadsheets write beneath what was erased
    const Place whole{record.front().place.begin, record.back().place.end};
    const auto beyond = record.begin() + static_cast<std::ptrdiff_t>(std::min(width_, record.size()));
    if (record.size() < needed_ || !std::all_of(beyond, record.end(), is_empty))
      return note_uneven(whole, record.size());
    const auto cell = [&](Column column) {
      return columns_[column] == absent ? std::string() : csv_.text(record[columns_[column]]);
    };
    days_.take(cell(date_column), record[columns_[date_column]].place);
    CsvTable::Row row{whole,
                      record[columns_[date_column]].place,
                      record[columns_[value_column]].place,
                      source::bare,
                      std::nullopt,
                      CsvTable::Figure::words};
    read_figure(cell(value_column), row);
    table_.metrics[cell(metric_column)][cell(segment_column)].push_back(row);
  }

  void note_uneven(Place whole, std::size_t cells) {
    more_uneven_ += uneven_ ? 1 : 0;
    if (uneven_)
      return;
    uneven_ =
        malformed(whole,
                  {{"this row has {0} {0#cell|cells}, and the first line {1}",
                    "cette ligne a {0} {0#cellule|cellules}, et la première {1}"},
                   {static_cast<std::int64_t>(cells), static_cast<std::int64_t>(width_)}},
                  {{"give each row as many cells as the first line; a cell that holds a separator stands "
                    "between quotes",
                    "donnez à chaque ligne autant de cellules qu'à la première ; une cellule qui contient "
                    "un séparateur s'écrit entre guillemets"}});
  }

  void say_uneven() {
    if (!uneven_)
      return;
    if (more_uneven_ > 0)
      uneven_->message = {
          {"{0}; likewise {1} more {1#row|rows}", "{0} ; de même {1} {1#autre ligne|autres lignes}"},
          {uneven_->message.words(), more_uneven_}};
    table_.faults.push_back(std::move(*uneven_));
  }

  /// Figures as JSON writes them stand in the file itself.
  void read_figure(const std::string& words, CsvTable::Row& row) {
    // Where commas part cells, one inside a cell is as likely to part thousands.
    auto plain = plain_figure(words, csv_.separator() == ',' ? DecimalComma::refused : DecimalComma::taken);
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

Finding malformed(Place place, Phrase message, Phrase help, std::vector<Related> related) {
  return {std::string(rule::series_malformed.word),
          Severity::error,
          std::move(message),
          std::move(help),
          place,
          {},
          std::move(related)};
}

void read_table(CsvTable& table) {
  auto [source, fault] = source::as_utf8(table.source);
  table.source = std::move(source);
  if (fault)
    table.faults.push_back(
        malformed(*fault,
                  {{"this is no text in UTF-8, Windows-1252 or UTF-16",
                    "ceci n'est pas du texte en UTF-8, en Windows-1252 ni en UTF-16"}},
                  {{"save the table as CSV in UTF-8", "enregistrez le tableau en CSV, en UTF-8"}}));
  else
    TableReader(table).read();
}

} // namespace deploy_plan::model
