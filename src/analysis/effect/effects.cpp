#include "deploy_plan/effects.hpp"
#include "analysis/effect/common_law.hpp"
#include "analysis/effect/evidence.hpp"
#include <cmath>

namespace deploy_plan {
namespace {

/// An effect that lies clear of 0, on one side: its logarithm, whatever its sign.
struct Logarithm {
  double middle = 0, deviation = 0;
  bool is_loss = false;
};
std::optional<Logarithm> logarithm_of(const RunEffect& effect) {
  const double mean = std::abs(effect.estimate.value);
  const double deviation = effect.standard_error.value_or(0);
  if (!(deviation > 0) || !(mean > deviation))
    return std::nullopt;
  const bool is_loss = effect.estimate.value < 0;
  if (effect.law.low && *effect.law.low > 0)
    return Logarithm{std::log(effect.median()), std::log(*effect.law.high / *effect.law.low) / (2 * z_90),
                     is_loss};
  const double spread = std::log1p(std::pow(deviation / mean, 2));
  return Logarithm{std::log(mean) - spread / 2, std::sqrt(spread), is_loss};
}

std::optional<RunEffect> effect_of(const Logarithm& one) {
  const double spread = one.deviation * one.deviation;
  const double mean = std::exp(one.middle + spread / 2);
  const double deviation = mean * std::sqrt(std::expm1(spread));
  if (one.is_loss)
    return analysis::effect_of(-mean, deviation);
  return analysis::measured_effect(analysis::lognormal(one.middle, one.deviation), deviation);
}
} // namespace

namespace {
/// Where all results are written, its test tells nothing more.
bool may_want_results(const Action& action) { return action.results.empty() || !action.segments.empty(); }
} // namespace

struct Effects::Group {
  explicit Group(std::span<const double> effects, std::span<const double> errors)
      : law(effects, errors), size(effects.size()) {}
  analysis::CommonLaw law;
  std::size_t size;
};

Effects::~Effects() = default;
Effects::Effects(Effects&&) noexcept = default;
Effects& Effects::operator=(Effects&&) noexcept = default;

Effects::Effects(const Strategy& strategy, Date day)
    : own_trials_(std::make_unique<TrialsByAction>(strategy, day, may_want_results)),
      trials_(own_trials_.get()) {
  read(strategy);
}
Effects::Effects(const Strategy& strategy, const TrialsByAction& trials) : trials_(&trials) {
  read(strategy);
}

void Effects::read(const Strategy& strategy) {
  for (const Objective& one : strategy.objectives)
    if (one.origin.sound)
      objectives_.emplace(one.id, &one);
  struct Seen {
    std::vector<double> effects, errors;
  };
  std::map<Kind, Seen> seen;
  for (const Action& action : strategy.actions) {
    if (!action.origin.sound)
      continue;
    const auto alone = analysis::measured_alone(action, objective_of(action), trials_->find(action));
    const auto clear = alone ? logarithm_of(*alone) : std::nullopt;
    if (!clear || objective_of(action) == nullptr)
      continue;
    Seen& of_kind = seen[{action.lever, action.objective, clear->is_loss}];
    of_kind.effects.push_back(clear->middle);
    of_kind.errors.push_back(clear->deviation);
  }
  too_few_held_ = score_of_estimates(strategy).too_few();
  for (const auto& [kind, all] : seen)
    if (all.effects.size() >= least_read_together)
      groups_.emplace(kind, std::make_unique<Group>(all.effects, all.errors));
}

std::optional<RunEffect> Effects::of(const Action& action, std::string_view segment) const {
  const Action* here = &action;
  std::optional<Action> there;
  if (!segment.empty() && !action.segments.empty())
    here = &there.emplace(run_in(action, segment));
  auto effect = read_together(*here, trials_->find(action));
  if (!effect)
    return effect;
  effect->too_narrow = too_few_held_ && is_interval_given(*here);
  if (effect->basis == Basis::measured && !effect->tested)
    effect->runs = past_runs(*here).in_results;
  return effect;
}

std::optional<RunEffect> Effects::read_together(const Action& here, const Trial* trial) const {
  auto known = run_effect(here, objective_of(here), trial);
  const auto clear = known && known->basis == Basis::measured ? logarithm_of(*known) : std::nullopt;
  const auto group = clear ? groups_.find({here.lever, here.objective, clear->is_loss}) : groups_.end();
  if (group == groups_.end())
    return known;
  const analysis::Shrunk shrunk = group->second->law.shrunk(clear->middle, clear->deviation);
  auto moved = effect_of({shrunk.value, shrunk.deviation, clear->is_loss});
  if (!moved)
    return known;
  moved->tested = known->tested;
  moved->raw = known->raw;
  moved->fellows = group->second->size - 1;
  return moved;
}

const Objective* Effects::objective_of(const Action& action) const {
  const auto found = objectives_.find(action.objective);
  return found == objectives_.end() ? nullptr : found->second;
}

} // namespace deploy_plan
