#include "model/hindsight.hpp"
#include <algorithm>

namespace deploy_plan::model {
namespace {

class Hindsight {
public:
  explicit Hindsight(Date looked_from) : day_(looked_from) {}
  KnownLater later;

  void of_tier(std::optional<Tier>& tier) {
    if (!tier)
      return;
    later.observations += from_series(tier->observations);
    later.sizes += tier->size && tier->as_of && *tier->as_of > day_ ? 1 : 0;
  }
  template <class Tiered>
  void of_tiers(Tiered& tiered) {
    for (auto* tier : {&tiered.addressable, &tiered.addressed, &tiered.target, &tiered.penetrated})
      of_tier(*tier);
  }
  void of_objective(Objective& objective) { later.observations += from_series(objective.observations); }

  void of_action(Action& action) {
    std::int64_t runs = 0;
    const auto is_later = [&](const Result& result) {
      if (result.origin.sound && result.date > day_)
        runs += result.runs.value_or(1);
      return result.origin.sound && result.date > day_;
    };
    later.results += static_cast<std::int64_t>(std::erase_if(action.results, is_later));
    if (action.runs && action.runs->done)
      action.runs->done = std::max<std::int64_t>(0, *action.runs->done - runs);
    if (!action.test)
      return;
    later.readings += from_series(action.test->series);
    for (ComparedSegment& segment : action.test->segments)
      later.readings += from_series(segment.observations);
  }

  void of_events(std::vector<Event>& events) {
    later.events = static_cast<std::int64_t>(std::erase_if(events, [&](const Event& event) {
      return event.origin.sound && event.date > day_ && !event.effect;
    }));
  }

private:
  const Date day_;

  std::int64_t from_series(std::optional<Series>& series) const {
    if (!series)
      return 0;
    return static_cast<std::int64_t>(std::erase_if(
        series->points, [&](const Observation& point) { return point.origin.sound && point.date > day_; }));
  }
};
} // namespace

KnownLater leave_out_later(Strategy& strategy, Date day) {
  Hindsight hindsight(day);
  hindsight.of_tiers(strategy.market);
  for (Segment& segment : strategy.market.segments)
    hindsight.of_tiers(segment);
  for (Objective& objective : strategy.objectives)
    hindsight.of_objective(objective);
  for (Action& action : strategy.actions)
    hindsight.of_action(action);
  hindsight.of_events(strategy.events);
  return hindsight.later;
}

} // namespace deploy_plan::model
