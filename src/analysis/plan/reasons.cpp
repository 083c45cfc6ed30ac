// Why each action has the runs that it has.
#include "analysis/plan/gains.hpp"
#include "analysis/plan/parts.hpp"
#include "analysis/plan/room.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

constexpr double tolerance = 1e-6;

class Explainer {
public:
  Explainer(const PlanModel& planned, std::span<const Strategy> of, const PlanOptions& chosen, Plan& filled)
      : model_(planned), options_(chosen), plan_(filled),
        values_(values_of(planned, counted_runs(planned, filled))), room_(planned, chosen, filled) {
    for (const Strategy& strategy : of)
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
  const PlanOptions& options_;
  Plan& plan_;
  const std::vector<double> values_; ///< of services
  const TimeRoom room_;
  std::vector<Ranking> rankings_;

  void tell_next(std::size_t place) {
    const ModelAction& one = model_.actions[place];
    PlannedAction& told = plan_.actions[place];
    if (told.runs >= one.most)
      return;
    told.next_gain = next_gain(one, told);
    const bool begins = told.runs == 0 && one.done == 0;
    const double rate = model_.rates[one.strategy];
    told.next_cost = one.cost.full(rate) + (begins ? one.cost.full_setup(rate) : 0);
  }

  /// In the segment where one more brings most.
  double next_gain(const ModelAction& one, const PlannedAction& told) const {
    std::optional<double> best;
    for (const std::size_t at : one.reaches) {
      const ModelReach& reach = model_.reaches[at];
      const double gain = reach.gain_of(reach.runs_of(told) + 1);
      best = std::max(best.value_or(gain), gain);
    }
    return best.value_or(0);
  }

  PlanReason reason(std::size_t place) {
    const ModelAction& one = model_.actions[place];
    PlannedAction& told = plan_.actions[place];
    if (one.is_fixed)
      return PlanReason::fixed;
    if (options_.keep && told.runs > 0)
      return PlanReason::kept;
    if (one.is_dropped)
      return PlanReason::dropped;
    if (told.runs >= one.most && told.runs > 0)
      return PlanReason::at_most;
    if (const auto related = by_relation(place))
      return *related;
    if (one.gain <= 0)
      return told.runs > 0 ? PlanReason::chosen : PlanReason::without_effect;
    if (is_full(one.objective) || are_segments_full(place))
      return PlanReason::market_full;
    if (lever_is_full(one))
      return PlanReason::over_lever;
    if (const auto by_time = room_.what_keeps_out(place))
      return *by_time;
    const bool money = lacks(plan_.money_budget, one.cost.money, one.cost.setup_money, told, one);
    const bool days = lacks(plan_.days_budget, one.cost.days, one.cost.setup_days, told, one);
    if (!money && !days)
      return told.runs > 0                   ? PlanReason::chosen
             : plan_.goal == PlanGoal::reach ? outbid_or_dominated(told)
                                             : PlanReason::outbid;
    plan_.money_budget.binds |= money;
    plan_.days_budget.binds |= days;
    if (told.runs > 0)
      return model_.first_reach(one).decay > 0 ? PlanReason::beyond_decay : PlanReason::chosen;
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
  /// Each segment that it could be run in.
  bool are_segments_full(std::size_t place) const {
    bool any = false;
    for (std::size_t i = 0; i < model_.services.size(); ++i) {
      const ModelService& service = model_.services[i];
      if (model_.reaches[service.reach].action != place)
        continue;
      any = true;
      double sum = 0;
      for (std::size_t other = 0; other < values_.size(); ++other)
        if (service.segment_column >= 0 && model_.services[other].segment_column == service.segment_column)
          sum += values_[other];
      if (service.segment_column < 0 || sum < service.segment_ceiling - tolerance)
        return false;
    }
    return any;
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

void explain(const PlanModel& model, std::span<const Strategy> strategies, const PlanOptions& options,
             Plan& plan) {
  Explainer(model, strategies, options, plan).explain();
}

} // namespace deploy_plan::analysis
