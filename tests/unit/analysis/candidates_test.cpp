// Plans found quickly keep the limits that a plan keeps.
#include "analysis/candidates/candidate_plans.hpp"
#include "plans.hpp"

using namespace deploy_plan;
using namespace deploy_plan::analysis;
using namespace deploy_plan::test;

namespace {

struct Filled {
  Strategy strategy;
  PlanOptions options;
  PlanFutures futures;
  PlanModel model;
  explicit Filled(Strategy of)
      : strategy(std::move(of)), futures({&strategy, 1}, day, {}),
        model(*plan_model({&strategy, 1}, day, options, futures)) {}
  [[nodiscard]] std::optional<QuickPlan> fill() {
    const PlanDraws drawn(model, futures);
    return Filling(model, {&strategy, 1}, options).fill_with_care(drawn.believed_on_average());
  }
};
} // namespace

TEST_CASE("what brings most for its cost comes first, within the budget") {
  Filled filled(strategy_with({action("dear", 600, 10, 3), action("cheap", 100, 4, 5)}));
  const auto plan = filled.fill();
  REQUIRE(plan);
  CHECK(plan->runs == std::vector<std::int64_t>{0, 5});
  CHECK(plan->money == 500);
  CHECK(plan->days == 5);
}

TEST_CASE("what an action requires runs before it, and what it excludes does not run") {
  Action needs = action("needs", 100, 30, 2);
  needs.requires_ = {"base"};
  Action rival = action("rival", 100, 20, 2);
  rival.excludes = {"needs"};
  Filled filled(strategy_with({needs, action("base", 300, 1, 1), rival}));
  const auto plan = filled.fill();
  REQUIRE(plan);
  CHECK(plan->runs == std::vector<std::int64_t>{2, 1, 0});
}

TEST_CASE("runs that are asked for come first; where they cannot, there is no plan") {
  Strategy strategy = strategy_with({action("asked", 300, 1, 2), action("good", 300, 20, 3)});
  strategy.actions[0].runs->min = 2;
  Filled filled(strategy);
  REQUIRE(filled.fill());
  CHECK(filled.fill()->runs == std::vector<std::int64_t>{2, 1});
  strategy.actions[0].cost->money = 600;
  CHECK_FALSE(Filled(strategy).fill());
}

TEST_CASE("candidates begin with the plan that is followed, and none is there twice") {
  Strategy strategy = strategy_with({action("a", 600, 50, 1), action("b", 600, 49, 1)});
  for (Action& one : strategy.actions) {
    Uncertain effect;
    effect.mean = 50;
    effect.sd = 5;
    one.effect = effect;
  }
  Filled filled(strategy);
  const auto base = plan({&filled.strategy, 1}, day, filled.options);
  REQUIRE(base);
  const PlanDraws drawn(filled.model, filled.futures);
  const QuickPlan followed = quick_plan(filled.model, *base);
  const auto all = candidate_plans(filled.model, drawn,
                                   Filling(filled.model, {&filled.strategy, 1}, filled.options), followed);
  REQUIRE(all.size() >= 2);
  CHECK(all.front() == followed);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j)
      CHECK_FALSE(all[i] == all[j]);
}
