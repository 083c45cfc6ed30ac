// Plans against an exhaustive search of small instances, and against known instances of the literature.
#include "analysis/plan/parts.hpp"
#include "deploy_plan/plan.hpp"
#include "examples.hpp"
#include <cmath>
#include <random>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

struct Instance {
  Strategy strategy;
  PlanOptions options;
};

Objective objective(const std::string& id, Stage stage, const std::string& unit, double current,
                    double target) {
  Objective one;
  one.id = id;
  one.stage = stage;
  one.metric = {id, unit, {}, Scale::count, {}};
  one.baseline = Baseline{day - std::chrono::days{90}, 0, {}};
  one.target = {target, day + std::chrono::days{200}, {}, {}};
  Series series;
  series.points = {{day - std::chrono::days{60}, current / 2, {}}, {day - std::chrono::days{1}, current, {}}};
  one.observations = series;
  return one;
}

std::optional<Tier> tier(std::int64_t size) {
  Tier one;
  one.size = size;
  return one;
}

Instance random_instance(std::mt19937& random) {
  const auto below = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
  const auto chance = [&](int percent) { return below(100) < percent; };
  Instance instance;
  Strategy& strategy = instance.strategy;
  strategy.name = "random";
  strategy.period = {day - std::chrono::days{90}, day + std::chrono::days{200}, {}};
  strategy.market.unit = "school";
  strategy.market.addressable = tier(1000);
  strategy.market.addressed = tier(60 + below(80));
  strategy.market.target = tier(50);
  strategy.market.penetrated = tier(20);
  Segment rural;
  rural.id = "rural";
  rural.addressed = tier(20 + below(20));
  rural.penetrated = tier(10);
  strategy.market.segments = {rural};
  strategy.objectives = {
      objective("top", Stage::acquisition, "visit", 100, 200),
      objective("star", Stage::activation, chance(60) ? "school" : "account", 40 + below(30), 100)};
  strategy.north_star = NorthStar{"star", {}, {}, {}};
  strategy.budget = Budget{10.0 + below(40), 5.0 + below(20), 1.5, "", {}};
  const int count = 3 + below(3);
  for (int i = 0; i < count; ++i) {
    Action action;
    action.id = std::string(1, static_cast<char>('a' + i));
    action.lever = static_cast<Family>(below(3));
    action.objective = chance(40) ? "top" : "star";
    action.segment = chance(25) ? "rural" : "";
    action.cost = Cost{1.0 + below(8), 0.5 * below(6), {}, {}, {}};
    if (chance(30))
      action.cost->setup_money = below(10);
    if (chance(20))
      action.cost->setup_days = below(4);
    action.runs = Runs{chance(15) ? std::optional<std::int64_t>(1) : std::nullopt,
                       1 + below(4),
                       chance(15) ? std::optional<std::int64_t>(1) : std::nullopt,
                       {}};
    Uncertain effect;
    effect.value = 1 + below(12) - (chance(10) ? 6 : 0);
    action.effect = effect;
    if (chance(50))
      action.decay = 0.1 * (1 + below(10));
    if (chance(10))
      action.status = Status::stopped;
    strategy.actions.push_back(action);
  }
  for (Action& action : strategy.actions) {
    const std::string other = strategy.actions[static_cast<std::size_t>(below(count))].id;
    if (other == action.id)
      continue;
    if (chance(20))
      action.requires_ = {other};
    else if (chance(20))
      action.excludes = {other};
  }
  instance.options.frontier = 0;
  if (chance(25))
    instance.options.lever_limits = {{static_cast<Family>(below(3)), below(4)}};
  return instance;
}

/// What runs take and bring to the star of a random instance.
struct Outcome {
  double money = 0, days = 0, before_money = 0, before_days = 0;
  double value = 0;
};

