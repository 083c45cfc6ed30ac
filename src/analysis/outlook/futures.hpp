// What may come of the observed series of a strategy, draw by draw. Every command that tells of the future
// asks here, so that all tell the same.
#pragma once
#include "analysis/outlook/lifts.hpp"
#include "analysis/trend/trend.hpp"
#include "deploy_plan/forecast.hpp"
#include <functional>
#include <memory>

namespace deploy_plan::analysis {

struct FutureGoal {
  std::string id; ///< of a share goal; "target" for an objective's
  std::string of; ///< a tier, for share goals; else empty
  double value = 0;
  Date by{};
};

/// Values of some days, draw by draw: [place of the day * draws + draw].
using Drawn = std::shared_ptr<const std::vector<double>>;

/// What an observed series comes to by itself, and by what is done already: of runs whose results are
/// written, what they bring after the newest observation is counted on as they say.
struct OrganicGrowth {
  Trend trend;
  std::vector<Date> days; ///< after the newest observation, in their order
  std::vector<std::size_t>
      regular;                ///< places of those that are asked whatever the question: months, then quarters
  std::vector<double> values; ///< a matrix as Drawn's
};

/// The futures of a series. Those that are the same are one.
struct DrawnFutures {
  Drawn nothing_more, as_committed;
  Drawn with_plan; ///< nullptr where there is no plan
};

/// An observed series, with where it may go.
struct FutureSeries {
  ForecastOf kind{};
  std::string id, name, unit, units;
  bool counts_beneficiaries = true;
  bool is_rate = false;
  bool is_falling = false;
  std::vector<Observation>
      observed; ///< one a day, in the order of time; the day of launch first, where added
  bool launch_added = false;
  std::optional<double> most;   ///< nothing goes beyond
  std::optional<double> within; ///< what today's means can reach: runs lead no further
  std::vector<FutureGoal> goals;
  std::optional<LiftTarget> target; ///< what runs move; nothing where none does
  bool unwritten_results = false;
  std::vector<std::string> assumed_events = {};
  std::shared_ptr<const OrganicGrowth> growth;
  [[nodiscard]] std::size_t observations() const { return observed.size() - (launch_added ? 1 : 0); }
  [[nodiscard]] const Observation& newest() const { return observed.back(); }
};

/// Which series, and how their trends are made.
struct FutureScope {
  bool all_segments = false;   ///< are told; else only those that have a goal
  bool by_month = false;       ///< days of each month until the horizon, too
  std::optional<Date> horizon; ///< of these days, else the last of the period's end, the goals, and a year
  std::optional<TrendModel> model; ///< alone
  bool ceiling_free = false;
  std::optional<double> ceiling; ///< of the market
};

/// Whether a goal is met, where no draw has a say in it: its day is observed, or what is counted has met it
/// and is not lost again.
[[nodiscard]] std::optional<bool> is_settled(const FutureSeries& series, const FutureGoal& goal);

class Futures {
public:
  /// All of them must outlive it.
  Futures(const Strategy& strategy, const Gap& known, const FutureOptions& options,
          const FutureScope& scope = {});

  [[nodiscard]] const std::vector<FutureSeries>& series() const { return series_; }
  /// Places of series that are one figure told twice, as the market and the objective that covers it may be;
  /// every series is in one group. In the order of their first.
  [[nodiscard]] const std::vector<std::vector<std::size_t>>& groups() const { return groups_; }
  /// Draws what the series of a group come to by themselves, which takes time, and memory until `release`.
  /// Groups may be grown in several threads.
  void grow(const std::vector<std::size_t>& group);
  void release(const std::vector<std::size_t>& group);
  /// Grows the groups that have something to tell, in threads, and lets each go when it is told. `tell(place,
  /// futures)` is called with every series of a group, in any thread; `done(count)` in this one.
  void each(const std::vector<RunsToDo>* planned,
            const std::function<void(std::size_t place, const DrawnFutures& futures)>& tell,
            const std::function<void(std::size_t count)>& done);

  // Of series that have grown:

  [[nodiscard]] Drawn drawn(const FutureSeries& series, std::span<const RunsToDo> runs) const;
  [[nodiscard]] DrawnFutures futures_of(const FutureSeries& series,
                                        const std::vector<RunsToDo>* planned) const;
  [[nodiscard]] Outlooks outlooks(const FutureSeries& series, const FutureGoal& goal,
                                  const DrawnFutures& futures) const;
  /// The values of the days until the horizon.
  [[nodiscard]] std::vector<ForecastPoint> fan(const FutureSeries& series, const Drawn& values) const;
  /// Which draws meet a goal; nothing where its outlook cannot be told.
  [[nodiscard]] std::optional<std::vector<bool>> met(const FutureSeries& series, const FutureGoal& goal,
                                                     const Drawn& values) const;
  /// What comes by itself until a goal's day, towards it, draw by draw; empty where that cannot be told.
  [[nodiscard]] std::vector<double> organic(const FutureSeries& series, const FutureGoal& goal) const;

private:
  const Strategy& strategy_;
  const Gap& known_;
  const FutureOptions options_;
  const FutureScope scope_;
  const Lifts lifts_;
  const std::vector<RunsToDo> committed_;
  std::vector<FutureSeries> series_;
  std::vector<FutureSeries> segments_; ///< all, where one is told: they lend one another pace and shape
  std::vector<std::vector<std::size_t>> groups_;

  [[nodiscard]] bool are_alike(const FutureSeries& a, const FutureSeries& b) const;
  [[nodiscard]] Date last_to_tell() const; ///< within ten years
  void set_days(OrganicGrowth& growth, const std::vector<std::size_t>& group) const;
  /// What past runs bring from the newest observation to each of the days; empty for nothing.
  [[nodiscard]] std::vector<double> still_to_come(const FutureSeries& series,
                                                  std::span<const Date> days) const;
  [[nodiscard]] std::span<const double> on(const Drawn& values, std::size_t place) const;
  [[nodiscard]] Outlook outlook(const FutureSeries& series, const FutureGoal& goal,
                                const Drawn& values) const;
};

/// The observed series of a strategy, without what comes of them: every segment's among them, or of those
/// that have a goal.
[[nodiscard]] std::vector<FutureSeries> observed_series(const Strategy& strategy, const Gap& known,
                                                        const Lifts& lifts, bool all_segments);
/// The events that move a series.
[[nodiscard]] std::vector<const Event*> events_of(const Strategy& strategy, const FutureSeries& series);
/// What a trend is fitted to.
[[nodiscard]] TrendSubject trend_subject(const Strategy& strategy, const FutureSeries& series,
                                         std::span<const FutureSeries> segments, const Lifts& lifts,
                                         const FutureScope& scope);

} // namespace deploy_plan::analysis
