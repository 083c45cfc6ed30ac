#include "model/series.hpp"
#include "model/decode.hpp"
#include "source/csv.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <cctype>
#include <utility>

namespace deploy_plan::model {

using source::Cell;
using source::CsvReader;
using source::Kind;
using source::Node;
using source::NodeId;
using source::Tree;

/// The rows of a CSV file, by what they measure. Places are those of the file alone.
struct CsvTable {
  struct Row {
    Place whole, date, value;
    std::uint32_t
        plain_value; ///< in `numbers`, when the figure is not written as JSON writes it; else `bare`
    bool is_number;
  };
  using BySegment = std::map<std::string, std::vector<Row>, std::less<>>;

  std::shared_ptr<const Source> source;
  std::optional<Text> failure; ///< it could not be read
  std::vector<Finding> faults; ///< it is no table of observations
  std::map<std::string, BySegment, std::less<>> metrics;
  std::vector<std::string> numbers;
  Place date_header, value_header;
};

namespace {

constexpr std::size_t most_observations = 4000000; // in one strategy, however many series share a file

Finding malformed(Place place, Phrase message, Phrase help) {
  return {"series-malformed", Severity::error, std::move(message), std::move(help), place, {}, {}};
}

/// "1 234,5", as spreadsheets write it in French, becomes "1234.5".
std::string without_locale(std::string_view figure) {
  std::string plain;
  for (std::size_t i = 0; i < figure.size(); ++i) {
    if (const auto rest = figure.substr(i); rest.starts_with("\u202f"))
      i += 2;
    else if (rest.starts_with("\u00a0"))
      i += 1;
    else if (figure[i] != ' ')
      plain += figure[i] == ',' ? '.' : figure[i];
  }
  return plain;
}

/// Digits with at most one point, a sign and an exponent: what a JSON number is, but for its leading zeros.
bool is_number(std::string_view figure) {
  if (figure.starts_with('-'))
    figure.remove_prefix(1);
  const auto digits = [&] {
    std::size_t count = 0;
    for (; !figure.empty() && figure.front() >= '0' && figure.front() <= '9'; figure.remove_prefix(1))
      ++count;
    return count > 0;
  };
  if (!digits())
    return false;
  if (figure.starts_with('.')) {
    figure.remove_prefix(1);
    if (!digits())
      return false;
  }
  if (figure.starts_with('e') || figure.starts_with('E')) {
    figure.remove_prefix(figure.substr(1).starts_with('-') || figure.substr(1).starts_with('+') ? 2 : 1);
    if (!digits())
      return false;
  }
  return figure.empty();
}

class TableReader {
public:
  explicit TableReader(CsvTable& read) : table(read), csv(*read.source) {}

  void read() {
    std::vector<Cell> record;
    if (!csv.next(record) || !read_header(record))
      return unreadable_header(record);
    while (csv.next(record))
      read_row(record);
    if (csv.fault())
      table.faults.push_back(
          malformed(*csv.fault(), {{"this quote is never closed", "ce guillemet n'est jamais fermé"}},
                    {{"close it, or double the quotes inside a quoted cell",
                      "fermez-le, ou doublez les guillemets à l'intérieur d'une cellule"}}));
  }

private:
  CsvTable& table;
  CsvReader csv;
  static constexpr std::size_t absent = static_cast<std::size_t>(-1);
  std::size_t date = absent, metric = absent, segment = absent, value = absent;
  bool wide = true; ///< short rows are said once

  bool read_header(const std::vector<Cell>& record) {
    for (std::size_t i = 0; i < record.size(); ++i) {
      const std::string name = text::fold(csv.text(record[i]));
      if (name == "date")
        date = i;
      else if (name == "metric" || name == "metrique")
        metric = i;
      else if (name == "segment")
        segment = i;
      else if (name == "value" || name == "valeur")
        value = i;
    }
    if (date == absent || value == absent)
      return false;
    table.date_header = record[date].place;
    table.value_header = record[value].place;
    return true;
  }

  void unreadable_header(const std::vector<Cell>& record) {
    const Place place = record.empty() ? Place{} : Place{record.front().place.begin, record.back().place.end};
    table.faults.push_back(
        malformed(place,
                  {{"the first line does not name a date column and a value column",
                    "la première ligne ne nomme pas une colonne date et une colonne valeur"}},
                  {{"begin the file with the line: date,metric,segment,value",
                    "commencez le fichier par la ligne : date;métrique;segment;valeur"}}));
  }

