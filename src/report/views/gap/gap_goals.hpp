// Goals and objectives, laid out for people.
#pragma once
#include "report/views/gap/gap_view.hpp"

namespace deploy_plan::report {

/// A goal or an objective, as a row.
struct Way {
  Phrase name;
  const Progress* progress;
  const Outlooks* outlook = nullptr; ///< where it was drawn
  bool north_star = false;
  bool is_rate = false;               ///< an objective whose figures are shares
  const ShareGoalGap* goal = nullptr; ///< of a market share: all of it is told in shares
  [[nodiscard]] bool is_in_shares() const { return is_rate || goal != nullptr; }
};
/// Of the market or the segment that is shown, in the order that is asked for. Those that would share a name
/// are told apart by their value and day.
[[nodiscard]] std::vector<Way> ways(const Gap& gap, const GapViewOptions& options);

/// What tables say of a goal or an objective: of a market share, in shares.
struct WayCells {
  Cell name; ///< starred where it is the North Star
  Cell current, path_now, ahead, goal;
};
[[nodiscard]] WayCells cells_of(const Way& way);

/// How far each has come, and when it will be reached.
[[nodiscard]] std::vector<Block> goal_blocks(const Gap& gap, const GapViewOptions& options);

} // namespace deploy_plan::report
