// The futures of the strategies that are planned for, grown as far as they are asked for.
#pragma once
#include "analysis/outlook/futures.hpp"

namespace deploy_plan::analysis {

class PlanFutures {
public:
  /// The strategies must outlive it.
  PlanFutures(std::span<const Strategy> strategies, Date day, const FutureOptions& options);

  [[nodiscard]] const FutureOptions& options() const { return options_; }
  [[nodiscard]] const Strategy& strategy(std::size_t place) const { return *all_[place]->strategy; }
  [[nodiscard]] const Funnel& funnel(std::size_t place) const { return all_[place]->funnel; }
  /// What passes to an objective of the strategy at that place; nullptr where nothing does.
  [[nodiscard]] const Passage* passage_to(std::size_t place, const Objective& objective) const {
    return funnel(place).to(static_cast<std::size_t>(&objective - strategy(place).objectives.data()));
  }
  [[nodiscard]] const Futures& futures(std::size_t place) const { return all_[place]->futures; }
  /// The series of an objective of the strategy at that place, grown; nullptr where it is not observed. It
  /// has one goal.
  [[nodiscard]] const FutureSeries* grown(std::size_t place, const Objective& objective);

private:
  struct OfStrategy {
    const Strategy* strategy;
    Gap known;
    Funnel funnel;
    Futures futures;
    OfStrategy(const Strategy& planned, Date day, const FutureOptions& options);
  };
  FutureOptions options_;
  std::vector<std::unique_ptr<OfStrategy>> all_;
};

} // namespace deploy_plan::analysis
