// A schedule, kept as far as it can be done.
#include "analysis/plan/parts.hpp"
#include "analysis/plan/room.hpp"
#include <algorithm>
#include <cmath>
#include <map>

namespace deploy_plan::analysis {
namespace {

/// What was scheduled of a reach, by month; months that are over come first.
using ScheduledMonths = std::map<Month, std::int64_t>;

/// By reach.
std::vector<ScheduledMonths> scheduled(const PlanModel& model, std::span<const Strategy> strategies) {
  std::vector<ScheduledMonths> all(model.reaches.size());
  for (std::size_t place = 0; place < strategies.size(); ++place) {
    std::map<const Action*, const ModelAction*> known;
    for (const ModelAction& one : model.actions)
      known.emplace(one.action, &one);
    auto runs = slipped_runs(strategies[place], model.day);
    const auto to_come = scheduled_runs(strategies[place], model.day);
    runs.insert(runs.end(), to_come.begin(), to_come.end());
    for (const CommittedRuns& promised : runs) {
      const auto found = known.find(&strategies[place].actions[promised.action]);
      if (found == known.end())
        continue;
      const auto& reaches = found->second->reaches;
      const auto own = std::find_if(reaches.begin(), reaches.end(), [&](std::size_t reach) {
        return model.reaches[reach].segment == promised.segment;
      });
      all[own == reaches.end() ? reaches.front() : *own][promised.month] += promised.runs;
    }
  }
  return all;
}

class Keeper {
public:
  Keeper(const PlanModel& planned, std::span<const Strategy> of)
      : model_(planned), program_(planned.program), scheduled_(scheduled(planned, of)) {}

  Solution keep(const SolverLimits& limits) {
    program_.ask(false, {});
    for (const int row : model_.target_rows)
      program_.rows[static_cast<std::size_t>(row)].low = -unbounded;
    for (const ModelAction& one : model_.actions)
      if (one.is_timed())
        for (std::size_t at = 0; at < one.reaches.size(); ++at)
          keep(one, at);
    Solution solution = solve(program_, {limits.until, limits.gap, limits.nodes});
    if (!solution.columns.empty())
      solution.columns.resize(model_.program.columns.size());
    return solution;
  }

private:
  // Whole units of what is asked first: giving runs up, then moving them, then how late they are.
  static constexpr double cost_of_giving_up = 1000;
  static constexpr double cost_of_moving = 1;
  static constexpr double cost_of_a_month = 1e-3;
  const PlanModel& model_;
  Program program_;
  const std::vector<ScheduledMonths> scheduled_;

  void keep(const ModelAction& one, std::size_t at) {
    const ScheduledMonths& months = scheduled_[one.reaches[at]];
    std::map<Month, std::vector<Term>> runs;
    std::vector<Term> all;
    for (std::size_t slot = 0; slot < one.slots.size(); ++slot) {
      const Term term{one.in_slots[slot].runs[at], 1};
      runs[month_of(one.slots[slot].from)].push_back(term);
      all.push_back(term);
    }
    double sum = 0;
    for (const auto& [month, count] : months)
      sum += static_cast<double>(count);
    add_shortfall(all, sum, cost_of_giving_up);
    const auto promised = at == 0 ? static_cast<double>(one.least) : 0;
    program_.add(Row{"no_more_" + number(), -unbounded, std::max(sum, promised), all});
    double later = 0;
    for (const auto& [month, terms] : runs) {
      const auto found = months.find(month);
      const double wished = found == months.end() ? 0 : static_cast<double>(found->second);
      add_shortfall(terms, wished, cost_of_moving);
      later += cost_of_a_month;
      const int beyond = program_.add(Column{"beyond_" + number(), 0, unbounded, later, false});
      Row row{"later_" + number(), -unbounded, wished, terms};
      row.terms.push_back({beyond, -1});
      program_.add(std::move(row));
    }
  }
  std::string number() const { return std::to_string(program_.rows.size()); }
  void add_shortfall(std::vector<Term> sum, double wished, double cost) {
    if (wished <= 0)
      return;
    sum.push_back({program_.add(Column{"short_" + number(), 0, unbounded, cost, false}), 1});
    program_.add(Row{"wished_" + number(), wished, unbounded, std::move(sum)});
  }
};

/// Why runs cannot stay in their month.
class Moves {
public:
  Moves(const PlanModel& planned, std::span<const Strategy> of, const PlanOptions& chosen, Plan& filled)
      : model_(planned), plan_(filled), scheduled_(scheduled(planned, of)), room_(planned, chosen, filled) {}

