#include "deploy_plan/groups.hpp"
#include "deploy_plan/trial_design.hpp"
#include "trials.hpp"
#include <cmath>

using namespace deploy_plan;
using namespace deploy_plan::test;
using deploy_plan::test::read;

namespace {

Clusters clusters_of(const std::vector<Proportion>& groups) {
  Clusters clusters;
  for (const Proportion& one : groups)
    clusters.counted.push_back({"", one.exposed, one.converted, {}});
  return clusters;
}

Proportion group_sums(const std::vector<Proportion>& groups) {
  Proportion all;
  for (const Proportion& one : groups) {
    all.exposed += one.exposed;
    all.converted += one.converted;
  }
  return all;
}

deploy_plan::Test grouped(const std::vector<std::vector<Proportion>>& arms,
                          std::optional<std::int64_t> planned = std::nullopt) {
  deploy_plan::Test test;
  test.protocol = Protocol::ab;
  test.planned_size = planned;
  for (const auto& groups : arms)
    test.arms.push_back({"arm " + std::to_string(test.arms.size()),
                         group_sums(groups).exposed,
                         group_sums(groups).converted,
                         clusters_of(groups),
                         {}});
  return test;
}

deploy_plan::Test groups_piloted(const std::vector<Proportion>& groups, double threshold,
                                 std::optional<std::int64_t> planned = std::nullopt) {
  deploy_plan::Test test;
  test.protocol = Protocol::pilot;
  test.planned_size = planned;
  test.threshold = threshold;
  test.exposed = group_sums(groups).exposed;
  test.converted = group_sums(groups).converted;
  test.clusters = clusters_of(groups);
  return test;
}

void check_reads(const Trial& trial, Verdict verdict, TrialReason reason) {
  CHECK(static_cast<int>(trial.verdict) == static_cast<int>(verdict));
  CHECK(static_cast<int>(trial.reason) == static_cast<int>(reason));
}

const std::vector<Proportion> few_convert{{100, 8}, {100, 12}, {100, 10}, {100, 9}, {100, 11}, {100, 10}};
const std::vector<Proportion> many_convert{{100, 18}, {100, 22}, {100, 20}, {100, 19}, {100, 21}, {100, 20}};
/// People would show a gain: 100 of 600 against 60 of 600, p = 0.0007. Groups differ as much among
/// themselves.
const std::vector<Proportion> uneven_low{{100, 0}, {100, 30}, {100, 2}, {100, 1}, {100, 25}, {100, 2}};
const std::vector<Proportion> uneven_high{{100, 2}, {100, 40}, {100, 5}, {100, 35}, {100, 15}, {100, 3}};
} // namespace

TEST_CASE("designs of groups match what is published") {
  // NIH's calculator; CRTSize's 44.26, whole; 2 213 an arm times 3.45.
  CHECK(*clusters_needed({150, 0, 0.05}, 0.1, 0.2, 0.05, 0.8) == 12);
  CHECK(*clusters_needed({25, 0, 0.2}, 0.03, 0.1, 0.05, 0.8) == 45);
  CHECK(*clusters_needed({50, 0, 0.05}, 0.05, 0.07, 0.05, 0.8) == 153);
  CHECK(ClusterShape{50, 0, 0.05}.design_effect() == Approx(3.45));
  CHECK(std::ceil(std::ceil(*sample_size(0.05, 0.07, 0.05, 0.8)) * 3.45) == 7635);
  CHECK(ClusterShape{50, 0.5, 0.05}.design_effect() == Approx(4.075));
  CHECK(ClusterShape{50, 0, -0.01}.design_effect() == 1);
  CHECK_FALSE(clusters_needed({50, 0, 0.05}, 0.9, 1.1, 0.05, 0.8));
  CHECK_FALSE(clusters_needed({50, 0, 0.05}, 0.9, 0.9, 0.05, 0.8));

  TrialWish wish{Protocol::ab, 0.05, 0.02};
  wish.cluster_size = 50;
  wish.icc = 0.05;
  const auto design = *design_trial(wish);
  CHECK(design.clusters == std::vector<double>{153, 153});
  CHECK(design.arms == std::vector<double>{7650, 7650});
  CHECK(design.size == 15300);
  CHECK(*design.design_effect == Approx(3.45));
  wish.market = 10000;
  const auto tight = *design_trial(wish);
  CHECK_FALSE(tight.feasible);
  CHECK(*tight.detectable > 0.02);
  wish.market = 60;
  CHECK_FALSE(design_trial(wish)->detectable);

  TrialWish pilot{Protocol::pilot, 0.2, 0.1};
  pilot.cluster_size = 12;
  pilot.icc = 0.05;
  const auto alone = *design_trial(pilot);
  CHECK(alone.arms.empty());
  CHECK(alone.size == 12 * alone.clusters.at(0));
  CHECK(alone.size > design_trial({Protocol::pilot, 0.2, 0.1})->size);
}

