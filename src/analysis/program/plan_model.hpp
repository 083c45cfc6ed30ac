// A plan as a mixed-integer linear program.
//
// An action whose effect decays has a column in { 0, 1 } a run: the gains fall, so that runs fill in their
// order by themselves; the first one tells whether it runs at all, and is held first where that matters. An
// action that does not decay has one column, its runs, and where it matters another for whether it runs at
// all. Gains add up into their segment, their objective and down the funnel; only what has a ceiling is a
// column itself.
//
// Where time binds an action, each of its slots has a column of its runs, whose sum is that of the others:
// how many is one question, and keeps its strong bounds; when is another. What counts by a day is what slots
// before it hold.
#pragma once
#include "analysis/calendar/calendar.hpp"
#include "analysis/outlook/plan_futures.hpp"
#include "analysis/solver/solver.hpp"
#include "deploy_plan/effects.hpp"
#include "deploy_plan/plan.hpp"
#include <functional>

namespace deploy_plan::analysis {

/// Columns of a slot's runs, and of whether the action begins there.
struct SlotColumns {
  std::vector<int> runs; ///< of each of the action's reaches
  int begins = -1;       ///< 1 where its first run is in this slot; where that was asked for
  int begun = -1;        ///< 1 where its first run is in this slot or an earlier one
};

/// What runs of an action bring where it reaches: in one of its segments, or wherever it is run.
struct ModelReach {
  std::size_t action = 0;
  std::string segment; ///< of one that can be run in several; else empty
  double gain = 0;     ///< of the first run ever, towards its objective's target
  double decay = 0;
  Basis basis = Basis::assumed;
  std::optional<RunEffect> effect;
  std::int64_t done = 0;
  std::optional<double> room; ///< what its segment can still absorb
  std::vector<int> runs;      ///< columns whose sum is its runs; empty where the action is left out

  /// Whether runs of its action are its own.
  [[nodiscard]] bool has(const PlannedRuns& part) const { return segment.empty() || part.segment == segment; }
  [[nodiscard]] std::int64_t runs_of(const PlannedAction& planned) const;
  [[nodiscard]] double gain_of(std::int64_t run) const; ///< run 1 is the next
  [[nodiscard]] double gain_of_all(std::int64_t count) const;
  /// Its runs, times a factor.
  [[nodiscard]] std::vector<Term> times(double factor) const;
};

/// What a reach brings to its objective by one of the days that are planned for.
struct ModelService {
  std::size_t reach = 0;
  std::size_t objective = 0; ///< its place among the model's: that of the day
  Date before{};             ///< runs count that are done before it
  int segment_column = -1;   ///< what its segment gains, where that has a ceiling
  double segment_ceiling = 0;
};

/// An open test that comes first.
struct ModelTest {
  Protocol protocol{};
  std::optional<Date> under_way; ///< the day on which one that is under way can be decided
};

/// An action as the program sees it.
struct ModelAction {
  std::size_t strategy = 0;
  const Action* action = nullptr;
  const Member* owner = nullptr;
  std::optional<PlanReason> left_out; ///< why it is no column
  RunCost cost;
  std::int64_t done = 0, least = 0, most = 0; ///< runs: before; still to do
  Date earliest{}, latest = Date::max();      ///< days on which a run can be done, and still counts
  std::vector<Date> deadlines;                ///< days from which a run no longer counts for one of its goals
  std::vector<Slot> slots;
  std::vector<SlotColumns> in_slots;        ///< of each slot; empty where time does not bind its runs
  std::vector<std::pair<Month, int>> setup; ///< columns of the days of setting up, by month; where its
                                            ///< owner's days are counted
  std::optional<ModelTest> test;
  bool is_dropped = false; ///< its test says so: it has no run but those that are promised
  std::int64_t kept = 0;   ///< runs of its schedule, where that is to be kept
  bool is_fixed = false;
  std::vector<std::size_t> reaches;   ///< places among the model's; one at least
  std::vector<int> runs;              ///< columns whose sum is its runs; empty where it is left out
  int runs_at_all = -1;               ///< the column that is 1 when it runs, where one was asked for
  std::vector<std::size_t> requires_; ///< places among the model's actions
  std::vector<std::size_t> excludes;
  bool can_begin = true;     ///< false where what it requires is not there
  bool is_required = false;  ///< by another, and no run has met that yet
  std::size_t objective = 0; ///< its place among the model's first ones, one for each of the file
  double gain = 0;           ///< of the first run, where it brings most; what leads away is below 0

