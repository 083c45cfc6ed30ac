// When runs can be done and still count.
#include "analysis/program/plan_model.hpp"
#include "deploy_plan/workload.hpp"
#include <algorithm>
#include <set>

namespace deploy_plan::analysis {
namespace {
using std::chrono::days;

class Dates {
public:
  Dates(PlanModel& read, std::span<const Strategy> of) : model_(read), strategies_(of) {}

  void read() {
    for (ModelAction& one : model_.actions)
      one.earliest = first_day(one);
    wait_for_required();
    set_latest();
    std::vector<bool> done(model_.actions.size());
    for (std::size_t i = 0; i < model_.actions.size(); ++i)
      set_slots(i, done);
    for (ModelAction& one : model_.actions)
      if (!one.left_out)
        one.left_out = reason(one);
  }

private:
  PlanModel& model_;
  const std::span<const Strategy> strategies_;

  [[nodiscard]] Date first_day(const ModelAction& one) const {
    Date first = std::max(model_.day, one.action->start.value_or(model_.day));
    if (one.action->spacing_days)
      for (const Result& result : one.action->results)
        if (result.origin.sound && result.date <= model_.day)
          first = std::max(first, result.date + days{*one.action->spacing_days});
    if (one.test && one.test->under_way)
      first = std::max(first, *one.test->under_way);
    return first;
  }

  /// What requires another that has not run begins no sooner. Ends even where actions require one another in
  /// a circle: days only come later, and none comes after the last start.
  void wait_for_required() {
    for (bool moved = true; moved;) {
      moved = false;
      for (ModelAction& one : model_.actions)
        for (const std::size_t needed : one.requires_)
          if (model_.actions[needed].earliest > one.earliest) {
            one.earliest = model_.actions[needed].earliest;
            moved = true;
          }
    }
  }

  /// The last day on which a run still counts for something: before the last goal that it serves; of an
  /// action that only serves others, before the last of its strategy's.
  void set_latest() {
    for (const ModelService& service : model_.services)
      if (!model_.objectives[service.objective].is_aside)
        model_.actions[model_.reaches[service.reach].action].deadlines.push_back(service.before);
    std::vector<std::optional<Date>> last(strategies_.size());
    for (const std::size_t wanted : model_.wanted) {
      const ModelObjective& goal = model_.objectives[wanted];
      last[goal.strategy] = std::max(last[goal.strategy].value_or(*goal.by), *goal.by);
    }
    for (ModelAction& one : model_.actions) {
      auto& all = one.deadlines;
      if (all.empty() && last[one.strategy])
        all.push_back(*last[one.strategy]);
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
      if (one.action->end)
        one.latest = *one.action->end;
      if (!all.empty())
        one.latest = std::min(one.latest, all.back() - days{1});
      if (const auto& time = model_.time[one.strategy]; !time.empty())
        one.latest = std::min(one.latest, time.back().until);
    }
  }

  /// Slots of what is required come first: what requires it may begin where one of them does.
  void set_slots(std::size_t place, std::vector<bool>& done) {
    if (done[place])
      return;
    done[place] = true;
    ModelAction& one = model_.actions[place];
    SlotsAsked asked{one.earliest, one.latest, one.deadlines, one.owner};
    for (const std::size_t needed : one.requires_) {
      set_slots(needed, done);
      for (const Slot& slot : model_.actions[needed].slots)
        asked.cuts.push_back(slot.from);
    }
    if (const auto& budget = strategies_[one.strategy].budget)
      for (const BudgetTerm& term : budget->terms) {
        asked.cuts.push_back(term.from);
        asked.cuts.push_back(term.until + days{1});
      }
    one.slots = slots(model_.time[one.strategy], asked);
    if (!one.is_to_test())
      return;
    // Where it is decided within a part of the time, the rest of that part is open to other runs.
    for (const Slot& slot : one.slots)
      asked.cuts.push_back(decision_day(*one.action, slot.until));
    one.slots = slots(model_.time[one.strategy], asked);
  }

  [[nodiscard]] std::optional<PlanReason> reason(const ModelAction& one) const {
    if (one.action->end && *one.action->end <= model_.day)
      return PlanReason::ended;
    const auto is_led_to = [&](std::size_t goal) { return model_.leads(one.objective, goal); };
    if (one.gain != 0 && !model_.leads_to_wanted(one.objective) &&
        std::any_of(model_.over.begin(), model_.over.end(), is_led_to))
      return PlanReason::goal_over;
    if (one.earliest > one.latest)
      return one.test && one.test->under_way && *one.test->under_way == one.earliest
                 ? PlanReason::awaits_test
                 : PlanReason::begins_too_late;
    return one.slots.empty() ? std::optional(PlanReason::over_capacity) : std::nullopt;
  }
};
} // namespace

void read_dates(PlanModel& model, std::span<const Strategy> strategies) { Dates(model, strategies).read(); }

} // namespace deploy_plan::analysis
