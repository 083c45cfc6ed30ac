// One way to fill: runs placed one after the other, each where there is room.
#pragma once
#include "analysis/candidates/filling.hpp"
#include <algorithm>
#include <cmath>
#include <queue>
#include <set>

namespace deploy_plan::analysis {

inline constexpr double fits_within = 1e-9;
inline bool fits(double cost, double left) {
  return cost <= left + fits_within * std::max(1.0, std::abs(left));
}

class Filling::Attempt {
public:
  /// How dear a part of each of the means is.
  struct Weights {
    double money = 1, days = 1;
  };
  Attempt(const Filling& of, const Believed& believed, Weights weights)
      : in_(of), model_(of.model_), believed_(believed), weights_(weights), gains_(of.model_),
        values_(of.model_.services.size()), left_(of.pots_), money_(of.money_), days_(of.days_),
        runs_(of.model_.reaches.size()), in_slots_(of.model_.actions.size()),
        begun_(of.model_.actions.size()), banned_(of.model_.actions.size()),
        counted_(of.model_.services.size()) {
    gains_.pass(believed.passages);
    for (std::size_t i = 0; i < in_slots_.size(); ++i)
      in_slots_[i].resize(std::max<std::size_t>(1, model_.actions[i].slots.size()));
  }

  void ban(std::size_t action) { banned_[action] = true; }
  /// So many runs in all of an action, where they bring most; false where there is no room for them.
  bool place_least(std::size_t action, std::int64_t runs) {
    while (total(action) < runs)
      if (!place_best(action))
        return false;
    return true;
  }
  bool place_all_least() {
    for (std::size_t i = 0; i < model_.actions.size(); ++i)
      if (model_.actions[i].is_in() && !place_least(i, model_.actions[i].least))
        return false;
    return true;
  }

  /// The dearest gains first, as far as there are means.
  void fill() {
    struct Option {
      double density;
      std::size_t reach;
      bool operator<(const Option& other) const {
        return density != other.density ? density < other.density : reach > other.reach;
      }
    };
    std::priority_queue<Option> open;
    value_ = value_of(values_);
    for (std::size_t i = 0; i < model_.reaches.size(); ++i)
      if (const double density = density_of(i); density > 0)
        open.push({density, i});
    while (!open.empty()) {
      const Option best = open.top();
      open.pop();
      const double now = density_of(best.reach); // gains fall as others take their room
      if (!(now > 0))
        continue;
      if (!open.empty() && now < open.top().density * (1 - 1e-12)) {
        open.push({now, best.reach});
        continue;
      }
      if (place_bundle(best.reach))
        if (const double next = density_of(best.reach); next > 0)
          open.push({next, best.reach});
    }
  }

  [[nodiscard]] double value() { return value_of(values_); }
  [[nodiscard]] QuickPlan plan() const {
    QuickPlan quick;
    quick.runs = runs_;
    quick.counted = counted_;
    quick.money = spent_money_;
    quick.days = spent_days_;
    return quick;
  }
  /// Shares of the means that are left.
  [[nodiscard]] Weights left() const {
    const auto share = [](double left, double all) { return all > 0 && all < unbounded ? left / all : 1; };
    return {share(money_, in_.money_), share(days_, in_.days_)};
  }

private:
  const Filling& in_;
  const PlanModel& model_;
  const Believed& believed_;
  const Weights weights_;
  PlanGains gains_;
  std::vector<double> values_; ///< of each service
  double value_ = 0;
  std::vector<Pot> left_;
  double money_, days_;
  double spent_money_ = 0, spent_days_ = 0;
  std::vector<std::int64_t> runs_;                  ///< of each reach
  std::vector<std::vector<std::int64_t>> in_slots_; ///< of each action
  std::vector<std::optional<std::size_t>> begun_;   ///< of each action: the slot of its first run
  std::vector<bool> banned_;
  std::vector<std::int64_t> counted_;                       ///< of each service
  std::set<std::pair<std::size_t, std::size_t>> sequences_; ///< objective and bucket in which one begins
  int depth_ = 0;

  double value_of(const std::vector<double>& values) { return gains_.value(gains_.of(values)); }

  [[nodiscard]] std::int64_t total(std::size_t action) const {
    std::int64_t all = 0;
    for (const std::size_t reach : model_.actions[action].reaches)
      all += runs_[reach];
    return all;
  }
  [[nodiscard]] double gain_of(std::size_t reach, std::int64_t run) const {
    const ModelReach& one = model_.reaches[reach];
    return believed_.gains[reach] * left_after(one.decay, one.done + run - 1);
  }
  [[nodiscard]] bool is_out(std::size_t action) const {
    const ModelAction& one = model_.actions[action];
    if (!one.is_in() || banned_[action] || !one.can_begin || total(action) >= one.most)
      return true;
    const auto& rivals = in_.rivals_[action];
    return std::any_of(rivals.begin(), rivals.end(),
                       [&](std::size_t other) { return begun_[other] || model_.actions[other].done > 0; });
  }

