// The records of a week, by their rooms: what came, what is to do and to decide, the whole.
#pragma once
#include "answers/answers.hpp"
#include "deploy_plan/week.hpp"

namespace deploy_plan::answers {

template <>
const Record& description<WeekCounts>();
template <>
const Record& description<NewObservation>();
template <>
const Record& description<MovedGoal>();
template <>
const Record& description<ArrivedResult>();
template <>
const Record& description<ChangedVerdict>();
template <>
const Record& description<WeekTask>();
template <>
const Record& description<WeekDecision>();
template <>
const Record& description<WeekGoal>();
template <>
const Record& description<TestValues>();
template <>
const Record& description<Estimate>();

/// A goal as rows call it: an objective's name, else what is to be shared, and by when.
[[nodiscard]] Words week_goal_title(const WeekGoal& goal);

/// What is counted in a unit of its own.
template <class Told>
[[nodiscard]] Context in_its_unit(const Told& one, const Context& around) {
  return Context{one.unit, one.is_rate, around.currency};
}

} // namespace deploy_plan::answers
