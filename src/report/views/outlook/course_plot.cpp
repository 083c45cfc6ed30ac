#include "report/views/outlook/course_plot.hpp"
#include "report/document/cells.hpp"
#include "text/counted.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::report {
namespace {

/// On the day of the goal; none where it is past, or nothing is told.
std::vector<ForecastPoint> on_its_day(const ObjectiveGap& objective, const std::optional<Outlook>& outlook) {
  const bool is_told = outlook && outlook->median && outlook->low && outlook->high;
  if (!is_told || objective.observed.empty() || objective.observed.back().date >= objective.progress.by)
    return {};
  return {{objective.progress.by, *outlook->median, *outlook->low, *outlook->high}};
}

template <class Steps>
std::vector<Plot::Point> points_of(const Steps& steps) {
  std::vector<Plot::Point> points;
  for (const auto& one : steps)
    points.push_back({on_axis(one.date), one.value});
  return points;
}
/// Not more than a screen has columns to tell apart; the newest always.
std::vector<Plot::Point> thinned(const std::vector<Plot::Point>& all) {
  constexpr std::size_t most = 400;
  const std::size_t step = std::max<std::size_t>(1, all.size() / most);
  std::vector<Plot::Point> some;
  for (std::size_t i = 0; i < all.size(); i += step)
    some.push_back(all[i]);
  if (!all.empty() && some.back().x != all.back().x)
    some.push_back(all.back());
  return some;
}

/// From the newest observation on.
std::vector<Plot::Point> fan(const BriefCourse& course, const std::vector<ForecastPoint>& foretold) {
  std::vector<Plot::Point> points;
  if (foretold.empty() || course.observed.empty())
    return points;
  const Observation& newest = course.observed.back();
  points.push_back({on_axis(newest.date), newest.value, newest.value, newest.value});
  for (const ForecastPoint& one : foretold)
    points.push_back({on_axis(one.date), one.value, one.low, one.high});
  return points;
}
std::vector<Plot::Point> medians(std::vector<Plot::Point> points) {
  for (Plot::Point& one : points)
    one.low = one.high = std::nullopt;
  return points;
}

Phrase what_is_drawn(const ObjectiveGap& objective, bool has_future) {
  if (!has_future)
    return words(
        Text{"what was observed, the path and the goal", "les relevés, la trajectoire et l'objectif"});
  return {{"{0}: observed, its path, and what may follow until {1}; tinted: where it passes 9 times in 10",
           "{0} : relevés, trajectoire, et suite possible jusqu'au {1} ; en teinte : là où elle passe 9 fois "
           "sur 10"},
          {objective.name, objective.progress.by}};
}
} // namespace

BriefCourse course_by_outlook(const ObjectiveGap& objective) {
  BriefCourse course;
  course.observed = objective.observed;
  course.path = objective.progress.path;
  if (objective.outlook) {
    course.as_committed = on_its_day(objective, objective.outlook->as_committed);
    course.with_plan = on_its_day(objective, objective.outlook->with_plan);
  }
  return course;
}

Plot course_plot(const ObjectiveGap& objective, const BriefCourse& course, Date today, Phrase title) {
  Plot plot{std::move(title),
            what_is_drawn(objective, !course.as_committed.empty()),
            {words(Text{"day", "jour"}), AxisKind::date},
            {words(text::axis_word({objective.unit, objective.units})),
             objective.counted ? AxisKind::number : AxisKind::share},
            {},
            true};
  const auto add = [&](Text name, Plot::Style style, Role role, std::vector<Plot::Point> points) {
    if (!points.empty())
      plot.curves.push_back({words(name), style, std::move(points), role});
  };
  using Style = Plot::Style;
  const std::vector<Plot::Point> committed = fan(course, course.as_committed);
  const std::vector<Plot::Point> planned = fan(course, course.with_plan);
  add({"as committed, 90% sure", "engagements tenus, sûr à 90 %"}, Style::band, Role::committed, committed);
  add({"with the plan, 90% sure", "avec le plan, sûr à 90 %"}, Style::band, Role::planned, planned);
  add({"path", "trajectoire"}, Style::dotted, Role::aim, points_of(course.path));
  add({"as committed", "engagements tenus"}, Style::dashed, Role::committed, medians(committed));
  add({"with the plan", "avec le plan"}, Style::line, Role::planned, medians(planned));
  add({"observed", "relevés"}, Style::line, Role::observed, thinned(points_of(course.observed)));
  const double goal = objective.progress.goal;
  add({"goal", "objectif"}, Style::goal, Role::aim, {{on_axis(objective.progress.by), goal}});
  plot.curves.back().label = {{"goal {0}", "objectif {0}"}, {figure_of(goal, !objective.counted)}};
  plot.uprights = {{on_axis(today), words(Text{"today", "aujourd'hui"})}};
  return plot;
}

} // namespace deploy_plan::report
