// What tests of plans have in common: small strategies and their plans.
#pragma once
#include "deploy_plan/plan.hpp"
#include "examples.hpp"
#include "golden/golden.hpp"

namespace deploy_plan::test {

inline Strategy strategy_with(std::vector<Action> actions) {
  Strategy strategy;
  strategy.name = "s";
  strategy.period = {day, day + std::chrono::days{180}, {}};
  Objective objective;
  objective.id = "star";
  objective.metric.unit = "visit";
  objective.target = {100, day + std::chrono::days{180}, {}, {}};
  strategy.objectives = {objective};
  strategy.north_star = NorthStar{"star", {}, {}, {}};
  strategy.budget = Budget{1000.0, 20.0, 100.0, "", {}, {}};
  strategy.actions = std::move(actions);
  return strategy;
}

inline Action action(const std::string& id, double money, double effect, std::optional<std::int64_t> most) {
  Action one;
  one.id = id;
  one.objective = "star";
  one.cost = Cost{money, 1.0, {}, {}, {}};
  one.runs = Runs{{}, most, {}, {}, {}};
  Uncertain number;
  number.value = effect;
  one.effect = number;
  return one;
}

inline tl::expected<Plan, PlanFailure> planned(const Strategy& strategy, PlanOptions options = {}) {
  return plan({&strategy, 1}, day, options);
}

inline Objective objective(const std::string& id, Stage stage, const std::string& unit, double current,
                           double target) {
  Objective one;
  one.id = id;
  one.stage = stage;
  one.metric.unit = unit;
  one.metric.scale = Scale::count;
  one.baseline = Baseline{day - std::chrono::days{90}, 0, {}};
  one.target = {target, day + std::chrono::days{180}, {}, {}};
  one.observations = Series{{{day - std::chrono::days{1}, current, {}}}, "", "", {}};
  return one;
}

/// Visits pass to the star at half their number.
inline Strategy funnel(double visits, double visits_target) {
  Strategy strategy = strategy_with({action("a", 10, 10, 5)});
  strategy.objectives = {objective("visits", Stage::acquisition, "visit", visits, visits_target),
                         objective("star", Stage::activation, "account", visits / 2, visits / 2 + 20)};
  strategy.actions[0].objective = "visits";
  return strategy;
}

} // namespace deploy_plan::test
