// Outlooks: what runs add to what comes by itself, and to what.
#include "analysis/outlook/futures.hpp"
#include "plans.hpp"
#include <cmath>
#include <numeric>

using namespace deploy_plan;
using namespace deploy_plan::test;
using analysis::Lifts;
using analysis::LiftTarget;
using analysis::RunsToDo;
using std::chrono::days;

namespace {

std::vector<Observation> monthly(int count, double first, double step) {
  std::vector<Observation> points;
  for (int month = 0; month < count; ++month)
    points.push_back(
        {day - days{1 + 30 * (count - 1 - month)}, first + step * month + (month * 7 % 5 - 2), {}});
  return points;
}

/// Visits, of which half become accounts: the star. Its one action brings ten visits a run, always.
Strategy observed_funnel() {
  Strategy strategy = funnel(400, 900);
  strategy.objectives[0].observations->points = monthly(12, 70, 30);
  strategy.objectives[1].observations->points = monthly(12, 35, 15);
  strategy.objectives[1].target.value = 300;
  strategy.actions[0].variation = 0;
  return strategy;
}

std::vector<RunsToDo> runs_of_first(std::int64_t count, Date from, Date until, std::string segment = {}) {
  return {{0, std::move(segment), {analysis::spread_evenly(count, from, until)}}};
}

Result result(Date date, std::int64_t runs, double effect, std::string segment = {}) {
  return {date, runs, {}, {}, effect, std::move(segment), {}};
}

double mean(std::span<const double> all) {
  return std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
}

Gap with_outlooks(const Strategy& strategy, const FutureOptions& options = {}) {
  Gap told = gap(strategy, day);
  add_outlooks(told, strategy, options);
  return told;
}
} // namespace

TEST_CASE("classes of outlooks have their bounds in them") {
  CHECK(outlook_class(0.8) == OutlookClass::likely);
  CHECK(outlook_class(0.799) == OutlookClass::uncertain);
  CHECK(outlook_class(0.201) == OutlookClass::uncertain);
  CHECK(outlook_class(0.2) == OutlookClass::unlikely);
}

TEST_CASE("certain runs add what they say, passed down the funnel as it was observed to pass") {
  const Strategy strategy = observed_funnel();
  const Gap known = gap(strategy, day);
  const FutureOptions options{.draws = 400};
  const Lifts lifts(strategy, known, options);
  const std::vector<Date> ahead{day + days{10}, day + days{100}};
  const std::vector<RunsToDo> runs = runs_of_first(4, day, day + days{79});
  std::vector<double> visits(2 * options.draws);
  lifts.add(LiftTarget{0}, runs, ahead, visits);
  CHECK(visits[0] == 10); // one of the four by then
  CHECK(visits[options.draws] == 40);
  CHECK(visits.back() == 40);
  std::vector<double> accounts(2 * options.draws);
  lifts.add(LiftTarget{1}, runs, ahead, accounts);
  const std::span<const double> at_the_end(accounts.data() + options.draws, options.draws);
  CHECK(mean(at_the_end) == Approx(20).epsilon(0.05));
  CHECK(analysis::summary_of(at_the_end).low < 19.5); // the passage is not known exactly
  CHECK(*std::max_element(at_the_end.begin(), at_the_end.end()) < 40);
}

TEST_CASE("runs vary around their mean as the action says, and wear off from the runs done") {
  Strategy strategy = observed_funnel();
  strategy.actions[0].variation = 0.4;
  strategy.actions[0].decay = 0.1;
  strategy.actions[0].runs = Runs{{}, 200, 2, {}, {}};
  const Gap known = gap(strategy, day);
  const FutureOptions options{.draws = 4000};
  const Lifts lifts(strategy, known, options);
  const std::vector<Date> ahead{day + days{100}};
  const auto added = [&](std::int64_t count) {
    std::vector<double> all(options.draws);
    lifts.add(LiftTarget{0}, runs_of_first(count, day, day + days{79}), ahead, all);
    return all;
  };
  const auto one = added(1);
  CHECK(mean(one) == Approx(10 * 0.81).epsilon(0.02));
  double squares = 0;
  for (const double value : one)
    squares += std::pow(value - mean(one), 2) / static_cast<double>(one.size());
  CHECK(std::sqrt(squares) == Approx(0.4 * 10 * 0.81).epsilon(0.05));
  CHECK(mean(added(3)) == Approx(10 * (0.81 + 0.729 + 0.6561)).epsilon(0.02));
  CHECK(mean(added(150)) == Approx(10 * 0.81 / 0.1).epsilon(0.02));
}