Outcome outcome(const Strategy& strategy, const std::vector<std::int64_t>& runs) {
  const bool counts = strategy.objectives[1].metric.unit == "school";
  Outcome all;
  double top = 0, star = 0, rural = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Action& action = strategy.actions[i];
    const auto now = static_cast<double>(runs[i]);
    const auto earlier = static_cast<double>(action.runs->done.value_or(0));
    const double setup_money = action.cost->setup_money.value_or(0);
    const double setup_days = action.cost->setup_days.value_or(0);
    all.money += now * *action.cost->money + (runs[i] > 0 && earlier == 0 ? setup_money : 0);
    all.days += now * *action.cost->days + (runs[i] > 0 && earlier == 0 ? setup_days : 0);
    all.before_money += earlier * *action.cost->money + (earlier > 0 ? setup_money : 0);
    all.before_days += earlier * *action.cost->days + (earlier > 0 ? setup_days : 0);
    double gain = 0;
    for (std::int64_t run = 0; run < runs[i]; ++run)
      gain +=
          *action.effect->value * std::pow(1 - action.decay.value_or(0), earlier + static_cast<double>(run));
    (action.objective == "top" ? top : action.segment.empty() || !counts ? star : rural) += gain;
  }
  const double conversion = strategy.objectives[1].observations->points.back().value / 100;
  if (counts) {
    const auto& segment = strategy.market.segments.front();
    rural = std::min(rural, static_cast<double>(*segment.addressed->size - *segment.penetrated->size));
  }
  all.value = star + rural + top * conversion;
  if (counts)
    all.value = std::min(
        all.value, static_cast<double>(*strategy.market.addressed->size - *strategy.market.penetrated->size));
  return all;
}

/// The best by trying every number of runs: value first, then full cost.
class Exhaustive {
public:
  explicit Exhaustive(const Instance& tried) : instance(tried), strategy(tried.strategy) {}

  struct Best {
    bool found = false;
    double value = 0, cost = 0;
  };
  Best search() {
    runs.assign(strategy.actions.size(), 0);
    try_from(0);
    return best;
  }

private:
  const Instance& instance;
  const Strategy& strategy;
  std::vector<std::int64_t> runs;
  Best best;

  static std::int64_t done(const Action& action) { return action.runs->done.value_or(0); }

  void try_from(std::size_t at) {
    if (at == runs.size())
      return judge();
    const Action& action = strategy.actions[at];
    const std::int64_t least = std::max<std::int64_t>(0, action.runs->min.value_or(0) - done(action));
    const std::int64_t most = std::max<std::int64_t>(0, *action.runs->max - done(action));
    const bool stopped = action.status == Status::stopped;
    for (runs[at] = stopped ? 0 : least; runs[at] <= (stopped ? 0 : most); ++runs[at])
      try_from(at + 1);
    runs[at] = 0;
  }

  bool has_run(const std::string& id, bool now_only) const {
    for (std::size_t i = 0; i < runs.size(); ++i)
      if (strategy.actions[i].id == id)
        return runs[i] > 0 || (!now_only && done(strategy.actions[i]) > 0);
    return false;
  }

  bool holds_together() const {
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const Action& action = strategy.actions[i];
      if (runs[i] == 0)
        continue;
      for (const std::string& needed : action.requires_)
        if (!has_run(needed, false))
          return false;
      for (const std::string& other : action.excludes)
        if (has_run(other, false))
          return false;
      for (const Action& other : strategy.actions) // excluded by one that has run before
        if (done(other) > 0 &&
            std::find(other.excludes.begin(), other.excludes.end(), action.id) != other.excludes.end())
          return false;
    }
    for (const LeverLimit& limit : instance.options.lever_limits) {
      std::int64_t all = 0;
      for (std::size_t i = 0; i < runs.size(); ++i)
        all += strategy.actions[i].lever == limit.lever ? runs[i] : 0;
      if (all > limit.runs)
        return false;
    }
    return true;
  }

  void judge() {
    if (!holds_together())
      return;
    const Outcome all = outcome(strategy, runs);
    if (all.money > std::max(0.0, *strategy.budget->money - all.before_money) + 1e-9 ||
        all.days > std::max(0.0, *strategy.budget->days - all.before_days) + 1e-9)
      return;
    const double cost = all.money + all.days * *strategy.budget->day_rate;
    const bool better =
        !best.found || all.value > best.value + 1e-9 || (all.value > best.value - 1e-9 && cost < best.cost);
    if (better)
      best = {true, all.value, cost};
  }
};

