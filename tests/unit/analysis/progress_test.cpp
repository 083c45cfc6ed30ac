// The path to a goal, straight or through milestones, and where a figure stands against it.
#include "analysis/progress.hpp"
#include "catch.hpp"
#include <algorithm>
#include <limits>

using namespace deploy_plan;
using analysis::GoalPath;
using analysis::GoalToReach;

namespace {

const Date first = std::chrono::year{2026} / 1 / 1;
Date on(int days) { return first + std::chrono::days{days}; }
Milestone milestone(int days, double value) { return {on(days), value, {}}; }

/// From 0 on the first day to 100 on the hundredth.
GoalPath path(const std::vector<Milestone>& milestones) {
  return {DatedFigure{first, 0}, GoalToReach{100, on(100), 1, milestones}};
}
} // namespace

TEST_CASE("without milestones the path is straight, and stays where it begins and ends") {
  const GoalPath straight = path({});
  CHECK(*straight.value_on(on(-30)) == 0);
  CHECK(*straight.value_on(on(0)) == 0);
  CHECK(*straight.value_on(on(25)) == Approx(25));
  CHECK(*straight.value_on(on(100)) == 100);
  CHECK(*straight.value_on(on(400)) == 100);
}

TEST_CASE("the path goes by straight pieces through milestones") {
  const GoalPath slow_then_fast = path({milestone(50, 10), milestone(80, 40)});
  CHECK(*slow_then_fast.value_on(on(25)) == Approx(5));
  CHECK(*slow_then_fast.value_on(on(50)) == Approx(10)); // on the day itself
  CHECK(*slow_then_fast.value_on(on(65)) == Approx(25));
  CHECK(*slow_then_fast.value_on(on(80)) == Approx(40));
  CHECK(*slow_then_fast.value_on(on(90)) == Approx(70));
  CHECK(*slow_then_fast.value_on(on(100)) == 100);
}

TEST_CASE("a path may fall, and milestones of shares are shares of a tier") {
  const std::vector<Milestone> falls{milestone(50, 80)};
  const GoalPath down(DatedFigure{first, 100}, {20, on(100), -1, falls});
  CHECK(*down.value_on(on(25)) == Approx(90));
  CHECK(*down.value_on(on(75)) == Approx(50));
  const std::vector<Milestone> shares{milestone(50, 0.1)};
  const GoalPath won(DatedFigure{first, 0}, {600, on(100), 1, shares, 1200});
  CHECK(*won.value_on(on(50)) == Approx(120));
}

TEST_CASE("milestones that cannot be passed in turn are left out") {
  Milestone unsound = milestone(40, 90);
  unsound.origin.sound = false;
  const GoalPath kept = path({milestone(-10, 70), milestone(0, 60), unsound, milestone(50, 10),
                              milestone(30, 99), milestone(50, 98), milestone(100, 97), milestone(200, 96)});
  CHECK(*kept.value_on(on(0)) == 0);
  CHECK(*kept.value_on(on(25)) == Approx(5));
  CHECK(*kept.value_on(on(50)) == Approx(10));
  CHECK(*kept.value_on(on(75)) == Approx(55));
  // No time between its start and its end.
  const std::vector<Milestone> one{milestone(0, 50)};
  const GoalPath at_once(DatedFigure{first, 0}, {100, first, 1, one});
  CHECK(*at_once.value_on(on(-1)) == 0);
  CHECK(*at_once.value_on(on(0)) == 100);
  const GoalPath backwards(DatedFigure{first, 0}, {100, on(-50), 1, one});
  CHECK(*backwards.value_on(on(-60)) == 0);
  CHECK(*backwards.value_on(on(-20)) == 100);
}

TEST_CASE("what is too large to be counted is left out, and nothing is NaN") {
  const std::vector<Milestone> huge{milestone(50, 1e300)};
  const GoalPath beyond(DatedFigure{first, -1e308}, {1e308, on(100), 1, huge, 1e300});
  CHECK_FALSE(beyond.value_on(on(75)));
  CHECK(*beyond.value_on(on(100)) == 1e308);
  const auto way =
      analysis::progress({1e308, on(100), 1, huge, 1e300}, DatedFigure{first, -1e308}, {5.0, on(75)}, on(75));
  CHECK_FALSE(way.path_now);
  CHECK_FALSE(way.ahead);
  CHECK(way.status == GoalStatus::behind);
}

