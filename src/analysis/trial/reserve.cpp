#include "deploy_plan/effect.hpp"
#include "deploy_plan/trial.hpp"
#include "deploy_plan/trial_reserve.hpp"
#include "text/folding.hpp"
#include <algorithm>

namespace deploy_plan {
namespace {

/// Whether an arm bears the name of a segment, as where these are what is drawn.
bool draws_segments(const Market& market, const Test& test) {
  return std::any_of(test.arms.begin(), test.arms.end(), [&](const Arm& arm) {
    const std::string name = text::fold(arm.name);
    return std::any_of(market.segments.begin(), market.segments.end(), [&](const Segment& segment) {
      return name == text::fold(segment.id) || name == text::fold(segment.name);
    });
  });
}

bool is_sound(const std::optional<Test>& test) { return test && test->origin.sound; }
} // namespace

std::optional<PeopleForGroups> people_for_groups(const Market& market, const Action& action) {
  if (!is_sound(action.test))
    return std::nullopt;
  const Test& test = *action.test;
  const bool by_relays = action.lever == Family::relays;
  if (test.protocol == Protocol::ab && (by_relays || draws_segments(market, test))) {
    const auto counted = std::find_if(test.arms.begin(), test.arms.end(),
                                      [](const Arm& arm) { return !arm.clusters && arm.exposed > 0; });
    return counted == test.arms.end() ? std::nullopt : std::optional(PeopleForGroups{by_relays, &*counted});
  }
  const bool is_counted = !test.clusters && test.exposed.value_or(0) > 0;
  return by_relays && test.protocol == Protocol::pilot && is_counted
             ? std::optional(PeopleForGroups{by_relays, nullptr})
             : std::nullopt;
}

std::int64_t segments_not_compared(const Market& market, const Action& action) {
  if (!is_sound(action.test) || action.test->protocol != Protocol::pilot)
    return 0;
  const std::vector<std::string> own = segments_of(action);
  if (own.front().empty())
    return 0;
  return std::count_if(market.segments.begin(), market.segments.end(), [&](const Segment& segment) {
    return std::find(own.begin(), own.end(), segment.id) == own.end();
  });
}

std::optional<TrialReserve> reserve_of(const Market& market, const Action& action, Verdict verdict) {
  if (verdict != Verdict::adopt && verdict != Verdict::drop)
    return std::nullopt;
  if (people_for_groups(market, action))
    return TrialReserve::people_for_groups;
  return verdict == Verdict::adopt && segments_not_compared(market, action) > 0
             ? std::optional(TrialReserve::no_comparison)
             : std::nullopt;
}

} // namespace deploy_plan
