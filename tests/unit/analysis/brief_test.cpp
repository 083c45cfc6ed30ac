// What a sponsor reads in a minute, put together.
#include "deploy_plan/brief.hpp"
#include "unit/analysis/plans.hpp"

namespace of_brief {

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

using std::chrono::days;

FutureOptions few() {
  FutureOptions futures;
  futures.draws = 100;
  return futures;
}

/// A star that starts at 0, 90 days before the day, and is to be at 100 in 180 days, seen at these days back.
Strategy star_seen(std::vector<std::pair<int, double>> values, std::vector<Action> actions = {}) {
  Strategy strategy = strategy_with(std::move(actions));
  Objective& star = strategy.objectives[0];
  star.baseline = Baseline{day - days{90}, 0, {}};
  star.observations = Series{};
  for (const auto& [back, value] : values)
    star.observations->points.push_back({day - days{back}, value, {}});
  return strategy;
}

Gap drawn(const Strategy& strategy, const Plan* plan = nullptr) {
  Gap told = gap(strategy, day);
  add_outlooks(told, strategy, few(), plan);
  return told;
}

Plan plan_for(const Strategy& strategy) {
  PlanOptions how;
  how.draws = 100;
  how.frontier = 0;
  auto made = planned(strategy, how);
  REQUIRE(made);
  return *made;
}
} // namespace

TEST_CASE("a brief tells what changed since the North Star was observed the time before") {
  Strategy strategy = star_seen({{60, 5}, {30, 12}, {1, 20}}, {action("a", 10, 5, 4)});
  Result early, late;
  early.date = day - days{40};
  early.money = 10;
  early.days = 1;
  late.date = day - days{10};
  late.money = 25;
  late.days = 2;
  strategy.actions[0].results = {early, late};
  strategy.actions[0].runs->done = 2;
  const Gap told = drawn(strategy);
  const Brief all = brief(strategy, {told}, few());
  REQUIRE(all.before);
  CHECK(all.before->day == day - days{30});
  CHECK(all.before->north_star == 12);
  CHECK(all.before->spent_since == 25);
  CHECK(all.spent.money == 35);
  CHECK(all.spent.days == 3);
  CHECK(all.money == 1000);
}

TEST_CASE("a star seen once, or never, has nothing to be compared with") {
  const Strategy once = star_seen({{1, 20}});
  CHECK_FALSE(brief(once, {drawn(once)}, few()).before);
  const Strategy never = star_seen({});
  const Brief all = brief(never, {drawn(never)}, few());
  CHECK_FALSE(all.before);
  CHECK(all.doubt == BriefRisk::no_trend);
  CHECK(all.course.observed.empty());
}

TEST_CASE("the course runs from the start through its milestones to the goal") {
  Strategy strategy = star_seen({{60, 5}, {1, 20}});
  strategy.objectives[0].target.milestones = {{day + days{30}, 40, {}}};
  const Brief all = brief(strategy, {drawn(strategy)}, few());
  REQUIRE(all.course.path.size() == 3);
  CHECK(all.course.path[0].value == 0);
  CHECK(all.course.path[1].date == day + days{30});
  CHECK(all.course.path[1].value == 40);
  CHECK(all.course.path[2].value == 100);
}

TEST_CASE("without scenarios the plan is asked for against nothing more; without actions nothing is") {
  const Strategy strategy = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 4)});
  const Plan plan = plan_for(strategy);
  const Gap told = drawn(strategy, &plan);
  const Brief all = brief(strategy, {told, &plan}, few());
  REQUIRE(all.options.size() == 2);
  CHECK(all.options[0].kind == BriefOption::Kind::plan);
  REQUIRE(all.options[0].runs.size() == 1);
  CHECK(all.options[0].runs[0].runs == 4);
  CHECK(all.options[0].means->money == 40);
  CHECK(all.options[1].kind == BriefOption::Kind::nothing_more);
  CHECK(all.options[1].means->money == 0);
  CHECK(brief(strategy, {told}, few()).options.empty());
}

