#include "deploy_plan/workload.hpp"
#include "deploy_plan/effect.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <unordered_map>

namespace deploy_plan {
namespace {

using std::chrono::days;

/// Days from the first to the last, both included; none where they are reversed.
struct DaySpan {
  Date from, until;
  [[nodiscard]] double count() const {
    return until < from ? 0 : static_cast<double>((until - from).count()) + 1;
  }
  [[nodiscard]] DaySpan within(const DaySpan& other) const {
    return {std::max(from, other.from), std::min(until, other.until)};
  }
};
DaySpan all_of(Month month) { return {month.first, last_day(month)}; }

/// How many whole months a span makes, each day being a part of its own month.
double months_in(const DaySpan& span) {
  if (span.until < span.from)
    return 0;
  const auto part = [&](Month month) { return span.within(all_of(month)).count() / all_of(month).count(); };
  const Month first = month_of(span.from);
  const Month last = month_of(span.until);
  if (first == last)
    return part(first);
  return part(first) + part(last) + static_cast<double>(months_between(first, last) - 1);
}

/// Days of a span on which somebody is away, once each however many absences name them.
double days_away(const std::vector<Absence>& absences, const DaySpan& span) {
  std::vector<DaySpan> away;
  for (const Absence& one : absences)
    if (const DaySpan here = span.within({one.from, one.until}); here.from <= here.until)
      away.push_back(here);
  std::sort(away.begin(), away.end(), [](const DaySpan& a, const DaySpan& b) { return a.from < b.from; });
  double count = 0;
  Date counted = span.from - days{1};
  for (DaySpan one : away) {
    one.from = std::max(one.from, counted + days{1});
    count += one.count();
    counted = std::max(counted, one.until);
  }
  return count;
}

/// Runs of an action's schedule, and what fills them.
class Filling {
public:
  explicit Filling(std::vector<CommittedRuns> scheduled) : left_(std::move(scheduled)) {}

