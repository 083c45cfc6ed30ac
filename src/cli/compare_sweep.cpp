// Sweeps: the points of a range, worked out on all cores and written in their order as they come.
#include "cli/compare.hpp"
#include "source/in_order.hpp"

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
  const auto heading = sweep_heading(sweep);
  return heading ? run_sweep(sweep, *heading) : not_carried_out;
}

/// Thousands of plans or forecasts take minutes: they are worked out when their figures are asked for.
report::Analyses ScenarioComparer::analyses() const {
  const bool asked = std::any_of(options.metrics.begin(), options.metrics.end(), [](const std::string& path) {
    return path.starts_with("plan.") || path.starts_with("forecast.");
  });
  return asked ? report::Analyses::all : report::Analyses::quick;
}

ScenarioComparer::Point ScenarioComparer::evaluate(const report::Sweep& sweep, std::size_t point) const {
  std::vector<Changes> changes;
  for (const Named& one : named)
    changes.insert(changes.end(), one.changes.begin(), one.changes.end());
  changes.emplace_back(Assignments{"--sweep", sweep.assignments(point)});
  Variant variant = base.file->with(changes);
  if (!variant.is_sound())
    return {std::nullopt, std::move(variant.checked)};
  return {report::ComparedScenario{sweep.name(point), "", std::move(variant.changes),
                                   report::figures(variant.strategy, common.as_of, analyses())},
          std::nullopt};
}

/// What is told of each point: what differs among some of them, unless it is asked for.
std::optional<report::SweepHeading> ScenarioComparer::sweep_heading(const report::Sweep& sweep) const {
  std::vector<report::ComparedScenario> some;
  constexpr std::size_t tried = 9;
  const std::size_t size = sweep.size();
  std::optional<CheckedFile> first_unsound;
  for (std::size_t i = 0; i < std::min(size, tried); ++i) {
    Point point = evaluate(sweep, size <= tried ? i : i * (size - 1) / (tried - 1));
    if (point.scenario)
      some.push_back(std::move(*point.scenario));
    else if (!first_unsound)
      first_unsound = std::move(point.unsound);
  }
  if (some.empty()) {
    (void)is_sound(std::move(*first_unsound), common);
    (void)refuse(common, {{"no point of the sweep leaves the strategy sound",
                           "aucun point du balayage ne laisse la stratégie cohérente"}});
    return std::nullopt;
  }
  auto rows = chosen_rows(some);
  if (!rows)
    return std::nullopt;
  return report::SweepHeading{common.as_of, comparison.strategy, comparison.currency, std::move(*rows)};
}

Exit ScenarioComparer::run_sweep(const report::Sweep& sweep, const report::SweepHeading& heading) const {
  Output output(options.output);
  const Sink sink = [&](std::string_view piece) { output.write(piece); };
  const bool document = options.format != "csv" && options.format != "json";
  report::SweepDocument gathered(sweep, heading);
  const auto writer = options.format == "csv"
                          ? report::sweep_csv(sink, sweep, heading, options.is_french_csv())
                      : options.format == "json" ? report::sweep_json(sink, sweep, heading)
                                                 : nullptr;
  report::SweepWriter& to = document ? static_cast<report::SweepWriter&>(gathered) : *writer;
  Progress progress(common);
  bool sound = true;
  std::size_t taken = 0;
  to.begin();
  source::in_order(
      sweep.size(), options.threads.count(), [&](std::size_t point) { return evaluate(sweep, point); },
      [&](Point&& point) {
        if (!point.scenario && sound)
          (void)is_sound(std::move(*point.unsound), common); // the first one tells enough
        sound &= point.scenario.has_value();
        to.point(taken++, point.scenario ? &*point.scenario : nullptr);
        progress.show(taken, sweep.size());
      },
      256);
  to.end();
  progress.clear();
  if (document)
    output.write(rendered(gathered.document(), options, common));
  return output.finish(common, sound ? fine : gate_failed);
}

} // namespace deploy_plan::cli