TEST_CASE("scenarios take the place of nothing more, and keep their names") {
  const Strategy strategy = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 4)});
  const Plan plan = plan_for(strategy);
  const Gap told = drawn(strategy, &plan);
  Strategy more = strategy;
  more.objectives[0].target.value = 200;
  const Plan larger = plan_for(more);
  const BriefOption same = option_of(strategy, told, &plan, {"same", {}}),
                    none = option_of(strategy, told, nullptr, {"none", {}}),
                    other = option_of(more, drawn(more, &larger), &larger, {"other", {}});
  const Brief all =
      brief(strategy, {told, &plan, nullptr, {same, none, other}, {"unsound"}, {"further"}}, few());
  REQUIRE(all.options.size() == 3);
  CHECK(all.choice == BriefChoice::options);
  REQUIRE(all.options[0].alike.size() == 1);
  CHECK(all.options[0].alike[0].name == "same");
  CHECK(all.options[1].kind == BriefOption::Kind::scenario);
  CHECK(all.options[1].scenario.name == "other");
  CHECK(all.options[1].goal == 200);
  CHECK(all.options[2].kind == BriefOption::Kind::nothing_more);
  REQUIRE(all.unplanned.size() == 2);
  CHECK(all.unplanned[0].name == "unsound");
  CHECK(all.unplanned[0].why == NoOption::unsound);
  CHECK(all.unplanned[1].name == "none");
  CHECK(all.unplanned[1].why == NoOption::infeasible);
  CHECK(all.more_scenarios == std::vector<std::string>{"further"});
}

TEST_CASE("a scenario whose goal is reached, or whose day is past, says so") {
  const Strategy strategy = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 4)});
  const Plan plan = plan_for(strategy);
  Strategy easy = strategy, past = strategy;
  easy.objectives[0].target.value = 15;
  past.objectives[0].target.by = day - days{1};
  CHECK(option_of(easy, drawn(easy), nullptr, {"easy", {}}).no_plan == NoOption::reached);
  CHECK(option_of(past, drawn(past), nullptr, {"past", {}}).no_plan == NoOption::overdue);
  CHECK_FALSE(option_of(strategy, drawn(strategy), &plan, {"same", {}}).no_plan);
}

TEST_CASE("where no plan holds, the limits that are why are told, of the strategy and of a scenario") {
  Strategy strategy = star_seen({{60, 5}, {1, 20}}, {action("a", 400, 5, 4)});
  strategy.actions[0].runs->min = 3;
  const Plan none = plan_for(strategy);
  REQUIRE(none.status == PlanStatus::infeasible);
  REQUIRE(none.conflicts.size() == 2);
  const Gap told = drawn(strategy);
  const BriefOption changed = option_of(strategy, told, &none, {"changed", {}});
  CHECK(changed.limits.size() == 2);
  const Brief all = brief(strategy, {told, &none, nullptr, {changed}}, few());
  CHECK(all.choice == BriefChoice::infeasible);
  CHECK(all.limits.size() == 2);
  REQUIRE(all.unplanned.size() == 1);
  CHECK(all.unplanned[0].limits.size() == 2);
}

TEST_CASE("what is promised is done where nothing more is, and is told with its cost") {
  Strategy strategy =
      star_seen({{60, 5}, {30, 9}, {25, 10}, {20, 12}, {10, 16}, {1, 20}}, {action("a", 10, 5, 4)});
  strategy.actions[0].runs->min = 2;
  const Plan plan = plan_for(strategy);
  const Gap told = drawn(strategy, &plan);
  const Brief all = brief(strategy, {told, &plan}, few());
  REQUIRE(all.options.size() == 2);
  const BriefOption& kept = all.options[1];
  CHECK(kept.kind == BriefOption::Kind::commitments);
  REQUIRE(kept.runs.size() == 1);
  CHECK(kept.runs[0].runs == 2);
  CHECK(kept.means->money == 20);
  CHECK(kept.outlook.probability == told.objectives[0].outlook->as_committed.probability);
  // A plan that does what is promised and no more leaves nothing to choose.
  strategy.actions[0].runs->max = 2;
  const Plan bare = plan_for(strategy);
  CHECK(brief(strategy, {drawn(strategy, &bare), &bare}, few()).choice == BriefChoice::nothing);
}

