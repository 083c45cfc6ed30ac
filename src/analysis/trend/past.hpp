// What a trend is fitted to, in units of its own: a step is the series' typical interval, 1 its mean
// increment a step, and 0 the time of the newest observation. So figures of any size and rhythm are fitted
// alike.
#pragma once
#include "analysis/numbers/sampling.hpp"
#include "analysis/trend/trend.hpp"
#include <array>

namespace deploy_plan::analysis::trends {

/// Events whose effect is estimated, at most: the newest.
inline constexpr std::size_t most_estimated = 2;
/// A pace and two harmonics, or innovation and imitation, and what events add.
inline constexpr std::size_t most_coefficients = 3 + most_estimated;

using EventParts = std::array<double, most_estimated>;

/// An event in time.
struct EventPlace {
  EventKind kind{};
  double at = 0;   ///< in steps
  double fade = 1; ///< in steps: an announcement's burst falls to 1/e
  /// Of its effect, what comes within some time: of a step and an announcement in all, 1; of a pace, steps.
  [[nodiscard]] double within(double begin, double end) const;
};

/// An event whose effect is known.
struct KnownEvent {
  EventPlace place;
  Law effect;      ///< in the series' unit; of a pace, by month
  double unit = 1; ///< what makes it one of the trend's
};

struct Increment {
  double begin = 0, end = 0;
  double before = 0; ///< the real value that it starts from
  double gained = 0; ///< less what past runs brought
  double known = 0;  ///< of which known events brought
  double weight = 1; ///< 1 of one's own, less of related segments, 0 where a step hides it
  EventParts active{};

  [[nodiscard]] double time() const { return end - begin; }
};

struct Past {
  std::vector<Increment> own;     ///< in the order of time
  std::vector<Increment> related; ///< in the order of their ends
  double step_days = 1;
  double scale = 1;
  double newest = 0;
  double least = 0;            ///< a count that was never seen to fall keeps what it has
  double most = 0;             ///< infinite where nothing bounds it
  double addressed = 0;        ///< the centre of ceilings
  double known_from = 0;       ///< the value when the first known event began
  bool grows_with_mean = true; ///< the variance
  bool may_saturate = true;    ///< models of growth hold
  std::vector<EventPlace> estimated;
  std::vector<KnownEvent> known;

  [[nodiscard]] double steps_a_year() const;
  /// Two years: from the first to the last of 24 months there are 23.
  [[nodiscard]] bool tells_season() const;
};

/// Of observations that move; `problem_of` tells those that do not.
[[nodiscard]] Past past_of(const TrendSubject& subject);
/// Increments of other segments that count for a few of one's own, in the order of their ends.
[[nodiscard]] std::vector<Increment> borrowed(const TrendSubject& subject, const Past& past);
/// In the series' own unit; infinite where nothing bounds it.
[[nodiscard]] double most_of(const TrendSubject& subject);
[[nodiscard]] std::optional<NoTrend> problem_of(const TrendSubject& subject);

} // namespace deploy_plan::analysis::trends
