#include "analysis/value/closed_forms.hpp"
#include "analysis/numbers/distributions.hpp"
#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace deploy_plan::analysis {

double unit_normal_loss(double u) {
  const double density = std::exp(-u * u / 2) / std::sqrt(2 * std::numbers::pi);
  return std::max(0.0, density - u * normal_above(u));
}

namespace {
/// Where the second of two lines, the steeper one, becomes the better.
double crossing_of(const ChoiceLine& before, const ChoiceLine& after) {
  return (before.mean - after.mean) / (after.slope - before.slope);
}

/// The lines that are the best somewhere, the least steep first.
std::vector<ChoiceLine> upper_envelope(std::span<const ChoiceLine> lines) {
  std::vector<ChoiceLine> sorted(lines.begin(), lines.end());
  std::sort(sorted.begin(), sorted.end(), [](const ChoiceLine& a, const ChoiceLine& b) {
    return a.slope != b.slope ? a.slope < b.slope : a.mean < b.mean;
  });
  std::vector<ChoiceLine> best;
  for (const ChoiceLine& line : sorted) {
    if (!best.empty() && best.back().slope == line.slope)
      best.pop_back();
    while (best.size() > 1 &&
           crossing_of(best[best.size() - 2], line) <= crossing_of(best[best.size() - 2], best.back()))
      best.pop_back();
    best.push_back(line);
  }
  return best;
}

double best_mean(std::span<const ChoiceLine> lines) {
  double best = lines.front().mean;
  for (const ChoiceLine& line : lines)
    best = std::max(best, line.mean);
  return best;
}
} // namespace

double gain_of_knowing(std::span<const ChoiceLine> lines, double deviation) {
  if (!(deviation > 0))
    return 0;
  const auto best = upper_envelope(lines);
  double gain = 0;
  for (std::size_t i = 1; i < best.size(); ++i)
    gain += (best[i].slope - best[i - 1].slope) * deviation *
            unit_normal_loss(std::abs(crossing_of(best[i - 1], best[i])) / deviation);
  return gain;
}

double gain_of_pilot(std::span<const ChoiceLine> lines, const RatePrior& prior, std::int64_t exposed) {
  if (lines.empty() || exposed <= 0)
    return 0;
  const auto n = static_cast<double>(exposed);
  const double mean = prior.mean();
  const double now = best_mean(lines);
  const double all = log_gamma(n + 1) - log_gamma(prior.a + prior.b + n) + log_gamma(prior.a + prior.b) -
                     log_gamma(prior.a) - log_gamma(prior.b);
  double gain = 0;
  for (std::int64_t converted = 0; converted <= exposed; ++converted) {
    const auto k = static_cast<double>(converted);
    const double probability = std::exp(all - log_gamma(k + 1) - log_gamma(n - k + 1) +
                                        log_gamma(prior.a + k) + log_gamma(prior.b + n - k));
    const double rate = (prior.a + k) / (prior.a + prior.b + n);
    double best = -INFINITY;
    for (const ChoiceLine& line : lines)
      best = std::max(best, line.mean + line.slope * (rate - mean));
    gain += probability * (best - now);
  }
  return std::max(0.0, gain);
}

} // namespace deploy_plan::analysis
