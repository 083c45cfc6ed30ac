// Plans in time against an exhaustive search of small instances, and held against what can be done.
#include "property/plan_instances.hpp"
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {
constexpr std::size_t most_tried = 200000; ///< plans of one instance: larger ones are passed over

/// The next instance that has something to plan for, and is small.
TimedInstance next_instance(std::mt19937& random) {
  for (;;) {
    TimedInstance instance = timed_instance(random);
    const PlanJudge judge(instance);
    const bool is_over = std::any_of(judge.wanted().begin(), judge.wanted().end(), [&](std::size_t goal) {
      return instance.strategy.objectives[goal].target.by <= instance.today;
    });
    if (!judge.wanted().empty() && !is_over && ExhaustivePlan(judge, most_tried).is_small)
      return instance;
  }
}
} // namespace

TEST_CASE("plans in time are as good as any that an exhaustive search finds, and can be done") {
  std::mt19937 random(19);
  int found = 0;
  for (int round = 0; round < 320; ++round) {
    const TimedInstance instance = next_instance(random);
    const PlanJudge judge(instance);
    ExhaustivePlan all(judge, most_tried);
    all.search(instance.options.goal);
    CAPTURE(round);
    const auto result = plan({&instance.strategy, 1}, instance.today, instance.options);
    REQUIRE(result);
    REQUIRE((result->status == PlanStatus::infeasible) == !all.is_found);
    if (!all.is_found) {
      CHECK_FALSE(result->conflicts.empty());
      continue;
    }
    ++found;
    CHECK(result->status == PlanStatus::optimal);
    const RunsOfAll runs = runs_of(instance.strategy, *result);
    CHECK(judge.fault(runs) == "");
    CHECK(fault_of_days(judge, *result) == "");
    CHECK(result->value == Approx(judge.value(runs)).epsilon(1e-9).margin(1e-9));
    CHECK(result->full_cost == Approx(judge.full_cost(runs)).epsilon(1e-9).margin(1e-9));
    if (instance.options.goal == PlanGoal::maximise)
      CHECK(result->value == Approx(all.value).epsilon(1e-9).margin(1e-9));
    CHECK(result->full_cost == Approx(all.cost).epsilon(1e-6).margin(1e-5));
  }
  CHECK(found > 200);
}

TEST_CASE("on any day, a plan in time holds nothing that cannot be done") {
  std::mt19937 random(23);
  int plans = 0;
  for (int round = 0; round < 12; ++round) {
    TimedInstance instance = next_instance(random);
    for (; instance.today < instance.strategy.period.end; instance.today += days{3}) {
      const PlanJudge judge(instance);
      CAPTURE(round, iso(instance.today));
      const auto result = plan({&instance.strategy, 1}, instance.today, instance.options);
      if (!result || result->status == PlanStatus::infeasible)
        continue;
      ++plans;
      CHECK(judge.fault(runs_of(instance.strategy, *result)) == "");
      CHECK(fault_of_days(judge, *result) == "");
      for (const MemberLoad& member : result->load)
        for (const MonthLoad& month : member.months)
          CHECK_FALSE(month.is_over());
    }
  }
  CHECK(plans > 60);
}

TEST_CASE("plans by week hold nothing that cannot be done, and are worth no less than plans by month") {
  std::mt19937 random(29);
  int better = 0;
  for (int round = 0; round < 25; ++round) {
    TimedInstance instance = next_instance(random);
    const PlanJudge judge(instance);
    const auto by_month = plan({&instance.strategy, 1}, instance.today, instance.options);
    instance.options.step = PlanStep::week;
    const auto by_week = plan({&instance.strategy, 1}, instance.today, instance.options);
    CAPTURE(round);
    REQUIRE(by_month);
    REQUIRE(by_week);
    if (by_month->status == PlanStatus::infeasible)
      continue;
    REQUIRE(by_week->status != PlanStatus::infeasible);
    CHECK(judge.fault(runs_of(instance.strategy, *by_week)) == "");
    CHECK(fault_of_days(judge, *by_week) == "");
    if (instance.options.goal == PlanGoal::maximise) {
      CHECK(by_week->value >= by_month->value - 1e-9);
      better += by_week->value > by_month->value + 1e-9 ? 1 : 0;
    }
  }
  CHECK(better > 0);
}

TEST_CASE("owners who name no days, and terms that leave enough, change no plan") {
  std::mt19937 random(31);
  for (int round = 0; round < 30; ++round) {
    TimedInstance instance = next_instance(random);
    Strategy& strategy = instance.strategy;
    for (Action& action : strategy.actions) {
      action.start = action.end = {};
      action.delay_days = action.spacing_days = {};
      action.runs->per_month = {};
      action.test = {};
    }
    strategy.team.clear();
    strategy.budget->terms.clear();
    const auto free = plan({&strategy, 1}, instance.today, instance.options);
    for (Action& action : strategy.actions)
      action.owner = "Ada";
    deploy_plan::Member member;
    member.name = "Ada";
    member.days = 1e6;
    strategy.team = {member};
    strategy.budget->terms = {{strategy.period.start, instance.today + days{400}, 1e6, 1e6, {}}};
    const auto wide = plan({&strategy, 1}, instance.today, instance.options);
    CAPTURE(round);
    REQUIRE(free);
    REQUIRE(wide);
    CHECK(free->status == wide->status);
    if (instance.options.goal ==
        PlanGoal::maximise) // what is to be reached for least may be so in several ways
      CHECK(free->value == Approx(wide->value).epsilon(1e-9).margin(1e-9));
    CHECK(free->full_cost == Approx(wide->full_cost).epsilon(1e-9).margin(1e-6));
  }
}

TEST_CASE("another solver finds the same in the program that is exported") {
  if (std::system("command -v glpsol >/dev/null") != 0)
    return; // tests/run installs it
  const std::string folder = "/tmp/plan_time_test-" + std::to_string(getpid());
  std::mt19937 random(37);
  int compared = 0;
  for (int round = 0; round < 25; ++round) {
    const TimedInstance instance = next_instance(random);
    const auto program =
        plan_program({&instance.strategy, 1}, instance.today, instance.options, ProgramFormat::lp);
    const auto result = plan({&instance.strategy, 1}, instance.today, instance.options);
    CAPTURE(round);
    REQUIRE(program);
    REQUIRE(result);
    if (result->status == PlanStatus::infeasible)
      continue;
    std::ofstream(folder + ".lp") << *program;
    REQUIRE(std::system(("glpsol --lp " + folder + ".lp -w " + folder + ".sol >/dev/null").c_str()) == 0);
    std::ifstream solution(folder + ".sol");
    for (std::string line; std::getline(solution, line);)
      if (line.rfind("s mip ", 0) == 0) {
        std::istringstream words(line);
        std::string word;
        std::vector<std::string> all;
        while (words >> word)
          all.push_back(word);
        const double found = std::stod(all.back());
        const bool is_most = instance.options.goal == PlanGoal::maximise;
        CHECK((is_most ? result->value : result->full_cost) == Approx(found).epsilon(1e-6).margin(1e-6));
        ++compared;
      }
  }
  std::remove((folder + ".lp").c_str());
  std::remove((folder + ".sol").c_str());
  CHECK(compared > 10);
}
