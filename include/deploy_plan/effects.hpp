// Measured effects, read together: those of one lever towards one objective tell of each other.
#pragma once
#include "deploy_plan/effect.hpp"
#include <map>
#include <memory>
#include <span>
#include <tuple>

namespace deploy_plan {

/// Effects that are alike, and not the same: each a draw from a normal law around their mean.
struct RandomEffects {
  double q = 0;           ///< Cochran's
  double tau_squared = 0; ///< between effects (DerSimonian and Laird 1986), 0 at least
  double mean = 0;
  double standard_error = 0;  ///< of the mean
  std::vector<double> shrunk; ///< each towards the mean, as far as its own error asks
  /// Of each shrunk effect; it counts that τ² is not known, which `tau_squared` alone would hide: averaged
  /// over τ, any τ being as likely before (Gelman et al. 2013, section 5.4). With fewer than three effects
  /// nothing tells τ: the errors that were given.
  std::vector<double> deviations;
};
/// Standard errors are above 0, one for each effect; nothing of no effects.
[[nodiscard]] RandomEffects random_effects(std::span<const double> effects,
                                           std::span<const double> standard_errors);

/// How many measured actions of a lever and an objective tell how far apart such effects lie.
inline constexpr std::size_t least_read_together = 3;

/// The effects of a strategy's actions, as every command reads them. What an action's results show, or its
/// test, is moved towards what the other measured actions of its lever and objective show, by logarithms: a
/// letter and a webinar differ by a factor, and so do their errors. Those that are not clear of 0 by more
/// than their deviation, or certain, stand by themselves; so do all below `least_read_together`.
class Effects {
public:
  /// As of a day, for the tests. The strategy must outlive it, and stay where it is.
  Effects(const Strategy& strategy, Date day);
  /// By tests that were read already, and must outlive it, too.
  Effects(const Strategy& strategy, const TrialsByAction& trials);
  ~Effects();
  Effects(Effects&&) noexcept;
  Effects& operator=(Effects&&) noexcept;
  /// Of an action of the strategy, in one of its `segments` where it has several and one is named. Nothing
  /// where none is known.
  [[nodiscard]] std::optional<RunEffect> of(const Action& action, std::string_view segment = {}) const;

private:
  struct Group;
  /// Lever, objective, and whether effects are losses.
  using Kind = std::tuple<Family, std::string_view, bool>;
  std::map<std::string_view, const Objective*> objectives_;
  std::unique_ptr<const TrialsByAction> own_trials_; ///< where none were given
  const TrialsByAction* trials_;
  std::map<Kind, std::unique_ptr<const Group>> groups_;
  bool too_few_held_ = false; ///< of the intervals given as effects

  /// Beside the others; of an action as it is run in one segment.
  [[nodiscard]] std::optional<RunEffect> read_together(const Action& here, const Trial* trial) const;
  [[nodiscard]] const Objective* objective_of(const Action& action) const;
  void read(const Strategy& strategy);
};

/// How the intervals that users gave as effects turned out, where results came.
struct EstimateScore {
  std::int64_t given = 0; ///< 90 % intervals of actions that have results since
  std::int64_t held = 0;  ///< those in which the mean of the results lies, runs' variation allowed for
  /// Of so few or fewer, were each to hold nine times out of ten; nothing where none was given.
  std::optional<double> probability;
  /// By how much the intervals' width (of logarithms, of those above 0) is to be multiplied for nine in ten
  /// to have held; where too few did.
  std::optional<double> widen;
  [[nodiscard]] bool too_few() const { return probability && *probability < 0.05; }
};
[[nodiscard]] EstimateScore score_of_estimates(const Strategy& strategy);
/// Whether an action's effect is given as an interval, which may hold or not, rather than as a number.
[[nodiscard]] bool is_interval_given(const Action& action);

} // namespace deploy_plan
