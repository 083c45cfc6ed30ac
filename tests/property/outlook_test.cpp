// One question, one answer, whichever command is asked: on every example and on random strategies.
#include "answers/figures.hpp"
#include "deploy_plan/outlook.hpp"
#include "examples.hpp"
#include <cmath>
#include <random>

using namespace deploy_plan;
using namespace deploy_plan::test;
using std::chrono::days;

namespace {

constexpr FutureOptions few{.draws = 60, .seed = 3};

class RandomStrategy {
public:
  explicit RandomStrategy(std::mt19937& source) : random_(source) {
    strategy.name = "random " + std::to_string(random_() % 1000);
    strategy.period = {day - days{200}, day + days{200 + below(300)}, {}};
    strategy.market.unit = "visit";
    const std::int64_t addressed = 500 + below(3000);
    strategy.market.addressable = Tier{addressed * 2, {}, "", "", {}, {}};
    strategy.market.addressed = Tier{addressed, {}, "", "", {}, {}};
    strategy.market.target = Tier{addressed / 2, {}, "", "", {}, {}};
    add_objective("top", Stage::acquisition);
    add_objective("star", Stage::activation);
    if (chance(50))
      strategy.market.penetrated = Tier{{}, {}, "", "", {}, strategy.objectives.back().observations, {}};
    strategy.market.share_goals = {{"", TierName::target, 0.6, day + days{100 + below(200)}, "", {}, {}}};
    strategy.north_star = NorthStar{"star", {}, {}, {}};
    strategy.budget = Budget{2000.0 + below(3000), 100.0, 100.0, "", {}, {}};
    if (chance(30))
      add_segments(addressed);
    for (int i = 0, count = 1 + below(4); i < count; ++i)
      add_action("a" + std::to_string(i));
  }
  Strategy strategy;

private:
  std::mt19937& random_;
  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
  bool chance(int percent) { return below(100) < percent; }

  Series series(double share) {
    constexpr int lengths[] = {1, 4, 6, 7, 9, 14, 26};
    const int length = lengths[below(7)];
    Series all;
    double value = below(100);
    for (int i = length; i-- > 0;) {
      all.points.push_back({day - days{1 + 30 * i}, std::floor(value * share), {}});
      value += chance(5) ? 0 : below(60) + (chance(20) ? value / 10 : 0);
    }
    return all;
  }

  void add_segments(std::int64_t addressed) {
    for (const char* const id : {"north", "south"}) {
      Segment one;
      one.id = id;
      one.addressed = Tier{addressed / 2, {}, "", "", {}, {}};
      one.penetrated = Tier{below(200), {}, "", "", {}, {}};
      strategy.market.segments.push_back(one);
    }
  }

  void add_objective(const std::string& id, Stage stage) {
    Objective one;
    one.id = id;
    one.stage = stage;
    one.metric = {id, chance(80) ? "visit" : "letter", {}, Scale::count, {}};
    one.observations = series(stage == Stage::acquisition ? 1 : 0.5);
    const double reached = one.observations->points.back().value;
    one.target = {reached + below(800), day + days{60 + below(400)}, {}, {}};
    strategy.objectives.push_back(one);
  }

  Uncertain effect() {
    Uncertain number;
    if (chance(30))
      number.value = below(80);
    else if (chance(60)) {
      number.low = 1 + below(20);
      number.high = *number.low + below(80);
    } else {
      number.min = below(10);
      number.mode = *number.min + 1 + below(20);
      number.max = *number.mode + below(50);
    }
    return number;
  }

  void add_action(const std::string& id) {
    Action one;
    one.id = id;
    one.objective = chance(50) ? "top" : "star";
    one.cost = Cost{50.0 + below(300), 0.5 * below(6), {}, {}, {}};
    one.runs = Runs{chance(30) ? std::optional<std::int64_t>(1 + below(4)) : std::nullopt,
                    4 + below(80),
                    chance(40) ? std::optional<std::int64_t>(below(3)) : std::nullopt,
                    {},
                    {}};
    one.effect = effect();
    if (chance(40))
      one.variation = 0.25 * below(5);
    if (chance(40))
      one.decay = 0.05 * below(8);
    if (chance(30))
      one.results = {{day - days{20 + below(60)}, 1, 100.0, 1.0, 5.0 + below(40), "", {}}};
    if (chance(30))
      one.end = day + days{below(300)};
    set_in_time(one);
    set_segments(one);
    strategy.actions.push_back(one);
  }

  void set_in_time(Action& one) {
    if (chance(30))
      one.delay_days = below(150);
    if (chance(40))
      for (unsigned month = 3, last = 3 + static_cast<unsigned>(below(4)); month <= last; ++month)
        one.schedule.push_back(
            {Month{std::chrono::year{2026} / std::chrono::month{month} / 1}, 1 + below(2), "", {}});
  }

