#include "deploy_plan/segmented_fit.hpp"
#include "analysis/sequence/error_search.hpp"
#include "analysis/sequence/placebos.hpp"
#include "analysis/sequence/segments.hpp"
#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>

namespace deploy_plan {
namespace analysis {
namespace {

double exponential(double linear) { return std::exp(std::clamp(linear, -700.0, 700.0)); }

/// Log counts, once 0 has a logarithm.
Regressor logarithms(std::span<const double> counts) {
  double smallest = std::numeric_limits<double>::infinity();
  bool has_zero = false;
  for (const double count : counts) {
    has_zero = has_zero || count == 0;
    if (count > 0)
      smallest = std::min(smallest, count);
  }
  const double added = has_zero ? std::min(0.5, smallest / 2) : 0;
  Regressor logs;
  for (const double count : counts)
    logs.push_back(std::log(count + added));
  return logs;
}

class SegmentedFitter {
public:
  SegmentedFitter(std::span<const double> counts, std::span<const std::size_t> starts, double year)
      : counts_(counts), starts_(starts), year_(year), segments_(starts, counts.size()) {}

  std::optional<SegmentedFit> fit() {
    const auto best = chosen();
    return best ? std::optional(told(*best)) : std::nullopt;
  }

  /// Each place as a further start, its season the series' own.
  std::vector<double> p_values_of(std::span<const std::size_t> places) {
    std::vector<double> all;
    const auto best = chosen();
    if (!best)
      return all;
    const double centre = likeliest_of(*best->model); // another start moves it little
    std::vector<std::size_t> starts(starts_.begin(), starts_.end());
    starts.push_back(0);
    for (const std::size_t place : places) {
      starts.back() = place;
      const Segments segments(starts, counts_.size());
      const Autoregression model(*best->columns, segments.bounds());
      if (!segments.are_apart() || model.degrees() < 1)
        continue;
      SegmentedFit fit;
      fit.degrees = model.degrees();
      fit.autocorrelation = centre;
      add_plausible(fit, model, segments);
      all.push_back(p_value(fit, starts.size() - 1));
    }
    return all;
  }

private:
  std::span<const double> counts_;
  std::span<const std::size_t> starts_;
  double year_;
  const Segments segments_;
  Regressor logs_; ///< less their mean
  double mean_ = 0;
  double chance_ = 0; ///< variance that chance gives to a log count, in the mean

  struct Candidate {
    int pairs = 0;
    std::unique_ptr<SharedColumns> columns;
    std::unique_ptr<Autoregression> model;
    double criterion = 0; ///< Akaike's, corrected for few counts
  };

  std::optional<Candidate> chosen() {
    if (!segments_.are_apart() || !all_counted())
      return std::nullopt;
    logs_ = logarithms(counts_);
    mean_ = std::accumulate(logs_.begin(), logs_.end(), 0.0) / static_cast<double>(logs_.size());
    for (double& log : logs_)
      log -= mean_;
    for (const double count : counts_)
      chance_ += 1 / std::max(count, 0.5) / static_cast<double>(counts_.size());
    int pairs = most_harmonics(year_, counts_.size());
    auto best = candidate(std::min(pairs, 1));
    if (!best)
      best = candidate(pairs = 0);
    if (!best)
      return std::nullopt;
    if (pairs > 1)
      if (auto other = candidate(2); other && other->criterion < best->criterion)
        best = std::move(other);
    return best;
  }

  [[nodiscard]] bool all_counted() const {
    for (std::size_t part = 0; part < segments_.count(); ++part)
      if (std::all_of(counts_.begin() + static_cast<std::ptrdiff_t>(segments_.begin(part)),
                      counts_.begin() + static_cast<std::ptrdiff_t>(segments_.end(part)),
                      [](double count) { return count == 0; }))
        return false;
    return true;
  }

  /// Squares that residuals have at the least: what rounding leaves of a series without errors.
  [[nodiscard]] double least() const {
    return static_cast<double>(counts_.size()) * std::max(1e-6 * chance_, 1e-14);
  }

  [[nodiscard]] std::optional<Candidate> candidate(int pairs) const {
    Candidate one;
    one.pairs = pairs;
    std::vector<Regressor> columns = columns_of_time(counts_.size(), year_, pairs);
    columns.push_back(logs_);
    one.columns = std::make_unique<SharedColumns>(std::move(columns));
    one.model = std::make_unique<Autoregression>(*one.columns, segments_.bounds());
    constexpr double least_told = 1e-6;
    if (one.model->degrees() < 1 || one.model->at(0).least_told < least_told)
      return std::nullopt;
    const auto likelihood = [&](double rho) {
      return full_likelihood(*one.model, one.model->at(rho), rho, least());
    };
    const auto steps = static_cast<double>(counts_.size());
    const auto parameters = static_cast<double>(one.model->size() + 2);
    const double free = steps - parameters - 1;
    one.criterion = free > 0 ? 2 * parameters * steps / free - 2 * likelihood(likeliest(likelihood))
                             : std::numeric_limits<double>::infinity();
    return one;
  }

