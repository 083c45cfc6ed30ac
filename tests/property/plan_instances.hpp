// Small plans in time, and what may be in them: by first principles, knowing nothing of any program.
#pragma once
#include "deploy_plan/effect.hpp"
#include "deploy_plan/plan.hpp"
#include "examples.hpp"
#include <cmath>
#include <map>
#include <random>
#include <set>

namespace deploy_plan::test {

using std::chrono::days;

struct TimedInstance {
  Strategy strategy;
  Date today{};
  PlanOptions options;
};

/// Days in a row that are alike to an action: of one month, on which it can be run, within the same terms and
/// before the same goals.
struct Stretch {
  Date from{}, until{};
};
/// Runs of an action on days of a stretch.
struct RunsThere {
  Stretch on;
  std::string segment;
  std::int64_t runs = 0;
};
/// Of each action, in the order of time.
using RunsOfAll = std::vector<std::vector<RunsThere>>;

inline Date first_of_month(Date date) {
  const std::chrono::year_month_day parts{date};
  return parts.year() / parts.month() / 1;
}
inline Date last_of_month(Date date) {
  const std::chrono::year_month_day parts{date};
  return std::chrono::sys_days(parts.year() / parts.month() / std::chrono::last);
}

/// Two or three actions over two or three months, with some of all that time can ask of them.
inline TimedInstance timed_instance(std::mt19937& random) {
  const auto below = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
  const auto chance = [&](int percent) { return below(100) < percent; };
  const auto tier = [](std::int64_t size) {
    Tier one;
    one.size = size;
    return one;
  };
  TimedInstance instance;
  instance.today = std::chrono::sys_days(std::chrono::year{2026} / 3 / 1) + days{below(31)};
  const Date today = instance.today;
  const Date end = today + days{25 + below(60)};
  Strategy& strategy = instance.strategy;
  strategy.name = "random";
  strategy.period = {std::chrono::sys_days(std::chrono::year{2026} / 1 / 1) + days{below(40)}, end, {}};
  strategy.market.unit = "school";
  strategy.market.addressable = tier(1000);
  strategy.market.addressed = tier(50 + below(80));
  strategy.market.target = tier(50);
  strategy.market.penetrated = tier(20);
  for (const char* id : {"rural", "urban"}) {
    Segment segment;
    segment.id = id;
    segment.addressed = tier(20 + below(20));
    segment.penetrated = tier(10);
    strategy.market.segments.push_back(segment);
  }
  const auto objective = [&](const char* id, Stage stage, const char* unit, double current, double target) {
    Objective one;
    one.id = id;
    one.stage = stage;
    one.metric = {id, unit, {}, Scale::count, {}};
    one.baseline = Baseline{today - days{90}, 0, {}};
    one.target = {target, chance(50) ? end : today + days{20 + below(70)}, {}, {}};
    Series series;
    series.points = {{today - days{60}, current / 2, {}}, {today - days{1}, current, {}}};
    one.observations = series;
    return one;
  };
  const double top_target = 110 + below(20); // in an order of their own: that of arguments is the compiler's
  const double star_target = 50 + below(30);
  const char* const star_unit = chance(60) ? "school" : "account";
  strategy.objectives.push_back(objective("top", Stage::acquisition, "visit", 100, top_target));
  strategy.objectives.push_back(objective("star", Stage::activation, star_unit, 40, star_target));
  strategy.north_star = NorthStar{"star", {}, {}, {}};
  Budget budget{20.0 + below(40), 10.0 + below(20), 1.5, "", {}};
  if (chance(40)) { // credits that end with a day, and those of what comes after
    const Date border = chance(60) ? last_of_month(today) : today + days{10 + below(30)};
    budget.terms = {{strategy.period.start, border, 4.0 + below(20), {}, {}},
                    {border + days{1},
                     end,
                     chance(50) ? std::optional(4.0 + below(20)) : std::nullopt,
                     chance(50) ? std::optional(2.0 + below(10)) : std::nullopt,
                     {}}};
  }
  strategy.budget = budget;
  for (const char* name : {"Ada", "Bo"}) {
    Member member;
    member.name = name;
    if (chance(60))
      member.days = 3 + below(25);
    if (chance(35)) {
      const Date from = today + days{below(60)};
      member.absences = {{from, from + days{3 + below(25)}, {}}};
    }
    strategy.team.push_back(member);
  }
  const int count = 2 + below(2);
  for (int i = 0; i < count; ++i) {
    Action action;
    action.id = std::string(1, static_cast<char>('a' + i));
    action.lever = static_cast<Family>(below(3));
    action.objective = chance(40) ? "top" : "star";
    const bool everywhere = chance(30);
    action.cost = Cost{1.0 + below(8), 0.5 * below(8), {}, {}, {}};
    if (chance(25))
      action.cost->setup_money = below(10);
    if (chance(25))
      action.cost->setup_days = below(4);
    action.runs = Runs{{}, 1 + below(everywhere ? 2 : 3), {}, {}, {}};
    if (chance(12))
      action.runs->min = 1;
    Uncertain effect;
    effect.value = 1 + below(12);
    action.effect = effect;
    if (chance(50))
      action.decay = 0.1 * (1 + below(9));
    if (everywhere) {
      action.segments = {{"rural", {}, {}}, {"urban", {}, {}}};
      effect.value = 1 + below(12);
      if (chance(70))
        action.segments[1].effect = effect;
    } else if (chance(40))
      action.segment = chance(50) ? "rural" : "urban";
    if (chance(70))
      action.owner = chance(50) ? "Ada" : "Bo";
    if (chance(35))
      action.start = today + days{below(60) - 15};
    if (chance(35))
      action.end = action.start.value_or(today) + days{5 + below(60)};
    if (chance(30))
      action.delay_days = below(25);
    if (chance(30))
      action.spacing_days = 5 + below(30);
    if (chance(25))
      action.runs->per_month = 1;
    if (chance(15)) {
      Result result;
      result.date = today - days{below(30)};
      result.runs = 1;
      result.money = 2;
      result.days = 1;
      result.effect = 1 + below(8);
      if (everywhere)
        result.segment = "rural";
      action.results = {result};
      *action.runs->max += 1;
    } else if (chance(30)) {
      action.test = Test{};
      action.test->protocol = chance(50) ? Protocol::sequence : Protocol::pilot;
      action.status = chance(30) ? Status::testing : Status::idea;
    }
    if (chance(5))
      action.status = Status::stopped;
    if (i > 0 && chance(30)) {
      const std::string other(1, static_cast<char>('a' + below(i)));
      if (chance(75))
        action.requires_.push_back(other);
      else
        action.excludes.push_back(other);
    }
    strategy.actions.push_back(action);
  }
  PlanOptions& options = instance.options;
  options.frontier = 0;
  options.draws = 0;
  options.branches = 0;
  options.gap = 1e-9;
  if (chance(15))
    options.lever_limits = {{static_cast<Family>(below(3)), below(4)}};
  if (chance(20))
    options.floors = {{chance(50) ? "rural" : "urban", 0.1 * (1 + below(5))}};
  if (chance(20)) {
    options.goal = PlanGoal::reach;
    if (chance(50))
      options.objectives = {"star"};
  }
  return instance;
}

/// What may be done, and what it brings.
class PlanJudge {
public:
  explicit PlanJudge(const TimedInstance& judged) : instance_(judged), strategy_(judged.strategy) {
    if (instance_.options.goal == PlanGoal::maximise)
      wanted_ = {star()};
    else
      for (std::size_t i = 0; i < strategy_.objectives.size(); ++i)
        if (instance_.options.objectives.empty() ||
            instance_.options.objectives[0] == strategy_.objectives[i].id)
          if (needed(i) > 0)
            wanted_.push_back(i);
  }

