#include "model/series.hpp"
#include "model/clusters.hpp"
#include "model/named_files.hpp"
#include "model/rule_names.hpp"
#include "model/table.hpp"
#include "model/written.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <set>

namespace deploy_plan::model {

using source::Kind;
using source::Node;
using source::NodeId;
using source::Tree;

namespace {

constexpr std::size_t most_observations = 4000000; // in one strategy, however many series share a file

class SeriesLoader {
public:
  SeriesLoader(Tree& read, SeriesFiles& neighbours, Collector& found)
      : tree_(read), files_(neighbours), findings_(found), named_(read, found) {}

  /// `parts` are the segments whose sum is the whole market; where they are none, those of the file are.
  void load(std::optional<Series>& series, std::string_view segment, Scale scale,
            const std::vector<std::string>& parts) {
    const auto from = series ? open(*series, scale) : std::nullopt;
    if (!from)
      return;
    if (const auto rows = from->measured->find(segment); rows != from->measured->end())
      append(*series, *from, rows->second);
    else if (segment.empty() && scale == Scale::count && has_all(*from->measured, parts))
      append_sums(*series, *from, *from->measured, parts);
    else
      say_no_row(*series, segment, scale);
  }

  /// The segments of a comparison, by a file that has rows of each; those that it has beside are untouched.
  void load_segments(std::vector<ComparedSegment>& segments, Series& file, Scale scale) {
    if (!named_.names_file(file.origin))
      return report(rule::series_empty, file, 0,
                    {{"a comparison's figures are of segments, and these name none",
                      "les chiffres d'une comparaison sont par segment, et ceux-ci n'en nomment aucun"}},
                    {{"name a CSV file with a segment column, or write each segment's observations",
                      "nommez un fichier CSV à colonne segment, ou écrivez les relevés de chaque segment"}});
    const auto from = open(file, scale);
    if (!from)
      return;
    const auto take = [&](ComparedSegment& one, const CsvTable::Rows& rows) {
      one.observations.emplace().origin = file.origin;
      append(*one.observations, *from, rows);
    };
    std::set<std::string_view> listed;
    for (ComparedSegment& one : segments) {
      listed.insert(one.segment);
      if (one.observations || !one.origin.sound)
        continue;
      if (const auto rows = from->measured->find(one.segment); rows != from->measured->end())
        take(one, rows->second);
      else
        say_no_segment(one, file, *from->measured);
    }
    std::vector<ComparedSegment> untouched;
    for (const auto& [name, rows] : *from->measured)
      if (!name.empty() && !listed.contains(name))
        take(untouched.emplace_back(ComparedSegment{name, {}, {}, file.origin}), rows);
    segments.insert(segments.end(), std::move_iterator(untouched.begin()),
                    std::move_iterator(untouched.end()));
  }

private:
  Tree& tree_;
  SeriesFiles& files_;
  Collector& findings_;
  NamedFiles named_;
  std::size_t loaded_ = 0;

  /// What rows are taken from, and whether they count or are shares.
  struct From {
    const CsvTable& table;
    std::uint32_t base; ///< of its source among the tree's
    Scale scale;
    const CsvTable::BySegment* measured; ///< of the metric that is asked for
    [[nodiscard]] bool is_number(const CsvTable::Row& row) const {
      return row.figure == CsvTable::Figure::number ||
             (row.figure == CsvTable::Figure::percent && scale == Scale::rate);
    }
  };

  /// Nothing where it names no file, or what is wrong with that was said.
  std::optional<From> open(Series& series, Scale scale) {
    if (!series.origin.sound || !named_.names_file(series.origin))
      return std::nullopt;
    const auto opened = named_.open<CsvTable>(
        series.file, named_.at(description<Series>(), series.origin, 0),
        {{"cut the series into smaller files", "découpez les séries en fichiers plus petits"}},
        [&](const std::string& file) { return files_.table(file); });
    series.origin.sound &= opened && opened->table->faults.empty();
    if (!opened)
      return std::nullopt;
    const CsvTable& table = *opened->table;
    const auto* const measured = find_metric(table, series);
    return measured == nullptr ? std::nullopt : std::optional(From{table, opened->base, scale, measured});
  }

