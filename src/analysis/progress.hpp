// How far a figure is on its way to a goal.
#pragma once
#include "deploy_plan/direction.hpp"
#include "deploy_plan/gap.hpp"
#include <span>

namespace deploy_plan::analysis {

/// A figure to reach by a day: from below where `direction` is 1, from above where it is -1.
struct GoalToReach {
  double value = 0;
  Date by{};
  int direction = 1;
  std::span<const Milestone> milestones = {};
  double unit = 1; ///< what one of the milestones' values is of the goal's: those of shares, a tier
};

/// The way to a goal: straight pieces from where it starts, through its milestones, to the goal on its day.
class GoalPath {
public:
  /// Milestones that could not be read, or whose day is not after that of the one before, after the start and
  /// before the goal's day, are no part of it.
  GoalPath(DatedFigure start, const GoalToReach& goal);
  /// The start before it, the goal after it; nothing where that is beyond what can be counted.
  [[nodiscard]] std::optional<double> value_on(Date day) const;
  /// From the start to the goal, in the order of their days.
  [[nodiscard]] const std::vector<DatedFigure>& steps() const { return steps_; }

private:
  std::vector<DatedFigure> steps_;
};

/// What is known of a figure on a day.
struct KnownFigure {
  std::optional<double> current;
  Date on{};                              ///< the day that `current` is of
  std::span<const Observation> seen = {}; ///< what paces are read from
};
/// How a figure, of which so much was observed until today, stood on a day by which it was to be at `value`.
[[nodiscard]] DueFigure stood_on(DatedFigure due, int direction, std::span<const Observation> seen,
                                 Date today);

[[nodiscard]] Progress progress(const GoalToReach& goal, std::optional<DatedFigure> start,
                                const KnownFigure& known, Date today);

} // namespace deploy_plan::analysis