  [[nodiscard]] const std::vector<std::size_t>& wanted() const { return wanted_; }
  [[nodiscard]] const Strategy& strategy() const { return strategy_; }
  [[nodiscard]] Date today() const { return instance_.today; }
  [[nodiscard]] Date last_day() const {
    Date last = strategy_.period.end;
    for (const std::size_t goal : wanted_)
      last = std::max(last, strategy_.objectives[goal].target.by);
    return last;
  }

  // Of one action.

  [[nodiscard]] bool may_run(const Action& action, Date date) const {
    if (date < instance_.today || date > last_day() || action.status == Status::stopped)
      return false;
    if (date < action.start.value_or(date) || date > action.end.value_or(date))
      return false;
    if (action.end && *action.end <= instance_.today)
      return false;
    if (const Member* const owner = of(action))
      for (const Absence& away : owner->absences)
        if (away.from <= date && date <= away.until)
          return false;
    return std::any_of(wanted_.begin(), wanted_.end(),
                       [&](std::size_t goal) { return counts(action, date, goal); });
  }
  /// Whether a run brings something to a goal.
  [[nodiscard]] bool counts(const Action& action, Date date, std::size_t goal) const {
    const bool leads = action.objective == strategy_.objectives[goal].id || goal == star();
    return leads && date + days{action.delay_days.value_or(0)} < strategy_.objectives[goal].target.by;
  }
  [[nodiscard]] std::vector<Stretch> stretches(const Action& action) const {
    std::set<Date> cuts; // what requires another may begin where that does
    for (const Action& other : strategy_.actions)
      if (done(other) == 0 &&
          std::find(action.requires_.begin(), action.requires_.end(), other.id) != action.requires_.end())
        for (const Stretch& one : stretches(other))
          cuts.insert(one.from);
    const auto all = stretches(action, cuts);
    if (!is_test_first(action))
      return all;
    for (const Stretch& one : all) // where it is decided, the rest of a month is open to other runs
      cuts.insert(decision(action, one.until));
    return stretches(action, cuts);
  }
  [[nodiscard]] std::vector<Stretch> stretches(const Action& action, const std::set<Date>& cuts) const {
    std::vector<Stretch> all;
    for (Date date = earliest(action); date <= last_day(); date += days{1}) {
      if (!may_run(action, date))
        continue;
      const bool goes_on = !all.empty() && all.back().until + days{1} == date && !cuts.contains(date) &&
                           first_of_month(date) == first_of_month(all.back().from) &&
                           are_alike(action, all.back().from, date);
      if (goes_on)
        all.back().until = date;
      else
        all.push_back({date, date});
    }
    return all;
  }
  [[nodiscard]] std::int64_t done(const Action& action) const { return past_runs(action).count; }
  /// What cannot be run any more, or not before what it requires, is asked for in vain.
  [[nodiscard]] std::int64_t least(const Action& action) const {
    const auto all = stretches(action);
    return all.empty() || earliest(action) > all.back().until
               ? 0
               : std::max<std::int64_t>(0, action.runs->min.value_or(0) - done(action));
  }
  [[nodiscard]] Date earliest(const Action& action) const {
    Date first = std::max(instance_.today, action.start.value_or(instance_.today));
    for (const Result& result : action.results)
      first = std::max(first, result.date + days{action.spacing_days.value_or(0)});
    for (const Action& other : strategy_.actions)
      if (done(other) == 0 &&
          std::find(action.requires_.begin(), action.requires_.end(), other.id) != action.requires_.end())
        first = std::max(first, earliest(other));
    return first;
  }
  [[nodiscard]] std::int64_t most(const Action& action) const {
    return std::max<std::int64_t>(0, *action.runs->max - done(action));
  }
  /// Not yet tried: its first run is its test.
  [[nodiscard]] bool is_test_first(const Action& action) const {
    return action.test && action.results.empty() && done(action) == 0 && action.status != Status::proven &&
           action.status != Status::scaling;
  }

