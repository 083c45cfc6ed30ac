// A plan as a mixed-integer linear program.
//
// An action whose effect decays has a column in { 0, 1 } a run: the gains fall, so that runs fill in their
// order by themselves; the first one tells whether it runs at all, and is held first where that matters. An
// action that does not decay has one column, its runs, and where it matters another for whether it runs at
// all. Gains add up into their segment, their objective and down the funnel; only what has a ceiling is a
// column itself.
#pragma once
#include "analysis/outlook/plan_futures.hpp"
#include "analysis/solver/solver.hpp"
#include "deploy_plan/plan.hpp"
#include <functional>

namespace deploy_plan::analysis {

/// An action as the program sees it.
struct ModelAction {
  std::size_t strategy = 0;
  const Action* action = nullptr;
  std::optional<PlanReason> left_out; ///< why it is no column
  RunCost cost;
  double gain = 0; ///< of the first run ever, towards its objective's target
  double decay = 0;
  Basis basis = Basis::assumed;
  std::optional<RunEffect> effect;
  std::int64_t done = 0, least = 0, most = 0; ///< runs: before; still to do
  Date earliest{}, latest = Date::max();      ///< days on which a run can be done, and still counts
  bool is_fixed = false;
  std::vector<int> runs;              ///< columns whose sum is its runs; empty where it is left out
  int runs_at_all = -1;               ///< the column that is 1 when it runs, where one was asked for
  std::vector<std::size_t> requires_; ///< places among the model's actions
  std::vector<std::size_t> excludes;
  bool can_begin = true; ///< false where what it requires is not there
  std::size_t objective = 0;
  std::optional<double> segment_room; ///< what its segment can still absorb
  int segment_column = -1;            ///< what its segment gains, where that has a ceiling

  [[nodiscard]] bool is_in() const { return !runs.empty(); }
  /// Its runs, times a factor.
  [[nodiscard]] std::vector<Term> times(double factor) const;
  [[nodiscard]] double gain_of(std::int64_t run) const; ///< run 1 is the next
  [[nodiscard]] double gain_of_all(std::int64_t count) const;
};

/// An objective, and what it gains.
struct ModelObjective {
  std::size_t strategy = 0;
  const Objective* objective = nullptr;
  std::optional<double> needed, ceiling;
  double beyond = 0; ///< of what is needed, what does not come by itself: for one that is to be reached
  std::optional<std::size_t> from; ///< the objective of the stage above, whose gains pass down
  double conversion = 0;
  bool leads = false;         ///< to one that is wanted: its gains count
  std::vector<Term> gain;     ///< one column where it has a ceiling
  std::vector<Term> progress; ///< of one that is wanted: the gain that counts
};

/// Limits that can be lifted to see which ones conflict.
struct LimitGroup {
  Phrase words;
  std::vector<int> rows;                       ///< to be freed
  std::vector<std::pair<int, Column>> columns; ///< to be given these bounds instead
};

struct PlanModel {
  Program program;
  std::vector<ModelAction> actions;
  std::vector<ModelObjective> objectives;
  std::vector<std::size_t> wanted; ///< objectives that are maximised, or reached
  std::vector<std::size_t> over;   ///< those that would be, had their day not come
  std::vector<LimitGroup> limits;
  std::vector<BrokenFunnel> broken;
  std::vector<UncountedMarket> uncounted;
  Date day{};
  std::vector<double> rates; ///< day rate of each strategy
  std::string currency;
  int money_row = -1, days_row = -1;
  std::vector<int> target_rows; ///< of reach
  std::vector<LeverLimit> lever_limits;
  BudgetUse money, days;
  /// Whether what is maximised is a sum of shares of gaps closed, rather than one objective's gain.
  [[nodiscard]] bool sums_shares() const { return rates.size() > 1 || wanted.size() > 1; }
  /// Whether gains at an objective come to another, below it or itself.
  [[nodiscard]] bool leads(std::size_t objective, std::size_t other) const;
  /// Whether gains at an objective come to one that is wanted.
  [[nodiscard]] bool leads_to_wanted(std::size_t objective) const;
  /// The full cost of the runs, as terms.
  [[nodiscard]] std::vector<Term> full_cost() const;
  /// What is maximised, as terms.
  [[nodiscard]] std::vector<Term> value() const;
};

inline constexpr std::int64_t most_runs = 100000; ///< of one action: more is no plan
inline constexpr double negligible =
    1e-9; ///< of the first run's gain: later runs add nothing that can be told
/// The lower of two limits; `unbounded` where there is neither.
[[nodiscard]] inline double limited(std::optional<double> a, std::optional<double> b) {
  return std::min(a.value_or(unbounded), b.value_or(unbounded));
}

/// Reads when each action can run, and leaves out those that cannot any more.
void read_dates(PlanModel& model);
/// Adds the columns and rows to what was read.
[[nodiscard]] tl::expected<void, PlanFailure> add_program(PlanModel& model, const PlanOptions& options);
/// How a plan that must be surer than by the mean is read.
struct Caution {
  /// What is read of an action may be adjusted before anything is made of it.
  std::function<void(ModelAction&)> adjust = {};
  double organic = 0.5; ///< the quantile of what comes by itself that is counted on
};
[[nodiscard]] tl::expected<PlanModel, PlanFailure> plan_model(std::span<const Strategy> strategies, Date day,
                                                              const PlanOptions& options,
                                                              PlanFutures& futures,
                                                              const Caution& caution = {});

} // namespace deploy_plan::analysis
