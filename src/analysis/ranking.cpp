#include "deploy_plan/ranking.hpp"
#include "deploy_plan/direction.hpp"
#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace deploy_plan {
namespace {

struct Known {
  std::size_t place; ///< in the file
  const Objective* objective;
};

RankedAction ranked(const Action& action, const Objective* objective, const Trial* trial, double rate,
                    Date day) {
  RankedAction one;
  one.id = action.id;
  one.name = action.name;
  one.lever = action.lever;
  one.objective = action.objective;
  one.unit = objective != nullptr ? objective->metric.unit : "";
  one.is_rate = objective != nullptr && objective->metric.scale == Scale::rate;
  one.repeatability = action.repeatability;
  one.effect = run_effect(action, objective, trial);
  if (trial != nullptr)
    one.verdict = trial->verdict;
  const auto cost = run_cost(action);
  if (cost) {
    one.full_cost = cost->full(rate);
    one.setup_cost = cost->full_setup(rate);
  }
  const double towards = objective != nullptr ? direction_of(*objective, day) : 1;
  const double gain = one.effect ? towards * one.effect->estimate.value : 0;
  if (action.status == Status::stopped)
    one.unranked = Unranked::stopped;
  else if (!cost)
    one.unranked = Unranked::without_cost;
  else if (gain <= 0)
    one.unranked = Unranked::without_effect;
  if (one.unranked != Unranked::no)
    return one;
  const auto runs =
      static_cast<double>(std::max<std::int64_t>(1, action.runs ? action.runs->max.value_or(1) : 1));
  const double by_unit = (*one.full_cost + *one.setup_cost / runs) / gain;
  if (std::isfinite(by_unit))
    one.cost_per_unit = by_unit;
  else
    one.unranked = Unranked::without_effect;
  return one;
}

int ease(const RankedAction& one) { return one.repeatability ? static_cast<int>(*one.repeatability) + 1 : 0; }
double gain(const RankedAction& one) { return std::abs(one.effect->estimate.value); }

bool dominates(const RankedAction& a, const RankedAction& b) {
  const bool as_good = *a.cost_per_unit <= *b.cost_per_unit && gain(a) >= gain(b) && ease(a) >= ease(b);
  const bool better = *a.cost_per_unit < *b.cost_per_unit || gain(a) > gain(b) || ease(a) > ease(b);
  return as_good && better;
}

/// Marks the front of one objective's actions, which stand cheapest first.
void mark_front(RankedAction* begin, RankedAction* end) {
  std::vector<const RankedAction*>
      front; // what dominates anything is dominated by nothing, or its dominator does too
  for (RankedAction* one = begin; one != end; ++one) {
    const auto by = std::find_if(front.begin(), front.end(),
                                 [&](const RankedAction* other) { return dominates(*other, *one); });
    if (by != front.end()) {
      one->dominated_by = (*by)->id;
      continue;
    }
    one->pareto = true;
    front.push_back(one);
  }
}
} // namespace

Ranking rank(const Strategy& strategy, Date day) {
  const TrialsByAction trials(strategy, day);
  std::unordered_map<std::string_view, Known> objectives;
  for (std::size_t i = 0; i < strategy.objectives.size(); ++i)
    objectives.emplace(strategy.objectives[i].id, Known{i, &strategy.objectives[i]});
  const auto place = [&](const RankedAction& one) {
    const auto found = objectives.find(one.objective);
    return one.unranked != Unranked::no ? objectives.size() + 1
           : found == objectives.end()  ? objectives.size()
                                        : found->second.place;
  };
  Ranking ranking{day, strategy.name, strategy.budget ? strategy.budget->currency : "", {}};
  for (const Action& action : strategy.actions)
    if (action.origin.sound) {
      const auto found = objectives.find(action.objective);
      ranking.actions.push_back(ranked(action, found == objectives.end() ? nullptr : found->second.objective,
                                       trials.find(action), day_rate(strategy), day));
    }
  auto& all = ranking.actions;
  // At one cost by unit the larger effect comes first, then the easier to repeat: no later one dominates it.
  const auto order = [&](const RankedAction& one) {
    const bool known = one.unranked == Unranked::no;
    return std::tuple(place(one), one.cost_per_unit.value_or(0), known ? -gain(one) : 0.0,
                      known ? -ease(one) : 0);
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const RankedAction& a, const RankedAction& b) { return order(a) < order(b); });
  for (std::size_t begin = 0; begin < all.size() && all[begin].unranked == Unranked::no;) {
    std::size_t end = begin;
    while (end < all.size() && all[end].unranked == Unranked::no &&
           all[end].objective == all[begin].objective)
      ++end;
    mark_front(all.data() + begin, all.data() + end);
    begin = end;
  }
  return ranking;
}

std::vector<const RankedAction*> cheapest_by_lever(const Ranking& ranking) {
  std::vector<const RankedAction*> cheapest;
  std::set<std::pair<Family, std::string_view>> seen;
  for (const RankedAction& one : ranking.actions) // of an objective, the cheapest stand first
    if (one.unranked == Unranked::no && seen.emplace(one.lever, one.objective).second)
      cheapest.push_back(&one);
  std::stable_sort(cheapest.begin(), cheapest.end(),
                   [](const RankedAction* a, const RankedAction* b) { return a->lever < b->lever; });
  return cheapest;
}

} // namespace deploy_plan