  /// Says what is wrong with a field of a series, 0 its file and 1 its metric; it is then not judged as
  /// empty.
  void report(source::RuleName name, Series& series, int field, Phrase message, Phrase help) {
    series.origin.sound = false;
    named_.report(name, named_.at(description<Series>(), series.origin, field), std::move(message),
                  std::move(help));
  }

  const CsvTable::BySegment* find_metric(const CsvTable& table, Series& series) {
    auto measured = table.metrics.find(series.metric);
    if (series.metric.empty() && table.metrics.size() == 1)
      measured = table.metrics.begin();
    if (measured != table.metrics.end())
      return &measured->second;
    if (table.faults.empty())
      say_empty(table, series);
    return nullptr;
  }

  static bool has_all(const CsvTable::BySegment& measured, const std::vector<std::string>& parts) {
    return std::all_of(parts.begin(), parts.end(),
                       [&](const std::string& part) { return measured.contains(part); });
  }

  void say_no_row(Series& series, std::string_view segment, Scale scale) {
    if (!segment.empty())
      return report(rule::series_empty, series, 0,
                    {{"{0} has no row for the segment {1}", "{0} n'a aucune ligne pour le segment {1}"},
                     {series.file, std::string(segment)}},
                    {{"add its rows; those of the whole market leave the segment empty",
                      "ajoutez ses lignes ; celles de tout le marché laissent le segment vide"}});
    report(
        rule::series_empty, series, 0,
        {{"{0} has no row for the whole market", "{0} n'a aucune ligne pour tout le marché"}, {series.file}},
        scale == Scale::rate
            ? Phrase{{"add its rows, with an empty segment: shares of segments do not add up",
                      "ajoutez ses lignes, au segment vide : des parts de segments ne s'additionnent pas"}}
            : Phrase{{"add its rows, with an empty segment, or rows for every segment: they are summed",
                      "ajoutez ses lignes, au segment vide, ou celles de chaque segment : elles "
                      "s'additionnent"}});
  }

  void say_no_segment(ComparedSegment& one, const Series& file, const CsvTable::BySegment& measured) {
    one.origin.sound = false;
    std::vector<std::string_view> names;
    for (const auto& [name, rows] : measured)
      names.push_back(name);
    named_.report(
        rule::series_empty, named_.at(description<ComparedSegment>(), one.origin, 0),
        {{"{0} has no row for the segment {1}", "{0} n'a aucune ligne pour le segment {1}"},
         {file.file, one.segment}},
        text::suggestion(text::nearest(one.segment, names),
                         {{"name a segment as its rows do", "nommez un segment comme ses lignes"}}));
  }

  void say_empty(const CsvTable& table, Series& series) {
    if (table.metrics.empty())
      return report(
          rule::series_empty, series, 0, {{"{0} has no row", "{0} n'a aucune ligne"}, {series.file}},
          {{"add an observation, or leave the series out", "ajoutez un relevé, ou omettez la série"}});
    if (series.metric.empty())
      return report(rule::series_empty, series, 0,
                    {{"{0} holds several metrics, and none is named",
                      "{0} contient plusieurs métriques, et aucune n'est nommée"},
                     {series.file}},
                    {{"say which: \"metric\": \"{0}\"", "dites laquelle : \"métrique\": \"{0}\""},
                     {table.metrics.begin()->first}});
    std::vector<std::string_view> names;
    for (const auto& [name, rows] : table.metrics)
      names.push_back(name);
    report(rule::series_empty, series, 1,
           {{"{0} has no row for the metric {1}", "{0} n'a aucune ligne pour la métrique {1}"},
            {series.file, series.metric}},
           text::suggestion(
               text::nearest(series.metric, names),
               {{"name a metric of its second column", "nommez une métrique de sa colonne métrique"}}));
  }

  void append(Series& series, const From& from, const CsvTable::Rows& rows) {
    if (!has_room(series, rows.size()))
      return;
    // What is wrong with rows is said once, however many series take them.
    Collector nobody(0);
    Collector& told = named_.is_first(&rows) ? findings_ : nobody;
    for (const CsvTable::Row& row : rows)
      append(series, from, row, told);
  }

