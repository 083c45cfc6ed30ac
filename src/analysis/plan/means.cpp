// What a plan takes: of people, month by month, and of what is given for a time.
#include "analysis/plan/parts.hpp"
#include <algorithm>

namespace deploy_plan::analysis {
namespace {

/// Who is planned how many days, month by month.
class Loads {
public:
  Loads(const PlanModel& planned, std::span<const Strategy> of, Plan& filled)
      : model_(planned), strategies_(of), plan_(filled) {}

  void tell() {
    for (std::size_t place = 0; place < strategies_.size(); ++place)
      for (const Member& member : strategies_[place].team)
        tell(place, member);
  }

private:
  const PlanModel& model_;
  const std::span<const Strategy> strategies_;
  Plan& plan_;

  void tell(std::size_t place, const Member& member) {
    MemberLoad load{place, member.name, {}};
    for (const Bucket& bucket : model_.time[place])
      if (load.months.empty() || load.months.back().month != month_of(bucket.from))
        load.months.push_back(
            {month_of(bucket.from),
             days_given(member, strategies_[place].period, bucket.from, last_day(month_of(bucket.from))), 0});
    bool any = false;
    for (std::size_t i = 0; i < model_.actions.size(); ++i)
      if (model_.actions[i].owner == &member) {
        any = true;
        add(load, model_.actions[i], plan_.actions[i]);
      }
    if (any && !load.months.empty())
      plan_.load.push_back(std::move(load));
  }

  static void add(MemberLoad& load, const ModelAction& one, const PlannedAction& planned) {
    for (const PlannedRuns& part : planned.schedule) {
      const auto month = std::find_if(load.months.begin(), load.months.end(), [&](const MonthLoad& known) {
        return known.month == month_of(part.from);
      });
      if (month == load.months.end())
        continue;
      month->load += one.cost.days * static_cast<double>(part.runs);
    }
    for (const PlannedSetup& part : planned.setup)
      for (MonthLoad& month : load.months)
        if (month.month == part.month)
          month.load += part.days;
  }
};

/// Money and days of what is planned within a term; setting up counts with the first run.
RunCost planned_within(const PlanModel& model, const Plan& plan, std::size_t strategy,
                       const BudgetTerm& term) {
  RunCost all;
  for (std::size_t i = 0; i < plan.actions.size(); ++i) {
    const ModelAction& one = model.actions[i];
    const auto& schedule = plan.actions[i].schedule;
    if (one.strategy != strategy || schedule.empty())
      continue;
    for (const PlannedRuns& part : schedule)
      if (holds(term, part.from, part.until)) {
        all.money += one.cost.money * static_cast<double>(part.runs);
        all.days += one.cost.days * static_cast<double>(part.runs);
      }
    if (one.begins() && holds(term, schedule.front().from, schedule.front().from)) {
      all.money += one.cost.setup_money;
      all.days += one.cost.setup_days;
    }
  }
  return all;
}

void tell_terms(const PlanModel& model, const Strategy& strategy, std::size_t place, Plan& plan) {
  for (const BudgetTerm& term : strategy.budget->terms) {
    if (!term.origin.sound || term.until < model.day)
      continue;
    const SpentWithin spent = spent_within(strategy, term, model.day);
    const RunCost planned = planned_within(model, plan, place, term);
    plan.terms.push_back({place, term.from, term.until,
                          BudgetUse{term.money, spent.money, planned.money, false},
                          BudgetUse{term.days, spent.days, planned.days, false}, spent.undated});
  }
}
} // namespace

void tell_means(const PlanModel& model, std::span<const Strategy> strategies, Plan& plan) {
  Loads(model, strategies, plan).tell();
  for (std::size_t place = 0; place < strategies.size(); ++place)
    if (strategies[place].budget)
      tell_terms(model, strategies[place], place, plan);
}

} // namespace deploy_plan::analysis
