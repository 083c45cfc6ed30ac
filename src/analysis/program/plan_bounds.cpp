// How much can come of what there is: relations, the most runs that make sense, and what is left out.
#include "analysis/program/reading.hpp"
#include <algorithm>
#include <cmath>
#include <set>

namespace deploy_plan::analysis {

void PlanReading::relate() {
  for (std::size_t i = 0; i < model_.actions.size(); ++i)
    relate(i);
}

void PlanReading::relate(std::size_t place) {
  ModelAction& one = model_.actions[place];
  const auto& known = actions_[one.strategy];
  for (const std::string& id : one.action->requires_) {
    const auto found = known.find(id);
    one.can_begin &= found != known.end();
    if (found == known.end() || model_.actions[found->second].done > 0)
      continue;
    one.requires_.push_back(found->second);
    model_.actions[found->second].is_required = true;
  }
  for (const std::string& id : one.action->excludes)
    if (const auto found = known.find(id); found != known.end() && found->second != place)
      one.excludes.push_back(found->second);
}

std::optional<double> PlanReading::left(const BudgetUse& budget) const {
  return budget.limit ? std::optional(std::max(0.0, *budget.limit - budget.spent_before)) : std::nullopt;
}

void PlanReading::find_useful() {
  useful_.assign(model_.objectives.size(), 0);
  std::vector<double> losses(model_.objectives.size()); // by runs that are asked for and lead away
  for (const ModelService& service : model_.services) {
    const ModelReach& reach = model_.reaches[service.reach];
    losses[service.objective] +=
        std::max(0.0, -reach.gain) *
        static_cast<double>(std::max<std::int64_t>(1, model_.actions[reach.action].least));
  }
  const bool stops_at_target = options_.goal == PlanGoal::reach || model_.sums_shares();
  for (const std::size_t wanted : model_.wanted) {
    const ModelObjective& goal = model_.objectives[wanted];
    double amount = stops_at_target ? std::max(*goal.needed, goal.beyond) : unbounded;
    for (std::optional<std::size_t> at = wanted; at;) {
      const ModelObjective& one = model_.objectives[*at];
      amount = limited(amount, one.ceiling) + losses[*at];
      useful_[*at] = std::max(useful_[*at], amount);
      at = one.conversion > 0 ? one.from : std::nullopt;
      amount /= one.conversion;
    }
  }
}

void PlanReading::bound_runs(std::size_t place) {
  ModelAction& one = model_.actions[place];
  const auto& runs = one.action->runs;
  if (one.is_dropped)
    one.most = std::max(one.least, one.kept);
  else if (runs && runs->max)
    one.most = std::max<std::int64_t>(0, *runs->max - one.done);
  else if (one.action->repeatability == Repeatability::one_off)
    one.most = std::max<std::int64_t>(0, 1 - one.done);
  else
    one.most = std::max<std::int64_t>(affordable(one), one.is_required ? 1 : 0);
  if (one.is_fixed)
    one.most = std::max(one.most, one.least);
  one.most = std::min(one.most, most_runs);
}

std::int64_t PlanReading::affordable(const ModelAction& one) {
  double bound = one.gain > 0 ? worth_doing(one) : 0;
  const auto by = [&](double cost, std::optional<double> means) {
    if (cost > 0 && means)
      bound = std::min(bound, std::floor(*means / cost + negligible));
  };
  by(one.cost.money, left(model_.money));
  by(one.cost.days, left(model_.days));
  if (bound > static_cast<double>(most_runs) && !one.left_out)
    failure_ = UnlimitedRuns{one.action->id};
  return std::max(one.least, static_cast<std::int64_t>(std::min(bound, static_cast<double>(most_runs))));
}

double PlanReading::worth_doing(const ModelAction& one) const {
  double runs = 0;
  for (const std::size_t place : one.reaches) {
    double useful = 0;
    for (const ModelService& service : services_of(place))
      useful = std::max(useful, useful_[service.objective]);
    runs += worth_doing(model_.reaches[place], useful);
  }
  return runs;
}

double PlanReading::worth_doing(const ModelReach& reach, double useful) {
  if (useful <= 0 || reach.gain <= 0)
    return 0;
  if (reach.decay == 0)
    return std::max(0.0, std::ceil(useful / reach.gain));
  return std::ceil(std::log(negligible) / std::log1p(-std::min(reach.decay, 1 - negligible)));
}

std::span<const ModelService> PlanReading::services_of(std::size_t reach) const {
  const auto [begin, end] =
      std::equal_range(model_.services.begin(), model_.services.end(), ModelService{reach, 0, {}, -1, 0},
                       [](const ModelService& a, const ModelService& b) { return a.reach < b.reach; });
  return {begin, end};
}

void PlanReading::keep_relevant_breaks() {
  for (const Break& one : breaks_)
    if (model_.leads_to_wanted(one.objective))
      model_.broken.push_back(one.told);
}

void PlanReading::tell_uncounted() {
  std::set<std::pair<std::size_t, std::string_view>> told;
  const auto tell = [&](std::size_t place, const std::string& segment) {
    const TierSizes* const of = sizes_[place].find(segment);
    if (of != nullptr && of->addressed && !of->penetrated && told.emplace(place, segment).second)
      model_.uncounted.push_back({place, segment, *of->addressed});
  };
  for (std::size_t i = 0; i < model_.objectives.size(); ++i)
    if (model_.objectives[i].ceiling && model_.leads_to_wanted(i))
      tell(model_.objectives[i].strategy, model_.objectives[i].objective->segment);
  for (const ModelAction& one : model_.actions)
    if (!one.left_out)
      for (const std::size_t place : one.reaches)
        if (const ModelReach& reach = model_.reaches[place]; reach.room)
          tell(one.strategy, model_.segment_of(reach));
}

void PlanReading::leave_out() {
  for (std::size_t i = 0; i < model_.actions.size(); ++i) {
    ModelAction& one = model_.actions[i];
    if (one.left_out || one.is_fixed || one.least > 0)
      continue;
    if (one.is_dropped && one.most == 0)
      one.left_out = PlanReason::dropped;
    else if (one.is_required || one.is_dropped)
      continue;
    else if (one.gain <= 0)
      one.left_out = PlanReason::without_effect;
    else if (!model_.leads_to_wanted(one.objective))
      one.left_out = PlanReason::elsewhere;
  }
}

} // namespace deploy_plan::analysis
