// The trend of one series, fitted once, drawn as often as one likes.
#pragma once
#include "analysis/numbers/random.hpp"
#include "deploy_plan/trend.hpp"
#include "deploy_plan/uncertainty.hpp"
#include <memory>
#include <span>

namespace deploy_plan::analysis {

/// step: adds once; pace: adds by month from its day on; announcement: adds for a while, at first most.
struct TrendEvent {
  Date date{};
  EventKind kind{};
  std::optional<Uncertain> effect =
      {}; ///< of step and announcement, in all; of pace, by month; else estimated
};

/// Another segment of the same market: its pace and its shape say something of this one's.
struct RelatedSeries {
  std::span<const Observation> points;
  double size = 0; ///< its addressed market, above 0
};

/// What a trend is fitted to.
struct TrendSubject {
  std::vector<Observation> points; ///< one a day, in the order of time, finite
  std::vector<double> brought =
      {}; ///< by past runs, up to each point: taken out of what is fitted; empty for none
  bool begins_with_launch = false; ///< the first point is the day of launch, at 0: it was not observed
  bool is_rate = false;            ///< a level within [0, 1] that goes both ways; else a cumulative count
  bool is_falling = false;         ///< it must fall to its target
  std::optional<double> addressed = {}; ///< the centre of what it may grow to
  std::optional<double> most = {};      ///< nothing goes beyond
  std::vector<TrendEvent> events = {};
  std::vector<RelatedSeries> related = {};
  std::optional<TrendModel> only = {}; ///< one model, rather than the combination
  std::optional<double> ceiling = {};  ///< given, rather than drawn
  bool ceiling_free = false;           ///< drawn from a wide prior, whatever is addressed
};

namespace trends {
class Drawing;
}

/// A combination of models of the increments between observations. Everything but `draw` is done once.
class Trend {
public:
  explicit Trend(TrendSubject subject);

  /// Why nothing can be drawn; the rest then is empty.
  [[nodiscard]] std::optional<NoTrend> problem() const { return problem_; }
  [[nodiscard]] const std::vector<TrendMember>& members() const { return members_; } ///< the heaviest first
  /// Made where there are 8 observations or more.
  [[nodiscard]] const std::optional<Backtest>& backtest() const { return backtest_; }

  /// One possible future: values on days in their order, after the newest observation, whose value it starts
  /// from (an earlier day gives that value). A draw depends on the stream and the days' dates alone: a day's
  /// value is the same whatever other days are asked for. Finite, within [0, most].
  void draw(Random stream, std::span<const Date> days, std::span<double> values) const;

private:
  std::optional<NoTrend> problem_;
  std::vector<TrendMember> members_;
  std::optional<Backtest> backtest_;
  std::shared_ptr<const trends::Drawing> drawing_; ///< never changed: copies share it
};

} // namespace deploy_plan::analysis
