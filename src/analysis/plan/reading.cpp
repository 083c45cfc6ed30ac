// A solution, read as a plan: runs and their days, what they take of whom, and what they give.
#include "analysis/plan/gains.hpp"
#include "analysis/plan/parts.hpp"
#include "analysis/program/builder.hpp"
#include "model/description.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

double column_of(const Solution& solution, int column) {
  return solution.columns[static_cast<std::size_t>(column)];
}
std::int64_t sum_of(const Solution& solution, const std::vector<int>& columns) {
  double all = 0;
  for (const int column : columns)
    all += column_of(solution, column);
  return std::llround(all);
}

class PlanReader {
public:
  PlanReader(const PlanModel& planned, std::span<const Strategy> of, const PlanModel& solved,
             const Solution& found, Plan& filled)
      : model_(planned), strategies_(of), made_(solved), solution_(found), plan_(filled),
        begun_(planned.actions.size()), read_(planned.actions.size()) {}

  void read() {
    plan_.actions.resize(model_.actions.size());
    for (std::size_t i = 0; i < model_.actions.size(); ++i)
      read_action(i);
    for (std::size_t i = 0; i < model_.actions.size(); ++i)
      read_schedule(i);
    for (PlannedAction& one : plan_.actions)
      tell(one, static_cast<std::size_t>(&one - plan_.actions.data()));
  }

private:
  const PlanModel& model_;
  const std::span<const Strategy> strategies_;
  const PlanModel& made_; ///< the one that was solved: effects may have been taken otherwise there
  const Solution& solution_;
  Plan& plan_;
  std::vector<std::optional<Date>> begun_; ///< of each action: the planned day of its first run
  std::vector<bool> read_;

  void read_action(std::size_t place) {
    const ModelAction& one = model_.actions[place];
    PlannedAction& told = plan_.actions[place];
    told.strategy = one.strategy;
    told.id = one.action->id;
    told.name = one.action->name;
    told.objective = one.action->objective;
    told.owner = one.owner == nullptr ? one.action->owner : one.owner->name;
    told.lever = one.action->lever;
    told.done = one.done;
    told.from = one.slots.empty() ? one.earliest : one.slots.front().from;
    told.until = one.slots.empty() ? one.earliest : one.slots.back().until;
    told.basis = model_.first_reach(one).basis;
    const std::optional<RunEffect>& effect = model_.first_reach(one).effect;
    told.too_narrow = effect && effect->too_narrow;
    told.runs_measured = effect && effect->runs > 0 ? past_runs(*one.action).in_results : 0;
    told.is_rate = effect && model_.objectives[one.objective].objective->metric.scale == Scale::rate;
    told.runs = sum_of(solution_, made_.actions[place].runs);
  }

  // Days.

  /// Those of what an action requires come first: it begins no sooner.
  void read_schedule(std::size_t place) {
    if (read_[place])
      return;
    read_[place] = true;
    Spreading how{model_.actions[place].action->spacing_days.value_or(0), false, {}};
    for (const std::size_t needed : model_.actions[place].requires_) {
      read_schedule(needed);
      how.not_before = std::max(how.not_before, begun_[needed].value_or(Date{}));
    }
    if (plan_.actions[place].runs == 0)
      return;
    how.early = model_.actions[place].is_required;
    const auto& made = made_.actions[place];
    auto& schedule = plan_.actions[place].schedule;
    if (made.is_timed())
      schedule = how.spacing > 0 ? apart(place, how) : by_slot(place, how);
    else
      schedule = evenly(place, how);
    begun_[place] = schedule.front().first;
  }

  const std::string& segment_of(std::size_t place, std::size_t at) const {
    return model_.reaches[model_.actions[place].reaches[at]].segment;
  }
  std::int64_t runs_in(std::size_t place, std::size_t slot, std::size_t at) const {
    return std::llround(column_of(solution_, made_.actions[place].in_slots[slot].runs[at]));
  }

