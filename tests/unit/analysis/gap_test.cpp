#include "deploy_plan/answers.hpp"
#include "deploy_plan/gap.hpp"
#include "examples.hpp"
#include <fmt/format.h>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Gap gap_with(std::string_view fragment) { return gap(strategy_with(fragment), day); }

/// The objective active-schools with these observations, baseline 0 a hundred days ago, and 100 to reach in a
/// hundred days.
Progress way_of(const std::string& observations) {
  return gap_with(
             R"({"objectives": [{"id": "active-schools", "baseline": {"date": "@-100", "value": 0}, "target": {"value": 100, "by": "@100"}, "observations": [)" +
             observations + "]}]}")
      .objectives.at(1)
      .progress;
}
} // namespace

TEST_CASE("statuses are decided in their order, against the path of the day") {
  const auto none = gap_with(R"({"objectives": [{"id": "active-schools", "observations": null}]})");
  CHECK(none.objectives.at(1).progress.status == GoalStatus::unmeasured);
  CHECK(way_of(R"({"date": "@10", "value": 50})").status == GoalStatus::unmeasured);
  CHECK(way_of(R"({"date": "@-100", "value": 0}, {"date": "@0", "value": 100})").status ==
        GoalStatus::reached);
  CHECK(way_of(R"({"date": "@-100", "value": 0}, {"date": "@0", "value": 50})").status ==
        GoalStatus::on_track);
  CHECK(way_of(R"({"date": "@0", "value": 50})").status == GoalStatus::on_track); // no pace is needed for it
  CHECK(way_of(R"({"date": "@-100", "value": 0}, {"date": "@0", "value": 40})").status ==
        GoalStatus::at_risk); // of the 50 that the path had to go, 80 %
  CHECK(way_of(R"({"date": "@-100", "value": 0}, {"date": "@0", "value": 39})").status == GoalStatus::behind);
  // A fast pace of late does not make up for where it stands.
  CHECK(way_of(R"({"date": "@-1", "value": 10}, {"date": "@0", "value": 20})").status == GoalStatus::behind);
  const auto past =
      gap_with(R"({"objectives": [{"id": "active-schools", "target": {"value": 600, "by": "@-1"}}]})");
  CHECK(past.objectives.at(1).progress.status == GoalStatus::overdue);
}

TEST_CASE("the path of the day, and how far ahead of it, whichever way it goes") {
  const auto up = way_of(R"({"date": "@0", "value": 40})");
  CHECK(*up.path_now == Approx(50));
  CHECK(*up.ahead == Approx(-10));
  const auto down =
      gap_with(
          R"({"objectives": [{"id": "returning", "baseline": {"date": "@-100", "value": 0.8}, "target": {"value": 0.2, "by": "@100"},
    "observations": [{"date": "@0", "value": 0.4}]}]})")
          .objectives.at(2)
          .progress;
  CHECK(*down.path_now == Approx(0.5));
  CHECK(*down.ahead == Approx(0.1));
  const auto share = gap_with("").goals.at(0);
  CHECK(*share.path_now == Approx(*share.beneficiaries.path_now / 1200));
  CHECK(*share.ahead == Approx(*share.current - *share.path_now));
}

