// What a sponsor reads in a minute: where the North Star stands and is going, what was spent, what may be
// chosen, and what is done next.
#pragma once
#include "deploy_plan/forecast.hpp"
#include "deploy_plan/week.hpp"

namespace deploy_plan {

/// Money and person-days, spent by runs done or foreseen for those to come.
struct BriefMeans {
  double money = 0, days = 0;
};

/// What was told the last time that the North Star was observed before its newest observation.
struct BriefBefore {
  Date day{};
  std::optional<double> north_star;
  std::optional<double> covered;     ///< share of the target
  std::optional<double> probability; ///< as committed
  BriefMeans spent;
};

/// A day on the way to a goal.
struct BriefStep {
  Date date{};
  double value = 0;
};
/// The way of the North Star: where it was, should be, and may go.
struct BriefCourse {
  std::vector<BriefStep> path; ///< from where it starts, through its milestones, to its goal
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

/// A way to go on that can be chosen, and what would come of it.
struct BriefOption {
  enum class Kind { plan, scenario, nothing_more } kind{};
  std::string name; ///< of the scenario
  struct Runs {
    std::string action; ///< its name
    std::int64_t runs = 0;
  };
  std::vector<Runs> runs;          ///< those that bring most first; none where nothing more is done
  std::optional<BriefMeans> means; ///< of these runs; nothing where no plan can be had
  Outlook outlook;                 ///< of the North Star
  std::optional<double> goal;      ///< of the North Star, where the option gives it another
  BriefRisk risk{};
  std::string because_of; ///< the name of the action whose effect is meant
};

/// Fewer observations than these bear a trend whose figures move with each that comes.
inline constexpr std::size_t few_observations = 12;

/// An option of a strategy as it stands, or as a scenario changes it (then with its name): what its best
/// plan, where there is one, brings to the North Star. `gap` is the option's own, with outlooks.
[[nodiscard]] BriefOption option_of(const Gap& gap, const Plan* plan, std::string scenario = {});

struct Brief {
  Date as_of{};
  std::string strategy;
  std::string description; ///< of the solution; may be empty
  Period period;
  std::vector<Member> team;
  std::string currency;
  std::optional<ObjectiveGap> north_star; ///< nothing where the strategy has none
  MarketGap market;
  std::string market_unit;           ///< what one beneficiary is
  std::optional<BriefBefore> before; ///< nothing where the North Star was observed on fewer than two days
  BriefCourse course;
  BriefMeans spent;                ///< at least: what nothing tells the cost of is left out
  std::optional<double> full_cost; ///< money and days spent, at the day rate; nothing where a run has no cost
  std::optional<double> money, days; ///< that there are to spend
  std::vector<BriefOption> options;  ///< those to choose from, that of the strategy itself first; none where
                                     ///< there is nothing to choose
  std::vector<WeekTask> next;        ///< the most urgent first; at most `most_tasks`
  BriefRisk doubt{};                 ///< why the outlook may be wrong: what counts most
  std::string because_of;            ///< the name of the action whose effect is meant
};

/// What was told of a strategy, to be put in short.
struct ToldForBrief {
  const Gap& gap;                     ///< with outlooks
  const Plan* plan = nullptr;         ///< of that strategy alone, where one was made
  const Forecast* forecast = nullptr; ///< where one was made
  std::vector<BriefOption> scenarios = {};
};
/// `futures` draw what was told the last time.
[[nodiscard]] Brief brief(const Strategy& strategy, const ToldForBrief& told, const FutureOptions& futures);

} // namespace deploy_plan
