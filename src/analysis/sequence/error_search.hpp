// Which autocorrelation of errors is the likeliest, and which others are plausible.
#pragma once
#include "analysis/sequence/autoregression.hpp"
#include <functional>

namespace deploy_plan::analysis {

/// Errors are looked for in between: nearer to 1 they are a walk at random, of which no step can be told.
constexpr double least_autocorrelation = -0.9;
constexpr double most_autocorrelation = 0.98;

/// The logarithm of the likelihood that is left once coefficients and variance are estimated: restricted
/// (Harville 1977), and the full one. `least` keeps residuals of a constant series from 0.
[[nodiscard]] double restricted_likelihood(const Autoregression& model, const LeastSquares& solution,
                                           double rho, double least);
[[nodiscard]] double full_likelihood(const Autoregression& model, const LeastSquares& solution, double rho,
                                     double least);

/// The place of a function's maximum between the two: on a grid, then by Brent's method.
[[nodiscard]] double likeliest(const std::function<double(double)>& likelihood);

/// Autocorrelations from the least to the most, closer to one another around the likeliest of a series of so
/// many steps.
[[nodiscard]] std::vector<double> plausible_places(double likeliest, std::size_t length);

/// What each place stands for of an integral over places, which are in order (trapezoids).
[[nodiscard]] std::vector<double> widths(std::span<const double> places);
/// How plausible places are, 1 in all, where each was as likely beforehand.
[[nodiscard]] std::vector<double> weights(std::span<const double> places,
                                          std::span<const double> log_likelihoods);

} // namespace deploy_plan::analysis
