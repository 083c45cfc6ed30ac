#include "deploy_plan/forecast.hpp"
#include "analysis/outlook/futures.hpp"

namespace deploy_plan {
namespace {

using analysis::DrawnFutures;
using analysis::Futures;
using analysis::FutureSeries;

SeriesForecast told(const Futures& futures, const FutureSeries& series, const DrawnFutures& drawn, Date day) {
  SeriesForecast one;
  one.kind = series.kind;
  one.id = series.id;
  one.name = series.name;
  one.unit = series.unit;
  one.units = series.units;
  one.is_rate = series.is_rate;
  one.observed = series.observed;
  one.launch_added = series.launch_added;
  one.unwritten_results = series.unwritten_results;
  one.assumed_events = series.assumed_events;
  const analysis::Trend& trend = series.growth->trend;
  one.no_trend = trend.problem();
  if (!one.no_trend) {
    one.models = trend.members();
    one.backtest = trend.backtest();
  }
  one.points = futures.fan(series, drawn.as_committed);
  if (drawn.with_plan != nullptr)
    one.with_plan = futures.fan(series, drawn.with_plan);
  for (const analysis::FutureGoal& goal : series.goals)
    if (goal.by >= day || is_settled(series, goal)) // else its day is past, and what it was then was not seen
      one.goals.push_back({goal.id, goal.of, goal.value, goal.by, futures.outlooks(series, goal, drawn)});
  return one;
}
} // namespace

Forecast forecast(const Strategy& strategy, Date day, const ForecastOptions& options) {
  const Gap known = gap(strategy, day);
  Futures futures(strategy, known, options,
                  {.all_segments = options.segments,
                   .by_month = true,
                   .horizon = options.horizon,
                   .model = options.model,
                   .ceiling_free = options.ceiling_free,
                   .ceiling = options.ceiling});
  const auto planned = analysis::planned_runs(strategy, options.with_plan, 0);
  Forecast result{day, strategy.name, options.draws, options.seed, {}};
  result.series.resize(futures.series().size());
  std::size_t done = 0;
  futures.each(
      planned ? &*planned : nullptr,
      [&](std::size_t place, const DrawnFutures& drawn) {
        result.series[place] = told(futures, futures.series()[place], drawn, day);
      },
      [&](std::size_t told_now) {
        done += told_now;
        if (options.progress)
          options.progress(done, result.series.size());
      });
  return result;
}

} // namespace deploy_plan
