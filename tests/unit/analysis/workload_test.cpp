// Who can give how many days, and what is promised of them.
#include "deploy_plan/effect.hpp"
#include "deploy_plan/workload.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Date on(int month, unsigned number, int in_year = 2026) {
  return std::chrono::year{in_year} / month / static_cast<int>(number);
}
Period whole_year() { return {on(1, 1), on(12, 31), {}}; }

Member member(std::string name, std::optional<double> given) {
  Member one;
  one.name = std::move(name);
  one.days = given;
  return one;
}

Action action(std::string id, std::string owner, double run_days) {
  Action one;
  one.id = std::move(id);
  one.owner = std::move(owner);
  one.cost = Cost{};
  one.cost->days = run_days;
  return one;
}
ScheduledRuns in_month(int month, std::int64_t runs, std::string segment = "") {
  return {month_of(on(month, 1)), runs, std::move(segment), {}};
}
Result result(Date date, std::int64_t runs, std::string segment = "") {
  Result one;
  one.date = date;
  one.runs = runs;
  one.segment = std::move(segment);
  return one;
}
Strategy strategy_of(std::vector<Member> team, std::vector<Action> actions) {
  Strategy one;
  one.period = whole_year();
  one.team = std::move(team);
  one.actions = std::move(actions);
  return one;
}

/// "2026-03 2 rural", one after the other.
std::vector<std::string> told(const std::vector<CommittedRuns>& runs) {
  std::vector<std::string> all;
  for (const CommittedRuns& one : runs)
    all.push_back(iso(one.month) + " " + std::to_string(one.runs) +
                  (one.segment.empty() ? "" : " " + one.segment));
  return all;
}
using Lines = std::vector<std::string>;
} // namespace

TEST_CASE("days given are the same each whole month, and a part of them in a month that is cut") {
  const Member one = member("Ana", 24);
  const auto given = [&](Date from, Date until) { return *days_given(one, whole_year(), from, until); };
  CHECK(given(on(2, 1), on(2, 28)) == Approx(2));
  CHECK(given(on(3, 1), on(3, 31)) == Approx(2));
  CHECK(given(on(6, 16), on(6, 30)) == Approx(1));
  CHECK(given(on(1, 1), on(12, 31)) == Approx(24));
  // Outside of the period there is nothing to give.
  CHECK(given(on(12, 1, 2025), on(12, 31, 2025)) == 0);
  CHECK(given(on(12, 17), on(1, 31, 2027)) == Approx(2 * 15.0 / 31));
  CHECK(given(on(6, 30), on(6, 1)) == 0);
  CHECK_FALSE(days_given(member("Ana", std::nullopt), whole_year(), on(1, 1), on(1, 31)));
}

TEST_CASE("a period that cuts months gives them their part, and gives all of the days") {
  const Member one = member("Ana", 10);
  const Period cut{on(1, 17), on(4, 15), {}}; // 15/31 + 1 + 1 + 15/30 months
  const double a_month = 10 / (15.0 / 31 + 2.5);
  CHECK(*days_given(one, cut, on(1, 1), on(1, 31)) == Approx(a_month * 15 / 31));
  CHECK(*days_given(one, cut, on(2, 1), on(2, 28)) == Approx(a_month));
  CHECK(*days_given(one, cut, on(4, 1), on(4, 30)) == Approx(a_month / 2));
  CHECK(*days_given(one, cut, on(1, 1), on(12, 31)) == Approx(10));
  const Period within{on(5, 4), on(5, 8), {}};
  CHECK(*days_given(one, within, on(5, 1), on(5, 31)) == Approx(10));
  CHECK(*days_given(one, {on(6, 1), on(5, 1), {}}, on(5, 1), on(6, 30)) == 0);
}

TEST_CASE("days away are given to nobody, once each however often they are named") {
  Member one = member("Ana", 24);
  one.absences = {{on(8, 1), on(8, 10), {}},
                  {on(8, 6), on(8, 31), {}},
                  {on(9, 16), on(10, 5), {}},
                  {on(11, 9), on(11, 2), {}}};
  CHECK(*days_given(one, whole_year(), on(8, 1), on(8, 31)) == Approx(0));
  CHECK(*days_given(one, whole_year(), on(9, 1), on(9, 30)) == Approx(1));
  CHECK(*days_given(one, whole_year(), on(11, 1), on(11, 30)) == Approx(2)); // reversed: none
  CHECK(is_away(one, on(8, 31)));
  CHECK(is_away(one, on(10, 5)));
  CHECK_FALSE(is_away(one, on(10, 6)));
  CHECK_FALSE(is_away(one, on(11, 5)));
}

