#include "analysis/trend/models/prediction.hpp"
#include "analysis/numbers/distributions.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace deploy_plan::analysis::trends {
namespace {

double pinball(double came, double quantile, double probability) {
  return came >= quantile ? (came - quantile) * probability : (quantile - came) * (1 - probability);
}

/// Errors lie around the line, and do not add up.
void predict_line(const Member& line, double from, std::span<const Stretch> stretches,
                  std::span<Prediction> into) {
  const double widening = student_widening(line.freedom);
  const double slope_variance = 1 / (line.root[0][0] * line.root[0][0]);
  double time = 0;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    time += stretches[i].time;
    const double kept = std::pow(line.correlation, time);
    const double away = 1 - kept;
    const double variance = 1 - kept * kept + time * time * slope_variance + away * away * line.leverage;
    into[i] = {from + line.closed(line.coefficients[0] * time, from).gain - away * line.last_error,
               std::sqrt(line.variance * variance) * widening};
  }
}
} // namespace

double student_widening(double degrees) {
  // Cornish and Fisher's expansion of the quantile: Abramowitz and Stegun 26.7.5.
  const double n = std::max(2.0, degrees);
  constexpr double z2 = z_90 * z_90;
  return 1 + (z2 + 1) / (4 * n) + ((5 * z2 + 16) * z2 + 3) / (96 * n * n) +
         (((3 * z2 + 19) * z2 + 17) * z2 - 15) / (384 * n * n * n);
}

void predict(const Member& member, double from, std::span<const Stretch> stretches,
             std::span<Prediction> into) {
  if (member.form.model == TrendModel::line)
    return predict_line(member, from, stretches, into);
  const double widening = student_widening(member.freedom);
  const double rho = member.correlation;
  double value = from;
  double error = member.last_error;
  double error_variance = 0;
  double covariance = 0; // of the error with the value
  double variance = 0;   // of the value, by errors
  double time = 0;
  Coefficients sensitivity{};
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const Stretch& stretch = stretches[i];
    const Motion motion = member.motion(member.coefficients, value, stretch);
    Coefficients x{};
    member.features(value + motion.gain / 2, stretch, x);
    for (std::size_t a = 0; a < member.form.count(); ++a)
      sensitivity[a] = motion.slope * sensitivity[a] + x[a];
    const double unit = std::sqrt(member.variance_at(motion.gain / stretch.time) * stretch.time);
    error *= rho;
    error_variance = rho * rho * error_variance + 1 - rho * rho;
    const double carried = motion.slope * rho * covariance;
    variance = motion.slope * motion.slope * variance + 2 * unit * carried + unit * unit * error_variance;
    covariance = carried + unit * error_variance;
    value += motion.gain + unit * error;
    time += stretch.time;
    const double wandered = pace_wanders * pace_wanders * time * time * time / 3;
    const double all = variance + member.variance_of(sensitivity) + wandered;
    into[i] = {value, std::sqrt(member.variance * all) * widening};
  }
}

double quantile_of_mixture(std::span<const Prediction> laws, std::span<const double> weights,
                           double probability) {
  constexpr double near_enough = 1e-4; // of the probability
  const double z = probability == 0.5 ? 0 : std::copysign(z_90, probability - 0.5);
  double low = HUGE_VAL;
  double high = -HUGE_VAL;
  double sum = 0;
  double place = 0;
  for (std::size_t i = 0; i < laws.size(); ++i) {
    if (!(weights[i] > 0))
      continue;
    const double quantile = laws[i].mean + z * laws[i].deviation; // a mixture's lies between its parts'
    low = std::min(low, quantile);
    high = std::max(high, quantile);
    sum += weights[i];
    place += weights[i] * quantile;
  }
  place /= sum;
  for (int step = 0; step < 40 && high > low; ++step) {
    double below = 0;
    double density = 0;
    for (std::size_t i = 0; i < laws.size(); ++i) {
      if (!(weights[i] > 0))
        continue;
      const double deviation = std::max(laws[i].deviation, 1e-12);
      const double off = (place - laws[i].mean) / deviation;
      below += weights[i] * normal_above(-off);
      density += weights[i] * std::exp(-off * off / 2) / deviation;
    }
    const double miss = below / sum - probability;
    if (std::abs(miss) < near_enough)
      break;
    (miss > 0 ? high : low) = place;
    const double newton = place - miss * sum / (density * std::numbers::inv_sqrtpi / std::numbers::sqrt2);
    place = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return place;
}

double mean_pinball(double came, double low, double middle, double high) {
  return (pinball(came, low, 0.05) + pinball(came, middle, 0.5) + pinball(came, high, 0.95)) / 3;
}

} // namespace deploy_plan::analysis::trends