/// Every number of runs of each action of a strategy.
std::vector<std::vector<std::int64_t>> all_runs(const Strategy& strategy) {
  std::vector<std::vector<std::int64_t>> all{{}};
  for (const Action& action : strategy.actions) {
    std::vector<std::vector<std::int64_t>> longer;
    for (const auto& runs : all)
      for (std::int64_t more = 0; more <= (action.status == Status::stopped ? 0 : *action.runs->max);
           ++more) {
        longer.push_back(runs);
        longer.back().push_back(more);
      }
    all = std::move(longer);
  }
  return all;
}

double best_of_both(const std::vector<Strategy>& both, const PlanOptions& options) {
  double best = 0;
  const auto share = [](const Strategy& strategy, const Outcome& one) {
    const Objective& star = strategy.objectives[1];
    return std::min(1.0, one.value / (star.target.value - star.observations->points.back().value));
  };
  for (const auto& first : all_runs(both[0]))
    for (const auto& second : all_runs(both[1])) {
      const Outcome one = outcome(both[0], first);
      const Outcome other = outcome(both[1], second);
      if (one.money + other.money <= *options.money + 1e-9 && one.days + other.days <= *options.days + 1e-9)
        best = std::max(best, share(both[0], one) + share(both[1], other));
    }
  return best;
}
} // namespace

TEST_CASE("plans are as good as any that an exhaustive search finds, and cost no more") {
  std::mt19937 random(5);
  int feasible = 0;
  for (int round = 0; round < 150; ++round) {
    const Instance instance = random_instance(random);
    const auto best = Exhaustive(instance).search();
    const auto result = plan({&instance.strategy, 1}, day, instance.options);
    CAPTURE(round);
    REQUIRE(result);
    REQUIRE((result->status == PlanStatus::infeasible) == !best.found);
    if (!best.found) {
      CHECK_FALSE(result->conflicts.empty());
      continue;
    }
    ++feasible;
    CHECK(result->status == PlanStatus::optimal);
    CHECK(result->value == Approx(best.value).epsilon(1e-6).margin(1e-6));
    CHECK(result->full_cost == Approx(best.cost).epsilon(1e-6).margin(1e-5));
  }
  CHECK(feasible > 75);
}

TEST_CASE("a portfolio closes as many shares of gaps as an exhaustive search does") {
  std::mt19937 random(7);
  int shared = 0;
  for (int round = 0; round < 40; ++round) {
    std::vector<Strategy> both;
    for (int i = 0; i < 2; ++i) {
      Strategy one = random_instance(random).strategy;
      one.actions.resize(3);
      for (Action& action : one.actions) {
        action.requires_.clear();
        action.excludes.clear();
        action.runs = Runs{{}, 1 + action.runs->max.value_or(1) % 2, {}, {}};
      }
      one.objectives[0].target.value = random() % 2 == 0 ? 90 : 105; // reached, or soon
      both.push_back(one);
    }
    PlanOptions options;
    options.frontier = 0;
    options.draws = 0;
    options.money = 15;
    options.days = 10;
    const auto result = plan(both, day, options);
    CAPTURE(round);
    REQUIRE(result);
    CHECK(result->status == PlanStatus::optimal);
    CHECK(result->value == Approx(best_of_both(both, options)).epsilon(1e-6).margin(1e-6));
    shared += result->value > 0.05 ? 1 : 0;
  }
  CHECK(shared > 20);
}

TEST_CASE("reaching a target costs what the cheapest plan of that gain costs") {
  std::mt19937 random(6);
  int reached = 0;
  for (int round = 0; round < 60; ++round) {
    Instance instance = random_instance(random);
    const auto most = plan({&instance.strategy, 1}, day, instance.options);
    REQUIRE(most);
    if (most->status == PlanStatus::infeasible || most->value < 1)
      continue;
    // A target that the best plan just reaches is reached, and for no more than that plan costs.
    const double current = instance.strategy.objectives[1].observations->points.back().value;
    instance.strategy.objectives[1].target.value = current + most->value - 1e-3;
    instance.options.goal = PlanGoal::reach;
    instance.options.objectives = {"star"};
    const auto least = plan({&instance.strategy, 1}, day, instance.options);
    CAPTURE(round);
    REQUIRE(least);
    CHECK(least->status == PlanStatus::optimal);
    CHECK(least->full_cost <= most->full_cost + 1e-5);
    CHECK(least->value >= most->value - 2e-3);
    ++reached;
    // Beyond it, no plan holds; without any limit that is named, one does.
    instance.strategy.objectives[1].target.value = current + most->value + 1e6;
    const auto none = plan({&instance.strategy, 1}, day, instance.options);
    REQUIRE(none);
    CHECK(none->status == PlanStatus::infeasible);
    CHECK_FALSE(none->conflicts.empty());
  }
  CHECK(reached > 25);
}

