// Segmented quasi-Poisson regression by iteratively reweighted least squares.
//
// Between two starts the level is one: counts are explained by a level a segment and a trend they share,
// which is the same model as a step a start. Of its equations only the trend's row and column are full, so
// that a fit takes time in proportion to the counts, however many starts.
#include "deploy_plan/statistics.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace deploy_plan {
namespace {

using Row = std::vector<double>;

/// The counts from one start to the next.
class Segments {
public:
  Segments(std::span<const std::size_t> starts, std::size_t length) : order_(starts.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return starts[a] < starts[b]; });
    bounds_.push_back(0);
    for (const std::size_t start : order_)
      bounds_.push_back(std::min(starts[start], length));
    bounds_.push_back(length);
  }

  /// How many there are, one more than starts.
  [[nodiscard]] std::size_t count() const { return bounds_.size() - 1; }
  [[nodiscard]] std::size_t begin(std::size_t segment) const { return bounds_[segment]; }
  [[nodiscard]] std::size_t end(std::size_t segment) const { return bounds_[segment + 1]; }
  /// The start, as it was given, with which a segment but the first begins.
  [[nodiscard]] std::size_t start_of(std::size_t segment) const { return order_[segment - 1]; }
  /// False where two starts have no count between them: their steps cannot be told apart.
  [[nodiscard]] bool are_apart() const {
    return std::adjacent_find(bounds_.begin(), bounds_.end()) == bounds_.end();
  }

private:
  std::vector<std::size_t> order_, bounds_;
};

/// What weights tell of each segment's level and of the trend, time being scaled to [0, 1].
class Information {
public:
  Information(const Segments& segments, std::span<const double> weights, double scale)
      : parts_(segments.count()), weights_(segments.count()), centres_(segments.count()) {
    for (std::size_t part = 0; part < parts_; ++part) {
      for (std::size_t t = segments.begin(part); t < segments.end(part); ++t) {
        weights_[part] += weights[t];
        centres_[part] += weights[t] * static_cast<double>(t) * scale;
      }
      centres_[part] /= weights_[part];
      for (std::size_t t = segments.begin(part); t < segments.end(part); ++t)
        trend_ += weights[t] * std::pow(static_cast<double>(t) * scale - centres_[part], 2);
    }
  }

  [[nodiscard]] bool is_enough() const {
    constexpr double least = 1e-12;
    return trend_ > least &&
           std::all_of(weights_.begin(), weights_.end(), [](double one) { return one > least; });
  }
  [[nodiscard]] double weight(std::size_t part) const { return weights_[part]; }
  [[nodiscard]] double centre(std::size_t part) const { return centres_[part]; }
  [[nodiscard]] double trend() const { return trend_; }
  /// Unscaled, as those that follow.
  [[nodiscard]] double trend_variance() const { return 1 / trend_; }
  [[nodiscard]] double level_variance(std::size_t part) const {
    return 1 / weights_[part] + centres_[part] * centres_[part] / trend_;
  }
  /// Of a segment's level less that of the one before.
  [[nodiscard]] double step_variance(std::size_t part) const {
    return 1 / weights_[part] + 1 / weights_[part - 1] +
           std::pow(centres_[part] - centres_[part - 1], 2) / trend_;
  }

private:
  std::size_t parts_;
  Row weights_, centres_; ///< centres of time
  double trend_ = 0;      ///< squares of time around its centres
};

double mean_of(double linear) { return std::exp(std::clamp(linear, -700.0, 700.0)); }
double scale_of(std::size_t length) { return 1.0 / std::max<double>(1, static_cast<double>(length) - 1); }

class Fitter {
public:
  Fitter(std::span<const double> seen, std::span<const std::size_t> starts)
      : counts_(seen), segments_(starts, seen.size()), scale_(scale_of(seen.size())) {}

  std::optional<SegmentedFit> fit() {
    const std::size_t size = segments_.count() + 1;
    if (counts_.size() <= size || !segments_.are_apart() ||
        std::all_of(counts_.begin(), counts_.end(), [](double count) { return count == 0; }))
      return std::nullopt;
    for (const double count : counts_)
      means_.push_back(count + 0.1); // R's start
    for (int step = 0; step < 100; ++step) {
      const Row before = levels_;
      const double trend_before = trend_;
      if (!solve())
        return std::nullopt;
      double moved = std::abs(trend_ - trend_before);
      for (std::size_t part = 0; step > 0 && part < levels_.size(); ++part)
        moved = std::max(moved, std::abs(levels_[part] - before[part]));
      for (std::size_t part = 0; part < levels_.size(); ++part)
        for (std::size_t t = segments_.begin(part); t < segments_.end(part); ++t)
          means_[t] = mean_of(levels_[part] + trend_ * static_cast<double>(t) * scale_);
      if (step > 0 && moved < 1e-13 * (1 + std::abs(levels_.front())))
        break;
    }
    return told();
  }

private:
  std::span<const double> counts_;
  const Segments segments_;
  const double scale_;
  Row means_;
  Row levels_; ///< of each segment at time 0
  double trend_ = 0;

