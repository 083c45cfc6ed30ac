#include "deploy_plan/ranking.hpp"
#include "analysis/effect/evidence.hpp"
#include "analysis/numbers/finite.hpp"
#include "analysis/outlook/lifts.hpp"
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

/// What an action takes and gives from now on.
class FromNowOn {
public:
  FromNowOn(const Action& action, const RunCost& cost, double rate)
      : full_(cost.full(rate)), decay_(action.decay.value_or(0)) {
    done_ = past_runs(action).count;
    if (action.runs && action.runs->max)
      left_ = std::max<std::int64_t>(0, *action.runs->max - done_);
    setup_ = done_ > 0 ? 0 : cost.full_setup(rate);
  }
  [[nodiscard]] std::int64_t done() const { return done_; }
  [[nodiscard]] std::optional<std::int64_t> left() const { return left_; }
  /// What is left of the first run's effect by the next one.
  [[nodiscard]] double worn() const { return analysis::left_after(decay_, done_); }
  [[nodiscard]] double cost_of_next() const { return full_ + setup_ / runs(); }
  [[nodiscard]] double cost_of_all() const { return full_ * runs() + setup_; }
  /// What all runs still to do give, in effects of the next one.
  [[nodiscard]] double all() const { return analysis::shares_of(decay_, 0, runs()).sum; }

private:
  double full_ = 0, setup_ = 0;
  double decay_ = 0;
  std::int64_t done_ = 0;
  std::optional<std::int64_t> left_;

  [[nodiscard]] double runs() const { return static_cast<double>(left_.value_or(1)); }
};

RankedAction ranked(const Action& action, const Objective* objective, const Strategy& strategy,
                    const Effects& effects, const TrialsByAction& trials, Date day) {
  const double rate = day_rate(strategy);
  RankedAction one;
  one.id = action.id;
  one.name = action.name;
  one.lever = action.lever;
  one.objective = action.objective;
  one.objective_name = action.objective;
  if (objective != nullptr) {
    one.objective_name = name_of(*objective);
    one.unit = objective->metric.unit;
    one.units = units_of(objective->metric, strategy.market);
    one.is_rate = objective->metric.scale == Scale::rate;
  }
  one.repeatability = action.repeatability;
  one.effect = effects.of(action);
  if (const Trial* const trial = trials.find(action))
    one.verdict = trial->verdict;
  const auto cost = run_cost(action);
  const FromNowOn next(action, cost.value_or(RunCost{}), rate);
  one.done = next.done();
  one.left = next.left();
  if (cost) {
    one.full_cost = cost->full(rate);
    one.setup_cost = cost->full_setup(rate);
  }
  if (one.effect)
    one.next_gain = one.effect->median() * next.worn();
  const double towards = objective != nullptr ? direction_of(*objective, day) : 1;
  const double gain = towards * one.next_gain.value_or(0);
  if (action.status == Status::stopped)
    one.unranked = Unranked::stopped;
  else if (one.left == 0)
    one.unranked = Unranked::all_done;
  else if (trials.says_drop(action))
    one.unranked = Unranked::dropped;
  else if (!cost)
    one.unranked = Unranked::without_cost;
  else if (gain <= 0)
    one.unranked = Unranked::without_effect;
  if (one.unranked != Unranked::no)
    return one;
  one.cost_per_unit = analysis::finite(next.cost_of_next() / gain);
  one.cost_per_unit_left = analysis::finite(next.cost_of_all() / (gain * next.all()));
  if (!one.cost_per_unit)
    one.unranked = Unranked::without_effect;
  return one;
}

int ease(const RankedAction& one) { return one.repeatability ? static_cast<int>(*one.repeatability) + 1 : 0; }
double gain(const RankedAction& one) { return std::abs(*one.next_gain); }

bool dominates(const RankedAction& a, const RankedAction& b) {
  const bool as_good = *a.cost_per_unit <= *b.cost_per_unit && gain(a) >= gain(b) && ease(a) >= ease(b);
  const bool better = *a.cost_per_unit < *b.cost_per_unit || gain(a) > gain(b) || ease(a) > ease(b);
  return as_good && better;
}

using Ranked = std::span<RankedAction>;

/// Marks the front of one objective's actions, which stand cheapest first.
void mark_front(Ranked actions) {
  std::vector<const RankedAction*>
      front; // what dominates anything is dominated by nothing, or its dominator does too
  for (RankedAction& one : actions) {
    const auto by = std::find_if(front.begin(), front.end(),
                                 [&](const RankedAction* other) { return dominates(*other, one); });
    if (by != front.end()) {
      one.dominated_by = (*by)->id;
      continue;
    }
    one.pareto = true;
    front.push_back(&one);
  }
}

/// Draw by draw, as outlooks draw effects, the one of an objective's actions that costs the least by unit;
/// several, where they cost the same, each in part.
void tell_best(Ranked actions, const std::unordered_map<std::string_view, const Action*>& by_id) {
  const FutureOptions usual;
  std::vector<analysis::EffectDraw> effects;
  std::vector<double> medians;
  for (const RankedAction& one : actions) {
    effects.push_back(analysis::effect_draw(*by_id.at(one.id), *one.effect, usual.seed));
    medians.push_back(one.effect->median());
  }
  std::vector<double> wins(actions.size());
  std::vector<double> by_cost(actions.size()); // gain by unit of cost
  for (std::uint64_t draw = 0; draw < usual.draws; ++draw) {
    for (std::size_t i = 0; i < actions.size(); ++i)
      by_cost[i] = effects[i].mean(draw) / medians[i] / std::max(*actions[i].cost_per_unit, 1e-300);
    const double most = *std::max_element(by_cost.begin(), by_cost.end());
    if (!(most > 0))
      continue; // none of them gains anything
    const auto share = 1 / static_cast<double>(std::count(by_cost.begin(), by_cost.end(), most));
    for (std::size_t i = 0; i < actions.size(); ++i)
      wins[i] += by_cost[i] == most ? share : 0;
  }
  for (std::size_t i = 0; i < actions.size(); ++i)
    actions[i].probability_best = wins[i] / static_cast<double>(usual.draws);
}
} // namespace

Ranking rank(const Strategy& strategy, Date day) {
  const TrialsByAction trials(strategy, day);
  const Effects effects(strategy, trials);
  std::unordered_map<std::string_view, Known> objectives;
  for (std::size_t i = 0; i < strategy.objectives.size(); ++i)
    objectives.emplace(strategy.objectives[i].id, Known{i, &strategy.objectives[i]});
  const auto place = [&](const RankedAction& one) {
    const auto found = objectives.find(one.objective);
    return one.unranked != Unranked::no ? objectives.size() + 1
           : found == objectives.end()  ? objectives.size()
                                        : found->second.place;
  };
  Ranking ranking{
      day, strategy.name, strategy.budget ? strategy.budget->currency : "", {}, score_of_estimates(strategy)};
  std::unordered_map<std::string_view, const Action*> by_id;
  for (const Action& action : strategy.actions)
    if (action.origin.sound) {
      by_id.emplace(action.id, &action);
      const auto found = objectives.find(action.objective);
      ranking.actions.push_back(ranked(action, found == objectives.end() ? nullptr : found->second.objective,
                                       strategy, effects, trials, day));
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
    mark_front(Ranked(all).subspan(begin, end - begin));
    tell_best(Ranked(all).subspan(begin, end - begin), by_id);
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