  /// What so many runs of a reach more add.
  double added(std::size_t reach, std::int64_t runs) {
    double gain = 0;
    for (std::int64_t run = 1; run <= runs; ++run)
      gain += gain_of(reach, runs_[reach] + run);
    if (!(gain > 0))
      return 0;
    auto with = values_;
    for (const std::size_t service : in_.services_of_[reach])
      with[service] += gain;
    return value_of(with) - value_;
  }

  /// What is taken of the means, as shares of them.
  [[nodiscard]] double share_of(double money, double days) const {
    constexpr double run = 1e-9; // of two that cost nothing, the one that brings more by run
    double all = run;
    if (in_.money_ < unbounded && in_.money_ > 0)
      all += weights_.money * money / in_.money_;
    if (in_.days_ < unbounded && in_.days_ > 0)
      all += weights_.days * days / in_.days_;
    return all;
  }
  [[nodiscard]] double share_of(std::size_t action, std::int64_t runs) const {
    const ModelAction& one = model_.actions[action];
    const double once = total(action) == 0 && one.begins() ? 1 : 0;
    const auto count = static_cast<double>(runs);
    double all = share_of(one.cost.money * count + one.cost.setup_money * once,
                          one.cost.days * count + one.cost.setup_days * once);
    if (once > 0)
      for (const std::size_t needed : one.requires_)
        if (!begun_[needed])
          all += share_of_first(needed);
    return all;
  }
  [[nodiscard]] double share_of_first(std::size_t action) const {
    const RunCost& cost = model_.actions[action].cost;
    return share_of(cost.money + cost.setup_money, cost.days + cost.setup_days);
  }
  static constexpr int most_depth = 8; ///< of what requires what

  /// How many runs at once: of what must be set up first, as many as make the most of that.
  std::int64_t bundle(std::size_t reach) {
    const std::size_t action = model_.reaches[reach].action;
    const ModelAction& one = model_.actions[action];
    const bool begins =
        total(action) == 0 &&
        (!one.requires_.empty() || (one.begins() && (one.cost.setup_money > 0 || one.cost.setup_days > 0)));
    if (!begins)
      return 1;
    std::int64_t best = 1;
    double best_density = -unbounded;
    double gain = 0;
    const std::int64_t most = std::min<std::int64_t>(one.most, most_at_once);
    for (std::int64_t runs = 1; runs <= most; ++runs) {
      gain += gain_of(reach, runs_[reach] + runs);
      const double density = gain / share_of(action, runs);
      if (density > best_density * (1 + 1e-12) || runs == 1) {
        best = runs;
        best_density = density;
      }
    }
    return best;
  }
  static constexpr std::int64_t most_at_once = 100;

  double density_of(std::size_t reach) {
    const std::size_t action = model_.reaches[reach].action;
    if (in_.services_of_[reach].empty() || !(believed_.gains[reach] > 0) || is_out(action))
      return 0;
    const std::int64_t runs = bundle(reach);
    return added(reach, runs) / share_of(action, runs);
  }

  /// Places runs of a reach, and one of each that it requires first; false where there is no room.
  bool place_bundle(std::size_t reach) {
    const std::size_t action = model_.reaches[reach].action;
    const std::int64_t runs = bundle(reach);
    if (!begin_required(action))
      return false;
    bool any = false;
    for (std::int64_t run = 0; run < runs && !is_out(action) && place(reach); ++run)
      any = true;
    value_ = value_of(values_);
    return any;
  }
  bool begin_required(std::size_t action) {
    if (depth_ >= most_depth)
      return false;
    ++depth_;
    bool all = true;
    for (const std::size_t needed : model_.actions[action].requires_)
      if (!begun_[needed])
        all = all && !is_out(needed) && place_best(needed);
    --depth_;
    return all;
  }
  bool place_best(std::size_t action) {
    if (is_out(action) || !begin_required(action))
      return false;
    std::size_t best = model_.actions[action].reaches.front();
    for (const std::size_t reach : model_.actions[action].reaches)
      if (gain_of(reach, runs_[reach] + 1) > gain_of(best, runs_[best] + 1))
        best = reach;
    return place(best);
  }

  // Where there is room.

  bool place(std::size_t reach) {
    const std::size_t action = model_.reaches[reach].action;
    const ModelAction& one = model_.actions[action];
    const bool begins = total(action) == 0 && one.begins();
    const double money = one.cost.money + (begins ? one.cost.setup_money : 0);
    const double days = one.cost.days + (begins ? one.cost.setup_days : 0);
    if (!fits(money, money_) || !fits(days, days_) || !has_lever(one))
      return false;
    if (!one.is_timed())
      return take(reach, 0, money, days);
    for (std::size_t slot = 0; slot < one.slots.size(); ++slot)
      if (has_room(action, slot, begins))
        return take(reach, slot, money, days);
    return false;
  }

