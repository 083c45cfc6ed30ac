// What a sponsor reads in a minute: where the North Star stands and is going, what was spent, what may be
// chosen, and what is done next.
#pragma once
#include "deploy_plan/difference.hpp"
#include "deploy_plan/forecast.hpp"
#include "deploy_plan/week.hpp"

namespace deploy_plan {

/// Money and person-days, spent by runs done or foreseen for those to come.
struct BriefMeans {
  double money = 0, days = 0;
  double full_cost = 0; ///< money, and days at the day rate
};

/// What was told the last time that the North Star was observed before its newest observation.
struct BriefBefore {
  Date day{};
  std::optional<double> north_star;
  std::optional<double> probability; ///< as committed
  std::optional<double>
      spent_since; ///< money, after the day; nothing where it is not known of all since when
};

/// The way of the North Star: where it was, should be, and may go.
struct BriefCourse {
  std::vector<DatedFigure> path; ///< as its progress has it
  std::vector<Observation> observed;
  std::vector<ForecastPoint> as_committed,
      with_plan; ///< from the newest observation to the goal's day; empty
                 ///< where no trend can be told, or no plan was made
  /// The first day foretold from which on a median that is late today is at the path again, or ahead of it.
  std::optional<Date> rejoined_as_committed, rejoined_with_plan;
};

/// What an option may fail by, what counts most first.
enum class BriefRisk {
  none_known,
  assumed_effect, ///< the effect that moves the plan's value most is assumed, not measured
  varying_effect, ///< it is measured, and varies
  few_figures,    ///< the trend rests on few observations
  no_trend        ///< no probability can be told
};

/// What the strategy file puts to choice, and what it changes of the strategy.
struct BriefScenario {
  std::string name;                ///< for people
  std::vector<Difference> changes; ///< what each of its assignments did, in their order
};

/// Why a scenario gives nothing to choose.
enum class NoOption {
  infeasible, ///< no plan holds within its limits
  unsound,    ///< the strategy that it makes cannot be judged
  reached,    ///< its goal is
  overdue     ///< the day of its goal is past
};
struct UnplannedScenario {
  std::string name;
  NoOption why{};
  std::vector<PlanLimit> limits; ///< that no plan keeps together; none where that is not why, or not known
};

/// A way to go on that can be chosen, and what would come of it.
struct BriefOption {
  enum class Kind {
    plan,
    scenario,
    commitments, ///< what is promised is done, and nothing more
    nothing_more ///< likewise, where nothing is promised
  } kind{};
  BriefScenario scenario; ///< of that kind
  struct Runs {
    std::string action; ///< its name
    std::int64_t runs = 0;
    [[nodiscard]] friend bool operator==(const Runs&, const Runs&) = default;
  };
  std::vector<Runs> runs; ///< those that bring most first; none where nothing more is done
  /// What it does of an action in a part of the plan's time, or prepares until its first runs.
  struct Part {
    Date until{};                ///< the last day on which that can still be done
    std::string action, segment; ///< their ids
    std::int64_t runs = 0;       ///< none where it is prepared
    double days = 0;             ///< person-days of it
    Date choose_by{};            ///< see BriefDeadline
    /// Whether they are the same thing to do at the same time, whoever has how many days for it.
    [[nodiscard]] friend bool operator==(const Part& a, const Part& b) {
      return a.until == b.until && a.action == b.action && a.segment == b.segment && a.runs == b.runs;
    }
  };
  std::vector<Part> parts; ///< of its plan's schedule
  std::optional<BriefMeans>
      means; ///< of these runs; nothing where no plan can be had, or their cost is not known
  std::optional<NoOption> no_plan; ///< why none can be had
  std::vector<PlanLimit> limits;   ///< see UnplannedScenario
  Outlook outlook;                 ///< of the option's North Star
  std::string star, star_name;     ///< which that is: its id, its name
  std::optional<double> goal;      ///< of it
  std::optional<Date> by;          ///< the day of it
  BriefRisk risk{};
  std::string because_of; ///< the name of the action whose effect is meant
  /// What there is to spend: money, person-days, and those of the team; nothing where that is not said.
  struct Given {
    std::optional<double> money, days, team;
  } given;
  /// Of a scenario: means that it adds to the strategy's own, and what of them its plan takes, beyond all
  /// that there is without them; nothing where that is half of them, or more, or not known.
  struct Idle {
    double added = 0, used = 0;
  };
  std::optional<Idle> idle_money, idle_days;
  std::optional<std::size_t> same_as;   ///< the place of one that does the same, as surely, at other times
  std::vector<std::string> other_times; ///< the names of the actions that are meant
  std::vector<BriefScenario> alike; ///< those whose best plan does the same at the same time, with the same
                                    ///< chance of the same goal
};

/// Fewer observations than these bear a trend whose figures move with each that comes.
inline constexpr std::size_t few_observations = 12;

/// An option of a strategy as it stands, or as a scenario changes it (then with its name): what its best
/// plan, where there is one, brings to the North Star. `strategy` and `gap` are the option's own, the gap
/// with outlooks.
[[nodiscard]] BriefOption option_of(const Strategy& strategy, const Gap& gap, const Plan* plan,
                                    BriefScenario scenario = {});

/// By when to choose: the last day on which every option told can still be carried out as told.
///
/// Options agree as long as they run and prepare the same. The first part of the plans' time (a month, or
/// what is left of it once an action begins or ends) that some run or prepare and others do not parts them:
/// runs may be done until its last day, and later they would be late in the plan that has them.
///
/// From that last day are counted back the person-days of what the option has to do in the month by then, as
/// whoever answers for it gives them: their days over the period, evenly, less days away, as plans count
/// them. Where nobody's days are known, each action has one person's Mondays to Fridays. Likewise the days
/// that `spacing_days` puts between these runs and those after them. Work is not counted back beyond the
/// first day of its month, nor today: a plan made on that day still has the same runs. The day is the latest,
/// not a comfortable one: what else these people do, and how long a decision takes to be told, is not known.
struct BriefDeadline {
  Date day{};                     ///< of the period at the latest
  Date until{};                   ///< by when what has to begin then is to be done
  std::vector<std::size_t> begun; ///< places of the options that have to begin then
  std::vector<std::size_t>
      too_late; ///< of those whose work of this month takes more days than are left of it
};

/// Whether there are ways to the North Star to choose from, and why not.
enum class BriefChoice {
  options,       ///< there are some
  nothing,       ///< no plan was made, or it does nothing
  means,         ///< likewise, and the goal is unlikely, or means are exceeded: other means, or another goal
  not_viable,    ///< likewise, and each beneficiary costs more than is allowed: whether to go on is asked
  no_north_star, ///< that is to be chosen
  infeasible,    ///< no plan holds within the limits of the strategy, nor within those of a scenario
  reached,       ///< the goal is
  overdue,       ///< its day is past
  over           ///< the period is
};

struct Brief {
  Date as_of{};
  std::string strategy;
  std::string solution, description; ///< its name, and what it is; each may be empty
  Period period;
  std::vector<Member> team;
  std::string currency;
  std::optional<ObjectiveGap> north_star; ///< nothing where the strategy has none
  bool is_less_better = false;            ///< its figure must fall
  std::optional<Date> observed_on;        ///< the day of its newest observation
  MarketGap market;
  std::string market_unit, market_units;     ///< what one beneficiary is, and several are
  std::optional<DatedFigure> covered_before; ///< share of today's target that was covered on the day before
                                             ///< the newest on which that was observed
  std::optional<BriefBefore> before; ///< nothing where the North Star was observed on fewer than two days
  BriefCourse course;
  bool is_spent_told = true;            ///< results tell all of the money
  BriefMeans spent;                     ///< what nothing tells the cost of is left out
  std::optional<double> foreseen_money; ///< for the same runs, by the costs of their actions; nothing where
                                        ///< these or the money that results took are not all known
  bool is_cost_known = true;            ///< of all runs that were done
  std::optional<double> money, days;    ///< that there are to spend
  std::vector<WeekDecision> overspent;  ///< means of which more was spent than there is
  BriefChoice choice{};
  std::vector<BriefOption> options;       ///< those to choose from, that of the strategy itself first
  std::optional<BriefDeadline> choose_by; ///< nothing where no plan has a schedule, or all are alike
  bool is_infeasible = false;             ///< no plan holds within the limits of the strategy as it stands
  std::vector<PlanLimit> limits;          ///< those that no plan keeps together then
  std::vector<UnplannedScenario> unplanned;
  std::vector<std::string> more_scenarios; ///< names of those that were not looked at
  std::vector<WeekDecision> decisions;     ///< of actions, means and other goals; `most_tasks` at most
  std::vector<WeekTask> next;              ///< the most urgent first; at most `most_tasks`
  BriefRisk doubt{};                       ///< why the outlook may be wrong: what counts most
  std::string because_of;                  ///< the name of the action whose effect is meant
};

/// What was told of a strategy, to be put in short.
struct ToldForBrief {
  const Gap& gap;                     ///< with outlooks
  const Plan* plan = nullptr;         ///< of that strategy alone, where one was made
  const Forecast* forecast = nullptr; ///< where one was made
  std::vector<BriefOption> scenarios = {};
  std::vector<std::string> unsound = {};        ///< names of scenarios that are
  std::vector<std::string> more_scenarios = {}; ///< names of those that were left out
};
/// `futures` draw what was told the last time.
[[nodiscard]] Brief brief(const Strategy& strategy, const ToldForBrief& told, const FutureOptions& futures);

} // namespace deploy_plan
