// Why each action has the runs that it has.
#include "analysis/plan/parts.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

constexpr double tolerance = 1e-6;

class Explainer {
public:
  Explainer(const PlanModel& planned, std::span<const Strategy> strategies, Plan& filled)
      : model_(planned), plan_(filled) {
    for (const Strategy& strategy : strategies)
      rankings_.push_back(rank(strategy, model_.day));
  }

  void explain() {
    for (std::size_t i = 0; i < model_.actions.size(); ++i) {
      PlannedAction& told = plan_.actions[i];
      if (model_.actions[i].left_out) {
        told.reason = *model_.actions[i].left_out;
        continue;
      }
      tell_next(i);
      told.reason = reason(i);
    }
  }

private:
  const PlanModel& model_;
  Plan& plan_;
  std::vector<Ranking> rankings_;

  void tell_next(std::size_t place) {
    const ModelAction& one = model_.actions[place];
    PlannedAction& told = plan_.actions[place];
    if (told.runs >= one.most)
      return;
    told.next_gain = one.gain_of(told.runs + 1);
    const bool begins = told.runs == 0 && one.done == 0;
    const double rate = model_.rates[one.strategy];
    told.next_cost = one.cost.full(rate) + (begins ? one.cost.full_setup(rate) : 0);
  }

  PlanReason reason(std::size_t place) {
    const ModelAction& one = model_.actions[place];
    PlannedAction& told = plan_.actions[place];
    if (one.is_fixed)
      return PlanReason::fixed;
    if (told.runs >= one.most && told.runs > 0)
      return PlanReason::at_most;
    if (const auto related = by_relation(place))
      return *related;
    if (one.gain <= 0)
      return told.runs > 0 ? PlanReason::chosen : PlanReason::without_effect;
    if (is_full(one.objective) || is_segment_full(one))
      return PlanReason::market_full;
    if (lever_is_full(one))
      return PlanReason::over_lever;
    const bool money = lacks(plan_.money_budget, one.cost.money, one.cost.setup_money, told, one);
    const bool days = lacks(plan_.days_budget, one.cost.days, one.cost.setup_days, told, one);
    if (!money && !days)
      return told.runs > 0                   ? PlanReason::chosen
             : plan_.goal == PlanGoal::reach ? outbid_or_dominated(told)
                                             : PlanReason::outbid;
    plan_.money_budget.binds |= money;
    plan_.days_budget.binds |= days;
    if (told.runs > 0)
      return one.decay > 0 ? PlanReason::beyond_decay : PlanReason::chosen;
    if (const PlanReason better = outbid_or_dominated(told); better == PlanReason::dominated)
      return better;
    return money && never_fits(plan_.money_budget, one.cost.money + one.cost.setup_money)
               ? PlanReason::over_money
           : days && never_fits(plan_.days_budget, one.cost.days + one.cost.setup_days)
               ? PlanReason::over_days
               : PlanReason::outbid;
  }

  std::optional<PlanReason> by_relation(std::size_t place) {
    const ModelAction& one = model_.actions[place];
    PlannedAction& told = plan_.actions[place];
    if (told.runs > 0)
      return std::nullopt;
    if (!one.can_begin)
      return PlanReason::lacks_required;
    for (const std::size_t needed : one.requires_)
      if (plan_.actions[needed].runs == 0) {
        told.because_of = plan_.actions[needed].id;
        return PlanReason::lacks_required;
      }
    for (std::size_t other = 0; other < model_.actions.size(); ++other) {
      const auto excludes = [&](std::size_t a, std::size_t b) {
        const auto& all = model_.actions[a].excludes;
        return std::find(all.begin(), all.end(), b) != all.end();
      };
      const bool runs = plan_.actions[other].runs > 0 || plan_.actions[other].done > 0;
      if (runs && (excludes(place, other) || excludes(other, place))) {
        told.because_of = plan_.actions[other].id;
        return PlanReason::excluded;
      }
    }
    return std::nullopt;
  }

