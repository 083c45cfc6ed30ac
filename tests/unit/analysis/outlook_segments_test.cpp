// What runs add where their action can be run in several segments, and when what they bring comes later.
#include "analysis/outlook/futures.hpp"
#include "plans.hpp"
#include <numeric>

using namespace deploy_plan;
using namespace deploy_plan::test;
using analysis::Lifts;
using analysis::LiftTarget;
using analysis::RunsToDo;
using std::chrono::days;

namespace {

constexpr std::size_t many = 500; ///< draws

std::vector<Observation> rising(int months, double step) {
  std::vector<Observation> points;
  for (int month = 0; month < months; ++month)
    points.push_back({day - days{1 + 30 * (months - 1 - month)}, step * month + (month * 7 % 5 - 2), {}});
  return points;
}

Segment segment_of_market(const std::string& id, std::int64_t addressed) {
  Segment one;
  one.id = id;
  one.addressed = Tier{addressed, {}, "", "", {}, {}};
  one.penetrated = Tier{0, {}, "", "", {}, {}};
  return one;
}

/// Visits of the market's, to be won in the north and in the south: some ten a run, each run the same.
Strategy of_north_and_south() {
  Strategy strategy = funnel(400, 9000);
  strategy.objectives[0].observations->points = rising(12, 30);
  strategy.market.unit = "visit";
  strategy.market.addressed = Tier{100000, {}, "", "", {}, {}};
  strategy.market.penetrated = Tier{0, {}, "", "", {}, {}};
  strategy.market.segments = {segment_of_market("north", 50000), segment_of_market("south", 50000)};
  Action& one = strategy.actions[0];
  one.variation = 0;
  one.effect = Uncertain{};
  one.effect->low = 5;
  one.effect->high = 20;
  one.segments = {ActionSegment{"north", {}, {}}, ActionSegment{"south", {}, {}}};
  return strategy;
}

RunsToDo runs_in(const std::string& segment, std::int64_t count, Date from = day, Date until = day) {
  return {0, segment, {analysis::spread_evenly(count, from, until)}};
}

/// What runs add to the visits after a year, draw by draw.
std::vector<double> added(const Strategy& strategy, const std::vector<RunsToDo>& runs,
                          const LiftTarget& target = {}) {
  const Gap known = gap(strategy, day);
  std::vector<double> all(many);
  Lifts(strategy, known, {.draws = many}).add(target, runs, std::vector<Date>{day + days{365}}, all);
  return all;
}

double mean_of(const std::vector<double>& all) {
  return std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
}

Result measured_in(const std::string& segment, std::int64_t runs, double effect, Date date = day - days{40}) {
  return {date, runs, {}, {}, effect, segment, {}};
}

Outlooks outlook_of(const Strategy& strategy, const Plan* plan = nullptr) {
  Gap told = gap(strategy, day);
  add_outlooks(told, strategy, {.draws = many}, plan);
  return *told.objectives[0].outlook;
}
} // namespace

TEST_CASE("segments that share their action's effect share its mean, and one of its own is drawn apart") {
  Strategy strategy = of_north_and_south();
  const auto north = added(strategy, {runs_in("north", 1)});
  CHECK(north == added(strategy, {runs_in("south", 1)}));
  strategy.actions[0].segments[1].effect = strategy.actions[0].effect;
  const auto own = added(strategy, {runs_in("south", 1)});
  CHECK(north == added(strategy, {runs_in("north", 1)}));
  CHECK(own != north);
  CHECK(mean_of(own) == Approx(mean_of(north)).epsilon(0.1));
  strategy.actions[0].segments[1].effect->high = 80;
  CHECK(mean_of(added(strategy, {runs_in("south", 1)})) > 1.5 * mean_of(north));
}

TEST_CASE("each run varies by itself, wherever it is") {
  Strategy strategy = of_north_and_south();
  strategy.actions[0].effect = Uncertain{};
  strategy.actions[0].effect->value = 10;
  strategy.actions[0].variation = 0.5;
  const auto north = added(strategy, {runs_in("north", 1)});
  const auto south = added(strategy, {runs_in("south", 1)});
  CHECK(std::abs(analysis::rank_correlation(analysis::ranks(north), analysis::ranks(south))) < 0.15);
}

TEST_CASE("an action without segments is drawn as ever, whatever segment is asked") {
  Strategy strategy = of_north_and_south();
  Action& one = strategy.actions[0];
  one.segments.clear();
  one.variation = 0.5;
  const RunEffect effect = *run_effect(one);
  std::vector<double> plain(5), asked(5);
  analysis::effect_draw(one, effect, 3).draw(7, plain);
  analysis::effect_draw(one, effect, 3, "north").draw(7, asked);
  CHECK(plain == asked);
}