TEST_CASE("segments and markets take no more than they have left") {
  Strategy strategy = observed_funnel();
  strategy.market.unit = "visit";
  strategy.market.addressed = Tier{1000, {}, "", "", {}, {}};
  strategy.market.penetrated = Tier{0, {}, "", "", {}, {}};
  Segment north;
  north.id = "north";
  north.addressed = Tier{45, {}, "", "", {}, {}};
  north.penetrated = Tier{30, {}, "", "", {}, {}};
  strategy.market.segments = {north};
  strategy.actions[0].segment = "north";
  const Gap known = gap(strategy, day);
  const FutureOptions options{.draws = 3};
  std::vector<double> all(options.draws);
  Lifts(strategy, known, options)
      .add(LiftTarget{0}, runs_of_first(4, day, day), std::vector<Date>{day + days{1}}, all);
  CHECK(all == std::vector<double>{15, 15, 15});
}

TEST_CASE("what past runs brought is taken out, and runs whose results are not written are said") {
  Strategy strategy = observed_funnel();
  strategy.actions[0].results = {result(day - days{100}, 2, 50), result(day - days{40}, 1, 30)};
  const Gap known = gap(strategy, day);
  const Lifts lifts(strategy, known, {});
  const std::vector<Date> until{day - days{120}, day - days{50}, day};
  CHECK(lifts.brought(LiftTarget{0}, until) == std::vector<double>{0, 50, 80});
  const double passes = *known.funnel[1].passed;
  CHECK(lifts.brought(LiftTarget{1}, until).back() == Approx(80 * passes));
  CHECK_FALSE(lifts.has_unwritten(LiftTarget{1}));
  strategy.actions[0].runs->done = 5;
  CHECK(Lifts(strategy, known, {}).has_unwritten(LiftTarget{1}));
  CHECK(with_outlooks(strategy).objectives[1].outlook->unwritten_results);
}

TEST_CASE("what runs brought lowers what is expected to come by itself") {
  Strategy strategy = observed_funnel();
  const double before = *with_outlooks(strategy).objectives[0].outlook->nothing_more.median;
  for (int month = 0; month < 11; ++month)
    strategy.actions[0].results.push_back(result(day - days{1 + 30 * month}, 1, 20));
  const double after = *with_outlooks(strategy).objectives[0].outlook->nothing_more.median;
  CHECK(after < before - 60);
}

TEST_CASE("what is promised comes on top, and a goal that is met has nothing left to tell") {
  Strategy strategy = observed_funnel();
  strategy.actions[0].runs = Runs{5, 9, {}, {}, {}};
  const Outlooks told = *with_outlooks(strategy).objectives[0].outlook;
  CHECK(*told.as_committed.median == Approx(*told.nothing_more.median + 50).epsilon(0.01));
  CHECK_FALSE(told.with_plan);
  CHECK(told.observations == 12);
  strategy.objectives[0].target.value = 100;
  const Outlook met = with_outlooks(strategy).objectives[0].outlook->as_committed;
  CHECK(met.probability == 1);
  CHECK_FALSE(met.reached);
}

TEST_CASE("before six observations nothing is told, nor of what bears no model") {
  Strategy strategy = observed_funnel();
  strategy.objectives[0].observations->points.resize(5);
  strategy.objectives[1].observations->points = {};
  Gap told = with_outlooks(strategy);
  REQUIRE(told.objectives[0].outlook);
  CHECK(told.objectives[0].outlook->as_committed.rating == OutlookClass::too_early);
  CHECK_FALSE(told.objectives[0].outlook->as_committed.probability);
  CHECK_FALSE(told.objectives[1].outlook);
  strategy.objectives[0].observations->points = monthly(9, 50, 0);
  for (Observation& one : strategy.objectives[0].observations->points)
    one.value = 50;
  told = with_outlooks(strategy);
  CHECK(told.objectives[0].outlook->as_committed.rating == OutlookClass::cannot_tell);
  CHECK(told.objectives[0].outlook->no_trend == NoTrend::nothing_moves);
}

