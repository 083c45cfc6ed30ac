// People drawn in groups as they are in the field: rates that vary from one group to the next (beta, by the
// intracluster correlation), sizes that do, too, and how often what is read of them is wrong.
#pragma once
#include "analysis/numbers/random.hpp"
#include "analysis/numbers/sampling.hpp"
#include "deploy_plan/groups.hpp"
#include "deploy_plan/trial.hpp"
#include "deploy_plan/trial_design.hpp"

namespace deploy_plan::test {

/// The groups of an arm; sizes lie evenly from `smallest` to `largest`.
struct TrueGroups {
  double rate = 0.1;
  double icc = 0.05;
  std::uint64_t smallest = 20, largest = 120;
};

inline double beta_draw(analysis::Random& random, double a, double b) {
  const double one = analysis::gamma_draw_of_any_shape(random, a);
  const double other = analysis::gamma_draw_of_any_shape(random, b);
  return one + other > 0 ? one / (one + other) : 0;
}

inline Proportion group_drawn(analysis::Random& random, const TrueGroups& truth) {
  Proportion group;
  group.exposed =
      static_cast<std::int64_t>(truth.smallest + random.below(truth.largest - truth.smallest + 1));
  const double alike = (1 - truth.icc) / truth.icc;
  const double rate =
      truth.icc > 0 ? beta_draw(random, truth.rate * alike, (1 - truth.rate) * alike) : truth.rate;
  for (std::int64_t i = 0; i < group.exposed; ++i)
    group.converted += random.uniform() < rate ? 1 : 0;
  return group;
}

inline std::vector<Proportion> groups_drawn(analysis::Random& random, const TrueGroups& truth, int count) {
  std::vector<Proportion> groups;
  for (int i = 0; i < count; ++i)
    groups.push_back(group_drawn(random, truth));
  return groups;
}

inline void add(Clusters& clusters, const Proportion& group) {
  clusters.counted.push_back({"", group.exposed, group.converted, {}});
}

/// The test of an action, read without a market.
inline Trial read_groups(const Test& test) {
  Strategy strategy;
  strategy.actions.emplace_back();
  strategy.actions.front().test = test;
  return *read_trial(strategy, strategy.actions.front(), std::chrono::year{2026} / 3 / 1);
}

inline Test with_groups(Protocol protocol, const std::vector<std::vector<Proportion>>& arms) {
  Test test;
  test.protocol = protocol;
  for (const auto& groups : arms) {
    Clusters clusters;
    Proportion all;
    for (const Proportion& group : groups) {
      add(clusters, group);
      all.exposed += group.exposed;
      all.converted += group.converted;
    }
    if (protocol == Protocol::ab)
      test.arms.push_back({"arm", all.exposed, all.converted, std::move(clusters), {}});
    else {
      test.exposed = all.exposed;
      test.converted = all.converted;
      test.clusters = std::move(clusters);
    }
  }
  return test;
}

/// How often two arms without a difference are told apart at 0.05, two-sided.
inline double false_alarms_of_groups(double icc, int clusters, int trials, std::uint64_t seed) {
  const TrueGroups truth{0.1, icc};
  int alarms = 0;
  for (int trial = 0; trial < trials; ++trial) {
    analysis::Random random(seed, static_cast<std::uint64_t>(trial));
    const auto a = cluster_rates(groups_drawn(random, truth, clusters));
    const auto b = cluster_rates(groups_drawn(random, truth, clusters));
    const auto test = cluster_t_test(a, b, 0.95);
    alarms += test && test->p_value <= 0.05 ? 1 : 0;
  }
  return static_cast<double>(alarms) / trials;
}

/// The same, counting people one by one: what is wrong.
inline double false_alarms_of_people(double icc, int clusters, int trials, std::uint64_t seed) {
  const TrueGroups truth{0.1, icc};
  int alarms = 0;
  for (int trial = 0; trial < trials; ++trial) {
    analysis::Random random(seed, static_cast<std::uint64_t>(trial));
    Proportion arms[2];
    for (Proportion& arm : arms)
      for (const Proportion& group : groups_drawn(random, truth, clusters)) {
        arm.exposed += group.exposed;
        arm.converted += group.converted;
      }
    alarms += z_test(arms[0], arms[1]) <= 0.05 ? 1 : 0;
  }
  return static_cast<double>(alarms) / trials;
}

/// How often an arm that does nothing is adopted at one of so many looks, evenly over the arrival of its
/// groups, which come by pairs; `planned` says whether their size is planned, or no size is. Nominally 0.025.
inline double false_adoptions_of_groups(double icc, int clusters, int looks, bool planned, int trials,
                                        std::uint64_t seed) {
  const TrueGroups truth{0.1, icc};
  int adopted = 0;
  for (int trial = 0; trial < trials; ++trial) {
    analysis::Random random(seed, static_cast<std::uint64_t>(trial));
    const auto a = groups_drawn(random, truth, clusters);
    const auto b = groups_drawn(random, truth, clusters);
    const auto part = [&](const std::vector<Proportion>& all, int look) {
      return std::vector<Proportion>(all.begin(), all.begin() + std::max(1, clusters * look / looks));
    };
    bool is_adopted = false;
    for (int look = 1; look <= looks && !is_adopted; ++look) {
      Test test = with_groups(Protocol::ab, {part(a, look), part(b, look)});
      if (planned)
        test.planned_size = static_cast<std::int64_t>(clusters) * 2 *
                            static_cast<std::int64_t>((truth.smallest + truth.largest) / 2);
      is_adopted = read_groups(test).verdict == Verdict::adopt;
    }
    adopted += is_adopted ? 1 : 0;
  }
  return static_cast<double>(adopted) / trials;
}

/// How often a pilot whose rate is its threshold is adopted at one of so many looks. Nominally 0.05.
inline double false_adoptions_of_pilot_groups(double icc, int clusters, int looks, int trials,
                                              std::uint64_t seed) {
  const TrueGroups truth{0.1, icc};
  int adopted = 0;
  for (int trial = 0; trial < trials; ++trial) {
    analysis::Random random(seed, static_cast<std::uint64_t>(trial));
    const auto all = groups_drawn(random, truth, clusters);
    bool is_adopted = false;
    for (int look = 1; look <= looks && !is_adopted; ++look) {
      Test test =
          with_groups(Protocol::pilot, {{all.begin(), all.begin() + std::max(1, clusters * look / looks)}});
      test.threshold = truth.rate;
      if (looks == 1)
        test.planned_size = test.exposed;
      is_adopted = read_groups(test).verdict == Verdict::adopt;
    }
    adopted += is_adopted ? 1 : 0;
  }
  return static_cast<double>(adopted) / trials;
}

/// How often a test of groups designed so sees the effect that it is designed for; sizes lie evenly within
/// the square root of 3 times their variation of the mean.
inline double power_of_groups(const TrialWish& wish, int trials, std::uint64_t seed) {
  const auto design = *design_trial(wish);
  const double mean = *wish.cluster_size;
  const double half = std::round(std::sqrt(3.0) * wish.cluster_variation * mean);
  const auto truth = [&](double rate) {
    return TrueGroups{rate, wish.icc, static_cast<std::uint64_t>(mean - half),
                      static_cast<std::uint64_t>(mean + half)};
  };
  int seen = 0;
  for (int trial = 0; trial < trials; ++trial) {
    analysis::Random random(seed, static_cast<std::uint64_t>(trial));
    std::vector<std::vector<Proportion>> arms;
    for (const double clusters : design.clusters)
      arms.push_back(groups_drawn(
          random,
          truth(arms.empty() && wish.protocol == Protocol::ab ? wish.baseline : wish.baseline + wish.effect),
          static_cast<int>(clusters)));
    Test test = with_groups(wish.protocol, arms);
    test.planned_size = 0;
    for (const auto& arm : arms)
      for (const Proportion& group : arm)
        *test.planned_size += group.exposed;
    if (wish.protocol == Protocol::pilot)
      test.threshold = wish.baseline;
    test.alpha = wish.alpha;
    seen += read_groups(test).verdict == Verdict::adopt ? 1 : 0;
  }
  return static_cast<double>(seen) / trials;
}

} // namespace deploy_plan::test
