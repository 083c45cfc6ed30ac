#include "analysis/value/test_portfolio.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {

PlansWithTests::PlansWithTests(const PlanModel& planned, const std::vector<QuickPlan>& some)
    : model_(planned), plans_(some) {
  if (model_.money.limit)
    money_ = model_.money.for_new_runs();
  if (model_.days.limit)
    days_ = model_.days.for_new_runs();
}

std::int64_t PlansWithTests::runs_of(std::size_t plan, std::size_t action) const {
  std::int64_t all = 0;
  for (const std::size_t reach : model_.actions[action].reaches)
    all += plans_[plan].runs[reach];
  return all;
}

/// Besides what a plan runs.
bool PlansWithTests::can_begin(std::size_t plan, std::size_t action) const {
  const ModelAction& one = model_.actions[action];
  if (!one.can_begin)
    return false;
  for (const std::size_t needed : one.requires_)
    if (runs_of(plan, needed) == 0)
      return false;
  const auto names = [&](const ModelAction& who, std::size_t whom) {
    return std::find(who.excludes.begin(), who.excludes.end(), whom) != who.excludes.end();
  };
  for (std::size_t other = 0; other < model_.actions.size(); ++other)
    if ((names(one, other) || names(model_.actions[other], action)) &&
        (runs_of(plan, other) > 0 || model_.actions[other].done > 0))
      return false;
  return true;
}

std::vector<std::optional<PlansWithTests::Extra>> PlansWithTests::extras(std::size_t action,
                                                                         const OfferedTest& test) const {
  const ModelAction& one = model_.actions[action];
  std::vector<std::optional<Extra>> all(plans_.size());
  for (std::size_t plan = 0; plan < plans_.size(); ++plan) {
    const auto runs = static_cast<double>(runs_of(plan, action));
    if (runs >= test.runs) {
      all[plan] = Extra{};
      continue;
    }
    if (runs == 0 && !can_begin(plan, action))
      continue;
    const double once = runs == 0 && one.begins() ? 1 : 0;
    const double more = test.runs - runs;
    const Extra extra{one.cost.money * more + one.cost.setup_money * once,
                      one.cost.days * more + one.cost.setup_days * once};
    if (has_room(plan, extra))
      all[plan] = extra;
  }
  return all;
}

bool PlansWithTests::has_room(std::size_t plan, const Extra& extra) const {
  const auto fits = [](double cost, double limit) {
    return cost <= limit + 1e-9 * std::max(1.0, std::abs(limit));
  };
  return (extra.money == 0 || fits(plans_[plan].money + extra.money, money_)) &&
         (extra.days == 0 || fits(plans_[plan].days + extra.days, days_));
}

std::optional<double> TestSets::net_of(const std::vector<std::size_t>& set) const {
  const double now = *std::max_element(means_.begin(), means_.end());
  std::vector<std::size_t> able;
  for (std::size_t plan = 0; plan < means_.size(); ++plan) {
    PlansWithTests::Extra all;
    bool holds = true;
    for (const std::size_t test : set) {
      const auto& extra = tests_[test].extras[plan];
      holds = holds && extra;
      all.money += extra ? extra->money : 0;
      all.days += extra ? extra->days : 0;
    }
    if (holds && plans_.has_room(plan, all))
      able.push_back(plan);
  }
  if (able.empty())
    return std::nullopt;
  const std::size_t draws = tests_.empty() ? 1 : tests_.front().deviations.front().size();
  std::vector<double> most(draws, -unbounded);
  std::vector<double> here(draws);
  for (const std::size_t plan : able) {
    std::fill(here.begin(), here.end(), means_[plan]);
    for (const std::size_t test : set)
      for (std::size_t draw = 0; draw < draws; ++draw)
        here[draw] += tests_[test].factor * tests_[test].deviations[plan][draw];
    for (std::size_t draw = 0; draw < draws; ++draw)
      most[draw] = std::max(most[draw], here[draw]);
  }
  double sum = 0;
  for (const double value : most)
    sum += value - now;
  return sum / static_cast<double>(draws);
}

TestSets::Order TestSets::from(std::vector<std::size_t> begun) const {
  Order order;
  double value = 0;
  for (std::size_t i = 0; i < begun.size(); ++i) {
    order.tests.push_back(begun[i]);
    value = net_of(order.tests).value_or(-unbounded);
    order.values.push_back(value);
  }
  constexpr double digits = 1e-9;
  for (;;) {
    std::optional<std::size_t> best;
    double best_value = value + std::max(least_, digits * std::max(1.0, std::abs(value)));
    for (std::size_t test = 0; test < tests_.size(); ++test) {
      if (std::find(order.tests.begin(), order.tests.end(), test) != order.tests.end())
        continue;
      auto with = order.tests;
      with.push_back(test);
      if (const auto net = net_of(with); net && *net > best_value) {
        best = test;
        best_value = *net;
      }
    }
    if (!best)
      return order;
    order.tests.push_back(*best);
    order.values.push_back(value = best_value);
  }
}

TestSets::Order TestSets::greedy() const {
  Order best = from({});
  std::optional<std::vector<std::size_t>> pair;
  double most = least_;
  for (std::size_t one = 0; one < tests_.size(); ++one)
    for (std::size_t other = one + 1; other < tests_.size(); ++other)
      if (const auto net = net_of({one, other}); net && *net > most) {
        most = *net;
        pair = {one, other};
      }
  if (!pair)
    return best;
  if (net_of({(*pair)[0]}).value_or(-unbounded) < net_of({(*pair)[1]}).value_or(-unbounded))
    std::swap((*pair)[0], (*pair)[1]);
  Order other = from(*pair);
  const double now = best.values.empty() ? 0 : best.values.back();
  return other.values.back() > now * (1 + 1e-6) ? other : best;
}

} // namespace deploy_plan::analysis