TEST_CASE("a way is told step by step, and not where it cannot be") {
  const std::vector<Milestone> milestones{milestone(50, 10)};
  const auto told = [&](double start, double value) {
    return analysis::progress(GoalToReach{value, on(100), 1, milestones}, DatedFigure{first, start},
                              {start, on(10), {}}, on(10))
        .path;
  };
  REQUIRE(told(0, 100).size() == 3);
  CHECK(told(0, 100)[1].date == on(50));
  CHECK(told(0, 100)[1].value == 10);
  CHECK(told(0, std::numeric_limits<double>::infinity()).empty());
  CHECK(analysis::progress(GoalToReach{1, first, 1}, DatedFigure{on(3), 0}, {0.0, on(3), {}}, on(5))
            .path.empty());
}

namespace {
Observation seen_at(int days, double value) { return {on(days), value, {}}; }
DueStatus stood(std::vector<Observation> seen, double value = 200, int direction = 1, int today = 130) {
  return analysis::stood_on({on(100), value}, direction, seen, on(today)).status;
}
} // namespace

TEST_CASE("how a figure stood on a day is told by what was observed up to it, and on either side of it") {
  const std::vector<Observation> late{seen_at(99, 20), seen_at(120, 220)};
  const DueFigure then = analysis::stood_on({on(100), 200}, 1, late, on(130));
  CHECK(then.status == DueStatus::missed);
  CHECK(*then.seen == 20);
  CHECK(*then.seen_on == on(99));
  CHECK(stood({seen_at(100, 200)}) == DueStatus::met);
  CHECK(stood({seen_at(100, 200)}, 200, 1, 100) == DueStatus::to_come); // the day itself is not past
  CHECK(stood({seen_at(95, 100)}) == DueStatus::missed);
  // Counted the day after its day: the straight line has it there in time.
  CHECK(stood({seen_at(70, 180), seen_at(101, 220)}) == DueStatus::met);
  CHECK(stood({seen_at(30, 180), seen_at(101, 220)}) == DueStatus::unknown); // of long ago by then
  CHECK(stood({seen_at(101, 220)}) == DueStatus::unknown);
  CHECK(stood({}) == DueStatus::unknown);
  // Less is better.
  CHECK(stood({seen_at(99, 0.3), seen_at(120, 0.1)}, 0.15, -1) == DueStatus::missed);
  CHECK(stood({seen_at(99, 0.12), seen_at(120, 0.3)}, 0.15, -1) == DueStatus::met);
}

TEST_CASE("a goal that is reached after its day was reached late, and its milestones are told") {
  const std::vector<Milestone> milestones{milestone(50, 60), milestone(80, 100)};
  const std::vector<Observation> seen{seen_at(50, 20), seen_at(79, 110), seen_at(99, 150), seen_at(120, 220)};
  const GoalToReach goal{200, on(100), 1, milestones};
  const auto at = [&](int today, double current) {
    std::vector<Observation> known;
    std::copy_if(seen.begin(), seen.end(), std::back_inserter(known),
                 [&](const Observation& one) { return one.date <= on(today); });
    return analysis::progress(goal, DatedFigure{first, 0}, {current, known.back().date, known}, on(today));
  };
  const Progress late = at(130, 220);
  CHECK(late.status == GoalStatus::reached);
  CHECK(late.is_late_reached());
  CHECK(*late.on_its_day->seen == 150);
  REQUIRE(late.milestones.size() == 2);
  CHECK(late.milestones[0].status == DueStatus::missed);
  CHECK(late.milestones[1].status == DueStatus::met);
  const Progress under_way = at(60, 20);
  CHECK_FALSE(under_way.on_its_day);
  CHECK(last_due(under_way.milestones)->by == on(50));
  CHECK(next_due(under_way.milestones)->by == on(80));
  CHECK(last_due(std::span(under_way.milestones).last(1)) == nullptr);
  CHECK(next_due(late.milestones) == nullptr);
}

TEST_CASE("what begins after its goal's day has no path to be on") {
  const auto way = analysis::progress({100, on(50), 1}, DatedFigure{on(80), 0}, {0.0, on(10), {}}, on(10));
  CHECK_FALSE(way.path_now);
  CHECK(way.status == GoalStatus::behind);
}

TEST_CASE("a share of a tier that is reached exactly is reached, however it is rounded") {
  const GoalToReach goal{0.81 * 1200, on(100), 1, {}, 1200}; // 972.0000000000001
  const std::vector<Observation> seen{seen_at(100, 972)};
  const Progress way = analysis::progress(goal, DatedFigure{first, 0}, {972, on(100), seen}, on(130));
  CHECK(way.status == GoalStatus::reached);
  CHECK(*way.gap == 0);
  CHECK(way.on_its_day->status == DueStatus::met);
  // On the straight line from 0 to 0.2 in ten days, 0.14 on the seventh is 0.13999999999999999.
  CHECK(stood({seen_at(93, 0), seen_at(103, 0.2)}, 0.14) == DueStatus::met);
  CHECK(stood({seen_at(93, 0), seen_at(103, 0.2)}, 0.1401) == DueStatus::missed);
}