  /// One step: weighted least squares of the working response.
  bool solve() {
    const Information information(segments_, means_, scale_);
    if (!information.is_enough())
      return false;
    const auto response = [&](std::size_t t) {
      return std::log(means_[t]) + (counts_[t] - means_[t]) / means_[t];
    };
    levels_.assign(segments_.count(), 0);
    double slope = 0;
    for (std::size_t part = 0; part < segments_.count(); ++part) {
      for (std::size_t t = segments_.begin(part); t < segments_.end(part); ++t)
        levels_[part] += means_[t] * response(t) / information.weight(part);
      for (std::size_t t = segments_.begin(part); t < segments_.end(part); ++t)
        slope += means_[t] * (static_cast<double>(t) * scale_ - information.centre(part)) *
                 (response(t) - levels_[part]);
    }
    trend_ = slope / information.trend();
    for (std::size_t part = 0; part < segments_.count(); ++part)
      levels_[part] -= trend_ * information.centre(part);
    return std::isfinite(trend_) &&
           std::all_of(levels_.begin(), levels_.end(), [](double one) { return std::isfinite(one); });
  }

  [[nodiscard]] std::optional<SegmentedFit> told() {
    if (!solve())
      return std::nullopt;
    const Information information(segments_, means_, scale_);
    SegmentedFit fit;
    double pearson = 0;
    for (std::size_t t = 0; t < counts_.size(); ++t)
      pearson += std::pow(counts_[t] - means_[t], 2) / means_[t];
    fit.dispersion = pearson / static_cast<double>(counts_.size() - segments_.count() - 1);
    fit.coefficients.resize(segments_.count() + 1);
    fit.standard_errors.resize(segments_.count() + 1);
    const auto tell = [&](std::size_t place, double value, double variance, double unit) {
      fit.coefficients[place] = value * unit;
      fit.standard_errors[place] = std::sqrt(variance * fit.dispersion) * unit;
    };
    tell(0, levels_[0], information.level_variance(0), 1);
    tell(1, trend_, information.trend_variance(), scale_);
    for (std::size_t part = 1; part < segments_.count(); ++part)
      tell(2 + segments_.start_of(part), levels_[part] - levels_[part - 1], information.step_variance(part),
           1);
    const bool finite = std::all_of(fit.standard_errors.begin(), fit.standard_errors.end(),
                                    [](double one) { return std::isfinite(one); });
    return std::isfinite(fit.dispersion) && finite ? std::optional(fit) : std::nullopt;
  }
};
} // namespace

std::optional<SegmentedFit> segmented_fit(std::span<const double> counts,
                                          std::span<const std::size_t> starts) {
  if (counts.empty())
    return std::nullopt;
  return Fitter(counts, starts).fit();
}

std::vector<double> fitted_means(const SegmentedFit& fit, std::span<const std::size_t> starts,
                                 std::size_t length, std::optional<std::size_t> without) {
  const Segments segments(starts, length);
  std::vector<double> means;
  double level = fit.coefficients[0];
  for (std::size_t part = 0; part < segments.count(); ++part) {
    if (part > 0 && segments.start_of(part) != without)
      level += fit.coefficients[2 + segments.start_of(part)];
    for (std::size_t t = segments.begin(part); t < segments.end(part); ++t)
      means.push_back(mean_of(level + fit.coefficients[1] * static_cast<double>(t)));
  }
  return means;
}

std::optional<double> expected_error(const SegmentedFit& fit, std::span<const std::size_t> starts,
                                     std::size_t start, std::size_t steps, std::size_t seen) {
  if (steps <= 2 + starts.size())
    return std::nullopt;
  const Segments segments(starts, steps);
  if (!segments.are_apart())
    return std::nullopt;
  std::vector<double> weights = fitted_means(fit, starts, seen > 0 ? std::min(steps, seen) : steps);
  weights.resize(steps, weights.back());
  const Information information(segments, weights, scale_of(steps));
  if (!information.is_enough())
    return std::nullopt;
  for (std::size_t part = 1; part < segments.count(); ++part)
    if (segments.start_of(part) == start) {
      const double error = std::sqrt(information.step_variance(part) * fit.dispersion);
      return std::isfinite(error) ? std::optional(error) : std::nullopt;
    }
  return std::nullopt;
}

} // namespace deploy_plan