  /// The oldest first; gives how many found no place. Runs of a segment fill what names it, or names none.
  std::int64_t fill(std::int64_t runs, std::string_view segment) {
    for (CommittedRuns& one : left_) {
      const bool fits = segment.empty() || one.segment.empty() || one.segment == segment;
      const std::int64_t taken = fits ? std::min(runs, one.runs) : 0;
      one.runs -= taken;
      runs -= taken;
    }
    return runs;
  }
  [[nodiscard]] std::vector<CommittedRuns> left() && {
    std::erase_if(left_, [](const CommittedRuns& one) { return one.runs <= 0; });
    return std::move(left_);
  }

private:
  std::vector<CommittedRuns> left_;
};

/// Runs that results tell of in a time, those that name their segment first: the others can go anywhere.
struct RunsDone {
  std::int64_t runs;
  std::string_view segment;
};
std::vector<RunsDone> done_within(const Action& action, const DaySpan& span) {
  std::vector<RunsDone> all;
  for (const Result& result : action.results)
    if (result.origin.sound && result.date >= span.from && result.date <= span.until)
      all.push_back({runs_of(result), result.segment});
  std::stable_partition(all.begin(), all.end(), [](const RunsDone& one) { return !one.segment.empty(); });
  return all;
}

/// An action's schedule in the order of time.
std::vector<CommittedRuns> schedule_of(const Strategy& strategy, std::size_t place) {
  std::vector<CommittedRuns> all;
  if (strategy.actions[place].origin.sound)
    for (const ScheduledRuns& one : strategy.actions[place].schedule)
      all.push_back({place, one.month, one.runs, one.segment});
  std::stable_sort(all.begin(), all.end(),
                   [](const CommittedRuns& a, const CommittedRuns& b) { return a.month < b.month; });
  return all;
}

/// One action's schedule, as it stands in a day's month.
struct ScheduleNow {
  std::vector<CommittedRuns> slipped, to_come;
};
ScheduleNow schedule_now(const Strategy& strategy, std::size_t place, Date day) {
  const Month now = month_of(day);
  std::vector<CommittedRuns> all = schedule_of(strategy, place);
  if (all.empty())
    return {};
  const Action& action = strategy.actions[place];
  const Date first = all.front().month.first;
  const auto of = [&](const auto& is_meant) {
    std::vector<CommittedRuns> chosen;
    std::copy_if(all.begin(), all.end(), std::back_inserter(chosen), is_meant);
    return Filling(std::move(chosen));
  };
  Filling before = of([&](const CommittedRuns& one) { return one.month < now; });
  Filling current = of([&](const CommittedRuns& one) { return one.month == now; });
  Filling later = of([&](const CommittedRuns& one) { return one.month > now; });
  for (const RunsDone& done : done_within(action, {first, now.first - days{1}}))
    (void)before.fill(done.runs, done.segment);
  for (const RunsDone& done : done_within(action, all_of(now)))
    (void)before.fill(current.fill(done.runs, done.segment), done.segment);
  ScheduleNow result{std::move(before).left(), std::move(current).left()};
  for (CommittedRuns& one : std::move(later).left())
    result.to_come.push_back(std::move(one));
  return result;
}

template <class Part>
std::vector<CommittedRuns> of_all_actions(const Strategy& strategy, Date day, const Part& part) {
  std::vector<CommittedRuns> all;
  for (std::size_t i = 0; i < strategy.actions.size(); ++i) {
    const ScheduleNow now = schedule_now(strategy, i, day);
    all.insert(all.end(), (now.*part).begin(), (now.*part).end());
  }
  return all;
}

/// Members by name, as they are found: the first of a name.
std::unordered_map<std::string, std::size_t> members_by_name(const Strategy& strategy) {
  std::unordered_map<std::string, std::size_t> all;
  for (std::size_t i = 0; i < strategy.team.size(); ++i)
    all.emplace(text::fold(strategy.team[i].name), i);
  return all;
}

constexpr int most_days = 7305; // twenty years: what is promised beyond is no load of today's team

/// Days that beginning an action takes, to be given until the month of its first run.
struct Setup {
  std::size_t owner, month; ///< places among the loads and their months
  double days = 0;
};
/// As late as there is room, so that the most room is left for what begins earlier; what finds none weighs on
/// the month of the first run.
void set_up(std::vector<MonthLoad>& months, const Setup& setup) {
  double left = setup.days;
  for (std::size_t i = setup.month + 1; i-- > 0 && left > 0;) {
    MonthLoad& month = months[i];
    const double given = std::min(left, month.capacity ? std::max(0.0, *month.capacity - month.load) : left);
    month.load += given;
    left -= given;
  }
  months[setup.month].load += left;
}

/// The months of one member, with nothing to do in them yet.
MemberLoad free_months(const Member& member, const Period& period, Date day, Month last) {
  MemberLoad load{0, member.name, {}};
  for (Month month = month_of(day); month <= last; month = next(month))
    load.months.push_back(
        {month, days_given(member, period, std::max(day, month.first), last_day(month)), 0});
  return load;
}
} // namespace

std::optional<double> days_given(const Member& member, const Period& period, Date from, Date until) {
  if (!member.days)
    return std::nullopt;
  const DaySpan whole{period.start, period.end};
  const double months = months_in(whole);
  const DaySpan asked = DaySpan{from, until}.within(whole);
  double given = 0;
  for (Month month = month_of(asked.from); month.first <= asked.until; month = next(month)) {
    const DaySpan here = asked.within(all_of(month));
    given += (here.count() - days_away(member.absences, here)) / all_of(month).count();
  }
  return months > 0 ? *member.days * given / months : 0;
}

bool is_away(const Member& member, Date day) {
  return std::any_of(member.absences.begin(), member.absences.end(),
                     [&](const Absence& one) { return one.from <= day && day <= one.until; });
}

const Member* owner_of(const Strategy& strategy, const Action& action) {
  if (action.owner.empty())
    return nullptr;
  const std::string name = text::fold(action.owner);
  const auto found = std::find_if(strategy.team.begin(), strategy.team.end(),
                                  [&](const Member& one) { return text::fold(one.name) == name; });
  return found == strategy.team.end() ? nullptr : &*found;
}

std::vector<CommittedRuns> scheduled_runs(const Strategy& strategy, Date day) {
  return of_all_actions(strategy, day, &ScheduleNow::to_come);
}

std::vector<CommittedRuns> slipped_runs(const Strategy& strategy, Date day) {
  return of_all_actions(strategy, day, &ScheduleNow::slipped);
}

bool is_scheduled(const Strategy& strategy) {
  return std::any_of(strategy.actions.begin(), strategy.actions.end(), [](const Action& one) {
    return std::any_of(one.schedule.begin(), one.schedule.end(),
                       [](const ScheduledRuns& runs) { return runs.origin.sound; });
  });
}

std::vector<MemberLoad> committed_load(const Strategy& strategy, Date day) {
  const std::vector<CommittedRuns> runs = scheduled_runs(strategy, day);
  const Month first = month_of(day);
  Month last = month_of(strategy.period.end);
  for (const CommittedRuns& one : runs)
    last = std::max(last, one.month);
  last = std::min(last, month_of(first.first + days{most_days}));

  const auto members = members_by_name(strategy);
  std::unordered_map<std::size_t, std::size_t> places; // of members, among the loads
  std::vector<MemberLoad> all;
  std::vector<std::optional<std::size_t>> owners(strategy.actions.size());
  for (std::size_t i = 0; i < strategy.actions.size(); ++i) {
    const Action& action = strategy.actions[i];
    const auto member = action.owner.empty() ? members.end() : members.find(text::fold(action.owner));
    if (!action.origin.sound || action.status == Status::stopped || member == members.end())
      continue;
    const auto [place, is_new] = places.emplace(member->second, all.size());
    if (is_new)
      all.push_back(free_months(strategy.team[member->second], strategy.period, day, last));
    owners[i] = place->second;
  }

  std::vector<Setup> setups;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const CommittedRuns& one = runs[i];
    if (!owners[one.action] || one.month > last)
      continue;
    const Action& action = strategy.actions[one.action];
    const bool is_first = i == 0 || runs[i - 1].action != one.action;
    const RunCost cost = run_cost(action).value_or(RunCost{});
    const auto month = static_cast<std::size_t>(months_between(first, one.month));
    all[*owners[one.action]].months[month].load += static_cast<double>(one.runs) * cost.days;
    if (is_first && past_runs(action).count == 0)
      setups.push_back({*owners[one.action], month, cost.setup_days});
  }
  for (const Setup& setup : setups)
    set_up(all[setup.owner].months, setup);
  return all;
}

} // namespace deploy_plan