TEST_CASE("groups that differ are told apart, and people counted one by one are not taken for proof") {
  const Trial better = read(grouped({few_convert, many_convert}, 1200));
  check_reads(better, Verdict::adopt, TrialReason::better);
  const auto& reading = std::get<AbReading>(better.reading);
  CHECK(reading.comparisons.front().difference == Approx(0.1));
  CHECK(reading.comparisons.front().degrees == 10);
  CHECK(reading.comparisons.front().method == ComparisonMethod::cluster_t);
  CHECK(reading.clusters->clusters == std::vector<std::size_t>{6, 6});
  CHECK(reading.clusters->mean_size == 100);

  const Trial chance = read(grouped({uneven_low, uneven_high}, 1200));
  check_reads(chance, Verdict::cannot_tell, TrialReason::unclear);
  CHECK(z_test(group_sums(uneven_low), group_sums(uneven_high)) < 0.01);
  CHECK(std::get<AbReading>(chance.reading).comparisons.front().p_value > 0.4);
  CHECK(*std::get<AbReading>(chance.reading).clusters->design_effect > 10);
}

TEST_CASE("without a planned size groups are told apart only where it holds at any time") {
  check_reads(read(grouped({few_convert, many_convert})), Verdict::adopt, TrialReason::better_early);
  check_reads(read(grouped({many_convert, few_convert})), Verdict::drop, TrialReason::worse);
  check_reads(read(grouped({uneven_low, uneven_high})), Verdict::cannot_tell, TrialReason::unplanned);
  const Trial sure = read(grouped({few_convert, many_convert}));
  const auto& one = std::get<AbReading>(sure.reading).comparisons.front();
  CHECK(one.always_valid.interval.low > 1);
  CHECK(one.always_valid.interval.low < 2);
  CHECK(one.always_valid.interval.high > 2);
}

TEST_CASE("a planned size is reached to within half a group of each arm") {
  CHECK(read(grouped({few_convert, many_convert}, 1290)).looks == Looks::as_planned);
  CHECK(read(grouped({few_convert, many_convert}, 1310)).looks == Looks::early);
  CHECK(read(grouped({few_convert, many_convert}, 1095)).looks == Looks::as_planned);
  CHECK(read(grouped({few_convert, many_convert}, 1085)).looks == Looks::past);
}

TEST_CASE("groups that cannot tell are told so") {
  check_reads(read(grouped({{{100, 10}}, {{100, 30}}})), Verdict::cannot_tell, TrialReason::too_few_clusters);
  check_reads(read(grouped({{{100, 10}, {0, 0}}, many_convert})), Verdict::cannot_tell,
              TrialReason::too_few_clusters);
  const std::vector<Proportion> alike{{100, 10}, {50, 5}, {20, 2}};
  check_reads(read(grouped({alike, alike}, 340)), Verdict::cannot_tell, TrialReason::too_few_clusters);
  const std::vector<Proportion> everyone{{100, 100}, {50, 50}, {20, 20}};
  check_reads(read(grouped({everyone, everyone}, 340)), Verdict::cannot_tell, TrialReason::too_few_clusters);
  check_reads(read(grouped({few_convert, {{100, 120}, {100, 2}}})), Verdict::cannot_tell,
              TrialReason::impossible);
  check_reads(read(grouped({{}, {}})), Verdict::not_begun, TrialReason::no_data);
  deploy_plan::Test half = grouped({few_convert, many_convert});
  half.arms.front().clusters.reset();
  check_reads(read(half), Verdict::cannot_tell, TrialReason::clusters_not_given);
  // Those who all converted, beside groups that differ, are a right figure.
  check_reads(read(grouped({few_convert, everyone}, 770)), Verdict::adopt, TrialReason::better);
}

