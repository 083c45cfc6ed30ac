// The day to choose by leaves the days that the work takes.
#include "deploy_plan/brief.hpp"
#include "property/plan_instances.hpp"
#include <map>
#include <tuple>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

/// The strategy with what a plan has on its schedule.
Strategy with_runs_of(Strategy strategy, const BriefOption& option) {
  for (Action& action : strategy.actions) {
    action.schedule.clear();
    std::map<std::tuple<Date, std::string>, std::int64_t> runs;
    for (const BriefOption::Part& part : option.parts)
      if (part.action == action.id && part.runs > 0)
        runs[{first_of_month(part.until), part.segment}] += part.runs;
    for (const auto& [where, count] : runs) {
      ScheduledRuns one;
      one.month = month_of(std::get<Date>(where));
      one.segment = std::get<std::string>(where);
      one.runs = count;
      action.schedule.push_back(one);
    }
  }
  return strategy;
}

PlanOptions short_plan(bool keep) {
  PlanOptions how;
  how.frontier = 0;
  how.draws = 0;
  how.branches = 0;
  how.keep = keep;
  return how;
}
} // namespace

TEST_CASE("on the day to choose by, all that the option has can still be done when it has it") {
  std::mt19937 random(41);
  int kept = 0, counted_back = 0;
  for (int round = 0; round < 300; ++round) {
    const TimedInstance instance = timed_instance(random);
    const auto made = plan({&instance.strategy, 1}, instance.today, short_plan(false));
    if (!made || made->status == PlanStatus::infeasible)
      continue;
    const BriefOption option = option_of(instance.strategy, gap(instance.strategy, instance.today), &*made);
    if (option.parts.empty())
      continue;
    const auto first = std::min_element(
        option.parts.begin(), option.parts.end(),
        [](const BriefOption::Part& a, const BriefOption::Part& b) { return a.choose_by < b.choose_by; });
    CAPTURE(round, iso(instance.today), iso(first->choose_by), iso(first->until));
    REQUIRE(first->choose_by >= instance.today);
    REQUIRE(first->choose_by <= first->until);
    counted_back += first->choose_by < first->until ? 1 : 0;
    const Strategy then = with_runs_of(instance.strategy, option);
    const auto again = plan({&then, 1}, first->choose_by, short_plan(true));
    REQUIRE(again);
    REQUIRE(again->status != PlanStatus::infeasible);
    CHECK(again->moved.empty());
    ++kept;
  }
  CHECK(kept > 100);
  CHECK(counted_back > 50);
}
