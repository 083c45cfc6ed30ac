// Where a goal is going: how likely it is to be met by its day.
#pragma once
#include "deploy_plan/trend.hpp"

namespace deploy_plan {

/// likely: a probability of 0.8 or more; unlikely: of 0.2 or less. too_early: fewer than
/// `least_observations`; cannot_tell: the observations bear no model. Neither of these two has a probability,
/// or any other figure.
enum class OutlookClass { unlikely, uncertain, likely, too_early, cannot_tell };

[[nodiscard]] OutlookClass outlook_class(double probability);
/// Probabilities that differ by less may do so by their draws alone.
inline constexpr double least_change_of_chance = 0.02;

/// One future of a goal, out of draws.
struct Outlook {
  OutlookClass rating = OutlookClass::cannot_tell;
  std::optional<double> probability;       ///< that the goal is met by its day
  std::optional<double> median, low, high; ///< of the value on that day; 90 % interval
  std::optional<Date> reached;             ///< median; nothing where it is later than draws go
  std::optional<Date> earliest, latest;    ///< 80 % interval of the day reached
};

/// What may come of a goal.
struct Outlooks {
  Outlook as_committed;                         ///< with the runs that are promised
  Outlook nothing_more;                         ///< no run from today on
  std::optional<Outlook> with_plan;             ///< with a plan's runs, where one was made
  std::optional<NoTrend> no_trend;              ///< why nothing can be told
  std::size_t observations = 0;                 ///< that it rests on
  std::size_t draws = 0;                        ///< that its probabilities are counted among
  std::vector<std::string> assumed_events = {}; ///< names of events to come whose effect it counts on
  bool unwritten_results = false; ///< runs were done whose results are not written: the trend holds them
};

/// How futures are drawn. What is asked twice is drawn alike: figures of one number of draws and one seed may
/// be compared draw by draw.
struct FutureOptions {
  std::size_t draws = 1000;
  std::uint64_t seed = 1;
  unsigned threads = 1; ///< on which nothing depends
};

struct Gap;
struct Plan;
/// Adds to each goal and objective that is observed, and whose day has not passed, what may come of it; with
/// a plan of that strategy alone, where one was found, with its runs too.
void add_outlooks(Gap& gap, const Strategy& strategy, const FutureOptions& options,
                  const Plan* with_plan = nullptr);

} // namespace deploy_plan
