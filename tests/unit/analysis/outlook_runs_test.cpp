// Runs that are to come, and their days.
#include "analysis/outlook/runs.hpp"
#include "plans.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;
using analysis::committed_runs;
using analysis::planned_runs;
using analysis::RunsToDo;
using analysis::spread_evenly;
using std::chrono::days;

namespace {

constexpr Date on(unsigned month, unsigned date) {
  return std::chrono::year{2026} / std::chrono::month{month} / std::chrono::day{date};
}
ScheduledRuns scheduled(unsigned month, std::int64_t runs, std::string segment = {}) {
  return {Month{on(month, 1)}, runs, std::move(segment), {}};
}

std::vector<Date> days_of(const RunsToDo& runs) {
  std::vector<Date> all;
  analysis::each_day(runs, [&](std::int64_t, Date one) { all.push_back(one); });
  return all;
}

/// To reach the star, until the end of August.
Strategy promising(std::vector<ScheduledRuns> schedule, std::optional<std::int64_t> least = {}) {
  Strategy strategy = strategy_with({action("a", 10, 10, 50)});
  strategy.period.end = on(12, 31);
  strategy.objectives.front().target.by = on(9, 1);
  strategy.actions.front().schedule = std::move(schedule);
  strategy.actions.front().runs->min = least;
  return strategy;
}
Action& first_of(Strategy& strategy) { return strategy.actions.front(); }

void run_in_north_and_south(Action& one) {
  one.segments = {ActionSegment{"north", {}, {}}, ActionSegment{"south", {}, {}}};
}
} // namespace

TEST_CASE("runs lie evenly over their days, each in the middle of its share") {
  const PlannedRuns four = spread_evenly(4, day, day + days{99});
  CHECK(four.from == day);
  CHECK(four.until == day + days{99});
  CHECK(four.first == day + days{12});
  CHECK(four.day_of(2) == day + days{37});
  CHECK(four.day_of(4) == day + days{87});
  CHECK(spread_evenly(1, day, day + days{30}).day_of(1) == day + days{15});
  CHECK(spread_evenly(3, day, day).day_of(3) == day);
  CHECK(spread_evenly(2, day, day - days{5}).day_of(2) == day); // of no days at all
}

TEST_CASE("a run more makes none of the others later, and all stay within their days") {
  bool is_none_later = true;
  bool is_in_order = true;
  bool is_within = true;
  for (int window = 1; window <= 60; ++window)
    for (std::int64_t count = 1; count <= 40; ++count) {
      const PlannedRuns runs = spread_evenly(count, day, day + days{window - 1});
      const PlannedRuns more = spread_evenly(count + 1, day, day + days{window - 1});
      for (std::int64_t run = 1; run <= count; ++run) {
        is_none_later &= more.day_of(run) <= runs.day_of(run);
        is_in_order &= run == 1 || runs.day_of(run - 1) <= runs.day_of(run);
      }
      is_within &= runs.first >= day && runs.first == runs.day_of(1) && runs.last == runs.day_of(count) &&
                   runs.last < day + days{window};
    }
  CHECK(is_none_later);
  CHECK(is_in_order);
  CHECK(is_within);
}

TEST_CASE("runs in parts are numbered through, in the order of time") {
  const RunsToDo both{0, "", {spread_evenly(2, on(3, 1), on(3, 31)), spread_evenly(1, on(5, 1), on(5, 31))}};
  CHECK(both.count() == 3);
  std::vector<std::int64_t> numbers;
  analysis::each_day(both, [&](std::int64_t run, Date) { numbers.push_back(run); });
  CHECK(numbers == std::vector<std::int64_t>{1, 2, 3});
  CHECK(days_of(both) == std::vector<Date>{on(3, 8), on(3, 24), on(5, 16)});
}

TEST_CASE("what is promised is what the least number of runs still asks for, in time for what it serves") {
  Strategy strategy = funnel(400, 900);
  CHECK(committed_runs(strategy, day).empty());
  strategy.actions[0].runs = Runs{4, 9, 1, {}, {}};
  strategy.objectives[1].target.by = day + days{90};
  const auto promised = committed_runs(strategy, day);
  REQUIRE(promised.size() == 1);
  REQUIRE(promised[0].parts.size() == 1);
  CHECK(promised[0].count() == 3);
  CHECK(promised[0].parts[0].until == day + days{89}); // the star's day comes before its own objective's
  strategy.actions[0].delay_days = 20;
  CHECK(committed_runs(strategy, day).front().parts[0].until == day + days{69});
  strategy.actions[0].end = day + days{30};
  CHECK(committed_runs(strategy, day).front().parts[0].until == day + days{30});
  strategy.actions[0].status = Status::stopped;
  CHECK(committed_runs(strategy, day).empty());
}

