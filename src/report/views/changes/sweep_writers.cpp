// A sweep's points as they come: a row each for scripts; a chart and some rows for people.
#include "answers/json.hpp"
#include "report/document/cells.hpp"
#include "report/views/changes/sweep.hpp"
#include "text/lists.hpp"
#include "text/terminal.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace deploy_plan::report {
namespace {

using answers::ComparedScenario;
using answers::Row;
using answers::Value;

class CsvSweep final : public SweepWriter {
public:
  CsvSweep(Sink to, const Sweep& swept, const SweepHeading& told, bool french)
      : sink_(std::move(to)), sweep_(swept), heading_(told), dialect_(french) {}

  void begin() override {
    std::vector<std::string> cells;
    for (const SweepAxis& axis : sweep_.axes)
      cells.push_back(CsvDialect::words(axis.path));
    for (const Row& row : heading_.rows)
      cells.push_back(CsvDialect::words(answers::text_of(row.path)));
    sink_(dialect_.begin() + dialect_.row(cells));
  }
  void point(std::size_t point, const ComparedScenario* scenario) override {
    std::vector<std::string> cells;
    const auto at = sweep_.indices(point);
    for (std::size_t i = 0; i < at.size(); ++i)
      cells.push_back(dialect_.number(sweep_.axes[i].digits(at[i])));
    for (const Row& row : heading_.rows)
      cells.push_back(scenario == nullptr ? "" : csv_cell(dialect_, scenario->figures.find(row.path)));
    sink_(dialect_.row(cells));
  }

private:
  Sink sink_;
  const Sweep& sweep_;
  const SweepHeading& heading_;
  const CsvDialect dialect_;
};

/// The document of a comparison, its scenarios written one by one.
class JsonSweep final : public SweepWriter {
public:
  JsonSweep(Sink to, const Sweep& swept, const SweepHeading& told)
      : sink_(std::move(to)), sweep_(swept), heading_(told), rows_(told.rows) {}

  void begin() override {
    write(
        "{\n  \"format\": " + answers::as_json_string(answers::description<answers::ToldScenarios>().format) +
        ",\n  \"as_of\": " + answers::as_json_string(iso(heading_.as_of)) +
        ",\n  \"strategy\": " + answers::as_json_string(heading_.strategy) + ",\n  \"scenarios\": [");
  }
  void point(std::size_t point, const ComparedScenario* scenario) override {
    if (scenario == nullptr) {
      unsound_.push_back(answers::as_json_line(answers::ToldUnsound{sweep_.name(point), "", {}}));
      return;
    }
    write(std::string(any_ ? "," : "") + "\n    " + answers::as_json_line(answers::told(*scenario, rows_)));
    any_ = true;
  }
  void end() override {
    std::vector<std::string> paths;
    for (const Row& row : heading_.rows)
      paths.push_back(answers::as_json_string(answers::text_of(row.path)));
    std::vector<std::string> missing;
    for (const std::string& analysis : heading_.not_computed)
      missing.push_back(answers::as_json_string(analysis));
    write("\n  ],\n  \"differs\": " + list(paths) +
          (missing.empty() ? "" : ",\n  \"not_computed\": " + list(missing)) +
          ",\n  \"unsound\": " + list(unsound_) + "\n}\n");
  }

private:
  Sink sink_;
  const Sweep& sweep_;
  const SweepHeading& heading_;
  const answers::RowSet rows_;
  std::vector<std::string> unsound_;
  bool any_ = false;

  void write(const std::string& json) const { sink_(text::visible_json(json)); }
  static std::string list(const std::vector<std::string>& values) {
    std::string all;
    for (const std::string& value : values)
      all += (all.empty() ? "" : ",") + value;
    return "[" + all + "]";
  }
};

constexpr std::size_t most_kept = 2000; // points of a chart: a screen tells no more of them apart
constexpr std::size_t most_rows = 25;   // of a table that people read
constexpr std::size_t most_columns = 8; // of that table, unless more are asked for
constexpr std::size_t most_plots = 4;
constexpr std::size_t most_moving = 5; // paths named in a sentence
constexpr std::size_t most_curves = 5;

bool is_number(const Value& value) {
  return answers::number_of(value) && !std::holds_alternative<Date>(value);
}
} // namespace

