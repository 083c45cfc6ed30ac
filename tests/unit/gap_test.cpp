#include "deploy_plan/direction.hpp"
#include "deploy_plan/document.hpp"
#include "deploy_plan/forecast.hpp"
#include "examples.hpp"
#include "report/gap_json.hpp"
#include "report/gap_view.hpp"
#include "report/gate.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Strategy strategy_with(std::string_view fragment) {
  Strategy strategy;
  (void)check(std::make_shared<const Source>("s.json", example_strategy(fragment, Language::english, day)),
              on_that_day(), [&](Strategy&& read) { strategy = std::move(read); });
  return strategy;
}
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

TEST_CASE("statuses are decided in their order") {
  const auto none = gap_with(R"({"objectives": [{"id": "active-schools", "observations": null}]})");
  CHECK(none.objectives.at(1).progress.status == GoalStatus::unmeasured);
  CHECK(way_of(R"({"date": "@10", "value": 50})").status == GoalStatus::unmeasured);
  CHECK(way_of(R"({"date": "@-100", "value": 0}, {"date": "@0", "value": 100})").status ==
        GoalStatus::reached);
  CHECK(way_of(R"({"date": "@-100", "value": 0}, {"date": "@0", "value": 50})").status ==
        GoalStatus::on_track);
  CHECK(way_of(R"({"date": "@-100", "value": 0}, {"date": "@0", "value": 46})").status ==
        GoalStatus::at_risk);
  CHECK(way_of(R"({"date": "@-100", "value": 0}, {"date": "@0", "value": 40})").status == GoalStatus::behind);
  CHECK(way_of(R"({"date": "@0", "value": 40})").status == GoalStatus::behind);
  const auto past =
      gap_with(R"({"objectives": [{"id": "active-schools", "target": {"value": 600, "by": "@-1"}}]})");
  CHECK(past.objectives.at(1).progress.status == GoalStatus::overdue);
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
          R"({"objectives": [{"id": "active-schools", "metric": {"scale": "rate"}, "baseline": {"date": "@-100", "value": 80}, "target": {"value": 20, "by": "@100"},
    "observations": [{"date": "@-100", "value": 80}, {"date": "@0", "value": 50}]}]})")
          .objectives.at(1)
          .progress;
  CHECK(*way.gap == 30);
  CHECK(*way.progress == Approx(0.5));
  CHECK(*way.observed_per_month > 0);
  CHECK(way.status == GoalStatus::on_track);
}

TEST_CASE("every analysis takes the way that an objective goes from one place") {
  Strategy strategy = strategy_with("{}");
  strategy.objectives.resize(1);
  Objective& waiting = strategy.objectives[0];
  waiting.metric.scale = Scale::rate;
  waiting.metric.unit = "day";
  waiting.baseline.reset();
  waiting.target = {20, day + std::chrono::days{100}, {}};
  waiting.observations->file.clear();
  waiting.observations->points.clear();
  for (int month = 0; month < 8; ++month)
    waiting.observations->points.push_back({day - std::chrono::days{30 * (8 - month)}, 80.0 - 5 * month, {}});
  strategy.north_star = NorthStar{waiting.id, {}, {}, {}};
  strategy.actions.resize(1);
  strategy.actions[0].objective = waiting.id;
  strategy.actions[0].effect = Uncertain{-3.0, {}, {}, {}, {}, {}, {}, {}, {}};
  strategy.actions[0].results.clear();
  const auto ways = [&] {
    const auto result = plan({&strategy, 1}, day, {});
    REQUIRE(result.plan);
    const auto goal = forecast(strategy, day, {}).series.back().goals.back();
    return std::tuple(*gap(strategy, day).objectives[0].progress.gap > 0, result.plan->value > 0,
                      rank(strategy, day).actions[0].unranked == Unranked::no, goal.probability > 0);
  };
  CHECK(direction_of(waiting, day) == -1); // by its first observation
  CHECK(ways() == std::tuple(true, true, true, true));
  waiting.baseline = Baseline{day - std::chrono::days{300}, 10, {}}; // it had risen, and must rise to 20
  CHECK(direction_of(waiting, day) == 1);
  CHECK(*gap(strategy, day).objectives[0].progress.gap < 0);
  CHECK(rank(strategy, day).actions[0].unranked == Unranked::without_effect);
  CHECK(*forecast(strategy, day, {}).series.back().goals.back().probability == 1);
  waiting.baseline.reset();
  waiting.metric.scale = Scale::count; // which never falls
  CHECK(direction_of(waiting, day) == 1);
  waiting.metric.scale = Scale::rate;
  CHECK(direction_of(waiting, day - std::chrono::days{1000}) == 1); // nothing is known that day
}