  bool has_room(Series& series, std::size_t more) {
    loaded_ += more;
    if (loaded_ > most_observations)
      report(rule::series_unreadable, series, 0,
             {{"this strategy's series hold more than {0} observations",
               "les séries de cette stratégie contiennent plus de {0} relevés"},
              {static_cast<std::int64_t>(most_observations)}},
             {{"keep one observation a day at most", "gardez un relevé par jour au plus"}});
    else
      series.points.reserve(more);
    return loaded_ <= most_observations;
  }

  /// The whole market on each day on which every part of it was seen.
  void append_sums(Series& series, const From& from, const CsvTable::BySegment& measured,
                   const std::vector<std::string>& parts) {
    struct Day {
      std::size_t parts = 0;
      double sum = 0;
      const CsvTable::Row* last = nullptr;
    };
    std::map<Date, Day> days;
    std::size_t count = 0;
    for (const auto& [segment, rows] : measured) {
      if (!parts.empty() && std::find(parts.begin(), parts.end(), segment) == parts.end())
        continue;
      ++count;
      for (const CsvTable::Row& row : rows) {
        const auto value = number_of(from.table, row);
        if (!value || !row.day || days[*row.day].last == &row)
          return append(series, from, rows); // for what is wrong with them to be said
        Day& day = days[*row.day];
        ++day.parts;
        day.sum += *value;
        day.last = &row;
      }
    }
    const CsvTable::Row* incomplete = nullptr;
    const auto left_out = std::erase_if(days, [&](const auto& day) {
      if (day.second.parts < count && incomplete == nullptr)
        incomplete = day.second.last;
      return day.second.parts < count;
    });
    if (!has_room(series, days.size()))
      return;
    if (days.empty())
      return report(rule::series_empty, series, 0,
                    {{"{0} has no day on which every segment has a row",
                      "{0} n'a aucun jour où chaque segment ait une ligne"},
                     {series.file}},
                    {{"give each segment a row on the same days, or add rows of the whole market",
                      "donnez à chaque segment une ligne aux mêmes jours, ou ajoutez celles de tout le "
                      "marché"}});
    if (incomplete != nullptr && named_.is_first(&measured))
      say_incomplete(series, from, *incomplete, left_out);
    for (const auto& [date, day] : days)
      append(series, from, *day.last, findings_, fmt::format("{}", day.sum));
  }

  void say_incomplete(const Series& series, const From& from, const CsvTable::Row& row, std::size_t days) {
    findings_.add(
        {std::string(rule::series_incomplete.word),
         Severity::warning,
         {{"on {0} not every segment has a row: {1} {1#day is|days are} left out of their sum",
           "le {0}, tous les segments n'ont pas de ligne : {1} {1#jour est omis|jours sont omis} de "
           "leur somme"},
          {*row.day, static_cast<std::int64_t>(days)}},
         {{"add the rows that lack, or rows of the whole market with an empty segment",
           "ajoutez les lignes qui manquent, ou celles de tout le marché, au segment vide"}},
         NamedFiles::moved(row.whole, from.base),
         tree_.pointer(series.origin.node),
         {}});
  }

  static std::optional<double> number_of(const CsvTable& table, const CsvTable::Row& row) {
    const double value = row.figure == CsvTable::Figure::number ? read_number(table.digits(row))
                                                                : std::numeric_limits<double>::infinity();
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
  }

  /// The row becomes an observation; `digits` stand for its own figure where they are given.
  void append(Series& series, const From& from, const CsvTable::Row& row, Collector& told,
              std::optional<std::string> digits = {}) {
    const NodeId node = append_row(series.origin.node, from, row, std::move(digits));
    series.origin.sound &=
        decode(tree_, node, description<Observation>(), &series.points.emplace_back(), told);
  }