  void set_segments(Action& one) {
    if (strategy.market.segments.empty() || !chance(60))
      return;
    for (const Segment& segment : strategy.market.segments)
      one.segments.push_back({segment.id, chance(50) ? std::optional(effect()) : std::nullopt, {}});
    for (ScheduledRuns& scheduled : one.schedule)
      scheduled.segment = one.segments[random_() % one.segments.size()].segment;
    for (Result& result : one.results)
      result.segment = chance(70) ? one.segments.front().segment : "";
  }
};

void check_same(const Outlook& a, const Outlook& b) {
  CHECK(a.rating == b.rating);
  CHECK(a.probability == b.probability);
  CHECK(a.median == b.median);
  CHECK(a.low == b.low);
  CHECK(a.high == b.high);
  CHECK(a.reached == b.reached);
  CHECK(a.earliest == b.earliest);
  CHECK(a.latest == b.latest);
}

void check_sound(const Outlook& one, std::size_t observations) {
  CHECK((one.rating == OutlookClass::too_early) == (observations < least_observations));
  if (one.rating == OutlookClass::too_early || one.rating == OutlookClass::cannot_tell) {
    CHECK_FALSE(
        (one.probability || one.median || one.low || one.high || one.reached || one.earliest || one.latest));
    return;
  }
  REQUIRE(one.probability);
  CHECK((*one.probability >= 0 && *one.probability <= 1));
  CHECK(one.rating == outlook_class(*one.probability));
  if (one.median) {
    CHECK((std::isfinite(*one.low) && std::isfinite(*one.high)));
    CHECK((*one.low <= *one.median && *one.median <= *one.high));
  }
  if (one.earliest && one.latest)
    CHECK(*one.earliest <= *one.latest);
}

const ForecastGoal* goal_of(const Forecast& told, ForecastOf kind, std::string_view of,
                            std::string_view goal) {
  for (const SeriesForecast& series : told.series)
    if (series.kind == kind && series.id == of)
      for (const ForecastGoal& one : series.goals)
        if (one.id == goal)
          return &one;
  return nullptr;
}

/// Gap, forecast and plan of one strategy.
struct ToldByAll {
  std::optional<Plan> plan;
  Gap gap;
  Forecast forecast;
};
std::optional<Plan> planned_for(const Strategy& strategy) {
  PlanOptions how;
  how.frontier = 0;
  how.draws = few.draws;
  how.seed = few.seed;
  auto made = plan({&strategy, 1}, day, how);
  return made ? std::optional(std::move(*made)) : std::nullopt;
}
ToldByAll told_of(const Strategy& strategy, const std::optional<Plan>& made, unsigned threads) {
  ToldByAll all{made, gap(strategy, day), {}};
  FutureOptions drawn = few;
  drawn.threads = threads;
  add_outlooks(all.gap, strategy, drawn, made ? &*made : nullptr);
  ForecastOptions options;
  options.draws = few.draws;
  options.seed = few.seed;
  options.threads = threads;
  options.with_plan = made ? &*made : nullptr;
  all.forecast = forecast(strategy, day, options);
  return all;
}

void check_one_story(const Outlooks& in_gap, const ForecastGoal* in_forecast) {
  check_sound(in_gap.as_committed, in_gap.observations);
  check_sound(in_gap.nothing_more, in_gap.observations);
  REQUIRE(in_forecast != nullptr);
  check_same(in_gap.as_committed, in_forecast->outlook.as_committed);
  check_same(in_gap.nothing_more, in_forecast->outlook.nothing_more);
  REQUIRE(in_gap.with_plan.has_value() == in_forecast->outlook.with_plan.has_value());
  if (in_gap.with_plan)
    check_same(*in_gap.with_plan, *in_forecast->outlook.with_plan);
}

void check_plan_tells_the_same(const ToldByAll& told) {
  for (const ObjectiveGain& gain : told.plan->objectives)
    for (const ObjectiveGap& one : told.gap.objectives) {
      if (one.id != gain.id || !one.outlook)
        continue;
      REQUIRE(gain.outlook);
      check_same(*gain.outlook, *one.outlook->with_plan);
      check_same(*gain.as_committed, one.outlook->as_committed);
    }
  if (told.plan->wanted != 1 || !told.plan->simulated || !told.plan->simulated->probability)
    return;
  for (const ObjectiveGap& one : told.gap.objectives)
    if (one.north_star && one.outlook)
      CHECK(told.plan->simulated->probability == one.outlook->with_plan->probability);
}

void check_one_story(const Strategy& strategy, const std::optional<Plan>& made) {
  const ToldByAll told = told_of(strategy, made, 1);
  const ToldByAll threaded = told_of(strategy, made, 3);
  for (std::size_t i = 0; i < told.gap.objectives.size(); ++i)
    if (const ObjectiveGap& one = told.gap.objectives[i]; one.outlook) {
      CAPTURE(one.id);
      check_one_story(*one.outlook, goal_of(told.forecast, ForecastOf::objective, one.id, "target"));
      check_same(one.outlook->as_committed, threaded.gap.objectives[i].outlook->as_committed);
    }
  for (const ShareGoalGap& one : told.gap.goals)
    if (one.outlook)
      check_one_story(*one.outlook,
                      goal_of(told.forecast, one.segment.empty() ? ForecastOf::market : ForecastOf::segment,
                              one.segment, one.id));
  if (told.plan)
    check_plan_tells_the_same(told);
}

Gap with(const Strategy& strategy, const Plan& plan) {
  Gap told = gap(strategy, day);
  add_outlooks(told, strategy, few, &plan);
  return told;
}

/// A run more among an action's, before all others of a segment.
PlannedAction with_one_more(PlannedAction one, const std::string& segment) {
  PlannedRuns more;
  more.from = more.until = more.first = more.last = one.from;
  more.runs = 1;
  more.segment = segment;
  one.schedule.insert(one.schedule.begin(), more);
  ++one.runs;
  return one;
}

void check_none_less_likely(const Gap& before, const Gap& after) {
  for (std::size_t i = 0; i < before.objectives.size(); ++i)
    if (before.objectives[i].outlook && before.objectives[i].outlook->with_plan->probability) {
      CAPTURE(before.objectives[i].id);
      CHECK(*after.objectives[i].outlook->with_plan->probability >=
            *before.objectives[i].outlook->with_plan->probability);
    }
}

void check_late_runs_change_nothing(const Strategy& strategy, Plan made, const Gap& before) {
  Date last{};
  for (const Objective& one : strategy.objectives)
    last = std::max(last, one.target.by);
  for (PlannedAction& one : made.actions) {
    PlannedRuns late;
    late.from = late.until = late.first = late.last = last + days{1};
    late.runs = 3;
    one.schedule.push_back(late);
    one.runs += 3;
  }
  const Gap after = with(strategy, made);
  for (std::size_t i = 0; i < before.objectives.size(); ++i)
    if (before.objectives[i].outlook) {
      CHECK(after.objectives[i].outlook->with_plan->probability ==
            before.objectives[i].outlook->with_plan->probability);
      CHECK(after.objectives[i].outlook->with_plan->median ==
            before.objectives[i].outlook->with_plan->median);
    }
}

/// A run more never makes a goal less likely; one whose effect comes too late for every goal changes nothing,
/// and a plan without runs promises nothing.
void check_runs_only_help(const Strategy& strategy, Plan made) {
  const Gap before = with(strategy, made);
  for (std::size_t i = 0; i < made.actions.size(); ++i) {
    const PlannedAction as_it_was = made.actions[i];
    if (as_it_was.until < as_it_was.from)
      continue;
    CAPTURE(as_it_was.id);
    std::vector<std::string> segments{""};
    for (const SegmentRuns& one : as_it_was.segments)
      segments.push_back(one.segment);
    for (const std::string& segment : segments) {
      made.actions[i] = with_one_more(as_it_was, segment);
      check_none_less_likely(before, with(strategy, made));
    }
    made.actions[i] = as_it_was;
  }
  check_late_runs_change_nothing(strategy, made, before);
  for (PlannedAction& one : made.actions)
    one.runs = 0;
  for (const ObjectiveGap& one : with(strategy, made).objectives)
    if (one.outlook)
      check_same(*one.outlook->with_plan, one.outlook->nothing_more);
}

void check_all(const Strategy& strategy) {
  CAPTURE(strategy.name);
  const auto made = planned_for(strategy);
  check_one_story(strategy, made);
  if (made)
    check_runs_only_help(strategy, *made);
}
} // namespace