  /// Runs in a slot and a segment belong together.
  std::vector<PlannedRuns> by_slot(std::size_t place, const Spreading& how) const {
    std::vector<PlannedRuns> all;
    const ModelAction& made = made_.actions[place];
    for (std::size_t slot = 0; slot < made.slots.size(); ++slot)
      for (std::size_t at = 0; at < made.reaches.size(); ++at)
        if (const std::int64_t runs = runs_in(place, slot, at); runs > 0) {
          const SlotRuns in{made.slots[slot], runs};
          const auto days = spread({&in, 1}, {0, how.early && all.empty(), how.not_before});
          all.push_back({made.slots[slot].from, made.slots[slot].until, days.front(), days.back(), runs,
                         segment_of(place, at), false});
        }
    return all;
  }

  /// Where runs are to lie so many days apart, each has its own day.
  std::vector<PlannedRuns> apart(std::size_t place, const Spreading& how) const {
    const ModelAction& made = made_.actions[place];
    std::vector<SlotRuns> in_slots;
    std::vector<PlannedRuns> all;
    for (std::size_t slot = 0; slot < made.slots.size(); ++slot) {
      in_slots.push_back({made.slots[slot], 0});
      for (std::size_t at = 0; at < made.reaches.size(); ++at)
        for (std::int64_t run = runs_in(place, slot, at); run > 0; --run) {
          ++in_slots.back().runs;
          all.push_back(
              {made.slots[slot].from, made.slots[slot].until, {}, {}, 1, segment_of(place, at), false});
        }
    }
    const auto days = spread(in_slots, how);
    for (std::size_t i = 0; i < all.size(); ++i)
      all[i].first = all[i].last = days[i];
    return all;
  }

  /// Where time binds nothing, runs are spread over all of it, and told by slot.
  std::vector<PlannedRuns> evenly(std::size_t place, const Spreading& how) const {
    const ModelAction& made = made_.actions[place];
    const SlotRuns whole{{made.slots.front().from, made.slots.back().until, 0}, 0};
    std::vector<PlannedRuns> all;
    for (std::size_t at = 0; at < made.reaches.size(); ++at) {
      SlotRuns of_reach = whole;
      of_reach.runs = sum_of(solution_, made_.reaches[made.reaches[at]].runs);
      const auto days = spread({&of_reach, 1}, how);
      std::size_t slot = 0;
      for (const Date day : days) {
        while (made.slots[slot].until < day && slot + 1 < made.slots.size())
          ++slot;
        const Slot& in = made.slots[slot];
        const Date on = std::clamp(day, in.from, in.until);
        const bool is_new =
            all.empty() || all.back().until != in.until || all.back().segment != segment_of(place, at);
        if (is_new)
          all.push_back({in.from, in.until, on, on, 0, segment_of(place, at), false});
        all.back().last = on;
        ++all.back().runs;
      }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const PlannedRuns& a, const PlannedRuns& b) { return a.from < b.from; });
    return all;
  }

  // What they are, take and bring.

  void tell(PlannedAction& told, std::size_t place) {
    const ModelAction& one = model_.actions[place];
    const auto runs = static_cast<double>(told.runs);
    const bool begins = told.runs > 0 && one.begins();
    told.money = one.cost.money * runs + (begins ? one.cost.setup_money : 0);
    told.days = one.cost.days * runs + (begins ? one.cost.setup_days : 0);
    told.full_cost = told.money + told.days * model_.rates[one.strategy];
    for (const std::size_t at : one.reaches)
      tell_reach(told, model_.reaches[at]);
    tell_setup(told, place);
    tell_test(told, one);
    plan_.money += told.money;
    plan_.days += told.days;
    plan_.full_cost += told.full_cost;
  }

  void tell_reach(PlannedAction& told, const ModelReach& reach) {
    const std::int64_t runs = reach.runs_of(told);
    const double value = runs > 0 ? reach.gain_of_all(runs) : 0;
    told.value += value;
    if (!reach.segment.empty() && runs > 0)
      told.segments.push_back({reach.segment, segment_name(strategies_[told.strategy].market, reach.segment),
                               runs, value, reach.basis});
  }

  void tell_setup(PlannedAction& told, std::size_t place) const {
    const ModelAction& made = made_.actions[place];
    const double all = made.cost.setup_days;
    if (told.schedule.empty() || !made.begins() || all <= 0)
      return;
    constexpr double whole = 1e6; // a solver's digits are no days
    for (const auto& [month, column] : made.setup)
      if (const double days = std::round(column_of(solution_, column) * whole) / whole; days > 0)
        told.setup.push_back({month, days});
    if (told.setup.empty())
      told.setup.push_back({month_of(told.schedule.front().from), all});
  }

  static void tell_test(PlannedAction& told, const ModelAction& one) {
    if (!one.test || one.left_out == PlanReason::stopped)
      return;
    if (one.test->under_way) {
      told.test = PlannedTest{one.test->protocol, true, *one.test->under_way, {}, {}, {}};
      return;
    }
    if (told.schedule.empty())
      return;
    PlannedRuns& first = told.schedule.front();
    told.test = PlannedTest{one.test->protocol, false, decision_day(*one.action, first.until), {}, {}, {}};
    if (first.runs > 1) { // only where nothing can come before it is decided
      PlannedRuns others = first;
      others.first = first.day_of(2);
      others.runs -= 1;
      first.last = first.first;
      first.runs = 1;
      told.schedule.insert(told.schedule.begin() + 1, others);
    }
    told.schedule.front().is_test = true;
  }
};
} // namespace

