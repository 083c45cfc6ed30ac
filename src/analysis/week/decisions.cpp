// What has to be decided on a day.
#include "analysis/week/week_parts.hpp"
#include "deploy_plan/effects.hpp"
#include "deploy_plan/spending.hpp"
#include <algorithm>

namespace deploy_plan::analysis {
namespace {

class DecisionFinder {
public:
  explicit DecisionFinder(const KnownWeek& known) : now_(known), effects_(known.strategy, known.day) {}

  std::vector<WeekDecision> find() {
    add_verdicts();
    add_goals();
    add_runs_left();
    add_overloads();
    add_overspent();
    add_terms();
    add_north_star();
    return std::move(all_);
  }

private:
  const KnownWeek& now_;
  const Effects effects_;
  std::vector<WeekDecision> all_;

  static WeekDecision of_action(DecisionKind kind, const Action& action) {
    WeekDecision decision;
    decision.kind = kind;
    decision.id = action.id;
    decision.name = name_of(action);
    decision.owner = action.owner;
    return decision;
  }

  // ---- verdicts

  void add_verdicts() {
    for (const Action& action : now_.strategy.actions)
      if (const auto trial = read_trial(now_.strategy, action, now_.day); trial && is_open(action, *trial))
        add_verdict(action, *trial);
  }

  static bool is_open(const Action& action, const Trial& trial) {
    if (trial.verdict == Verdict::adopt)
      return action.status != Status::proven && action.status != Status::scaling &&
             action.status != Status::stopped;
    return trial.verdict == Verdict::drop && action.status != Status::stopped;
  }

  void add_verdict(const Action& action, const Trial& trial) {
    WeekDecision decision =
        of_action(trial.verdict == Verdict::adopt ? DecisionKind::adopt : DecisionKind::drop, action);
    decision.reserve = trial.reserve;
    if (const ObjectiveGap* const objective = find_objective(now_.gap, action.objective))
      decision.goal = goal_of(*objective);
    if (const auto effect = effects_.of(action))
      decision.effect = effect->estimate.value;
    if (const auto cost = run_cost(action)) {
      decision.money = cost->money;
      decision.days = cost->days;
    }
    all_.push_back(std::move(decision));
  }

  // ---- goals

  void add_goals() {
    for (const ObjectiveGap& one : now_.gap.objectives)
      add_goal(one.progress, one.outlook, goal_of(one));
    for (const ShareGoalGap& one : now_.gap.goals)
      add_goal(one.beneficiaries, one.outlook, goal_of(one, now_.strategy));
  }

  void add_goal(const Progress& way, const std::optional<Outlooks>& outlook, WeekGoal goal) {
    const bool overdue = way.status == GoalStatus::overdue;
    const bool unlikely = is_unlikely(way, outlook);
    if (!overdue && !unlikely)
      return;
    WeekDecision decision;
    decision.kind = overdue ? DecisionKind::overdue : DecisionKind::unlikely;
    decision.id = goal.id;
    decision.by = way.by;
    decision.needed = way.goal;
    decision.expected = overdue ? way.current : outlook->as_committed.median;
    if (unlikely) {
      decision.probability = outlook->as_committed.probability;
      if (outlook->with_plan)
        decision.with_plan = outlook->with_plan->probability;
    }
    decision.goal = std::move(goal);
    all_.push_back(std::move(decision));
  }

  // ---- promised runs

  void add_runs_left() {
    const std::vector<std::int64_t> scheduled = scheduled_by_action();
    for (std::size_t place = 0; place < now_.strategy.actions.size(); ++place) {
      const Action& action = now_.strategy.actions[place];
      if (!action.end || *action.end >= now_.day || action.status == Status::stopped)
        continue;
      const std::int64_t left = std::max(of_least(action), scheduled[place]);
      if (left <= 0)
        continue;
      WeekDecision decision = of_action(DecisionKind::runs_left, action);
      decision.by = action.end;
      decision.runs = left;
      if (const ObjectiveGap* const objective = find_objective(now_.gap, action.objective))
        decision.goal = goal_of(*objective);
      all_.push_back(std::move(decision));
    }
  }

