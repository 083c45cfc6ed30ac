// A week: what came since a day, what to do, what to decide.
#include "analysis/week/week_parts.hpp"
#include "unit/analysis/plans.hpp"

namespace of_week {

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

using std::chrono::days;

const Date before = day - days{7};

FutureOptions few_draws() {
  FutureOptions futures;
  futures.draws = 100;
  return futures;
}

Week told(const Strategy& strategy, const Plan* plan = nullptr, Date since = before) {
  return week(strategy, day, since, few_draws(), plan);
}

/// A star that starts at 0, 90 days before the day, and is to be at 100 in 180 days, seen at these days back.
Strategy seen(std::vector<std::pair<int, double>> values, std::vector<Action> actions = {}) {
  Strategy strategy = strategy_with(std::move(actions));
  Objective& star = strategy.objectives[0];
  star.baseline = Baseline{day - days{90}, 0, {}};
  star.observations = Series{};
  for (const auto& [back, value] : values)
    star.observations->points.push_back({day - days{back}, value, {}});
  return strategy;
}

Result result(int back, double effect, std::int64_t runs = 1) {
  Result one;
  one.date = day - days{back};
  one.runs = runs;
  one.effect = effect;
  return one;
}

Action with_result(Action one, Result of_it) {
  one.results.push_back(std::move(of_it));
  return one;
}

Uncertain between(double low, double high) {
  Uncertain number;
  number.low = low;
  number.high = high;
  return number;
}

ScheduledRuns in_month(int year, unsigned month, std::int64_t runs) {
  ScheduledRuns one;
  one.month.first = std::chrono::year{year} / static_cast<int>(month) / 1;
  one.runs = runs;
  return one;
}

std::vector<DecisionKind> kinds(const Week& week) {
  std::vector<DecisionKind> all;
  for (const WeekDecision& one : week.decisions)
    all.push_back(one.kind);
  return all;
}
} // namespace

TEST_CASE("a week tells what was observed since its day, against the path, and nothing of before or after") {
  const Week week = told(seen({{40, 10}, {10, 20}, {7, 22}, {5, 25}, {1, 30}, {-3, 90}}));
  REQUIRE(week.observed.size() == 1);
  const NewObservation& one = week.observed[0];
  CHECK(one.figure == ObservedFigure::objective);
  CHECK(one.north_star);
  CHECK(one.count == 2);
  CHECK(one.from == 22.0);
  CHECK(one.from_day == before);
  CHECK(one.to == 30);
  CHECK(one.to_day == day - days{1});
  CHECK(one.path.value_or(0) == Approx(100.0 / 3));
  CHECK(one.status == GoalStatus::at_risk);
  CHECK(week.counts.observed == 1);
  CHECK(told(seen({{40, 10}})).observed.empty());
}

TEST_CASE("weeks that follow each other tell each observation once") {
  const Strategy strategy = seen({{25, 10}, {20, 12}, {13, 14}, {12, 15}, {6, 20}, {2, 25}});
  std::int64_t in_parts = 0;
  for (int back = 28; back > 0; back -= 7)
    for (const NewObservation& one :
         week(strategy, day - days{back - 7}, day - days{back}, few_draws()).observed)
      in_parts += one.count;
  CHECK(in_parts == told(strategy, nullptr, day - days{28}).observed.at(0).count);
}

TEST_CASE("of the market a week tells who is covered, by segment too, and sizes that were counted anew") {
  Strategy strategy = seen({});
  strategy.market.unit = "school";
  strategy.market.penetrated = Tier{};
  strategy.market.penetrated->observations =
      Series{{{day - days{20}, 40, {}}, {day - days{2}, 60, {}}}, "", "", {}};
  strategy.market.target = Tier{};
  strategy.market.target->size = 200;
  strategy.market.target->as_of = day - days{3};
  Segment rural;
  rural.id = "rural";
  rural.name = "Rural schools";
  rural.penetrated = Tier{};
  rural.penetrated->observations = Series{{{day - days{1}, 5, {}}}, "", "", {}};
  strategy.market.segments = {rural};
  ShareGoal goal;
  goal.of = TierName::target;
  goal.share = 0.5;
  goal.by = day + days{60};
  strategy.market.share_goals = {goal};
  const Week week = told(strategy);
  REQUIRE(week.observed.size() == 3);
  CHECK(week.observed[0].id == "penetrated");
  CHECK(week.observed[0].from == 40.0);
  CHECK(week.observed[0].path);
  CHECK(week.observed[1].id == "target");
  CHECK_FALSE(week.observed[1].from);
  CHECK(week.observed[2].id == "penetrated.rural");
  CHECK(week.observed[2].name == "Rural schools");
  CHECK_FALSE(week.observed[2].status);
}