namespace {
Words listed(std::span<const Row> rows, bool with_paths) {
  Words all;
  for (const Row& row : rows)
    text::add_to_list(all, with_paths ? answers::path_words(row) : answers::full_words_of(row));
  return all;
}

/// How to have a figure that was left out.
Phrase by_metrics(bool with_paths, const Words& path) {
  if (with_paths)
    return {{"name one, like --metrics {0}, to have it", "nommez-en un, comme --metrics {0}, pour l'avoir"},
            {path}};
  return words(Text{"name one with --metrics to have it", "nommez-en un avec --metrics pour l'avoir"});
}
} // namespace

std::optional<Phrase> not_computed(const Sweep& sweep, const SweepHeading& heading, bool with_paths) {
  if (heading.not_computed.empty())
    return std::nullopt;
  const auto points = static_cast<std::int64_t>(sweep.size());
  const std::span<const Row> moving(heading.moving);
  if (moving.empty())
    return Phrase{
        {"The figures of plan, forecast and outlooks take long and were not computed at each of the {0} "
         "points: {1}.",
         "Les chiffres du plan, de la prévision et des perspectives prennent du temps et n'ont pas été "
         "calculés à chacun des {0} points : {1}."},
        {points, by_metrics(with_paths, {"plan.value", "plan.valeur"}).words()}};
  return Phrase{
      {"{0} {0#figure|figures} of plan, forecast and outlooks {0#differs|differ} too ({1}{2}), but take long "
       "and were not computed at each of the {3} points: {4}.",
       "{0} {0#chiffre|chiffres} du plan, de la prévision et des perspectives {0#diffère|diffèrent} aussi "
       "({1}{2}), mais prennent du temps et n'ont pas été calculés à chacun des {3} points : {4}."},
      {static_cast<std::int64_t>(moving.size()),
       listed(moving.first(std::min(most_moving, moving.size())), with_paths),
       std::string(moving.size() > most_moving ? "…" : ""), points,
       by_metrics(with_paths, answers::path_words(moving.front())).words()}};
}

std::unique_ptr<SweepWriter> sweep_csv(Sink sink, const Sweep& sweep, const SweepHeading& heading,
                                       bool french_dialect) {
  return std::make_unique<CsvSweep>(std::move(sink), sweep, heading, french_dialect);
}
std::unique_ptr<SweepWriter> sweep_json(Sink sink, const Sweep& sweep, const SweepHeading& heading) {
  return std::make_unique<JsonSweep>(std::move(sink), sweep, heading);
}

SweepDocument::SweepDocument(const Sweep& sweep, const SweepHeading& heading)
    : sweep_(sweep), heading_(heading) {}

/// One in so many, and the last.
bool SweepDocument::is_kept(std::size_t point) const {
  const std::size_t every = (sweep_.size() + most_kept - 1) / most_kept;
  return point % every == 0 || point + 1 == sweep_.size();
}

void SweepDocument::point(std::size_t point, const ComparedScenario* scenario) {
  unsound_ += scenario == nullptr ? 1 : 0;
  if (scenario == nullptr || !is_kept(point))
    return;
  Kept kept{point, {}};
  for (const Row& row : heading_.rows) {
    const Value* const value = scenario->figures.find(row.path);
    kept.values.push_back(value == nullptr ? std::nullopt : std::optional(*value));
  }
  kept_.push_back(std::move(kept));
}

bool SweepDocument::has_numbers(std::size_t row) const {
  return std::any_of(kept_.begin(), kept_.end(),
                     [&](const Kept& kept) { return kept.values[row] && is_number(*kept.values[row]); });
}

Words SweepDocument::axis_words(std::size_t axis) const {
  const std::string& path = sweep_.axes[axis].path;
  return heading_.view.paths || axis >= heading_.axes.size() ? Words{path, path} : heading_.axes[axis];
}
Words SweepDocument::row_words(std::size_t row) const {
  return heading_.view.paths ? answers::path_words(heading_.rows[row])
                             : answers::full_words_of(heading_.rows[row]);
}

