// Winners whose true effect is known: what is read of them, beside it.
#pragma once
#include "analysis/numbers/random.hpp"
#include "deploy_plan/effects.hpp"
#include "deploy_plan/statistics.hpp"
#include <algorithm>
#include <cmath>
#include <cstdint>

namespace deploy_plan::test {

/// How far what is taken from winners lies from the truth, on average, in the deviation of one comparison.
struct WinnerBias {
  double raw, shrunk;
  double coverage; ///< of the shrunk 90 % interval
};

/// A rate as converted among exposed, drawn by the normal law: for large samples.
inline Arm drawn_arm(analysis::Random& random, std::int64_t exposed, double rate) {
  const double all = static_cast<double>(exposed);
  const double converted = all * rate + std::sqrt(all * rate * (1 - rate)) * random.normal();
  Arm arm;
  arm.exposed = exposed;
  arm.converted = std::clamp<std::int64_t>(std::llround(converted), 0, exposed);
  return arm;
}

/// Whether any arm may be adopted: reading the others in full tells nothing, and takes long.
inline bool may_be_adopted(const std::vector<Arm>& arms) {
  const auto sample = [](const Arm& arm) { return Proportion{arm.exposed, arm.converted}; };
  return std::any_of(arms.begin() + 1, arms.end(), [&](const Arm& arm) {
    return z_test(sample(arms.front()), sample(arm)) <= 0.05 / static_cast<double>(arms.size() - 1);
  });
}

/// Tests of so many arms beside a reference, all equally better than it, so much that one comparison adopts
/// its arm with this power; read at the planned size, alpha 0.05. Of those that adopt an arm, the effect of a
/// run. `trials` counts them.
inline WinnerBias bias_of_winners(double power, int arms, int trials, std::uint64_t seed) {
  constexpr std::int64_t exposed = 40000; // an arm
  constexpr double rate = 0.2;
  const double all = static_cast<double>(exposed);
  const double deviation = std::sqrt(2 * rate * (1 - rate) / all); // of a difference
  const double rise = deviation * (normal_quantile(1 - 0.025 / arms) + normal_quantile(power));
  analysis::Random random(seed);
  Strategy strategy;
  Action& action = strategy.actions.emplace_back();
  action.id = "tested";
  Test& test = action.test.emplace();
  test.protocol = Protocol::ab;
  test.planned_size = exposed * (arms + 1);
  WinnerBias bias{0, 0, 0};
  for (int adopted = 0; adopted < trials;) {
    test.arms.clear();
    test.arms.push_back(drawn_arm(random, exposed, rate));
    for (int arm = 0; arm < arms; ++arm)
      test.arms.push_back(drawn_arm(random, exposed, rate + rise));
    if (!may_be_adopted(test.arms))
      continue;
    const auto trial = read_trial(strategy, action, Date{});
    if (!trial || trial->verdict != Verdict::adopt)
      continue;
    const auto effect = run_effect(action, nullptr, &*trial);
    if (!effect || !effect->raw)
      continue;
    ++adopted;
    const double unit = deviation * all;
    bias.raw += (effect->raw->value - rise * all) / unit;
    bias.shrunk += (effect->estimate.value - rise * all) / unit;
    bias.coverage += *effect->estimate.low <= rise * all && rise * all <= *effect->estimate.high ? 1 : 0;
  }
  bias.raw /= trials;
  bias.shrunk /= trials;
  bias.coverage /= trials;
  return bias;
}

/// Actions of one lever and objective whose true effects lie apart by `spread`, the deviation of their
/// logarithm, each seen in one run that varies as usual: how far the logarithm of what is read of the leading
/// one lies from the truth, in that variation; and how often the intervals of all of them hold.
inline WinnerBias bias_of_leading_action(int actions, double spread, int rounds, std::uint64_t seed) {
  const double variation = std::sqrt(std::log1p(usual_variation * usual_variation));
  analysis::Random random(seed);
  WinnerBias bias{0, 0, 0};
  for (int round = 0; round < rounds; ++round) {
    Strategy strategy;
    strategy.objectives.emplace_back().id = "o";
    std::vector<double> truths;
    std::size_t leading = 0;
    for (int i = 0; i < actions; ++i) {
      Action& one = strategy.actions.emplace_back();
      one.objective = "o";
      truths.push_back(std::log(50) + spread * random.normal());
      Result& result = one.results.emplace_back();
      // Its median is the truth: what is read of one run alone is then a logarithm around it.
      result.effect = std::exp(truths.back() + variation * random.normal() + variation * variation / 2);
      leading = result.effect > strategy.actions[leading].results.front().effect ? static_cast<std::size_t>(i)
                                                                                 : leading;
    }
    const Effects effects(strategy, Date{});
    for (std::size_t i = 0; i < truths.size(); ++i) {
      const auto effect = effects.of(strategy.actions[i]);
      const double truth = std::exp(truths[i]);
      bias.coverage += *effect->estimate.low <= truth && truth <= *effect->estimate.high ? 1.0 / actions : 0;
      if (i != leading)
        continue;
      bias.raw += (std::log(run_effect(strategy.actions[i])->median()) - truths[i]) / variation;
      bias.shrunk += (std::log(effect->median()) - truths[i]) / variation;
    }
  }
  bias.raw /= rounds;
  bias.shrunk /= rounds;
  bias.coverage /= rounds;
  return bias;
}

} // namespace deploy_plan::test
