// How what users expected turned out.
#include "analysis/effect/evidence.hpp"
#include "analysis/numbers/distributions.hpp"
#include "deploy_plan/effects.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace {

/// A 90 % interval beside what came, in what it is normal in: logarithms where it lies above 0.
struct Judged {
  double distance = 0;      ///< of the mean of the results from the interval's middle
  double deviation = 0;     ///< of the interval
  double run_deviation = 0; ///< of that mean, as runs vary
  [[nodiscard]] bool held() const {
    return distance <= z_90 * std::hypot(deviation, run_deviation) * (1 + 1e-12);
  }
  /// What the deviation would have to be multiplied by.
  [[nodiscard]] double widening() const {
    const double needed = std::pow(distance / z_90, 2) - std::pow(run_deviation, 2);
    return std::sqrt(std::max(0.0, needed)) / deviation;
  }
};

std::optional<Judged> judged(const Action& action) {
  const auto prior = is_interval_given(action) ? analysis::prior_of(action) : std::nullopt;
  const auto seen = analysis::shown_by_results(action);
  if (!prior || !seen)
    return std::nullopt;
  const double scale = std::max(std::abs(prior->mean), prior->deviation);
  const double run_deviation = seen->deviation_at(scale);
  if (!prior->is_positive)
    return Judged{std::abs(seen->mean - prior->mean), prior->deviation, run_deviation};
  const auto told = estimate(*action.effect);
  const double deviation = std::log(*told->high / *told->low) / (2 * z_90);
  const double middle = std::log(*told->high) / 2 + std::log(*told->low) / 2;
  const double run_logarithm = std::sqrt(std::log1p(std::pow(run_deviation / prior->mean, 2)));
  if (!(seen->mean > 0)) // no positive effect is as small
    return Judged{HUGE_VAL, deviation, run_logarithm};
  return Judged{std::abs(std::log(seen->mean) - middle), deviation, run_logarithm};
}

/// Of so many intervals that each hold with a probability of 0.9, that so few do or fewer.
double so_few(std::int64_t held, std::int64_t given) {
  if (held >= given)
    return 1;
  return analysis::BetaLaw(static_cast<double>(held) + 1, static_cast<double>(given - held)).above(0.9);
}
} // namespace

bool is_interval_given(const Action& action) {
  return action.effect && !action.effect->value && standard_deviation(*action.effect) > 0;
}

EstimateScore score_of_estimates(const Strategy& strategy) {
  EstimateScore score;
  std::vector<double> widenings;
  for (const Action& action : strategy.actions) {
    const auto one = action.origin.sound ? judged(action) : std::nullopt;
    if (!one)
      continue;
    ++score.given;
    score.held += one->held() ? 1 : 0;
    widenings.push_back(one->widening());
  }
  if (score.given == 0)
    return score;
  score.probability = so_few(score.held, score.given);
  if (!score.too_few())
    return score;
  const auto place = static_cast<std::size_t>((9 * score.given + 9) / 10) - 1; // nine in ten, rounded up
  std::nth_element(widenings.begin(), widenings.begin() + static_cast<std::ptrdiff_t>(place),
                   widenings.end());
  if (std::isfinite(widenings[place]))
    score.widen = std::max(1.0, widenings[place]);
  return score;
}

} // namespace deploy_plan
