// The way of the North Star, past, due and to come.
#include "analysis/brief/brief_parts.hpp"
#include "analysis/progress.hpp"
#include "analysis/week/week_parts.hpp"
#include <algorithm>

namespace deploy_plan::analysis {
namespace {

/// Up to the goal's day.
std::vector<ForecastPoint> until(const std::vector<ForecastPoint>& points, Date last) {
  std::vector<ForecastPoint> some;
  std::copy_if(points.begin(), points.end(), std::back_inserter(some),
               [&](const ForecastPoint& one) { return one.date <= last; });
  return some;
}

/// The first day to come from which on each is at the path or ahead of it.
std::optional<Date> day_rejoined(const std::vector<ForecastPoint>& points, const GoalPath& path,
                                 int direction, Date today) {
  std::optional<Date> since;
  for (const ForecastPoint& one : points) {
    if (one.date < today)
      continue; // foretold from the newest observation on
    const auto due = path.value_on(one.date);
    if (!due || direction * (one.value - *due) < 0)
      since.reset();
    else if (!since)
      since = one.date;
  }
  return since;
}
} // namespace

BriefCourse course_of(const Strategy& strategy, const ObjectiveGap& star, const ToldForBrief& told) {
  BriefCourse course;
  course.path = star.progress.path;
  course.observed = star.observed;
  std::stable_sort(course.observed.begin(), course.observed.end(),
                   [](const Observation& a, const Observation& b) { return a.date < b.date; });
  const Date day = told.gap.as_of;
  if (told.forecast != nullptr)
    for (const SeriesForecast& series : told.forecast->series)
      if (series.kind == ForecastOf::objective && series.id == star.id && !series.no_trend) {
        course.as_committed = until(series.points, star.progress.by);
        course.with_plan = until(series.with_plan, star.progress.by);
      }
  const Objective* const objective = find_objective(strategy, star.id);
  const auto start = objective == nullptr ? std::nullopt : starting_point(*objective, day);
  if (!start)
    return course;
  const int direction = direction_of(*objective, day);
  const GoalPath path(
      *start, {objective->target.value, objective->target.by, direction, objective->target.milestones});
  if (star.progress.ahead && *star.progress.ahead < 0) {
    course.rejoined_as_committed = day_rejoined(course.as_committed, path, direction, day);
    course.rejoined_with_plan = day_rejoined(course.with_plan, path, direction, day);
  }
  return course;
}

} // namespace deploy_plan::analysis