TEST_CASE("an owner is found by name, whatever its accents and case") {
  const Strategy strategy = strategy_of({member("Zoé Martin", 10), member("Ana", 5)}, {});
  CHECK(owner_of(strategy, action("a", "ZOE MARTIN", 1)) == &strategy.team[0]);
  CHECK(owner_of(strategy, action("a", "Ana", 1)) == &strategy.team[1]);
  CHECK(owner_of(strategy, action("a", "Anna", 1)) == nullptr);
  CHECK(owner_of(strategy, action("a", "", 1)) == nullptr);
}

TEST_CASE(
    "what is scheduled from a day on leaves out what its month has seen, and what is past has slipped") {
  Action letter = action("letter", "Ana", 1);
  letter.schedule = {in_month(5, 1), in_month(2, 3), in_month(3, 2), in_month(1, 1)};
  Strategy strategy = strategy_of({}, {letter});
  CHECK(told(scheduled_runs(strategy, on(3, 10))) == Lines{"2026-03 2", "2026-05 1"});
  CHECK(told(slipped_runs(strategy, on(3, 10))) == Lines{"2026-01 1", "2026-02 3"});
  auto& results = strategy.actions[0].results;
  results = {result(on(12, 9, 2025), 5), result(on(2, 20), 2)};
  CHECK(told(slipped_runs(strategy, on(3, 10))) == Lines{"2026-02 2"}); // the oldest month first
  results.push_back(result(on(3, 4), 1));
  CHECK(told(scheduled_runs(strategy, on(3, 10))) == Lines{"2026-03 1", "2026-05 1"});
  CHECK(told(slipped_runs(strategy, on(3, 10))) == Lines{"2026-02 2"});
  // What is beyond a month's own makes up for what slipped.
  results.back().runs = 3;
  CHECK(told(scheduled_runs(strategy, on(3, 10))) == Lines{"2026-05 1"});
  CHECK(told(slipped_runs(strategy, on(3, 10))) == Lines{"2026-02 1"});
  CHECK(told(scheduled_runs(strategy, on(6, 1))).empty());
}

TEST_CASE("runs in a segment fill what is scheduled there, and others what is left") {
  Action visit = action("visit", "Ana", 1);
  visit.segments = {{"rural", {}, {}}, {"urban", {}, {}}};
  visit.schedule = {in_month(3, 2, "rural"), in_month(3, 2, "urban"), in_month(4, 1, "urban")};
  visit.results = {result(on(3, 2), 1), result(on(3, 3), 1, "urban")};
  Strategy strategy = strategy_of({}, {visit});
  CHECK(told(scheduled_runs(strategy, on(3, 10))) ==
        Lines{"2026-03 1 rural", "2026-03 1 urban", "2026-04 1 urban"});
  strategy.actions[0].results = {result(on(3, 2), 3), result(on(3, 3), 2, "rural")};
  CHECK(told(scheduled_runs(strategy, on(3, 10))) == Lines{"2026-04 1 urban"});
}

TEST_CASE("the load of a month is what its owner's runs take, with setup in the month of the first") {
  Action letter = action("letter", "ana", 2);
  letter.cost->setup_days = 3;
  letter.schedule = {in_month(4, 1), in_month(3, 1)};
  Action visit = action("visit", "Ana", 1.5);
  visit.schedule = {in_month(4, 2)};
  visit.results = {result(on(1, 8), 1)};
  visit.cost->setup_days = 9; // long spent
  Action stopped = action("stopped", "Ana", 50);
  stopped.status = Status::stopped;
  stopped.schedule = {in_month(4, 9)};
  Action nobody = action("nobody", "Eve", 7);
  nobody.schedule = {in_month(4, 9)};
  const Strategy strategy = strategy_of({member("Ana", 36), member("Bob", 12)},
                                        {letter, visit, stopped, nobody, action("idle", "Bob", 1)});
  const auto load = committed_load(strategy, on(3, 17));
  REQUIRE(load.size() == 2);
  CHECK(load[0].member == "Ana");
  REQUIRE(load[0].months.size() == 10); // to the period's end
  CHECK(load[0].months[0].load == Approx(5));
  CHECK(*load[0].months[0].capacity == Approx(3 * 15.0 / 31));
  CHECK(load[0].months[0].is_over());
  CHECK(load[0].months[1].load == Approx(5));
  CHECK(*load[0].months[1].capacity == Approx(3));
  CHECK(load[0].months[2].load == 0);
  CHECK_FALSE(load[0].months[2].is_over());
  CHECK(load[1].member == "Bob");
  CHECK(load[1].months[0].load == 0);
}

