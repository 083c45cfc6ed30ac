// What searches for new faults in plans: random ones, alone and as portfolios, each answer held against sums
// of its own. The suite holds a small, fixed part of them (tests/property/plan_time_test.cpp).
//   plans [HOW_MANY] [SEED]
#include "property/plan_instances.hpp"
#include <cstdio>
#include <cstdlib>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

/// What is wrong with the answer; empty where nothing is. Failures that are told are none.
std::string fault_of_one(const TimedInstance& instance) {
  const PlanJudge judge(instance);
  const auto result = plan({&instance.strategy, 1}, instance.today, instance.options);
  if (!result)
    return std::holds_alternative<SolverFailed>(result.error()) ? "the solver failed" : "";
  if (result->status == PlanStatus::infeasible)
    return "";
  const RunsOfAll runs = runs_of(instance.strategy, *result);
  if (auto fault = judge.fault(runs); !fault.empty())
    return fault;
  if (std::abs(judge.value(runs) - result->value) > 1e-9 * std::max(1.0, result->value))
    return "another value than its runs have";
  return fault_of_days(judge, *result);
}

std::string fault_of_portfolio(const std::vector<Strategy>& all, Date today) {
  PlanOptions options;
  options.frontier = 2;
  options.draws = 0;
  options.branches = 0;
  options.money = 25.0 * static_cast<double>(all.size());
  options.days = 12.0 * static_cast<double>(all.size());
  const auto result = plan(all, today, options);
  if (!result)
    return std::holds_alternative<SolverFailed>(result.error()) ? "the solver failed" : "";
  double money = 0, given = 0;
  for (const PlannedAction& one : result->actions) {
    const auto& own = all[one.strategy].actions;
    const Action& action =
        *std::find_if(own.begin(), own.end(), [&](const Action& other) { return other.id == one.id; });
    const bool begins = one.runs > 0 && past_runs(action).count == 0;
    money += static_cast<double>(one.runs) * *action.cost->money +
             (begins ? action.cost->setup_money.value_or(0) : 0);
    given += static_cast<double>(one.runs) * *action.cost->days +
             (begins ? action.cost->setup_days.value_or(0) : 0);
  }
  const bool is_within = result->status == PlanStatus::infeasible ||
                         (money <= *options.money + 1e-6 && given <= *options.days + 1e-6);
  return is_within ? "" : "more than the budget that is shared";
}
} // namespace

int main(int count, char** words) {
  const int many = count > 1 ? std::atoi(words[1]) : 2000;
  std::mt19937 random(count > 2 ? static_cast<unsigned>(std::atoi(words[2])) : 1);
  int faults = 0;
  for (int round = 0; round < many; ++round) {
    const TimedInstance instance = timed_instance(random);
    std::string fault;
    if (round % 4 != 0)
      fault = PlanJudge(instance).wanted().empty() ? "" : fault_of_one(instance);
    else {
      std::vector<Strategy> all{instance.strategy};
      for (auto more = 1 + random() % 20; more > 0; --more)
        all.push_back(timed_instance(random).strategy);
      fault = fault_of_portfolio(all, instance.today);
    }
    if (!fault.empty()) {
      ++faults;
      std::printf("%d: %s\n", round, fault.c_str());
    }
  }
  std::printf("%d plans, %d faults\n", many, faults);
  return faults == 0 ? 0 : 1;
}