  void read_row(const std::vector<Cell>& record) {
    const Place whole{record.front().place.begin, record.back().place.end};
    if (record.size() <= std::max(date, value)) {
      if (std::exchange(wide, false))
        table.faults.push_back(malformed(
            whole, {{"this row lacks a date or a value", "cette ligne n'a pas de date ou de valeur"}},
            {{"give each row as many cells as the first line",
              "donnez à chaque ligne autant de cellules qu'à la première"}}));
      return;
    }
    const auto cell = [&](std::size_t column) {
      return column < record.size() ? csv.text(record[column]) : std::string();
    };
    CsvTable::Row row{whole, record[date].place, record[value].place, source::bare, true};
    if (std::string figure = cell(value); !is_number(figure)) {
      figure = csv.separator() == ',' ? figure : without_locale(figure);
      row.is_number = is_number(figure);
      if (row.is_number) {
        row.plain_value = static_cast<std::uint32_t>(table.numbers.size());
        table.numbers.push_back(std::move(figure));
      }
    }
    table.metrics[cell(metric)][cell(segment)].push_back(row);
  }
};

class SeriesLoader {
public:
  SeriesLoader(Tree& read, SeriesFiles& neighbours, Collector& found)
      : tree(read), files(neighbours), findings(found) {}

  void load(std::optional<Series>& series, std::string_view segment) {
    if (!series || !series->origin.sound || !names_file(*series))
      return;
    if (series->file.empty())
      return report(
          "series-unreadable", *series, 0, {{"the name of the file is empty", "le nom du fichier est vide"}},
          {{"name a CSV file beside the strategy", "nommez un fichier CSV voisin de la stratégie"}});
    const auto table = files.table(series->file);
    if (table->failure)
      return report(
          "series-unreadable", *series, 0,
          {{"cannot read {0}: {1}", "impossible de lire {0} : {1}"}, {series->file, *table->failure}},
          {{"name a CSV file beside the strategy", "nommez un fichier CSV voisin de la stratégie"}});
    const auto base = tree.sources.add(table->source);
    if (!base)
      return report("series-unreadable", *series, 0,
                    {{"the files read together exceed 4 GiB", "les fichiers lus ensemble dépassent 4 Gio"}},
                    {{"cut the series into smaller files", "découpez les séries en fichiers plus petits"}});
    for (Finding fault : table->faults) {
      fault.place = moved(fault.place, *base);
      fault.pointer = tree.pointer(series->origin.node);
      findings.add(std::move(fault));
      series->origin.sound = false;
    }
    if (const auto* rows = find_rows(*table, *series, segment))
      append(*series, *table, *rows, *base);
  }

private:
  Tree& tree;
  SeriesFiles& files;
  Collector& findings;
  std::size_t loaded = 0;

  /// Else its observations stand in the strategy.
  [[nodiscard]] bool names_file(const Series& series) const {
    return series.origin.node != source::no_node &&
           tree.nodes[series.origin.node].kind == source::Kind::object;
  }

  static Place moved(Place place, std::uint32_t base) { return {place.begin + base, place.end + base}; }

  /// Says what is wrong with a field of a series, 0 its file and 1 its metric; it is then not judged as
  /// empty.
  void report(std::string_view rule, Series& series, int field, Phrase message, Phrase help) {
    series.origin.sound = false;
    NodeId node = node_of(tree, description<Series>(), series.origin, field);
    node = node == source::no_node ? series.origin.node : node;
    findings.add({std::string(rule),
                  Severity::error,
                  std::move(message),
                  std::move(help),
                  place_of(tree, Origin{node, true}),
                  tree.pointer(node),
                  {}});
  }

  const std::vector<CsvTable::Row>* find_rows(const CsvTable& table, Series& series,
                                              std::string_view segment) {
    auto measured = table.metrics.find(series.metric);
    if (series.metric.empty() && table.metrics.size() == 1)
      measured = table.metrics.begin();
    if (measured == table.metrics.end()) {
      if (table.faults.empty())
        say_empty(table, series);
      return nullptr;
    }
    const auto rows = measured->second.find(segment);
    if (rows != measured->second.end())
      return &rows->second;
    report("series-empty", series, 0,
           segment.empty()
               ? Phrase{{"{0} has no row for the whole market", "{0} n'a aucune ligne pour tout le marché"},
                        {series.file}}
               : Phrase{{"{0} has no row for the segment {1}", "{0} n'a aucune ligne pour le segment {1}"},
                        {series.file, std::string(segment)}},
           {{"add its rows; those of the whole market leave the segment empty",
             "ajoutez ses lignes ; celles de tout le marché laissent le segment vide"}});
    return nullptr;
  }

