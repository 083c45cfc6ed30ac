#include "deploy_plan/brief.hpp"
#include "analysis/brief/brief_parts.hpp"
#include "analysis/week/week_parts.hpp"
#include "deploy_plan/direction.hpp"
#include "deploy_plan/effect.hpp"
#include "model/hindsight.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace analysis {
namespace {

/// The money that was spent: whether results tell all of it, and what the costs of actions foresaw of that.
void add_foreseen(Brief& brief, const Strategy& strategy, const Gap& gap) {
  double told = 0, foreseen = 0;
  bool is_foreseen = true;
  for (const ArrivedResult& one : arrived_results({strategy, gap, gap.as_of}, Date{})) {
    told += one.money.value_or(0);
    foreseen += one.foreseen_money.value_or(0);
    is_foreseen &= one.money && one.foreseen_money;
  }
  constexpr double rounding = 0.005;
  brief.is_spent_told = std::abs(told - brief.spent.money) < rounding;
  if (brief.is_spent_told && is_foreseen && told > 0)
    brief.foreseen_money = foreseen;
}

/// The last observation of the newest day before the last on which there is one.
std::optional<Observation> observation_before(std::vector<Observation> seen) {
  std::stable_sort(seen.begin(), seen.end(),
                   [](const Observation& a, const Observation& b) { return a.date < b.date; });
  const auto before = std::find_if(seen.rbegin(), seen.rend(),
                                   [&](const Observation& one) { return one.date < seen.back().date; });
  return before == seen.rend() ? std::nullopt : std::optional(*before);
}

std::optional<DatedFigure> covered_before(const Strategy& strategy, const Gap& gap) {
  const double target = gap.market.sizes.target.value_or(0);
  const auto before = observation_before(penetrated_until(strategy.market, gap.as_of));
  return before && target > 0 ? std::optional(DatedFigure{before->date, before->value / target})
                              : std::nullopt;
}

std::optional<double> spent_after(const Strategy& strategy, Date day, Date today) {
  const SpentWithin since = spent_within(strategy, {day + std::chrono::days{1}, today, {}, {}, {}}, today);
  return since.undated.money > 0 ? std::nullopt : std::optional(since.money);
}

std::optional<BriefBefore> told_before(const Strategy& strategy, const ObjectiveGap& star,
                                       const FutureOptions& futures, Date today) {
  const auto seen = observation_before(star.observed);
  if (!seen)
    return std::nullopt;
  Strategy known = strategy;
  model::leave_out_later(known, seen->date);
  Gap then = gap(known, seen->date);
  add_outlooks(then, known, futures);
  BriefBefore before{seen->date, seen->value, {}, spent_after(strategy, seen->date, today)};
  if (const ObjectiveGap* const same = find_objective(then, star.id); same != nullptr && same->outlook)
    before.probability = same->outlook->as_committed.probability;
  return before;
}

/// What the week asks for, then what the plan has after it.
std::vector<WeekTask> next_tasks(const Strategy& strategy, const ToldForBrief& told) {
  const KnownWeek now{strategy, told.gap, told.gap.as_of};
  std::vector<WeekTask> tasks = week_tasks(now, told.plan);
  if (told.plan != nullptr && tasks.size() < most_tasks) {
    std::vector<WeekTask> later = later_tasks(now, *told.plan);
    std::move(later.begin(), later.end(), std::back_inserter(tasks));
  }
  tasks.resize(std::min(tasks.size(), most_tasks));
  std::stable_sort(tasks.begin(), tasks.end(), is_due_before);
  return tasks;
}

/// Those that the headline and the options do not tell.
std::vector<WeekDecision> other_decisions(const Strategy& strategy, const ToldForBrief& told) {
  std::vector<WeekDecision> all = week_decisions({strategy, told.gap, told.gap.as_of});
  std::erase_if(all, [](const WeekDecision& one) {
    return one.kind == DecisionKind::unlikely || one.kind == DecisionKind::overspent ||
           (one.kind == DecisionKind::overdue && one.goal && one.goal->north_star);
  });
  all.resize(std::min(all.size(), most_tasks));
  return all;
}
} // namespace

std::pair<BriefRisk, std::string> doubt_about(const Gap& gap, const Plan* plan) {
  const ObjectiveGap* const star = north_star_of(gap);
  if (star == nullptr || !star->outlook || star->outlook->no_trend)
    return {BriefRisk::no_trend, ""};
  if (plan != nullptr && plan->simulated && !plan->simulated->inputs.empty()) {
    const PlannedAction& most = plan->actions[plan->simulated->inputs.front().action];
    return {most.basis == Basis::assumed ? BriefRisk::assumed_effect : BriefRisk::varying_effect,
            name_of(most)};
  }
  return {star->outlook->observations < few_observations ? BriefRisk::few_figures : BriefRisk::none_known,
          ""};
}

} // namespace analysis

Brief brief(const Strategy& strategy, const ToldForBrief& told, const FutureOptions& futures) {
  Brief all;
  all.as_of = told.gap.as_of;
  all.strategy = strategy.name;
  if (strategy.solution) {
    all.solution = strategy.solution->name;
    all.description = strategy.solution->description;
  }
  all.period = strategy.period;
  all.team = strategy.team;
  all.currency = told.gap.currency;
  all.market = told.gap.market;
  all.market_unit = strategy.market.unit;
  all.market_units = strategy.market.units;
  all.spent = analysis::with_full_cost(strategy, spent(strategy));
  analysis::add_foreseen(all, strategy, told.gap);
  all.covered_before = analysis::covered_before(strategy, told.gap);
  all.is_cost_known = std::all_of(told.gap.levers.begin(), told.gap.levers.end(),
                                  [](const LeverGap& lever) { return lever.full_cost.has_value(); });
  if (strategy.budget) {
    all.money = strategy.budget->money;
    all.days = strategy.budget->days;
  }
  all.overspent = analysis::overspent_means({strategy, told.gap, told.gap.as_of});
  if (const ObjectiveGap* const star = north_star_of(told.gap)) {
    all.north_star = *star;
    for (const Observation& one : star->observed)
      all.observed_on = std::max(all.observed_on.value_or(one.date), one.date);
    if (const Objective* const objective = analysis::find_objective(strategy, star->id))
      all.is_less_better = direction_of(*objective, all.as_of) < 0;
    all.before = analysis::told_before(strategy, *star, futures, all.as_of);
    all.course = analysis::course_of(strategy, *star, told);
  }
  analysis::add_options(all, strategy, told);
  all.decisions = analysis::other_decisions(strategy, told);
  if (all.period.end >= all.as_of)
    all.next = analysis::next_tasks(strategy, told);
  std::tie(all.doubt, all.because_of) = analysis::doubt_about(told.gap, told.plan);
  return all;
}

} // namespace deploy_plan
