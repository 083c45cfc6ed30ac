// Goals and objectives, laid out for people.
#pragma once
#include "report/gap_view.hpp"

namespace deploy_plan::report {

/// A goal or an objective, as a row.
struct Way {
  Phrase name;
  const Progress* progress;
  bool north_star = false;
  bool of_share = false;
  double share = 0;
  std::optional<double> share_now = {};
};
/// Of the market or the segment that is shown, in the order that is asked for.
[[nodiscard]] std::vector<Way> ways(const Gap& gap, const GapViewOptions& options);

/// How far each has come, and when it will be reached.
[[nodiscard]] std::vector<Block> goal_blocks(const Gap& gap, const GapViewOptions& options);

} // namespace deploy_plan::report
