// Where a strategy stands on a day: shares, gaps, paces, the funnel and
// what it has cost.
#pragma once
#include "deploy_plan/direction.hpp"
#include "deploy_plan/market.hpp"
#include "deploy_plan/outlook.hpp"
#include "deploy_plan/trial.hpp"
#include <span>

namespace deploy_plan {

inline constexpr double days_a_month = 30.4375; ///< of the Julian year of 365.25 days

/// In the order in which they are decided: where a figure is against its path today, without any model.
/// on_track: at the path or ahead of it; at_risk: at least 80 % of the way that the path had to be gone.
enum class GoalStatus { unmeasured, reached, overdue, on_track, at_risk, behind };
/// Less far than its path asks, be it by little; its day is still to come.
[[nodiscard]] constexpr bool is_behind_path(GoalStatus status) {
  return status == GoalStatus::behind || status == GoalStatus::at_risk;
}
/// Its path is still to be held to: it was measured, is not reached, and its day is to come.
[[nodiscard]] constexpr bool is_on_the_way(GoalStatus status) {
  return status == GoalStatus::on_track || is_behind_path(status);
}
/// Behind its path, or past its day without being reached.
[[nodiscard]] constexpr bool is_late(GoalStatus status) {
  return status == GoalStatus::overdue || is_behind_path(status);
}

/// Why no day can be told on which the observed pace reaches a goal.
enum class NoEta {
  unmeasured,
  reached,
  no_pace,    ///< fewer than two days are observed
  leads_away, ///< the pace is nothing, or goes the other way
  passed,     ///< it would have been before today: nothing was observed since, or the pace has slowed down
  too_far     ///< after the last day that is reckoned with
};

/// Of a newest observation that is older, what is so on a day is not known.
inline constexpr std::chrono::days long_ago{62};

/// How a figure stood on a day by which it was to be somewhere.
enum class DueStatus {
  to_come,
  met,
  missed, ///< the newest observation up to the day falls short, and so does the straight line from there to
          ///< the one after, where there is one
  unknown ///< nothing was observed in the time before
};
/// A figure to have by a day: a milestone's, or the goal itself.
struct DueFigure {
  Date by{};
  double value = 0;
  DueStatus status = DueStatus::to_come;
  std::optional<double> seen;  ///< the newest observation up to the day, once that is past; nothing where it
                               ///< is of long ago by then
  std::optional<Date> seen_on; ///< the day of it
  bool is_share = false;       ///< its values are shares
};
/// The last milestone whose day is past, and the first that is to come; nullptr where there is none.
[[nodiscard]] const DueFigure* last_due(std::span<const DueFigure> milestones);
[[nodiscard]] const DueFigure* next_due(std::span<const DueFigure> milestones);

/// The way from a baseline to a figure to reach by a day. What is not known is left out; nothing here is ever
/// infinite or NaN.
struct Progress {
  std::optional<double> baseline;
  std::optional<double> current; ///< the newest observation on or before the day
  double goal = 0;
  Date by{};
  std::optional<double> gap; ///< positive is still to do, whichever way the figure must go
  std::optional<double>
      progress; ///< (current - baseline) / (goal - baseline); above 1 beyond the goal, below 0 the wrong way
  std::optional<double> elapsed; ///< share of the time gone, in [0, 1]
  GoalStatus status = GoalStatus::unmeasured;
  std::vector<DatedFigure> path; ///< from where it starts, through its milestones, to the goal on its day;
                                 ///< empty where no start before that day is known
  std::vector<DueFigure> milestones;   ///< those of the path
  std::optional<DueFigure> on_its_day; ///< the goal itself, once its day is past; nothing where it was never
                                       ///< observed
  /// Reached, but after its day.
  [[nodiscard]] bool is_late_reached() const {
    return status == GoalStatus::reached && on_its_day && on_its_day->status == DueStatus::missed;
  }
  std::optional<double> path_now; ///< where the way from the baseline to the goal, straight or through
                                  ///< milestones, is today
  std::optional<double> ahead;    ///< current - path, whichever way the figure must go: positive is good
  /// The share of the way that should be gone today: what `progress` is to be compared with.
  [[nodiscard]] std::optional<double> due() const {
    return path_now && baseline && goal != *baseline
               ? std::optional((*path_now - *baseline) / (goal - *baseline))
               : std::nullopt;
  }
  bool stale = false; ///< the newest observation is older than twice the measurement's `every_days`
  std::optional<double> needed_per_month; ///< gap / time left; a month is 30.4375 days
  std::optional<double>
      observed_per_month; ///< Theil-Sen slope of the observations, positive towards the goal
  std::optional<double>
      recent_per_month; ///< over the last three intervals, from the first of their days to the last, likewise
  std::optional<Date> eta;                         ///< at the observed pace, never before the day
  std::optional<NoEta> no_eta = NoEta::unmeasured; ///< where there is no eta
};

struct MarketShares {
  std::optional<double> addressable, addressed, target; ///< penetrated / each tier
};

/// How large each tier is, as a share of the addressable market.
struct TierShares {
  std::optional<double> addressed, target;
};

/// The market, or one of its segments.
struct MarketGap {
  std::string id; ///< of the segment; empty for the market
  std::string name;
  TierSizes sizes;
  MarketShares share;
  TierShares of_addressable;
  std::optional<double> out_of_reach; ///< addressable - addressed
  std::optional<double> in_reserve;   ///< addressed - target
  std::optional<double> to_target;    ///< target - penetrated
  std::optional<double> to_addressed; ///< addressed - penetrated
};

/// A share goal; its progress is counted in beneficiaries, share x tier being the goal, unrounded.
struct ShareGoalGap {
  std::string id; ///< as the file gives it, else made: see id_of
  TierName of{};
  std::string segment;                   ///< its id
  std::string segment_name;              ///< for people
  double share = 0;                      ///< to reach
  std::optional<double> current;         ///< share reached
  std::optional<double> gap;             ///< share still to win
  std::optional<double> path_now, ahead; ///< as those in beneficiaries, in shares
  std::vector<DueFigure> milestones;     ///< likewise
  std::optional<DueFigure> on_its_day;   ///< likewise
  Progress beneficiaries;
  std::optional<Outlooks> outlook = {}; ///< where it was drawn; in beneficiaries
};

struct ObjectiveGap {
  std::string id;
  std::string name; ///< for people: the objective's name, else what its metric counts
  std::string unit;
  std::string units; ///< see units_of
  Stage stage{};
  bool north_star = false;
  bool counted = true;       ///< a count, not a rate
  std::int64_t priority = 0; ///< 0 where none is given
  Progress progress;
  std::vector<Observation> observed;    ///< on or before the day, in the order of the file
  std::optional<Outlooks> outlook = {}; ///< where it was drawn, of what is observed
};

/// Why a stage of the funnel has no conversion.
enum class NoConversion {
  first,      ///< no stage stands before it
  unmeasured, ///< it, or the stage before
  other_unit, ///< it counts something else than the stage before: a ratio would mean nothing
  from_none   ///< the stage before counts nothing yet
};

/// A stage of the funnel: its first count objective that must rise.
struct FunnelStage {
  Stage stage{};
  std::string objective = {}; ///< its id
  std::string unit;
  std::optional<double> value;
  std::optional<double> conversion; ///< value over that of the stage before, counted in the same unit
  std::optional<NoConversion> no_conversion; ///< where there is none
  std::optional<double> passed; ///< value over that of the stage before, whatever they count: what each one
                                ///< more there brings here on average; counted in one unit, 1 at most
};

/// What is made of a lever.
enum class LeverUse {
  used,           ///< an action of it is not stopped
  unavailable,    ///< set aside: the team cannot use it
  not_relevant,   ///< set aside: it would not help
  kept_for_later, ///< considered, and not set aside
  not_considered
};

struct LeverGap {
  Family family{};
  std::int64_t actions = 0; ///< not stopped
  std::optional<bool> available, relevant;
  VerdictCounts verdicts;          ///< of the actions' tests
  std::optional<double> full_cost; ///< money and days of all runs done, setting up included, at the day rate;
                                   ///< where one has no cost: none
  [[nodiscard]] LeverUse use() const;
};

/// What one unit of effect has cost so far, by the results of the actions at a stage, setting up included.
struct StageCost {
  Stage stage{};
  double effect = 0;
  std::optional<double> full_cost; ///< none where a result has no cost
  std::optional<double> per_unit;
};

/// Goals and objectives, counted by where they are.
struct GoalCounts {
  std::int64_t late = 0; ///< overdue, behind or at risk
  std::int64_t well = 0; ///< on track or reached
  std::int64_t unmeasured = 0;
  void add(GoalStatus status);
};

/// The figures that a strategy wants to have taken, by whether someone must take them.
struct FigureCounts {
  std::int64_t all = 0;      ///< objectives; tiers that are given, each once however many segments it has;
                             ///< measures of actions, not stopped, that have a figure to reach
  std::int64_t by_query = 0; ///< a query gives them, and a file keeps them: they come by themselves
  [[nodiscard]] std::optional<double> share() const; ///< nothing where there are none
};
/// A figure whose observations are rows that the query of another gives, as those of a segment may be, comes
/// by itself too.
[[nodiscard]] FigureCounts count_figures(const Strategy& strategy);

struct Gap {
  Date as_of{};
  std::string strategy;
  std::string unit; ///< what one beneficiary is
  std::string currency;
  MarketGap market;
  std::vector<MarketGap> segments;
  std::vector<ShareGoalGap> goals;
  std::vector<ObjectiveGap> objectives;
  FigureCounts figures;
  std::vector<FunnelStage> funnel;
  std::optional<Stage>
      bottleneck;               ///< the stage whose objective has gone least of the way that it should have
  std::vector<LeverGap> levers; ///< the six families
  std::vector<StageCost> costs; ///< of the stages whose actions have results
  std::optional<double> impact_per_money; ///< results of the impact stage over the full cost of all results
  std::optional<double> cost_per_addressed, cost_per_penetrated, max_cost;
  std::optional<bool> viable; ///< whether cost_per_addressed is within what is allowed
};

[[nodiscard]] Gap gap(const Strategy& strategy, Date day);
/// The objective that comes first; nullptr where none was chosen.
[[nodiscard]] const ObjectiveGap* north_star_of(const Gap& gap);

/// Of the share goals and objectives; of a segment, its share goals alone.
[[nodiscard]] GoalCounts count_goals(const Gap& gap, std::string_view segment = {});

/// The markets of strategies that count the same beneficiaries, together.
struct MarketTotal {
  std::string unit;
  double target = 0, penetrated = 0;
  double share = 0; ///< penetrated / target
};
/// Several strategies together.
struct PortfolioTotals {
  CountedBy<GoalStatus> north_stars; ///< of the strategies that have one
  GoalCounts goals;
  std::optional<MarketTotal>
      market; ///< where all count one unit and know both tiers, and a target is above 0
};
/// Counted as the strategies come, of which nothing else is kept.
class PortfolioSum {
public:
  void add(const Gap& gap);
  [[nodiscard]] PortfolioTotals totals() const;

private:
  PortfolioTotals counted_; ///< without the market
  MarketTotal market_;
  bool is_empty_ = true;
  bool are_alike_ = true; ///< all count one unit, and know both tiers
};
[[nodiscard]] PortfolioTotals portfolio_totals(std::span<const Gap> gaps);

/// The median of the slopes of all pairs of points with different days, in units a day (Theil 1950; Sen 1968,
/// eq. 2.4); nothing for fewer than two days. Exact up to 3 000 points; beyond, to a relative 1e-12.
[[nodiscard]] std::optional<double> theil_sen_slope(std::span<const Observation> points);
/// The slope from the fourth-last day that is observed to the newest, or from the first where they are fewer,
/// in units a day; nothing for fewer than two days. Of several on one day the last counts.
[[nodiscard]] std::optional<double> recent_slope(std::span<const Observation> points);

} // namespace deploy_plan
