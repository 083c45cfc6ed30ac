#include "analysis/trial/trials.hpp"
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

/// Every arm is to be told from the first.
std::optional<TrialDesign> of_ab(const TrialWish& wish) {
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

/// A level series that steps up in its middle; its trend is not known, and costs precision.
std::optional<TrialDesign> of_sequence(const TrialWish& wish) {
  if (!(wish.baseline > 0 && wish.effect > 0 && wish.dispersion > 0))
    return std::nullopt;
  const SegmentedFit fit{{std::log(wish.baseline), 0, std::log1p(wish.effect)}, {}, wish.dispersion};
  const double wanted =
      std::log1p(wish.effect) / (normal_quantile(wish.power) - normal_quantile(wish.alpha / 2));
  const auto is_enough = [&](std::size_t pairs) {
    const std::size_t starts[] = {pairs};
    const auto error = expected_error(fit, starts, 0, 2 * pairs, 0);
    return error && *error <= wanted;
  };
  std::size_t low = 1;
  std::size_t high = 5000;
  if (!is_enough(high))
    return std::nullopt;
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (is_enough(middle) ? high : low) = middle;
  }
  TrialDesign design;
  design.size = 2 * static_cast<double>(high);
  return design;
}
} // namespace

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
