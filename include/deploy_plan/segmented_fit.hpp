// Counts at equal steps explained by a trend, a yearly season and a step at each start, on a log scale, with
// errors that resemble those before them: interrupted time series.
//
// Functions are total: what cannot be told is nothing, never NaN.
#pragma once
#include "deploy_plan/always_valid.hpp"
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace deploy_plan {

/// The change of level at a start, in log counts.
struct LevelChange {
  double log_ratio = 0;
  double standard_error = 0; ///< given the autocorrelation that is the likeliest
};

/// What the counts say where errors were autocorrelated so: estimates and how plausible that is.
struct PlausibleErrors {
  double autocorrelation = 0;
  double weight = 0;                ///< of all, 1
  double log_likelihood = 0;        ///< restricted, of errors that vary as chance has it at least
  double variance = 0;              ///< of an error, as chance gives to counts at least
  std::vector<LevelChange> changes; ///< by start; Student's, of the fit's degrees
};

struct SegmentedFit {
  double level = 0;                 ///< log count at step 0, the season apart
  double trend = 0;                 ///< log ratio from one step to the next
  std::vector<double> season;       ///< of each pair of yearly sines, the cosine's and the sine's
  std::vector<LevelChange> changes; ///< by start
  double sigma = 0;                 ///< standard deviation of errors
  double autocorrelation = 0;       ///< of one step's error with the next one's
  double dispersion = 1;            ///< sigma² over what chance gives to counts (Poisson), 1 at least
  double degrees = 1;               ///< of freedom: counts less what was fitted
  std::vector<double> fitted;       ///< means, which add up to the counts
  std::vector<PlausibleErrors> plausible;
};

/// Regression of log counts with errors of first order, AR(1), by restricted maximum likelihood (Wagner et
/// al. 2002; Turner et al. 2021), in time in proportion to the counts. A start's step is 1 from its index on;
/// `year` counts steps, 0 where no season is to be told: from two years on there are one or two pairs of
/// yearly sines, by Akaike's criterion. Where a count is 0, half of the smallest that is not (0.5 at most) is
/// added to all. Nothing where there are too few counts, steps that cannot be told apart, or a time between
/// starts in which nothing was counted.
[[nodiscard]] std::optional<SegmentedFit> segmented_fit(std::span<const double> counts,
                                                        std::span<const std::size_t> starts, double year = 0);

/// Two-sided, and an interval of the log ratio: Student's, averaged over the autocorrelations that the counts
/// leave plausible, as one taken for known would promise too much (Zellner and Tiao 1964).
[[nodiscard]] double p_value(const SegmentedFit& fit, std::size_t start);
[[nodiscard]] Interval interval(const SegmentedFit& fit, std::size_t start, double confidence);
/// What holds however often one looks, whatever the autocorrelation.
[[nodiscard]] AlwaysValid always_valid(const SegmentedFit& fit, std::size_t start, double alpha);

/// Counts to come.
struct ExpectedSeries {
  std::size_t steps = 0;
  std::vector<std::size_t> starts;
  double year = 0;
  double sigma = 0;
  double autocorrelation = 0;
};
/// The log ratio that a start must have to be seen `power` of the time. Nothing where it could not be told.
[[nodiscard]] std::optional<double> detectable_change(const ExpectedSeries& expected, std::size_t start,
                                                      double alpha, double power);

/// How many times as many steps a reading takes as it would if the autocorrelation were known: it weighs all
/// that its counts leave plausible, and tries fictitious starts. Found by simulation,
/// in which designs reach their power.
[[nodiscard]] double steps_for_doubt(double autocorrelation);
/// The log ratio that a reading sees `power` of the time: as in a series whose parts, from one start to the
/// next, are so many times shorter. Designs and readings ask it alike.
[[nodiscard]] std::optional<double> readable_change(const ExpectedSeries& expected, std::size_t start,
                                                    double alpha, double power);

} // namespace deploy_plan