  void say_empty(const CsvTable& table, Series& series) {
    if (table.metrics.empty())
      return report(
          "series-empty", series, 0, {{"{0} has no row", "{0} n'a aucune ligne"}, {series.file}},
          {{"add an observation, or leave the series out", "ajoutez un relevé, ou omettez la série"}});
    if (series.metric.empty())
      return report("series-empty", series, 0,
                    {{"{0} holds several metrics, and none is named",
                      "{0} contient plusieurs métriques, et aucune n'est nommée"},
                     {series.file}},
                    {{"say which: \"metric\": \"{0}\"", "dites laquelle : \"métrique\": \"{0}\""},
                     {table.metrics.begin()->first}});
    std::vector<std::string_view> names;
    for (const auto& [name, rows] : table.metrics)
      names.push_back(name);
    report("series-empty", series, 1,
           {{"{0} has no row for the metric {1}", "{0} n'a aucune ligne pour la métrique {1}"},
            {series.file, series.metric}},
           text::suggestion(
               text::nearest(series.metric, names),
               {{"name a metric of its second column", "nommez une métrique de sa colonne métrique"}}));
  }

  void append(Series& series, const CsvTable& table, const std::vector<CsvTable::Row>& rows,
              std::uint32_t base) {
    loaded += rows.size();
    if (loaded > most_observations)
      return report("series-unreadable", series, 0,
                    {{"this strategy's series hold more than {0} observations",
                      "les séries de cette stratégie contiennent plus de {0} relevés"},
                     {static_cast<std::int64_t>(most_observations)}},
                    {{"keep one observation a day at most", "gardez un relevé par jour au plus"}});
    series.points.reserve(rows.size());
    for (const CsvTable::Row& row : rows) {
      const NodeId node = append_row(series.origin.node, table, row, base);
      series.origin.sound &=
          decode(tree, node, description<Observation>(), &series.points.emplace_back(), findings);
    }
  }

  NodeId append_row(NodeId parent, const CsvTable& table, const CsvTable::Row& row, std::uint32_t base) {
    const auto id = static_cast<NodeId>(tree.nodes.size());
    Node whole{moved(row.whole, base), {}, parent, id + 1};
    whole.kind = Kind::object;
    whole.from_table = true;
    Node date{moved(row.date, base), moved(table.date_header, base), id};
    date.next = id + 2;
    date.kind = Kind::string;
    date.from_table = true;
    date.text = date.key_text = source::bare;
    Node value{moved(row.value, base), moved(table.value_header, base), id};
    value.index = 1;
    value.from_table = true;
    value.kind = row.is_number ? Kind::number : Kind::string;
    value.text = value.key_text = source::bare;
    if (row.plain_value != source::bare) {
      value.text = static_cast<std::uint32_t>(tree.strings.size());
      tree.strings.push_back(table.numbers[row.plain_value]);
    }
    tree.nodes.insert(tree.nodes.end(), {whole, date, value});
    return id;
  }
};
} // namespace

std::shared_ptr<const CsvTable> SeriesFiles::table(const std::string& path) {
  const std::lock_guard lock(access_);
  auto& known = tables_[path];
  if (known == nullptr) {
    auto table = std::make_shared<CsvTable>();
    auto [source, failure] = read_(path);
    table->source = std::move(source);
    table->failure = failure;
    if (!failure)
      TableReader(*table).read();
    known = std::move(table);
  }
  return known;
}

void load_series(Strategy& strategy, Tree& tree, SeriesFiles& files, Collector& findings) {
  SeriesLoader loader(tree, files, findings);
  const auto of_tier = [&](std::optional<Tier>& tier, std::string_view segment) {
    if (tier)
      loader.load(tier->observations, segment);
  };
  of_tier(strategy.market.penetrated, "");
  for (Segment& segment : strategy.market.segments)
    of_tier(segment.penetrated, segment.id);
  for (Objective& objective : strategy.objectives)
    loader.load(objective.observations, objective.segment);
  for (Action& action : strategy.actions)
    if (action.test)
      loader.load(action.test->series, action.segment);
}

} // namespace deploy_plan::model
