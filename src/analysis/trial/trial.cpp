#include "deploy_plan/trial.hpp"
#include "analysis/trial/trials.hpp"
#include "deploy_plan/effect.hpp"
#include "deploy_plan/market.hpp"
#include "deploy_plan/trial_design.hpp"
#include <algorithm>
#include <cmath>
#include <numeric>

namespace deploy_plan {
namespace analysis {

std::optional<double> detectable_in_market(double market, std::span<const double> split, double rate,
                                           double alpha, double power) {
  const double parts = std::accumulate(split.begin(), split.end(), 0.0);
  const double least = *std::min_element(split.begin() + 1, split.end());
  return detectable_effect(rate, market * split.front() / parts, alpha, power, least / split.front());
}
std::optional<double> detectable_in_market(double market, double threshold, double alpha, double power) {
  return detectable_above(threshold, static_cast<std::int64_t>(std::min(market, most_beneficiaries)), alpha,
                          power);
}

double whole(double size) { return std::ceil(size - 1e-9 * size); }

namespace {

/// From what has been exposed since the action began, at the same pace.
std::optional<double> weeks_left(const Action& action, const Trial& trial, Date day) {
  if (!action.start || !trial.go_on_until || trial.size.value_or(0) <= 0)
    return std::nullopt;
  const Date last = std::min(day, action.end.value_or(day));
  const double weeks = static_cast<double>((last - *action.start).count()) / 7;
  if (weeks <= 0)
    return std::nullopt;
  return std::max(0.0, *trial.go_on_until - *trial.size) / (*trial.size / weeks);
}

Trial read(const TrialContext& context) {
  const Test& test = context.test;
  Trial trial;
  trial.action = context.action.id;
  trial.name = context.action.name;
  trial.protocol = test.protocol;
  trial.alpha = test.alpha.value_or(trial.alpha);
  trial.power = test.power.value_or(trial.power);
  trial.min_effect = test.min_effect;
  if (test.planned_size)
    trial.planned = static_cast<double>(*test.planned_size);
  switch (test.protocol) {
  case Protocol::ab: read_ab(context, trial); break;
  case Protocol::pilot: read_pilot(context, trial); break;
  case Protocol::sequence: read_sequence(context, trial); break;
  case Protocol::comparison: read_comparison(context, trial); break;
  }
  trial.reserve = reserve_of(context.whole_market, context.action, trial.verdict);
  const bool counts_people = test.protocol == Protocol::ab || test.protocol == Protocol::pilot;
  if (trial.verdict == Verdict::go_on && counts_people)
    trial.weeks_left = weeks_left(context.action, trial, context.day);
  if (context.period_end >= context.day && trial.weeks_left &&
      *trial.weeks_left * 7 > static_cast<double>((context.period_end - context.day).count()))
    trial.outlasts = context.period_end;
  return trial;
}
} // namespace
} // namespace analysis

namespace analysis {
namespace {

/// Calls `take(action, context)` with each test, in the order of the file.
template <class Take>
void each_trial(const Strategy& strategy, Date day, Take take) {
  const SizesBySegment sizes(strategy.market, day);
  for (const Action& action : strategy.actions) {
    if (!action.test)
      continue;
    const TierSizes* const reached = sizes.find(action.segment);
    take(action,
         TrialContext{action, *action.test, strategy.market, reached ? reached->addressed : std::nullopt,
                      day_rate(strategy), day, strategy.period.end});
  }
}
} // namespace
} // namespace analysis

std::vector<Trial> read_trials(const Strategy& strategy, Date day) {
  std::vector<Trial> trials;
  analysis::each_trial(strategy, day, [&](const Action&, const analysis::TrialContext& context) {
    trials.push_back(analysis::read(context));
  });
  return trials;
}

VerdictCounts count_verdicts(std::span<const Trial> trials) {
  VerdictCounts counts;
  for (const Trial& trial : trials)
    counts.add(trial.verdict);
  return counts;
}

std::size_t AbReading::leading() const {
  if (best)
    return *best;
  std::size_t highest = arms.size() > 1 ? 1 : 0;
  for (std::size_t arm = 1; arm < arms.size(); ++arm)
    if (arms[arm].rate() > arms[highest].rate())
      highest = arm;
  return highest;
}

const ClusterReading* Trial::clusters() const {
  const auto* const ab = std::get_if<AbReading>(&reading);
  const auto* const pilot = std::get_if<PilotReading>(&reading);
  const std::optional<ClusterReading>* const seen = ab != nullptr      ? &ab->clusters
                                                    : pilot != nullptr ? &pilot->clusters
                                                                       : nullptr;
  return seen != nullptr && *seen ? &**seen : nullptr;
}

TrialsByAction::TrialsByAction(const Strategy& strategy, Date day, bool (*is_wanted)(const Action&)) {
  analysis::each_trial(strategy, day, [&](const Action& action, const analysis::TrialContext& context) {
    if (is_wanted == nullptr || is_wanted(action))
      trials_.emplace(&action, analysis::read(context));
  });
}
const Trial* TrialsByAction::find(const Action& action) const {
  const auto found = trials_.find(&action);
  return found == trials_.end() ? nullptr : &found->second;
}
bool TrialsByAction::says_drop(const Action& action) const {
  const Trial* const trial = find(action);
  return trial != nullptr && trial->verdict == Verdict::drop;
}

std::optional<Trial> read_trial(const Strategy& strategy, const Action& action, Date day) {
  if (!action.test)
    return std::nullopt;
  const SizesBySegment sizes(strategy.market, day);
  const TierSizes* const reached = sizes.find(action.segment);
  const auto market = reached != nullptr ? reached->addressed : std::nullopt;
  return analysis::read(
      {action, *action.test, strategy.market, market, day_rate(strategy), day, strategy.period.end});
}

} // namespace deploy_plan
