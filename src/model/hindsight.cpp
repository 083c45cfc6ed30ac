#include "model/hindsight.hpp"
#include "model/revisions.hpp"
#include "model/tiers.hpp"
#include <algorithm>

namespace deploy_plan::model {
namespace {

/// An observation whose days are what is asked of them.
struct Known {
  const Observation* observation;
  [[nodiscard]] Date date() const { return observation->date; }
  [[nodiscard]] std::optional<Date> seen() const { return observation->seen; }
};

/// What holds of a series as of an earlier day than before; gives how many are left out.
std::size_t leave_out_later(Series& series, Date day) {
  const auto is_later = [&](const Observation& point) {
    return point.origin.sound && std::max(point.date, known_on(point)) > day;
  };
  const std::size_t later =
      std::erase_if(series.points, is_later) + std::erase_if(series.revisions, is_later);
  if (series.revisions.empty())
    return later;
  std::vector<Observation> all = std::move(series.points);
  all.insert(all.end(), series.revisions.begin(), series.revisions.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const Observation& a, const Observation& b) { return a.date < b.date; });
  std::vector<Known> known;
  for (const Observation& one : all)
    known.push_back({&one});
  const auto held = Holding<Known>(day).part(known);
  const auto copied = [](const std::vector<Known>& some) {
    std::vector<Observation> copies;
    for (const Known& one : some)
      copies.push_back(*one.observation);
    return copies;
  };
  series.points = copied(held.points);
  series.revisions = copied(held.others);
  return later;
}

/// Calls `visit(series, is_of_test)` with every series of a strategy.
template <class Visit>
void each_series(Strategy& strategy, Visit visit) {
  const auto of = [&](std::optional<Series>& series, bool is_of_test = false) {
    if (series)
      visit(*series, is_of_test);
  };
  each_tier_of_all(strategy.market, [&](Tier& tier, Text, const Segment*) { of(tier.observations); });
  for (Objective& objective : strategy.objectives)
    of(objective.observations);
  for (Action& action : strategy.actions) {
    if (action.measure)
      of(action.measure->observations);
    if (!action.test)
      continue;
    of(action.test->series, true);
    for (ComparedSegment& segment : action.test->segments)
      of(segment.observations, true);
  }
}

class Hindsight {
public:
  explicit Hindsight(Date looked_from) : day_(looked_from) {}
  KnownLater later;

  void of_tiers(const Market& market) {
    each_tier_of_all(market, [&](const Tier& tier, Text, const Segment*) {
      later.sizes += tier.size && tier.as_of && *tier.as_of > day_ ? 1 : 0;
    });
  }

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
  }

  void of_events(std::vector<Event>& events) {
    later.events = static_cast<std::int64_t>(std::erase_if(events, [&](const Event& event) {
      return event.origin.sound && event.date > day_ && !event.effect;
    }));
  }

private:
  const Date day_;
};
} // namespace

KnownLater leave_out_later(Strategy& strategy, Date day) {
  Hindsight hindsight(day);
  each_series(strategy, [&](Series& series, bool is_of_test) {
    (is_of_test ? hindsight.later.readings : hindsight.later.observations) +=
        static_cast<std::int64_t>(leave_out_later(series, day));
  });
  hindsight.of_tiers(strategy.market);
  for (Action& action : strategy.actions)
    hindsight.of_action(action);
  hindsight.of_events(strategy.events);
  return hindsight.later;
}

std::int64_t leave_out_unseen(Strategy& strategy, Date day) {
  std::size_t count = 0;
  each_series(strategy, [&](Series& series, bool) {
    count +=
        std::erase_if(series.revisions, [&](const Observation& one) { return one.seen && *one.seen > day; });
  });
  return static_cast<std::int64_t>(count);
}

} // namespace deploy_plan::model
