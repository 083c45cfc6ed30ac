#include "analysis/candidates/attempt.hpp"
#include "deploy_plan/spending.hpp"
#include "deploy_plan/workload.hpp"
#include <algorithm>
#include <cmath>
#include <map>

namespace deploy_plan::analysis {

QuickPlan quick_plan(const PlanModel& model, const Plan& plan) {
  QuickPlan quick;
  for (const ModelReach& reach : model.reaches)
    quick.runs.push_back(reach.runs_of(plan.actions[reach.action]));
  quick.counted = counted_runs(model, plan);
  quick.money = plan.money;
  quick.days = plan.days;
  return quick;
}

Filling::Filling(const PlanModel& planned, std::span<const Strategy> of, const PlanOptions& chosen)
    : model_(planned), strategies_(of), options_(chosen), timing_(planned.actions.size()),
      services_of_(planned.reaches.size()) {
  if (model_.money.limit)
    money_ = model_.money.for_new_runs();
  if (model_.days.limit)
    days_ = model_.days.for_new_runs();
  for (std::size_t i = 0; i < model_.services.size(); ++i)
    if (!model_.objectives[model_.services[i].objective].is_aside)
      services_of_[model_.services[i].reach].push_back(i);
  for (std::size_t i = 0; i < model_.actions.size(); ++i) {
    timing_[i].month_pots.resize(model_.actions[i].slots.size());
    timing_[i].term_pots.resize(model_.actions[i].slots.size());
  }
  rivals_.resize(model_.actions.size());
  for (std::size_t i = 0; i < model_.actions.size(); ++i)
    for (const std::size_t other : model_.actions[i].excludes) {
      rivals_[i].push_back(other);
      rivals_[other].push_back(i);
    }
  add_months();
  add_terms();
  add_spacing();
}

void Filling::add_months() {
  std::map<std::pair<const Member*, Month>, std::size_t> known;
  const auto pot_of = [&](const ModelAction& one, Month month) {
    const auto [found, is_new] = known.emplace(std::pair(one.owner, month), pots_.size());
    if (is_new)
      pots_.push_back({unbounded, days_given(*one.owner, strategies_[one.strategy].period,
                                             std::max(month.first, model_.day), last_day(month))
                                      .value_or(0)});
    return found->second;
  };
  for (std::size_t i = 0; i < model_.actions.size(); ++i) {
    const ModelAction& one = model_.actions[i];
    if (!one.is_timed() || one.owner == nullptr || !one.owner->days)
      continue;
    for (std::size_t slot = 0; slot < one.slots.size(); ++slot)
      timing_[i].month_pots[slot] = pot_of(one, month_of(one.slots[slot].from));
    if (one.begins() && one.cost.setup_days > 0)
      for (const Bucket& bucket : model_.time[one.strategy])
        if (const std::size_t pot = pot_of(one, month_of(bucket.from));
            timing_[i].setup_pots.empty() || timing_[i].setup_pots.back() != pot)
          timing_[i].setup_pots.push_back(pot);
  }
}

void Filling::add_terms() {
  for (std::size_t place = 0; place < strategies_.size(); ++place) {
    if (!strategies_[place].budget)
      continue;
    for (const BudgetTerm& term : strategies_[place].budget->terms) {
      if (!term.origin.sound || term.until < model_.day)
        continue;
      const SpentWithin spent = spent_within(strategies_[place], term, model_.day);
      Pot pot{unbounded, unbounded};
      if (term.money && !options_.money)
        pot.money = std::max(0.0, *term.money - spent.money);
      if (term.days && !options_.days)
        pot.days = std::max(0.0, *term.days - spent.days);
      for (std::size_t i = 0; i < model_.actions.size(); ++i) {
        const ModelAction& one = model_.actions[i];
        for (std::size_t slot = 0; one.strategy == place && one.is_timed() && slot < one.slots.size(); ++slot)
          if (holds(term, one.slots[slot].from, one.slots[slot].until))
            timing_[i].term_pots[slot].push_back(pots_.size());
      }
      pots_.push_back(pot);
    }
  }
}

void Filling::add_spacing() {
  for (std::size_t i = 0; i < model_.actions.size(); ++i) {
    const ModelAction& one = model_.actions[i];
    const std::int64_t spacing = one.action->spacing_days.value_or(0);
    if (!one.is_timed() || spacing <= 0)
      continue;
    auto& apart = timing_[i].apart;
    apart.assign(one.slots.size(), std::vector<std::int64_t>(one.slots.size()));
    for (std::size_t first = 0; first < one.slots.size(); ++first)
      for (std::size_t last = first; last < one.slots.size(); ++last)
        apart[first][last] = most_apart(one.slots[first].from, one.slots[last].until, spacing);
  }
}

std::optional<QuickPlan> Filling::fill(const Believed& believed, std::optional<First> first) const {
  std::optional<QuickPlan> best;
  double best_value = -unbounded;
  Attempt::Weights weights;
  for (int way = 0; way < 2; ++way) {
    Attempt attempt(*this, believed, weights);
    if ((first && !attempt.place_least(first->action, first->runs)) || !attempt.place_all_least())
      return best;
    attempt.fill();
    if (const double value = attempt.value(); !best || value > best_value) {
      best = attempt.plan();
      best_value = value;
    }
    // What is left over costs nothing.
    constexpr double scarce = 0.05;
    const Attempt::Weights left = attempt.left();
    weights = {left.money > scarce ? scarce : 1, left.days > scarce ? scarce : 1};
    if (weights.money == weights.days)
      break;
  }
  return best;
}

std::optional<QuickPlan> Filling::fill_with_care(const Believed& believed) const {
  auto best = fill(believed);
  if (!best)
    return best;
  PlanGains gains(model_);
  gains.pass(believed.passages);
  double best_value = -unbounded;
  constexpr std::size_t most_work = 5000; // fillings, times actions
  std::size_t left = std::max<std::size_t>(2, most_work / std::max<std::size_t>(1, model_.actions.size()));
  // With every action first, then without one of those that run.
  for (std::size_t tried = 0; tried <= model_.actions.size() && left > 0; ++tried) {
    Attempt attempt(*this, believed, {});
    if (tried > 0) {
      const std::size_t without = tried - 1;
      const auto& reaches = model_.actions[without].reaches;
      if (std::none_of(reaches.begin(), reaches.end(), [&](std::size_t at) { return best->runs[at] > 0; }) ||
          model_.actions[without].least > 0)
        continue;
      attempt.ban(without);
    }
    --left;
    if (!attempt.place_all_least())
      continue;
    attempt.fill();
    if (const double value = attempt.value(); value > best_value) {
      best_value = value;
      best = attempt.plan();
    }
  }
  return best;
}

} // namespace deploy_plan::analysis
