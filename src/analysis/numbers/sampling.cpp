#include "analysis/numbers/sampling.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace deploy_plan::analysis {

Law Law::normal(double mean, double deviation) {
  Law law(mean);
  if (deviation > 0 && std::isfinite(deviation)) {
    law.kind_ = Kind::normal;
    law.b_ = deviation;
  }
  return law;
}

Law::Law(const Uncertain& number) {
  const auto known = estimate(number);
  if (!known)
    return;
  a_ = known->value;
  if (number.value)
    return;
  if (number.low && number.high && *number.low > 0 && *number.high > *number.low) {
    kind_ = Kind::lognormal;
    a_ = (std::log(*number.low) + std::log(*number.high)) / 2;
    b_ = (std::log(*number.high) - std::log(*number.low)) / (2 * z_90);
  } else if (number.low && number.high)
    *this = normal(a_, (*number.high - *number.low) / (2 * z_90));
  else if (number.min && number.mode && number.max && *number.max > *number.min) {
    kind_ = Kind::pert;
    low_ = *number.min;
    range_ = *number.max - *number.min;
    a_ = 1 + 4 * (*number.mode - low_) / range_;
    b_ = 1 + 4 * (*number.max - *number.mode) / range_;
  } else if (number.sd)
    *this = normal(a_, *number.sd);
}

double Law::draw(Random& random) const {
  switch (kind_) {
  case Kind::fixed: return a_;
  case Kind::normal: return a_ + b_ * random.normal();
  case Kind::lognormal: return std::exp(a_ + b_ * random.normal());
  case Kind::pert: break;
  }
  const double up = gamma_draw(random, a_);
  return low_ + range_ * up / (up + gamma_draw(random, b_));
}

double gamma_draw(Random& random, double shape) {
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = random.normal();
    const double v = std::pow(1 + c * x, 3);
    if (v > 0 && std::log(random.uniform()) < x * x / 2 + d - d * v + d * std::log(v))
      return d * v;
  }
}

double gamma_draw_of_any_shape(Random& random, double shape) {
  if (shape >= 1)
    return gamma_draw(random, shape);
  const double above = gamma_draw(random, shape + 1);
  return above * std::pow(random.uniform(), 1 / shape);
}

DrawSummary summary_of(std::span<const double> drawn) {
  std::vector<double> values(drawn.begin(), drawn.end());
  const auto place = [&](double share) { return values.begin() + place_of_quantile(values.size(), share); };
  const auto middle = place(0.5);
  std::nth_element(values.begin(), middle, values.end());
  const double median = *middle; // the others are sought on either side of it, which moves it
  const auto low = place(0.05);
  std::nth_element(values.begin(), low, middle);
  const auto high = place(0.95);
  std::nth_element(middle, high, values.end());
  return {median, *low, *high};
}

std::vector<double> ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> all(values.size());
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && values[order[end]] == values[order[begin]])
      ++end;
    for (std::size_t i = begin; i < end; ++i)
      all[order[i]] = static_cast<double>(begin + end - 1) / 2;
    begin = end;
  }
  return all;
}

double rank_correlation(const std::vector<double>& ranks_a, const std::vector<double>& ranks_b) {
  const double mean = (static_cast<double>(ranks_a.size()) - 1) / 2;
  double product = 0;
  double square_a = 0;
  double square_b = 0;
  for (std::size_t i = 0; i < ranks_a.size(); ++i) {
    product += (ranks_a[i] - mean) * (ranks_b[i] - mean);
    square_a += (ranks_a[i] - mean) * (ranks_a[i] - mean);
    square_b += (ranks_b[i] - mean) * (ranks_b[i] - mean);
  }
  return square_a > 0 && square_b > 0 ? product / std::sqrt(square_a * square_b) : 0;
}

} // namespace deploy_plan::analysis