  static std::int64_t of_least(const Action& action) {
    return action.runs && action.runs->min ? *action.runs->min - past_runs(action).count : 0;
  }
  std::vector<std::int64_t> scheduled_by_action() const {
    std::vector<std::int64_t> all(now_.strategy.actions.size());
    for (const auto& runs : {slipped_runs(now_.strategy, now_.day), scheduled_runs(now_.strategy, now_.day)})
      for (const CommittedRuns& one : runs)
        all[one.action] += one.runs;
    return all;
  }

  // ---- means

  void add_overloads() {
    const Month following = next(month_of(now_.day));
    for (const MemberLoad& member : committed_load(now_.strategy, now_.day))
      for (const MonthLoad& month : member.months)
        if (month.is_over() && month.month <= following) {
          WeekDecision decision;
          decision.kind = DecisionKind::overload;
          decision.id = decision.name = decision.owner = member.member;
          decision.by = month.month.first;
          decision.load = month.load;
          decision.capacity = month.capacity;
          all_.push_back(std::move(decision));
          break; // what is decided for the first month changes the next
        }
  }

  /// Of a period that is over no means are left to find.
  void add_overspent() {
    if (now_.strategy.period.end < now_.day)
      return;
    for (WeekDecision& one : overspent_means(now_))
      all_.push_back(std::move(one));
  }

  void add_terms() {
    if (!now_.strategy.budget)
      return;
    for (const BudgetTerm& term : now_.strategy.budget->terms) {
      if (!term.origin.sound || term.from > now_.day || !is_soon(term.until) || term.until < now_.day)
        continue;
      const SpentWithin spent = spent_within(now_.strategy, term, now_.day);
      WeekDecision decision;
      decision.kind = DecisionKind::term_ending;
      decision.id = iso(term.until);
      decision.by = term.until;
      if (term.money && *term.money > spent.money)
        decision.money = *term.money - spent.money;
      if (term.days && *term.days > spent.days)
        decision.days = *term.days - spent.days;
      decision.at_most =
          (decision.money && spent.undated.money > 0) || (decision.days && spent.undated.days > 0);
      if (decision.money || decision.days)
        all_.push_back(std::move(decision));
    }
  }

  bool is_soon(Date day) const { return day <= now_.day + std::chrono::days{days_of_notice}; }

  /// Of a period that is over there is nothing more to aim at.
  void add_north_star() {
    const auto& star = now_.strategy.north_star;
    if (!star || !star->until || !is_soon(*star->until) || now_.strategy.period.end < now_.day)
      return;
    const ObjectiveGap* const objective = find_objective(now_.gap, star->objective);
    if (objective == nullptr)
      return;
    WeekDecision decision;
    decision.kind = DecisionKind::north_star_ending;
    decision.id = objective->id;
    decision.by = star->until;
    decision.goal = goal_of(*objective);
    all_.push_back(std::move(decision));
  }
};
} // namespace

bool is_unlikely(const Progress& way, const std::optional<Outlooks>& outlook) {
  return way.status != GoalStatus::reached && outlook && outlook->as_committed.probability &&
         outlook->as_committed.rating == OutlookClass::unlikely;
}

std::vector<WeekDecision> overspent_means(const KnownWeek& now) {
  std::vector<WeekDecision> all;
  for (const Overspent& one : overspent(now.strategy, now.day)) {
    if (one.term != nullptr && one.term->until < now.day)
      continue;
    WeekDecision decision;
    decision.kind = DecisionKind::overspent;
    decision.id = one.term != nullptr ? iso(one.term->until) : "budget";
    if (one.term != nullptr)
      decision.by = one.term->until;
    if (one.beyond.money > 0)
      decision.money = one.beyond.money;
    if (one.beyond.days > 0)
      decision.days = one.beyond.days;
    all.push_back(std::move(decision));
  }
  return all;
}

std::vector<WeekDecision> week_decisions(const KnownWeek& now) { return DecisionFinder(now).find(); }

} // namespace deploy_plan::analysis
