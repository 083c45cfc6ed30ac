// Weeks of the examples, day by day through their periods and beyond.
#include "deploy_plan/answers.hpp"
#include "deploy_plan/week.hpp"
#include "examples.hpp"
#include <nlohmann/json.hpp>

namespace of_week {

using namespace deploy_plan;
using namespace deploy_plan::test;
using std::chrono::days;

namespace {

FutureOptions few_draws() {
  FutureOptions futures;
  futures.draws = 100;
  return futures;
}

/// The actions' runs, as many in each month as there are days in a week.
Strategy scheduled(Strategy strategy) {
  for (Action& action : strategy.actions)
    for (Month month = month_of(strategy.period.start); month.first <= strategy.period.end;
         month = next(month)) {
      ScheduledRuns runs;
      runs.month = month;
      runs.runs = 1;
      action.schedule.push_back(runs);
    }
  return strategy;
}

void check_tasks(const Week& week) {
  CHECK(week.tasks.size() <= most_tasks);
  CHECK(static_cast<std::size_t>(week.counts.tasks) >= week.tasks.size());
  CHECK((!week.is_over || week.tasks.empty()));
  for (const WeekTask& one : week.tasks) {
    CAPTURE(one.id);
    CHECK(one.until >= week.as_of);
    CHECK((one.kind == TaskKind::measure || one.runs > 0));
    CHECK((one.late == 0 || one.late == one.runs));
  }
}

void check_news(const Week& week) {
  for (const NewObservation& one : week.observed) {
    CHECK(one.to_day > week.since);
    CHECK(one.to_day <= week.as_of);
    CHECK((!one.from_day || *one.from_day <= week.since));
  }
  for (const ArrivedResult& one : week.results)
    CHECK((one.date > week.since && one.date <= week.as_of));
  for (const MovedGoal& one : week.goals)
    CHECK((one.before != one.now || one.move == GoalMove::likelier || one.move == GoalMove::less_likely));
}

void check_decisions(const Week& week) {
  std::int64_t fresh = 0;
  bool is_open = false; // new ones come first
  for (const WeekDecision& one : week.decisions) {
    fresh += one.was_open ? 0 : 1;
    CHECK((one.was_open || !is_open));
    is_open = one.was_open;
  }
  CHECK(fresh == week.counts.new_decisions);
}
} // namespace

TEST_CASE("every week of a period tells what came in it, what can still be done, and what is to decide") {
  for (const std::string name :
       {"diagnostic-communes.json", "parcours-cybersecurite.json", "tests-rappels.json"})
    for (const bool with_schedule : {false, true}) {
      const Strategy read = strategy_of("examples/" + name);
      const Strategy strategy = with_schedule ? scheduled(read) : read;
      for (Date on = strategy.period.start; on < strategy.period.end + days{40}; on += days{23}) {
        CAPTURE(name, with_schedule, iso(on));
        const Week week = deploy_plan::week(strategy, on, on - days{23}, few_draws());
        check_tasks(week);
        check_news(week);
        check_decisions(week);
        const auto json = nlohmann::json::parse(json_of(week), nullptr, false);
        CHECK_FALSE(json.is_discarded());
        CHECK(json["counts"]["decisions"] == week.decisions.size());
        for (const Language language : {Language::english, Language::french}) {
          RenderOptions options;
          options.language = language;
          const std::string words = render(document_of(week), "markdown", options);
          CHECK(words.find("nan") == std::string::npos);
          CHECK(words.size() < 10000);
        }
      }
    }
}

TEST_CASE("weeks cut one time into parts, of which each observation and each result is in one") {
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  const Date begin = strategy.period.start - days{120};
  std::size_t results = 0;
  std::int64_t observations = 0;
  for (Date on = begin; on < day; on += days{10}) {
    const Week week = deploy_plan::week(strategy, std::min(day, on + days{10}), on, few_draws());
    results += week.results.size();
    for (const NewObservation& one : week.observed)
      observations += one.count;
  }
  const Week whole = deploy_plan::week(strategy, day, begin, few_draws());
  std::int64_t all = 0;
  for (const NewObservation& one : whole.observed)
    all += one.count;
  CHECK(results == whole.results.size());
  CHECK(observations == all);
}

} // namespace of_week