TEST_CASE("a share goal is counted in beneficiaries, unrounded") {
  const auto one =
      gap_with(
          R"({"market": {"target": {"size": 1201}, "share_goals": [{"of": "target", "share": 0.5, "by": "@300"}]}})")
          .goals.at(0);
  CHECK(*one.beneficiaries.gap == Approx(600.5 - 110));
  CHECK(*one.current == Approx(110.0 / 1201));
}

TEST_CASE("nothing is known of what is not given, and nothing is infinite") {
  const auto bare = gap(Strategy{}, day);
  CHECK_FALSE(bare.market.share.target);
  CHECK_FALSE(bare.cost_per_addressed);
  const auto huge = gap_with(
      R"({"objectives": [{"id": "active-schools", "target": {"value": 1e308, "by": "@1"}, "baseline": {"date": "@-10", "value": -1e308},
    "observations": [{"date": "@-10", "value": -1e308}, {"date": "@0", "value": 1e307}]}]})");
  CHECK(report::gap_json(huge).dump().find("inf") == std::string::npos);
}

TEST_CASE("gates read the JSON in either language, and never pass in silence") {
  const auto json = report::gap_json(gap_with(""));
  const auto holds = [&](const std::string& gate) {
    const auto result = report::evaluate_gate(json, gate, false);
    REQUIRE_FALSE(result.failure);
    return result.holds;
  };
  CHECK(holds("market.share.target < 0.25"));
  CHECK(holds("marché.part.cible < 25%"));
  CHECK_FALSE(holds("market.share.target >= 0.25"));
  CHECK(holds("objectives.active-schools.status == behind"));
  CHECK(holds("objectifs.active-schools.statut != reached"));
  CHECK(holds("objectives.active-schools.by > 2026-03-01"));
  CHECK(holds("market.viable == true"));
  CHECK(holds("market.goals.0.share == 0.5"));
  const auto fails = [&](const std::string& gate) {
    return report::evaluate_gate(json, gate, false).failure.has_value();
  };
  CHECK(fails("market.shares.target < 1"));
  CHECK(fails("market.share.target"));
  CHECK(fails("market.share.target = 1"));
  CHECK(fails("market.share.target < many"));
  CHECK(fails("market.share < 1"));
  CHECK(fails("objectives.active-schools.status < behind"));
  CHECK(fails("objectives.returning.current < 1"));
  CHECK_FALSE(report::evaluate_gate(json, "objectives.returning.current < 1", true).holds);
}

TEST_CASE("words of a file do nothing in any format") {
  const auto hostile = gap_with(
      R"x({"name": "=cmd()<script>alert(1)</script>|\u001b[31m@everyone `x` \"q\"", "market": {"unit": "</td>"},
    "objectives": [{"id": "active-schools", "name": "<img src=x onerror=alert(1)>| [a](b)"}]
})x");
  const auto document = report::gap_document({&hostile, 1}, day, {});
  for (const DocumentFormat& format : document_formats()) {
    const auto shown = format.render(document, {});
    CAPTURE(format.name);
    CHECK(shown.find('\x1b') == std::string::npos);
    if (format.name == "text")
      continue;
    CHECK(shown.find("<script") == std::string::npos);
    CHECK(shown.find("<img") == std::string::npos);
    CHECK(shown.find("</td>\"") == std::string::npos);
  }
  const auto csv = report::gaps_csv({&hostile, 1}, false);
  CHECK(csv.find("\n=cmd") == std::string::npos);
  CHECK(csv.find("\"'=cmd") != std::string::npos);
}

TEST_CASE("a target that lacks one beneficiary in a million is not shown as covered") {
  const auto one = gap_with(
      R"({"market": {"addressable": 2000000, "addressed": 2000000, "target": 1000000, "penetrated": {"size": 999999, "observations": null}}})");
  const auto shown = document_formats().front().render(report::gap_document({&one, 1}, day, {}), {});
  CHECK(shown.find("99.9999%") != std::string::npos);
}

TEST_CASE("the French dialect of CSV is what French spreadsheets open") {
  const auto one = gap_with("");
  const auto csv = report::gaps_csv({&one, 1}, true);
  CHECK(csv.starts_with("\xEF\xBB\xBFstratégie;segment;chemin;valeur;unité\r\n"));
  CHECK(csv.find(";0,091") != std::string::npos);
}
