#include "model/series.hpp"
#include "model/measured_rows.hpp"
#include "model/row_nodes.hpp"
#include "model/segment_sums.hpp"
#include "model/series_findings.hpp"
#include "model/table.hpp"
#include "model/tiers.hpp"
#include "model/written.hpp"
#include "model/zones.hpp"
#include "text/failure.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace deploy_plan::model {

using source::Tree;

namespace {

constexpr std::size_t most_observations = 4000000; // in one strategy, however many series share a file

class SeriesLoader : SeriesFindings {
public:
  SeriesLoader(Tree& read, SeriesFiles& neighbours, Collector& found, Date as_of, const Strategy& strategy)
      : SeriesFindings(read, found), files_(neighbours), day_(as_of),
        measured_(names_of_rows(strategy, false)), named_rows_(names_of_rows(strategy, true)),
        zones_(strategy.market) {}

  /// `parts` are the segments whose sum is the whole market; where they are none, those of the file are.
  void load(std::optional<Series>& series, const Measured& what, const std::vector<std::string>& segments) {
    const auto from = series ? open(*series, what) : std::nullopt;
    if (!from)
      return;
    if (from->segments.empty() && !from->measured->empty())
      return; // nobody had seen a row by then
    const std::string_view named = zones_.in(from->table, what.segment);
    if (what.segment.empty())
      load_whole(*series, *from, named, zones_.in(from->table, segments));
    else if (const auto rows = from->segments.find(named); rows != from->segments.end())
      append(*series, *from, *rows->second);
    else if (from->measured->contains(named))
      return;
    else if (from->is_given)
      say_no_row_yet(*series, what.segment);
    else
      say_no_row(*series, what.segment, what.scale, from->table.is_pilote ? named : "");
  }

  /// The segments of a comparison, by a file that has rows of each; those that it has beside are untouched.
  void load_segments(std::vector<ComparedSegment>& segments, Series& file, const Measured& what) {
    if (!named_.names_file(file.origin))
      return say_of_no_segment(file);
    const auto from = open(file, what);
    if (!from)
      return;
    const auto take = [&](ComparedSegment& one, const CsvTable::Rows& rows) {
      one.observations.emplace().origin = file.origin;
      append(*one.observations, *from, rows);
    };
    std::set<std::string_view> listed;
    for (ComparedSegment& one : segments) {
      listed.insert(zones_.in(from->table, one.segment));
      if (one.observations || !one.origin.sound)
        continue;
      if (const auto rows = from->measured->find(zones_.in(from->table, one.segment));
          rows != from->measured->end())
        take(one, rows->second);
      else
        say_no_segment(one, file, *from->measured, from->is_given);
    }
    std::vector<ComparedSegment> untouched;
    for (const auto& [name, rows] : from->segments)
      if (!name.empty() && !listed.contains(name))
        take(untouched.emplace_back(ComparedSegment{std::string(name), {}, {}, file.origin}), *rows);
    segments.insert(segments.end(), std::move_iterator(untouched.begin()),
                    std::move_iterator(untouched.end()));
  }

private:
  SeriesFiles& files_;
  const Date day_;
  const NamesOfRows measured_, named_rows_; ///< of all that has a query; of all that names a metric
  const ZoneNames zones_;
  std::size_t loaded_ = 0;

  /// Of a metric, those that have a row which is known by the day: what came later changes nothing before.
  using Segments = std::map<std::string_view, const CsvTable::Rows*>;

  /// What rows are taken from, and whether they count or are shares.
  struct From {
    const CsvTable& table;
    std::uint32_t base; ///< of its source among the tree's
    Scale scale;
    const CsvTable::BySegment* measured; ///< of the metric that is asked for
    Segments segments;                   ///< of it
    bool is_given;                       ///< its rows are those of a query, which may give more
    [[nodiscard]] bool is_number(const CsvTable::Row& row) const {
      return row.figure == CsvTable::Figure::number ||
             (row.figure == CsvTable::Figure::percent && scale == Scale::rate);
    }
    /// Those of a share of one, where PILOTE writes a number of a hundred.
    [[nodiscard]] std::optional<std::string> shared_digits(const CsvTable::Row& row) const {
      return table.is_pilote && scale == Scale::rate && row.figure == CsvTable::Figure::number
                 ? plain_percent(std::string(table.digits(row)) + " %")
                 : std::nullopt;
    }
    [[nodiscard]] std::optional<double> number(const CsvTable::Row& row) const {
      const auto shared = shared_digits(row);
      const double value = is_number(row) ? read_number(shared ? *shared : table.digits(row)) : HUGE_VAL;
      return std::isfinite(value) ? std::optional(value) : std::nullopt;
    }
  };