  /// Why runs of one action cannot be, by themselves; empty where they can.
  [[nodiscard]] std::string fault(const Action& action, const std::vector<RunsThere>& runs) const {
    std::int64_t all = 0;
    std::map<Date, std::int64_t> months;
    for (const RunsThere& one : runs) {
      all += one.runs;
      months[first_of_month(one.on.from)] += one.runs;
      for (Date date = one.on.from; date <= one.on.until; date += days{1})
        if (!may_run(action, date))
          return "a day on which it cannot be run";
      if (first_of_month(one.on.from) != first_of_month(one.on.until) || one.on.until < one.on.from)
        return "days of several months, or none";
      const auto segments = segments_of(action);
      if (std::find(segments.begin(), segments.end(), one.segment) == segments.end())
        return "a segment that is not its own";
    }
    if (all < least(action) || all > most(action))
      return "too few runs, or too many";
    if (action.runs->per_month)
      for (auto& [month, count] : months) {
        for (const Result& result : action.results)
          if (first_of_month(result.date) == month)
            count += result.runs.value_or(1);
        if (count > *action.runs->per_month && count > results_in(action, month))
          return "too many runs in a month";
      }
    if (is_test_first(action) && all > 0) {
      if (runs.front().runs != 1)
        return "several runs at once before its test is decided";
      for (std::size_t i = 1; i < runs.size(); ++i)
        if (runs[i].on.from < decision(action, runs.front().on.until))
          return "a run that may be done before its test is decided";
    }
    return days_from(action, runs, instance_.today) ? "" : "runs too near each other";
  }
  [[nodiscard]] static Date decision(const Action& action, Date until) {
    return until + days{1 + action.delay_days.value_or(0)};
  }
  /// Its runs as early as they can be, none before a day; nothing where they cannot be so many days apart.
  [[nodiscard]] std::optional<std::vector<Date>>
  days_from(const Action& action, const std::vector<RunsThere>& runs, Date not_before) const {
    const days apart{action.spacing_days.value_or(0)};
    std::vector<Date> all;
    Date next = not_before;
    for (const Result& result : action.results)
      next = std::max(next, result.date + apart);
    for (const RunsThere& one : runs)
      for (std::int64_t run = 0; run < one.runs; ++run) {
        Date date = std::max(next, one.on.from);
        if (date > one.on.until)
          return std::nullopt;
        all.push_back(date);
        next = date + apart;
      }
    return all;
  }

