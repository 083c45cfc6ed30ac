// What people read of rankings and plans.
#include "golden/golden.hpp"
#include "report/views/plan/plan_csv.hpp"
#include "report/views/plan/plan_view.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

/// However slow the machine is.
Plan planned(std::span<const Strategy> strategies, PlanOptions options) {
  options.seconds = 3600;
  const auto result = plan(strategies, day, options);
  REQUIRE(result);
  return *result;
}
} // namespace

TEST_CASE("actions ranked read as they must") {
  const Ranking ranking = rank(strategy_of("examples/diagnostic-communes-revision.json"), day);
  matches_in_each_format("rank/revision", document_of(ranking));
  matches("rank/revision.json", json_of(ranking));
  matches("rank/revision.csv", report::ranking_csv(ranking, false));
  matches("rank/revision.fr.csv", report::ranking_csv(ranking, true));
}

TEST_CASE("a plan reads as it must: bound by its means, proven, with its frontier") {
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  PlanOptions options;
  options.days = 120;
  const Plan plan = planned({&strategy, 1}, options);
  matches_in_each_format("plan/communes", document_of(plan));
  matches("plan/communes.csv", report::plan_csv(plan, false));
  matches("plan/communes.fr.csv", report::plan_csv(plan, true));
  options.frontier = 0;
  matches("plan/communes.json", json_of(planned({&strategy, 1}, options)));
}

TEST_CASE("an infeasible plan says which limits conflict") {
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  PlanOptions options;
  options.goal = PlanGoal::reach;
  options.objectives = {"diagnostics"};
  options.money = 20000;
  options.fixed = {{"lettre-association", 0}};
  matches_in_each_format("plan/infeasible", document_of(planned({&strategy, 1}, options)));
}

TEST_CASE("a plan of several strategies shares one budget") {
  const std::vector<Strategy> both{strategy_of("examples/diagnostic-communes.json"),
                                   strategy_of("examples/parcours-cybersecurite.json")};
  PlanOptions options;
  options.money = 30000;
  options.days = 150;
  options.frontier = 0;
  matches_in_each_format("plan/portfolio", document_of(planned(both, options)));
}