TEST_CASE("a goal leaves its path, comes back to it, is reached, is overdue") {
  const auto move = [](const Strategy& strategy) {
    const Week week = told(strategy);
    REQUIRE(week.goals.size() == 1);
    return week.goals[0].move;
  };
  CHECK(move(seen({{8, 31}, {1, 20}})) == GoalMove::left);
  CHECK(move(seen({{8, 5}, {1, 40}})) == GoalMove::rejoined);
  CHECK(move(seen({{8, 5}, {1, 32}})) == GoalMove::nearer);
  CHECK(move(seen({{8, 28}, {1, 20}})) == GoalMove::further);
  CHECK(move(seen({{8, 5}, {1, 120}})) == GoalMove::reached);
  CHECK(move(seen({{1, 50}})) == GoalMove::measured);
  Strategy late = seen({{8, 5}});
  late.objectives[0].target.by = day - days{2};
  CHECK(move(late) == GoalMove::overdue);
  CHECK(told(seen({{8, 40}, {1, 41}})).goals.empty());
  CHECK(told(late).counts.left == 1);
}

TEST_CASE("where time alone moved a goal, the week says since when nothing was observed") {
  const Week week = told(seen({{20, 31}})); // on its path a week ago, and no more
  REQUIRE(week.goals.size() == 1);
  CHECK(week.goals[0].move == GoalMove::left);
  CHECK(week.goals[0].unobserved_since == day - days{20});
  CHECK_FALSE(told(seen({{8, 31}, {1, 20}})).goals.at(0).unobserved_since);
}

TEST_CASE("results are set against what was assumed") {
  Action one = action("a", 100, 10, 9);
  one.effect = between(20, 60);
  const auto against = [&](double effect, std::int64_t runs = 1) {
    const Week week = told(seen({}, {with_result(one, result(2, effect, runs))}));
    REQUIRE(week.results.size() == 1);
    return week.results[0].against;
  };
  CHECK(against(40) == AgainstAssumed::within);
  CHECK(against(61) == AgainstAssumed::above);
  CHECK(against(19) == AgainstAssumed::below);
  CHECK(against(80, 2) == AgainstAssumed::within);
  CHECK(told(seen({}, {with_result(one, result(7, 40))})).results.empty());
  one.effect.reset();
  CHECK(against(40) == AgainstAssumed::unknown);
}

TEST_CASE("what decays is expected to bring less, and what must fall is better when it falls more") {
  Action one = action("a", 100, 10, 9);
  one.effect = between(20, 60);
  one.decay = 0.5;
  one.results = {result(30, 40, 2), result(2, 40)};
  const Week week = told(seen({}, {one}));
  REQUIRE(week.results.size() == 1);
  CHECK(week.results[0].assumed->high == Approx(15));
  CHECK(week.results[0].against == AgainstAssumed::above);

  Action falls = action("a", 100, 0, 9);
  falls.effect = between(-6, -2);
  Strategy strategy = seen({{8, 90}}, {with_result(falls, result(2, -9))});
  strategy.objectives[0].baseline->value = 100;
  strategy.objectives[0].target.value = 50;
  CHECK(told(strategy).results.at(0).against == AgainstAssumed::above);
}

TEST_CASE("a plain number allows for what runs vary by, and costs are told beside what was foreseen") {
  Action one = action("a", 100, 40, 9);
  Result of_it = result(2, 60, 2); // 30 each
  of_it.money = 250;
  const Week week = told(seen({}, {with_result(one, of_it)}));
  const ArrivedResult& told_of_it = week.results.at(0);
  CHECK(told_of_it.against == AgainstAssumed::within);
  CHECK(told_of_it.money == 250.0);
  CHECK(told_of_it.foreseen_money == 200.0);
  CHECK(told_of_it.foreseen_days == 2.0);
}