TEST_CASE("statuses follow the path through milestones, and time stays time") {
  const auto through = [](const std::string& milestones, double value) {
    return gap_with(
               R"({"objectives": [{"id": "active-schools", "baseline": {"date": "@-100", "value": 0}, "target": {"value": 100, "by": "@100", "milestones": [)" +
               milestones + R"(]}, "observations": [{"date": "@0", "value": )" + std::to_string(value) +
               "}]}]}")
        .objectives.at(1)
        .progress;
  };
  const auto late_start = through(R"({"by": "@20", "value": 24})", 20);
  CHECK(*late_start.path_now == Approx(20)); // 100 days of 120
  CHECK(*late_start.ahead == Approx(0).margin(1e-9));
  CHECK(late_start.status == GoalStatus::on_track); // behind, were the path straight
  CHECK(*late_start.elapsed == Approx(0.5));
  CHECK(*late_start.progress == Approx(0.2));
  CHECK(through(R"({"by": "@20", "value": 24})", 16).status == GoalStatus::at_risk);
  const auto early_start = through(R"({"by": "@-50", "value": 60}, {"by": "@0", "value": 80})", 63);
  CHECK(*early_start.path_now == Approx(80)); // on the very day
  CHECK(early_start.status == GoalStatus::behind);
  CHECK(*through(R"({"by": "@-120", "value": 90})", 50).path_now == Approx(50)); // before the baseline
  CHECK(through("", 50).status == GoalStatus::on_track);

  const auto falls =
      gap_with(R"({"objectives": [{"id": "returning", "baseline": {"date": "@-100", "value": 0.8},
    "target": {"value": 0.2, "by": "@100", "milestones": [{"by": "@0", "value": "70 %"}]},
    "observations": [{"date": "@0", "value": 0.68}]}]})")
          .objectives.at(2)
          .progress;
  CHECK(*falls.path_now == Approx(0.7));
  CHECK(*falls.ahead == Approx(0.02));
  CHECK(falls.status == GoalStatus::on_track);

  const auto share =
      gap_with(
          R"({"market": {"share_goals": [{"of": "target", "share": "50 %", "by": "@300", "milestones": [{"by": "@0", "value": "10 %"}]}]}})")
          .goals.at(0);
  CHECK(*share.path_now == Approx(0.1));
  CHECK(*share.beneficiaries.path_now == Approx(120));
  CHECK(*share.ahead == Approx(110.0 / 1200 - 0.1));
  CHECK(share.beneficiaries.status == GoalStatus::at_risk);
}

TEST_CASE("the recent pace is of the last three intervals, towards the goal") {
  const auto slowed = way_of(
      R"({"date": "@-90", "value": 0}, {"date": "@-60", "value": 30}, {"date": "@-30", "value": 33}, {"date": "@-10", "value": 35}, {"date": "@0", "value": 36})");
  CHECK(*slowed.recent_per_month == Approx(6.0 / 60 * days_a_month));
  CHECK(*way_of(R"({"date": "@-10", "value": 40}, {"date": "@0", "value": 30})").recent_per_month < 0);
  CHECK_FALSE(way_of(R"({"date": "@0", "value": 40})").recent_per_month);
  const auto falls =
      gap_with(
          R"({"objectives": [{"id": "returning", "target": {"value": 0.2}, "observations": [{"date": "@-20", "value": 0.8}, {"date": "@0", "value": 0.6}]}]})")
          .objectives.at(2)
          .progress;
  CHECK(*falls.recent_per_month == Approx(0.01 * days_a_month)); // falling is what it must do
  CHECK(*gap_with("").goals.at(0).beneficiaries.recent_per_month == Approx(70.0 / 58 * days_a_month));
}

TEST_CASE("no day before today is foreseen, and why is said") {
  const auto slow = way_of(R"({"date": "@-100", "value": 0}, {"date": "@-90", "value": 90})");
  CHECK_FALSE(slow.eta); // eleven days from the first: long ago
  CHECK(slow.no_eta == NoEta::passed);
  CHECK(way_of(R"({"date": "@0", "value": 40})").no_eta == NoEta::no_pace);
  CHECK(way_of(R"({"date": "@-9", "value": 40}, {"date": "@0", "value": 30})").no_eta == NoEta::leads_away);
  CHECK(way_of(R"({"date": "@0", "value": 100})").no_eta == NoEta::reached);
  CHECK(way_of(R"({"date": "@-100", "value": 0}, {"date": "@0", "value": 0.01})").no_eta == NoEta::too_far);
  const auto known = way_of(R"({"date": "@-100", "value": 0}, {"date": "@0", "value": 40})");
  CHECK(known.eta);
  CHECK_FALSE(known.no_eta);
}

