// Verdicts: what each protocol says of what was seen, and that no input makes them nonsense.
#include "deploy_plan/assignment.hpp"
#include "deploy_plan/effect.hpp"
#include "deploy_plan/trial_design.hpp"
#include "trials.hpp"
#include <cmath>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Test compared(std::vector<Proportion> arms, std::optional<std::int64_t> planned = {},
              std::optional<double> min_effect = {}) {
  Test test;
  test.protocol = Protocol::ab;
  test.planned_size = planned;
  test.min_effect = min_effect;
  for (const Proportion& arm : arms)
    test.arms.push_back({"arm " + std::to_string(test.arms.size()), arm.exposed, arm.converted, {}, {}});
  return test;
}

Test pilot(std::int64_t exposed, std::int64_t converted, std::optional<double> threshold,
           std::optional<std::int64_t> planned = {}, std::optional<double> min_effect = {}) {
  Test test;
  test.protocol = Protocol::pilot;
  test.exposed = exposed;
  test.converted = converted;
  test.threshold = threshold;
  test.planned_size = planned;
  test.min_effect = min_effect;
  return test;
}

/// Weekly counts that step from `before` to `after` in the middle, with a ripple that is no trend.
Test sequence(double before, double after, int steps) {
  Test test;
  test.protocol = Protocol::sequence;
  test.planned_size = steps;
  test.series = Series{};
  const Date first = day - std::chrono::days(7 * steps);
  for (int t = 0; t < steps; ++t)
    test.series->points.push_back(
        {first + std::chrono::days(7 * t), (t < steps / 2 ? before : after) + (t % 3 - 1) * 2.0, {}});
  test.starts.push_back({first + std::chrono::days(7 * (steps / 2)), "letter", {}});
  return test;
}

void check_verdict(const Trial& trial, Verdict verdict, TrialReason reason) {
  CHECK(static_cast<int>(trial.verdict) == static_cast<int>(verdict));
  CHECK(static_cast<int>(trial.reason) == static_cast<int>(reason));
}
} // namespace

TEST_CASE("arms compared at the planned size: adopt, drop, or say what more it takes") {
  check_verdict(read(compared({{4000, 200}, {4000, 260}}, 8000)), Verdict::adopt, TrialReason::better);
  check_verdict(read(compared({{4000, 260}, {4000, 200}}, 8000)), Verdict::drop, TrialReason::worse);
  check_verdict(read(compared({{4000, 200}, {4000, 230}}, 8000, 0.03)), Verdict::drop,
                TrialReason::too_small);
  check_verdict(read(compared({{500, 25}, {500, 25}}, 1000)), Verdict::drop, TrialReason::no_gain);
  check_verdict(read(compared({{500, 25}, {500, 31}}, 1000)), Verdict::cannot_tell, TrialReason::unclear);
  const Trial more = read(compared({{500, 25}, {500, 31}}, 1000, 0.02));
  check_verdict(more, Verdict::go_on, TrialReason::not_precise);
  CHECK(*more.go_on_until == 2 * 2213);
  CHECK(*std::get<AbReading>(more.reading).needed_per_arm == 2213);
}

TEST_CASE("a verdict has a reserve where its data leave it in doubt, whatever they say") {
  Market market;
  market.segments.resize(2);
  market.segments[0].id = "north";
  market.segments[1].id = "south";
  Action action;
  action.test = compared({{4000, 200}, {4000, 260}}, 8000);
  CHECK_FALSE(reserve_of(market, action, Verdict::adopt));
  action.test->arms[1].name = "North"; // drawn segment by segment
  CHECK(reserve_of(market, action, Verdict::adopt) == TrialReserve::people_for_groups);
  action.test->arms[1].name = "letter";
  action.lever = Family::relays;
  CHECK(reserve_of(market, action, Verdict::adopt) == TrialReserve::people_for_groups);
  CHECK(reserve_of(market, action, Verdict::drop) == TrialReserve::people_for_groups);
  CHECK_FALSE(reserve_of(market, action, Verdict::go_on));
  action.test->arms[0].clusters = action.test->arms[1].clusters = Clusters{};
  CHECK_FALSE(reserve_of(market, action, Verdict::adopt));
  // A pilot in one segment only flatters.
  action.lever = Family::communication;
  action.test = pilot(100, 60, 0.3);
  CHECK_FALSE(reserve_of(market, action, Verdict::adopt));
  action.segment = "north";
  CHECK(reserve_of(market, action, Verdict::adopt) == TrialReserve::no_comparison);
  CHECK_FALSE(reserve_of(market, action, Verdict::drop));
}

