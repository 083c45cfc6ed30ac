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
  SheetTeller(const Strategy& strategy, Date day, const FutureOptions& options)
      : strategy_(strategy), day_(day), year_(static_cast<int>(std::chrono::year_month_day(day).year())) {
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
  const Date day_;
  const int year_;
  Forecast foretold_;

  SheetIndicator indicator(const Objective& objective) const {
    SheetIndicator one;
    one.objective = objective.id;
    one.name = objective.name.empty() ? objective.metric.name : objective.name;
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
    one.revised = revised(objective);
    one.target = objective.target.value;
    one.by = objective.target.by;
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
      return {{}, {}, Missing::not_applicable};
    const auto series =
        std::find_if(foretold_.series.begin(), foretold_.series.end(), [&](const SeriesForecast& one) {
          return one.kind == ForecastOf::objective && one.id == objective.id;
        });
    if (series == foretold_.series.end() || series->no_trend)
      return {};
    for (const ForecastPoint& point : series->points)
      if (point.date == last_of(year_))
        return {point.value, {}, Missing::undetermined};
    return {};
  }

  SheetFigure revised(const Objective& objective) const {
    const ObjectiveTarget& target = objective.target;
    const auto start = starting_point(objective, day_);
    if (target.milestones.empty() || target.by < first_of(year_))
      return {{}, {}, Missing::not_applicable};
    if (!start)
      return {};
    const analysis::GoalPath path(*start, {target.value, target.by, 1, target.milestones});
    return {path.value_on(last_of(year_)), {}, Missing::undetermined};
  }
};
} // namespace

IndicatorSheet indicator_sheet(const Strategy& strategy, Date day, const FutureOptions& options) {
  return SheetTeller(strategy, day, options).tell();
}

} // namespace deploy_plan
