#include "analysis/progress.hpp"
#include "analysis/numbers/finite.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

double days_between(Date from, Date to) { return static_cast<double>((to - from).count()); }

/// Whether a figure is where it should be, but for the rounding of a product or a sum.
bool comes_up_to(double wanted, double value, int direction) {
  constexpr double rounding = 1e-9;
  return direction * (value - wanted) >= -rounding * std::abs(wanted);
}

/// Where the straight line from one figure to another is on a day between theirs.
double between(const DatedFigure& from, const DatedFigure& to, Date day) {
  return from.value +
         (to.value - from.value) * (days_between(from.date, day) / days_between(from.date, to.date));
}

/// Measures one way to a goal.
class Measurer {
public:
  Measurer(const GoalToReach& measured, std::optional<DatedFigure> start, Date today)
      : goal_(measured), start_(start), day_(today) {
    result_.goal = goal_.value;
    result_.by = goal_.by;
    if (!start)
      return;
    result_.baseline = start->value;
    if (start->date >= goal_.by && day_ < goal_.by)
      return; // what begins when it should be done has no way there
    const GoalPath path(*start, goal_);
    path_today_ = path.value_on(day_);
    if (start->date < goal_.by &&
        std::all_of(path.steps().begin(), path.steps().end(),
                    [](const DatedFigure& one) { return std::isfinite(one.value); }))
      result_.path = path.steps();
  }

  Progress measure(const KnownFigure& known) {
    result_.current = known.current;
    if (start_)
      result_.elapsed = elapsed(start_->date);
    if (known.current) {
      result_.gap = finite(goal_.direction * (goal_.value - *known.current));
      if (result_.gap && comes_up_to(goal_.value, *known.current, goal_.direction))
        result_.gap = std::min(0.0, *result_.gap);
      if (start_ && goal_.direction * (goal_.value - start_->value) > 0)
        result_.progress = finite((*known.current - start_->value) / (goal_.value - start_->value));
      compare_with_path();
      compare_with_days(known.seen);
      pace(known);
    }
    result_.status = status();
    return result_;
  }

private:
  Progress result_;
  const GoalToReach& goal_;
  std::optional<DatedFigure> start_;
  std::optional<double> path_today_;
  Date day_;

  [[nodiscard]] double elapsed(Date from) const {
    if (goal_.by <= from)
      return day_ < goal_.by ? 0 : 1;
    return std::clamp(days_between(from, day_) / days_between(from, goal_.by), 0.0, 1.0);
  }
  [[nodiscard]] bool is_reached() const { return result_.gap && *result_.gap <= 0; }

  void compare_with_path() {
    result_.path_now = path_today_;
    if (result_.path_now)
      result_.ahead = finite(goal_.direction * (*result_.current - *result_.path_now));
  }

  void compare_with_days(std::span<const Observation> seen) {
    for (std::size_t i = 1; i + 1 < result_.path.size(); ++i)
      result_.milestones.push_back(stood_on(result_.path[i], goal_.direction, seen, day_));
    if (day_ > goal_.by && !seen.empty())
      result_.on_its_day = stood_on({goal_.by, goal_.value}, goal_.direction, seen, day_);
  }

  void pace(const KnownFigure& known) {
    const auto towards_goal = [&](std::optional<double> slope) {
      return slope ? finite(goal_.direction * *slope) : std::nullopt;
    };
    const auto by_month = [](std::optional<double> slope) {
      return slope ? finite(*slope * days_a_month) : std::nullopt;
    };
    const auto observed = towards_goal(theil_sen_slope(known.seen));
    result_.observed_per_month = by_month(observed);
    result_.recent_per_month = by_month(towards_goal(recent_slope(known.seen)));
    if (result_.gap && !is_reached() && day_ < goal_.by)
      result_.needed_per_month = finite(*result_.gap / days_between(day_, goal_.by) * days_a_month);
    result_.no_eta = foresee(known.on, observed);
  }

  /// The day of the goal at the observed pace, or why there is none.
  std::optional<NoEta> foresee(Date known_on, std::optional<double> slope_a_day) {
    if (!result_.gap)
      return NoEta::unmeasured;
    if (is_reached())
      return NoEta::reached;
    if (!slope_a_day)
      return NoEta::no_pace;
    if (*slope_a_day <= 0)
      return NoEta::leads_away;
    const double days = std::ceil(*result_.gap / *slope_a_day - 1e-9); // so that rounding adds no day
    if (!(days <= days_between(known_on, latest_day)))
      return NoEta::too_far;
    const Date eta = known_on + std::chrono::days{static_cast<int>(days)};
    if (eta < day_)
      return NoEta::passed;
    result_.eta = eta;
    return std::nullopt;
  }

  [[nodiscard]] GoalStatus status() const {
    if (!result_.gap)
      return GoalStatus::unmeasured;
    if (is_reached())
      return GoalStatus::reached;
    if (day_ > goal_.by)
      return GoalStatus::overdue;
    if (!result_.ahead)
      return GoalStatus::behind;
    const double rounding = 1e-9 * std::abs(goal_.value - start_->value);
    if (*result_.ahead >= -rounding)
      return GoalStatus::on_track;
    const double had_to_go = goal_.direction * (*result_.path_now - start_->value);
    const double gone = goal_.direction * (*result_.current - start_->value);
    return had_to_go > 0 && gone >= 0.8 * had_to_go - rounding ? GoalStatus::at_risk : GoalStatus::behind;
  }
};
} // namespace

GoalPath::GoalPath(DatedFigure start, const GoalToReach& goal) : steps_{start} {
  for (const Milestone& milestone : goal.milestones)
    if (milestone.origin.sound && milestone.by > steps_.back().date && milestone.by < goal.by)
      steps_.push_back({milestone.by, milestone.value * goal.unit});
  steps_.push_back({goal.by, goal.value});
}

std::optional<double> GoalPath::value_on(Date day) const {
  if (day >= steps_.back().date)
    return finite(steps_.back().value);
  if (day <= steps_.front().date)
    return finite(steps_.front().value);
  const auto to =
      std::find_if(steps_.begin(), steps_.end() - 1, [&](const DatedFigure& one) { return one.date > day; });
  return finite(between(*(to - 1), *to, day));
}

DueFigure stood_on(DatedFigure due, int direction, std::span<const Observation> seen, Date today) {
  DueFigure result{due.date, due.value, DueStatus::to_come, {}, {}, false};
  if (due.date >= today)
    return result;
  const Observation* before = nullptr;
  const Observation* after = nullptr;
  for (const Observation& one : seen) { // of two of one day the later in the file counts
    if (one.date <= due.date && (before == nullptr || one.date >= before->date))
      before = &one;
    if (one.date > due.date && (after == nullptr || one.date <= after->date))
      after = &one;
  }
  result.status = DueStatus::unknown;
  if (before == nullptr || due.date - before->date > long_ago)
    return result;
  result.seen = before->value;
  result.seen_on = before->date;
  const auto is_there = [&](double value) { return comes_up_to(due.value, value, direction); };
  const bool is_met = is_there(before->value) ||
                      (after != nullptr && is_there(between({before->date, before->value},
                                                            {after->date, after->value}, due.date)));
  result.status = is_met ? DueStatus::met : DueStatus::missed;
  return result;
}

Progress progress(const GoalToReach& goal, std::optional<DatedFigure> start, const KnownFigure& known,
                  Date today) {
  return Measurer(goal, start, today).measure(known);
}

} // namespace deploy_plan::analysis
