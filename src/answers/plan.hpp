// The records of a plan, by their rooms: the whole, its actions and objectives, its time.
#pragma once
#include "answers/description.hpp"
#include "deploy_plan/plan.hpp"

namespace deploy_plan::answers {

/// An action with the plan that it is of, whose parts name each other by place.
struct ToldAction {
  const Plan* plan;
  const PlannedAction* action;
};
/// "2026-03"
[[nodiscard]] inline std::string month_key(Date day) { return iso(day).substr(0, 7); }

/// Limits as programs read them, who compare words of one language.
[[nodiscard]] std::vector<std::string> limit_names(std::span<const PlanLimit> limits);

template <>
const Record& description<ToldAction>();
template <>
const Record& description<ObjectiveGain>();
template <>
const Record& description<PlannedRuns>();
template <>
const Record& description<PlannedSetup>();

/// When what is done, by whom, what moved and what floors cost.
extern const Record plan_time;

} // namespace deploy_plan::answers
