// Where an objective starts from, and which way it goes: the same for every analysis.
#pragma once
#include "deploy_plan/strategy.hpp"

namespace deploy_plan {

/// A figure on a day.
struct DatedFigure {
  Date date{};
  double value = 0;
};
/// The baseline, else the first observation; nothing where neither is known on the day.
[[nodiscard]] std::optional<DatedFigure> starting_point(const Objective& objective, Date day);

/// 1 where the metric must rise to its target, -1 where it must fall: the target against the starting point.
/// Where that is not known, or is the target itself, a metric is one that must rise; so is a cumulative count
/// without a baseline whose target is below where it starts, unless it was seen to fall.
[[nodiscard]] int direction_of(const Objective& objective, Date day);

} // namespace deploy_plan
