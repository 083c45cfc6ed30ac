// The way of an objective as a chart: wherever it is told, the same curves under the same names.
#pragma once
#include "deploy_plan/brief.hpp"
#include "deploy_plan/document.hpp"

namespace deploy_plan::report {

/// What is known of the way without a forecast: its path from where it starts, what was observed, and where
/// it leads by the day of the goal, from the outlook.
[[nodiscard]] BriefCourse course_by_outlook(const ObjectiveGap& objective);

/// What was observed, its path and its goal, and what may follow as committed and with the plan, each with
/// where it will be, 90% sure. An empty title where a heading says what is seen.
[[nodiscard]] Plot course_plot(const ObjectiveGap& objective, const BriefCourse& course, Date today,
                               Phrase title);

} // namespace deploy_plan::report