TEST_CASE("before the planned size only what holds at any time decides") {
  const Trial early = read(compared({{1000, 50}, {1000, 72}}, 8000), day - std::chrono::days(70));
  check_verdict(early, Verdict::go_on,
                TrialReason::size_not_reached); // p is 0.04: chance enough when peeked at
  CHECK(early.looks == Looks::early);
  CHECK(std::get<AbReading>(early.reading).comparisons.front().p_value < 0.05);
  CHECK(*early.weeks_left == Approx(30));
  check_verdict(read(compared({{1000, 50}, {1000, 130}}, 8000)), Verdict::adopt, TrialReason::better_early);
  check_verdict(read(compared({{1000, 130}, {1000, 50}}, 8000)), Verdict::drop, TrialReason::worse);
}

TEST_CASE("without a planned size, or past it, only what holds at any time decides") {
  const std::vector<Proportion> arms{{4000, 200}, {4000, 260}}; // p is 0.004: chance enough when peeked at
  check_verdict(read(compared(arms, 8000)), Verdict::adopt, TrialReason::better);
  check_verdict(read(compared(arms, 7950)), Verdict::adopt, TrialReason::better); // to within a hundredth
  check_verdict(read(compared(arms, 6000)), Verdict::cannot_tell, TrialReason::past);
  check_verdict(read(compared(arms)), Verdict::cannot_tell, TrialReason::unplanned);
  check_verdict(read(compared({{4000, 200}, {4000, 400}})), Verdict::adopt, TrialReason::better_early);
  check_verdict(read(compared({{4000, 400}, {4000, 200}}, 6000)), Verdict::drop, TrialReason::worse);
  check_verdict(read(compared({{500, 25}, {500, 31}}, {}, 0.02)), Verdict::go_on, TrialReason::not_precise);

  check_verdict(read(pilot(84, 31, 0.25, 84)), Verdict::adopt, TrialReason::above_threshold);
  check_verdict(read(pilot(84, 31, 0.25, 60)), Verdict::cannot_tell, TrialReason::past);
  check_verdict(read(pilot(84, 31, 0.25, {}, 0.1)), Verdict::go_on, TrialReason::not_precise);
  check_verdict(read(pilot(84, 60, 0.25)), Verdict::adopt, TrialReason::better_early);
  check_verdict(read(pilot(400, 40, 0.2, 300)), Verdict::drop, TrialReason::below_threshold);

  Test unplanned = sequence(40, 60, 30);
  check_verdict(read(unplanned), Verdict::adopt, TrialReason::better);
  unplanned.planned_size.reset();
  CHECK(read(unplanned).looks == Looks::unplanned);
  CHECK(read(unplanned).verdict != Verdict::drop);
}

TEST_CASE("several arms: Holm's correction, and the best of those that are better") {
  const Trial three = read(compared({{1000, 100}, {1000, 150}, {1000, 128}}, 3000));
  check_verdict(three, Verdict::adopt, TrialReason::better);
  const auto& reading = std::get<AbReading>(three.reading);
  CHECK(*reading.best == 1);
  CHECK(reading.comparisons[1].p_value < 0.05);
  CHECK(reading.comparisons[0].holm_p_value == Approx(2 * reading.comparisons[0].p_value));
  check_verdict(read(compared({{1000, 100}, {1000, 129}, {1000, 102}}, 3000)), Verdict::cannot_tell,
                TrialReason::unclear); // 0.042 alone, 0.083 of two
}

TEST_CASE("samples that cannot be compared give no verdict") {
  check_verdict(read(compared({{5300, 200}, {4700, 260}})), Verdict::cannot_tell, TrialReason::uneven_split);
  check_verdict(read(compared({{100, 9}})), Verdict::cannot_tell, TrialReason::too_few_arms);
  check_verdict(read(compared({{100, 9}, {0, 0}})), Verdict::cannot_tell, TrialReason::empty_arm);
  check_verdict(read(compared({})), Verdict::not_begun, TrialReason::no_data);
  check_verdict(read(compared({}, 100)), Verdict::not_begun, TrialReason::not_begun);
  check_verdict(read(compared({{10, 12}, {10, 2}})), Verdict::cannot_tell, TrialReason::impossible);
  check_verdict(read(compared({{10, -1}, {10, 2}})), Verdict::cannot_tell, TrialReason::impossible);
}