  // Of all together.

  struct Spent {
    double money = 0, days = 0;
  };
  [[nodiscard]] Spent spent(const Action& action, const std::vector<RunsThere>& runs) const {
    Spent all;
    bool begins = done(action) == 0;
    for (const RunsThere& one : runs) {
      const auto count = static_cast<double>(one.runs);
      all.money +=
          count * action.cost->money.value_or(0) + (begins ? action.cost->setup_money.value_or(0) : 0);
      all.days += count * action.cost->days.value_or(0) + (begins ? action.cost->setup_days.value_or(0) : 0);
      begins = false;
    }
    return all;
  }

  [[nodiscard]] std::string fault(const RunsOfAll& all) const {
    const auto fault_of_each = [&]() -> std::string {
      for (std::size_t i = 0; i < all.size(); ++i)
        if (const auto why = fault(strategy_.actions[i], all[i]); !why.empty())
          return strategy_.actions[i].id + ": " + why;
      return "";
    };
    if (const auto why = fault_of_each(); !why.empty())
      return why;
    return fault_together(all);
  }
  [[nodiscard]] std::string fault_together(const RunsOfAll& all) const {
    if (!relations_hold(all))
      return "what it requires or excludes";
    if (!budgets_hold(all))
      return "a budget, or a term";
    if (!capacity_holds(all))
      return "days of an owner";
    if (!starts_are_apart(all))
      return "sequences that start together";
    for (const LeverLimit& limit : instance_.options.lever_limits) {
      std::int64_t count = 0;
      for (std::size_t i = 0; i < all.size(); ++i)
        for (const RunsThere& one : all[i])
          count += strategy_.actions[i].lever == limit.lever ? one.runs : 0;
      if (count > limit.runs)
        return "a lever";
    }
    for (const SegmentFloor& floor : instance_.options.floors) {
      double there = 0, everywhere = 0;
      for (const std::size_t goal : wanted_)
        for (std::size_t i = 0; i < all.size(); ++i) {
          const double passes = passing(strategy_.actions[i], goal) * (sums_shares() ? 1 / needed(goal) : 1);
          for (const auto& [segment, brought] : brought_by(i, all[i], goal)) {
            everywhere += passes * brought;
            there += segment == floor.segment ? passes * brought : 0;
          }
        }
      if (there < floor.share * everywhere - 1e-9 * std::max(1.0, everywhere))
        return "a floor";
    }
    if (instance_.options.goal == PlanGoal::reach)
      for (const std::size_t goal : wanted_)
        if (gain(all, goal) < needed(goal) - 1e-9)
          return "a target";
    return "";
  }