TEST_CASE("a plan at another time, or with another chance, is another option") {
  const Strategy strategy =
      star_seen({{60, 5}, {30, 9}, {25, 10}, {20, 12}, {10, 16}, {1, 20}}, {action("a", 10, 5, 4)});
  const Plan plan = plan_for(strategy);
  const Gap told = drawn(strategy, &plan);
  BriefOption later = option_of(strategy, told, &plan, {"later", {}}), likelier = later;
  later.parts.front().until += days{31};
  likelier.outlook.probability =
      *likelier.outlook.probability + (*likelier.outlook.probability < 0.5 ? 0.2 : -0.2);
  CHECK(brief(strategy, {told, &plan, nullptr, {later}}, few()).options.size() == 3);
  CHECK(brief(strategy, {told, &plan, nullptr, {likelier}}, few()).options.size() == 3);
}

namespace {

/// A plan whose first action runs so often until each of these days, and is prepared in these months.
Plan timed(Plan plan, const std::vector<std::pair<Date, std::int64_t>>& runs,
           const std::vector<Month>& prepared = {}) {
  PlannedAction& first = plan.actions[0];
  first.schedule.clear();
  first.runs = 0;
  for (const auto& [until, count] : runs) {
    first.schedule.push_back({month_of(until).first, until, until, until, count, "", false});
    first.runs += count;
  }
  for (const Month month : prepared)
    first.setup.push_back({month, 1});
  return plan;
}

constexpr Date end_of_march = std::chrono::year{2026} / 3 / 31,
               end_of_april = std::chrono::year{2026} / 4 / 30;

/// Of a strategy whose best plan, and whose one scenario, are these.
Brief between(const Strategy& strategy, const Plan& plan, const Plan& other) {
  const Gap told = drawn(strategy);
  return brief(strategy, {told, &plan, nullptr, {option_of(strategy, told, &other, {"other", {}})}}, few());
}
} // namespace

TEST_CASE("options are to be chosen from by the end of the first part of the time that parts them") {
  const Strategy strategy = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 4)});
  const Plan plan = plan_for(strategy);
  const Plan in_april = timed(plan, {{end_of_april, 2}});

  const Brief later = between(strategy, in_april, timed(plan, {{end_of_march, 1}, {end_of_april, 2}}));
  REQUIRE(later.choose_by);
  CHECK(later.choose_by->day == end_of_march);
  CHECK(later.choose_by->begun == std::vector<std::size_t>{1});

  const Brief both = between(strategy, in_april, timed(plan, {{end_of_april, 3}}));
  REQUIRE(both.choose_by);
  CHECK(both.choose_by->day == end_of_april - days{2}); // the last three Mondays to Fridays of the month
  CHECK(both.choose_by->begun == std::vector<std::size_t>{1});
}

TEST_CASE("an action ends before its month does: it is to be chosen by then") {
  const Strategy strategy = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 4)});
  const Plan plan = plan_for(strategy);
  const Date soon = end_of_march - days{11};
  const Brief all = between(strategy, timed(plan, {{end_of_march, 1}}), timed(plan, {{soon, 2}}));
  REQUIRE(all.choose_by);
  CHECK(all.choose_by->day == soon - days{1}); // a Thursday: two runs take two days
  CHECK(all.choose_by->begun == std::vector<std::size_t>{1});
}

namespace {

/// Ada answers for the action: so many days a month, of which a run takes one.
Strategy with_ada(double days_a_month) {
  Strategy strategy = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 9)});
  strategy.period = {std::chrono::year{2026} / 1 / 1, std::chrono::year{2026} / 12 / 31, {}};
  strategy.team = {{"Ada", "", {}, 12 * days_a_month, {}, {}}};
  strategy.actions[0].owner = "Ada";
  return strategy;
}
/// That of so many runs in March, against nothing more.
std::optional<BriefDeadline> of_march(const Strategy& strategy, std::int64_t runs) {
  const Plan plan = timed(plan_for(strategy), {{end_of_march, runs}});
  return brief(strategy, {drawn(strategy), &plan}, few()).choose_by;
}
} // namespace