TEST_CASE("a test in sequence that says something else than then is told; one that says the same is not") {
  Action counted = action("a", 10, 10, 9);
  counted.test = Test{};
  counted.test->protocol = Protocol::sequence;
  counted.test->starts = {{day - days{7 * 12}, "a", {}}};
  counted.test->series = Series{};
  for (int week_of = 24; week_of >= 1; --week_of)
    counted.test->series->points.push_back(
        {day - days{7 * week_of}, week_of > 12 ? 50.0 + week_of % 3 : 100.0 + week_of % 3, {}});
  const Strategy strategy = seen({{8, 40}}, {counted});
  const Date before_start = day - days{7 * 13};
  const Verdict then = read_trial(strategy, strategy.actions[0], before_start)->verdict;
  const Verdict now = read_trial(strategy, strategy.actions[0], day)->verdict;
  REQUIRE(then != now);
  const Week week = told(strategy, nullptr, before_start);
  REQUIRE(week.verdicts.size() == 1);
  CHECK(week.verdicts[0].before == then);
  CHECK(week.verdicts[0].now == now);
  CHECK(week.counts.verdicts == 1);
  CHECK(told(strategy, nullptr, day - days{1}).verdicts.empty());
}

TEST_CASE("runs of the schedule come before all where they slipped, at most three things are told") {
  Action slipped = action("slipped", 10, 10, 9);
  slipped.schedule = {in_month(2026, 2, 2), in_month(2026, 3, 1)};
  slipped.owner = "Camille";
  Action due = action("due", 10, 10, 9);
  due.schedule = {in_month(2026, 3, 2), in_month(2026, 4, 1)};
  Action later = action("later", 10, 10, 9);
  later.schedule = {in_month(2026, 5, 1)};
  Action done = action("done", 10, 10, 9);
  done.runs->done = 1;
  Strategy strategy = seen({{8, 40}}, {later, due, slipped, done});
  strategy.objectives.push_back(objective("other", Stage::retention, "visit", 5, 10));
  strategy.objectives.back().observations.reset();
  const Week week = told(strategy);
  REQUIRE(week.tasks.size() == 3);
  CHECK(week.tasks_from == TasksFrom::schedule);
  CHECK(week.tasks[0].id == "slipped");
  CHECK(week.tasks[0].runs == 2);
  CHECK(week.tasks[0].late == 2);
  CHECK(week.tasks[0].also == 1);
  CHECK(week.tasks[0].also_until == Date{std::chrono::year{2026} / 3 / 31});
  CHECK(week.tasks[0].owner == "Camille");
  CHECK(week.tasks[0].until == day + days{6});
  CHECK(week.tasks[0].serves_north_star);
  CHECK(week.tasks[1].id == "due");
  CHECK(week.tasks[1].runs == 2);
  CHECK(week.tasks[1].until == Date{std::chrono::year{2026} / 3 / 31});
  CHECK(week.tasks[2].kind == TaskKind::write_result);
  CHECK(week.counts.tasks == 4); // the other objective is not measured
  CHECK(week.counts.late_runs == 2);
}

TEST_CASE("what is stopped, over, or too late for its goal is nothing to do") {
  Action stopped = action("stopped", 10, 10, 9);
  stopped.schedule = {in_month(2026, 3, 1)};
  stopped.status = Status::stopped;
  Action over = stopped;
  over.id = "over";
  over.status.reset();
  over.end = day - days{3};
  Action late = stopped;
  late.id = "late";
  late.status.reset();
  late.delay_days = 200;
  const Week week = told(seen({{8, 40}}, {stopped, over, late}));
  CHECK(week.tasks.empty());
}

TEST_CASE("of a schedule, what can be kept of it is done now: tests as tests, within their time") {
  Action tried = action("tried", 0, 1, 5);
  tried.schedule = {in_month(2026, 3, 3)};
  Action away = action("away", 0, 1, 5);
  away.schedule = {in_month(2026, 3, 1)};
  const Strategy strategy = seen({{5, 10}}, {tried, away});
  Plan kept;
  kept.strategies = {strategy.name};
  for (const char* id : {"tried", "away"}) {
    PlannedAction one;
    one.id = id;
    kept.actions.push_back(one);
  }
  kept.actions[0].schedule = {{day, day + days{9}, day, day, 1, "", true},
                              {day + days{20}, day + days{25}, day + days{20}, day + days{22}, 2, "", false}};
  kept.actions[1].schedule = {{day + days{40}, day + days{50}, day + days{40}, day + days{40}, 1, "", false}};
  const Week said = told(strategy, &kept);
  const auto runs = std::count_if(said.tasks.begin(), said.tasks.end(),
                                  [](const WeekTask& task) { return task.kind == TaskKind::scheduled_runs; });
  REQUIRE(runs == 1);
  CHECK(said.tasks.front().is_test);
  CHECK(said.tasks.front().runs == 1);
  CHECK(said.tasks.front().until == day + days{9});
}

