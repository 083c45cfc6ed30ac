#include "analysis/effect/common_law.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace analysis {

CommonLaw::CommonLaw(std::span<const double> effects, std::span<const double> errors)
    : effects_(effects), errors_(errors) {
  estimate_between();
  at_estimate_ = mean_at(tau_squared_);
  weigh_between();
  effects_ = errors_ = {}; // what was given need not live on
}

double CommonLaw::standard_error() const { return std::sqrt(at_estimate_.variance); }

CommonLaw::Mean CommonLaw::mean_at(double tau_squared) const {
  double weights = 0;
  double sum = 0;
  for (std::size_t i = 0; i < effects_.size(); ++i) {
    const double weight = 1 / (errors_[i] * errors_[i] + tau_squared);
    weights += weight;
    sum += weight * effects_[i];
  }
  return {sum / weights, 1 / weights};
}

void CommonLaw::estimate_between() {
  const Mean alike = mean_at(0);
  double squares = 0; // of the weights
  for (std::size_t i = 0; i < effects_.size(); ++i) {
    const double weight = 1 / (errors_[i] * errors_[i]);
    q_ += weight * (effects_[i] - alike.mean) * (effects_[i] - alike.mean);
    squares += weight * weight;
  }
  const double scale = 1 / alike.variance - squares * alike.variance;
  const double by_chance = static_cast<double>(effects_.size()) - 1;
  tau_squared_ = scale > 0 ? std::max(0.0, (q_ - by_chance) / scale) : 0;
}

double CommonLaw::log_likelihood(double tau_squared, const Mean& mean) const {
  double all = std::log(mean.variance);
  for (std::size_t i = 0; i < effects_.size(); ++i) {
    const double variance = errors_[i] * errors_[i] + tau_squared;
    all -= std::log(variance) + (effects_[i] - mean.mean) * (effects_[i] - mean.mean) / variance;
  }
  return all / 2;
}

/// Over τ from 0 to infinity, on a grid of u / (1 - u) typical distances.
void CommonLaw::weigh_between() {
  if (effects_.size() < least_read_together)
    return;
  const auto [least, most] = std::minmax_element(effects_.begin(), effects_.end());
  const double distance = *most - *least + *std::max_element(errors_.begin(), errors_.end());
  constexpr int places = 100;
  double likeliest = -HUGE_VAL;
  for (int i = 0; i < places; ++i) {
    const double u = (i + 0.5) / places;
    const double tau = distance * u / (1 - u);
    const Mean mean = mean_at(tau * tau);
    const double likelihood = log_likelihood(tau * tau, mean) - 2 * std::log(1 - u);
    between_.push_back({tau * tau, likelihood, mean});
    likeliest = std::max(likeliest, likelihood);
  }
  double all = 0;
  for (Between& one : between_)
    all += one.weight = std::exp(one.weight - likeliest);
  for (Between& one : between_)
    one.weight /= all;
}

Shrunk CommonLaw::shrunk(double effect, double error) const {
  const double variance = error * error;
  const auto towards = [&](const Mean& mean, double tau_squared) {
    const double share = variance / (variance + tau_squared); // of the mean
    return std::pair(effect + share * (mean.mean - effect), share);
  };
  Shrunk one{towards(at_estimate_, tau_squared_).first, error};
  if (between_.empty())
    return one;
  double squares = 0;
  for (const Between& each : between_) {
    const auto [value, share] = towards(each.of, each.tau_squared);
    const double there = variance * (1 - share) + share * share * each.of.variance;
    squares += each.weight * (there + (value - one.value) * (value - one.value));
  }
  // Where effects lie about as far apart as their errors, the normal law falls short of the mixture that this
  // is of: by simulation 0.87 of 90 % intervals held, and 0.89 with this. Its own error is enough.
  constexpr double allowance = 1.06;
  const double averaged = std::sqrt(squares);
  one.deviation = std::max(averaged, std::min(allowance * averaged, error));
  return one;
}
} // namespace analysis

RandomEffects random_effects(std::span<const double> effects, std::span<const double> standard_errors) {
  if (effects.empty() || effects.size() != standard_errors.size())
    return {};
  const analysis::CommonLaw law(effects, standard_errors);
  RandomEffects all{law.q(), law.tau_squared(), law.mean(), law.standard_error(), {}, {}};
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const analysis::Shrunk one = law.shrunk(effects[i], standard_errors[i]);
    all.shrunk.push_back(one.value);
    all.deviations.push_back(one.deviation);
  }
  return all;
}

} // namespace deploy_plan