  /// Nothing where it names no file, or what is wrong with that was said.
  std::optional<From> open(Series& series, const Measured& what) {
    if (!series.origin.sound || !named_.names_file(series.origin) || is_to_be_made(series, what))
      return std::nullopt;
    const auto opened = named_.open<CsvTable>(
        series.file, named_.at(description<Series>(), series.origin, 0),
        {{"cut the series into smaller files", "découpez les séries en fichiers plus petits"}},
        [&](const std::string& file) { return files_.table(file); });
    series.origin.sound &= opened && opened->table->faults.empty();
    if (!opened)
      return std::nullopt;
    const CsvTable& table = *opened->table;
    const auto* const measured = find_metric(table, series, what);
    return measured == nullptr ? std::nullopt
                               : std::optional(From{table, opened->base, what.scale, measured,
                                                    known_segments(table, *measured),
                                                    what.by_query || is_given(series, table, *measured)});
  }

  /// Whether its rows are those that another's query gives, as a segment's may be.
  [[nodiscard]] bool is_of_another_query(const Series& series) const {
    return !series.metric.empty() && measured_.contains({series.file, series.metric});
  }

  [[nodiscard]] bool is_written_by_a_query(const std::string& file) const {
    return std::any_of(measured_.begin(), measured_.end(),
                       [&](const auto& rows) { return rows.first == file; });
  }
  [[nodiscard]] bool is_given(const Series& series, const CsvTable& table,
                              const CsvTable::BySegment& measured) const {
    if (!table.has(CsvTable::Column::metric))
      return is_written_by_a_query(series.file);
    return std::any_of(table.metrics.begin(), table.metrics.end(), [&](const auto& metric) {
      return &metric.second == &measured && measured_.contains({series.file, metric.first});
    });
  }

  /// Whether it names a file that `measure` has not made yet, or one without a line, which is said where its
  /// own query is.
  bool is_to_be_made(const Series& series, const Measured& what) {
    if (series.file.empty() || !(what.by_query || is_written_by_a_query(series.file)))
      return false;
    const auto table = files_.table(series.file);
    const bool is_absent = table ? is_blank_text((*table)->source->bytes()) : text::is_absence(table.error());
    if (is_absent && what.by_query)
      say_never_measured(series);
    return is_absent;
  }

  [[nodiscard]] bool is_known(const CsvTable& table, const CsvTable::Rows& rows) const {
    return !table.has_seen || std::any_of(rows.begin(), rows.end(), [&](const CsvTable::Row& row) {
      return !row.day || row.seen_on.value_or(*row.day) <= day_;
    });
  }
  [[nodiscard]] Segments known_segments(const CsvTable& table, const CsvTable::BySegment& measured) const {
    Segments known;
    for (const auto& [name, rows] : measured)
      if (is_known(table, rows))
        known.emplace(name, &rows);
    return known;
  }
  /// The one metric of a table; the end where there are several.
  [[nodiscard]] auto only_metric(const CsvTable& table) const {
    auto only = table.metrics.end();
    for (auto metric = table.metrics.begin(); metric != table.metrics.end(); ++metric)
      if (!known_segments(table, metric->second).empty()) {
        if (only != table.metrics.end())
          return table.metrics.end();
        only = metric;
      }
    return only;
  }

  /// Whether any of its rows does not say when it was measured.
  static bool is_typed(const CsvTable::BySegment& segments) {
    const auto is_unseen = [](const CsvTable::Row& row) { return row.seen.begin == row.seen.end; };
    return std::any_of(segments.begin(), segments.end(), [&](const auto& one) {
      return std::any_of(one.second.begin(), one.second.end(), is_unseen);
    });
  }