  [[nodiscard]] double value(const RunsOfAll& all) const {
    if (!sums_shares())
      return gain(all, wanted_.front());
    double sum = 0;
    for (const std::size_t goal : wanted_)
      sum += std::min(1.0, gain(all, goal) / needed(goal));
    return sum;
  }
  [[nodiscard]] double full_cost(const RunsOfAll& all) const {
    double sum = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Spent one = spent(strategy_.actions[i], all[i]);
      sum += one.money + one.days * strategy_.budget->day_rate.value_or(0);
    }
    return sum;
  }

private:
  const TimedInstance& instance_;
  const Strategy& strategy_;
  std::vector<std::size_t> wanted_;

  [[nodiscard]] std::size_t star() const { return 1; }
  [[nodiscard]] bool sums_shares() const { return wanted_.size() > 1; }
  [[nodiscard]] double current(std::size_t goal) const {
    return strategy_.objectives[goal].observations->points.back().value;
  }
  [[nodiscard]] double needed(std::size_t goal) const {
    return strategy_.objectives[goal].target.value - current(goal);
  }
  [[nodiscard]] double passing(const Action& action, std::size_t goal) const {
    if (action.objective == strategy_.objectives[goal].id)
      return 1;
    return goal == star() ? current(1) / current(0) : 0;
  }
  [[nodiscard]] const Member* of(const Action& action) const {
    for (const Member& one : strategy_.team)
      if (one.name == action.owner)
        return &one;
    return nullptr;
  }
  [[nodiscard]] static std::int64_t results_in(const Action& action, Date month) {
    std::int64_t all = 0;
    for (const Result& result : action.results)
      all += first_of_month(result.date) == month ? result.runs.value_or(1) : 0;
    return all;
  }

  [[nodiscard]] bool are_alike(const Action& action, Date a, Date b) const {
    for (const BudgetTerm& term : strategy_.budget->terms)
      if ((term.from <= a && a <= term.until) != (term.from <= b && b <= term.until))
        return false;
    return std::all_of(wanted_.begin(), wanted_.end(),
                       [&](std::size_t goal) { return counts(action, a, goal) == counts(action, b, goal); });
  }

  /// What runs bring to their own objective in time for a goal, by segment.
  [[nodiscard]] std::map<std::string, double>
  brought_by(std::size_t place, const std::vector<RunsThere>& runs, std::size_t goal) const {
    const Action& action = strategy_.actions[place];
    std::map<std::string, double> all;
    if (passing(action, goal) == 0)
      return all;
    for (const std::string& segment : segments_of(action)) {
      const Action there = run_in(action, segment);
      auto before = static_cast<double>(past_runs(there).count);
      const double first = run_effect(there, nullptr, nullptr)->estimate.value;
      for (const RunsThere& one : runs)
        for (std::int64_t run = 0; one.segment == segment && run < one.runs; ++run) {
          if (counts(action, one.on.from, goal))
            all[segment] += first * std::pow(1 - action.decay.value_or(0), before);
          before += 1;
        }
    }
    return all;
  }

