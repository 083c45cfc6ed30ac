// What holds of the value of tests, whatever the plan.
#include "analysis/candidates/candidate_plans.hpp"
#include "analysis/value/test_portfolio.hpp"
#include "deploy_plan/answers.hpp"
#include "plan_instances.hpp"
#include "report/json_values.hpp"
#include <numeric>

using namespace deploy_plan;
using namespace deploy_plan::analysis;
using namespace deploy_plan::test;

namespace {

/// Actions whose effects are uncertain, on a budget for some of them.
Strategy portfolio(std::mt19937& random, int count) {
  const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
  const Date today = std::chrono::sys_days(std::chrono::year{2026} / 3 / 2);
  Strategy strategy;
  strategy.name = "random";
  strategy.period = {today, today + days{365}, {}};
  strategy.market.unit = "school";
  Objective star;
  star.id = "star";
  star.metric.unit = "school";
  star.target = {500, today + days{365}, {}, {}};
  strategy.objectives = {star};
  strategy.north_star = NorthStar{"star", {}, {}, {}};
  strategy.budget = Budget{20.0 * count, 6.0 * count, 10.0, "", {}, {}};
  for (int i = 0; i < count; ++i) {
    Action one;
    one.id = "a" + std::to_string(i);
    one.objective = "star";
    one.cost = Cost{5.0 + below(40), 1.0 + below(6), 5.0 * below(4), {}, {}};
    one.runs = Runs{{}, 1 + below(5), {}, {}, {}};
    Uncertain effect;
    const double middle = 5 + below(30);
    effect.low = middle / (1.5 + below(3));
    effect.high = middle * (1.5 + below(3));
    one.effect = effect;
    if (below(3) == 0)
      one.decay = 0.1 * below(5);
    if (below(4) == 0 && i > 0)
      one.excludes = {"a" + std::to_string(below(i))};
    if (below(5) == 0 && i > 0)
      one.requires_ = {"a" + std::to_string(below(i))};
    if (below(2) == 0) {
      one.test = Test{};
      one.test->protocol = Protocol::pilot;
      one.test->planned_size = 40 + below(200);
    }
    strategy.actions.push_back(one);
  }
  return strategy;
}
constexpr Date today = std::chrono::sys_days(std::chrono::year{2026} / 3 / 2);

PlanOptions quick() {
  PlanOptions options;
  options.draws = 300;
  return options;
}
} // namespace

TEST_CASE("values are 0 or more, grow with a test's size, and stay below what knowing all is worth") {
  std::mt19937 random(20);
  int worth_it = 0;
  for (int i = 0; i < 25; ++i) {
    const Strategy strategy = portfolio(random, 3 + i % 8);
    const auto values = test_values({&strategy, 1}, today, quick());
    REQUIRE(values);
    INFO("portfolio " << i);
    CHECK(values->evpi >= 0);
    for (const ActionTestValue& action : values->actions) {
      CHECK(action.evppi >= 0);
      CHECK(action.evppi <= values->evpi);
      double before = 0;
      for (const TestOption& test : action.tests) {
        CHECK(test.evsi >= before * (1 - 1e-12));
        CHECK(test.evsi <= action.evppi);
        CHECK(test.cost >= 0);
        CHECK(test.net == Approx(test.evsi - test.cost));
        CHECK(std::isfinite(test.standard_error));
        before = test.evsi;
      }
    }
    for (std::size_t step = 1; step < values->order_values.size(); ++step)
      CHECK(values->order_values[step] >= values->order_values[step - 1]);
    for (const double value : values->order_values)
      CHECK(value <= values->evpi + 4 * values->standard_error + 1e-9);
    worth_it += values->order.empty() ? 0 : 1;
  }
  CHECK(worth_it > 5);
}

TEST_CASE("the same input gives the same bytes, on any number of threads") {
  std::mt19937 random(4);
  const Strategy strategy = portfolio(random, 8);
  PlanOptions options = quick();
  const auto told = [&] {
    const auto values = test_values({&strategy, 1}, today, options);
    REQUIRE(values);
    return json_of(NextTest{{strategy.name}, today, *values});
  };
  const std::string once = told();
  CHECK(told() == once);
  options.threads = 4;
  CHECK(told() == once);
}

