// How each protocol is read: a file a protocol.
#pragma once
#include "deploy_plan/trial.hpp"

namespace deploy_plan::analysis {

/// A test and what is known around it.
struct TrialContext {
  const Action& action;
  const Test& test;
  const Market& whole_market;
  std::optional<double> market; ///< beneficiaries that the team can reach
  double day_rate = 0;
  Date day{};
  Date period_end{};
};

void read_ab(const TrialContext& context, Trial& trial);
void read_pilot(const TrialContext& context, Trial& trial);
void read_sequence(const TrialContext& context, Trial& trial);
void read_comparison(const TrialContext& context, Trial& trial);

inline void decide(Trial& trial, Verdict verdict, TrialReason reason) {
  trial.verdict = verdict;
  trial.reason = reason;
}
inline void cannot_tell(Trial& trial, TrialReason reason) { decide(trial, Verdict::cannot_tell, reason); }

/// When a test of so many is read. `to_within` is what whole clusters round its size by.
[[nodiscard]] inline Looks looks_of(const Trial& trial, double to_within = 0) {
  constexpr double counted = 1.01; // as people come by whole lists
  if (!trial.planned)
    return Looks::unplanned;
  if (trial.size.value_or(0) < *trial.planned - to_within)
    return Looks::early;
  return *trial.size <= counted * *trial.planned + to_within ? Looks::as_planned : Looks::past;
}
/// Nothing was seen yet.
inline void not_begun(Trial& trial) {
  trial.looks = looks_of(trial);
  decide(trial, Verdict::not_begun, trial.planned ? TrialReason::not_begun : TrialReason::no_data);
  trial.go_on_until = trial.planned;
}
/// Nothing is sure at any time, and no size that is planned lies ahead.
inline void cannot_tell_so(Trial& trial) {
  cannot_tell(trial, trial.looks == Looks::past ? TrialReason::past : TrialReason::unplanned);
}

/// Go on until a size, unless the market holds less: then `detectable` says what all of it could show.
template <class Detectable>
void go_on(const TrialContext& context, Trial& trial, TrialReason reason, double until,
           Detectable detectable) {
  decide(trial, Verdict::go_on, reason);
  trial.go_on_until = until;
  if (!context.market || until <= *context.market)
    return;
  cannot_tell(trial, TrialReason::beyond_market);
  trial.market = context.market;
  trial.market_detectable = detectable(*context.market);
}

/// The smallest rise above a rate that a whole market could show, split among arms: the smallest arm decides.
[[nodiscard]] std::optional<double> detectable_in_market(double market, std::span<const double> split,
                                                         double rate, double alpha, double power);
/// The same above a pilot's threshold.
[[nodiscard]] std::optional<double> detectable_in_market(double market, double threshold, double alpha,
                                                         double power);

/// Beneficiaries or steps that a wish needs, whole.
[[nodiscard]] double whole(double size);

} // namespace deploy_plan::analysis