TEST_CASE("a market that only its segments observe has an outlook, and each of them its own") {
  Strategy strategy;
  strategy.name = "s";
  strategy.period = {day, day + days{300}, {}};
  strategy.market.unit = "visit";
  for (const char* const id : {"north", "south"}) {
    Segment segment;
    segment.id = id;
    segment.addressable = Tier{4000, {}, "", "", {}, {}};
    segment.addressed = Tier{2000, {}, "", "", {}, {}};
    segment.target = Tier{1000, {}, "", "", {}, {}};
    segment.penetrated = Tier{{}, {}, "", "", {}, Series{monthly(12, 50, 20), "", "", {}}, {}};
    strategy.market.segments.push_back(segment);
  }
  strategy.market.share_goals = {{"", TierName::target, 0.4, day + days{200}, "", {}, {}},
                                 {"", TierName::target, 0.4, day + days{200}, "south", {}, {}}};
  const Gap told = with_outlooks(strategy);
  REQUIRE(told.goals[0].outlook);
  REQUIRE(told.goals[1].outlook);
  CHECK(*told.goals[0].outlook->as_committed.median ==
        Approx(2 * *told.goals[1].outlook->as_committed.median).epsilon(0.1));
}

TEST_CASE("a plan tells what its actions bring alone, and what that makes of the goal") {
  Strategy strategy = observed_funnel();
  strategy.actions[0].runs->max = 30;
  const Plan made = *planned(strategy);
  const ObjectiveGain& star = made.objectives.back();
  REQUIRE(star.outlook);
  REQUIRE(star.organic);
  CHECK(*star.outlook->probability > *star.as_committed->probability);
  CHECK(*star.median == Approx(star.gain).epsilon(0.05));
  CHECK(*star.organic > 0);
  CHECK(made.simulated->probability == star.outlook->probability);
  CHECK_FALSE(made.simulated->probability_alone);
}

TEST_CASE("to reach a target, only what does not come by itself is planned for") {
  Strategy strategy = observed_funnel();
  strategy.actions[0].objective = "star";
  strategy.actions[0].runs->max = 60;
  PlanOptions options;
  options.goal = PlanGoal::reach;
  options.objectives = {"star"};
  options.frontier = 0;
  const Plan made = *planned(strategy, options);
  const ObjectiveGain& star = made.objectives.back();
  CHECK(static_cast<double>(made.actions[0].runs) == std::ceil((*star.needed - *star.organic) / 10));
  CHECK(*made.simulated->probability > 0.45); // a run more than half of the futures ask for
  options.confidence = 0.9;
  const Plan sure = *planned(strategy, options);
  CHECK(*sure.simulated->probability >= 0.9);
  CHECK(sure.full_cost > made.full_cost);
}

TEST_CASE("a strategy draws the same under another name, and beside others, whose draws are not its own") {
  const Strategy one = observed_funnel();
  Strategy other = one;
  other.name = "renamed";
  CHECK(with_outlooks(one).objectives[1].outlook->as_committed.probability ==
        with_outlooks(other).objectives[1].outlook->as_committed.probability);
  PlanOptions options;
  options.frontier = 0;
  options.goal = PlanGoal::reach;
  options.objectives = {"star"};
  options.money = 100000;
  options.days = 100000;
  Strategy uncertain = one;
  uncertain.actions[0].objective = "star";
  uncertain.actions[0].runs->max = 60;
  const Plan alone = *plan({&uncertain, 1}, day, options);
  const Plan both = *plan(std::vector<Strategy>{uncertain, uncertain}, day, options);
  CHECK(*both.simulated->probability == Approx(std::pow(*alone.simulated->probability, 2)).margin(0.06));
  for (const ObjectiveGain& gain : both.objectives)
    if (gain.id == "star")
      CHECK(gain.outlook->probability == alone.simulated->probability);
}