Plot SweepDocument::plot(std::size_t row) const {
  const AxisKind kind = axis_of(heading_.rows[row]);
  const SweepAxis& across = sweep_.axes.back();
  const Words along = axis_words(sweep_.axes.size() - 1);
  const Words name = row_words(row);
  Plot plot{{{"{0} as {1} moves", "{0} quand {1} varie"}, {name, along}},
            {{"from {0} to {1}", "de {0} à {1}"}, {across.value(0), across.value(across.count - 1)}},
            {{{"{0}", "{0}"}, {along}}},
            {{{"{0}", "{0}"}, {name}}, kind, heading_.rows[row].context.currency},
            {}};
  const bool grid = sweep_.axes.size() > 1;
  const std::size_t lines = grid ? sweep_.axes.front().count : 1;
  const std::size_t every = (lines + most_curves - 1) / most_curves;
  for (std::size_t line = 0; line < lines; line += every) {
    Plot::Curve curve{
        grid ? Phrase{{"{0} = {1}", "{0} = {1}"}, {axis_words(0), sweep_.axes.front().value(line)}}
             : Phrase{{"{0}", "{0}"}, {name}},
        Plot::Style::line,
        {}};
    if (grid) // which figure varies is told once, beneath the title
      curve.label = {{"{0}", "{0}"}, {sweep_.axes.front().value(line)}};
    for (const Kept& kept : kept_) {
      const auto at = sweep_.indices(kept.point);
      const auto& value = kept.values[row];
      if ((!grid || at.front() == line) && value && is_number(*value))
        curve.points.push_back({across.value(at.back()), *answers::number_of(*value)});
    }
    plot.curves.push_back(std::move(curve));
  }
  if (grid)
    tell_curves(plot);
  tell_course(plot, name, along);
  return plot;
}

/// By what they differ; those that lie on one another are one.
void SweepDocument::tell_curves(Plot& plot) const {
  const auto same = [](const Plot::Point& one, const Plot::Point& other) {
    return one.x == other.x && one.y == other.y;
  };
  const std::vector<Plot::Point> first = plot.curves.front().points;
  const bool is_one = std::all_of(plot.curves.begin(), plot.curves.end(), [&](const Plot::Curve& curve) {
    return std::equal(first.begin(), first.end(), curve.points.begin(), curve.points.end(), same);
  });
  const SweepAxis& across = sweep_.axes.back();
  plot.description = {is_one ? Text{"from {0} to {1}; the same whatever this is: {2}",
                                    "de {0} à {1} ; le même chiffre quel que soit ceci : {2}"}
                             : Text{"from {0} to {1}; one curve for each value of this: {2}",
                                    "de {0} à {1} ; une courbe par valeur de ceci : {2}"},
                      {across.value(0), across.value(across.count - 1), axis_words(0)}};
  if (!is_one)
    return;
  plot.curves.resize(1);
  plot.curves.front().name = plot.y.name;
  plot.curves.front().label = {};
}

/// A title that says where the figure goes, where it is one curve.
void SweepDocument::tell_course(Plot& plot, const Words& name, const Words& along) {
  const std::vector<Plot::Point>& points = plot.curves.front().points;
  if (plot.curves.size() != 1 || points.size() < 2)
    return;
  const bool is_still = std::all_of(points.begin(), points.end(),
                                    [&](const Plot::Point& one) { return one.y == points.front().y; });
  const auto figure = [&](double value) -> Argument {
    if (plot.y.kind == AxisKind::share)
      return Share{shown(value * 1000) / 1000};
    if (plot.y.kind == AxisKind::money)
      return Money{value, plot.y.currency};
    return shown(value);
  };
  if (is_still)
    plot.title = {{"{0} stays at {1} as {2} moves", "{0} reste à {1} quand {2} varie"},
                  {name, figure(points.front().y), along}};
  else
    plot.title = {{"{0} goes from {1} to {2} as {3} moves", "{0} passe de {1} à {2} quand {3} varie"},
                  {name, figure(points.front().y), figure(points.back().y), along}};
}