TEST_CASE("known instances of the two-constraint knapsack have their known optima") {
  // Weingartner and Ness 1967, weing1 of the OR-Library (mknap2): 28 projects, two budgets; optimum 141 278.
  constexpr double profit[] = {1898,  440,  22507, 270,   14148, 3100, 4650, 30800, 615, 4975,
                               1160,  4225, 510,   11880, 479,   440,  490,  330,   110, 560,
                               24355, 2885, 11748, 4550,  750,   3720, 1950, 10500};
  constexpr double first[] = {45, 0,  85, 150, 65, 95, 30,  0, 170, 0, 40, 25, 20, 0,
                              0,  25, 0,  0,   25, 0,  165, 0, 85,  0, 0,  0,  0,  100};
  constexpr double second[] = {30, 20, 125, 5, 80, 25, 35, 73, 12, 15, 15, 40, 5,  10,
                               10, 12, 10,  9, 0,  20, 60, 40, 50, 36, 49, 40, 19, 150};
  const auto solved = [&](double money, double days) {
    Strategy strategy;
    strategy.period = {day - std::chrono::days{90}, day + std::chrono::days{200}, {}};
    strategy.objectives = {objective("star", Stage::activation, "point", 0, 1e9)};
    strategy.north_star = NorthStar{"star", {}, {}, {}};
    strategy.budget = Budget{money, days, 0.0, "", {}};
    for (std::size_t i = 0; i < std::size(profit); ++i) {
      Action action;
      action.id = "p" + std::to_string(i);
      action.objective = "star";
      action.cost = Cost{first[i], second[i], {}, {}, {}};
      action.runs = Runs{{}, 1, {}, {}};
      Uncertain effect;
      effect.value = profit[i];
      action.effect = effect;
      strategy.actions.push_back(action);
    }
    PlanOptions options;
    options.frontier = 0;
    const auto result = plan({&strategy, 1}, day, options);
    REQUIRE(result);
    CHECK(result->status == PlanStatus::optimal);
    return result->value;
  };
  CHECK(solved(600, 600) == Approx(141278).epsilon(1e-9));
  CHECK(solved(500, 500) == Approx(130883).epsilon(1e-9)); // weing2
  CHECK(solved(300, 300) == Approx(95677).epsilon(1e-9));  // weing3
}

TEST_CASE("limits that are told to conflict do, and no fewer of them") {
  std::mt19937 random(8);
  int infeasible = 0, smallest = 0;
  while (infeasible < 60) {
    Instance instance = random_instance(random);
    instance.options.goal = PlanGoal::reach;
    instance.strategy.objectives[1].target.value = 90 + static_cast<double>(random() % 60);
    analysis::PlanFutures futures({&instance.strategy, 1}, day, {});
    const auto model = analysis::plan_model({&instance.strategy, 1}, day, instance.options, futures).value();
    if (analysis::solve(model.program, {}).outcome != analysis::Outcome::infeasible)
      continue;
    const auto found = analysis::conflict(model, {});
    analysis::LimitSet kept(model.limits.size());
    for (const std::size_t limit : found.limits)
      kept[limit] = true;
    CAPTURE(++infeasible);
    CHECK(analysis::within(model, kept, {}).outcome == analysis::Outcome::infeasible);
    smallest += found.is_smallest ? 1 : 0;
    for (const std::size_t limit : found.is_smallest ? found.limits : std::vector<std::size_t>()) {
      kept[limit] = false;
      CHECK_FALSE(analysis::within(model, kept, {}).columns.empty());
      kept[limit] = true;
    }
  }
  CHECK(smallest > 50);
}