TEST_CASE("what must fall is no stage that gains pass to, and of one unit no more than all pass") {
  Strategy strategy = observed_funnel();
  strategy.objectives[1].metric.unit = "visit";
  for (Observation& one : strategy.objectives[1].observations->points)
    one.value *= 30; // more of them than visits: others came another way
  const Gap more = gap(strategy, day);
  CHECK(more.funnel[1].passed == 1);
  CHECK(*more.funnel[1].conversion > 1);
  const FutureOptions options{.draws = 3};
  std::vector<double> all(options.draws);
  Lifts(strategy, more, options)
      .add(LiftTarget{1}, runs_of_first(4, day, day), std::vector<Date>{day + days{1}}, all);
  for (const double one : all)
    CHECK((one > 39 && one <= 40));
  strategy.objectives[1].baseline = Baseline{day - days{400}, 99999, {}};
  strategy.objectives[1].target.value = 10;
  CHECK(gap(strategy, day).funnel.size() == 1);
  CHECK_FALSE(Lifts(strategy, gap(strategy, day), options).any(LiftTarget{1}, runs_of_first(4, day, day)));
}

TEST_CASE("an event to come whose effect is given is counted on, and named") {
  Strategy strategy = observed_funnel();
  Event law;
  law.name = "new law";
  law.date = day + days{30};
  law.kind = EventKind::step;
  law.effect = Uncertain{};
  law.effect->value = 200;
  law.objective = "star";
  const double before = *with_outlooks(strategy).objectives[1].outlook->nothing_more.median;
  strategy.events = {law};
  const Gap told = with_outlooks(strategy);
  CHECK(told.objectives[1].outlook->assumed_events == std::vector<std::string>{"new law"});
  CHECK(told.objectives[0].outlook->assumed_events.empty());
  CHECK(*told.objectives[1].outlook->nothing_more.median == Approx(before + 200).epsilon(0.1));
}

TEST_CASE("no goal is said to be reached before today by runs that are to come") {
  Strategy strategy = observed_funnel();
  strategy.objectives[0].observations->points.pop_back();
  strategy.actions[0].runs = Runs{5000, 6000, {}, {}, {}};
  strategy.actions[0].end = day + days{1};
  const Outlook told = with_outlooks(strategy).objectives[0].outlook->as_committed;
  REQUIRE(told.earliest);
  CHECK(*told.earliest >= day);
}

TEST_CASE("a segment's outlook is the same whether the other segments are told or not") {
  Strategy strategy;
  strategy.name = "s";
  strategy.period = {day, day + days{300}, {}};
  strategy.market.unit = "visit";
  double pace = 10;
  for (const char* const id : {"north", "south", "west"}) {
    Segment segment;
    segment.id = id;
    segment.addressable = Tier{4000, {}, "", "", {}, {}};
    segment.addressed = Tier{2000, {}, "", "", {}, {}};
    segment.target = Tier{1000, {}, "", "", {}, {}};
    segment.penetrated = Tier{{}, {}, "", "", {}, Series{monthly(7, 50, pace), "", "", {}}, {}};
    strategy.market.segments.push_back(segment);
    pace += 6;
  }
  strategy.market.share_goals = {{"", TierName::target, 0.4, day + days{200}, "north", {}, {}}};
  const Gap told = with_outlooks(strategy);
  ForecastOptions options;
  for (const bool segments : {true, false}) {
    options.segments = segments;
    for (const SeriesForecast& one : forecast(strategy, day, options).series)
      if (one.id == "north") {
        CHECK(one.goals.front().outlook.as_committed.median == told.goals[0].outlook->as_committed.median);
        CHECK(one.goals.front().outlook.as_committed.high == told.goals[0].outlook->as_committed.high);
      }
  }
}

TEST_CASE("a plan that was not found promises nothing, to whoever asks") {
  const Strategy strategy = observed_funnel();
  Plan none;
  none.status = PlanStatus::infeasible;
  Gap told = gap(strategy, day);
  add_outlooks(told, strategy, {}, &none);
  CHECK_FALSE(told.objectives[0].outlook->with_plan);
  ForecastOptions options;
  options.with_plan = &none;
  const SeriesForecast series = forecast(strategy, day, options).series.front();
  CHECK(series.with_plan.empty());
  CHECK_FALSE(series.goals.front().outlook.with_plan);
}