Table SweepDocument::table() const {
  Table table{{{"{0} of {1} {1#point|points}; csv and json have them all",
                "{0} {1#point sur|points sur} {1} ; csv et json les ont tous"},
               {static_cast<std::int64_t>(0), static_cast<std::int64_t>(sweep_.size())}},
              {},
              {}};
  for (std::size_t axis = 0; axis < sweep_.axes.size(); ++axis)
    table.columns.push_back({{"{0}", "{0}"}, {axis_words(axis)}});
  const auto rows = shown_rows();
  for (const std::size_t row : rows)
    table.columns.push_back({{"{0}", "{0}"}, {row_words(row)}});
  const std::size_t shown_points = std::min(kept_.size(), most_rows);
  for (std::size_t i = 0; i < shown_points; ++i) {
    const Kept& kept = kept_[shown_points == 1 ? 0 : i * (kept_.size() - 1) / (shown_points - 1)];
    const auto at = sweep_.indices(kept.point);
    std::vector<Cell> row;
    for (std::size_t axis = 0; axis < at.size(); ++axis)
      row.push_back(figure_cell(sweep_.axes[axis].value(at[axis])));
    for (const std::size_t column : rows) {
      const auto& value = kept.values[column];
      row.push_back(value_cell(heading_.rows[column], value ? &*value : nullptr));
    }
    table.rows.push_back(std::move(row));
  }
  table.caption.arguments.front() = static_cast<std::int64_t>(table.rows.size());
  return table;
}

/// Few enough to be read side by side: first those of which one side is better, and what the axes give last.
std::vector<std::size_t> SweepDocument::shown_rows() const {
  std::vector<std::size_t> rows(heading_.rows.size());
  std::iota(rows.begin(), rows.end(), 0U);
  if (heading_.view.asked || heading_.view.all)
    return rows;
  const auto member = [&](std::size_t row) -> const answers::Member& { return *heading_.rows[row].member; };
  const auto own = std::stable_partition(rows.begin(), rows.end(), [&](std::size_t row) {
    return member(row).compared != answers::Compared::given;
  });
  if (own != rows.begin())
    rows.erase(own, rows.end());
  if (rows.size() <= most_columns)
    return rows;
  std::stable_partition(rows.begin(), rows.end(),
                        [&](std::size_t row) { return member(row).better != answers::Better::neither; });
  rows.resize(most_columns);
  return rows;
}

Phrase SweepDocument::nothing_differs() const {
  if (heading_.not_computed.empty() && heading_.looked_at >= sweep_.size())
    return words(Text{"No figure differs.", "Aucun chiffre ne diffère."});
  const std::size_t looked_at = std::min(heading_.looked_at, sweep_.size());
  return {{"No figure differs of those computed, at {0} of the {1} points.",
           "Aucun chiffre ne diffère parmi ceux calculés, à {0} des {1} points."},
          {static_cast<std::int64_t>(looked_at), static_cast<std::int64_t>(sweep_.size())}};
}

Document SweepDocument::document() const {
  Document document{
      {{"{0}, {1} {1#point|points} of a sweep, as of {2}", "{0}, {1} {1#point|points} d'un balayage, au {2}"},
       {heading_.strategy, static_cast<std::int64_t>(sweep_.size()), heading_.as_of}},
      {}};
  Section section{"sweep", words(Text{"What moves", "Ce qui varie"}), false, {}};
  if (heading_.rows.empty())
    section.blocks.emplace_back(Paragraph{nothing_differs()});
  if (auto missing = not_computed(sweep_, heading_, heading_.view.paths))
    section.blocks.emplace_back(Paragraph{std::move(*missing)});
  const auto rows = shown_rows();
  std::size_t plots = 0;
  for (const std::size_t row : rows)
    if (plots < most_plots && has_numbers(row)) {
      section.blocks.emplace_back(plot(row));
      ++plots;
    }
  if (unsound_ > 0)
    section.blocks.emplace_back(
        Paragraph{{{"{0} {0#point makes|points make} the strategy unsound and {0#is|are} left out.",
                    "{0} {0#point rend|points rendent} la stratégie incohérente et {0#est laissé|sont "
                    "laissés} de côté."},
                   {static_cast<std::int64_t>(unsound_)}},
                  Tone::bad});
  if (!heading_.rows.empty())
    section.blocks.emplace_back(table());
  if (const std::size_t others = heading_.rows.size() - rows.size(); others > 0)
    section.blocks.emplace_back(
        Paragraph{{{"{0} further {0#figure differs|figures differ}: csv and json have them, and --metrics "
                    "shows those that it names.",
                    "{0} {0#autre chiffre diffère|autres chiffres diffèrent} : csv et json les ont, et "
                    "--metrics montre ceux qu'il nomme."},
                   {static_cast<std::int64_t>(others)}}});
  document.sections.push_back(std::move(section));
  return document;
}

} // namespace deploy_plan::report
