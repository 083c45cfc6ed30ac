#include "deploy_plan/effect.hpp"
#include "analysis/effect/evidence.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace analysis {

RunShares shares_of(double decay, double before, double count) {
  const auto series = [&](double lost) { // (1 - lost)^before + … + (1 - lost)^(before + count - 1)
    return lost > 0 ? std::pow(1 - lost, before) * -std::expm1(count * std::log1p(-lost)) / lost : count;
  };
  const double lost = std::min(decay, 1.0);
  return {series(lost), series(lost * (2 - lost))};
}

std::optional<Prior> prior_of(const Action& action) {
  const auto known = action.effect ? estimate(*action.effect) : std::nullopt;
  if (!known)
    return std::nullopt;
  const double told = standard_deviation(*action.effect);
  const double deviation = told > 0 ? told : variation_of(action) * std::abs(known->value);
  return deviation > 0 ? std::optional(Prior{known->value, deviation, *known->low > 0}) : std::nullopt;
}

Uncertain lognormal(double middle, double deviation) {
  Uncertain law;
  law.low = std::exp(middle - z_90 * deviation);
  law.high = std::exp(middle + z_90 * deviation);
  return law;
}

std::optional<RunEffect> measured_effect(const Uncertain& law, double deviation) {
  const auto told = estimate(law);
  if (!told)
    return std::nullopt;
  RunEffect effect;
  effect.estimate = *told;
  effect.law = law;
  effect.standard_error = deviation;
  effect.basis = Basis::measured;
  return effect;
}

std::optional<RunEffect> effect_of(double mean, double deviation) {
  Uncertain law;
  if (deviation == 0)
    law.value = mean;
  else if (mean > deviation) {
    const double spread = std::log1p(std::pow(deviation / mean, 2));
    const double middle = std::log(mean) - spread / 2;
    law = lognormal(middle, std::sqrt(spread));
  } else {
    law.mean = mean;
    law.sd = deviation;
  }
  return measured_effect(law, deviation);
}

std::optional<RunEffect> updated(const Prior& prior, double seen, double variance) {
  const double before = prior.deviation * prior.deviation;
  const double credibility = before / (before + variance);
  const double mean = prior.mean + credibility * (seen - prior.mean);
  if (!prior.is_positive)
    return effect_of(mean, std::sqrt(before * (1 - credibility)));
  // Deviations are shares of the mean: they combine by their logarithms.
  const double shares = 1 / (1 / std::log1p(before / (prior.mean * prior.mean)) +
                             1 / std::log1p(variance / (prior.mean * prior.mean)));
  return effect_of(mean, std::max(prior.mean, mean) * std::sqrt(std::expm1(shares)));
}

std::optional<Measured> shown_by_results(const Action& action) {
  if (action.results.empty())
    return std::nullopt;
  std::vector<const Result*> results;
  for (const Result& result : action.results)
    results.push_back(&result);
  std::stable_sort(results.begin(), results.end(),
                   [](const Result* a, const Result* b) { return a->date < b->date; });
  const double decay = action.decay.value_or(0);
  Measured all;
  RunShares all_shares;
  double before = 0;
  std::vector<RunShares> each;
  for (const Result* result : results) {
    const auto count = static_cast<double>(runs_of(*result));
    each.push_back(shares_of(decay, before, count));
    before += count;
    all_shares.sum += each.back().sum;
    all_shares.squares += each.back().squares;
    all.mean += result->effect;
  }
  all.mean /= all_shares.sum;
  all.runs = all_shares.sum * all_shares.sum / all_shares.squares;
  for (std::size_t i = 0; i < results.size(); ++i)
    if (each[i].squares > 0)
      all.squares += std::pow(results[i]->effect - all.mean * each[i].sum, 2) / each[i].squares;
  all.freedom = static_cast<double>(results.size()) - 1;
  all.variation = variation_of(action);
  return all;
}

double Measured::deviation_at(double scale) const {
  // What is said of the variation counts for as much as this many results.
  constexpr double variation_weight = 4;
  const double of_run =
      (variation_weight * std::pow(variation * scale, 2) + squares) / (variation_weight + freedom);
  return std::sqrt(of_run / runs);
}

namespace {

/// What the effect of a run is told in: one, or a point.
double one_of(const Objective* objective) {
  return objective != nullptr && objective->metric.scale == Scale::rate ? 0.01 : 1;
}
} // namespace

std::optional<RunEffect> measured_alone(const Action& action, const Objective* objective,
                                        const Trial* trial) {
  if (const auto seen = shown_by_results(action)) {
    auto effect =
        effect_of(seen->mean, seen->deviation_at(seen->mean != 0 ? std::abs(seen->mean) : one_of(objective)));
    if (effect)
      effect->raw = effect->estimate;
    return effect;
  }
  const bool counts = objective == nullptr || objective->metric.scale != Scale::rate;
  return trial != nullptr && counts ? tested_alone(action, *trial) : std::nullopt;
}
} // namespace analysis

double variation_of(const Action& action) { return action.variation.value_or(usual_variation); }

double RunEffect::median() const { return deploy_plan::median(law).value_or(estimate.value); }

std::optional<RunEffect> run_effect(const Action& action, const Objective* objective, const Trial* trial) {
  const auto alone = analysis::measured_alone(action, objective, trial);
  if (!alone && !action.results.empty())
    return std::nullopt;
  if (!alone) {
    const auto assumed = action.effect ? estimate(*action.effect) : std::nullopt;
    return assumed ? std::optional(RunEffect{*assumed, *action.effect, std::nullopt, Basis::assumed, false,
                                             std::nullopt, 0})
                   : std::nullopt;
  }
  const auto prior = analysis::prior_of(action);
  if (!prior)
    return alone;
  double seen = alone->estimate.value;
  double deviation = *alone->standard_error;
  if (const auto results = analysis::shown_by_results(action)) {
    seen = results->mean;
    deviation = results->deviation_at(std::max(std::abs(prior->mean), prior->deviation));
  }
  auto both = analysis::updated(*prior, seen, deviation * deviation);
  if (both) {
    both->tested = alone->tested;
    both->raw = alone->raw;
  }
  return both;
}

} // namespace deploy_plan