TEST_CASE("more than the market holds: say so, and what all of it could show") {
  const Trial trial = read(compared({{50, 3}, {50, 4}}, 100, 0.01), std::nullopt, 2000);
  check_verdict(trial, Verdict::cannot_tell, TrialReason::beyond_market);
  REQUIRE(trial.market_detectable);
  CHECK(*sample_size(0.06, 0.06 + *trial.market_detectable, 0.05, 0.8) == Approx(1000).epsilon(1e-9));
}

TEST_CASE("Fisher's test where few are expected, the z test elsewhere") {
  const Trial few = read(compared({{40, 0}, {41, 3}}));
  const Trial many = read(compared({{4000, 200}, {4000, 260}}));
  CHECK(std::get<AbReading>(few.reading).comparisons.front().method == ComparisonMethod::fisher);
  CHECK(std::get<AbReading>(few.reading).comparisons.front().p_value ==
        Approx(0.2407407407407407).epsilon(1e-9));
  CHECK(std::get<AbReading>(many.reading).comparisons.front().method == ComparisonMethod::z_test);
}

TEST_CASE("pilots against their threshold") {
  check_verdict(read(pilot(84, 31, 0.25, 84)), Verdict::adopt, TrialReason::above_threshold);
  check_verdict(read(pilot(400, 40, 0.2)), Verdict::drop, TrialReason::below_threshold);
  check_verdict(read(pilot(140, 61, 0.35, 200)), Verdict::go_on, TrialReason::size_not_reached);
  check_verdict(read(pilot(100, 90, 0.3, 200)), Verdict::adopt, TrialReason::better_early);
  check_verdict(read(pilot(100, 28, 0.3, 100)), Verdict::drop, TrialReason::no_gain);
  check_verdict(read(pilot(50, 17, 0.3, 50, 0.1)), Verdict::go_on, TrialReason::not_precise);
  check_verdict(read(pilot(50, 17, std::nullopt)), Verdict::cannot_tell, TrialReason::no_threshold);
  check_verdict(read(pilot(0, 0, 0.3, 50)), Verdict::not_begun, TrialReason::not_begun);
  check_verdict(read(pilot(5, 9, 0.3, 50)), Verdict::cannot_tell, TrialReason::impossible);
}

TEST_CASE("sequences: a step is told from the trend, or what is missing is said") {
  check_verdict(read(sequence(40, 80, 30)), Verdict::adopt, TrialReason::better);
  check_verdict(read(sequence(80, 40, 30)), Verdict::drop, TrialReason::worse);
  Test small = sequence(400, 404, 60);
  small.min_effect = 0.2;
  check_verdict(read(small), Verdict::drop, TrialReason::too_small);
  check_verdict(read(sequence(40, 80, 2)), Verdict::cannot_tell, TrialReason::too_few_steps);
  Test uneven = sequence(40, 80, 30);
  uneven.series->points.erase(uneven.series->points.begin() + 4);
  check_verdict(read(uneven), Verdict::cannot_tell, TrialReason::uneven_steps);
  Test late = sequence(40, 80, 30);
  late.starts.front().date = day + std::chrono::days(9);
  check_verdict(read(late), Verdict::not_begun, TrialReason::not_begun);
  late.starts.front().date = day - std::chrono::days(1);
  check_verdict(read(late), Verdict::cannot_tell, TrialReason::no_start);
  Test twice = sequence(40, 80, 30);
  twice.starts.push_back({twice.starts.front().date + std::chrono::days(1), "other", {}});
  twice.starts.front().date += std::chrono::days(2); // both first seen at the same count
  check_verdict(read(twice), Verdict::cannot_tell, TrialReason::steps_too_near);
  Test zeros = sequence(40, 80, 30);
  for (auto& point : zeros.series->points)
    point.value = 0;
  check_verdict(read(zeros), Verdict::cannot_tell, TrialReason::only_zeros);
}