TEST_CASE("it is groups that must be split as planned, empty ones too") {
  std::vector<Proportion> many(40, {10, 1});
  for (std::size_t i = 0; i < many.size(); ++i)
    many[i].converted = static_cast<std::int64_t>(i % 3);
  const std::vector<Proportion> few(many.begin(), many.begin() + 8);
  check_reads(read(grouped({few, many}, 480)), Verdict::cannot_tell, TrialReason::uneven_split);
  std::vector<Proportion> padded = few;
  padded.resize(40, {0, 0});
  CHECK(std::get<AbReading>(read(grouped({padded, many}, 480)).reading).srm_p_value == Approx(1));
}

TEST_CASE("a pilot of groups is read by their rates") {
  check_reads(read(groups_piloted(many_convert, 0.15, 600)), Verdict::adopt, TrialReason::above_threshold);
  check_reads(read(groups_piloted(many_convert, 0.15)), Verdict::adopt, TrialReason::better_early);
  check_reads(read(groups_piloted(few_convert, 0.15, 600)), Verdict::drop, TrialReason::below_threshold);
  check_reads(read(groups_piloted(uneven_high, 0.1, 600)), Verdict::go_on, TrialReason::not_precise);
  check_reads(read(groups_piloted({{60, 9}}, 0.1)), Verdict::cannot_tell, TrialReason::too_few_clusters);
  const auto reading = std::get<PilotReading>(read(groups_piloted({{10, 5}, {90, 0}}, 0.1)).reading);
  CHECK(reading.rate() == 0.25); // each group counts as one
  CHECK(reading.interval.low == 0);
}

TEST_CASE("how alike those of a group are may be below 0, 1, or unknown") {
  const std::vector<Proportion> same{{10, 5}, {10, 5}, {10, 5}};
  const std::vector<Proportion> split{{10, 10}, {10, 0}};
  const std::vector<Proportion> ones{{1, 1}, {1, 0}};
  const std::vector<Proportion> nobody{{10, 0}, {10, 0}};
  const auto likeness = [](const std::vector<Proportion>& groups) {
    const ClusterCounts arms[] = {groups};
    return intracluster_correlation(arms, 0.9);
  };
  CHECK(likeness(same)->value == Approx(-1.0 / 9));
  CHECK(likeness(split)->value == 1);
  CHECK_FALSE(likeness(ones));
  CHECK_FALSE(likeness(nobody));
  CHECK_FALSE(likeness({}));
  const auto seen = likeness(uneven_low);
  REQUIRE(seen->interval);
  CHECK(seen->interval->low < seen->value);
  CHECK(seen->interval->high > seen->value);
}

TEST_CASE("a hundred thousand groups are read") {
  std::vector<Proportion> a;
  std::vector<Proportion> b;
  for (std::int64_t i = 0; i < 50000; ++i) {
    a.push_back({20, i % 3});
    b.push_back({20, i % 4});
  }
  check_reads(read(grouped({a, b}, 2000000), std::nullopt, 10000000), Verdict::adopt, TrialReason::better);
}

TEST_CASE("what holds at any time for groups is wider than what holds once, and never nothing") {
  const ClusterRates a = cluster_rates(few_convert);
  const ClusterRates b = cluster_rates(many_convert);
  const auto once = cluster_t_test(a, b, 0.95);
  const auto always = always_valid_clusters(a, b, 0.05);
  CHECK(always.p_value > once->p_value);
  CHECK(always_valid_clusters(a, a, 0.05).p_value == 1);
  const auto swapped = always_valid_clusters(b, a, 0.05);
  CHECK(swapped.p_value == Approx(always.p_value));
  CHECK(1 / swapped.interval.high == Approx(always.interval.low).epsilon(1e-6));
  const auto nobody = always_valid_clusters(cluster_rates(std::vector<Proportion>(4, {10, 0})), b, 0.05);
  CHECK(std::isinf(nobody.interval.high));
  const auto above = always_valid_clusters_above(b, 0.15, 0.05);
  CHECK(above.p_value < 0.05);
  CHECK(above.interval.low > 0.15);
  CHECK(above.interval.low < cluster_t_test_above(b, 0.15, 0.95)->interval.low);
  CHECK(always_valid_clusters_above(b, 0.25, 0.05).p_value == 1);
}