  [[nodiscard]] bool is_in() const { return !runs.empty(); }
  /// Whether its first run is its test, which is decided before the others.
  [[nodiscard]] bool is_to_test() const { return test && !test->under_way; }
  /// Whether it begins as a sequence: on one objective these start apart, so that their effects can be told
  /// apart.
  [[nodiscard]] bool starts_alone() const {
    return is_to_test() && test->protocol == Protocol::sequence && begins();
  }
  [[nodiscard]] bool is_timed() const { return !in_slots.empty(); }
  /// Its runs, times a factor.
  [[nodiscard]] std::vector<Term> times(double factor) const;
  /// Of one slot.
  [[nodiscard]] std::vector<Term> times_in(std::size_t slot, double factor) const;
  [[nodiscard]] bool begins() const { return done == 0; }
};

/// An objective, and what it gains by a day.
struct ModelObjective {
  std::size_t strategy = 0;
  const Objective* objective = nullptr;
  std::optional<double> needed, ceiling;
  double beyond = 0; ///< of what is needed, what does not come by itself: for one that is to be reached
  std::optional<std::size_t> from; ///< the objective of the stage above, whose gains pass down
  double conversion = 0;
  std::optional<Date> by; ///< the day of the goals that it is of; nothing before any is wanted
  bool is_aside = false;  ///< only told, by the day of its own goal, which is before those that it leads to
  bool leads = false;     ///< to one that is wanted: its gains count
  std::vector<Term> gain; ///< one column where it has a ceiling
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
  std::vector<ModelReach> reaches;
  std::vector<ModelService> services;
  std::vector<ModelObjective> objectives; ///< one for each of the file, then those of other days
  PlanStep step{};
  std::vector<std::vector<Bucket>> time; ///< of each strategy
  std::vector<std::size_t> wanted;       ///< objectives that are maximised, or reached
  std::vector<std::size_t> over;         ///< those that would be, had their day not come
  std::vector<LimitGroup> limits;
  std::vector<BrokenFunnel> broken;
  std::vector<UncountedMarket> uncounted;
  Date day{};
  std::vector<double> rates; ///< day rate of each strategy
  std::string currency;
  int money_row = -1, days_row = -1;
  std::vector<int> target_rows; ///< of reach
  std::vector<std::pair<SegmentFloor, int>> floor_rows;
  std::vector<LeverLimit> lever_limits;
  BudgetUse money, days;
  /// Whether what is maximised is a sum of shares of gaps closed, rather than one objective's gain.
  [[nodiscard]] bool sums_shares() const { return rates.size() > 1 || wanted.size() > 1; }
  /// Whether gains at an objective come to another, below it or itself, on whatever days.
  [[nodiscard]] bool leads(std::size_t objective, std::size_t other) const;
  /// Whether gains at an objective come to one that is wanted.
  [[nodiscard]] bool leads_to_wanted(std::size_t objective) const;
  /// The full cost of the runs, as terms.
  [[nodiscard]] std::vector<Term> full_cost() const;
  /// What is maximised, as terms.
  [[nodiscard]] std::vector<Term> value() const;
  /// The first reach of an action, which stands for it where it has no segments to choose from.
  [[nodiscard]] const ModelReach& first_reach(const ModelAction& of) const {
    return reaches[of.reaches.front()];
  }
  /// The segment that a reach's gains are of; empty for none.
  [[nodiscard]] const std::string& segment_of(const ModelReach& reach) const;
  /// What one more at an objective, by its day, adds to what is maximised, ceilings apart.
  [[nodiscard]] double worth(std::size_t objective) const;
  /// Places of the objectives that are told, in the order of the file: of each, that of its own goal where it
  /// is wanted, else of the latest day that it leads to.
  [[nodiscard]] std::vector<std::size_t> told() const;
};

inline constexpr std::int64_t most_runs = 100000; ///< of one action: more is no plan
inline constexpr double negligible =
    1e-9; ///< of the first run's gain: later runs add nothing that can be told
/// The lower of two limits; `unbounded` where there is neither.
[[nodiscard]] inline double limited(std::optional<double> a, std::optional<double> b) {
  return std::min(a.value_or(unbounded), b.value_or(unbounded));
}

/// Reads when each action can run, and leaves out those that cannot any more.
void read_dates(PlanModel& model, std::span<const Strategy> strategies);
/// Adds the columns and rows to what was read.
[[nodiscard]] tl::expected<void, PlanFailure>
add_program(PlanModel& model, std::span<const Strategy> strategies, const PlanOptions& options);
/// How a plan that must be surer than by the mean is read.
struct Caution {
  /// What is read of an action may be adjusted before anything is made of it.
  std::function<void(const Action&, ModelReach&)> adjust = {};
  double organic = 0.5; ///< the quantile of what comes by itself that is counted on
};
[[nodiscard]] tl::expected<PlanModel, PlanFailure> plan_model(std::span<const Strategy> strategies, Date day,
                                                              const PlanOptions& options,
                                                              PlanFutures& futures,
                                                              const Caution& caution = {});

} // namespace deploy_plan::analysis