  /// Objectives go out by their id where they have no other name.
  static std::string_view named_in_pilote(const CsvTable& table, const Measured& what) {
    return what.indicator.empty() && table.metrics.contains(what.id) ? what.id : what.indicator;
  }
  const CsvTable::BySegment* find_metric(const CsvTable& table, Series& series, const Measured& what) {
    const auto& metrics = table.metrics;
    const bool is_indicator = series.metric.empty() && table.is_pilote;
    const bool is_any = series.metric.empty() && (!is_indicator || what.indicator.empty());
    auto measured =
        metrics.find(is_indicator ? named_in_pilote(table, what) : std::string_view(series.metric));
    if (what.by_query)
      measured =
          table.has(CsvTable::Column::metric) ? metrics.find(rows_name(series, what.id)) : metrics.find("");
    else if (is_any && metrics.size() == 1)
      measured = metrics.begin();
    else if (is_any && measured == metrics.end())
      measured = only_metric(table);
    if (measured != metrics.end())
      return &measured->second;
    if (!table.faults.empty())
      return nullptr;
    if (!what.by_query) {
      if (!is_of_another_query(series)) // it says so itself
        say_empty(table, series, is_indicator ? what.indicator : "");
    } else if (series.metric.empty() && metrics.size() == 1 && is_typed(metrics.begin()->second) &&
               !measured_.contains({series.file, metrics.begin()->first}) &&
               !named_rows_.contains({series.file, metrics.begin()->first}))
      say_other_metric(series, metrics.begin()->first, what.id); // typed before there was a query
    else
      say_never_measured(series);
    return nullptr;
  }

  using Parts = std::vector<std::string>;
  /// The first part that no row is of; nullptr where there is none.
  static const std::string* lacking(const Segments& known, const Parts& parts) {
    const auto part = std::find_if(parts.begin(), parts.end(),
                                   [&](const std::string& one) { return !known.contains(one); });
    return part == parts.end() ? nullptr : &*part;
  }
  static bool is_part(std::string_view segment, const Parts& parts) {
    return !segment.empty() &&
           (parts.empty() || std::find(parts.begin(), parts.end(), segment) != parts.end());
  }

  /// On days that have a row of the whole, that; on others the sum of its parts.
  void load_whole(Series& series, const From& from, std::string_view named, const Parts& parts) {
    const auto known = from.segments.find(named);
    const CsvTable::Rows* const whole = known == from.segments.end() ? nullptr : known->second;
    if (whole != nullptr)
      append(series, from, *whole);
    // Segments that somebody typed beside the whole, and that no file names, need not be all of it.
    // Zones of PILOTE that no segment names hold each other, as a region its departments.
    const bool are_parts = whole == nullptr ? !from.table.is_pilote || !parts.empty()
                                            : (from.is_given || !parts.empty()) && any_part(from, parts);
    if (from.scale == Scale::count && are_parts && lacking(from.segments, parts) == nullptr)
      return append_sums(series, from, parts, whole);
    if (whole == nullptr ? from.measured->contains(named)
                         : !from.is_given || !is_overtaken(from, *whole, parts))
      return; // nobody had seen it by then, or nothing is missed
    if (!from.is_given)
      say_no_row(series, {}, from.scale, from.table.is_pilote ? named : "");
    else if (named_.is_first(from.measured))
      say_no_sum(series, from.scale == Scale::count ? lacking(from.segments, parts) : nullptr, from.scale);
  }
  static bool any_part(const From& from, const Parts& parts) {
    return std::any_of(from.segments.begin(), from.segments.end(),
                       [&](const auto& one) { return is_part(one.first, parts); });
  }

  [[nodiscard]] std::optional<Date> newest_known(const From& from, const CsvTable::Rows& rows) const {
    std::optional<Date> newest;
    for (const CsvTable::Row& row : rows)
      if (row.day && (!from.table.has_seen || row.seen_on.value_or(*row.day) <= day_))
        newest = std::max(newest, row.day);
    return newest;
  }
  /// Whether a part has a row that is newer than all of the whole.
  [[nodiscard]] bool is_overtaken(const From& from, const CsvTable::Rows& whole, const Parts& parts) const {
    const auto newest = newest_known(from, whole);
    return std::any_of(from.segments.begin(), from.segments.end(), [&](const auto& one) {
      return is_part(one.first, parts) && newest_known(from, *one.second) > newest;
    });
  }

  void append(Series& series, const From& from, const CsvTable::Rows& rows) {
    if (!has_room(series, rows.size()))
      return;
    // What is wrong with rows is said once, however many series take them.
    Collector nobody(0);
    Collector& told = named_.is_first(&rows) ? findings_ : nobody;
    if (!from.table.has_seen) {
      for (const CsvTable::Row& row : rows)
        append(series, from, row, told);
      return;
    }
    const auto held = known_rows(rows, day_);
    for (const DatedRow& one : held.points)
      append(series, from, *one.row, told);
    for (const DatedRow& one : held.others)
      if (const auto value = from.number(*one.row))
        series.revisions.push_back({*one.row->day, *value, {}, one.row->seen_on});
  }

  bool has_room(Series& series, std::size_t more) {
    loaded_ += more;
    if (loaded_ > most_observations)
      say_too_many(series, most_observations);
    else
      series.points.reserve(more);
    return loaded_ <= most_observations;
  }