TEST_CASE("stages are converted only within one unit") {
  const auto told = gap_with(
      R"({"objectives": [{"id": "books-read", "observations": [{"date": "@-2", "value": 17037}]},
    {"id": "recommended", "observations": [{"date": "@-2", "value": 100}]}]})");
  REQUIRE(told.funnel.size() == 4);
  CHECK(told.funnel.at(0).no_conversion == NoConversion::first);
  CHECK(*told.funnel.at(1).conversion == Approx(110.0 / 240));
  for (const std::size_t other : {2, 3}) {
    CHECK_FALSE(told.funnel.at(other).conversion);
    CHECK(told.funnel.at(other).no_conversion == NoConversion::other_unit);
  }
}

TEST_CASE("results that do not tell their cost are not free") {
  const auto told = gap_with(
      R"({"actions": [{"id": "webinars", "cost": null, "results": [{"date": "@-5", "effect": 20}]}]})");
  REQUIRE(told.costs.size() == 1);
  CHECK_FALSE(told.costs.front().per_unit);
  CHECK_FALSE(told.costs.front().full_cost);
  CHECK_FALSE(told.impact_per_money);
  const auto free = gap_with(
      R"({"actions": [{"id": "webinars", "results": [{"date": "@-5", "effect": 20, "money": 0, "days": 0}]}]})");
  CHECK(*free.costs.front().per_unit == 0);
}

TEST_CASE("what levers took so far is what their results took, setting up included, where those tell all") {
  const auto told = gap_with(
      R"({"actions": [{"id": "webinars", "cost": {"setup_money": 300, "setup_days": 0}, "runs": {"done": 2},
    "results": [{"date": "@-5", "runs": 2, "effect": 20, "money": 500, "days": 0}]}]})");
  REQUIRE(told.costs.size() == 1);
  CHECK(*told.costs.front().full_cost == 800);
  CHECK(*told.costs.front().per_unit == 40);
  double levers = 0;
  for (const LeverGap& lever : told.levers)
    levers += lever.full_cost.value_or(0);
  CHECK(levers == 800);
}

TEST_CASE("segments answer for a market that is not observed itself") {
  const std::string segments =
      R"("segments": [{"id": "rural", "addressable": 6000, "addressed": 3000, "target": 900,
         "penetrated": {"observations": [{"date": "@-60", "value": 10}, {"date": "@-20", "value": 30}, {"date": "@-1", "value": 50}]}},
        {"id": "urban", "addressable": 4000, "addressed": 1000, "target": 300,
         "penetrated": {"observations": [{"date": "@-60", "value": 40}, {"date": "@-20", "value": 60}]}}])";
  const auto summed = gap_with(R"({"market": {"penetrated": null, )" + segments + "}}");
  CHECK(*summed.market.sizes.penetrated == 110);
  CHECK(*summed.goals.at(0).beneficiaries.observed_per_month ==
        Approx(40.0 / 40 * days_a_month)); // 50, then 90
  const auto to_come = gap_with(
      R"({"market": {"penetrated": {"observations": [{"date": "@5", "value": 500}]}, )" + segments + "}}");
  CHECK(*to_come.market.sizes.penetrated == 110);
}

TEST_CASE("paces and days to come follow from the observations") {
  const auto way = way_of(R"({"date": "@-100", "value": 0}, {"date": "@0", "value": 40})");
  CHECK(*way.gap == 60);
  CHECK(*way.progress == Approx(0.4));
  CHECK(*way.elapsed == Approx(0.5));
  CHECK(*way.needed_per_month == Approx(0.6 * 30.4375));
  CHECK(*way.observed_per_month == Approx(0.4 * 30.4375));
  CHECK(*way.eta == day + std::chrono::days{150});
  const auto away = way_of(R"({"date": "@-100", "value": 40}, {"date": "@0", "value": 30})");
  CHECK_FALSE(away.eta);
  CHECK(*away.observed_per_month < 0);
}

