// A week, as its description tells it.
#include "answers/gate.hpp"
#include "answers/json.hpp"
#include "deploy_plan/week.hpp"
#include "examples.hpp"
#include <nlohmann/json.hpp>

namespace of_week {

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Week known_week() {
  Week week;
  week.as_of = day;
  week.since = day - std::chrono::days{7};
  WeekDecision share;
  share.kind = DecisionKind::unlikely;
  share.id = "target-2026-12-31";
  share.goal = WeekGoal{};
  share.goal->id = share.id;
  share.goal->of = TierName::target;
  share.goal->goal = 0.5;
  share.goal->is_rate = true;
  share.probability = 0.1;
  week.decisions = {share};
  week.counts.decisions = week.counts.new_decisions = 1;
  WeekTask task;
  task.id = "letters";
  task.kind = TaskKind::scheduled_runs;
  task.runs = 2;
  week.tasks = {task};
  return week;
}
} // namespace

TEST_CASE("a week is written as JSON, with null for what is not known") {
  const auto json = nlohmann::json::parse(answers::as_json(known_week()));
  CHECK(json["format"] == "deploy-plan/week@1");
  CHECK(json["since"] == "2026-02-22");
  CHECK(json["to_do"][0]["kind"] == "scheduled_runs");
  CHECK(json["to_do"][0]["owner"].is_null());
  CHECK(json["decisions"][0]["goal"]["of"] == "target");
  CHECK(json["decisions"][0]["goal"]["goal"] == 0.5);
  CHECK(json["observed"].is_array());
}

TEST_CASE("gates read a week in both languages") {
  const Week week = known_week();
  const auto holds = [&](const std::string& gate) {
    const auto judged = answers::judge(gate, answers::paths_into(week), false);
    CAPTURE(gate);
    CHECK_FALSE(judged.failure);
    return judged.holds;
  };
  CHECK(holds("counts.decisions > 0"));
  CHECK(holds("décompte.nouvelles_décisions == 1"));
  CHECK_FALSE(holds("counts.left > 0"));
  CHECK(holds("decisions.target-2026-12-31.probability < 0.2"));
  CHECK(holds("to_do.letters.runs == 2"));
}

} // namespace of_week
