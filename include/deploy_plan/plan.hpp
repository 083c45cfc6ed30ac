// The best plan that the means allow: how many runs of each action, when, and who does them.
#pragma once
#include "deploy_plan/gap.hpp"
#include "deploy_plan/ranking.hpp"
#include "deploy_plan/spending.hpp"
#include "deploy_plan/test_value.hpp"
#include "deploy_plan/workload.hpp"
#include <algorithm>
#include <span>
#include <tl/expected.hpp>
#include <variant>

namespace deploy_plan {

enum class PlanGoal { maximise, reach };
/// The parts of the time that runs are planned in. Weeks begin on Mondays, and end with their month too.
enum class PlanStep { month, week };

/// Fixes an action's runs still to do.
struct FixedRuns {
  std::string action;
  std::int64_t runs = 0;
};
/// At most so many runs, in all, of the actions of a lever.
struct LeverLimit {
  Family lever{};
  std::int64_t runs = 0;
};
/// A least share for a segment of what all runs bring to what is planned for, before any ceiling.
struct SegmentFloor {
  std::string segment;
  double share = 0; ///< ]0, 1]
};

struct PlanOptions {
  PlanGoal goal = PlanGoal::maximise;
  std::vector<std::string> objectives; ///< of maximise one, else the North Star; of reach, else all
  std::optional<double> money, days;   ///< instead of the strategies' own budgets
  std::vector<LeverLimit> lever_limits;
  std::vector<FixedRuns> fixed;
  std::vector<SegmentFloor> floors;
  PlanStep step = PlanStep::month;
  bool keep = false;         ///< change the schedules of the file as little as what can be done allows
  std::size_t branches = 6;  ///< open tests, at most, of which it is told what to do if they are dropped
  double seconds = 60;       ///< for the whole answer, and the nodes of its search; above 0
  double gap = 1e-6;         ///< relative: what is within it is proven optimal
  std::size_t frontier = 12; ///< points; 0 for none, and no marginal values
  std::size_t draws = FutureOptions{}.draws; ///< of effects and futures; 0 for none
  std::uint64_t seed = FutureOptions{}.seed;
  unsigned threads = 1;             ///< of the draws, which do not depend on it
  bool values_tests = false;        ///< tells which test is worth running first, out of the same draws
  std::optional<double> confidence; ///< the cheapest plan found that reaches the targets with this
                                    ///< probability, instead of the best by the mean
};

/// Why an action has the runs that it has, or none.
enum class PlanReason {
  chosen,  ///< as many as are worth it
  at_most, ///< as many as it may have
  fixed,   ///< by the options
  stopped,
  dropped,         ///< its test says so: it has no more runs than are promised
  ended,           ///< its end has come
  begins_too_late, ///< it, or what it requires, begins when the day of its goal has come, or after its own
                   ///< end
  goal_over,       ///< the day of its goal has come
  without_cost,
  without_effect, ///< none is known, or it leads away
  elsewhere,      ///< it moves another objective, and nothing passes from there to the one planned for
  excluded,       ///< by an action that is chosen
  lacks_required, ///< what it requires is not chosen
  dominated,      ///< another does as well for less
  beyond_decay,   ///< its next run adds too little for its cost
  over_money,
  over_days,
  over_lever,    ///< the lever has its runs
  over_capacity, ///< its owner has no days left where it can run
  over_pace,     ///< `runs.per_month` and `spacing_days` leave no room
  over_term,     ///< the credits of the time in which it can run are spent
  awaits_test,   ///< until its test is decided, it is not run any more
  kept,          ///< as the schedule has it
  market_full,   ///< those left to reach are reached
  outbid,        ///< others give more for the same means
};

/// Runs of an action that belong together: in one part of the time, and one segment.
struct PlannedRuns {
  Date from{}, until{}; ///< they can be done on these days, the first and the last
  Date first{}, last{}; ///< the planned days of the first of them and of the last; others evenly between
  std::int64_t runs = 0;
  std::string segment;  ///< its id, of an action that can be run in several; else empty
  bool is_test = false; ///< what is tried before it is decided to go on
  /// The planned day of one of them, the first being 1.
  [[nodiscard]] Date day_of(std::int64_t run) const;
};

/// Days of setting up, which may be spread over the months until the first run.
struct PlannedSetup {
  Month month;
  double days = 0;
};

/// How many runs of an action more, or fewer, there are where a test is dropped.
struct RunsChange {
  std::size_t action = 0; ///< its place among the plan's
  std::int64_t from = 0, to = 0;
};
/// An action that no test has proven yet runs as its test, then is decided on.
struct PlannedTest {
  Protocol protocol{};
  bool is_under_way = false; ///< else its first run is the test
  Date decision{};           ///< the first day on which it can be decided; other runs come after
  std::optional<double> if_adopted, if_dropped; ///< value of the plan; what comes before the decision is the
                                                ///< same. Nothing where there are too many open tests, or no
                                                ///< time to tell
  std::vector<RunsChange> changes;              ///< of other actions, where it is dropped
};

/// Runs in one of an action's segments.
struct SegmentRuns {
  std::string segment, name;
  std::int64_t runs = 0;
  double value = 0; ///< see PlannedAction
  Basis basis = Basis::assumed;
};

struct PlannedAction {
  std::size_t strategy = 0; ///< its place among those planned for
  std::string id, name;
  std::string objective; ///< its id
  std::string owner;     ///< empty where nobody is named
  Family lever{};
  std::int64_t runs = 0;             ///< still to do
  std::int64_t done = 0;             ///< before
  Date from{}, until{};              ///< first and last day on which they can be done and still count
  std::vector<PlannedRuns> schedule; ///< in the order of time
  std::vector<PlannedSetup> setup;   ///< in the order of time; where beginning takes days
  std::vector<SegmentRuns> segments; ///< of one that can be run in several
  std::optional<PlannedTest> test;   ///< of one that is tested first
  double value = 0;                  ///< what these runs add to their own objective, before any ceiling
  bool is_rate = false;              ///< which is a share
  double money = 0, days = 0, full_cost = 0; ///< of these runs, setup included
  Basis basis = Basis::assumed;
  std::int64_t runs_measured = 0; ///< those that the effect was seen in; 0 where a test alone measured it
  bool too_narrow = false;        ///< see RunEffect
  PlanReason reason{};
  std::string because_of;                     ///< the action that excludes, dominates or is required
  std::optional<double> next_gain, next_cost; ///< of one run more
};

/// A limit of the plan, in words that stand by themselves.
struct PlanLimit {
  Phrase words;
};

struct BudgetUse {
  std::optional<double> limit; ///< nothing where there is no limit of this kind
  double spent_before = 0;     ///< by runs done: what results say, else at the cost of a run
  double used = 0;
  bool binds = false; ///< for want of it a run is left out that would add something
  [[nodiscard]] std::optional<double> left() const {
    return limit ? std::optional(*limit - spent_before - used) : std::nullopt;
  }
  /// What is spent already is no choice: where it is more than the limit, nothing is left to spend.
  [[nodiscard]] double for_new_runs() const {
    return limit && *limit > spent_before ? *limit - spent_before : 0;
  }
};

/// What becomes of means that are given for a time.
struct TermUse {
  std::size_t strategy = 0;
  Date from{}, until{};
  BudgetUse money, days; ///< spent before: see SpentWithin
  Spent undated;         ///< likewise
};

/// What the plan brings to an objective.
struct ObjectiveGain {
  std::size_t strategy = 0;
  std::string id, name, unit;
  std::optional<Date> by = {};   ///< the day of its target
  bool is_wanted = false;        ///< it is planned for
  bool is_rate = false;          ///< its figures are shares
  double gain = 0;               ///< towards its target
  std::optional<double> needed;  ///< still to do
  std::optional<double> ceiling; ///< what the market can still absorb, where it counts beneficiaries
  std::optional<double> median = {}, low = {}, high = {}; ///< of the gain, simulated; 90 % interval; nothing
                                                          ///< where no effect that comes to it varies
  std::optional<double> organic = {};       ///< what comes by itself by its day, median, towards the target;
                                            ///< nothing where no trend can be told
  std::optional<Outlook> outlook = {};      ///< with the plan; nothing where it is not observed
  std::optional<Outlook> as_committed = {}; ///< with what is promised alone
  std::vector<std::string> assumed_events = {}; ///< see Outlooks
  /// The share of what is still to do that the plan brings; nothing where nothing is.
  [[nodiscard]] std::optional<double> closed() const {
    return needed && *needed > 0 ? std::optional(gain / *needed) : std::nullopt;
  }
};

/// Effects that do not pass down the funnel: the next stage has no conversion.
struct BrokenFunnel {
  std::size_t strategy = 0;
  Stage from{}, to{};
  NoConversion why{};
};

/// A market of which nobody counted who is covered: all that it addresses is taken for what it can absorb.
struct UncountedMarket {
  std::size_t strategy = 0;
  std::string segment; ///< empty for the whole
  double addressed = 0;
};

/// An action that is left out as its test says to drop it.
struct DroppedAction {
  std::size_t strategy = 0;
  std::string id, name;
};

struct FrontierPoint {
  double full_cost = 0;
  double value = 0;
  std::optional<double> per_cost = {}; ///< value more than the point before, for one unit of full cost more
};

/// Runs of the plan's actions in a month.
struct PlannedMonth {
  Date first{};                   ///< of the month
  std::vector<std::int64_t> runs; ///< of each action in the calendar
};
struct PlanCalendar {
  std::vector<std::size_t> actions; ///< places among the plan's, of those that have runs
  std::vector<PlannedMonth> months; ///< from the day's to that of the last run, empty ones among them
};

/// Why a schedule could not be kept.
enum class MoveReason {
  slipped,   ///< its month is over, and it was not done
  stopped,   ///< the action is
  ended,     ///< the action's time is
  not_yet,   ///< the action, or what it requires, begins later
  goal_over, ///< it would be too late for its goal
  at_most,   ///< the action may have fewer
  over_capacity,
  over_pace,
  over_term,
  over_budget,
  after_test, ///< its test is not decided by then
  displaced   ///< another took its place
};
/// Runs that a schedule had in a month, and where they are now.
struct MovedRuns {
  std::size_t action = 0; ///< its place among the plan's
  std::string segment;
  std::int64_t runs = 0;
  Date from{};            ///< first day of the month that they were scheduled for
  std::optional<Date> to; ///< likewise, of now; nothing where they are given up
  MoveReason why{};
};

/// What a floor comes to.
struct PlanFloor {
  SegmentFloor floor;
  double reached = 0;          ///< share
  std::optional<double> price; ///< how much less the plan's value is for it, or dearer, where it is to reach;
                               ///< nothing where there was no time to tell
};

/// An action whose uncertain effect moves the plan's value.
struct PlanInput {
  std::size_t action = 0; ///< its place among the plan's
  double correlation = 0; ///< Spearman's, of its effect and the plan's value
};
/// The value over the uncertainty of the effects of its actions.
struct SimulatedPlan {
  std::size_t draws = 0;
  std::uint64_t seed = 0;
  double median = 0, low = 0, high = 0; ///< 90 % interval
  std::optional<double> probability; ///< that every objective planned for meets its target; nothing where the
                                     ///< outlook of one cannot be told
  std::optional<double> probability_alone = {}; ///< in its place: that the actions alone bring what is still
                                                ///< to do, of those whose outlook cannot be told
  std::vector<PlanInput> inputs;                ///< those that move it most first
  /// How sure the plan is, of one kind or the other.
  [[nodiscard]] std::optional<double> surety() const { return probability ? probability : probability_alone; }
};

enum class PlanStatus { optimal, feasible, infeasible };

/// What a plan leaves unknown, because the time given or a search of bounded length ended before it.
enum class Unfinished {
  least_cost,        ///< that no plan as good costs less
  smallest_conflict, ///< that the conflict is a smallest one
  confidence,        ///< that none of the plans looked for reaches the targets as surely for less
  marginal,          ///< what one more of a budget brings
  frontier,          ///< some points, or all
  branches,          ///< what a test that is dropped changes
  price              ///< of a floor
};

struct Plan {
  Date as_of{};
  PlanStatus status{};
  PlanGoal goal{};
  std::vector<std::string> strategies; ///< names
  std::string currency;
  std::string unit, units; ///< of the value: of one and, where that is known, of several; empty for a
                           ///< portfolio, whose value is a sum of shares of gaps closed
  bool is_rate = false;    ///< the value is a share
  double value = 0; ///< of one objective, what it gains; of several, the sum of the gains, as shares of what
                    ///< is needed
  double money = 0, days = 0, full_cost = 0;
  double gap = 0; ///< relative, proven; infinite where no better plan could be excluded
  BudgetUse money_budget, days_budget;
  std::vector<TermUse> terms; ///< those that are not over
  std::vector<PlannedAction> actions;
  std::vector<ObjectiveGain> objectives;
  std::size_t wanted = 0;           ///< how many objectives are planned for
  std::vector<PlanLimit> conflicts; ///< of an infeasible plan: a set that cannot hold together, a smallest
                                    ///< one unless that is unfinished
  std::vector<Unfinished> unfinished;
  std::vector<BrokenFunnel> broken;
  std::vector<UncountedMarket> uncounted;
  std::vector<DroppedAction> dropped; ///< of an infeasible plan as well
  std::vector<FrontierPoint> frontier;
  std::optional<double> marginal_money, marginal_days; ///< value of one more of each, runs taken as divisible
  PlanStep step{};
  Date from{}, until{};         ///< first and last day of the time planned for
  std::vector<MemberLoad> load; ///< of those who answer for an action, by strategy: what is planned for each
  bool is_kept = false;         ///< it changes schedules as little as can be, instead of bringing most
  std::vector<MovedRuns> moved; ///< of a plan that keeps its schedules
  std::vector<PlanFloor> floors;
  std::optional<SimulatedPlan> simulated;
  std::optional<double> confidence; ///< that was asked for
  std::optional<TestValues> tests;  ///< where they were asked for
  /// Has no run: what comes with it is what comes anyway.
  [[nodiscard]] bool does_nothing() const {
    return std::none_of(actions.begin(), actions.end(),
                        [](const PlannedAction& one) { return one.runs > 0; });
  }
};

// Why there is no plan. Whoever asked puts it into words: they know by what names they asked.

/// What was to be planned for, or whose runs were fixed, is in none of the strategies.
struct UnknownToPlan {
  enum class What { objective, action } what{};
  std::string id;
  std::string nearest; ///< an id that there is; empty where none is near
};
/// Nothing says what to plan for.
struct WithoutNorthStar {
  std::string strategy; ///< its name
};
/// No objective is left to plan for.
struct NothingToPlan {
  std::string objective; ///< one whose day has come; empty where none has anything still to do
  Date by{};
};
/// More runs are fixed than the action may have.
struct FixedBeyondMost {
  std::string action;
  std::int64_t runs = 0;
  std::int64_t most = 0; ///< of which some are done
  std::int64_t done = 0;
};
/// Runs are fixed of an action that is stopped, has no cost, or cannot run any more.
struct FixedLeftOut {
  std::string action;
};
/// Neither the file nor a budget limits the runs of an action.
struct UnlimitedRuns {
  std::string action;
};
/// More runs are possible than a program holds.
struct TooManyRuns {};
/// The time limit is not above 0 seconds.
struct NoTime {};
/// The search found no plan, nor that there is none.
struct NoPlanInTime {
  double seconds = 0; ///< that it was given
};
/// Of a plan with a confidence: the limits cannot hold together. A plan without one says which.
struct LimitsConflict {};
/// A schedule is to be kept, and none is written.
struct NoSchedule {};
/// A floor names no segment of any strategy.
struct UnknownSegment {
  std::string id;
  std::string nearest; ///< an id that there is; empty where none is near
};
/// Nothing of the time planned for is left: the period is over, and every goal's day has come.
struct PeriodOver {
  Date end{};
};
/// The solver is not there, or gave up.
struct SolverFailed {
  Text why;
};
using PlanFailure = std::variant<UnknownToPlan, WithoutNorthStar, NothingToPlan, FixedBeyondMost,
                                 FixedLeftOut, UnlimitedRuns, TooManyRuns, NoTime, NoPlanInTime,
                                 LimitsConflict, NoSchedule, UnknownSegment, PeriodOver, SolverFailed>;

/// For one strategy, or for several that share one budget. Runs are those still to do: what is done has had
/// its effect and its cost. Uncertain effects enter with their mean. Else why there is no plan: options that
/// name nothing, no budget and no end to the runs, no solver.
[[nodiscard]] tl::expected<Plan, PlanFailure> plan(std::span<const Strategy> strategies, Date day,
                                                   const PlanOptions& options);

/// What tests are worth before the plan is followed: see TestValues. Fails as `plan` does, and with
/// LimitsConflict where no plan keeps all limits.
[[nodiscard]] tl::expected<TestValues, PlanFailure> test_values(std::span<const Strategy> strategies,
                                                                Date day, const PlanOptions& options);

/// The months of a plan.
[[nodiscard]] PlanCalendar calendar(const Plan& plan);

/// The program that `plan` solves first, for another solver.
enum class ProgramFormat { mps, lp };
[[nodiscard]] tl::expected<std::string, PlanFailure> plan_program(std::span<const Strategy> strategies,
                                                                  Date day, const PlanOptions& options,
                                                                  ProgramFormat format);

} // namespace deploy_plan