TEST_CASE("an objective below its baseline goes down") {
  const auto way =
      gap_with(
          R"({"objectives": [{"id": "active-schools", "metric": {"scale": null}, "baseline": {"date": "@-100", "value": 80}, "target": {"value": 20, "by": "@100"},
    "observations": [{"date": "@-100", "value": 80}, {"date": "@0", "value": 50}]}]})")
          .objectives.at(1)
          .progress;
  CHECK(*way.gap == 30);
  CHECK(*way.progress == Approx(0.5));
  CHECK(*way.observed_per_month > 0);
  CHECK(way.status == GoalStatus::on_track);
}

TEST_CASE("a share goal is counted in beneficiaries, unrounded") {
  const auto one =
      gap_with(
          R"({"market": {"target": {"size": 1201}, "share_goals": [{"of": "target", "share": 0.5, "by": "@300"}]}})")
          .goals.at(0);
  CHECK(*one.beneficiaries.gap == Approx(600.5 - 110));
  CHECK(*one.current == Approx(110.0 / 1201));
}

TEST_CASE("who counts the same people by the same day has one path") {
  const auto seen = R"([{"date": "@-90", "value": 30}, {"date": "@0", "value": 110}])";
  const auto told = [&](const std::string& goal, const std::string& observed) {
    return gap_with(fmt::format(
        R"({{"market": {{"unit": "school", "target": {{"size": 1200}}, "penetrated": {{"observations": {0}}},
      "share_goals": [{1}]}}, "objectives": [{{"id": "active-schools", "metric": {{"name": "m", "unit": "school", "scale": "count"}},
      "baseline": {{"date": "@-60", "value": 50}}, "target": {{"value": 600, "by": "@300", "milestones": [{{"by": "@100", "value": 400}}]}},
      "observations": {2}}}]}})",
        seen, goal, observed));
  };
  const Gap same = told(R"({"of": "target", "share": 0.5, "by": "@300"})", seen);
  const Progress& objective = same.objectives.at(1).progress;
  CHECK(*same.goals.at(0).beneficiaries.path_now == *objective.path_now);
  CHECK(same.goals.at(0).beneficiaries.status == objective.status);
  CHECK(same.goals.at(0).beneficiaries.path.size() == 3);
  // Another day has its own way, from the same start.
  const Gap sooner = told(R"({"of": "target", "share": 0.4, "by": "@60"})", seen);
  CHECK(*sooner.goals.at(0).beneficiaries.baseline == 50);
  CHECK(*sooner.goals.at(0).beneficiaries.path_now == Approx(50 + (480 - 50) * 0.5));
  // Its own milestones are kept.
  const Gap own = told(
      R"({"of": "target", "share": 0.5, "by": "@300", "milestones": [{"by": "@0", "value": 0.1}]})", seen);
  CHECK(*own.goals.at(0).beneficiaries.path_now == Approx(120));
  // Of several that count them, the one that wants the same, wherever it stands.
  for (const bool is_first : {true, false}) {
    Strategy several = strategy_with(fmt::format(
        R"({{"market": {{"unit": "school", "target": {{"size": 1200}}, "penetrated": {{"observations": {0}}},
      "share_goals": [{{"of": "target", "share": 0.5, "by": "@300"}}]}}, "objectives": [{{"id": "active-schools",
      "metric": {{"name": "m", "unit": "school", "scale": "count"}}, "baseline": {{"date": "@-60", "value": 50}},
      "target": {{"value": 600, "by": "@300"}}, "observations": {0}}}]}})",
        seen));
    Objective other = several.objectives.at(1);
    other.id = "other";
    other.target.value = 5000;
    other.baseline->value = 0;
    several.objectives.insert(is_first ? several.objectives.begin() : several.objectives.end(), other);
    const Gap told_of = gap(several, day);
    for (const ObjectiveGap& one : told_of.objectives)
      if (one.id == "active-schools")
        CHECK(*told_of.goals.at(0).beneficiaries.path_now == *one.progress.path_now);
  }
  // Other figures are of other people.
  const Gap others =
      told(R"({"of": "target", "share": 0.5, "by": "@300"})", R"([{"date": "@0", "value": 109}])");
  CHECK(*others.goals.at(0).beneficiaries.baseline == 30);
}

