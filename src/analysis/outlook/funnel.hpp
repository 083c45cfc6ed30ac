// How what is gained at one stage passes to the next.
#pragma once
#include "analysis/numbers/random.hpp"
#include "deploy_plan/gap.hpp"

namespace deploy_plan::analysis {

/// From the objective of the stage above.
struct Passage {
  std::size_t from = 0;  ///< its place in the strategy
  double value = 0;      ///< counted here
  double above = 0;      ///< counted there, above 0
  bool is_share = false; ///< of the same beneficiaries: never more than all of them pass
  [[nodiscard]] double mean() const { return value / above; }
  /// Beta of what was observed, with Jeffreys' prior; where several here may come of one there, gamma
  /// likewise.
  [[nodiscard]] double draw(Random& random) const;
};

class Funnel {
public:
  Funnel(const Strategy& strategy, const Gap& known);
  /// nullptr where nothing passes to that objective.
  [[nodiscard]] const Passage* to(std::size_t objective) const;
  /// The objective, then those from which something passes to it, the nearest first.
  [[nodiscard]] std::vector<std::size_t> chain(std::size_t objective) const;

private:
  std::vector<std::optional<Passage>> passages_; ///< of each objective of the strategy
};

} // namespace deploy_plan::analysis
