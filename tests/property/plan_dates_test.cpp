// Whatever the day, no plan holds a run that cannot be done any more, or comes too late.
#include "deploy_plan/plan.hpp"
#include "golden/golden.hpp"
#include <random>

using namespace deploy_plan;
using namespace deploy_plan::test;
using std::chrono::days;

namespace {

/// The first day from `today` on which an action, and what it requires, can begin.
Date earliest(const Strategy& strategy, const Action& action, Date today, int depth = 0) {
  Date first = std::max(today, action.start.value_or(today));
  for (const Action& other : strategy.actions)
    if (depth < 9 && past_runs(other).count == 0 &&
        std::find(action.requires_.begin(), action.requires_.end(), other.id) != action.requires_.end())
      first = std::max(first, earliest(strategy, other, today, depth + 1));
  return first;
}

bool can_be_done(const Strategy& strategy, const Action& action, Date today, Date due) {
  const Date first = earliest(strategy, action, today);
  return (!action.end || (*action.end > today && *action.end >= first)) && first < due;
}

/// Plans for the North Star of one strategy, and holds each run against its dates. Gives whether there is
/// one.
bool hold(const Strategy& strategy, Date today) {
  PlanOptions options;
  options.frontier = 0;
  options.draws = 100;
  const auto result = plan({&strategy, 1}, today, options);
  Date due{};
  for (const Objective& one : strategy.objectives)
    if (one.id == strategy.north_star->objective)
      due = one.target.by;
  CAPTURE(strategy.name, iso(today), iso(due));
  if (today >= due) {
    CHECK_FALSE(result);
    return false;
  }
  if (!result)
    return false;
  for (std::size_t i = 0; i < result->actions.size(); ++i) {
    const PlannedAction& told = result->actions[i];
    const auto action = std::find_if(strategy.actions.begin(), strategy.actions.end(),
                                     [&](const Action& one) { return one.id == told.id; });
    CAPTURE(told.id);
    if (told.runs > 0)
      CHECK(can_be_done(strategy, *action, today, due));
  }
  for (const PlannedMonth& month : calendar(*result).months)
    for (std::size_t i = 0; i < month.runs.size(); ++i)
      if (month.runs[i] > 0)
        CHECK(month.first < due);
  for (const ObjectiveGain& gain : result->objectives)
    for (const Objective& one : strategy.objectives)
      if (one.id == gain.id && one.target.by <= today)
        CHECK_FALSE(gain.outlook);
  return true;
}

Strategy strategy_with_days(std::mt19937& random) {
  const auto below = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
  const auto around = [&] { return day + days{below(600) - 300}; };
  Strategy strategy;
  strategy.name = "random";
  strategy.period = {day - days{300}, day + days{300}, {}};
  for (const char* id : {"top", "star"}) {
    Objective one;
    one.id = id;
    one.stage = strategy.objectives.empty() ? Stage::acquisition : Stage::activation;
    one.metric = {id, id, {}, Scale::count, {}};
    one.target = {1000, around(), {}, {}};
    one.observations = Series{{{day - days{400}, 100, {}}}, "", "", {}};
    strategy.objectives.push_back(one);
  }
  strategy.north_star = NorthStar{"star", {}, {}, {}};
  strategy.budget = Budget{1000.0, 100.0, 10.0, "", {}};
  for (const char* id : {"a", "b", "c", "d"}) {
    Action action;
    action.id = id;
    action.objective = below(2) == 0 ? "top" : "star";
    action.cost = Cost{1.0 + below(9), 1.0, {}, {}, {}};
    action.runs = Runs{{}, 3, {}, {}};
    Uncertain effect;
    effect.low = 5 + below(9);
    effect.high = 40;
    action.effect = effect;
    if (below(2) == 0)
      action.start = around();
    if (below(2) == 0)
      action.end = action.start.value_or(day - days{300}) + days{below(200)};
    if (below(3) == 0)
      action.requires_ = {std::string(1, static_cast<char>('a' + below(4)))};
    if (!action.requires_.empty() && action.requires_[0] >= action.id)
      action.requires_.clear();
    strategy.actions.push_back(action);
  }
  return strategy;
}
} // namespace

TEST_CASE("on any day, no run of the examples is planned that cannot be done") {
  int plans = 0;
  for (const char* name : {"diagnostic-communes.json", "parcours-cybersecurite.json",
                           "nis2-registration.jsonc", "diagnostic-communes-revision.json"}) {
    const Strategy strategy = strategy_of(std::string("examples/") + name);
    for (Date today = day - days{60}; today < day + days{460}; today += days{65})
      plans += hold(strategy, today) ? 1 : 0;
  }
  CHECK(plans > 8);
}

TEST_CASE("on any day, no run of random strategies is planned that cannot be done") {
  std::mt19937 random(21);
  int plans = 0;
  for (int round = 0; round < 40; ++round) {
    const Strategy strategy = strategy_with_days(random);
    for (const int ahead : {-200, -30, 0, 100})
      plans += hold(strategy, day + days{ahead}) ? 1 : 0;
  }
  CHECK(plans > 40);
}
