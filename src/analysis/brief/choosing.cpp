// By when what an option has to do must be begun, and options chosen from.
#include "analysis/brief/brief_parts.hpp"
#include "analysis/week/week_parts.hpp"
#include "deploy_plan/workload.hpp"
#include <algorithm>

namespace deploy_plan::analysis {
namespace {

using std::chrono::days;

bool is_weekday(Date day) {
  const std::chrono::weekday of{day};
  return of != std::chrono::Saturday && of != std::chrono::Sunday;
}

/// Who does an action, and how long they have for it.
class Doer {
public:
  Doer(const Strategy& of, const Action& by) : strategy_(of), action_(by), owner_(owner_of(of, by)) {}

  /// Whether another action takes the same person's days.
  [[nodiscard]] bool does(const Action& other) const {
    return owner_ == nullptr ? &other == &action_ : owner_of(strategy_, other) == owner_;
  }
  [[nodiscard]] bool is_away_on(Date day) const { return owner_ != nullptr && is_away(*owner_, day); }
  [[nodiscard]] bool is_counted() const { return owner_ != nullptr && owner_->days.has_value(); }
  [[nodiscard]] bool has(double work, Date from, Date until) const {
    constexpr double rounding = 1e-6; // as of loads
    return work <= given(from, until) * (1 + rounding) + rounding;
  }

private:
  const Strategy& strategy_;
  const Action& action_;
  const Member* owner_;

  [[nodiscard]] double given(Date from, Date until) const {
    if (is_counted())
      return *days_given(*owner_, strategy_.period, from, until);
    double count = 0;
    for (Date day = from; day <= until; day += days{1})
      count += is_weekday(day) && !is_away_on(day) ? 1 : 0;
    return count;
  }
};

class LatestDays {
public:
  LatestDays(const Strategy& of, std::vector<BriefOption::Part>& those, Date on)
      : strategy_(of), parts_(those), today_(on) {
    for (const BriefOption::Part& part : parts_)
      actions_.push_back(find_action(of, part.action));
  }

  void tell() {
    for (std::size_t i = 0; i < parts_.size(); ++i)
      parts_[i].choose_by = latest(i);
  }

private:
  const Strategy& strategy_;
  std::vector<BriefOption::Part>& parts_;
  const Date today_;
  std::vector<const Action*> actions_; ///< of each part

  /// From which on all runs of the action, from that month on, still have room so many days apart.
  Date latest_apart(std::size_t place) const {
    const BriefOption::Part& part = parts_[place];
    const Action& action = *actions_[place];
    Date day = part.until;
    for (std::size_t last = 0; last < parts_.size(); ++last) {
      if (actions_[last] != &action || parts_[last].until < part.until)
        continue;
      std::int64_t runs = 0;
      for (std::size_t i = 0; i < parts_.size(); ++i)
        if (actions_[i] == &action && parts_[i].until <= parts_[last].until &&
            parts_[i].until >= month_of(part.until).first)
          runs += parts_[i].runs;
      const std::int64_t between = std::max<std::int64_t>(0, runs - 1);
      day = std::min(day, parts_[last].until - days{between * action.spacing_days.value_or(0)});
    }
    return day;
  }

  /// Person-days of one who does a part, in its month, of what is to be done by a day.
  double work_of(const Doer& doer, Date by) const {
    double work = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i)
      if (parts_[i].until <= by && month_of(parts_[i].until) == month_of(by) && doer.does(*actions_[i]))
        work += parts_[i].days;
    return work;
  }

  /// Of setting up, in whatever months until the first run its days are.
  Date latest_setup(const BriefOption::Part& setup, const Doer& doer) const {
    if (!doer.has(setup.days, today_, setup.until))
      return today_;
    Date day = setup.until;
    for (; day > today_; day -= days{1}) {
      double work = setup.days;
      for (std::size_t i = 0; i < parts_.size(); ++i)
        if (parts_[i].runs > 0 && parts_[i].until >= day && parts_[i].until <= setup.until &&
            doer.does(*actions_[i]))
          work += parts_[i].days;
      if (!doer.is_away_on(day) && doer.has(work, day, setup.until))
        break;
    }
    return std::max(day, today_);
  }

  Date latest(std::size_t place) const {
    const BriefOption::Part& part = parts_[place];
    const Action& action = *actions_[place];
    const Doer doer(strategy_, action);
    if (part.runs == 0)
      return latest_setup(part, doer);
    const Date first = std::max(today_, month_of(part.until).first);
    const Date whole = last_day(month_of(part.until));
    if (first == today_ && doer.is_counted() && !doer.has(work_of(doer, whole), first, whole))
      return today_ - days{1};
    const double work = work_of(doer, part.until);
    Date day = latest_apart(place);
    while (day > first && (doer.is_away_on(day) || !doer.has(work, day, part.until)))
      day -= days{1};
    // On the day of its end, and once the period is over, a plan has no runs of it.
    day = std::min(std::max(day, first), strategy_.period.end);
    return action.end ? std::min(day, *action.end - days{1}) : day;
  }
};

bool does(const BriefOption& option, const BriefOption::Part& part) {
  return std::find(option.parts.begin(), option.parts.end(), part) != option.parts.end();
}

void add_place(std::vector<std::size_t>& places, std::size_t place) {
  if (places.empty() || places.back() != place)
    places.push_back(place);
}
} // namespace

void tell_choose_by(const Strategy& strategy, std::vector<BriefOption::Part>& parts, Date day) {
  LatestDays(strategy, parts, day).tell();
}

std::optional<BriefDeadline> choose_by(const std::vector<BriefOption>& options, Date today) {
  std::optional<BriefDeadline> first;
  std::vector<std::size_t> too_late;
  for (std::size_t i = 0; i < options.size(); ++i)
    for (const BriefOption::Part& part : options[i].parts) {
      const bool all_do = std::all_of(options.begin(), options.end(),
                                      [&](const BriefOption& other) { return does(other, part); });
      if (!all_do && part.choose_by < today)
        add_place(too_late, i);
      if (all_do || part.choose_by < today || (first && part.choose_by > first->day))
        continue;
      if (!first || part.choose_by < first->day)
        first = BriefDeadline{part.choose_by, part.until, {}, {}};
      add_place(first->begun, i);
    }
  if (!too_late.empty() && !first)
    first = BriefDeadline{today, today, {}, {}};
  if (first)
    first->too_late = std::move(too_late);
  return first;
}

} // namespace deploy_plan::analysis