  [[nodiscard]] double gain(const RunsOfAll& all, std::size_t goal) const {
    const auto of_objective = [&](std::size_t objective) {
      const bool counts_people = strategy_.objectives[objective].metric.unit == strategy_.market.unit;
      double everywhere = 0;
      std::map<std::string, double> there;
      for (std::size_t i = 0; i < all.size(); ++i)
        if (strategy_.actions[i].objective == strategy_.objectives[objective].id)
          for (const auto& [segment, brought] : brought_by(i, all[i], goal))
            (counts_people && !segment.empty() ? there[segment] : everywhere) += brought;
      for (const auto& [id, brought] : there)
        for (const Segment& segment : strategy_.market.segments)
          if (segment.id == id)
            everywhere += std::min(brought, room_in(segment.addressed, segment.penetrated));
      return everywhere;
    };
    const auto limited = [&](double sum, std::size_t objective) {
      if (strategy_.objectives[objective].metric.unit != strategy_.market.unit)
        return sum;
      return std::min(sum, room_in(strategy_.market.addressed, strategy_.market.penetrated));
    };
    double sum = of_objective(goal);
    if (goal == star())
      sum += current(1) / current(0) * limited(of_objective(0), 0);
    return limited(sum, goal);
  }
  [[nodiscard]] static double room_in(const std::optional<Tier>& addressed,
                                      const std::optional<Tier>& penetrated) {
    return static_cast<double>(*addressed->size - *penetrated->size);
  }

