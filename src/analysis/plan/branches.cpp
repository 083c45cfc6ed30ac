// What changes where a test is dropped, and what a floor costs.
#include "analysis/plan/gains.hpp"
#include "analysis/plan/parts.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

class Branches {
public:
  Branches(const PlanModel& planned, std::span<const Strategy> of, const SolverLimits& chosen, Plan& filled)
      : model_(planned), strategies_(of), limits_(chosen), plan_(filled) {}

  /// Of the tests that most hangs on.
  bool tell(std::size_t most) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < plan_.actions.size(); ++i)
      if (plan_.actions[i].test && plan_.actions[i].runs > 0)
        open.push_back(i);
    std::stable_sort(open.begin(), open.end(), [&](std::size_t a, std::size_t b) {
      return plan_.actions[a].full_cost > plan_.actions[b].full_cost;
    });
    bool is_whole = true;
    for (std::size_t i = 0; i < std::min(most, open.size()); ++i)
      is_whole &= tell_dropped(open[i]);
    return is_whole;
  }

private:
  const PlanModel& model_;
  const std::span<const Strategy> strategies_;
  const SolverLimits limits_;
  Plan& plan_;

  bool tell_dropped(std::size_t place) {
    constexpr int most_nodes = 200;
    constexpr double near = 1e-4;
    PlannedTest& test = *plan_.actions[place].test;
    const Solution solution = solve_in_time(model_, dropped(place, test.decision),
                                            {limits_.until, std::max(near, limits_.gap), most_nodes});
    if (solution.outcome == Outcome::infeasible)
      return true; // without it there is no plan
    if (solution.columns.empty())
      return false;
    Plan other;
    read_solution(model_, strategies_, model_, solution, other);
    test.if_adopted = plan_.value;
    test.if_dropped = value_without(other, place);
    for (std::size_t i = 0; i < other.actions.size(); ++i)
      if (i != place && other.actions[i].runs != plan_.actions[i].runs)
        test.changes.push_back({i, plan_.actions[i].runs, other.actions[i].runs});
    return solution.outcome == Outcome::optimal;
  }

  /// What is done before the decision is the same; then the action is not run any more.
  Program dropped(std::size_t place, Date decision) const {
    Program program = model_.program;
    for (std::size_t i = 0; i < model_.actions.size(); ++i) {
      const ModelAction& one = model_.actions[i];
      if (!one.is_in())
        continue;
      if (one.is_timed())
        for (std::size_t slot = 0; slot < one.slots.size(); ++slot)
          for (std::size_t at = 0; at < one.reaches.size(); ++at)
            hold(program.columns[static_cast<std::size_t>(one.in_slots[slot].runs[at])], i, slot, at,
                 one.slots[slot].from < decision, i == place);
      else
        hold_untimed(program, i, decision, i == place);
    }
    return program;
  }
  void hold(Column& column, std::size_t place, std::size_t slot, std::size_t at, bool is_before,
            bool is_dropped) const {
    const ModelAction& one = model_.actions[place];
    if (is_before)
      column.low = column.high =
          static_cast<double>(planned(place, one.slots[slot], model_.reaches[one.reaches[at]]));
    else if (is_dropped)
      column.high = 0;
  }
  void hold_untimed(Program& program, std::size_t place, Date decision, bool is_dropped) const {
    for (const std::size_t at : model_.actions[place].reaches) {
      double before = 0;
      for (const PlannedRuns& part : plan_.actions[place].schedule)
        if (part.from < decision && model_.reaches[at].has(part))
          before += static_cast<double>(part.runs);
      program.add(Row{"before_" + std::to_string(program.rows.size()), before,
                      is_dropped ? before : unbounded, model_.reaches[at].times(1)});
    }
  }
  std::int64_t planned(std::size_t place, const Slot& slot, const ModelReach& reach) const {
    std::int64_t runs = 0;
    for (const PlannedRuns& part : plan_.actions[place].schedule)
      if (part.from == slot.from && reach.has(part))
        runs += part.runs;
    return runs;
  }

  /// A test is dropped because it brings nothing worth having: what it ran is taken to bring nothing.
  double value_without(const Plan& other, std::size_t place) const {
    PlanGains gains(model_);
    auto values = values_of(model_, counted_runs(model_, other));
    for (std::size_t i = 0; i < values.size(); ++i)
      if (model_.reaches[model_.services[i].reach].action == place)
        values[i] = 0;
    return gains.value(gains.of(values));
  }
};
} // namespace

bool tell_branches(const PlanModel& model, std::span<const Strategy> strategies, std::size_t most,
                   const SolverLimits& limits, Plan& plan) {
  return Branches(model, strategies, limits, plan).tell(most);
}

bool tell_prices(const PlanModel& model, const SolverLimits& limits, Plan& plan) {
  constexpr int most_nodes = 500;
  bool is_whole = true;
  for (std::size_t i = 0; i < plan.floors.size(); ++i) {
    Program program = model.program;
    program.rows[static_cast<std::size_t>(model.floor_rows[i].second)].low = -unbounded;
    const Solution free = solve_in_time(model, program, {limits.until, limits.gap, most_nodes});
    const bool is_known = free.outcome == Outcome::optimal;
    is_whole &= is_known;
    if (is_known)
      plan.floors[i].price =
          std::max(0.0, program.maximise ? free.value - plan.value : plan.full_cost - free.value);
  }
  return is_whole;
}

} // namespace deploy_plan::analysis