  NodeId append_row(NodeId parent, const From& from, const CsvTable::Row& row,
                    std::optional<std::string> digits) {
    const auto keep = [&](std::string words) {
      tree_.strings.push_back(std::move(words));
      return static_cast<std::uint32_t>(tree_.strings.size() - 1);
    };
    const auto id = static_cast<NodeId>(tree_.nodes.size());
    Node whole{NamedFiles::moved(row.whole, from.base), {}, parent, id + 1};
    whole.kind = Kind::object;
    whole.from_table = true;
    Node date{NamedFiles::moved(row.date, from.base), NamedFiles::moved(from.table.date_header, from.base),
              id};
    date.next = id + 2;
    date.kind = Kind::string;
    date.from_table = true;
    date.text = date.key_text = source::bare;
    if (row.day && tree_.raw(date.value) != iso(*row.day))
      date.text = keep(iso(*row.day));
    Node value{NamedFiles::moved(row.value, from.base), NamedFiles::moved(from.table.value_header, from.base),
               id};
    value.index = 1;
    value.from_table = true;
    value.kind = from.is_number(row) ? Kind::number : Kind::string;
    value.text = value.key_text = source::bare;
    if (digits)
      value.text = keep(std::move(*digits));
    else if (from.is_number(row) && row.plain_value != source::bare)
      value.text = keep(from.table.numbers[row.plain_value]);
    tree_.nodes.insert(tree_.nodes.end(), {whole, date, value});
    return id;
  }
};

/// By the test's own series, else by the objective's, unless each segment's observations are given.
void load_compared(SeriesLoader& loader, const Strategy& strategy, Action& action) {
  Test& test = *action.test;
  const auto objective = std::find_if(strategy.objectives.begin(), strategy.objectives.end(),
                                      [&](const Objective& one) { return one.id == action.objective; });
  const bool is_known = objective != strategy.objectives.end();
  const Scale scale = is_known ? objective->metric.scale.value_or(Scale::count) : Scale::count;
  for (ComparedSegment& one : test.segments)
    loader.load(one.observations, one.segment, scale, {});
  if (test.series)
    return loader.load_segments(test.segments, *test.series, scale);
  const bool all_given = std::all_of(test.segments.begin(), test.segments.end(),
                                     [](const ComparedSegment& one) { return one.observations.has_value(); });
  if (!is_known || !objective->observations || objective->observations->file.empty() ||
      (all_given && !test.segments.empty()))
    return;
  Series file{
      {}, objective->observations->file, objective->observations->metric, objective->observations->origin};
  loader.load_segments(test.segments, file, scale);
}
} // namespace

SeriesFiles::Table SeriesFiles::table(const std::string& path) {
  const std::lock_guard lock(access_);
  if (const auto known = tables_.find(path); known != tables_.end())
    return known->second;
  const auto as_table = [](const std::shared_ptr<const Source>& source) {
    auto table = std::make_shared<CsvTable>();
    table->source = source;
    read_table(*table);
    return std::shared_ptr<const CsvTable>(std::move(table));
  };
  return tables_.emplace(path, read_(path).map(as_table)).first->second;
}

SeriesFiles::TableOfClusters SeriesFiles::clusters(const std::string& path) {
  const std::lock_guard lock(access_);
  if (const auto known = clusters_.find(path); known != clusters_.end())
    return known->second;
  const auto as_table = [](const std::shared_ptr<const Source>& source) {
    auto table = std::make_shared<ClusterTable>();
    table->source = source;
    read_cluster_table(*table);
    return std::shared_ptr<const ClusterTable>(std::move(table));
  };
  return clusters_.emplace(path, read_(path).map(as_table)).first->second;
}

void load_series(Strategy& strategy, Tree& tree, SeriesFiles& files, Collector& findings) {
  SeriesLoader loader(tree, files, findings);
  std::vector<std::string> parts;
  for (const Segment& segment : strategy.market.segments)
    parts.push_back(segment.id);
  const auto of_tier = [&](std::optional<Tier>& tier, std::string_view segment) {
    if (tier)
      loader.load(tier->observations, segment, Scale::count, parts);
  };
  of_tier(strategy.market.penetrated, "");
  for (Segment& segment : strategy.market.segments)
    of_tier(segment.penetrated, segment.id);
  for (Objective& objective : strategy.objectives)
    loader.load(objective.observations, objective.segment, objective.metric.scale.value_or(Scale::count),
                parts);
  for (Action& action : strategy.actions)
    if (action.test && action.test->protocol == Protocol::comparison)
      load_compared(loader, strategy, action);
    else if (action.test)
      loader.load(action.test->series, action.segment, Scale::count, parts);
}

} // namespace deploy_plan::model