  [[nodiscard]] bool relations_hold(const RunsOfAll& all) const {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < all.size(); ++i)
      places[strategy_.actions[i].id] = i;
    std::vector<std::optional<Date>> first(all.size());
    const auto runs = [&](std::size_t place) { return !all[place].empty(); };
    for (std::size_t i = 0; i < all.size(); ++i) { // what is required stands before what requires it
      const Action& action = strategy_.actions[i];
      if (!runs(i))
        continue;
      Date not_before = instance_.today;
      for (const std::string& id : action.requires_) {
        const std::size_t needed = places.at(id);
        if (done(strategy_.actions[needed]) > 0)
          continue;
        if (!runs(needed))
          return false;
        not_before = std::max(not_before, *first[needed]);
      }
      const auto dates = days_from(action, all[i], not_before);
      if (!dates)
        return false;
      first[i] = dates->front();
      for (const std::string& id : action.excludes)
        if (runs(places.at(id)) || done(strategy_.actions[places.at(id)]) > 0)
          return false;
      for (std::size_t other = 0; other < all.size(); ++other) {
        const auto& excluded = strategy_.actions[other].excludes;
        if (done(strategy_.actions[other]) > 0 &&
            std::find(excluded.begin(), excluded.end(), action.id) != excluded.end())
          return false;
      }
    }
    return true;
  }

  [[nodiscard]] static bool is_within(double sum, const std::optional<double>& limit, double before) {
    return !limit || sum <= std::max(0.0, *limit - before) + 1e-9;
  }
  [[nodiscard]] bool budgets_hold(const RunsOfAll& all) const {
    double money = 0, given = 0, money_before = 0, days_before = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Action& action = strategy_.actions[i];
      const Spent one = spent(action, all[i]);
      money += one.money;
      given += one.days;
      money_before += past_runs(action).all.money;
      days_before += past_runs(action).all.days;
    }
    if (!is_within(money, strategy_.budget->money, money_before) ||
        !is_within(given, strategy_.budget->days, days_before))
      return false;
    return std::all_of(strategy_.budget->terms.begin(), strategy_.budget->terms.end(),
                       [&](const BudgetTerm& term) { return holds(term, all); });
  }
  [[nodiscard]] bool holds(const BudgetTerm& term, const RunsOfAll& all) const {
    double money = 0, given = 0, money_before = 0, days_before = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Action& action = strategy_.actions[i];
      bool begins = done(action) == 0;
      for (const RunsThere& one : all[i]) {
        if (term.from <= one.on.from && one.on.from <= term.until) {
          const auto count = static_cast<double>(one.runs);
          money +=
              count * action.cost->money.value_or(0) + (begins ? action.cost->setup_money.value_or(0) : 0);
          given += count * action.cost->days.value_or(0) + (begins ? action.cost->setup_days.value_or(0) : 0);
        }
        begins = false;
      }
      for (const Result& result : action.results)
        if (term.from <= result.date && result.date <= term.until) {
          money_before += *result.money + action.cost->setup_money.value_or(0); // one result, so the first
          days_before += *result.days + action.cost->setup_days.value_or(0);
        }
    }
    return term.until < instance_.today ||
           (is_within(money, term.money, money_before) && is_within(given, term.days, days_before));
  }

  /// Days spread over the period, the same for each whole month.
  [[nodiscard]] double given(const Member& member, Date month) const {
    double months = 0;
    double here = 0;
    for (Date date = strategy_.period.start; date <= strategy_.period.end; date += days{1}) {
      const double share = 1 / static_cast<double>((last_of_month(date) - first_of_month(date)).count() + 1);
      months += share;
      const bool is_away =
          std::any_of(member.absences.begin(), member.absences.end(),
                      [&](const Absence& one) { return one.from <= date && date <= one.until; });
      if (date >= instance_.today && first_of_month(date) == month && !is_away)
        here += share;
    }
    return *member.days * here / months;
  }
  /// Runs take days in their month; setting up takes them in any months until the first run's.
  [[nodiscard]] bool capacity_holds(const RunsOfAll& all) const {
    for (const Member& member : strategy_.team) {
      if (!member.days)
        continue;
      std::map<Date, double> load, set_up_by;
      for (std::size_t i = 0; i < all.size(); ++i) {
        const Action& action = strategy_.actions[i];
        if (action.owner != member.name || all[i].empty())
          continue;
        if (done(action) == 0)
          set_up_by[first_of_month(all[i].front().on.from)] += action.cost->setup_days.value_or(0);
        for (const RunsThere& one : all[i])
          load[first_of_month(one.on.from)] += static_cast<double>(one.runs) * action.cost->days.value_or(0);
      }
      double left = 0;
      for (Date month = first_of_month(instance_.today); month <= last_day();
           month = last_of_month(month) + days{1}) {
        const double here = given(member, month) - load[month];
        if (load[month] > 0 && here < -1e-9)
          return false;
        left += std::max(0.0, here) - set_up_by[month];
        if (left < -1e-9)
          return false;
      }
    }
    return true;
  }

  /// The first day of the part of the time that a day is in: of its month, or of its week within that.
  [[nodiscard]] Date part_of(Date date) const {
    if (instance_.options.step == PlanStep::month)
      return first_of_month(date);
    const auto since_monday = std::chrono::weekday(date) - std::chrono::Monday;
    return std::max(first_of_month(date), date - since_monday);
  }
  [[nodiscard]] bool starts_are_apart(const RunsOfAll& all) const {
    std::set<std::pair<std::string, Date>> starts;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Action& action = strategy_.actions[i];
      if (!is_test_first(action) || action.test->protocol != Protocol::sequence || all[i].empty())
        continue;
      if (!starts.emplace(action.objective, part_of(all[i].front().on.from)).second)
        return false;
    }
    return true;
  }
};

/// The best of all plans there are: of those that are as good, the cheapest.
class ExhaustivePlan {
public:
  explicit ExhaustivePlan(const PlanJudge& judging, std::size_t at_most)
      : judge_(judging), strategy_(judging.strategy()) {
    std::size_t all = 1;
    for (const Action& action : strategy_.actions) {
      ways_.push_back(ways_of(action));
      all *= ways_.back().size();
    }
    is_small = all <= at_most;
  }
  bool is_small = false;
  bool is_found = false;
  double value = 0, cost = 0;
  RunsOfAll best;

  void search(PlanGoal goal) {
    tried_.resize(ways_.size());
    try_from(0, goal);
  }

private:
  const PlanJudge& judge_;
  const Strategy& strategy_;
  std::vector<std::vector<std::vector<RunsThere>>> ways_; ///< of each action, all that hold by themselves
  RunsOfAll tried_;

