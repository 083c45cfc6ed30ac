#include "analysis/trend/drawing.hpp"
#include "analysis/trend/models/prediction.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis::trends {
namespace {

constexpr std::size_t steps_of_a_length = 24;
constexpr std::size_t parts_made = 2 * steps_of_a_length;
constexpr double longest_step = 1e6; // no day is so far
/// The 90 % interval of fewer degrees would be wider than what it tells.
constexpr double least_freedom = 2;
/// So that what wanders by a step of the root of its time has the variance of a random walk's sum.
constexpr double of_walk = 0.8660254037844386;
} // namespace

GridStep GridStep::next() const {
  const std::size_t after = number + 1;
  double longer = 1;
  if (after % steps_of_a_length == 0 && length < longest_step)
    longer = after == steps_of_a_length ? 3 : 4;
  return {after, end(), length * longer};
}

Drawing::Drawing(const Past& past, const Combination& combination, const Observation& newest, double most)
    : known_(past.known), estimated_(past.estimated), steps_a_year_(past.steps_a_year()), observed_(newest),
      bound_(most), steps_a_day_(1 / past.step_days), scale_(past.scale), newest_(past.newest),
      known_from_(past.known_from), least_(past.least), floor_(past.least > 0 ? observed_.value : 0),
      most_(past.most), widened_(combination.backtest ? combination.backtest->widened : 1) {
  double sum = 0;
  for (const Family& family : combination.families)
    for (const FamilyMember& one : family.members)
      if (family.weight > 0)
        members_.push_back({one.member, sum += family.weight * one.share});
  for (Weighed& one : members_) {
    one.up_to /= sum;
    has_season_ = has_season_ || one.member.form.model == TrendModel::seasonal;
  }
  for (GridStep step; step.number < parts_made; step = step.next())
    parts_.push_back(part(step));
}

Drawing::Part Drawing::part(const GridStep& step) const {
  Part one{step, {step.begin, step.length, {}}, {}, 0};
  one.wandered = std::sqrt(step.begin + step.length / 2) * step.length;
  for (std::size_t i = 0; i < estimated_.size(); ++i)
    one.stretch.active[i] = estimated_[i].within(step.begin, step.end());
  if (has_season_) {
    Member season;
    season.form = {TrendModel::seasonal, 0, 0, steps_a_year_, estimated_.size(), 0};
    season.features(0, one.stretch, one.seasonal);
  }
  return one;
}

/// One future under way: a member, its coefficients as drawn, and where the value is.
class Drawing::Path {
public:
  Path(const Drawing& all, const Member& member, const Random& random)
      : all_(all), member_(member), grows_(member.form.grows()), random_(random), value_(all.newest_) {
    const double freedom = std::max(member.freedom, least_freedom);
    deviation_ = std::sqrt(member.variance * freedom / (2 * gamma_draw(random_, freedom / 2))) * all.widened_;
    Coefficients normals{};
    for (std::size_t i = 0; i < member.form.count(); ++i)
      normals[i] = random_.normal();
    coefficients_ = member.drawn(normals, deviation_);
    const double apart = deviation_ * random_.normal();
    if (is_line()) {
      off_line_ = apart * std::sqrt(member.leverage) - member.last_error;
    } else {
      error_ = member.last_error;
      wanders_ = apart * pace_wanders * of_walk;
    }
    for (const KnownEvent& event : all.known_)
      effects_.push_back(effect_of(event));
    enter();
  }

  [[nodiscard]] double end() const { return part_->step.end(); }
  /// The value at a time within the step: its mean goes evenly, its noise as a random walk's does.
  [[nodiscard]] double at(double time) const {
    const double share = (time - part_->step.begin) * per_length_;
    double there = value_ + mean_ * share + noise_ * std::sqrt(share);
    for (std::size_t i = 0; i < effects_.size(); ++i)
      there += effects_[i].size * all_.known_[i].place.within(part_->step.begin, time);
    return there > 0 ? std::min(there, all_.most_) : 0;
  }
  void advance() {
    value_ = at(end());
    enter();
  }

private:
  struct Effect {
    double size = 0; ///< as it is in the step under way
    double room = 0; ///< that there was for it when that was its size; 0 before it begins
  };

  const Drawing& all_;
  const Member& member_;
  bool grows_;
  Random random_;
  double deviation_ = 0;
  Coefficients coefficients_{};
  std::vector<Effect> effects_; ///< of known events
  double value_;
  double error_ = 0;    ///< of the pace, in its units; of a line, of the value
  double wanders_ = 0;  ///< of the pace, over the root of the time
  double off_line_ = 0; ///< of the line, from the newest value