TEST_CASE("the days that the work takes of whoever does it are left to them, less days away") {
  Strategy strategy = with_ada(15.5); // one every second day in March
  REQUIRE(of_march(strategy, 4));
  CHECK(of_march(strategy, 4)->day == end_of_march - days{7});
  CHECK(of_march(strategy, 4)->begun == std::vector<std::size_t>{0});
  CHECK(of_march(strategy, 4)->too_late.empty());
  strategy.team[0].absences = {{end_of_march - days{5}, end_of_march - days{2}, {}}};
  CHECK(of_march(strategy, 4)->day == end_of_march - days{11});
  strategy.team[0].days.reset(); // Mondays to Fridays, of which she is away on three
  CHECK(of_march(strategy, 4)->day == end_of_march - days{7});
}

TEST_CASE("days between runs are left, and work takes no more of another's days") {
  Strategy strategy = with_ada(31);
  strategy.actions[0].spacing_days = 6;
  REQUIRE(of_march(strategy, 4));
  CHECK(of_march(strategy, 4)->day == end_of_march - days{18});
  strategy.actions[0].spacing_days.reset();
  CHECK(of_march(strategy, 4)->day == end_of_march - days{3});
}

TEST_CASE("work that this month has no days left for is told to be too late") {
  const Strategy strategy = with_ada(3);
  REQUIRE(of_march(strategy, 4));
  CHECK(of_march(strategy, 4)->day == day);
  CHECK(of_march(strategy, 4)->begun.empty());
  CHECK(of_march(strategy, 4)->too_late == std::vector<std::size_t>{0});
}

TEST_CASE("means that a scenario adds and its plan does not take are told") {
  const Strategy strategy = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 4)});
  const Plan plan = plan_for(strategy);
  const Gap told = drawn(strategy, &plan);
  Strategy richer = strategy;
  richer.budget->money = *richer.budget->money + 500;
  richer.budget->days = *richer.budget->days + 10;
  BriefOption more = option_of(richer, told, &plan, {"more", {}});
  more.means->days = *strategy.budget->days + 2; // what there is without them is taken first
  const Brief all = brief(strategy, {told, &plan, nullptr, {more}}, few());
  REQUIRE(all.options.size() == 3);
  CHECK_FALSE(all.options[0].idle_money);
  REQUIRE(all.options[1].idle_money);
  CHECK(all.options[1].idle_money->added == 500);
  CHECK(all.options[1].idle_money->used == 0);
  REQUIRE(all.options[1].idle_days);
  CHECK(all.options[1].idle_days->added == 10);
  CHECK(all.options[1].idle_days->used == 2);
  more.means->days += 5;
  CHECK_FALSE(brief(strategy, {told, &plan, nullptr, {more}}, few()).options[1].idle_days);
}

TEST_CASE("an option that does the same at other times is told by what it is as, and when it differs") {
  const Strategy strategy = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 4)});
  const Plan plan = plan_for(strategy);
  const Brief all = between(strategy, timed(plan, {{end_of_april, 2}}),
                            timed(plan, {{end_of_march, 1}, {end_of_april, 1}}));
  REQUIRE(all.options.size() == 3);
  CHECK_FALSE(all.options[0].same_as);
  CHECK(all.options[1].same_as == 0);
  CHECK(all.options[1].other_times == std::vector<std::string>{"a"});
  CHECK_FALSE(all.options[2].same_as);
}

TEST_CASE(
    "what is prepared is to be chosen in time for all its days before the first run, whatever its months") {
  const Strategy strategy = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 4)});
  const Plan plan = plan_for(strategy);
  const Plan prepared = timed(plan, {{end_of_april, 2}}, {month_of(end_of_march)});
  const Brief all = between(strategy, prepared, timed(plan, {{end_of_april, 3}}));
  REQUIRE(all.choose_by);
  CHECK(all.choose_by->day == end_of_april - days{2}); // two runs and a day before: Tuesday to Thursday
  Plan much = prepared;
  much.actions[0].setup[0].days = 30;
  const auto by = between(strategy, much, timed(plan, {{end_of_april, 3}})).choose_by;
  REQUIRE(by);
  CHECK(by->day == end_of_april - days{43}); // 32 Mondays to Fridays
  CHECK(by->begun == std::vector<std::size_t>{0});
}