  PlanReason outbid_or_dominated(PlannedAction& told) const {
    for (const RankedAction& ranked : rankings_[told.strategy].actions)
      if (ranked.id == told.id && !ranked.dominated_by.empty()) {
        told.because_of = ranked.dominated_by;
        return PlanReason::dominated;
      }
    return PlanReason::outbid;
  }

  bool is_full(std::size_t objective) const {
    const ModelObjective& one = model_.objectives[objective];
    for (const ObjectiveGain& gain : plan_.objectives)
      if (gain.strategy == one.strategy && gain.id == one.objective->id)
        return one.ceiling && gain.gain >= *one.ceiling - tolerance;
    return false;
  }
  bool is_segment_full(const ModelAction& one) const {
    if (one.segment_column < 0)
      return false;
    double sum = 0;
    for (std::size_t i = 0; i < model_.actions.size(); ++i)
      if (model_.actions[i].segment_column == one.segment_column)
        sum += plan_.actions[i].value;
    return sum >= model_.program.columns[static_cast<std::size_t>(one.segment_column)].high - tolerance;
  }
  bool lever_is_full(const ModelAction& one) const {
    return std::any_of(model_.lever_limits.begin(), model_.lever_limits.end(), [&](const LeverLimit& limit) {
      std::int64_t runs = 0;
      for (const PlannedAction& planned : plan_.actions)
        runs += planned.lever == limit.lever ? planned.runs : 0;
      return limit.lever == one.action->lever && runs >= limit.runs;
    });
  }
  static bool lacks(const BudgetUse& budget, double by_run, double setup, const PlannedAction& told,
                    const ModelAction& one) {
    const bool begins = told.runs == 0 && one.done == 0;
    return budget.limit && by_run + (begins ? setup : 0) > std::max(0.0, *budget.left()) + tolerance;
  }
  static bool never_fits(const BudgetUse& budget, double cost) {
    return budget.limit && cost > *budget.limit - budget.spent_before + tolerance;
  }
};
} // namespace

void explain(const PlanModel& model, std::span<const Strategy> strategies, Plan& plan) {
  Explainer(model, strategies, plan).explain();
}

PlanCalendar calendar(const PlanModel& model, std::span<const Strategy> strategies, const Plan& plan) {
  using namespace std::chrono;
  PlanCalendar calendar;
  const auto month_of = [](Date date) {
    const year_month_day calendar_day{date};
    return calendar_day.year() / calendar_day.month();
  };
  struct Span {
    Date begin, end;
  };
  std::vector<Span> spans;
  for (std::size_t i = 0; i < plan.actions.size(); ++i) {
    const Action& action = *model.actions[i].action;
    const Strategy& strategy = strategies[plan.actions[i].strategy];
    if (plan.actions[i].runs == 0 || (!action.start && !action.end))
      continue;
    const ModelAction& one = model.actions[i];
    const Span span{std::max(one.earliest, action.start.value_or(strategy.period.start)),
                    std::min(one.latest, action.end.value_or(strategy.period.end))};
    if (span.end < span.begin || span.end - span.begin > days{366 * 20})
      continue; // its time is over, or is no plan's
    calendar.actions.push_back(i);
    spans.push_back(span);
  }
  if (spans.empty())
    return calendar;
  Date first = spans.front().begin;
  Date last = spans.front().end;
  for (const Span& span : spans) {
    first = std::min(first, span.begin);
    last = std::max(last, span.end);
  }
  for (auto month = month_of(first); month <= month_of(last); month += months{1})
    calendar.months.push_back({sys_days(month / 1), std::vector<std::int64_t>(spans.size())});
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const std::int64_t runs = plan.actions[calendar.actions[i]].runs;
    const std::int64_t length = (spans[i].end - spans[i].begin).count() + 1;
    for (std::int64_t run = 0; run < runs; ++run) { // evenly, each in the middle of its part of the time
      const Date at = spans[i].begin + days{(2 * run + 1) * length / (2 * runs)};
      const auto month = static_cast<std::size_t>((month_of(at) - month_of(first)).count());
      ++calendar.months[month].runs[i];
    }
  }
  return calendar;
}

} // namespace deploy_plan::analysis