TEST_CASE("extreme counts give finite figures") {
  const std::int64_t billion = 1000000000;
  for (const Proportion& a : {Proportion{1, 0}, {1, 1}, {billion, 0}, {billion, billion}, {billion, 12345}})
    for (const Proportion& b :
         {Proportion{1, 0}, {1, 1}, {billion, 0}, {billion, billion}, {billion, 22345}}) {
      CAPTURE(a.exposed, a.converted, b.exposed, b.converted);
      const Trial trial = read(compared({a, b}, {}, 0.01));
      if (const auto* reading = std::get_if<AbReading>(&trial.reading); reading != nullptr)
        for (const ReadComparison& one : reading->comparisons) {
          CHECK((one.p_value >= 0 && one.p_value <= 1));
          CHECK((one.always_valid.p_value >= 0 && one.always_valid.p_value <= 1));
          CHECK((one.probability_better >= 0 && one.probability_better <= 1));
          CHECK(one.interval.low <= one.difference + 1e-12);
          CHECK(one.interval.high >= one.difference - 1e-12);
          CHECK(one.always_valid.interval.low >= 0);
          CHECK_FALSE(std::isnan(one.always_valid.interval.high));
        }
      for (const double threshold : {0.0, 1e-300, 0.3, 1.0}) {
        const Trial alone = read(pilot(b.exposed, b.converted, threshold));
        const auto& told = std::get<PilotReading>(alone.reading);
        CHECK((*told.p_value >= 0 && *told.p_value <= 1));
        CHECK((told.always_valid->p_value >= 0 && told.always_valid->p_value <= 1));
        CHECK((told.always_valid->interval.low >= 0 && told.always_valid->interval.high <= 1));
      }
    }
}

TEST_CASE("sizes asked for are the smallest that do") {
  // Exact sizes of single-sample binomial tests: A'Hern 2001, table 2 (alpha 0.05, power 0.8).
  CHECK(*binomial_size(0.05, 0.20, 0.05, 0.8) == 27);
  CHECK(*binomial_size(0.10, 0.30, 0.05, 0.8) == 25);
  CHECK_FALSE(binomial_size(0.3, 0.3, 0.05, 0.8));
  TrialWish wish{Protocol::ab, 0.05, 0.02};
  CHECK(design_trial(wish)->size == 4426);
  wish.split = {0.5, 0.25, 0.25};
  const auto three = *design_trial(wish);
  CHECK(three.arms[0] == Approx(2 * three.arms[1]).margin(2));
  wish.market = 500;
  CHECK_FALSE(design_trial(wish)->feasible);
  CHECK(*design_trial(wish)->detectable > 0.02);
  wish.effect = 1e-9;
  CHECK_FALSE(design_trial(wish)); // some 1e17
  wish.effect = 0.96;
  CHECK_FALSE(design_trial(wish));
  CHECK_FALSE(design_trial({Protocol::sequence, 20, 1e-9}));
}

TEST_CASE("a pilot spread wider costs what its results say, where they do") {
  Strategy strategy;
  strategy.budget = Budget{};
  strategy.budget->day_rate = 400;
  Action action;
  action.cost = Cost{200, 2.0, 5000.0, {}, {}};
  action.test = pilot(60, 20, 0.2, 60);
  action.test->scale_to = 600;
  const auto told = [&] { return std::get<PilotReading>(read_trial(strategy, action, day)->reading); };
  CHECK(*told().cost_at_scale == Approx(10000));
  CHECK(told().cost_source == CostSource::planned);
  Result result;
  result.date = day - std::chrono::days{7};
  result.money = 260;
  result.days = 3;
  action.results = {result};
  CHECK(*told().cost_at_scale == Approx(14600)); // setting up is not to be done again
  CHECK(told().cost_source == CostSource::results);
  action.runs = Runs{{}, {}, 2, {}};
  CHECK(*told().cost_at_scale == Approx((1460 + 1000) * 10));
  CHECK(told().cost_source == CostSource::completed);
  action.runs.reset();
  action.results[0].days.reset();
  CHECK(told().cost_source == CostSource::completed);
  action.cost->days = 0;
  CHECK(told().cost_source == CostSource::results);
}

