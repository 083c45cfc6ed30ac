#include "deploy_plan/uncertainty.hpp"
#include "analysis/numbers/distributions.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan {
namespace {

std::optional<Estimate> finite(Estimate one) {
  const bool sound =
      std::isfinite(one.value) && std::isfinite(one.low.value_or(0)) && std::isfinite(one.high.value_or(0));
  return sound ? std::optional(one) : std::nullopt;
}

std::optional<Estimate> interval(double low, double high) {
  if (low > high)
    return std::nullopt;
  if (low <= 0)
    return finite({low / 2 + high / 2, low, high});
  const double mu = (std::log(low) + std::log(high)) / 2;
  const double sigma = (std::log(high) - std::log(low)) / (2 * z_90);
  return finite({std::exp(mu + sigma * sigma / 2), low, high});
}

std::optional<Estimate> pert(double min, double mode, double max) {
  if (min > mode || mode > max)
    return std::nullopt;
  const double range = max - min;
  if (range == 0)
    return Estimate{min, min, min};
  if (!std::isfinite(range))
    return std::nullopt;
  const double mean = min + (4 * (mode - min) + range) / 6;
  const analysis::BetaLaw law(1 + 4 * ((mode - min) / range), 1 + 4 * ((max - mode) / range));
  return finite({mean, min + range * law.quantile(0.05), min + range * law.upper_quantile(0.05)});
}
} // namespace

std::optional<Estimate> estimate(const Uncertain& number) {
  if (!number.origin.sound)
    return std::nullopt;
  if (number.value)
    return Estimate{*number.value, *number.value, *number.value};
  if (number.low && number.high)
    return interval(*number.low, *number.high);
  if (number.min && number.mode && number.max)
    return pert(*number.min, *number.mode, *number.max);
  if (number.mean && number.sd)
    return finite({*number.mean, *number.mean - z_90 * *number.sd, *number.mean + z_90 * *number.sd});
  return std::nullopt;
}

std::optional<double> median(const Uncertain& number) {
  const auto known = estimate(number);
  if (!known)
    return std::nullopt;
  if (number.value)
    return known->value;
  if (number.low && number.high)
    return *number.low > 0 ? std::sqrt(*number.low) * std::sqrt(*number.high) : known->value;
  if (number.min && number.mode && number.max) {
    const double range = *number.max - *number.min;
    if (range == 0)
      return known->value;
    const analysis::BetaLaw law(1 + 4 * ((*number.mode - *number.min) / range),
                                1 + 4 * ((*number.max - *number.mode) / range));
    return *number.min + range * law.quantile(0.5);
  }
  return known->value;
}

double standard_deviation(const Uncertain& number) {
  const auto known = estimate(number);
  if (!known || number.value)
    return 0;
  if (number.low && number.high) {
    const double width = 2 * z_90;
    return *number.low > 0
               ? known->value *
                     std::sqrt(std::expm1(std::pow(std::log(*number.high / *number.low) / width, 2)))
               : (*number.high - *number.low) / width;
  }
  if (number.min && number.mode && number.max) // of a beta whose shapes sum to 6
    return std::sqrt((known->value - *number.min) * (*number.max - known->value) / 7);
  return *number.sd;
}

} // namespace deploy_plan
