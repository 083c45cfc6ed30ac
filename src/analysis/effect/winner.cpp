#include "analysis/effect/winner.hpp"
#include "analysis/numbers/distributions.hpp"
#include "deploy_plan/effects.hpp"
#include "deploy_plan/uncertainty.hpp"
#include <algorithm>
#include <cmath>
#include <vector>

namespace deploy_plan::analysis {
namespace {

/// Probability that one that is kept shows at least so much, of a true effect.
double shows_as_much(double effect, double limit, double truth) {
  return normal_above(effect - truth) / normal_above(limit - truth);
}

/// The true effect that shows as much with a probability.
double truth_of(double effect, double limit, double probability) {
  double low = least_kept;
  double high = effect + 6;
  if (shows_as_much(effect, limit, low) >= probability)
    return low;
  constexpr int halvings = 60;
  for (int i = 0; i < halvings; ++i) {
    const double middle = low / 2 + high / 2;
    (shows_as_much(effect, limit, middle) < probability ? low : high) = middle;
  }
  return low / 2 + high / 2;
}
} // namespace

Interval kept_interval(double effect, double limit) {
  constexpr double surely_kept = 12; // beyond, the limit cuts nothing off
  if (!(limit > effect - surely_kept))
    return {effect - z_90, effect + z_90};
  const double cut = std::min(limit, effect);
  return {truth_of(effect, cut, 0.05), truth_of(effect, cut, 0.95)};
}

double best_of_kept(std::span<const double> effects, double correlation) {
  const std::vector<double> errors(effects.size(), std::sqrt(1 - correlation));
  const RandomEffects together = random_effects(effects, errors);
  return *std::max_element(together.shrunk.begin(), together.shrunk.end());
}

} // namespace deploy_plan::analysis