TEST_CASE("without a schedule, or without a choice, there is no day to choose by") {
  const Strategy strategy = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 4)});
  Plan plan = plan_for(strategy);
  CHECK(brief(strategy, {drawn(strategy, &plan), &plan}, few()).choose_by);
  plan.actions[0].schedule.clear();
  CHECK_FALSE(brief(strategy, {drawn(strategy, &plan), &plan}, few()).choose_by);
  CHECK_FALSE(brief(strategy, {drawn(strategy)}, few()).choose_by);
}

TEST_CASE("an option carries what its scenario changes, also where its plan is that of another") {
  const Strategy strategy = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 4)});
  const Plan plan = plan_for(strategy);
  const Gap told = drawn(strategy, &plan);
  Difference change;
  change.path = {"budget.days", "budget.jours"};
  const BriefOption same = option_of(strategy, told, &plan, {"same", {change}});
  CHECK(same.scenario.changes.size() == 1);
  const Brief all = brief(strategy, {told, &plan, nullptr, {same}}, few());
  REQUIRE(all.options[0].alike.size() == 1);
  REQUIRE(all.options[0].alike[0].changes.size() == 1);
  CHECK(all.options[0].alike[0].changes[0].path.en == "budget.days");
}

TEST_CASE("where the goal is reached, its day past or the period over, there is nothing to choose from") {
  const auto choice_of = [](Strategy strategy) {
    const Plan plan = plan_for(star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 4)}));
    return brief(strategy, {drawn(strategy), &plan}, few()).choice;
  };
  CHECK(choice_of(star_seen({{60, 5}, {1, 100}}, {action("a", 10, 5, 4)})) == BriefChoice::reached);
  Strategy late = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 4)});
  CHECK(choice_of(late) == BriefChoice::options);
  late.objectives[0].target.by = day - days{1};
  CHECK(choice_of(late) == BriefChoice::overdue);
  late.period.end = day - days{1};
  CHECK(choice_of(late) == BriefChoice::over);
  Strategy without = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 4)});
  without.north_star.reset();
  CHECK(choice_of(without) == BriefChoice::no_north_star);
}

TEST_CASE("where nothing can be done, whether to go on is asked only of what costs more than is allowed") {
  const Strategy strategy = star_seen({{60, 5}, {1, 20}});
  Gap told = drawn(strategy);
  CHECK(brief(strategy, {told}, few()).choice == BriefChoice::nothing);
  told.viable = true;
  CHECK(brief(strategy, {told}, few()).choice == BriefChoice::nothing);
  told.viable = false;
  CHECK(brief(strategy, {told}, few()).choice == BriefChoice::not_viable);
}

TEST_CASE("where a plan does nothing and the goal is unlikely, other means or another goal are asked for") {
  Strategy strategy = star_seen({{60, 5}, {50, 6}, {40, 7}, {30, 9}, {25, 10}, {20, 11}, {10, 13}, {1, 14}},
                                {action("a", 10, 5, 4)});
  Result paid;
  paid.date = day - days{10};
  paid.money = 1200;
  paid.days = 1;
  paid.effect = 5;
  strategy.actions[0].results = {paid};
  strategy.actions[0].runs->done = 1;
  const Plan bare = plan_for(strategy);
  CHECK(bare.does_nothing());
  const Gap told = drawn(strategy);
  const Brief all = brief(strategy, {told, &bare}, few());
  CHECK(all.choice == BriefChoice::means);
  REQUIRE(all.overspent.size() == 1);
  CHECK(all.overspent[0].money == 200.0);
  CHECK(all.decisions.empty()); // the headline tells it
}

TEST_CASE("what is next is three things at most, and nothing once the period is over") {
  Strategy strategy = star_seen({{60, 5}, {1, 20}}, {action("a", 10, 5, 2), action("b", 10, 4, 2),
                                                     action("c", 10, 3, 2), action("d", 10, 2, 2)});
  const Plan plan = plan_for(strategy);
  const Brief all = brief(strategy, {drawn(strategy, &plan), &plan}, few());
  CHECK(all.next.size() == most_tasks);
  strategy.period.end = day - days{1};
  CHECK(brief(strategy, {drawn(strategy)}, few()).next.empty());
}

} // namespace of_brief
