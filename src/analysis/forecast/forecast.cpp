#include "deploy_plan/forecast.hpp"
#include "analysis/outlook/futures.hpp"
#include "source/in_order.hpp"

namespace deploy_plan {
namespace {

using analysis::Futures;
using analysis::FutureSeries;
using analysis::RunsToDo;

SeriesForecast told(const Futures& futures, const FutureSeries& series,
                    const std::vector<RunsToDo>* planned) {
  SeriesForecast one;
  one.kind = series.kind;
  one.id = series.id;
  one.name = series.name;
  one.unit = series.unit;
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
  one.points = futures.fan(series, futures.committed());
  if (planned != nullptr)
    one.with_plan = futures.fan(series, *planned);
  for (const analysis::FutureGoal& goal : series.goals)
    one.goals.push_back({goal.id, goal.of, goal.value, goal.by, futures.outlooks(series, goal, planned)});
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
  const auto& groups = futures.groups();
  std::size_t done = 0;
  source::in_order(
      groups.size(), options.threads,
      [&](std::size_t i) {
        futures.grow(groups[i]);
        for (const std::size_t place : groups[i])
          result.series[place] = told(futures, futures.series()[place], planned ? &*planned : nullptr);
        futures.release(groups[i]);
        return groups[i].size();
      },
      [&](std::size_t told_now) {
        done += told_now;
        if (options.progress)
          options.progress(done, result.series.size());
      });
  return result;
}

} // namespace deploy_plan
