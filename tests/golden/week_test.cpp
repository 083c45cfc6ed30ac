// What people read of two weeks that follow each other, found in one file from its dates.
#include "deploy_plan/answers.hpp"
#include "deploy_plan/week.hpp"
#include "golden/golden.hpp"
#include "model/hindsight.hpp"

namespace of_week {

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

ScheduledRuns scheduled(unsigned month, std::int64_t runs) {
  ScheduledRuns one;
  one.month.first = std::chrono::year{2026} / static_cast<int>(month) / 1;
  one.runs = runs;
  return one;
}

/// The week that ends with a day, and begins seven days before it.
Week week_to(const Strategy& strategy, Date until, bool with_plan) {
  Strategy known = strategy;
  model::leave_out_later(known, until);
  PlanOptions how;
  how.frontier = 0;
  how.draws = 0;
  how.branches = 0;
  std::optional<Plan> planned;
  if (with_plan) {
    auto made = plan({&known, 1}, until, how);
    REQUIRE(made);
    planned = std::move(*made);
  }
  return week(strategy, until, until - std::chrono::days{7}, {}, planned ? &*planned : nullptr);
}

void matches_as_week(const std::string& name, const Week& week) {
  matches_in_each_format(name, document_of(week));
  matches(name + ".json", json_of(week));
}
} // namespace

TEST_CASE("weeks that follow each other read as they must, with the best plan") {
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  matches_as_week("week/communes-first", week_to(strategy, day - std::chrono::days{7}, true));
  matches_as_week("week/communes-second", week_to(strategy, day, true));
}

TEST_CASE("weeks that follow each other read as they must, with schedules that slip") {
  Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  for (Action& action : strategy.actions) {
    if (action.id == "webinaires")
      action.schedule = {scheduled(1, 1), scheduled(2, 3), scheduled(3, 2)};
    if (action.id == "syndicats")
      action.schedule = {scheduled(2, 1), scheduled(3, 4)};
  }
  matches_as_week("week/scheduled-first", week_to(strategy, day - std::chrono::days{7}, false));
  matches_as_week("week/scheduled-second", week_to(strategy, day, false));
}

TEST_CASE("everything that a week may say reads as it must") {
  const auto days = [](int count) { return std::chrono::days{count}; };
  Week week;
  week.as_of = day;
  week.since = day - days(7);
  week.strategy = "A strategy";
  week.period_end = day + days(300);
  week.is_observed = week.is_all_new = true;
  week.tasks_from = TasksFrom::plan;
  WeekGoal objective;
  objective.id = "accounts";
  objective.name = "Accounts opened";
  objective.goal = 500;
  objective.by = day + days(90);
  WeekGoal rate = objective;
  rate.name = "Those who come back";
  rate.goal = 0.4;
  rate.is_rate = true;
  WeekGoal share;
  share.of = TierName::addressed;
  share.segment = "Rural";
  share.goal = 0.3;
  share.by = day - days(2);

  NewObservation first;
  first.id = "returns";
  first.name = "Those who come back";
  first.is_rate = true;
  first.to = 0.123;
  first.to_day = day - days(1);
  first.status = GoalStatus::behind;
  NewObservation size;
  size.figure = ObservedFigure::target;
  size.name = "Rural";
  size.to = 1250;
  size.to_day = day - days(3);
  week.observed = {first, size};

  for (const GoalMove move : {GoalMove::reached, GoalMove::rejoined, GoalMove::measured, GoalMove::left,
                              GoalMove::overdue, GoalMove::less_likely}) {
    MovedGoal moved;
    moved.goal = move == GoalMove::overdue ? share : objective;
    moved.move = move;
    moved.before = move == GoalMove::rejoined ? GoalStatus::behind : GoalStatus::on_track;
    moved.now = move == GoalMove::rejoined ? GoalStatus::on_track : GoalStatus::at_risk;
    if (move == GoalMove::left)
      moved.unobserved_since = day - days(30);
    if (move == GoalMove::less_likely) {
      moved.probability_before = 0.6;
      moved.probability = 0.1;
    }
    week.goals.push_back(moved);
  }

  ArrivedResult result;
  result.action = "letters";
  result.name = "Letters to mayors";
  result.segment = "Rural";
  result.date = day - days(2);
  result.runs = 2;
  result.effect = 30;
  result.per_run = 15;
  result.assumed = Estimate{40, 20, 60};
  result.against = AgainstAssumed::below;
  result.money = 1200;
  result.foreseen_money = 1000;
  result.days = 1;
  result.foreseen_days = 1;
  week.results = {result};
  result.assumed.reset();
  result.against = AgainstAssumed::unknown;
  result.money.reset();
  result.days.reset();
  week.results.push_back(result);
  week.verdicts = {{"letters", "Letters to mayors", Verdict::go_on, Verdict::adopt}};

  WeekTask trial;
  trial.kind = TaskKind::planned_runs;
  trial.id = "letters";
  trial.name = "Letters to mayors";
  trial.segment = "Rural";
  trial.runs = 1;
  trial.is_test = true;
  trial.until = day + days(20);
  trial.goal = objective;
  WeekTask write;
  write.kind = TaskKind::write_result;
  write.id = "visits";
  write.name = "Visits";
  write.owner = "Camille";
  write.runs = 3;
  write.until = day + days(6);
  WeekTask stale;
  stale.kind = TaskKind::measure;
  stale.id = "accounts";
  stale.name = "Accounts opened";
  stale.until = day + days(6);
  stale.observed = day - days(70);
  stale.every_days = 30;
  stale.serves_north_star = true;
  week.tasks = {trial, write, stale};
  week.counts.tasks = 4;

  const auto decide = [&](DecisionKind kind) -> WeekDecision& {
    WeekDecision decision;
    decision.kind = kind;
    decision.id = decision.name = "Letters to mayors";
    decision.by = day + days(30);
    decision.goal = objective;
    week.decisions.push_back(decision);
    return week.decisions.back();
  };
  WeekDecision& adopt = decide(DecisionKind::adopt);
  adopt.effect = 12;
  adopt.owner = "Camille";
  WeekDecision& drop = decide(DecisionKind::drop);
  drop.money = 300;
  drop.days = 3;
  WeekDecision& unlikely = decide(DecisionKind::unlikely);
  unlikely.goal = rate;
  unlikely.probability = 0.08;
  unlikely.expected = 0.2;
  unlikely.needed = 0.4;
  WeekDecision& overdue = decide(DecisionKind::overdue);
  overdue.goal = share;
  overdue.expected = 210;
  overdue.needed = 300;
  WeekDecision& left = decide(DecisionKind::runs_left);
  left.by = day - days(4);
  left.runs = 2;
  left.was_open = true;
  WeekDecision& overload = decide(DecisionKind::overload);
  overload.name = overload.owner = "Camille";
  overload.load = 12;
  overload.capacity = 9.5;
  WeekDecision& over = decide(DecisionKind::overspent);
  over.money = 7350;
  WeekDecision& term = decide(DecisionKind::term_ending);
  term.money = 12000;
  term.days = 14;
  term.at_most = true;
  decide(DecisionKind::north_star_ending);
  decide(DecisionKind::north_star_ending).by = day - days(1);
  week.counts.decisions = static_cast<std::int64_t>(week.decisions.size());
  week.counts.left = 3;
  week.counts.rejoined = 2;
  week.counts.observed = week.counts.results = 2;
  matches_as_week("week/everything", week);
}

TEST_CASE("a week of a period that is over reads as it must") {
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  matches_as_week("week/over", week_to(strategy, strategy.period.end + std::chrono::days{20}, false));
}

} // namespace of_week
