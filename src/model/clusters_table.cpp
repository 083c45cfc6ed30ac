// A CSV file of clusters, as spreadsheets save them.
#include "model/clusters.hpp"
#include "model/rows.hpp"
#include "model/written.hpp"

namespace deploy_plan::model {
namespace {

enum ClusterColumn : std::size_t { cluster_column, arm_column, exposed_column, converted_column };
constexpr ColumnName cluster_columns[] = {{{"cluster", "grappe"}, {"cluster", "grappe"}},
                                          {{"arm", "bras"}, {"arm", "bras"}},
                                          {{"exposed", "exposés"}, {"exposed", "exposes"}, true},
                                          {{"converted", "convertis"}, {"converted", "convertis"}, true}};

class ClusterTableReader {
public:
  explicit ClusterTableReader(ClusterTable& read)
      : table_(read), rows_(*read.source, cluster_columns, read.faults) {}

  void read() {
    if (!rows_.read_header({{"the first line does not name an exposed column and a converted column",
                             "la première ligne ne nomme pas une colonne exposés et une colonne convertis"}},
                           {{"begin the file with the line: cluster,arm,exposed,converted",
                             "commencez le fichier par la ligne : grappe;bras;exposés;convertis"}}))
      return;
    if (rows_.has(cluster_column))
      table_.name_header = rows_.header(cluster_column);
    table_.exposed_header = rows_.header(exposed_column);
    table_.converted_header = rows_.header(converted_column);
    while (rows_.next())
      table_.arms[rows_.text(arm_column)].push_back(
          {rows_.whole(), rows_.has(cluster_column) ? rows_.place(cluster_column) : Place{},
           figure(exposed_column), figure(converted_column)});
  }

private:
  ClusterTable& table_;
  NamedRows rows_;

  ClusterTable::Figure figure(ClusterColumn column) {
    const std::string words = rows_.text(column);
    auto plain = plain_figure(words, rows_.separator() == ',' ? DecimalComma::refused : DecimalComma::taken);
    ClusterTable::Figure told{rows_.place(column), source::bare, plain.has_value()};
    if (plain && *plain != words) {
      told.plain = static_cast<std::uint32_t>(table_.numbers.size());
      table_.numbers.push_back(std::move(*plain));
    }
    return told;
  }
};
} // namespace

void read_cluster_table(ClusterTable& table) {
  to_utf8(table.source, table.faults);
  if (table.faults.empty())
    ClusterTableReader(table).read();
}

} // namespace deploy_plan::model
