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

} // namespace deploy_plan::analysis