  void tell() {
    for (std::size_t i = 0; i < model_.reaches.size(); ++i)
      if (!scheduled_[i].empty())
        tell(i);
  }

private:
  const PlanModel& model_;
  Plan& plan_;
  const std::vector<ScheduledMonths> scheduled_;
  const TimeRoom room_;

  void tell(std::size_t place) {
    const ModelReach& reach = model_.reaches[place];
    ScheduledMonths now;
    for (const PlannedRuns& part : plan_.actions[reach.action].schedule)
      if (reach.has(part))
        now[month_of(part.from)] += part.runs;
    ScheduledMonths left = scheduled_[place];
    for (auto& [month, runs] : left) { // what stays
      const std::int64_t kept = std::min(runs, now[month]);
      runs -= kept;
      now[month] -= kept;
    }
    for (auto& [month, runs] : left) {
      for (auto& [to, room] : now)
        if (const std::int64_t moved = std::min(runs, room); moved > 0) {
          runs -= moved;
          room -= moved;
          plan_.moved.push_back(
              {reach.action, reach.segment, moved, month.first, to.first, reason(reach, month)});
        }
      if (runs > 0)
        plan_.moved.push_back({reach.action, reach.segment, runs, month.first, {}, given_up(reach)});
    }
  }

  /// What keeps a run out of its month.
  MoveReason reason(const ModelReach& reach, Month month) const {
    const ModelAction& one = model_.actions[reach.action];
    if (last_day(month) < model_.day)
      return MoveReason::slipped;
    const auto is_there = [&](const Slot& slot) { return month_of(slot.from) == month; };
    if (!one.left_out && std::any_of(one.slots.begin(), one.slots.end(), is_there))
      return by_plan(reach.action, month);
    if (one.left_out)
      return left_out(one);
    const Date first = std::max(month.first, model_.day);
    return one.action->end && *one.action->end < first ? MoveReason::ended
           : last_day(month) < one.earliest
               ? one.test && one.test->under_way ? MoveReason::after_test : MoveReason::not_yet
           : first > one.latest ? MoveReason::goal_over
                                : MoveReason::over_capacity; // its owner is away
  }

  static MoveReason left_out(const ModelAction& one) {
    switch (*one.left_out) {
    case PlanReason::stopped: return MoveReason::stopped;
    case PlanReason::ended: return MoveReason::ended;
    case PlanReason::over_capacity: return MoveReason::over_capacity;
    case PlanReason::awaits_test: return MoveReason::after_test;
    default: return MoveReason::goal_over;
    }
  }

  /// What keeps one run more out of a month of the plan, or out of all its time.
  MoveReason by_plan(std::size_t action, std::optional<Month> month) const {
    const auto why = room_.what_keeps_out(action, month);
    switch (why.value_or(PlanReason::outbid)) {
    case PlanReason::awaits_test: return MoveReason::after_test;
    case PlanReason::lacks_required: return MoveReason::not_yet;
    case PlanReason::over_capacity: return MoveReason::over_capacity;
    case PlanReason::over_pace: return MoveReason::over_pace;
    case PlanReason::over_term: return MoveReason::over_term;
    default: break;
    }
    const ModelAction& one = model_.actions[action];
    const auto lacks = [](const BudgetUse& budget, double cost) {
      return budget.limit && cost > std::max(0.0, budget.left().value_or(0)) + 1e-9;
    };
    return lacks(plan_.money_budget, one.cost.money) || lacks(plan_.days_budget, one.cost.days)
               ? MoveReason::over_budget
               : MoveReason::displaced;
  }

  MoveReason given_up(const ModelReach& reach) const {
    const ModelAction& one = model_.actions[reach.action];
    if (one.left_out)
      return left_out(one);
    std::int64_t promised = 0;
    for (const std::size_t other : one.reaches)
      for (const auto& [when, runs] : scheduled_[other])
        promised += runs;
    return promised > one.most ? MoveReason::at_most : by_plan(reach.action, std::nullopt);
  }
};
} // namespace

Solution kept_schedule(const PlanModel& model, std::span<const Strategy> strategies,
                       const SolverLimits& limits) {
  return Keeper(model, strategies).keep(limits);
}

void tell_moves(const PlanModel& model, std::span<const Strategy> strategies, const PlanOptions& options,
                Plan& plan) {
  Moves(model, strategies, options, plan).tell();
}

} // namespace deploy_plan::analysis
