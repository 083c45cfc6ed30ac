// When runs can be done and still count. The days within that time are the calendar's.
#include "analysis/program/plan_model.hpp"
#include <algorithm>

namespace deploy_plan::analysis {
namespace {

class Dates {
public:
  explicit Dates(PlanModel& read) : model_(read) {}

  void read() {
    for (ModelAction& one : model_.actions)
      one.earliest = std::max(model_.day, one.action->start.value_or(model_.day));
    wait_for_required();
    for (ModelAction& one : model_.actions) {
      if (const auto end = one.action->end)
        one.latest = *end;
      if (const auto due = day_too_late(one))
        one.latest = std::min(one.latest, *due - std::chrono::days{1});
      if (!one.left_out)
        one.left_out = reason(one);
    }
  }

private:
  PlanModel& model_;

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

  /// The first day on which a run brings nothing more: that of the first objective wanted which it moves; of
  /// an action that only serves others, the last day of its strategy's.
  [[nodiscard]] std::optional<Date> day_too_late(const ModelAction& one) const {
    std::optional<Date> first, last;
    for (const std::size_t wanted : model_.wanted) {
      const ModelObjective& goal = model_.objectives[wanted];
      const Date by = goal.objective->target.by;
      if (goal.strategy == one.strategy)
        last = std::max(last.value_or(by), by);
      if (one.gain != 0 && model_.leads(one.objective, wanted))
        first = std::min(first.value_or(by), by);
    }
    return first ? first : last;
  }

  [[nodiscard]] std::optional<PlanReason> reason(const ModelAction& one) const {
    if (one.action->end && *one.action->end <= model_.day)
      return PlanReason::ended;
    const auto is_led_to = [&](std::size_t goal) { return model_.leads(one.objective, goal); };
    if (one.gain != 0 && !model_.leads_to_wanted(one.objective) &&
        std::any_of(model_.over.begin(), model_.over.end(), is_led_to))
      return PlanReason::goal_over;
    return one.earliest > one.latest ? std::optional(PlanReason::begins_too_late) : std::nullopt;
  }
};
} // namespace

void read_dates(PlanModel& model) { Dates(model).read(); }

} // namespace deploy_plan::analysis