  // Of the step under way:
  const Part* part_ = nullptr;
  std::optional<Part> far_;
  double mean_ = 0, noise_ = 0;

  // Of all steps as long as it:
  double per_length_ = 0;
  double decay_ = 1; ///< of a model of growth
  double kept_ = 0;  ///< of an error, a step later
  double fresh_ = 0; ///< the deviation of what is new in it
  double unit_ = 1;  ///< of the noise, over the root of the pace's variance

  [[nodiscard]] bool is_line() const { return member_.form.model == TrendModel::line; }

  Effect effect_of(const KnownEvent& event) {
    const double drawn = event.effect.draw(random_);
    const bool is_under_way = event.place.at <= 0;
    return {std::isfinite(drawn) ? drawn * event.unit : 0,
            is_under_way ? member_.form.room(all_.known_from_) : 0};
  }

  /// Begins the next step: draws what it brings.
  void enter() {
    const double before = part_ ? part_->step.length : 0;
    find_next();
    const GridStep& step = part_->step;
    if (step.length != before)
      measure(step.length);
    const double fresh = fresh_ * random_.normal();
    if (is_line()) {
      mean_ =
          member_.closed(coefficients_[0] * step.length, value_).gain + (off_line_ - error_) * (1 - kept_);
      off_line_ *= kept_;
      noise_ = fresh;
    } else {
      const double gain = expected();
      const double unit = unit_ * std::sqrt(member_.variance_at(gain * per_length_));
      mean_ = gain + unit * kept_ * error_ + wanders_ * part_->wandered;
      noise_ = unit * fresh;
    }
    error_ = kept_ * error_ + fresh;
    saturate();
  }

  void find_next() {
    const std::size_t number = part_ ? part_->step.number + 1 : 0;
    if (number < all_.parts_.size()) {
      part_ = &all_.parts_[number];
      return;
    }
    far_ = all_.part(part_->step.next());
    part_ = &*far_;
  }

  void measure(double length) {
    per_length_ = 1 / length;
    const double rho = member_.correlation;
    kept_ = length == 1 ? rho : std::pow(std::max(rho, 0.0), length);
    fresh_ = deviation_ * std::sqrt(1 - kept_ * kept_);
    unit_ = length == 1 ? 1 : std::sqrt(length * (1 + rho) / (1 - rho)); // errors of its parts go together
    if (grows_)
      decay_ = member_.decay(coefficients_, length);
  }

  [[nodiscard]] double expected() const {
    if (grows_)
      return member_.form.events == 0 ? member_.grown(coefficients_, value_, decay_).gain
                                      : member_.motion(coefficients_, value_, part_->stretch).gain;
    if (member_.form.model != TrendModel::seasonal)
      return member_.motion(coefficients_, value_, part_->stretch).gain;
    double gain = 0;
    for (std::size_t i = 0; i < member_.form.count(); ++i)
      gain += coefficients_[i] * part_->seasonal[i];
    return member_.closed(gain, value_).gain;
  }

  /// What a known event brings falls with the room that is left.
  void saturate() {
    for (std::size_t i = 0; i < effects_.size(); ++i) {
      if (all_.known_[i].place.at > end())
        continue;
      const double room = member_.form.room(value_);
      if (effects_[i].room > 0)
        effects_[i].size *= room / effects_[i].room;
      effects_[i].room = room;
    }
  }
};

void Drawing::draw(Random stream, std::span<const Date> days, std::span<double> values) const {
  const double chosen = stream.uniform();
  const auto member = std::lower_bound(members_.begin(), members_.end() - 1, chosen,
                                       [](const Weighed& one, double to) { return one.up_to < to; });
  std::optional<Path> path;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const double time = static_cast<double>((days[i] - observed_.date).count()) * steps_a_day_;
    if (!(time > 0)) {
      values[i] = observed_.value;
      continue;
    }
    if (!path)
      path.emplace(*this, member->member, stream);
    while (time > path->end())
      path->advance();
    // What is told is held, not the way there: a path that was pushed up at each step would drift. Scaling
    // may round.
    values[i] = path->at(time) <= least_ ? floor_ : std::min(path->at(time) * scale_, bound_);
  }
}

} // namespace deploy_plan::analysis::trends
