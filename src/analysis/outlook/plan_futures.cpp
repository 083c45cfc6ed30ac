#include "analysis/outlook/plan_futures.hpp"
#include <algorithm>

namespace deploy_plan::analysis {

PlanFutures::OfStrategy::OfStrategy(const Strategy& planned, Date day, const FutureOptions& options)
    : strategy(&planned), known(gap(planned, day)), funnel(planned, known), futures(planned, known, options) {
}

PlanFutures::PlanFutures(std::span<const Strategy> strategies, Date day, const FutureOptions& options)
    : options_(options) {
  for (const Strategy& strategy : strategies)
    all_.push_back(std::make_unique<OfStrategy>(strategy, day, options));
}

const FutureSeries* PlanFutures::grown(std::size_t place, const Objective& objective) {
  Futures& futures = all_[place]->futures;
  for (const auto& group : futures.groups())
    for (const std::size_t at : group) {
      const FutureSeries& one = futures.series()[at];
      if (one.kind != ForecastOf::objective || one.id != objective.id)
        continue;
      if (one.growth == nullptr)
        futures.grow(group);
      return &one;
    }
  return nullptr;
}

} // namespace deploy_plan::analysis
