// Sweeps: the points of a range, worked out on all cores and written in their order as they come.
#include "cli/compare.hpp"
#include "source/in_order.hpp"
#include <atomic>

namespace deploy_plan::cli {

Exit ScenarioComparer::sweep() const {
  report::Sweep sweep;
  for (const std::string& text : options.sweeps) {
    const auto axis = report::read_axis(text);
    if (!axis)
      return refuse(common,
                    {{"--sweep {0}: write PATH=FROM:TO:STEP, as budget.money=10000:100000:10000",
                      "--sweep {0} : écrivez CHEMIN=DE:À:PAS, comme budget.argent=10000:100000:10000"},
                     {text}});
    sweep.axes.push_back(*axis);
  }
  if (sweep.axes.size() > 2 ||
      (sweep.axes.size() == 2 && sweep.axes.front().count > report::most_points / sweep.axes.back().count))
    return refuse(common, {{"a sweep has one path or two, and at most {0} points",
                            "un balayage a un chemin ou deux, et au plus {0} points"},
                           {static_cast<std::int64_t>(report::most_points)}});
  return options.metrics.empty() && is_small(sweep) ? sweep_at_once(sweep) : sweep_as_they_come(sweep);
}

/// Thousands of plans or forecasts take minutes: of so many points they are worked out when their figures are
/// asked for. What is kept of a point grows with the strategy.
bool ScenarioComparer::is_small(const report::Sweep& sweep) const {
  constexpr std::size_t most_planned = 100;
  constexpr std::size_t most_kept = 20000;
  const Strategy& strategy = base.strategy;
  const std::size_t parts =
      1 + strategy.market.segments.size() + strategy.objectives.size() + strategy.actions.size();
  return sweep.size() <= most_planned && sweep.size() * parts <= most_kept;
}

ScenarioComparer::Point ScenarioComparer::evaluate(const report::Sweep& sweep, std::size_t point,
                                                   answers::Analyses wanted,
                                                   const answers::RowSet* rows) const {
  std::vector<Changes> changes;
  for (const Named& one : named)
    changes.insert(changes.end(), one.changes.begin(), one.changes.end());
  changes.emplace_back(Assignments{"--sweep", sweep.assignments(point)});
  Variant variant = base.file->with(changes);
  if (!variant.is_sound())
    return {std::nullopt, std::move(variant.checked)};
  const auto answers = std::make_shared<const answers::StrategyAnswers>(
      answers::answers_about(variant.strategy, common.as_of, wanted));
  return {answers::ComparedScenario{.id = sweep.name(point),
                                    .changes = std::move(variant.changes),
                                    .answers = answers,
                                    .figures = answers::Figures(*answers, rows)},
          std::nullopt};
}

/// The changes of the axes come last.
std::vector<Words> ScenarioComparer::axes_in_words(const answers::ComparedScenario& point) const {
  std::vector<Words> axes;
  const auto& changes = point.changes;
  for (std::size_t i = changes.size() - options.sweeps.size(); i < changes.size(); ++i)
    axes.push_back(answers::subject_words(changes[i]));
  return axes;
}

std::optional<report::SweepHeading> ScenarioComparer::sweep_heading(std::span<const Point> looked_at) const {
  std::vector<answers::ComparedScenario> sound;
  for (const Point& point : looked_at) {
    if (!point.scenario)
      continue;
    if (const auto missing = point.scenario->answers->missing) {
      (void)refuse(common, {*missing});
      return std::nullopt;
    }
    sound.push_back(*point.scenario);
  }
  if (sound.empty()) {
    (void)is_sound(*looked_at.front().unsound, common);
    (void)refuse(common, {{"no point of the sweep leaves the strategy sound",
                           "aucun point du balayage ne laisse la stratégie cohérente"}});
    return std::nullopt;
  }
  auto rows = chosen_rows(sound);
  if (!rows)
    return std::nullopt;
  return report::SweepHeading{.as_of = common.as_of,
                              .strategy = comparison.strategy,
                              .axes = axes_in_words(sound.front()),
                              .rows = std::move(*rows),
                              .view = options.view(),
                              .looked_at = looked_at.size()};
}

Exit ScenarioComparer::sweep_at_once(const report::Sweep& sweep) const {
  constexpr std::chrono::seconds longest{60};
  const auto end = std::chrono::steady_clock::now() + longest;
  std::atomic<bool> late = false;
  std::vector<Point> points;
  Progress progress(common);
  source::in_order(
      sweep.size(), options.threads.count(),
      [&](std::size_t point) {
        late = late || std::chrono::steady_clock::now() > end;
        return evaluate(sweep, point, late ? answers::Analyses::quick : answers::Analyses::all);
      },
      [&](Point&& point) {
        points.push_back(std::move(point));
        progress.show(points.size(), sweep.size());
      });
  progress.clear();
  auto heading = sweep_heading(points);
  if (!heading)
    return not_carried_out;
  if (late) {
    const auto quick =
        std::stable_partition(heading->rows.begin(), heading->rows.end(),
                              [](const answers::Row& row) { return !answers::takes_long(row.path); });
    heading->rows.erase(quick, heading->rows.end());
    heading->not_computed = answers::long_analyses();
  }
  return write_sweep(sweep, *heading, [&](const TakePoint& take) {
    for (Point& point : points)
      take(std::move(point));
  });
}

Exit ScenarioComparer::sweep_as_they_come(const report::Sweep& sweep) const {
  const bool planned = std::any_of(options.metrics.begin(), options.metrics.end(),
                                   [](const std::string& asked) { return answers::takes_long(asked); });
  const auto wanted = planned ? answers::Analyses::all : answers::Analyses::quick;
  constexpr std::size_t most_tried = 9;
  const std::size_t tried = std::min(sweep.size(), most_tried);
  std::vector<Point> some;
  for (std::size_t i = 0; i < tried; ++i)
    some.push_back(evaluate(sweep, tried < 2 ? i : i * (sweep.size() - 1) / (tried - 1), wanted));
  auto heading = sweep_heading(some);
  if (!heading)
    return not_carried_out;
  if (options.metrics.empty()) {
    heading->not_computed = answers::long_analyses();
    heading->moving = moving_between_ends(sweep);
  }
  const answers::RowSet told(heading->rows);
  Progress progress(common);
  const Exit wrote = write_sweep(sweep, *heading, [&](const TakePoint& take) {
    std::size_t taken = 0;
    source::in_order(
        sweep.size(), options.threads.count(),
        [&](std::size_t point) { return evaluate(sweep, point, wanted, &told); },
        [&](Point&& point) {
          take(std::move(point));
          progress.show(++taken, sweep.size());
        },
        256);
    progress.clear();
  });
  return wrote;
}

/// Two plans tell whether there is something to ask for.
std::vector<answers::Row> ScenarioComparer::moving_between_ends(const report::Sweep& sweep) const {
  std::vector<answers::ComparedScenario> ends;
  for (const std::size_t end : {std::size_t{0}, sweep.size() - 1})
    if (Point point = evaluate(sweep, end, answers::Analyses::all); point.scenario)
      ends.push_back(std::move(*point.scenario));
  if (ends.size() < 2)
    return {};
  std::vector<answers::Row> moving = answers::differing(ends);
  std::erase_if(moving, [](const answers::Row& row) { return !answers::takes_long(row.path); });
  std::stable_partition(moving.begin(), moving.end(), // the plan's own first, then what follows from it
                        [](const answers::Row& row) { return answers::step_of(row) == 0; });
  return moving;
}

Exit ScenarioComparer::write_sweep(const report::Sweep& sweep, const report::SweepHeading& heading,
                                   const std::function<void(const TakePoint&)>& each_point) const {
  Output output(options.output);
  const Sink sink = [&](std::string_view piece) { output.write(piece); };
  const bool document = options.format != "csv" && options.format != "json";
  report::SweepDocument gathered(sweep, heading);
  const auto writer = options.format == "csv"
                          ? report::sweep_csv(sink, sweep, heading, options.is_french_csv())
                      : options.format == "json" ? report::sweep_json(sink, sweep, heading)
                                                 : nullptr;
  report::SweepWriter& to = document ? static_cast<report::SweepWriter&>(gathered) : *writer;
  bool sound = true;
  std::size_t taken = 0;
  to.begin();
  each_point([&](Point&& point) {
    if (!point.scenario && sound)
      (void)is_sound(std::move(*point.unsound), common); // the first one tells enough
    sound &= point.scenario.has_value();
    to.point(taken++, point.scenario ? &*point.scenario : nullptr);
  });
  to.end();
  if (document)
    output.write(rendered(gathered.document(), options, common));
  else if (const auto missing = report::not_computed(sweep, heading, true);
           missing && options.format == "csv" && !common.quiet)
    tell(common, *missing);
  return output.finish(common, sound ? fine : gate_failed);
}

} // namespace deploy_plan::cli