TEST_CASE("gap, forecast and plan tell one story of the examples") {
  for (const char* const path : {"examples/diagnostic-communes.json", "examples/harbour-register.json",
                                 "examples/nis2-registration.jsonc", "examples/parcours-cybersecurite.json"})
    check_all(strategy_of(path));
}

TEST_CASE("what is compared tells the same story") {
  for (const char* const path : {"examples/diagnostic-communes.json", "examples/nis2-registration.jsonc"}) {
    const Strategy strategy = strategy_of(path);
    const auto compared = answers::answers_about(strategy, day, answers::Analyses::all);
    PlanOptions how;
    how.frontier = 0;
    const auto made = plan({&strategy, 1}, day, how);
    REQUIRE(made);
    Gap told = gap(strategy, day);
    add_outlooks(told, strategy, {}, &*made);
    const ToldByAll all{*compared.plan, compared.gap, *compared.forecast};
    check_plan_tells_the_same(all);
    for (std::size_t i = 0; i < told.objectives.size(); ++i)
      if (const auto& outlook = told.objectives[i].outlook) {
        check_same(*outlook->with_plan, *compared.gap.objectives[i].outlook->with_plan);
        check_one_story(*outlook,
                        goal_of(all.forecast, ForecastOf::objective, told.objectives[i].id, "target"));
      }
  }
}

TEST_CASE("gap, forecast and plan tell one story of random strategies") {
  std::mt19937 random(18);
  for (int round = 0; round < 200; ++round)
    check_all(RandomStrategy(random).strategy);
}