  [[nodiscard]] bool has_lever(const ModelAction& one) const {
    for (const LeverLimit& limit : in_.options_.lever_limits) {
      if (limit.lever != one.action->lever)
        continue;
      std::int64_t runs = 0;
      for (std::size_t i = 0; i < model_.actions.size(); ++i)
        runs += model_.actions[i].action->lever == limit.lever ? total(i) : 0;
      if (runs >= limit.runs)
        return false;
    }
    return true;
  }

  [[nodiscard]] bool has_room(std::size_t action, std::size_t slot, bool begins) const {
    const ModelAction& one = model_.actions[action];
    const Timing& timing = in_.timing_[action];
    if (begun_[action] && slot < *begun_[action])
      return false;
    for (const std::size_t needed : one.requires_)
      if (model_.actions[needed].is_timed() &&
          (!begun_[needed] || model_.actions[needed].slots[*begun_[needed]].from > one.slots[slot].from))
        return false;
    if (one.is_to_test() && one.begins() && begun_[action] &&
        decision_day(*one.action, one.slots[*begun_[action]].until) > one.slots[slot].from)
      return false;
    if (one.starts_alone() && !begun_[action] && sequences_.contains({one.objective, one.slots[slot].bucket}))
      return false;
    if (timing.month_pots[slot] && !fits(one.cost.days, left_[*timing.month_pots[slot]].days))
      return false;
    for (const std::size_t pot : timing.term_pots[slot])
      if (!fits(one.cost.money + (begins ? one.cost.setup_money : 0), left_[pot].money) ||
          !fits(one.cost.days + (begins ? one.cost.setup_days : 0), left_[pot].days))
        return false;
    return has_pace(action, slot) && (!begins || can_set_up(action, slot));
  }

  [[nodiscard]] bool has_pace(std::size_t action, std::size_t slot) const {
    const ModelAction& one = model_.actions[action];
    const auto& runs = in_slots_[action];
    if (const auto most = one.action->runs ? one.action->runs->per_month : std::nullopt) {
      const Month month = month_of(one.slots[slot].from);
      std::int64_t there = runs_in_month(*one.action, month, model_.day);
      for (std::size_t other = 0; other < one.slots.size(); ++other)
        there += month_of(one.slots[other].from) == month ? runs[other] : 0;
      if (there >= *most)
        return false;
    }
    const auto& apart = in_.timing_[action].apart;
    if (apart.empty())
      return true;
    for (std::size_t first = 0; first <= slot; ++first) {
      std::int64_t within = 1;
      for (std::size_t other = first; other < slot; ++other)
        within += runs[other];
      for (std::size_t last = slot; last < one.slots.size(); ++last) {
        within += runs[last];
        if (within > apart[first][last])
          return false;
      }
    }
    return true;
  }

  /// The days of setting up, in the months until the first run, besides those of that run.
  [[nodiscard]] bool can_set_up(std::size_t action, std::size_t slot) const {
    const auto& pots = in_.timing_[action].setup_pots;
    if (pots.empty())
      return true;
    const std::size_t own = *in_.timing_[action].month_pots[slot];
    double room = -model_.actions[action].cost.days;
    for (const std::size_t pot : pots) {
      room += std::max(0.0, left_[pot].days);
      if (pot == own)
        break;
    }
    return fits(model_.actions[action].cost.setup_days, room);
  }
  void set_up(std::size_t action) {
    double days = model_.actions[action].cost.setup_days;
    for (const std::size_t pot : in_.timing_[action].setup_pots) {
      const double here = std::min(days, std::max(0.0, left_[pot].days));
      left_[pot].days -= here;
      days -= here;
      if (!(days > 0))
        return;
    }
  }

  bool take(std::size_t reach, std::size_t slot, double money, double days) {
    const std::size_t action = model_.reaches[reach].action;
    const ModelAction& one = model_.actions[action];
    money_ -= money;
    days_ -= days;
    spent_money_ += money;
    spent_days_ += days;
    if (one.is_timed()) {
      const Timing& timing = in_.timing_[action];
      if (timing.month_pots[slot])
        left_[*timing.month_pots[slot]].days -= one.cost.days;
      for (const std::size_t pot : timing.term_pots[slot]) {
        left_[pot].money -= money;
        left_[pot].days -= days;
      }
      if (!begun_[action] && one.begins())
        set_up(action);
      if (one.starts_alone() && !begun_[action])
        sequences_.emplace(one.objective, one.slots[slot].bucket);
    }
    if (!begun_[action])
      begun_[action] = slot;
    ++in_slots_[action][slot];
    ++runs_[reach];
    for (const std::size_t service : in_.services_of_[reach])
      if (!one.is_timed() || one.slots[slot].until < model_.services[service].before) {
        ++counted_[service];
        values_[service] += gain_of(reach, counted_[service]);
      }
    return true;
  }
};

} // namespace deploy_plan::analysis