TEST_CASE("without a schedule the plan says what to do: parts whose time holds the week") {
  Strategy strategy = seen({{8, 40}}, {action("now", 10, 10, 9), action("later", 10, 10, 9)});
  Plan plan;
  PlannedAction now;
  now.id = "now";
  now.schedule = {{day, day + days{30}, day, day + days{20}, 2, "", true}};
  PlannedAction later;
  later.id = "later";
  later.schedule = {{day + days{31}, day + days{60}, day + days{31}, day + days{40}, 5, "", false}};
  plan.actions = {later, now};
  const Week week = told(strategy, &plan);
  REQUIRE(week.tasks.size() == 1);
  CHECK(week.tasks_from == TasksFrom::plan);
  CHECK(week.tasks[0].kind == TaskKind::planned_runs);
  CHECK(week.tasks[0].id == "now");
  CHECK(week.tasks[0].is_test);
  CHECK(week.tasks[0].until == day + days{30});
  CHECK(told(strategy).tasks_from == TasksFrom::nothing);
}

TEST_CASE("where no plan keeps the limits, one of them is to be lifted, and nothing is to be done of it") {
  const Strategy strategy = seen({{8, 40}}, {action("now", 10, 10, 9)});
  Plan none;
  none.status = PlanStatus::infeasible;
  none.conflicts = {{{{"the budget", "le budget"}, {}}}};
  const Week week = told(strategy, &none);
  CHECK(week.tasks_from == TasksFrom::nothing);
  REQUIRE_FALSE(week.decisions.empty());
  CHECK(week.decisions[0].kind == DecisionKind::no_plan);
  CHECK(week.decisions[0].limits.size() == 1);
}

TEST_CASE("what the plan does of an action in each of its segments now is to be done") {
  const Strategy strategy = seen({{8, 40}}, {action("now", 10, 10, 9)});
  Plan plan;
  PlannedAction now;
  now.id = "now";
  now.schedule = {{day, day + days{30}, day, day + days{20}, 2, "north", false},
                  {day, day + days{30}, day + days{5}, day + days{20}, 1, "south", false},
                  {day + days{31}, day + days{60}, day + days{31}, day + days{40}, 5, "south", false}};
  plan.actions = {now};
  const Week week = told(strategy, &plan);
  REQUIRE(week.tasks.size() == 2);
  CHECK(week.tasks[0].runs == 2);
  CHECK(week.tasks[1].runs == 1);
}

TEST_CASE("figures that are stale or were never observed are to be measured, the North Star first") {
  Strategy strategy = seen({{40, 40}});
  Objective& star = strategy.objectives[0];
  star.measurement = Measurement{};
  star.measurement->every_days = 10;
  star.measurement->method = "a count";
  strategy.objectives.insert(strategy.objectives.begin(), objective("never", Stage::impact, "visit", 0, 10));
  strategy.objectives[0].observations.reset();
  const Week week = told(strategy);
  REQUIRE(week.tasks.size() == 2);
  CHECK(week.tasks[0].id == "star");
  CHECK(week.tasks[0].observed == day - days{40});
  CHECK(week.tasks[0].method == "a count");
  CHECK(week.tasks[1].id == "never");
  CHECK_FALSE(week.tasks[1].observed);
}

TEST_CASE("of a period that is over nothing is to do, and what to decide is told") {
  Strategy strategy = seen({{40, 40}}, {action("a", 10, 10, 9)});
  strategy.period.end = day - days{1};
  strategy.objectives[0].target.by = day - days{1};
  const Week week = told(strategy);
  CHECK(week.is_over);
  CHECK(week.tasks.empty());
  CHECK(kinds(week) == std::vector<DecisionKind>{DecisionKind::overdue});
  CHECK_FALSE(week.decisions[0].was_open);
  CHECK(week.decisions[0].expected == 40.0);
}

