#include "analysis/trend/past.hpp"
#include "deploy_plan/gap.hpp"
#include <algorithm>
#include <cmath>
#include <limits>

namespace deploy_plan::analysis::trends {
namespace {

/// More teach no more, and cost.
constexpr std::size_t most_increments = 120;
/// A burst that an announcement sets off falls to 1/e in so many days.
constexpr double fading_days = 30;
std::vector<double> intervals_of(std::span<const Observation> points) {
  std::vector<double> days;
  for (std::size_t i = 1; i < points.size(); ++i)
    days.push_back(static_cast<double>((points[i].date - points[i - 1].date).count()));
  return days;
}

/// From so many observations one is kept; of daily ones a whole number of weeks, whose days differ.
std::size_t kept_one_of(std::span<const Observation> points) {
  const std::size_t increments = points.size() - 1;
  if (increments <= most_increments / 2)
    return 1;
  constexpr std::size_t week = 7;
  const std::size_t needed = (increments + most_increments - 1) / most_increments;
  if (quantile_of(intervals_of(points), 0.5) > 1)
    return needed;
  return (needed + week - 1) / week * week;
}

/// Which points are kept, the newest among them.
std::vector<std::size_t> thinned(std::span<const Observation> points) {
  const std::size_t every = kept_one_of(points);
  std::vector<std::size_t> kept;
  for (std::size_t i = (points.size() - 1) % every; i < points.size(); i += every)
    kept.push_back(i);
  return kept;
}

class Reading {
public:
  explicit Reading(const TrendSubject& subject) : subject_(subject), points_(subject.points) {}

  Past past() {
    measure();
    place_events();
    past_.grows_with_mean = !subject_.is_rate;
    past_.may_saturate = !subject_.is_rate && !subject_.is_falling;
    past_.most = most_of(subject_) / past_.scale;
    past_.newest = past_.known_from = points_.back().value / past_.scale;
    if (!subject_.is_rate && !subject_.is_falling &&
        std::is_sorted(points_.begin(), points_.end(),
                       [](const Observation& a, const Observation& b) { return a.value < b.value; }))
      past_.least = past_.newest;
    for (std::size_t i = 1; i < kept_.size(); ++i)
      past_.own.push_back(own_increment(kept_[i - 1], kept_[i]));
    past_.addressed = subject_.addressed.value_or(0) / past_.scale;
    past_.related = borrowed(subject_, past_);
    return std::move(past_);
  }

private:
  const TrendSubject& subject_;
  std::span<const Observation> points_;
  std::vector<std::size_t> kept_;   ///< of the points
  std::vector<EventPlace> steps_;   ///< whose size nobody knows
  std::vector<double> known_means_; ///< of the effects of known events
  Past past_;

  void measure() {
    kept_ = thinned(points_);
    std::vector<double> days;
    double moved = 0;
    for (std::size_t i = 1; i < kept_.size(); ++i) {
      days.push_back(static_cast<double>((points_[kept_[i]].date - points_[kept_[i - 1]].date).count()));
      moved += std::abs(points_[kept_[i]].value - points_[kept_[i - 1]].value);
    }
    past_.step_days = std::max(1.0, quantile_of(days, 0.5));
    const double steps =
        static_cast<double>((points_.back().date - points_[kept_.front()].date).count()) / past_.step_days;
    past_.scale = moved > 0 ? moved / steps : std::max(1.0, std::abs(points_.back().value));
  }

  double time_of(Date date) const {
    return static_cast<double>((date - points_.back().date).count()) / past_.step_days;
  }

  void place_events() {
    const double first = time_of(points_[kept_.front()].date);
    for (const TrendEvent& event : subject_.events) {
      const EventPlace place{event.kind, time_of(event.date), fading_days / past_.step_days};
      const bool seen = place.at > first && place.at <= 0;
      if (event.effect) {
        const double by_step = event.kind == EventKind::pace ? past_.step_days / days_a_month : 1.0;
        past_.known.push_back({place, Law(*event.effect), by_step / past_.scale});
        const auto mean = estimate(*event.effect);
        known_means_.push_back(mean && std::isfinite(mean->value) ? mean->value : 0);
      } else if (seen && event.kind != EventKind::step) {
        past_.estimated.push_back(place);
      } else if (seen) {
        steps_.push_back(place);
      }
    }
    std::stable_sort(past_.estimated.begin(), past_.estimated.end(),
                     [](const EventPlace& a, const EventPlace& b) { return a.at < b.at; });
    if (past_.estimated.size() > most_estimated)
      past_.estimated.erase(past_.estimated.begin(), past_.estimated.end() - most_estimated);
  }

  double brought(std::size_t point) const {
    return point < subject_.brought.size() ? subject_.brought[point] : 0;
  }

  Increment own_increment(std::size_t from, std::size_t to) {
    Increment one;
    one.begin = time_of(points_[from].date);
    one.end = time_of(points_[to].date);
    one.before = points_[from].value / past_.scale;
    one.gained = (points_[to].value - points_[from].value - (brought(to) - brought(from))) / past_.scale;
    for (std::size_t i = 0; i < past_.estimated.size(); ++i)
      one.active[i] = past_.estimated[i].within(one.begin, one.end);
    for (std::size_t i = 0; i < past_.known.size(); ++i) {
      const KnownEvent& event = past_.known[i];
      one.known += known_means_[i] * event.unit * event.place.within(one.begin, one.end);
      if (event.place.at <= one.end)
        past_.known_from = std::min(past_.known_from, one.before);
    }
    for (const EventPlace& step : steps_)
      if (step.within(one.begin, one.end) > 0)
        one.weight = 0;
    return one;
  }
};
} // namespace

double EventPlace::within(double begin, double end) const {
  switch (kind) {
  case EventKind::step: return begin < at && at <= end ? 1 : 0;
  case EventKind::pace: return std::max(0.0, end - std::max(begin, at));
  case EventKind::announcement: break;
  }
  const auto come = [&](double time) { return time > at ? -std::expm1(-(time - at) / fade) : 0.0; };
  return come(end) - come(begin);
}

double most_of(const TrendSubject& subject) {
  const double most = subject.is_rate ? 1.0 : std::numeric_limits<double>::infinity();
  return std::max(0.0, std::min(most, subject.most.value_or(most)));
}

double Past::steps_a_year() const { return 12 * days_a_month / step_days; }

bool Past::tells_season() const {
  constexpr double years = 1.9;
  return own.back().end - own.front().begin >= years * steps_a_year();
}

Past past_of(const TrendSubject& subject) { return Reading(subject).past(); }

std::optional<NoTrend> problem_of(const TrendSubject& subject) {
  const std::span<const Observation> seen =
      std::span(subject.points).subspan(subject.begins_with_launch && !subject.points.empty() ? 1 : 0);
  if (seen.size() < least_observations)
    return NoTrend::few_observations;
  std::size_t moves = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (!(std::abs(seen[i].value) <= largest_counted))
      return NoTrend::too_large;
    moves += i > 0 && seen[i].value != seen[i - 1].value ? 1 : 0;
  }
  if (moves == 0)
    return NoTrend::nothing_moves;
  if (moves == 1)
    return NoTrend::one_jump;
  if (!subject.is_rate && !subject.is_falling && seen.back().value < seen.front().value)
    return NoTrend::falls;
  return std::nullopt;
}

} // namespace deploy_plan::analysis::trends
