// Goals that a public page tells: as they were first set, as they are now, and what came of them.
#include "analysis/publication/publishing.hpp"

namespace deploy_plan::publication {
namespace {

ImpactAxis axis_of(const Objective& objective) {
  if (objective.stage == Stage::impact || objective.metric.kind == MetricKind::impact)
    return ImpactAxis::impactful;
  return objective.stage == Stage::retention || objective.stage == Stage::referral ? ImpactAxis::useful
                                                                                   : ImpactAxis::used;
}

bool is_north_star(const Publishing& at, const Objective& objective) {
  const auto& star = at.strategy.north_star;
  return star && star->objective == objective.id && (!star->from || *star->from <= at.day) &&
         (!star->until || at.day <= *star->until);
}

/// The oldest version that has a goal tells it as it was first set.
template <class Goal, class Find, class TargetOf>
void tell_targets(PublicGoal& told, std::span<const Strategy> earlier, const Goal& now, Find find,
                  TargetOf target_of) {
  const PublicTarget current = target_of(now);
  told.first = current;
  for (const Strategy& version : earlier)
    if (const Goal* const was = find(version); was != nullptr) {
      told.first = target_of(*was);
      break;
    }
  if (told.first.value != current.value || told.first.by != current.by)
    told.revised = current;
}

/// Money and days that the page tells.
std::vector<double> amounts_told(const Publishing& at) {
  std::vector<double> amounts;
  for (const PublicFigure& one : at.page.figures)
    if ((one.kind == PublicKind::money || one.kind == PublicKind::person_days) && one.value)
      amounts.push_back(*one.value);
  return amounts;
}

void tell_realised(const Publishing& at, std::size_t which, std::span<const double> amounts,
                   PublicGoal& goal) {
  const Objective& objective = at.strategy.objectives[which];
  const Observation* const newest = newest_observation(objective.observations, at.day);
  if (newest == nullptr)
    return;
  const Told told = at.counts.told_objective(which, amounts);
  goal.day = newest->date;
  goal.realised = told.value;
  goal.disclosure = told.disclosure;
}

PublicGoal goal_of(const Publishing& at, std::size_t which, std::span<const double> amounts) {
  const Objective& objective = at.strategy.objectives[which];
  const auto place = at.counts.place_of(objective.segment);
  PublicGoal goal;
  goal.id = "objectives." + objective.id;
  goal.name = both(name_of(objective));
  goal.definition = both(objective.metric.name);
  goal.segment = place ? at.name_of_place(*place) : objective.segment;
  goal.is_north_star = is_north_star(at, objective);
  goal.kind = is_rate(objective) ? PublicKind::rate : PublicKind::count;
  if (!is_rate(objective))
    goal.unit = objective.metric.unit.empty() ? at.strategy.market.unit : objective.metric.unit;
  const auto find = [&](const Strategy& version) -> const Objective* {
    for (const Objective& was : version.objectives)
      if (was.id == objective.id)
        return &was;
    return nullptr;
  };
  tell_targets(goal, at.options.earlier, objective, find, [](const Objective& one) {
    return PublicTarget{one.target.value, one.target.by};
  });
  tell_realised(at, which, amounts, goal);
  goal.method = both(method_of(objective.measurement));
  return goal;
}

/// The goal of the same share on the same day, else the only one of that share, whose day has moved.
const ShareGoal* same_goal(const Strategy& version, const ShareGoal& wanted) {
  const ShareGoal* only = nullptr;
  std::size_t alike = 0;
  for (const ShareGoal& was : version.market.share_goals)
    if (was.of == wanted.of && was.segment == wanted.segment) {
      if (was.by == wanted.by)
        return &was;
      only = &was;
      ++alike;
    }
  return alike == 1 ? only : nullptr;
}

std::size_t tier_of(const ShareGoal& wanted) {
  return wanted.of == TierName::target ? 1 : wanted.of == TierName::addressed ? 2 : 3;
}
PublicGoal goal_of(const Publishing& at, const ShareGoal& wanted, std::size_t place) {
  const std::size_t tier = tier_of(wanted);
  PublicGoal goal;
  goal.id = "share_goals." + id_of(wanted);
  goal.name = both(public_tiers[tier].covered_share);
  goal.definition = definition_of_share(tier);
  goal.segment = at.name_of_place(place);
  goal.kind = PublicKind::share;
  const auto find = [&](const Strategy& version) { return same_goal(version, wanted); };
  tell_targets(goal, at.options.earlier, wanted, find, [](const ShareGoal& one) {
    return PublicTarget{one.share, one.by};
  });
  const Told told = at.counts.told_share(at.counts.tier(0, place), at.counts.tier(tier, place));
  goal.realised = told.value;
  goal.disclosure = told.disclosure;
  goal.day = at.day_of(0, place);
  goal.source = both(source_of_share(at, tier, place));
  goal.method = both(reckoned);
  return goal;
}
} // namespace

void tell_objectives(Publishing& at) {
  const std::vector<double> amounts = amounts_told(at);
  for (std::size_t i = 0; i < at.strategy.objectives.size(); ++i) {
    PublicGoal goal = goal_of(at, i, amounts);
    at.page.figures.push_back({goal.id + ".realised", axis_of(at.strategy.objectives[i]), goal.name,
                               goal.definition, goal.segment, goal.kind, goal.unit, goal.realised,
                               goal.disclosure, goal.day, goal.source, goal.method});
    at.page.goals.push_back(std::move(goal));
  }
}

void tell_share_goals(Publishing& at) {
  for (const ShareGoal& wanted : at.strategy.market.share_goals)
    if (const auto place = at.counts.place_of(wanted.segment)) // else no figure is of it
      at.page.goals.push_back(goal_of(at, wanted, *place));
}

} // namespace deploy_plan::publication