namespace {

/// A pilot whose test says to adopt it.
Action clear_pilot() {
  Action pilot = action("a", 10, 10, 9);
  pilot.test = Test{};
  pilot.test->protocol = Protocol::pilot;
  pilot.test->planned_size = 100;
  pilot.test->exposed = 100;
  pilot.test->converted = 60;
  pilot.test->threshold = 0.3;
  pilot.status = Status::testing;
  return pilot;
}
} // namespace

TEST_CASE("a verdict is to be decided on until the status says so") {
  Action pilot = clear_pilot();
  CHECK(kinds(told(seen({{8, 40}}, {pilot}))) == std::vector<DecisionKind>{DecisionKind::adopt});
  pilot.status = Status::proven;
  CHECK(told(seen({{8, 40}}, {pilot})).decisions.empty());
  pilot.test->converted = 5;
  const Week week = told(seen({{8, 40}}, {pilot}));
  CHECK(kinds(week) == std::vector<DecisionKind>{DecisionKind::drop});
  CHECK_FALSE(week.decisions[0].was_open); // its counts have no days
  pilot.status = Status::stopped;
  CHECK(told(seen({{8, 40}}, {pilot})).decisions.empty());
}

TEST_CASE("a verdict of people counted one by one for groups is told with that reserve") {
  Action pilot = clear_pilot();
  pilot.lever = Family::relays;
  const Week week = told(seen({{8, 40}}, {pilot}));
  REQUIRE(week.decisions.size() == 1);
  CHECK(week.decisions[0].reserve == TrialReserve::people_for_groups);
  pilot.lever = Family::communication;
  CHECK_FALSE(told(seen({{8, 40}}, {pilot})).decisions[0].reserve);
}

TEST_CASE("an unlikely goal is to be decided on, with what the plan would make of it") {
  const Strategy strategy = seen({{8, 20}});
  Gap known = gap(strategy, day);
  known.objectives[0].outlook =
      outlooks_of(outlook_of(OutlookClass::unlikely, 0.1), outlook_of(OutlookClass::unlikely, 0.05),
                  outlook_of(OutlookClass::likely, 0.9));
  known.objectives[0].outlook->as_committed.median = 60;
  const auto decisions = analysis::week_decisions({strategy, known, day});
  REQUIRE(decisions.size() == 1);
  CHECK(decisions[0].kind == DecisionKind::unlikely);
  CHECK(decisions[0].expected == 60.0);
  CHECK(decisions[0].needed == 100.0);
  CHECK(decisions[0].with_plan == 0.9);
  known.objectives[0].outlook->as_committed = outlook_of(OutlookClass::uncertain, 0.3);
  CHECK(analysis::week_decisions({strategy, known, day}).empty());
}

TEST_CASE("runs left at an action's end, and a member beyond their days, are to be decided on") {
  Action over = action("over", 10, 10, 9);
  over.runs->min = 3;
  over.runs->done = 1;
  over.end = day - days{10};
  over.results = {result(20, 5)};
  Action heavy = action("heavy", 10, 10, 90);
  heavy.owner = "Camille";
  heavy.schedule = {in_month(2026, 3, 30)};
  Strategy strategy = seen({{8, 40}}, {over, heavy});
  Member camille;
  camille.name = "Camille";
  camille.days = 30;
  strategy.team = {camille};
  const Week week = told(strategy);
  CHECK(kinds(week) == std::vector<DecisionKind>{DecisionKind::runs_left, DecisionKind::overload});
  CHECK(week.decisions[0].runs == 2);
  CHECK(week.decisions[0].was_open);
  CHECK(week.decisions[1].load == 30.0);
  CHECK(week.decisions[1].was_open); // it was the next month then
}

