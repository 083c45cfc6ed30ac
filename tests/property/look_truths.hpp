// Samples without a true difference, read again and again as they grow, and how often one of those readings
// says adopt.
#pragma once
#include "analysis/numbers/random.hpp"
#include "deploy_plan/trial.hpp"

namespace deploy_plan::test {

struct LookTruth {
  Protocol protocol = Protocol::ab; ///< or a pilot, whose rate is its threshold
  double rate = 0.1;
  int looks = 20;
  int between = 100; ///< exposed from one look to the next, all arms together
  std::optional<std::int64_t> planned = {};
};

inline deploy_plan::Test grown_test(const LookTruth& truth, const Proportion& a, const Proportion& b) {
  deploy_plan::Test test;
  test.protocol = truth.protocol;
  test.planned_size = truth.planned;
  if (truth.protocol == Protocol::pilot) {
    test.exposed = b.exposed;
    test.converted = b.converted;
    test.threshold = truth.rate;
    return test;
  }
  for (const Proportion& arm : {a, b})
    test.arms.push_back({"arm", arm.exposed, arm.converted, {}, {}});
  return test;
}

inline double adopted_at_some_look(const LookTruth& truth, int trials, std::uint64_t seed) {
  int adopted = 0;
  for (int trial = 0; trial < trials; ++trial) {
    analysis::Random random(seed, static_cast<std::uint64_t>(trial));
    Proportion a;
    Proportion b;
    bool is_adopted = false;
    for (int look = 0; look < truth.looks && !is_adopted; ++look) {
      for (int i = 0; i < truth.between; ++i) {
        Proportion& arm = truth.protocol == Protocol::ab && i % 2 == 0 ? a : b;
        ++arm.exposed;
        arm.converted += random.uniform() < truth.rate ? 1 : 0;
      }
      Strategy strategy;
      strategy.actions.emplace_back();
      strategy.actions.front().test = grown_test(truth, a, b);
      is_adopted = read_trial(strategy, strategy.actions.front(), std::chrono::year{2026} / 3 / 1)->verdict ==
                   Verdict::adopt;
    }
    adopted += is_adopted ? 1 : 0;
  }
  return static_cast<double>(adopted) / trials;
}

} // namespace deploy_plan::test
