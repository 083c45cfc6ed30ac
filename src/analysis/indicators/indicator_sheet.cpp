#include "deploy_plan/indicator_sheet.hpp"
#include "analysis/progress.hpp"
#include "deploy_plan/forecast.hpp"
#include "deploy_plan/market.hpp"
#include <algorithm>

namespace deploy_plan {
namespace {

using Missing = SheetFigure::Missing;

constexpr Date first_of(int year) { return std::chrono::year{year} / 1 / 1; }
constexpr Date last_of(int year) { return std::chrono::year{year} / 12 / 31; }

class SheetTeller {
public:
  SheetTeller(const Strategy& strategy, Date day, const FutureOptions& options,
              std::span<const Strategy> earlier)
      : strategy_(strategy), earlier_(earlier), day_(day),
        year_(static_cast<int>(std::chrono::year_month_day(day).year())) {
    ForecastOptions how;
    how.draws = options.draws;
    how.seed = options.seed;
    how.threads = options.threads;
    how.horizon = last_of(year_);
    how.segments = false;
    foretold_ = forecast(strategy, day, how);
  }

  IndicatorSheet tell() const {
    IndicatorSheet sheet{day_, strategy_.name, year_, {}};
    for (const Objective& objective : strategy_.objectives)
      if (objective.origin.sound)
        sheet.indicators.push_back(indicator(objective));
    return sheet;
  }

private:
  const Strategy& strategy_;
  const std::span<const Strategy> earlier_;
  const Date day_;
  const int year_;
  Forecast foretold_;

  SheetIndicator indicator(const Objective& objective) const {
    SheetIndicator one;
    one.objective = objective.id;
    one.name = name_of(objective);
    one.unit = objective.metric.unit;
    one.is_rate = objective.metric.scale == Scale::rate;
    if (objective.measurement) {
      one.method = objective.measurement->method;
      if (objective.measurement->query)
        one.source = objective.measurement->query->source;
    }
    if (one.source.empty() && objective.observations)
      one.source = objective.observations->file;
    one.two_years_before = realised(objective, year_ - 2);
    one.year_before = realised(objective, year_ - 1);
    one.realised = realised(objective, year_);
    one.forecast = foretold(objective);
    one.aimed = aimed(objective);
    const ObjectiveTarget& first = first_target(objective);
    one.target = first.value;
    one.by = first.by;
    one.revised = revised(objective, first);
    return one;
  }

  /// The first day on which there is anything to observe.
  Date beginning(const Objective& objective) const {
    Date first = strategy_.period.start;
    if (strategy_.solution && strategy_.solution->launched)
      first = std::min(first, *strategy_.solution->launched);
    if (objective.baseline)
      first = std::min(first, objective.baseline->date);
    return first;
  }

  /// A figure that was seen in another year is none of this one.
  SheetFigure realised(const Objective& objective, int year) const {
    SheetFigure figure;
    for (const Observation& one : observed_until(objective.observations, std::min(day_, last_of(year))))
      if (one.date >= first_of(year) && (!figure.day || one.date >= *figure.day)) {
        figure.value = one.value;
        figure.day = one.date;
      }
    if (!figure.value && objective.baseline && objective.baseline->date >= first_of(year) &&
        objective.baseline->date <= std::min(day_, last_of(year))) {
      figure.value = objective.baseline->value;
      figure.day = objective.baseline->date;
    }
    if (!figure.value && last_of(year) < beginning(objective))
      figure.why = Missing::not_applicable;
    return figure;
  }

  SheetFigure foretold(const Objective& objective) const {
    if (objective.target.by < first_of(year_))
      return {.why = Missing::not_applicable};
    const auto series =
        std::find_if(foretold_.series.begin(), foretold_.series.end(), [&](const SeriesForecast& one) {
          return one.kind == ForecastOf::objective && one.id == objective.id;
        });
    if (series == foretold_.series.end() || series->no_trend)
      return {};
    for (const ForecastPoint& point : series->points)
      if (point.date == last_of(year_))
        return {.value = point.value, .low = point.low, .high = point.high};
    return {};
  }

  SheetFigure aimed(const Objective& objective) const {
    const ObjectiveTarget& target = objective.target;
    if (target.by < first_of(year_))
      return {.why = Missing::not_applicable};
    if (target.by <= last_of(year_))
      return {.value = target.value};
    const auto start = starting_point(objective, day_);
    if (!start)
      return {};
    const analysis::GoalPath path(*start, {target.value, target.by, 1, target.milestones});
    return {.value = path.value_on(last_of(year_))};
  }

  const ObjectiveTarget& first_target(const Objective& objective) const {
    for (const Strategy& version : earlier_)
      for (const Objective& one : version.objectives)
        if (one.id == objective.id && one.target.origin.sound)
          return one.target;
    return objective.target;
  }
  SheetFigure revised(const Objective& objective, const ObjectiveTarget& first) const {
    const ObjectiveTarget& now = objective.target;
    if (earlier_.empty())
      return {};
    if (now.value == first.value && now.by == first.by)
      return {.why = Missing::not_applicable};
    return {.value = now.value, .day = now.by};
  }
};
} // namespace

IndicatorSheet indicator_sheet(const Strategy& strategy, Date day, const FutureOptions& options,
                               std::span<const Strategy> earlier) {
  return SheetTeller(strategy, day, options, earlier).tell();
}

} // namespace deploy_plan