TEST_CASE("plans that are filled quickly keep the plan's limits, and bring nearly as much") {
  std::mt19937 random(11);
  double all = 0;
  int count = 0;
  for (int i = 0; i < 150; ++i) {
    TimedInstance instance = timed_instance(random);
    instance.options.goal = PlanGoal::maximise;
    instance.options.objectives.clear();
    instance.options.floors.clear();
    instance.options.fixed.clear();
    instance.options.frontier = 0;
    instance.options.draws = 0;
    PlanFutures futures({&instance.strategy, 1}, instance.today, {});
    const auto model = plan_model({&instance.strategy, 1}, instance.today, instance.options, futures);
    if (!model)
      continue;
    const auto best = plan({&instance.strategy, 1}, instance.today, instance.options);
    const Filling filling(*model, {&instance.strategy, 1}, instance.options);
    const PlanDraws drawn(*model, futures);
    Believed believed = drawn.believed_on_average();
    for (std::size_t objective = 0; objective < model->objectives.size(); ++objective)
      believed.passages[objective] = model->objectives[objective].conversion;
    const auto filled = filling.fill_with_care(believed);
    INFO("instance " << i);
    REQUIRE(best);
    if (best->status == PlanStatus::infeasible) {
      CHECK_FALSE(filled);
      continue;
    }
    if (!filled)
      continue;
    PlanGains gains(*model);
    const double value = gains.value(gains.of(values_of(*model, filled->counted)));
    CHECK(value <= best->value * (1 + 1e-6) + 1e-6);
    if (best->value > 1e-6) {
      all += value / best->value;
      ++count;
    }
  }
  REQUIRE(count > 50);
  CHECK(all / count > 0.95);
}

TEST_CASE("tests together: the greedy order brings at least 95 % of the best set") {
  std::mt19937 random(7);
  std::normal_distribution<double> normal;
  for (int i = 0; i < 12; ++i) {
    const std::size_t plans = 6 + random() % 10;
    const std::size_t tests = 4 + random() % 5;
    constexpr std::size_t draws = 200;
    PlanModel model;
    model.money.limit = 100;
    std::vector<QuickPlan> some(plans);
    std::vector<double> means;
    for (QuickPlan& one : some) {
      one.money = 20.0 + static_cast<double>(random() % 80);
      means.push_back(100 + 5 * normal(random));
    }
    const PlansWithTests with_tests(model, some);
    std::vector<TestInSet> sets;
    for (std::size_t test = 0; test < tests; ++test) {
      TestInSet one;
      one.factor = 0.3 + 0.1 * static_cast<double>(random() % 7);
      std::vector<double> effect(draws);
      for (double& value : effect)
        value = normal(random);
      const double money = static_cast<double>(random() % 40);
      for (std::size_t plan = 0; plan < plans; ++plan) {
        const double slope = random() % 2 == 0 ? 0 : 4.0 * static_cast<double>(random() % 4);
        auto& deviations = one.deviations.emplace_back();
        for (const double value : effect)
          deviations.push_back(slope * value);
        one.extras.push_back(slope > 0 ? PlansWithTests::Extra{} : PlansWithTests::Extra{money, 0});
      }
      sets.push_back(std::move(one));
    }
    const TestSets all(means, with_tests, sets);
    double best = 0;
    for (std::size_t chosen = 1; chosen < (std::size_t{1} << tests); ++chosen) {
      std::vector<std::size_t> set;
      for (std::size_t test = 0; test < tests; ++test)
        if ((chosen >> test) % 2 == 1)
          set.push_back(test);
      best = std::max(best, all.net_of(set).value_or(0));
    }
    const auto order = all.greedy();
    INFO("portfolio " << i);
    CHECK((order.values.empty() ? 0 : order.values.back()) >= 0.95 * best - 1e-9);
  }
}

TEST_CASE("a regression finds the value that the closed form gives") {
  // Two normal effects under a ceiling that is never met, and under one that hardly ever is.
  std::mt19937 random(3);
  Strategy strategy = portfolio(random, 2);
  for (Action& one : strategy.actions) {
    one.cost = Cost{30.0, {}, {}, {}, {}};
    one.runs = Runs{{}, 1, {}, {}, {}};
    one.requires_.clear();
    one.excludes.clear();
    one.decay.reset();
    one.effect = Uncertain{};
    one.effect->mean = one.id == "a0" ? 50 : 49;
    one.effect->sd = 5;
  }
  PlanOptions options;
  options.draws = 4000;
  const auto exact = test_values({&strategy, 1}, today, options);
  REQUIRE(exact);
  CHECK(exact->standard_error == 0);
  Tier addressed;
  addressed.size = 65; // three deviations above the means
  strategy.market.addressable = strategy.market.addressed = addressed;
  Tier none;
  none.size = 0;
  strategy.market.penetrated = none;
  strategy.objectives[0].metric.scale = Scale::count;
  const auto drawn = test_values({&strategy, 1}, today, options);
  REQUIRE(drawn);
  REQUIRE(drawn->standard_error > 0);
  CHECK(std::abs(drawn->evpi - exact->evpi) < 4 * drawn->standard_error);
  for (const ActionTestValue& one : drawn->actions)
    for (const ActionTestValue& other : exact->actions)
      if (one.id == other.id)
        CHECK(std::abs(one.evppi - other.evppi) < 4 * one.standard_error);
}