  std::vector<std::vector<RunsThere>> ways_of(const Action& action) const {
    std::vector<RunsThere> cells;
    for (const Stretch& stretch : judge_.stretches(action))
      for (const std::string& segment : segments_of(action))
        cells.push_back({stretch, segment, 0});
    std::vector<std::vector<RunsThere>> all;
    std::vector<RunsThere> now;
    const auto add = [&](const auto& self, std::size_t cell, std::int64_t left) -> void {
      if (cell == cells.size()) {
        if (judge_.fault(action, now).empty())
          all.push_back(now);
        return;
      }
      self(self, cell + 1, left);
      for (std::int64_t runs = 1; runs <= left; ++runs) {
        now.push_back(cells[cell]);
        now.back().runs = runs;
        self(self, cell + 1, left - runs);
        now.pop_back();
      }
    };
    add(add, 0, judge_.most(action));
    return all;
  }

  void try_from(std::size_t place, PlanGoal goal) {
    if (place < ways_.size()) {
      for (const auto& way : ways_[place]) {
        tried_[place] = way;
        try_from(place + 1, goal);
      }
      return;
    }
    if (!judge_.fault_together(tried_).empty())
      return;
    const double worth = judge_.value(tried_);
    const double costs = judge_.full_cost(tried_);
    const double more = goal == PlanGoal::maximise ? worth - value : cost - costs;
    if (!is_found || more > 1e-9 || (more > -1e-9 && goal == PlanGoal::maximise && costs < cost)) {
      value = worth;
      cost = costs;
      best = tried_;
    }
    is_found = true;
  }
};

/// The schedule of a plan, as it is judged.
inline RunsOfAll runs_of(const Strategy& strategy, const Plan& plan) {
  RunsOfAll all;
  for (const PlannedAction& action : plan.actions) {
    auto& runs = all.emplace_back();
    const Action& own = strategy.actions[all.size() - 1];
    for (const PlannedRuns& one : action.schedule)
      runs.push_back({{one.from, one.until}, own.segments.empty() ? own.segment : one.segment, one.runs});
  }
  return all;
}

/// What is wrong with the planned days themselves; empty where nothing is.
inline std::string fault_of_days(const PlanJudge& judge, const Plan& plan) {
  const Strategy& strategy = judge.strategy();
  const auto began_before = [&](const std::string& id) {
    return std::any_of(strategy.actions.begin(), strategy.actions.end(),
                       [&](const Action& one) { return one.id == id && judge.done(one) > 0; });
  };
  std::map<std::string, Date> first;
  for (std::size_t i = 0; i < plan.actions.size(); ++i) {
    const Action& action = strategy.actions[i];
    std::optional<Date> before;
    for (const Result& result : action.results)
      before = std::max(before.value_or(result.date), result.date);
    std::int64_t count = 0;
    for (const PlannedRuns& one : plan.actions[i].schedule)
      for (std::int64_t run = 1; run <= one.runs; ++run) {
        const Date date = one.day_of(run);
        if (date < one.from || date > one.until)
          return action.id + ": a planned day outside of its own";
        if (!judge.may_run(action, date))
          return action.id + ": a planned day on which it cannot be run";
        if (before && (date - *before).count() < action.spacing_days.value_or(0))
          return action.id + ": planned days too near each other";
        if (before && date < *before)
          return action.id + ": planned days out of order";
        first.emplace(action.id, date);
        before = date;
        ++count;
      }
    if (count != plan.actions[i].runs)
      return action.id + ": a schedule of other runs than the plan's";
  }
  for (const Action& action : strategy.actions)
    for (const std::string& needed : action.requires_)
      if (first.contains(action.id) && first.contains(needed) && first[action.id] < first[needed] &&
          !began_before(needed))
        return action.id + ": planned before what it requires";
  return "";
}

} // namespace deploy_plan::test