  [[nodiscard]] SegmentedFit told(const Candidate& chosen) const {
    const Autoregression& model = *chosen.model;
    SegmentedFit fit;
    fit.autocorrelation = likeliest_of(model);
    fit.degrees = model.degrees();
    const LeastSquares solution = model.at(fit.autocorrelation);
    fit.sigma = std::sqrt(solution.residual / fit.degrees);
    fit.dispersion = std::max(1.0, fit.sigma * fit.sigma / chance_);
    fit.trend = solution.shared[0] / std::max(1.0, static_cast<double>(counts_.size()) - 1);
    fit.level = mean_ + solution.levels[0] - solution.shared[0] / 2;
    fit.season.assign(solution.shared.begin() + 1, solution.shared.end());
    fit.changes = changes(solution, segments_, error_variance(solution, fit.degrees));
    fit.fitted = fitted(solution, *chosen.columns);
    add_plausible(fit, model, segments_);
    return fit;
  }

  /// 0 where nothing is left to be explained.
  [[nodiscard]] double likeliest_of(const Autoregression& model) const {
    if (model.at(0).residual <= least())
      return 0;
    return likeliest([&](double rho) { return restricted_likelihood(model, model.at(rho), rho, least()); });
  }

  [[nodiscard]] double error_variance(const LeastSquares& solution, double degrees) const {
    return std::max(solution.residual / degrees, chance_);
  }

  [[nodiscard]] static std::vector<LevelChange> changes(const LeastSquares& solution,
                                                        const Segments& segments, double variance) {
    std::vector<LevelChange> all(segments.count() - 1);
    for (std::size_t part = 1; part < segments.count(); ++part)
      all[segments.start_of(part)] = {solution.levels[part] - solution.levels[part - 1],
                                      std::sqrt(variance * solution.change_variances[part - 1])};
    return all;
  }

  /// Means of counts from those of logarithms, by one factor (Duan 1983).
  [[nodiscard]] std::vector<double> fitted(const LeastSquares& solution, const SharedColumns& columns) const {
    std::vector<double> means;
    for (std::size_t part = 0; part < segments_.count(); ++part)
      for (std::size_t t = segments_.begin(part); t < segments_.end(part); ++t) {
        double linear = mean_ + solution.levels[part];
        for (std::size_t i = 0; i < solution.shared.size(); ++i)
          linear += solution.shared[i] * columns.at(i, t);
        means.push_back(exponential(linear));
      }
    const double counted = std::accumulate(counts_.begin(), counts_.end(), 0.0);
    const double all = std::accumulate(means.begin(), means.end(), 0.0);
    if (all > 0 && std::isfinite(counted / all))
      for (double& mean : means)
        mean *= counted / all;
    return means;
  }

  void add_plausible(SegmentedFit& fit, const Autoregression& model, const Segments& segments) const {
    const std::vector<double> places = plausible_places(fit.autocorrelation, counts_.size());
    std::vector<double> likelihoods;
    for (const double rho : places) {
      const LeastSquares solution = model.at(rho);
      const double variance = error_variance(solution, fit.degrees);
      likelihoods.push_back(restricted_likelihood(model, solution, rho, least()));
      fit.plausible.push_back({rho, 0, restricted_likelihood(model, solution, rho, fit.degrees * variance),
                               variance, changes(solution, segments, variance)});
    }
    const std::vector<double> weighed = weights(places, likelihoods);
    for (std::size_t i = 0; i < places.size(); ++i)
      fit.plausible[i].weight = weighed[i];
  }
};
} // namespace
} // namespace analysis

std::optional<SegmentedFit> segmented_fit(std::span<const double> counts, std::span<const std::size_t> starts,
                                          double year) {
  if (counts.size() <= starts.size() + 2)
    return std::nullopt;
  return analysis::SegmentedFitter(counts, starts, year).fit();
}

namespace analysis {

std::vector<double> placebo_p_values(std::span<const double> counts, std::span<const std::size_t> starts,
                                     double year, std::span<const std::size_t> places) {
  return SegmentedFitter(counts, starts, year).p_values_of(places);
}

} // namespace analysis
} // namespace deploy_plan
