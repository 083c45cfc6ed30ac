#include "analysis/sequence/error_search.hpp"
#include "analysis/numbers/distributions.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// Places are laid out where a likelihood is nearest to normal (Fisher's z).
constexpr int wide_places = 16;
constexpr int near_places = 16;
constexpr double near_deviations = 4.5;

double squares(const LeastSquares& solution, double least) { return std::max(solution.residual, least); }
} // namespace

double restricted_likelihood(const Autoregression& model, const LeastSquares& solution, double rho,
                             double least) {
  const double remains = std::log1p(-rho * rho);
  return (remains - solution.log_determinant -
          model.degrees() * (std::log(squares(solution, least)) + remains)) /
         2;
}
double full_likelihood(const Autoregression& model, const LeastSquares& solution, double rho, double least) {
  const double remains = std::log1p(-rho * rho);
  const auto steps = static_cast<double>(model.length());
  return (remains - steps * (std::log(squares(solution, least)) + remains)) / 2;
}

double likeliest(const std::function<double(double)>& likelihood) {
  const double low = std::atanh(least_autocorrelation);
  const double step = (std::atanh(most_autocorrelation) - low) / wide_places;
  int best = 0;
  double highest = likelihood(least_autocorrelation);
  for (int i = 1; i <= wide_places; ++i)
    if (const double value = likelihood(std::tanh(low + i * step)); value > highest) {
      highest = value;
      best = i;
    }
  const double from = std::tanh(low + std::max(0, best - 1) * step);
  const double until = std::tanh(low + std::min(wide_places, best + 1) * step);
  return minimum([&](double rho) { return -likelihood(rho); }, from, until);
}

std::vector<double> plausible_places(double likeliest, std::size_t length) {
  const double low = std::atanh(least_autocorrelation);
  const double high = std::atanh(most_autocorrelation);
  std::vector<double> places;
  for (int i = 0; i <= wide_places; ++i)
    places.push_back(low + (high - low) * i / wide_places);
  const double centre = std::atanh(likeliest);
  const double deviation = 1 / std::sqrt(static_cast<double>(length) * (1 - likeliest * likeliest));
  for (int i = -near_places / 2; i <= near_places / 2; ++i)
    places.push_back(std::clamp(centre + near_deviations * deviation * i * 2 / near_places, low, high));
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (double& place : places)
    place = std::tanh(place);
  return places;
}

std::vector<double> widths(std::span<const double> places) {
  std::vector<double> all(places.size());
  for (std::size_t i = 1; i < places.size(); ++i) {
    const double half = (places[i] - places[i - 1]) / 2;
    all[i - 1] += half;
    all[i] += half;
  }
  return all;
}

std::vector<double> weights(std::span<const double> places, std::span<const double> log_likelihoods) {
  const double highest = *std::max_element(log_likelihoods.begin(), log_likelihoods.end());
  std::vector<double> all = widths(places);
  double sum = 0;
  for (std::size_t i = 0; i < all.size(); ++i)
    sum += all[i] *= std::exp(log_likelihoods[i] - highest);
  for (double& weight : all)
    weight /= sum;
  return all;
}

} // namespace deploy_plan::analysis