TEST_CASE("credits that end soon, and the North Star's time, are to be decided on") {
  Action one = action("a", 10, 10, 9);
  Result paid = result(3, 5);
  paid.money = 400;
  Strategy strategy = seen({{8, 40}}, {with_result(one, paid)});
  BudgetTerm term;
  term.from = day - days{60};
  term.until = day + days{30};
  term.money = 1000;
  strategy.budget->terms = {term};
  strategy.north_star->until = day + days{days_of_notice};
  const Week week = told(strategy);
  CHECK(kinds(week) == std::vector<DecisionKind>{DecisionKind::north_star_ending, DecisionKind::term_ending});
  CHECK(week.decisions[1].money == 600.0);
  CHECK_FALSE(week.decisions[1].days);
  CHECK_FALSE(week.decisions[1].at_most);
  strategy.actions[0].runs->done = 2; // one of which no result tells: perhaps before the term began
  strategy.period.start = day - days{100};
  CHECK(told(strategy).decisions[1].money == 600.0);
  CHECK(told(strategy).decisions[1].at_most);
  strategy.actions[0].start = day - days{60};
  CHECK(told(strategy).decisions[1].money == 590.0);
  CHECK_FALSE(told(strategy).decisions[1].at_most);
  strategy.budget->terms[0].until = day + days{days_of_notice + 1};
  strategy.north_star->until = day + days{days_of_notice + 1};
  CHECK(told(strategy).decisions.empty());
}

TEST_CASE(
    "means of which more was spent than there is are to be decided on, the budget's as those of a time") {
  Result paid = result(3, 5);
  paid.money = 1300;
  Strategy strategy = seen({{8, 40}}, {with_result(action("a", 10, 10, 9), paid)});
  BudgetTerm term;
  term.from = day - days{60};
  term.until = day + days{300};
  term.money = 1000;
  strategy.budget->terms = {term};
  const Week week = told(strategy);
  REQUIRE(kinds(week) == std::vector<DecisionKind>{DecisionKind::overspent, DecisionKind::overspent});
  CHECK(week.decisions[0].id == "budget");
  CHECK_FALSE(week.decisions[0].by);
  CHECK(week.decisions[0].money == 300.0);
  CHECK_FALSE(week.decisions[0].days);
  CHECK(week.decisions[1].by == term.until);
  strategy.budget->money.reset();
  strategy.budget->terms[0].until = day - days{1};
  CHECK(told(strategy).decisions.empty());
}

TEST_CASE("a week knows what was not known then, and that nothing ever was") {
  CHECK_FALSE(told(seen({})).is_observed);
  CHECK(told(seen({{2, 5}})).is_all_new);
  CHECK_FALSE(told(seen({{8, 5}})).is_all_new);
  CHECK(told(seen({{8, 5}}), nullptr, earliest_day).is_all_new);
}

TEST_CASE("a goal that is nearer to its path and less likely is neither better nor worse") {
  const Strategy strategy = seen({{8, 5}, {1, 32}});
  Gap now = gap(strategy, day);
  Gap then = gap(strategy, before);
  const auto is_mixed = [&](GoalStatus was, GoalStatus is, double chance_then, double chance) {
    const auto set = [](Gap& told, GoalStatus status, double probability) {
      told.objectives[0].progress.status = status;
      told.objectives[0].outlook = Outlooks{};
      told.objectives[0].outlook->as_committed.probability = probability;
    };
    set(then, was, chance_then);
    set(now, is, chance);
    const auto moved = analysis::moved_goals({strategy, now, day}, {strategy, then, before});
    REQUIRE(moved.size() == 1);
    return moved[0].is_mixed;
  };
  CHECK(is_mixed(GoalStatus::behind, GoalStatus::at_risk, 0.05, 0.02));
  CHECK(is_mixed(GoalStatus::at_risk, GoalStatus::on_track, 0.5, 0.4));
  CHECK_FALSE(is_mixed(GoalStatus::behind, GoalStatus::at_risk, 0.05, 0.04)); // by the draws alone
  CHECK_FALSE(is_mixed(GoalStatus::behind, GoalStatus::at_risk, 0.02, 0.05));
  CHECK(is_mixed(GoalStatus::on_track, GoalStatus::behind, 0.02, 0.05));
  CHECK_FALSE(is_mixed(GoalStatus::on_track, GoalStatus::overdue, 0.02, 0.05));
}

TEST_CASE("what was never observed is not to be measured before the launch") {
  Strategy strategy = strategy_with(std::vector<Action>());
  const auto measures = [&] {
    const Week week = told(strategy);
    return std::count_if(week.tasks.begin(), week.tasks.end(),
                         [](const WeekTask& one) { return one.kind == TaskKind::measure; });
  };
  strategy.objectives[0].observations.reset();
  CHECK(measures() == 1);
  strategy.solution = Solution{};
  strategy.solution->launched = day + days{60};
  CHECK(measures() == 0);
}

} // namespace of_week
