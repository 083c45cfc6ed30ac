#include "analysis/program/reading.hpp"
#include "deploy_plan/direction.hpp"
#include "deploy_plan/workload.hpp"
#include "model/description.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {

tl::expected<PlanModel, PlanFailure> PlanReading::read() {
  for (std::size_t i = 0; i < strategies_.size(); ++i)
    add_strategy(i);
  choose_wanted();
  read_floors();
  find_period();
  count_on_growth();
  if (failure_)
    return tl::unexpected(std::move(*failure_));
  tell_days_apart();
  tell_own_days();
  add_services();
  relate();
  set_time();
  read_dates(model_, strategies_);
  read_budgets();
  read_fixed();
  find_useful();
  for (std::size_t i = 0; i < model_.actions.size(); ++i)
    bound_runs(i);
  if (failure_)
    return tl::unexpected(std::move(*failure_));
  leave_out();
  keep_relevant_breaks();
  tell_uncounted();
  return std::move(model_);
}

std::optional<double> PlanReading::to_absorb(std::size_t strategy, std::string_view segment) const {
  const TierSizes* const of = sizes_[strategy].find(segment);
  return of == nullptr ? std::nullopt : of->to_absorb();
}

void PlanReading::add_strategy(std::size_t place) {
  const Strategy& strategy = strategies_[place];
  const Gap known = gap(strategy, day_);
  sizes_.emplace_back(strategy.market, day_);
  model_.day = day_;
  model_.rates.push_back(day_rate(strategy));
  if (place == 0 && strategy.budget)
    model_.currency = strategy.budget->currency;
  auto& by_id = objectives_.emplace_back();
  for (const Objective& objective : strategy.objectives)
    if (objective.origin.sound && by_id.emplace(objective.id, model_.objectives.size()).second)
      add_objective(place, objective, known);
  link_funnel(place, known);
  const TrialsByAction trials(strategy, day_);
  const Effects effects(strategy, trials);
  auto& by_action = actions_.emplace_back();
  for (const Action& action : strategy.actions)
    if (action.origin.sound && by_action.emplace(action.id, model_.actions.size()).second)
      add_action(place, action, trials, effects);
  if (options_.keep)
    read_schedule(place);
}

void PlanReading::add_objective(std::size_t place, const Objective& objective, const Gap& known) {
  ModelObjective one;
  one.strategy = place;
  one.objective = &objective;
  for (const ObjectiveGap& gap : known.objectives)
    if (gap.id == objective.id)
      one.needed = gap.progress.gap;
  if (!one.needed) // not measured: the whole way from the baseline, else from nothing
    one.needed = std::abs(objective.target.value - (objective.baseline ? objective.baseline->value : 0));
  if (counts_beneficiaries(objective, strategies_[place].market))
    one.ceiling = to_absorb(place, objective.segment);
  model_.objectives.push_back(one);
}

void PlanReading::link_funnel(std::size_t place, const Gap& known) {
  std::optional<std::size_t> above;
  std::optional<Stage> above_stage;
  for (const FunnelStage& stage : known.funnel) {
    const std::size_t here = objectives_[place].at(stage.objective);
    if (above && stage.passed) {
      model_.objectives[here].from = above;
      model_.objectives[here].conversion = *stage.passed;
    } else if (above)
      breaks_.push_back({{place, *above_stage, stage.stage, *stage.no_conversion}, here});
    above = here;
    above_stage = stage.stage;
  }
}

void PlanReading::read_schedule(std::size_t place) {
  const Strategy& strategy = strategies_[place];
  for (const auto& runs : {slipped_runs(strategy, day_), scheduled_runs(strategy, day_)})
    for (const CommittedRuns& one : runs)
      if (const auto found = actions_[place].find(strategy.actions[one.action].id);
          found != actions_[place].end())
        model_.actions[found->second].kept += one.runs;
}

void PlanReading::add_action(std::size_t place, const Action& action, const TrialsByAction& trials,
                             const Effects& effects) {
  ModelAction one;
  one.strategy = place;
  one.action = &action;
  one.owner = owner_of(strategies_[place], action);
  const auto cost = run_cost(action);
  const PastRuns past = past_runs(action);
  model_.money.spent_before += past.all.money;
  model_.days.spent_before += past.all.days;
  one.done = past.count;
  one.least = std::max<std::int64_t>(0, (action.runs ? action.runs->min.value_or(0) : 0) - one.done);
  if (cost)
    one.cost = *cost;
  const auto objective = objectives_[place].find(action.objective);
  if (objective != objectives_[place].end())
    one.objective = objective->second;
  add_reaches(one, objective != objectives_[place].end(), effects);
  one.test = open_test(one, trials.find(action));
  one.is_dropped = trials.says_drop(action);
  if (action.status == Status::stopped)
    one.left_out = PlanReason::stopped;
  else if (!cost)
    one.left_out = PlanReason::without_cost;
  model_.actions.push_back(std::move(one));
}

void PlanReading::add_reaches(ModelAction& one, bool has_objective, const Effects& effects) {
  const Action& action = *one.action;
  if (action.segments.empty())
    add_reach(one, action, "", has_objective, effects);
  else
    for (const std::string& segment : segments_of(action))
      add_reach(one, run_in(action, segment), segment, has_objective, effects);
}

void PlanReading::add_reach(ModelAction& one, const Action& here, const std::string& segment,
                            bool has_objective, const Effects& effects) {
  const ModelObjective* const objective = has_objective ? &model_.objectives[one.objective] : nullptr;
  ModelReach reach;
  reach.action = model_.actions.size();
  reach.segment = segment;
  reach.done = segment.empty() ? one.done : past_runs(here).count;
  reach.decay = here.decay.value_or(0);
  reach.effect = effects.of(*one.action, segment);
  if (reach.effect && objective != nullptr) {
    reach.gain = direction_of(*objective->objective, day_) * reach.effect->estimate.value;
    reach.basis = reach.effect->basis;
    const std::string& within = segment.empty() ? here.segment : segment;
    if (objective->ceiling && !within.empty())
      reach.room = to_absorb(one.strategy, within);
  }
  if (caution_.adjust)
    caution_.adjust(*one.action, reach);
  one.gain = one.reaches.empty() ? reach.gain : std::max(one.gain, reach.gain);
  one.reaches.push_back(model_.reaches.size());
  model_.reaches.push_back(std::move(reach));
}

std::optional<ModelTest> PlanReading::open_test(const ModelAction& one, const Trial* trial) const {
  const Action& action = *one.action;
  const bool is_shown = !action.results.empty() || action.status == Status::proven ||
                        action.status == Status::scaling || action.status == Status::stopped;
  if (trial == nullptr || is_shown || trial->verdict == Verdict::adopt || trial->verdict == Verdict::drop)
    return std::nullopt;
  ModelTest test{trial->protocol, {}};
  if (trial->verdict == Verdict::go_on && trial->weeks_left && *trial->weeks_left < most_weeks)
    test.under_way = day_ + std::chrono::days{static_cast<int>(std::ceil(*trial->weeks_left * 7))};
  if (!test.under_way && one.done > 0) // it ran, and nothing says when what that showed is known
    return std::nullopt;
  return test;
}

tl::expected<PlanModel, PlanFailure> plan_model(std::span<const Strategy> strategies, Date day,
                                                const PlanOptions& options, PlanFutures& futures,
                                                const Caution& caution) {
  auto model = PlanReading(strategies, day, options, futures, caution).read();
  if (model)
    if (const auto added = add_program(*model, strategies, options); !added)
      return tl::unexpected(added.error());
  return model;
}

} // namespace deploy_plan::analysis
