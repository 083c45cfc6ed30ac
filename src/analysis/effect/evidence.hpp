// What is known of one action's effect, before it is read beside others.
#pragma once
#include "deploy_plan/effect.hpp"

namespace deploy_plan::analysis {

/// What runs in a row add, in effects of the first one: the sum of what each adds, and of their squares.
struct RunShares {
  double sum = 0, squares = 0;
};
[[nodiscard]] RunShares shares_of(double decay, double before, double count);

/// What was thought of an effect before anything ran.
struct Prior {
  double mean = 0, deviation = 0;
  bool is_positive = false;
};
[[nodiscard]] std::optional<Prior> prior_of(const Action& action);

/// The results of an action, in effects of its first run.
struct Measured {
  double mean = 0;
  double runs = 0;    ///< as many as would tell as much without decay
  double squares = 0; ///< of what results differ by from the mean, for one run
  double freedom = 0; ///< degrees of it
  double variation = 0;
  /// Of the mean, where one run varies by its share of `scale`, which the results mend as they are several.
  [[nodiscard]] double deviation_at(double scale) const;
};
/// Nothing where there are no results.
[[nodiscard]] std::optional<Measured> shown_by_results(const Action& action);

/// A law whose logarithm is normal, by its 90 % interval.
[[nodiscard]] Uncertain lognormal(double middle, double deviation);
/// Of that law; nothing where that is beyond what can be counted.
[[nodiscard]] std::optional<RunEffect> measured_effect(const Uncertain& law, double deviation);
/// Of a measured effect: lognormal where the mean is well above 0, so that no draw falls below; else normal.
/// Nothing where that is beyond what can be counted.
[[nodiscard]] std::optional<RunEffect> effect_of(double mean, double deviation);
/// What was thought, and then seen with a variance (linear credibility).
[[nodiscard]] std::optional<RunEffect> updated(const Prior& prior, double seen, double variance);

/// What results show by themselves, or the test; nothing where there are none, or it has not decided.
[[nodiscard]] std::optional<RunEffect> measured_alone(const Action& action, const Objective* objective,
                                                      const Trial* trial);
/// The same, by a test that has decided.
[[nodiscard]] std::optional<RunEffect> tested_alone(const Action& action, const Trial& trial);

} // namespace deploy_plan::analysis
