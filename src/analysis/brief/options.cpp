// What a sponsor is asked to choose from.
#include "analysis/brief/brief_parts.hpp"
#include <algorithm>

namespace deploy_plan {
namespace analysis {
namespace {

bool is_same(const BriefOption& a, const BriefOption& b) {
  const auto same_runs = [](const BriefOption::Runs& one, const BriefOption::Runs& other) {
    return one.action == other.action && one.runs == other.runs;
  };
  return a.star == b.star && a.goal == b.goal && a.by == b.by && a.means && b.means &&
         a.means->money == b.means->money && a.means->days == b.means->days &&
         std::equal(a.runs.begin(), a.runs.end(), b.runs.begin(), b.runs.end(), same_runs);
}

/// Where a plan does the same as one before, its scenario is told with that.
void add_unless_same(std::vector<BriefOption>& all, const BriefOption& option) {
  const auto same =
      std::find_if(all.begin(), all.end(), [&](const BriefOption& one) { return is_same(one, option); });
  if (same == all.end())
    all.push_back(option);
  else
    same->alike.push_back(option.scenario);
}

BriefOption nothing_more(const ToldForBrief& told, const ObjectiveGap& star) {
  BriefOption none;
  none.kind = BriefOption::Kind::nothing_more;
  none.means = BriefMeans{};
  none.star = star.id;
  none.star_name = star.name;
  none.goal = star.progress.goal;
  none.by = star.progress.by;
  if (star.outlook)
    none.outlook = star.outlook->nothing_more;
  std::tie(none.risk, none.because_of) = doubt_about(told.gap, nullptr);
  return none;
}

std::vector<BriefOption::Part> parts_of(const Plan& plan) {
  std::vector<BriefOption::Part> all;
  for (const PlannedAction& action : plan.actions) {
    for (const PlannedSetup& setup : action.setup)
      if (setup.days > 0)
        all.push_back({last_day(setup.month), action.id, "", 0});
    for (const PlannedRuns& part : action.schedule)
      if (part.runs > 0)
        all.push_back({part.until, action.id, part.segment, part.runs});
  }
  return all;
}

bool does(const BriefOption& option, const BriefOption::Part& part) {
  return std::find(option.parts.begin(), option.parts.end(), part) != option.parts.end();
}

std::optional<BriefDeadline> choose_by(const std::vector<BriefOption>& options) {
  std::optional<BriefDeadline> first;
  for (std::size_t i = 0; i < options.size(); ++i)
    for (const BriefOption::Part& part : options[i].parts) {
      const bool all_do = std::all_of(options.begin(), options.end(),
                                      [&](const BriefOption& other) { return does(other, part); });
      if (all_do || (first && part.until > first->day))
        continue;
      if (!first || part.until < first->day)
        first = BriefDeadline{part.until, {}};
      if (first->begun.empty() || first->begun.back() != i)
        first->begun.push_back(i);
    }
  return first;
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

void add_options(Brief& brief, const ToldForBrief& told) {
  const bool has_plan = told.plan != nullptr && told.plan->status != PlanStatus::infeasible;
  if (const auto none = no_choice(brief)) {
    brief.choice = *none;
    return;
  }
  brief.is_infeasible = told.plan != nullptr && !has_plan;
  brief.more_scenarios = told.more_scenarios;
  brief.unplanned = told.unsound;
  if (has_plan)
    brief.options.push_back(option_of(told.gap, told.plan));
  for (const BriefOption& one : told.scenarios)
    if (one.means)
      add_unless_same(brief.options, one);
    else
      brief.unplanned.push_back(one.scenario.name);
  const bool is_something_done = std::any_of(brief.options.begin(), brief.options.end(),
                                             [](const BriefOption& one) { return !one.runs.empty(); });
  if (!is_something_done)
    brief.options.clear();
  else if (std::none_of(brief.options.begin(), brief.options.end(),
                        [](const BriefOption& one) { return one.runs.empty(); }))
    brief.options.push_back(nothing_more(told, *brief.north_star));
  brief.choose_by = choose_by(brief.options);
  brief.choice = !brief.options.empty()     ? BriefChoice::options
                 : brief.is_infeasible      ? BriefChoice::infeasible
                 : told.gap.viable == false ? BriefChoice::not_viable
                                            : BriefChoice::nothing;
}
} // namespace analysis

BriefOption option_of(const Gap& gap, const Plan* plan, BriefScenario scenario) {
  BriefOption one;
  one.kind = scenario.name.empty() ? BriefOption::Kind::plan : BriefOption::Kind::scenario;
  one.scenario = std::move(scenario);
  std::tie(one.risk, one.because_of) = analysis::doubt_about(gap, plan);
  if (const ObjectiveGap* const star = north_star_of(gap)) {
    one.star = star->id;
    one.star_name = star->name;
    one.goal = star->progress.goal;
    one.by = star->progress.by;
    if (star->outlook)
      one.outlook = star->outlook->with_plan.value_or(star->outlook->as_committed);
  }
  if (plan == nullptr || plan->status == PlanStatus::infeasible)
    return one;
  one.means = BriefMeans{plan->money, plan->days, plan->full_cost};
  std::vector<const PlannedAction*> done;
  for (const PlannedAction& action : plan->actions)
    if (action.runs > 0)
      done.push_back(&action);
  std::stable_sort(done.begin(), done.end(),
                   [](const PlannedAction* a, const PlannedAction* b) { return a->value > b->value; });
  for (const PlannedAction* const action : done)
    one.runs.push_back({name_of(*action), action->runs});
  one.parts = analysis::parts_of(*plan);
  return one;
}

} // namespace deploy_plan