TEST_CASE("what is scheduled is promised in its month, as far as it can be done and still count") {
  Strategy strategy = promising({scheduled(3, 2), scheduled(6, 1), scheduled(9, 1)});
  const auto promised = committed_runs(strategy, on(3, 11));
  REQUIRE(promised.size() == 1);
  CHECK(promised[0].segment.empty());
  REQUIRE(promised[0].parts.size() == 3);
  CHECK(promised[0].parts[0].from == on(3, 11)); // what is left of the month
  CHECK(promised[0].parts[0].until == on(3, 31));
  CHECK(promised[0].parts[1].from == on(6, 1));
  CHECK(promised[0].parts[2].from == on(9, 1)); // too late for its goal, and promised all the same
  CHECK(promised[0].parts[2].until == on(9, 30));
  strategy.objectives.front().target.by = on(6, 21);
  first_of(strategy).delay_days = 10;
  CHECK(committed_runs(strategy, on(3, 11)).front().parts[1].until == on(6, 10)); // 10 days before the 20th
  first_of(strategy).start = on(3, 20);
  first_of(strategy).end = on(6, 5);
  const auto within = committed_runs(strategy, on(3, 11));
  REQUIRE(within.front().parts.size() == 2);
  CHECK(within.front().parts[0].from == on(3, 20));
  CHECK(within.front().parts[1].until == on(6, 5));
}

TEST_CASE("the least number of runs asks only for what is not scheduled, beside it in the order of time") {
  Strategy strategy = promising({scheduled(4, 2), scheduled(6, 2)}, 4);
  CHECK(committed_runs(strategy, day).front().count() == 4);
  first_of(strategy).runs->min = 9;
  const auto promised = committed_runs(strategy, day);
  REQUIRE(promised.size() == 1);
  CHECK(promised[0].count() == 9);
  const std::vector<Date> all = days_of(promised[0]);
  CHECK(std::is_sorted(all.begin(), all.end()));
  CHECK(promised[0].parts.front().from == day);
  CHECK(promised[0].parts.back().until <= on(8, 31));
  first_of(strategy).runs->done = 3;
  CHECK(committed_runs(strategy, day).front().count() == 6);
}

TEST_CASE("what is scheduled of several segments is promised of each, and the rest of the first") {
  Strategy strategy = promising({scheduled(4, 2, "south"), scheduled(5, 1, "south")}, 5);
  run_in_north_and_south(first_of(strategy));
  auto promised = committed_runs(strategy, day);
  REQUIRE(promised.size() == 2);
  CHECK(promised[0].segment == "north");
  CHECK(promised[0].count() == 2);
  CHECK(promised[1].segment == "south");
  CHECK(promised[1].count() == 3);
  first_of(strategy).schedule.push_back(scheduled(5, 1, "north"));
  promised = committed_runs(strategy, day);
  REQUIRE(promised.size() == 2);
  CHECK(promised[0].count() == 2);
}

TEST_CASE("a promise beyond all counting is counted as far as it may be") {
  const Strategy strategy = promising({}, std::numeric_limits<std::int64_t>::max());
  CHECK(committed_runs(strategy, day).front().count() == 100000);
}

TEST_CASE("a plan's runs are those of its schedule, by segment, else spread over its days") {
  Strategy strategy = promising({});
  Plan made;
  CHECK_FALSE(planned_runs(strategy, nullptr, 0));
  PlannedAction one;
  one.id = "a";
  one.runs = 3;
  one.from = on(3, 1);
  one.until = on(3, 31);
  made.actions = {one};
  auto runs = *planned_runs(strategy, &made, 0);
  REQUIRE(runs.size() == 1);
  CHECK(days_of(runs[0]) == days_of({0, "", {spread_evenly(3, on(3, 1), on(3, 31))}}));
  const auto part = [](unsigned month, std::int64_t count, const std::string& segment) {
    PlannedRuns all = spread_evenly(count, on(month, 1), on(month, 28));
    all.segment = segment;
    return all;
  };
  made.actions[0].schedule = {part(3, 1, "south"), part(4, 1, "north"), part(5, 1, "south")};
  runs = *planned_runs(strategy, &made, 0);
  REQUIRE(runs.size() == 1); // it has no segments
  CHECK(runs[0].segment.empty());
  CHECK(runs[0].count() == 3);
  run_in_north_and_south(first_of(strategy));
  runs = *planned_runs(strategy, &made, 0);
  REQUIRE(runs.size() == 2);
  CHECK(runs[0].segment == "north");
  CHECK(runs[1].segment == "south");
  CHECK(days_of(runs[1]) == std::vector<Date>{on(3, 15), on(5, 15)});
  CHECK(planned_runs(strategy, &made, 1)->empty());
  made.status = PlanStatus::infeasible;
  CHECK_FALSE(planned_runs(strategy, &made, 0));
}