  /// The whole market on each day on which every part of it was seen, but where `whole` has a row.
  void append_sums(Series& series, const From& from, const Parts& parts, const CsvTable::Rows* whole) {
    SegmentSums sums(from.table.has_seen, day_, [&](const CsvTable::Row& row) { return from.number(row); });
    if (whole != nullptr)
      sums.set_aside(*whole);
    for (const auto& [segment, rows] : from.segments)
      if (is_part(segment, parts) && !sums.add(*rows)) {
        if (whole == nullptr || from.is_given)
          append(series, from, *rows); // for what is wrong with them to be said
        return;
      }
    const SummedSegments all = sums.read();
    if (!has_room(series, series.points.size() + all.points.size()))
      return;
    if (whole == nullptr && all.points.empty() && all.others.empty())
      return from.is_given ? say_no_sum(series, nullptr, from.scale) : say_no_whole_day(series);
    if (all.incomplete != nullptr && (whole == nullptr || from.is_given) && named_.is_first(from.measured))
      say_incomplete(series, NamedFiles::moved(all.incomplete->whole, from.base), *all.incomplete->day,
                     all.left_out);
    for (const SegmentSum& one : all.points) {
      append(series, from, *one.row, findings_, fmt::format("{}", one.value));
      series.points.back().seen = one.seen;
    }
    for (const SegmentSum& one : all.others)
      series.revisions.push_back({*one.row->day, one.value, {}, one.seen});
    if (whole != nullptr && !all.points.empty())
      std::stable_sort(series.points.begin(), series.points.end(),
                       [](const Observation& a, const Observation& b) { return a.date < b.date; });
  }

  /// The row becomes an observation; `digits` stand for its own figure where they are given.
  void append(Series& series, const From& from, const CsvTable::Row& row, Collector& told,
              std::optional<std::string> digits = {}) {
    if (!digits)
      digits = from.shared_digits(row);
    const source::NodeId node = append_row(
        tree_, series.origin.node, {from.table, from.base, row, from.is_number(row), std::move(digits)});
    series.origin.sound &= decode(tree_, node, row_record(), &series.points.emplace_back(), told);
  }
};

/// By the test's own series, else by the objective's, unless each segment's observations are given.
void load_compared(SeriesLoader& loader, const Strategy& strategy, Action& action) {
  Test& test = *action.test;
  const auto objective = std::find_if(strategy.objectives.begin(), strategy.objectives.end(),
                                      [&](const Objective& one) { return one.id == action.objective; });
  const bool is_known = objective != strategy.objectives.end();
  const Measured what = is_known ? measured_by(*objective, {}) : Measured{};
  for (ComparedSegment& one : test.segments)
    loader.load(one.observations, {one.segment, what.scale}, {});
  if (test.series)
    return loader.load_segments(test.segments, *test.series, {{}, what.scale});
  const bool all_given = std::all_of(test.segments.begin(), test.segments.end(),
                                     [](const ComparedSegment& one) { return one.observations.has_value(); });
  if (!is_known || !objective->observations || objective->observations->file.empty() ||
      (all_given && !test.segments.empty()))
    return;
  Series file{
      {}, objective->observations->file, objective->observations->metric, objective->observations->origin};
  loader.load_segments(test.segments, file, what);
}

void load_action(SeriesLoader& loader, const Strategy& strategy, Action& action,
                 const std::vector<std::string>& parts) {
  if (action.measure)
    loader.load(action.measure->observations, measured_by(action), {});
  if (action.test && action.test->protocol == Protocol::comparison)
    load_compared(loader, strategy, action);
  else if (action.test)
    loader.load(action.test->series, {action.segment}, parts);
}
} // namespace

void load_series(Strategy& strategy, Tree& tree, SeriesFiles& files, Collector& findings, Date as_of) {
  SeriesLoader loader(tree, files, findings, as_of, strategy);
  std::vector<std::string> parts;
  for (const Segment& segment : strategy.market.segments)
    parts.push_back(segment.id);
  each_tier_of_all(strategy.market, [&](Tier& tier, Text key, const Segment* segment) {
    loader.load(tier.observations, measured_by(tier, key.en, segment == nullptr ? "" : segment->id), parts);
  });
  for (Objective& objective : strategy.objectives)
    loader.load(objective.observations, measured_by(objective, objective.segment), parts);
  for (Action& action : strategy.actions)
    load_action(loader, strategy, action, parts);
}

} // namespace deploy_plan::model
