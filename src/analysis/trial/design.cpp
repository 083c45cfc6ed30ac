#include "analysis/numbers/smallest.hpp"
#include "analysis/trial/trials.hpp"
#include "deploy_plan/groups.hpp"
#include "deploy_plan/segmented_fit.hpp"
#include "deploy_plan/statistics.hpp"
#include "deploy_plan/trial_design.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace deploy_plan {
namespace {

using analysis::whole;

double shared_alpha(const TrialWish& wish) {
  return wish.alpha / static_cast<double>(std::max<std::size_t>(1, wish.split.size() - 1));
}

ClusterShape shape_of(const TrialWish& wish) {
  return {*wish.cluster_size, wish.cluster_variation, wish.icc};
}

/// Clusters of the first of the arms, for every other to be told from it.
std::optional<double> first_clusters(const TrialWish& wish, double effect) {
  double first = 0;
  for (std::size_t arm = 1; arm < wish.split.size(); ++arm) {
    const auto needed = clusters_needed(shape_of(wish), wish.baseline, wish.baseline + effect,
                                        shared_alpha(wish), wish.power, wish.split[arm] / wish.split.front());
    if (!needed)
      return std::nullopt;
    first = std::max(first, *needed);
  }
  return first;
}

/// The smallest effect of so many clusters in all; nothing where there is none.
std::optional<double> detectable_in(double clusters, const TrialWish& wish) {
  const double parts = std::accumulate(wish.split.begin(), wish.split.end(), 0.0);
  const auto is_told = [&](double effect) {
    const auto needed = wish.protocol == Protocol::ab
                            ? first_clusters(wish, effect)
                            : clusters_needed_above(shape_of(wish), wish.baseline, wish.baseline + effect,
                                                    wish.alpha, wish.power);
    const double available = wish.protocol == Protocol::ab ? clusters * wish.split.front() / parts : clusters;
    return needed && *needed <= available;
  };
  double low = 0;
  double high = 1 - wish.baseline;
  if (!is_told(high))
    return std::nullopt;
  for (int step = 0; step < 60; ++step) {
    const double middle = low + (high - low) / 2;
    (is_told(middle) ? high : low) = middle;
  }
  return high;
}

/// Whole clusters in each arm, and whom they hold.
TrialDesign of_clusters(const TrialWish& wish, std::vector<double> clusters) {
  TrialDesign design;
  design.clusters = std::move(clusters);
  design.design_effect = shape_of(wish).design_effect();
  for (const double count : design.clusters) {
    const double people = whole(count * *wish.cluster_size);
    design.size += people;
    if (wish.protocol == Protocol::ab)
      design.arms.push_back(people);
  }
  design.feasible = !wish.market || design.size <= *wish.market;
  if (!design.feasible)
    design.detectable = detectable_in(*wish.market / *wish.cluster_size, wish);
  return design;
}

std::optional<TrialDesign> of_ab_clusters(const TrialWish& wish) {
  const auto first = first_clusters(wish, wish.effect);
  if (!first)
    return std::nullopt;
  std::vector<double> clusters;
  for (const double part : wish.split)
    clusters.push_back(whole(*first * part / wish.split.front()));
  return of_clusters(wish, std::move(clusters));
}

std::optional<TrialDesign> of_pilot_clusters(const TrialWish& wish) {
  const auto needed = clusters_needed_above(shape_of(wish), wish.baseline, wish.baseline + wish.effect,
                                            wish.alpha, wish.power);
  return needed ? std::optional(of_clusters(wish, {*needed})) : std::nullopt;
}

/// Every arm is to be told from the first.
std::optional<TrialDesign> of_ab(const TrialWish& wish) {
  if (wish.cluster_size)
    return of_ab_clusters(wish);
  double first = 0;
  for (std::size_t arm = 1; arm < wish.split.size(); ++arm) {
    const auto needed = sample_size(wish.baseline, wish.baseline + wish.effect, shared_alpha(wish),
                                    wish.power, wish.split[arm] / wish.split.front());
    if (!needed)
      return std::nullopt;
    first = std::max(first, *needed);
  }
  TrialDesign design;
  for (const double part : wish.split)
    design.arms.push_back(whole(first * part / wish.split.front()));
  design.size = std::accumulate(design.arms.begin(), design.arms.end(), 0.0);
  design.feasible = !wish.market || design.size <= *wish.market;
  if (!design.feasible)
    design.detectable = analysis::detectable_in_market(*wish.market, wish.split, wish.baseline,
                                                       shared_alpha(wish), wish.power);
  return design;
}

std::optional<TrialDesign> of_pilot(const TrialWish& wish) {
  if (wish.cluster_size)
    return of_pilot_clusters(wish);
  const auto needed = binomial_size(wish.baseline, wish.baseline + wish.effect, wish.alpha, wish.power);
  if (!needed)
    return std::nullopt;
  TrialDesign design;
  design.size = *needed;
  design.feasible = !wish.market || design.size <= *wish.market;
  if (!design.feasible)
    design.detectable = analysis::detectable_in_market(*wish.market, wish.baseline, wish.alpha, wish.power);
  return design;
}

/// A level series that steps up in its middle; its trend, its season and how its errors resemble those before
/// them are not known, and cost precision.
std::optional<TrialDesign> of_sequence(const TrialWish& wish) {
  if (!(wish.baseline > 0 && wish.effect > 0 && wish.dispersion > 0))
    return std::nullopt;
  constexpr double weeks_a_year = 365.25 / 7;
  ExpectedSeries expected;
  expected.year = wish.pace ? weeks_a_year * *wish.pace : 0;
  expected.sigma = std::sqrt(std::max(1.0, wish.dispersion) / wish.baseline);
  expected.autocorrelation = wish.autocorrelation;
  const auto is_enough = [&](std::size_t pairs) {
    expected.starts = {pairs};
    expected.steps = 2 * pairs;
    const auto detectable = readable_change(expected, 0, wish.alpha, wish.power);
    return detectable && *detectable <= std::log1p(wish.effect);
  };
  const auto most = static_cast<std::size_t>(5000 * steps_for_doubt(wish.autocorrelation));
  if (!is_enough(most))
    return std::nullopt;
  TrialDesign design;
  design.size = 2 * static_cast<double>(analysis::smallest(std::size_t{1}, most, is_enough));
  return design;
}
} // namespace

void draw_groups_as_seen(TrialWish& wish, const ClusterReading* seen) {
  constexpr double most_variation = 10;
  constexpr double most_alike = 0.999;
  if (seen == nullptr || !seen->icc)
    return;
  wish.cluster_size = seen->mean_size;
  wish.cluster_variation = std::min(seen->size_variation, most_variation);
  wish.icc = std::clamp(*seen->icc, 0.0, most_alike);
}

std::optional<TrialDesign> design_trial(const TrialWish& wish) {
  auto design = wish.protocol == Protocol::ab      ? of_ab(wish)
                : wish.protocol == Protocol::pilot ? of_pilot(wish)
                                                   : of_sequence(wish);
  if (design && !(design->size <= most_beneficiaries))
    return std::nullopt;
  if (design && wish.pace && *wish.pace > 0)
    design->weeks = design->size / *wish.pace;
  return design;
}

} // namespace deploy_plan
