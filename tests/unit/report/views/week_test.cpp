// A week, as people read it.
#include "deploy_plan/answers.hpp"
#include "deploy_plan/week.hpp"
#include "examples.hpp"
#include "report/views/week/week_view.hpp"

namespace of_week {

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

std::string read(const Week& week, Language language = Language::english) {
  RenderOptions options;
  options.language = language;
  return render(document_of(week), "text", options);
}
bool says(const Week& week, const std::string& words, Language language = Language::english) {
  const std::string shown = read(week, language);
  CAPTURE(shown);
  return shown.find(words) != std::string::npos;
}

Week still_week() {
  Week week;
  week.as_of = day;
  week.since = day - std::chrono::days{7};
  week.period_end = day + std::chrono::days{100};
  week.is_observed = true;
  week.tasks_from = TasksFrom::schedule;
  return week;
}
} // namespace

TEST_CASE(
    "a week without a change is a good one where nothing is late, and each part says that it is empty") {
  Week week = still_week();
  CHECK(says(week, "a good week"));
  CHECK(says(week, "une bonne semaine", Language::french));
  CHECK(says(week, "Nothing was observed."));
  CHECK(says(week, "None left its path"));
  CHECK(says(week, "No result arrived."));
  CHECK(says(week, "Nothing this week."));
  CHECK(says(week, "Nothing has to be decided."));
  week.counts.late = 2;
  CHECK_FALSE(says(week, "a good week"));
  CHECK(says(week, "2 goals are late or at risk, as before"));
}

TEST_CASE("a period that is over, and a strategy that nobody observed, are said in a line") {
  Week week = still_week();
  week.is_over = true;
  week.period_end = day - std::chrono::days{5};
  CHECK(says(week, "The period ended on 24 February 2026"));
  CHECK(says(week, "Nothing: the period is over."));
  week.is_observed = false;
  CHECK(says(week, "Nothing was ever observed"));
  CHECK(says(week, "Rien n'a jamais été relevé", Language::french));
}

TEST_CASE("tasks say who, until when and why, by names") {
  Week week = still_week();
  WeekTask task;
  task.id = "letters";
  task.name = "Letters to mayors";
  task.owner = "Camille";
  task.until = day + std::chrono::days{6};
  task.runs = task.late = 1;
  task.also = 2;
  task.also_until = day + std::chrono::days{30};
  task.late_since = day - std::chrono::days{28};
  task.goal = WeekGoal{};
  task.goal->name = "Accounts";
  task.status = GoalStatus::behind;
  task.serves_north_star = true;
  week.tasks = {task};
  week.counts.tasks = 5;
  CHECK(says(week, "1. Do “Letters to mayors”: 1 run, by 7 March 2026 (Camille)."));
  CHECK(says(
      week,
      "It slipped: it was scheduled for February 2026, and 2 more are scheduled by 31 March 2026; it serves "
      "“Accounts” (behind), and the North Star through it."));
  CHECK(says(week, "4 more things can wait."));
  CHECK(says(week, "c'était prévu au calendrier (février 2026), et 2 de plus y sont", Language::french));
}

TEST_CASE("a decision says what comes of deciding nothing, and what was open stays marked") {
  Week week = still_week();
  WeekDecision term;
  term.kind = DecisionKind::term_ending;
  term.by = day + std::chrono::days{30};
  term.money = 12000;
  term.was_open = true;
  week.decisions = {term};
  CHECK(
      says(week, "What to do with the €12,000 left of the credits that end on 31 March 2026? (still open)"));
  CHECK(says(week, "is lost"));
  week.decisions[0].at_most = true;
  CHECK(says(week, "what is left, €12,000 at most, of the credits"));
  CHECK(says(week, "Que faire du reste (au plus 12", Language::french));
}

TEST_CASE("by how much means are exceeded is said, of the budget and of credits") {
  Week week = still_week();
  WeekDecision over;
  over.kind = DecisionKind::overspent;
  over.money = 1350;
  over.days = 7;
  week.decisions = {over};
  CHECK(says(week, "The budget is exceeded by €1,350 and 7 days: other means, or another goal?"));
  CHECK(says(week, "et de 7 jours\u00a0: d'autres moyens, ou un autre objectif", Language::french));
  CHECK(says(week, "no run that takes money or days is planned any more."));
  week.decisions[0].days.reset();
  week.decisions[0].by = day + std::chrono::days{30};
  CHECK(says(week, "The credits that end on 31 March 2026 are exceeded by €1,350: other credits"));
  CHECK(says(week, "Les crédits qui s'éteignent le 31 mars 2026 sont dépassés de 1", Language::french));
  CHECK(says(week, "no run that takes money is planned by then."));
}

TEST_CASE("of runs that are left it is said what becomes of them, of one as of several") {
  Week week = still_week();
  WeekDecision left;
  left.kind = DecisionKind::runs_left;
  left.runs = 1;
  week.decisions = {left};
  CHECK(says(week, "Otherwise it is not done."));
  CHECK(says(week, "Sinon, il ne sera pas fait.", Language::french));
  week.decisions.front().runs = 2;
  CHECK(says(week, "Otherwise they are not done."));
  CHECK(says(week, "Sinon, ils ne seront pas faits.", Language::french));
}

TEST_CASE("a share goal is named by its share and its day") {
  WeekGoal goal;
  goal.of = TierName::target;
  goal.segment = "Rural";
  goal.goal = 0.5;
  goal.by = day;
  CHECK(report::week_goal_words(goal).en == "share of the target (Rural), 50% by 1 March 2026");
}

TEST_CASE("a goal that moved both ways is told as such") {
  Week week = still_week();
  MovedGoal moved;
  moved.goal.name = "Active towns";
  moved.move = GoalMove::nearer;
  moved.before = GoalStatus::behind;
  moved.now = GoalStatus::at_risk;
  moved.probability_before = 0.05;
  moved.probability = 0.02;
  moved.is_mixed = true;
  week.goals = {moved};
  week.counts.mixed = 1;
  CHECK(says(week, "nearer to its path (behind → at risk), yet less likely: 2%, against 5% then."));
  CHECK(says(week, "0 goals better than before, 0 worse, 1 mixed;"));
  CHECK(says(week, "1 mitigé\u202f;", Language::french));
}

} // namespace of_week