Plan plan_heading(const PlanModel& model, std::span<const Strategy> strategies, const PlanOptions& options) {
  Plan plan;
  plan.as_of = model.day;
  plan.goal = options.goal;
  plan.confidence = options.confidence;
  plan.step = model.step;
  plan.from = plan.until = model.day;
  for (const Strategy& strategy : strategies)
    plan.strategies.push_back(strategy.name);
  for (const auto& time : model.time)
    if (!time.empty())
      plan.until = std::max(plan.until, time.back().until);
  plan.currency = strategies.front().budget ? strategies.front().budget->currency : "";
  plan.money_budget = model.money;
  plan.days_budget = model.days;
  if (strategies.size() == 1 && model.wanted.size() == 1) {
    const Metric& metric = model.objectives[model.wanted.front()].objective->metric;
    plan.unit = metric.unit;
    plan.units = units_of(metric, strategies.front().market);
    plan.is_rate = metric.scale == Scale::rate;
  }
  plan.broken = model.broken;
  plan.uncounted = model.uncounted;
  for (const ModelAction& one : model.actions)
    if (one.left_out == PlanReason::dropped)
      plan.dropped.push_back({one.strategy, one.action->id, name_of(*one.action)});
  plan.wanted = model.wanted.size();
  return plan;
}

void read_solution(const PlanModel& model, std::span<const Strategy> strategies, const PlanModel& made,
                   const Solution& solution, Plan& plan) {
  PlanReader(model, strategies, made, solution, plan).read();
  tell_means(model, strategies, plan);
  plan.money_budget.used = plan.money;
  plan.days_budget.used = plan.days;
  read_gains(model, plan);
}

/// What the runs give, exactly: the solver's own columns are within its tolerance of it.
void read_gains(const PlanModel& model, Plan& plan) {
  PlanGains gains(model);
  const auto values = values_of(model, counted_runs(model, plan));
  const auto& all = gains.of(values);
  plan.objectives.clear();
  for (const std::size_t place : model.told()) {
    const ModelObjective& one = model.objectives[place];
    ObjectiveGain told;
    told.strategy = one.strategy;
    told.id = one.objective->id;
    told.name = name_of(*one.objective);
    told.unit = one.objective->metric.unit;
    told.by = one.objective->target.by;
    told.is_wanted = std::find(model.wanted.begin(), model.wanted.end(), place) != model.wanted.end();
    told.is_rate = one.objective->metric.scale == Scale::rate;
    told.gain = all[place];
    told.needed = one.needed;
    told.ceiling = one.ceiling;
    plan.objectives.push_back(std::move(told));
  }
  plan.value = gains.value(all);
  plan.floors.clear();
  for (const auto& [floor, row] : model.floor_rows) {
    double there = 0;
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const ModelService& service = model.services[i];
      const double worth = values[i] * model.worth(service.objective);
      sum += worth;
      there += model.segment_of(model.reaches[service.reach]) == floor.segment ? worth : 0;
    }
    plan.floors.push_back({floor, sum > 0 ? there / sum : 0, {}});
  }
}

} // namespace deploy_plan::analysis