TEST_CASE("setting up takes room in the months before the first run, where that one has none") {
  Action letter = action("letter", "Ana", 2);
  letter.cost->setup_days = 5;
  letter.schedule = {in_month(5, 1), in_month(6, 1)};
  Action visit = action("visit", "Ana", 1);
  visit.cost->setup_days = 1;
  visit.schedule = {in_month(4, 1)};
  Strategy strategy = strategy_of({member("Ana", 36)}, {letter, visit});
  const auto loads = [&] {
    std::vector<double> all;
    const std::vector<MemberLoad> load = committed_load(strategy, on(3, 1));
    for (const MonthLoad& month : load.at(0).months)
      all.push_back(month.load);
    all.resize(4);
    return all;
  };
  const auto is = [](const std::vector<double>& expected) { return Catch::Matchers::Approx(expected); };
  CHECK_THAT(loads(), is({3, 3, 3, 2}));
  strategy.actions[0].cost->setup_days = 9; // more than there is room for
  CHECK_THAT(loads(), is({3, 4, 6, 2}));
  strategy.team[0].days.reset();
  CHECK_THAT(loads(), is({0, 2, 11, 2}));
}

TEST_CASE("there is load after the period, no limit for who says none, and an end to what is told") {
  Action letter = action("letter", "Ana", 2);
  letter.schedule = {{month_of(on(2, 1, 2027)), 1, "", {}}};
  Strategy strategy = strategy_of({member("Ana", std::nullopt)}, {letter});
  auto months = committed_load(strategy, on(12, 31)).at(0).months;
  REQUIRE(months.size() == 3);
  CHECK_FALSE(months[2].capacity);
  CHECK_FALSE(months[2].is_over());
  strategy.team[0].days = 12;
  CHECK(committed_load(strategy, on(12, 31)).at(0).months[2].is_over());
  strategy.actions[0].schedule[0].month = month_of(latest_day);
  CHECK(committed_load(strategy, on(12, 31)).at(0).months.size() == 241);
  strategy.actions[0].schedule.clear();
  CHECK(committed_load(strategy, on(3, 1, 2027)).at(0).months.empty());
}

TEST_CASE("an action in one of its segments has the effect, the results and the runs of that one") {
  Action visit;
  visit.segment = "";
  CHECK(segments_of(visit) == std::vector<std::string>{""});
  visit.effect = Uncertain{};
  visit.effect->value = 10;
  Uncertain rural;
  rural.value = 4;
  visit.segments = {{"rural", rural, {}}, {"urban", {}, {}}};
  CHECK(segments_of(visit) == std::vector<std::string>{"rural", "urban"});
  visit.results = {result(on(1, 5), 2, "rural"), result(on(1, 9), 3, "urban"), result(on(1, 9), 1)};
  visit.runs = Runs{};
  visit.runs->done = 8; // two of which nothing tells
  const Action there = run_in(visit, "rural");
  CHECK(there.segment == "rural");
  CHECK(segments_of(there) == std::vector<std::string>{"rural"});
  CHECK(there.effect->value == 4);
  CHECK(there.results.size() == 2);
  CHECK(past_runs(there).count == 5);
  CHECK(past_runs(run_in(visit, "urban")).count == 6);
  CHECK(run_in(visit, "urban").effect->value == 10);
  visit.segments.clear();
  CHECK(run_in(visit, "rural").results.size() == 3); // of an action without segments, itself
}
