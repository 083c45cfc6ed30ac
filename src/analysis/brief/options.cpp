// What a sponsor is asked to choose from.
#include "analysis/brief/brief_parts.hpp"
#include "analysis/outlook/runs.hpp"
#include "analysis/week/week_parts.hpp"
#include "deploy_plan/effect.hpp"
#include "deploy_plan/spending.hpp"
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace deploy_plan {
namespace analysis {
namespace {

/// Whether two options cost the same for the same goal, by as many runs of the same actions.
bool costs_the_same(const BriefOption& a, const BriefOption& b) {
  return a.star == b.star && a.goal == b.goal && a.by == b.by && a.means && b.means &&
         a.means->money == b.means->money && a.means->days == b.means->days && a.runs == b.runs;
}

/// Likewise, and as likely to reach it.
bool is_as_sure(const BriefOption& a, const BriefOption& b) {
  constexpr double least_told = 0.005; // of what people read, a difference
  const auto& one = a.outlook.probability;
  const auto& other = b.outlook.probability;
  return costs_the_same(a, b) && one.has_value() == other.has_value() &&
         (!one || std::abs(*one - *other) < least_told);
}
/// Likewise, at the same time.
bool is_alike(const BriefOption& a, const BriefOption& b) { return is_as_sure(a, b) && a.parts == b.parts; }

/// Where a plan does the same as one before, its scenario is told with that.
void add_unless_alike(std::vector<BriefOption>& all, const BriefOption& option) {
  const auto same =
      std::find_if(all.begin(), all.end(), [&](const BriefOption& one) { return is_alike(one, option); });
  if (same == all.end())
    all.push_back(option);
  else
    same->alike.push_back(option.scenario);
}

/// What the runs that are promised cost: nothing where the cost of one is not known.
std::optional<BriefMeans> means_of(const Strategy& strategy, std::span<const RunsToDo> promised) {
  Spent all;
  std::set<std::size_t> begun;
  for (const RunsToDo& runs : promised) {
    const Action& action = strategy.actions[runs.action];
    const auto cost = run_cost(action);
    if (!cost)
      return std::nullopt;
    const bool are_first = past_runs(action).count == 0 && begun.insert(runs.action).second;
    all += taken_by(runs.count(), *cost, are_first);
  }
  return with_full_cost(strategy, all);
}

/// The North Star that an option is for.
void tell_star(BriefOption& option, const ObjectiveGap& star) {
  option.star = star.id;
  option.star_name = star.name;
  option.goal = star.progress.goal;
  option.by = star.progress.by;
}

/// Runs of an action in a part of the time.
BriefOption::Part part_of(const Action& action, const std::string& segment, const PlannedRuns& runs) {
  return {runs.until,
          action.id,
          segment,
          runs.runs,
          static_cast<double>(runs.runs) * run_cost(action).value_or(RunCost{}).days,
          {}};
}

/// What is promised is done, if anything is, and nothing more.
BriefOption nothing_more(const Strategy& strategy, const ToldForBrief& told, const ObjectiveGap& star) {
  BriefOption none;
  const std::vector<RunsToDo> promised = committed_runs(strategy, told.gap.as_of);
  none.kind = promised.empty() ? BriefOption::Kind::nothing_more : BriefOption::Kind::commitments;
  none.means = means_of(strategy, promised);
  std::map<std::size_t, std::int64_t> counts;
  for (const RunsToDo& runs : promised) {
    counts[runs.action] += runs.count();
    for (const PlannedRuns& part : runs.parts)
      none.parts.push_back(part_of(strategy.actions[runs.action], runs.segment, part));
  }
  tell_choose_by(strategy, none.parts, told.gap.as_of);
  for (const auto& [action, count] : counts)
    none.runs.push_back({name_of(strategy.actions[action]), count});
  tell_star(none, star);
  if (star.outlook)
    none.outlook = promised.empty() ? star.outlook->nothing_more : star.outlook->as_committed;
  std::tie(none.risk, none.because_of) = doubt_about(told.gap, nullptr);
  return none;
}

/// All of setting up, by the end of the part in which the first run is: in which months it is done until then
/// is for those who do it.
void add_setup(std::vector<BriefOption::Part>& all, const PlannedAction& planned) {
  double days = 0;
  for (const PlannedSetup& setup : planned.setup)
    days += setup.days;
  const auto first = std::find_if(planned.schedule.begin(), planned.schedule.end(),
                                  [](const PlannedRuns& part) { return part.runs > 0; });
  if (days > 0 && first != planned.schedule.end())
    all.push_back({first->until, planned.id, "", 0, days, {}});
}

std::vector<BriefOption::Part> parts_of(const Strategy& strategy, const Plan& plan) {
  std::vector<BriefOption::Part> all;
  for (const PlannedAction& planned : plan.actions) {
    const Action* const action = find_action(strategy, planned.id);
    if (action == nullptr)
      continue;
    add_setup(all, planned);
    for (const PlannedRuns& part : planned.schedule)
      if (part.runs > 0)
        all.push_back(part_of(*action, part.segment, part));
  }
  tell_choose_by(strategy, all, plan.as_of);
  return all;
}

BriefOption::Given given_to(const Strategy& strategy) {
  BriefOption::Given given;
  if (strategy.budget) {
    given.money = strategy.budget->money;
    given.days = strategy.budget->days;
  }
  for (const Member& one : strategy.team)
    if (one.days)
      given.team = given.team.value_or(0) + *one.days;
  return given;
}

/// What one has more than another; nothing where it has not, or that is not known.
std::optional<double> more_of(const std::optional<double>& one, const std::optional<double>& other) {
  return one && other && *one > *other ? std::optional(*one - *other) : std::nullopt;
}

std::optional<BriefOption::Idle> idle(const std::optional<double>& added, double used) {
  constexpr double half = 0.5;
  if (!added || used >= half * *added)
    return std::nullopt;
  return BriefOption::Idle{*added, used};
}

/// What of a scenario's means its plan has no use for: it takes first what there is without it. Which of the
/// team's days its work takes is not looked at: where it takes more than the strategy's own plan, and the
/// team has more to give, nothing is told of days.
void tell_idle(BriefOption& one, const BriefOption& own, const BriefMeans& before) {
  one.idle_money = idle(more_of(one.given.money, own.given.money),
                        beyond(before.money + one.means->money, own.given.money));
  const auto team = more_of(one.given.team, own.given.team);
  if (team && one.means->days > own.means->days)
    return;
  const auto days = more_of(one.given.days, own.given.days);
  one.idle_days = days ? idle(days, beyond(before.days + one.means->days, own.given.days)) : idle(team, 0);
}

/// The names of the actions that two options do not do at the same times.
std::vector<std::string> at_other_times(const Strategy& strategy, const BriefOption& a,
                                        const BriefOption& b) {
  std::vector<std::string> names;
  for (const Action& action : strategy.actions) {
    const auto of_action = [&](const BriefOption& option) {
      std::vector<BriefOption::Part> parts;
      std::copy_if(option.parts.begin(), option.parts.end(), std::back_inserter(parts),
                   [&](const BriefOption::Part& part) { return part.action == action.id; });
      return parts;
    };
    if (of_action(a) != of_action(b))
      names.push_back(name_of(action));
  }
  return names;
}

/// How options differ that cost, or have to spend, not the same.
void compare_options(std::vector<BriefOption>& options, const Strategy& strategy,
                     const BriefMeans& before_today) {
  for (std::size_t i = 0; i < options.size(); ++i) {
    const bool is_beside_plan = options[i].kind == BriefOption::Kind::scenario && options[i].means &&
                                options.front().kind == BriefOption::Kind::plan;
    if (is_beside_plan)
      tell_idle(options[i], options.front(), before_today);
    for (std::size_t before = 0; before < i && !options[i].same_as; ++before)
      if (is_as_sure(options[before], options[i])) {
        options[i].same_as = before;
        options[i].other_times = at_other_times(strategy, options[before], options[i]);
      }
  }
}

/// Unless a plan does no more either.
void add_doing_no_more(std::vector<BriefOption>& all, BriefOption&& none) {
  const bool is_told = std::any_of(all.begin(), all.end(), [&](const BriefOption& one) {
    return none.runs.empty() ? one.runs.empty() : costs_the_same(one, none);
  });
  if (!is_told)
    all.push_back(std::move(none));
}

/// Why there is no plan for the North Star as it stands there.
NoOption why_no_plan(const ObjectiveGap* star) {
  if (star != nullptr && star->progress.status == GoalStatus::reached)
    return NoOption::reached;
  return star != nullptr && star->progress.status == GoalStatus::overdue ? NoOption::overdue
                                                                         : NoOption::infeasible;
}

std::optional<BriefChoice> no_choice(const Brief& brief) {
  if (brief.period.end < brief.as_of)
    return BriefChoice::over;
  if (!brief.north_star)
    return BriefChoice::no_north_star;
  const GoalStatus status = brief.north_star->progress.status;
  if (status == GoalStatus::reached)
    return BriefChoice::reached;
  return status == GoalStatus::overdue ? std::optional(BriefChoice::overdue) : std::nullopt;
}
} // namespace

BriefMeans with_full_cost(const Strategy& strategy, const Spent& taken) {
  return {taken.money, taken.days, taken.money + taken.days * day_rate(strategy)};
}

void add_options(Brief& brief, const Strategy& strategy, const ToldForBrief& told) {
  const bool has_plan = told.plan != nullptr && told.plan->status != PlanStatus::infeasible;
  if (const auto none = no_choice(brief)) {
    brief.choice = *none;
    return;
  }
  brief.is_infeasible = told.plan != nullptr && !has_plan;
  if (brief.is_infeasible)
    brief.limits = told.plan->conflicts;
  brief.more_scenarios = told.more_scenarios;
  for (const std::string& name : told.unsound)
    brief.unplanned.push_back({name, NoOption::unsound, {}});
  if (has_plan)
    brief.options.push_back(option_of(strategy, told.gap, told.plan));
  for (const BriefOption& one : told.scenarios)
    if (one.means)
      add_unless_alike(brief.options, one);
    else
      brief.unplanned.push_back({one.scenario.name, one.no_plan.value_or(NoOption::infeasible), one.limits});
  const bool is_something_done = std::any_of(brief.options.begin(), brief.options.end(),
                                             [](const BriefOption& one) { return !one.runs.empty(); });
  if (is_something_done)
    add_doing_no_more(brief.options, nothing_more(strategy, told, *brief.north_star));
  if (!is_something_done || brief.options.size() < 2)
    brief.options.clear();
  compare_options(brief.options, strategy, brief.spent);
  brief.choose_by = choose_by(brief.options, brief.as_of);
  const ObjectiveGap& star = *brief.north_star;
  const bool want_means = is_unlikely(star.progress, star.outlook) || !brief.overspent.empty();
  brief.choice = !brief.options.empty()     ? BriefChoice::options
                 : brief.is_infeasible      ? BriefChoice::infeasible
                 : told.gap.viable == false ? BriefChoice::not_viable
                 : want_means               ? BriefChoice::means
                                            : BriefChoice::nothing;
}
} // namespace analysis

BriefOption option_of(const Strategy& strategy, const Gap& gap, const Plan* plan, BriefScenario scenario) {
  BriefOption one;
  one.kind = scenario.name.empty() ? BriefOption::Kind::plan : BriefOption::Kind::scenario;
  one.scenario = std::move(scenario);
  one.given = analysis::given_to(strategy);
  std::tie(one.risk, one.because_of) = analysis::doubt_about(gap, plan);
  const ObjectiveGap* const star = north_star_of(gap);
  if (star != nullptr)
    analysis::tell_star(one, *star);
  if (star != nullptr && star->outlook)
    one.outlook = star->outlook->with_plan.value_or(star->outlook->as_committed);
  if (plan == nullptr || plan->status == PlanStatus::infeasible) {
    one.no_plan = analysis::why_no_plan(star);
    if (plan != nullptr && one.no_plan == NoOption::infeasible)
      one.limits = plan->conflicts;
    return one;
  }
  one.means = BriefMeans{plan->money, plan->days, plan->full_cost};
  std::vector<const PlannedAction*> done;
  for (const PlannedAction& action : plan->actions)
    if (action.runs > 0)
      done.push_back(&action);
  std::stable_sort(done.begin(), done.end(),
                   [](const PlannedAction* a, const PlannedAction* b) { return a->value > b->value; });
  for (const PlannedAction* const action : done)
    one.runs.push_back({name_of(*action), action->runs});
  if (done.empty() && star != nullptr && star->outlook)
    one.outlook = star->outlook->nothing_more;
  one.parts = analysis::parts_of(strategy, *plan);
  return one;
}

} // namespace deploy_plan