TEST_CASE("runs wear off, and are measured, in each segment by itself") {
  Strategy strategy = of_north_and_south();
  Action& one = strategy.actions[0];
  one.effect = Uncertain{};
  one.effect->value = 10;
  one.decay = 0.5;
  one.results = {measured_in("north", 1, 12)};
  CHECK(mean_of(added(strategy, {runs_in("north", 1)})) == Approx(6));
  CHECK(mean_of(added(strategy, {runs_in("south", 1)})) == Approx(10));
  CHECK(mean_of(added(strategy, {runs_in("north", 2), runs_in("south", 2)})) == Approx(6 + 3 + 10 + 5));
  one.results.push_back(measured_in("", 1, 8)); // nobody knows where
  CHECK(mean_of(added(strategy, {runs_in("south", 1)})) == Approx(4));
}

TEST_CASE("each segment takes what it has left, and its goals see its own runs alone") {
  Strategy strategy = of_north_and_south();
  strategy.market.segments[0].addressed->size = 15;
  strategy.actions[0].effect = Uncertain{};
  strategy.actions[0].effect->value = 10;
  const std::vector<RunsToDo> runs{runs_in("north", 4), runs_in("south", 4)};
  CHECK(mean_of(added(strategy, runs)) == 15 + 40);
  CHECK(mean_of(added(strategy, runs, LiftTarget{0, "north"})) == 15);
  CHECK(mean_of(added(strategy, runs, LiftTarget{0, "south"})) == 40);
  CHECK(mean_of(added(strategy, runs, LiftTarget{0, "west"})) == 0);
}

TEST_CASE("what past runs brought to a segment is what results say of it") {
  Strategy strategy = of_north_and_south();
  Action& one = strategy.actions[0];
  one.results = {measured_in("north", 1, 30), measured_in("south", 1, 20)};
  const Gap known = gap(strategy, day);
  const Lifts lifts(strategy, known, {});
  const auto brought = [&](const std::string& segment) {
    return lifts.brought(LiftTarget{0, segment}, std::vector<Date>{day});
  };
  CHECK(brought("north") == std::vector<double>{30});
  CHECK(brought("") == std::vector<double>{50});
  CHECK(brought("west").empty());
  CHECK_FALSE(lifts.has_unwritten(LiftTarget{0, "north"}));
  one.results.push_back(measured_in("", 1, 5));
  CHECK(brought("north") == std::vector<double>{30});
  CHECK(brought("") == std::vector<double>{55});
  CHECK(lifts.has_unwritten(LiftTarget{0, "north"}));
  CHECK_FALSE(lifts.has_unwritten(LiftTarget{0}));
}

TEST_CASE("what a run brings comes after its delay") {
  Strategy strategy = of_north_and_south();
  strategy.actions[0].effect = Uncertain{};
  strategy.actions[0].effect->value = 10;
  strategy.actions[0].delay_days = 30;
  const Gap known = gap(strategy, day);
  const std::vector<Date> ahead{day + days{29}, day + days{30}, day + days{59}, day + days{60}};
  std::vector<double> all(ahead.size());
  Lifts(strategy, known, {.draws = 1})
      .add(LiftTarget{0},
           std::vector<RunsToDo>{{0,
                                  "north",
                                  {analysis::spread_evenly(1, day, day),
                                   analysis::spread_evenly(1, day + days{30}, day + days{30})}}},
           ahead, all);
  CHECK(all == std::vector<double>{0, 10, 10, 20});
}

TEST_CASE("a run whose effect comes after the goal's day adds nothing to it") {
  Strategy strategy = of_north_and_south();
  Objective& visits = strategy.objectives[0];
  visits.target = {visits.observations->points.back().value + 300, day + days{150}, {}, {}};
  Plan made;
  made.actions.emplace_back();
  made.actions[0].id = "a";
  made.actions[0].runs = 20;
  made.actions[0].schedule = {analysis::spread_evenly(20, day + days{121}, day + days{140})};
  const Outlooks at_once = outlook_of(strategy, &made);
  CHECK(*at_once.with_plan->median > *at_once.nothing_more.median + 100);
  strategy.actions[0].delay_days = 30;
  const Outlooks late = outlook_of(strategy, &made);
  CHECK(late.with_plan->median == late.nothing_more.median);
  CHECK(late.with_plan->probability == late.nothing_more.probability);
}

TEST_CASE("what runs done are still to bring is counted on, and is in no observation before") {
  Strategy strategy = of_north_and_south();
  strategy.actions[0].delay_days = 60;
  const double before = *outlook_of(strategy).nothing_more.median;
  strategy.actions[0].results = {measured_in("north", 1, 500, day - days{50})};
  const Gap known = gap(strategy, day);
  const Lifts lifts(strategy, known, {});
  CHECK(lifts.brought(LiftTarget{0}, std::vector<Date>{day, day + days{10}}) == std::vector<double>{0, 500});
  const Outlooks told = outlook_of(strategy);
  CHECK(*told.nothing_more.median == Approx(before + 500).epsilon(1e-6));
  CHECK(told.as_committed.median == told.nothing_more.median);
}
