// What an action's runs take, were, and where they can be.
#include "deploy_plan/effect.hpp"
#include <algorithm>

namespace deploy_plan {
namespace {

/// Of what results tell, for one run; nothing where none tells it.
std::optional<double> told_by_run(const Action& action, std::optional<double> Result::*what) {
  double all = 0;
  double runs = 0;
  for (const Result& result : action.results)
    if (result.*what) {
      all += *(result.*what);
      runs += static_cast<double>(runs_of(result));
    }
  return runs > 0 ? std::optional(all / runs) : std::nullopt;
}
} // namespace

std::int64_t runs_of(const Result& result) { return std::max<std::int64_t>(1, result.runs.value_or(1)); }

Spent taken_by(const Result& result, const RunCost& of_run) {
  const auto runs = static_cast<double>(runs_of(result));
  return {result.money.value_or(of_run.money * runs), result.days.value_or(of_run.days * runs)};
}

Spent taken_by(std::int64_t runs, const RunCost& of_run, bool are_first) {
  const auto count = static_cast<double>(runs);
  return {count * of_run.money + (are_first ? of_run.setup_money : 0),
          count * of_run.days + (are_first ? of_run.setup_days : 0)};
}

std::chrono::days delay_of(const Action& action) {
  constexpr std::int64_t longest = 36525; // a century
  return std::chrono::days{std::clamp<std::int64_t>(action.delay_days.value_or(0), 0, longest)};
}

std::optional<RunCost> run_cost(const Action& action) {
  RunCost cost;
  if (action.cost) {
    cost.setup_money = action.cost->setup_money.value_or(0);
    cost.setup_days = action.cost->setup_days.value_or(0);
    if (action.cost->money || action.cost->days) {
      cost.money = action.cost->money.value_or(0);
      cost.days = action.cost->days.value_or(0);
      return cost;
    }
  }
  const auto money = told_by_run(action, &Result::money);
  const auto days = told_by_run(action, &Result::days);
  cost.money = money.value_or(0);
  cost.days = days.value_or(0);
  // Something that is only set up costs nothing by the run.
  const bool is_known =
      money || days || (action.cost && (action.cost->setup_money || action.cost->setup_days));
  return is_known ? std::optional(cost) : std::nullopt;
}

PastRuns past_runs(const Action& action) {
  const RunCost cost = run_cost(action).value_or(RunCost{});
  PastRuns past;
  for (const Result& result : action.results) {
    past.in_results += runs_of(result);
    past.of_results += taken_by(result, cost);
  }
  past.count = std::max(past.in_results, action.runs ? action.runs->done.value_or(0) : 0);
  if (past.count > 0)
    past.of_setup = {cost.setup_money, cost.setup_days};
  past.all = past.of_results;
  past.all += taken_by(past.count - past.in_results, cost, false);
  past.all += past.of_setup;
  return past;
}

std::vector<std::string> segments_of(const Action& action) {
  if (action.segments.empty())
    return {action.segment};
  std::vector<std::string> all;
  for (const ActionSegment& one : action.segments)
    all.push_back(one.segment);
  return all;
}

Action run_in(const Action& action, std::string_view segment) {
  if (action.segments.empty())
    return action;
  Action one = action;
  one.segment = segment;
  one.segments.clear();
  for (const ActionSegment& there : action.segments)
    if (there.segment == segment && there.effect)
      one.effect = there.effect;
  std::int64_t elsewhere = 0;
  std::erase_if(one.results, [&](const Result& result) {
    const bool is_elsewhere = !result.segment.empty() && result.segment != segment;
    elsewhere += is_elsewhere ? runs_of(result) : 0;
    return is_elsewhere;
  });
  if (one.runs && one.runs->done)
    one.runs->done = std::max<std::int64_t>(0, *one.runs->done - elsewhere);
  return one;
}

double day_rate(const Strategy& strategy) {
  return strategy.budget ? strategy.budget->day_rate.value_or(0) : 0;
}

} // namespace deploy_plan
