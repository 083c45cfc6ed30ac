#include "deploy_plan/gap.hpp"
#include "analysis/numbers/finite.hpp"
#include "analysis/progress.hpp"
#include "deploy_plan/effect.hpp"
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace deploy_plan {
namespace {

using analysis::finite;

std::optional<double> ratio(std::optional<double> part, std::optional<double> whole) {
  return part && whole && *whole > 0 ? finite(*part / *whole) : std::nullopt;
}
std::optional<double> difference(std::optional<double> a, std::optional<double> b) {
  return a && b ? finite(*a - *b) : std::nullopt;
}

MarketGap market_gap(std::string id, std::string name, const TierSizes& sizes) {
  MarketGap result;
  result.id = std::move(id);
  result.name = std::move(name);
  result.sizes = sizes;
  result.share = {ratio(sizes.penetrated, sizes.addressable), ratio(sizes.penetrated, sizes.addressed),
                  ratio(sizes.penetrated, sizes.target)};
  result.of_addressable = {ratio(sizes.addressed, sizes.addressable), ratio(sizes.target, sizes.addressable)};
  result.out_of_reach = difference(sizes.addressable, sizes.addressed);
  result.in_reserve = difference(sizes.addressed, sizes.target);
  result.to_target = difference(sizes.target, sizes.penetrated);
  result.to_addressed = difference(sizes.addressed, sizes.penetrated);
  return result;
}

/// The penetrated market until a day, of the whole and of each segment by its id.
class PenetratedMarket {
public:
  PenetratedMarket(const Market& market, Date day) : whole_(penetrated_until(market, day)), day_(day) {
    for (const Segment& segment : market.segments)
      if (segment.penetrated)
        series_.insert_or_assign(segment.id, &segment.penetrated->observations);
  }
  [[nodiscard]] std::vector<Observation> of(std::string_view segment) const {
    if (segment.empty())
      return whole_;
    const auto found = series_.find(segment);
    return found == series_.end() ? std::vector<Observation>() : observed_until(*found->second, day_);
  }

private:
  std::vector<Observation> whole_;
  Date day_;
  std::unordered_map<std::string_view, const std::optional<Series>*> series_;
};

Date newest_day(const std::vector<Observation>& seen) {
  const auto newest = std::max_element(seen.begin(), seen.end(),
                                       [](const auto& a, const auto& b) { return a.date < b.date; });
  return newest->date;
}

/// The same in shares of a tier; of a tier that is not known, or holds nobody, there are none.
std::optional<DueFigure> in_shares(const DueFigure& people, const std::optional<double>& tier) {
  const auto value = ratio(people.value, tier);
  if (!value)
    return std::nullopt;
  return DueFigure{people.by, *value, people.status, ratio(people.seen, tier), people.seen_on, true};
}

/// Where the way to a share goal begins: where that of the objective does which counts the same people, so
/// that nobody stands late on one and in time on the other.
DatedFigure share_start(const Strategy& strategy, const ShareGoal& goal, const std::vector<Observation>& seen,
                        const Objective* covering, Date day) {
  if (covering != nullptr)
    if (const auto start = starting_point(*covering, day); start && start->date < goal.by)
      return *start;
  if (!seen.empty())
    return {seen.front().date, seen.front().value};
  const auto launched = strategy.solution ? strategy.solution->launched : std::nullopt;
  return {launched.value_or(strategy.period.start), 0};
}

/// Whether an objective that counts the same people wants what a share goal without milestones of its own
/// does: its way is the same.
bool wants_the_same(const Objective& objective, const ShareGoal& goal, const std::optional<double>& tier) {
  constexpr double rounding = 1e-9; // of a share that is no fraction of powers of two
  const ObjectiveTarget& target = objective.target;
  return goal.milestones.empty() && tier && target.by == goal.by &&
         std::abs(target.value - goal.share * *tier) <= rounding * std::abs(target.value);
}

ShareGoalGap share_goal_gap(const Strategy& strategy, const ShareGoal& goal, const TierSizes& sizes,
                            const std::vector<Observation>& seen, std::span<const Objective* const> covering,
                            Date day) {
  ShareGoalGap result;
  result.id = id_of(goal);
  result.of = goal.of;
  result.segment = goal.segment;
  result.segment_name = segment_name(strategy.market, goal.segment);
  result.share = goal.share;
  const auto& tier = sizes.of(goal.of);
  result.current = ratio(sizes.penetrated, tier);
  result.gap = result.current ? finite(goal.share - *result.current) : std::nullopt;

  const auto same = std::find_if(covering.begin(), covering.end(),
                                 [&](const Objective* one) { return wants_the_same(*one, goal, tier); });
  const Objective* const alike = same == covering.end() ? nullptr : *same;
  const Objective* const begins_with = alike != nullptr || covering.empty() ? alike : covering.front();
  const double unit = tier.value_or(0);
  result.beneficiaries = analysis::progress(
      alike != nullptr ? analysis::GoalToReach{alike->target.value, goal.by, 1, alike->target.milestones}
                       : analysis::GoalToReach{goal.share * unit, goal.by, 1, goal.milestones, unit},
      share_start(strategy, goal, seen, begins_with, day),
      {tier ? sizes.penetrated : std::nullopt, seen.empty() ? day : newest_day(seen), seen}, day);
  result.path_now = ratio(result.beneficiaries.path_now, tier);
  result.ahead = ratio(result.beneficiaries.ahead, tier);
  for (const DueFigure& one : result.beneficiaries.milestones)
    if (const auto share = in_shares(one, tier))
      result.milestones.push_back(*share);
  if (result.beneficiaries.on_its_day)
    result.on_its_day = in_shares(*result.beneficiaries.on_its_day, tier);
  return result;
}

ObjectiveGap objective_gap(const Strategy& strategy, const Objective& objective, Date day) {
  ObjectiveGap result;
  result.id = objective.id;
  result.name = name_of(objective);
  result.unit = objective.metric.unit;
  result.units = units_of(objective.metric, strategy.market);
  result.stage = objective.stage;
  result.counted = objective.metric.scale != Scale::rate;
  result.priority = objective.priority.value_or(0);
  result.north_star = strategy.north_star && strategy.north_star->objective == objective.id;

  result.observed = observed_until(objective.observations, day);
  const Observation* const newest = newest_observation(objective.observations, day);
  const ObjectiveTarget& target = objective.target;
  result.progress =
      analysis::progress({target.value, target.by, direction_of(objective, day), target.milestones},
                         starting_point(objective, day),
                         {newest != nullptr ? std::optional(newest->value) : std::nullopt,
                          newest != nullptr ? newest->date : day, result.observed},
                         day);
  const auto every = objective.measurement ? objective.measurement->every_days : std::nullopt;
  result.progress.stale = newest != nullptr && every && (day - newest->date).count() > 2 * *every;
  return result;
}

/// Sets a stage against the one that stands before it in the funnel.
void convert(FunnelStage& here, const FunnelStage* before) {
  if (before == nullptr) {
    here.no_conversion = NoConversion::first;
    return;
  }
  here.passed = ratio(here.value, before->value);
  if (!here.value || !before->value)
    here.no_conversion = NoConversion::unmeasured;
  else if (!here.passed)
    here.no_conversion = NoConversion::from_none;
  else if (here.unit != before->unit)
    here.no_conversion = NoConversion::other_unit;
  else {
    here.conversion = here.passed;
    here.passed = std::min(1.0, *here.passed); // whoever came another way was not brought from there
  }
}

/// What must fall is no stage that people pass: a delay, say.
bool must_fall(const ObjectiveGap& one) {
  const Progress& way = one.progress;
  if (way.current && way.gap && *way.current != way.goal)
    return (way.goal - *way.current) * *way.gap < 0;
  return way.baseline && way.goal < *way.baseline;
}

std::vector<FunnelStage> funnel_of(const std::vector<ObjectiveGap>& objectives) {
  std::vector<FunnelStage> funnel;
  for (const Stage stage :
       {Stage::acquisition, Stage::activation, Stage::retention, Stage::referral, Stage::impact}) {
    const auto counts = [&](const ObjectiveGap& one) {
      return one.stage == stage && one.counted && !must_fall(one);
    };
    const auto found = std::find_if(objectives.begin(), objectives.end(), counts);
    if (found == objectives.end())
      continue;
    FunnelStage here{stage, found->id, found->unit, found->progress.current, {}, {}, {}};
    convert(here, funnel.empty() ? nullptr : &funnel.back());
    funnel.push_back(std::move(here));
  }
  return funnel;
}

std::optional<Stage> bottleneck_of(const std::vector<ObjectiveGap>& objectives) {
  std::optional<Stage> found;
  double lowest = 0;
  for (const ObjectiveGap& one : objectives) {
    const Progress& way = one.progress;
    const auto due = way.due();
    if (!way.progress || !due || !(*due > 0) || way.status == GoalStatus::reached)
      continue;
    const double pace = *way.progress / *due;
    if (!found || pace < lowest) {
      found = one.stage;
      lowest = pace;
    }
  }
  return found;
}

std::optional<double> sum(std::optional<double> a, std::optional<double> b) {
  return a && b ? finite(*a + *b) : std::nullopt;
}

class CostReader {
public:
  CostReader(const Strategy& judged, Gap& into)
      : strategy_(judged), result_(into), trials_(judged, into.as_of) {
    for (const Objective& objective : strategy_.objectives)
      stages_.emplace(objective.id, objective.stage);
  }

  void read() {
    for (int family = 0; family < 6; ++family)
      result_.levers.push_back({static_cast<Family>(family), 0, {}, {}, {}, 0.0});
    for (const Lever& lever : strategy_.levers) {
      LeverGap& one = result_.levers[static_cast<std::size_t>(lever.family)];
      one.available = lever.available ? lever.available : one.available;
      one.relevant = lever.relevant ? lever.relevant : one.relevant;
    }
    for (const Action& action : strategy_.actions)
      if (action.origin.sound)
        add(action);
    for (auto& [stage, cost] : by_stage_) {
      cost.per_unit = ratio(cost.full_cost, cost.effect);
      result_.costs.push_back(cost);
    }
    if (const auto impact = by_stage_.find(Stage::impact); impact != by_stage_.end())
      result_.impact_per_money = ratio(impact->second.effect, all_);
  }

private:
  const Strategy& strategy_;
  Gap& result_;
  const TrialsByAction trials_;
  std::map<std::string_view, Stage> stages_;
  std::map<Stage, StageCost> by_stage_;
  std::optional<double> all_ = 0.0;

  void add(const Action& action) {
    LeverGap& lever = result_.levers[static_cast<std::size_t>(action.lever)];
    lever.actions += action.status != Status::stopped ? 1 : 0;
    if (const Trial* const trial = trials_.find(action); trial != nullptr && action.status != Status::stopped)
      lever.verdicts.add(trial->verdict);
    const double rate = day_rate(strategy_);
    const PastRuns past = past_runs(action);
    // Runs that nothing tells the cost of were not free.
    const bool is_known = past.count == 0 || run_cost(action).has_value();
    const auto cost_of = [&](const Spent& taken) {
      return is_known ? std::optional(taken.money + taken.days * rate) : std::nullopt;
    };
    lever.full_cost = sum(lever.full_cost, cost_of(past.all));
    if (action.results.empty())
      return;
    // Of other runs the effect is not known.
    Spent of_results = past.of_results;
    of_results += past.of_setup;
    const auto cost_of_results = cost_of(of_results);
    all_ = sum(all_, cost_of_results);
    if (const auto stage = stages_.find(action.objective); stage != stages_.end()) {
      StageCost& cost =
          by_stage_.try_emplace(stage->second, StageCost{stage->second, 0, 0.0, {}}).first->second;
      cost.full_cost = sum(cost.full_cost, cost_of_results);
      for (const Result& one : action.results)
        cost.effect += one.effect;
    }
  }
};

void judge_viability(const Strategy& strategy, Gap& result) {
  const auto& viability = strategy.market.viability;
  if (!viability || !viability->annual_cost)
    return;
  result.cost_per_addressed = ratio(viability->annual_cost, result.market.sizes.addressed);
  result.cost_per_penetrated = ratio(viability->annual_cost, result.market.sizes.penetrated);
  result.max_cost = viability->max_cost_per_beneficiary;
  if (result.cost_per_addressed && result.max_cost)
    result.viable = *result.cost_per_addressed <= *result.max_cost;
}
} // namespace

Gap gap(const Strategy& strategy, Date day) {
  Gap result;
  result.as_of = day;
  result.strategy = strategy.name;
  result.unit = strategy.market.unit;
  result.currency = strategy.budget ? strategy.budget->currency : "";
  const SizesBySegment sizes(strategy.market, day);
  const PenetratedMarket penetrated(strategy.market, day);
  result.market = market_gap("", "", *sizes.find(""));
  for (const Segment& segment : strategy.market.segments)
    result.segments.push_back(market_gap(segment.id, segment.name, tier_sizes(segment, day)));
  const CoveringObjectives covering(strategy, day);
  for (const ShareGoal& goal : strategy.market.share_goals)
    if (const TierSizes* of = goal.origin.sound ? sizes.find(goal.segment) : nullptr; of != nullptr) {
      const std::vector<Observation> seen = penetrated.of(goal.segment);
      result.goals.push_back(share_goal_gap(strategy, goal, *of, seen, covering.of(goal.segment, seen), day));
    }
  for (const Objective& objective : strategy.objectives)
    if (objective.origin.sound)
      result.objectives.push_back(objective_gap(strategy, objective, day));
  result.figures = count_figures(strategy);
  result.funnel = funnel_of(result.objectives);
  result.bottleneck = bottleneck_of(result.objectives);
  CostReader(strategy, result).read();
  judge_viability(strategy, result);
  return result;
}

const DueFigure* last_due(std::span<const DueFigure> milestones) {
  const auto found = std::find_if(milestones.rbegin(), milestones.rend(),
                                  [](const DueFigure& one) { return one.status != DueStatus::to_come; });
  return found == milestones.rend() ? nullptr : &*found;
}
const DueFigure* next_due(std::span<const DueFigure> milestones) {
  const auto found = std::find_if(milestones.begin(), milestones.end(),
                                  [](const DueFigure& one) { return one.status == DueStatus::to_come; });
  return found == milestones.end() ? nullptr : &*found;
}

LeverUse LeverGap::use() const {
  if (actions > 0)
    return LeverUse::used;
  if (available == false)
    return LeverUse::unavailable;
  if (relevant == false)
    return LeverUse::not_relevant;
  return available || relevant ? LeverUse::kept_for_later : LeverUse::not_considered;
}

void GoalCounts::add(GoalStatus status) {
  if (status == GoalStatus::unmeasured)
    ++unmeasured;
  else
    ++(is_late(status) ? late : well);
}

const ObjectiveGap* north_star_of(const Gap& gap) {
  const auto found = std::find_if(gap.objectives.begin(), gap.objectives.end(),
                                  [](const ObjectiveGap& one) { return one.north_star; });
  return found == gap.objectives.end() ? nullptr : &*found;
}

GoalCounts count_goals(const Gap& gap, std::string_view segment) {
  GoalCounts counts;
  for (const ObjectiveGap& one : gap.objectives)
    if (segment.empty())
      counts.add(one.progress.status);
  for (const ShareGoalGap& goal : gap.goals)
    if (segment.empty() || goal.segment == segment)
      counts.add(goal.beneficiaries.status);
  return counts;
}

} // namespace deploy_plan