TEST_CASE("nothing is known of what is not given, and nothing is infinite") {
  const auto bare = gap(Strategy{}, day);
  CHECK_FALSE(bare.market.share.target);
  CHECK_FALSE(bare.cost_per_addressed);
  const auto huge = gap_with(
      R"({"objectives": [{"id": "active-schools", "target": {"value": 9e15, "by": "@1"}, "baseline": {"date": "@-10", "value": -9e15},
    "observations": [{"date": "@-10", "value": -9e15}, {"date": "@0", "value": 1e-15}]}]})");
  CHECK(json_of(huge).find("inf") == std::string::npos);
}

TEST_CASE("the bottleneck is what has gone least of its path, not what is planned to come late") {
  Strategy strategy;
  const auto objective = [](Stage stage, double current) {
    Objective one;
    one.id = stage == Stage::acquisition ? "early" : "late";
    one.stage = stage;
    one.baseline = Baseline{day - std::chrono::days{100}, 0, {}};
    one.target = {100, day + std::chrono::days{100}, {}, {}};
    one.observations = Series{{{day, current, {}}}, "", "", {}};
    return one;
  };
  strategy.objectives = {objective(Stage::acquisition, 40), objective(Stage::activation, 20)};
  CHECK(gap(strategy, day).bottleneck == Stage::activation);
  strategy.objectives[1].target.milestones = {{day + std::chrono::days{1}, 20, {}}};
  CHECK(gap(strategy, day).objectives[1].progress.status == GoalStatus::on_track);
  CHECK(gap(strategy, day).bottleneck == Stage::acquisition);
}

TEST_CASE("the milestones of a share goal are told in shares, and its segment by its name") {
  const auto told = gap_with(
      R"({"market": {"segments": [{"id": "rural", "name": "Rural towns", "addressable": 500, "addressed": 400, "target": 200,
      "penetrated": {"observations": [{"date": "@-60", "value": 10}, {"date": "@-20", "value": 30}, {"date": "@-2", "value": 50}]}}],
    "share_goals": [{"of": "target", "segment": "rural", "share": 0.5, "by": "@100", "milestones": [{"by": "@-10", "value": "20 %"}]},
                    {"of": "target", "segment": "rural", "share": 0.25, "by": "@-5"}]}})");
  const ShareGoalGap& goal = told.goals.at(0);
  CHECK(goal.segment_name == "Rural towns");
  REQUIRE(goal.milestones.size() == 1);
  CHECK(goal.milestones[0].value == Approx(0.2));
  CHECK(*goal.milestones[0].seen == Approx(0.15));
  CHECK(goal.milestones[0].status == DueStatus::met); // the line from 30 to 50 passes 40 ten days ago
  CHECK_FALSE(goal.on_its_day);
  CHECK(told.goals.at(1).on_its_day->status == DueStatus::missed);
  CHECK(told.goals.at(1).on_its_day->value == Approx(0.25));
  CHECK(told.goals.at(1).beneficiaries.is_late_reached());
}

TEST_CASE("a share goal that is due before the launch is not on track") {
  const auto told = gap_with(R"({"solution": {"launched": "@200"},
    "market": {"penetrated": {"size": 0, "observations": null}, "share_goals": [{"of": "target", "share": 0.5, "by": "@100"}]}})");
  CHECK(told.goals.at(0).beneficiaries.status == GoalStatus::behind);
}