TEST_CASE("a decided test measures the effect of a run, where no result does") {
  Action action;
  action.test = pilot(84, 31, 0.25, 84);
  action.runs = Runs{{}, {}, 2, {}};
  Uncertain assumed;
  assumed.value = 400;
  action.effect = assumed;
  const Trial adopt = read(*action.test);
  // 31 converted in two runs; less, as a pilot is adopted for doing well.
  const auto adopted = run_effect(action, nullptr, &adopt);
  CHECK(adopted->raw->value == 15.5);
  CHECK(adopted->tested);
  action.effect.reset(); // what was thought of it moves it as it moves results
  CHECK(run_effect(action, nullptr, &adopt)->estimate.value < 15.5);
  CHECK(run_effect(action, nullptr, &adopt)->estimate.value > 10.5); // its threshold
  CHECK(adopted->estimate.value > run_effect(action, nullptr, &adopt)->estimate.value);
  action.effect = assumed;
  const Trial undecided = read(pilot(84, 31, 0.25, 200));
  CHECK(run_effect(action, nullptr, &undecided)->estimate.value == 400);
  Objective rate;
  rate.metric.scale = Scale::rate;
  CHECK(run_effect(action, &rate, &adopt)->estimate.value == 400);
  action.results = {{day, 1, {}, {}, 62, {}}};
  CHECK_FALSE(run_effect(action, nullptr, &adopt)->tested);
  CHECK(run_effect(action, nullptr, &adopt)->estimate.value == Approx(231)); // the mean of 400 and 62
}

TEST_CASE("lists are split to within one by stratum and in all, the same for a seed") {
  std::vector<std::uint32_t> strata;
  for (std::uint32_t i = 0; i < 1000; ++i)
    strata.push_back(i % 7 == 0 ? 9 : i % 3);
  const double split[] = {2, 1, 1};
  const auto arms = assign(strata, split, 7);
  CHECK(arms == assign(strata, split, 7));
  CHECK(arms != assign(strata, split, 8));
  std::vector<double> all(3);
  for (std::uint32_t stratum = 0; stratum < 10; ++stratum) {
    std::vector<double> count(3);
    double members = 0;
    for (std::size_t i = 0; i < arms.size(); ++i)
      if (strata[i] == stratum) {
        ++count[arms[i]];
        ++all[arms[i]];
        ++members;
      }
    for (std::size_t arm = 0; arm < 3; ++arm)
      CHECK(std::abs(count[arm] - members * split[arm] / 4) < 1);
  }
  CHECK(std::abs(all[0] - 500) <= 1);
  CHECK(std::abs(all[1] - 250) <= 1);
  CHECK(assign({}, split, 7).empty());
}

TEST_CASE("a market shows as much to a test in the file as to one designed: its smallest arm decides") {
  Test test = compared({{500, 30}, {400, 26}, {100, 7}}, 1000, 0.001);
  test.split = {0.5, 0.4, 0.1};
  TrialWish wish{Protocol::ab, 0.06, 0.001};
  wish.split = test.split;
  wish.market = 2000;
  CHECK(*read(test, std::nullopt, 2000).market_detectable == Approx(*design_trial(wish)->detectable));
}

TEST_CASE("a pilot whose gain is surely less than what counts is dropped") {
  check_verdict(read(pilot(4000, 1000, 0.23, 4000, 0.1)), Verdict::drop, TrialReason::too_small);
  check_verdict(read(pilot(4000, 1000, 0.23, 4000, 0.02)), Verdict::adopt, TrialReason::above_threshold);
  check_verdict(read(pilot(4000, 1000, 0.23, 9000, 0.2)), Verdict::drop,
                TrialReason::too_small); // at any time
  check_verdict(read(pilot(4000, 1000, 0.3, 4000, 0.2)), Verdict::drop, TrialReason::below_threshold);
}

TEST_CASE("a test that would outlast the period says so") {
  Strategy strategy;
  strategy.period.end = day + std::chrono::days{60};
  Action letter;
  letter.id = "letter";
  letter.test = pilot(100, 28, 0.3, 200);
  letter.start = day - std::chrono::days{70};
  strategy.actions.push_back(letter);
  const Trial late = *read_trial(strategy, strategy.actions.front(), day);
  CHECK(*late.weeks_left == Approx(10));
  CHECK(late.outlasts == strategy.period.end);
  strategy.period.end = day + std::chrono::days{80};
  CHECK_FALSE(read_trial(strategy, strategy.actions.front(), day)->outlasts);
}

TEST_CASE("what a test still needs is what its design asks, whatever its split") {
  Test test = compared({{3000, 150}, {1000, 56}}, {}, 0.02);
  test.split = {3, 1};
  const Trial trial = read(test);
  TrialWish wish{Protocol::ab, 0.05, 0.02};
  wish.split = test.split;
  REQUIRE(trial.go_on_until);
  CHECK(*trial.go_on_until == design_trial(wish)->size);
}
