// Portfolios of small strategies: none ends the program, and what is told of each holds.
#include "deploy_plan/plan.hpp"
#include "examples.hpp"
#include "source/in_order.hpp"
#include <cmath>
#include <random>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr unsigned threads = 1; // they would wait for each other: second_thread.cpp
constexpr int rounds = 250;     // sanitized code is slow; the others run without it
#else
constexpr unsigned threads = 4;
constexpr int rounds = 1000;
#endif

class RandomPortfolio {
public:
  explicit RandomPortfolio(std::mt19937& source) : random(source) {
    for (int i = 0, count = 2 + below(2); i < count; ++i)
      strategies.push_back(strategy("s" + std::to_string(i)));
  }
  std::vector<Strategy> strategies;

private:
  std::mt19937& random;

  int below(int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); }
  bool chance(int percent) { return below(100) < percent; }

  Objective objective(const std::string& id, Stage stage) {
    Objective one;
    one.id = id;
    one.stage = stage;
    one.metric.unit = "visit";
    one.baseline = Baseline{day - std::chrono::days{90}, 0, {}};
    one.target = {20.0 + below(400), day + std::chrono::days{200}, {}, {}};
    Series series;
    series.points = {{day - std::chrono::days{1}, 1.0 + below(15), {}}};
    one.observations = series;
    return one;
  }

  Action action(const std::string& id, int earlier) {
    Action one;
    one.id = id;
    one.lever = static_cast<Family>(below(3));
    one.objective = chance(30) ? "top" : "star";
    one.cost = Cost{5.0 + below(200), 0.25 * below(20), {}, {}, {}};
    if (chance(40))
      one.cost->setup_money = below(150);
    one.runs = Runs{{}, 1 + below(12), {}, {}};
    Uncertain effect;
    effect.value = 0.1 * (1 + below(300));
    one.effect = effect;
    if (chance(60))
      one.decay = 0.01 * (1 + below(95));
    if (earlier > 0 && chance(20))
      one.requires_ = {"a" + std::to_string(below(earlier))};
    else if (earlier > 0 && chance(20))
      one.excludes = {"a" + std::to_string(below(earlier))};
    return one;
  }

  Strategy strategy(const std::string& name) {
    Strategy one;
    one.name = name;
    one.period = {day - std::chrono::days{90}, day + std::chrono::days{200}, {}};
    one.objectives = {objective("top", Stage::acquisition), objective("star", Stage::activation)};
    one.north_star = NorthStar{"star", {}, {}, {}};
    for (int i = 0, count = 2 + below(3); i < count; ++i)
      one.actions.push_back(action("a" + std::to_string(i), i));
    return one;
  }
};
} // namespace

TEST_CASE("random portfolios have a plan within their budget, and none ends the program") {
  std::mt19937 random(16);
  std::vector<RandomPortfolio> portfolios;
  for (int round = 0; round < rounds; ++round)
    portfolios.emplace_back(random);
  PlanOptions options;
  options.money = 500;
  options.days = 1000;
  options.frontier = 0;
  options.draws = 0;
  std::size_t round = 0;
  source::in_order(
      portfolios.size(), threads, [&](std::size_t i) { return plan(portfolios[i].strategies, day, options); },
      [&](const tl::expected<Plan, PlanFailure>& result) {
        CAPTURE(round++);
        REQUIRE(result);
        REQUIRE(result->status == PlanStatus::optimal);
        REQUIRE(result->money <= 500 + 1e-6);
        REQUIRE(result->value >= 0);
      });
}
