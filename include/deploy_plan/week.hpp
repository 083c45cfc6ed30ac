// A week of a strategy: what came since a day, what to do now, and what has to be decided.
#pragma once
#include "deploy_plan/plan.hpp"
#include "deploy_plan/trial_reserve.hpp"

namespace deploy_plan {

/// A share goal, or the target of an objective, as it is spoken of.
struct WeekGoal {
  std::string id;             ///< the objective's, or the share goal's: see id_of
  std::string name;           ///< of an objective
  std::optional<TierName> of; ///< of a share goal
  std::string segment;        ///< of a share goal: its name
  double goal = 0;            ///< to reach; of a share goal the share
  Date by{};
  std::string unit;
  bool is_rate = false; ///< `goal` is a share
  bool north_star = false;
};

/// What was observed: an objective, a tier that is observed or counted.
enum class ObservedFigure { objective, penetrated, addressable, addressed, target };

/// A figure with observations after `since`.
struct NewObservation {
  ObservedFigure figure{};
  std::string id;   ///< the objective's; of a tier its name, then, after a full stop, its segment's id
  std::string name; ///< of an objective, or of a tier's segment
  std::string unit;
  bool is_rate = false; ///< its values are shares
  bool north_star = false;
  std::int64_t count = 0;       ///< of new observations
  std::optional<double> from;   ///< what was known before; nothing where nothing was
  std::optional<Date> from_day; ///< of that
  double to = 0;
  Date to_day{};
  std::optional<double> path;       ///< where its path is on the day; of those covered, that of their goal
                                    ///< whose day comes first
  std::optional<double> ahead;      ///< positive is good
  std::optional<GoalStatus> status; ///< likewise
};

/// How a goal stands to its path now, against then. The last two: it stands alike, but its outlook is of
/// another class.
enum class GoalMove { reached, rejoined, nearer, measured, further, left, overdue, likelier, less_likely };
struct MovedGoal {
  WeekGoal goal;
  GoalMove move{};
  GoalStatus before{}, now{};
  std::optional<double> probability_before, probability; ///< as committed
  std::optional<Date> unobserved_since; ///< the newest observation, where none is new: time alone moved it
  bool is_mixed = false;                ///< its path and its chances went different ways
  bool is_late_reached = false;         ///< it was reached after its day
};

/// What a result brought by run, against what was assumed of it.
enum class AgainstAssumed { within, above, below, unknown };
struct ArrivedResult {
  std::string action, name; ///< the action's id and name
  std::string segment;      ///< its name
  std::string unit;
  bool is_rate = false; ///< effects are shares
  Date date{};
  std::int64_t runs = 1;
  double effect = 0;
  double per_run = 0;
  /// By run: the action's `effect`, less for the runs before where it decays; of a plain number the interval
  /// within which the mean of so many runs varies.
  std::optional<Estimate> assumed;
  AgainstAssumed against = AgainstAssumed::unknown;    ///< above is better, whichever way the figure must go
  std::optional<double> money, days;                   ///< as written
  std::optional<double> foreseen_money, foreseen_days; ///< of as many runs, by the action's cost
};

/// A test that says something else than then. Arms and pilots have no days: only sequences are told.
struct ChangedVerdict {
  std::string action, name;
  Verdict before{}, now{};
};

enum class TaskKind {
  scheduled_runs, ///< runs of the schedule, those that slipped among them
  planned_runs,   ///< runs of the best plan, where nothing is scheduled
  write_result,   ///< of runs that are done
  measure         ///< a figure that is stale, or not observed yet
};
struct WeekTask {
  TaskKind kind{};
  std::string id, name; ///< of the action, or of the objective to measure; "penetrated" for those covered
  std::string owner;    ///< empty where nobody is named
  Date until{};
  std::int64_t runs = 0;                  ///< to do, or done without results
  std::int64_t late = 0;                  ///< those of months that are over, which are then all
  std::optional<Date> late_since;         ///< first day of the oldest of these months
  std::int64_t also = 0;                  ///< beside those that slipped: scheduled runs that may still wait
  std::optional<Date> also_until;         ///< until then
  std::string segment;                    ///< its name, where runs are of one
  bool is_test = false;                   ///< what is tried before it is decided to go on
  std::optional<WeekGoal> goal;           ///< that it serves
  std::optional<GoalStatus> status;       ///< of that goal
  bool serves_north_star = false;         ///< itself, or through the funnel
  std::optional<Date> observed;           ///< the newest observation of what is to be measured
  std::optional<std::int64_t> every_days; ///< it is to be measured so often
  std::string method;                     ///< how
};

enum class DecisionKind {
  adopt,             ///< a test says so, and the action's status does not
  drop,              ///< likewise
  unlikely,          ///< a goal has become so: other means, or another goal
  overdue,           ///< a goal's day is past
  runs_left,         ///< an action's end came, and promised runs are left
  overload,          ///< a member has more to do than days, this month or the next
  overspent,         ///< more was spent than the budget, or credits that have not ended
  term_ending,       ///< credits end soon, and some are left
  north_star_ending, ///< its time is over, or soon is
  no_plan            ///< no plan holds within the limits that are set: one is to be lifted
};
struct WeekDecision {
  DecisionKind kind{};
  std::string id;   ///< of the action, goal or objective; the member's name; the term's last day; "budget"
  std::string name; ///< of an action or a member
  std::string owner;
  bool was_open = false;               ///< it was to be decided on `since` already
  std::optional<WeekGoal> goal;        ///< whose means are in question
  std::optional<TrialReserve> reserve; ///< of what a test says
  std::optional<Date> by;        ///< the day from which it is too late; the first of the month of an overload
  std::vector<PlanLimit> limits; ///< that no plan keeps together, as far as that is known
  std::optional<std::int64_t> runs;
  std::optional<double> money, days;    ///< of one run; of means, what is left, or was spent beyond them
  bool at_most = false;                 ///< some of what is left may be spent: see SpentWithin
  std::optional<double> effect;         ///< of one run
  std::optional<double> load, capacity; ///< person-days in the month
  std::optional<double> expected;       ///< value on the goal's day, the median as committed; of an
                                        ///< overdue goal the value now, of a share goal in beneficiaries
  std::optional<double> needed;         ///< the value to reach, likewise
  std::optional<double> probability;    ///< as committed
  std::optional<double> with_plan;      ///< probability with the best plan
};

/// Days before the end of a term, or of the North Star's time, from which it is to be decided what follows.
inline constexpr int days_of_notice = 60;
/// More is no list of things to do in a week.
inline constexpr std::size_t most_tasks = 3;

enum class TasksFrom { nothing, schedule, plan };

struct WeekCounts {
  std::int64_t observed = 0;
  std::int64_t late = 0; ///< goals that are overdue, behind or at risk on the day
  std::int64_t left =
      0; ///< goals that stand worse to their path than then: left it, further from it, overdue
  std::int64_t rejoined = 0;           ///< goals that stand better
  std::int64_t mixed = 0;              ///< goals that moved both ways: neither better nor worse
  std::int64_t results = 0, below = 0; ///< results, and those below what was assumed
  std::int64_t verdicts = 0;
  std::int64_t tasks = 0; ///< all, also those that are not told
  std::int64_t late_runs = 0;
  std::int64_t decisions = 0, new_decisions = 0;
};

struct Week {
  Date as_of{}, since{};
  std::string strategy;
  std::string unit; ///< what one beneficiary is
  std::string currency;
  Date period_end{};
  bool is_over = false;     ///< the period is
  bool is_observed = false; ///< anything ever was, by the day
  bool is_all_new = false;  ///< nothing was known on `since`
  TasksFrom tasks_from{};   ///< where runs to do come from
  std::vector<NewObservation> observed;
  std::vector<MovedGoal> goals;
  std::vector<ArrivedResult> results;
  std::vector<ChangedVerdict> verdicts;
  std::vector<WeekTask> tasks;         ///< the most urgent first; at most `most_tasks`
  std::vector<WeekDecision> decisions; ///< new ones first
  std::optional<TestValues> tests;     ///< which one is worth running first, where the plan says so
  WeekCounts counts;
};

/// What happened after `since`, up to the day, and what follows for the seven days from the day on; `since`
/// is before the day. What was known then is found from the days that the strategy holds: see
/// `leave_out_later`. Runs to do come from the schedules, where there are any, else from the plan, if one was
/// made for that strategy alone.
[[nodiscard]] Week week(const Strategy& strategy, Date day, Date since, const FutureOptions& futures,
                        const Plan* plan = nullptr);

} // namespace deploy_plan
