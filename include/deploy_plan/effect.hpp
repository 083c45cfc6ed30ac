// What a run of an action costs and gives, as far as that is known.
#pragma once
#include "deploy_plan/spending.hpp"
#include "deploy_plan/trial.hpp"
#include "deploy_plan/uncertainty.hpp"

namespace deploy_plan {

/// The standard deviation of one run's effect, as a share of the mean, where an action does not say its own.
inline constexpr double usual_variation = 0.5;
/// The action's own, else the usual one; 0 where each run brings the same.
[[nodiscard]] double variation_of(const Action& action);

enum class Basis { measured, assumed };

/// What the first run adds to its objective's metric, on average; later runs add less where it decays.
struct RunEffect {
  Estimate estimate;
  Uncertain law;                        ///< of that mean
  std::optional<double> standard_error; ///< of measured effects: the deviation of that law
  Basis basis{};
  bool tested = false;         ///< measured by the action's test, no result being written down
  std::optional<Estimate> raw; ///< measured: what the results show, or the test, by themselves
  std::size_t fellows = 0;     ///< other actions measured, of the same lever and objective, that moved it
  /// It rests on an interval that the file gives, of which too few held (EstimateScore): it is counted at its
  /// word, and is likely to be wider.
  bool too_narrow = false;
  std::int64_t runs = 0; ///< measured by results: the runs that they tell of
  /// As likely to be more as to be less.
  [[nodiscard]] double median() const;
};
/// Of an action read alone: `Effects` reads those of a strategy, which tell of each other.
///
/// Measured once there are results: the action's `effect` is what was thought before, and each run tells more
/// (linear credibility: Bühlmann 1967). Runs vary around their mean by `variation_of` the action, which the
/// results mend as they become several; a plain number counts for one run, and without `effect`, or where
/// that is a plain number and runs do not vary, the results stand by themselves. What results show of runs
/// already decayed is brought back to the first. Where runs vary, no result is certain: one of 0 varies as a
/// gain of one would, or of a point where a rate is measured. Else what the action's test shows, where its
/// verdict is to adopt or to drop and its objective, if any is given, is a count: those whom the tested runs
/// gained, read as results are beside `effect`; of an arm or a pilot that is adopted, less what being chosen
/// for its figures adds to them. Else assumed. Nothing where none of these is known.
[[nodiscard]] std::optional<RunEffect> run_effect(const Action& action, const Objective* objective = nullptr,
                                                  const Trial* trial = nullptr);

/// What one run takes, and what beginning takes once.
struct RunCost {
  double money = 0, days = 0;
  double setup_money = 0, setup_days = 0;
  [[nodiscard]] double full(double day_rate) const { return money + days * day_rate; }
  [[nodiscard]] double full_setup(double day_rate) const { return setup_money + setup_days * day_rate; }
};
/// As the action says, else what a run of its results took; nothing where neither is known.
[[nodiscard]] std::optional<RunCost> run_cost(const Action& action);

/// Those that a result tells of.
[[nodiscard]] std::int64_t runs_of(const Result& result);
/// What these took; what the result does not tell is taken from the cost of a run.
[[nodiscard]] Spent taken_by(const Result& result, const RunCost& of_run);
/// What so many runs take, with setting up where they are the first.
[[nodiscard]] Spent taken_by(std::int64_t runs, const RunCost& of_run, bool are_first);
/// From a run to its effect.
[[nodiscard]] std::chrono::days delay_of(const Action& action);

/// What an action has done until now, and what that took.
struct PastRuns {
  std::int64_t count = 0;      ///< `runs.done`, or the runs of its results where they are more
  std::int64_t in_results = 0; ///< of which results tell
  Spent all;                   ///< by results, by the other runs at the cost of a run, by setting up
  Spent of_results, of_setup;  ///< 0 where nothing was done
};
[[nodiscard]] PastRuns past_runs(const Action& action);

/// The segments in which an action can be run: its `segments`, else its `segment` alone, which is empty where
/// none is said.
[[nodiscard]] std::vector<std::string> segments_of(const Action& action);
/// An action as it is run in one of its `segments`: with the effect and the results of that one alone.
/// Results and runs done that name no segment are taken to be of each, so that no wear is forgotten. Of an
/// action without `segments`, itself.
[[nodiscard]] Action run_in(const Action& action, std::string_view segment);

[[nodiscard]] double day_rate(const Strategy& strategy);

} // namespace deploy_plan
