#include "analysis/program/plan_model.hpp"
#include "deploy_plan/direction.hpp"
#include "deploy_plan/gap.hpp"
#include "model/description.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace deploy_plan::analysis {
namespace {

/// Reads what there is to plan, and what is asked.
class Reader {
public:
  Reader(std::span<const Strategy> planned, Date on, const PlanOptions& chosen, PlanFutures& coming,
         const Caution& being)
      : strategies_(planned), day_(on), options_(chosen), futures_(coming), caution_(being) {}

  tl::expected<PlanModel, PlanFailure> read() {
    for (std::size_t i = 0; i < strategies_.size(); ++i)
      add_strategy(i);
    choose_wanted();
    read_floors();
    find_period();
    count_on_growth();
    if (failure_)
      return tl::unexpected(std::move(*failure_));
    tell_days_apart();
    tell_own_days();
    add_services();
    relate();
    set_time();
    read_dates(model_, strategies_);
    read_budgets();
    read_fixed();
    find_useful();
    for (std::size_t i = 0; i < model_.actions.size(); ++i)
      bound_runs(i);
    if (failure_)
      return tl::unexpected(std::move(*failure_));
    leave_out();
    keep_relevant_breaks();
    tell_uncounted();
    return std::move(model_);
  }

private:
  static constexpr double most_weeks = 1000; ///< beyond, no test is waited for

  std::span<const Strategy> strategies_;
  const Date day_;
  const PlanOptions& options_;
  PlanFutures& futures_;
  const Caution& caution_;
  PlanModel model_;
  std::optional<PlanFailure> failure_;
  std::vector<SizesBySegment> sizes_;
  std::vector<std::unordered_map<std::string_view, std::size_t>> objectives_; ///< of each strategy, by id
  std::vector<std::unordered_map<std::string_view, std::size_t>> actions_;
  std::vector<double> useful_; ///< of each objective: beyond, gains at it bring nothing that is wanted
  /// A stage that nothing passes to, and its objective.
  struct Break {
    BrokenFunnel told;
    std::size_t objective;
  };
  std::vector<Break> breaks_;

  // What there is.

  std::optional<double> to_absorb(std::size_t strategy, std::string_view segment) const {
    const TierSizes* const of = sizes_[strategy].find(segment);
    return of == nullptr ? std::nullopt : of->to_absorb();
  }

  void add_strategy(std::size_t place) {
    const Strategy& strategy = strategies_[place];
    const Gap known = gap(strategy, day_);
    sizes_.emplace_back(strategy.market, day_);
    model_.day = day_;
    model_.rates.push_back(day_rate(strategy));
    if (place == 0 && strategy.budget)
      model_.currency = strategy.budget->currency;
    auto& by_id = objectives_.emplace_back();
    for (const Objective& objective : strategy.objectives)
      if (objective.origin.sound && by_id.emplace(objective.id, model_.objectives.size()).second)
        add_objective(place, objective, known);
    link_funnel(place, known);
    const TrialsByAction trials(strategy, day_);
    auto& by_action = actions_.emplace_back();
    for (const Action& action : strategy.actions)
      if (action.origin.sound && by_action.emplace(action.id, model_.actions.size()).second)
        add_action(place, action, trials.find(action));
  }

  void add_objective(std::size_t place, const Objective& objective, const Gap& known) {
    ModelObjective one;
    one.strategy = place;
    one.objective = &objective;
    for (const ObjectiveGap& gap : known.objectives)
      if (gap.id == objective.id)
        one.needed = gap.progress.gap;
    if (!one.needed) // not measured: the whole way from the baseline, else from nothing
      one.needed = std::abs(objective.target.value - (objective.baseline ? objective.baseline->value : 0));
    if (counts_beneficiaries(objective, strategies_[place].market))
      one.ceiling = to_absorb(place, objective.segment);
    model_.objectives.push_back(one);
  }

  void link_funnel(std::size_t place, const Gap& known) {
    std::optional<std::size_t> above;
    std::optional<Stage> above_stage;
    for (const FunnelStage& stage : known.funnel) {
      const std::size_t here = objectives_[place].at(stage.objective);
      if (above && stage.passed) {
        model_.objectives[here].from = above;
        model_.objectives[here].conversion = *stage.passed;
      } else if (above)
        breaks_.push_back({{place, *above_stage, stage.stage, *stage.no_conversion}, here});
      above = here;
      above_stage = stage.stage;
    }
  }

  void add_action(std::size_t place, const Action& action, const Trial* trial) {
    ModelAction one;
    one.strategy = place;
    one.action = &action;
    one.owner = owner_of(strategies_[place], action);
    const auto cost = run_cost(action);
    const PastRuns past = past_runs(action);
    model_.money.spent_before += past.money;
    model_.days.spent_before += past.days;
    one.done = past.count;
    one.least = std::max<std::int64_t>(0, (action.runs ? action.runs->min.value_or(0) : 0) - one.done);
    if (cost)
      one.cost = *cost;
    const auto objective = objectives_[place].find(action.objective);
    if (objective != objectives_[place].end())
      one.objective = objective->second;
    add_reaches(one, objective != objectives_[place].end(), trial);
    one.test = open_test(one, trial);
    if (action.status == Status::stopped)
      one.left_out = PlanReason::stopped;
    else if (!cost)
      one.left_out = PlanReason::without_cost;
    model_.actions.push_back(std::move(one));
  }

  void add_reaches(ModelAction& one, bool has_objective, const Trial* trial) {
    const Action& action = *one.action;
    if (action.segments.empty())
      add_reach(one, action, "", has_objective, trial);
    else
      for (const std::string& segment : segments_of(action))
        add_reach(one, run_in(action, segment), segment, has_objective, trial);
  }

  void add_reach(ModelAction& one, const Action& here, const std::string& segment, bool has_objective,
                 const Trial* trial) {
    const ModelObjective* const objective = has_objective ? &model_.objectives[one.objective] : nullptr;
    ModelReach reach;
    reach.action = model_.actions.size();
    reach.segment = segment;
    reach.done = segment.empty() ? one.done : past_runs(here).count;
    reach.decay = here.decay.value_or(0);
    reach.effect = run_effect(here, objective == nullptr ? nullptr : objective->objective, trial);
    if (reach.effect && objective != nullptr) {
      reach.gain = direction_of(*objective->objective, day_) * reach.effect->estimate.value;
      reach.basis = reach.effect->basis;
      const std::string& within = segment.empty() ? here.segment : segment;
      if (objective->ceiling && !within.empty())
        reach.room = to_absorb(one.strategy, within);
    }
    if (caution_.adjust)
      caution_.adjust(*one.action, reach);
    one.gain = one.reaches.empty() ? reach.gain : std::max(one.gain, reach.gain);
    one.reaches.push_back(model_.reaches.size());
    model_.reaches.push_back(std::move(reach));
  }

  /// What no test has proven yet, and nothing else has shown, is tried before it is spread.
  std::optional<ModelTest> open_test(const ModelAction& one, const Trial* trial) const {
    const Action& action = *one.action;
    const bool is_shown = !action.results.empty() || action.status == Status::proven ||
                          action.status == Status::scaling || action.status == Status::stopped;
    if (trial == nullptr || is_shown || trial->verdict == Verdict::adopt || trial->verdict == Verdict::drop)
      return std::nullopt;
    ModelTest test{trial->protocol, {}};
    if (trial->verdict == Verdict::go_on && trial->weeks_left && *trial->weeks_left < most_weeks)
      test.under_way = day_ + std::chrono::days{static_cast<int>(std::ceil(*trial->weeks_left * 7))};
    if (!test.under_way && one.done > 0) // it ran, and nothing says when what that showed is known
      return std::nullopt;
    return test;
  }

  // What is asked.

  void choose_wanted() {
    for (std::size_t place = 0; place < strategies_.size(); ++place)
      if (options_.goal == PlanGoal::maximise)
        want_one(place);
      else
        want_all(place);
    for (const std::string& id : options_.objectives)
      if (std::none_of(objectives_.begin(), objectives_.end(),
                       [&](const auto& one) { return one.contains(id); }))
        return fail_unknown(UnknownToPlan::What::objective, id, objectives_);
    if (!model_.wanted.empty() || failure_)
      return;
    const Objective* past = model_.over.empty() ? nullptr : model_.objectives[model_.over.front()].objective;
    failure_ = past == nullptr ? NothingToPlan{} : NothingToPlan{past->id, past->target.by};
  }

  void want_one(std::size_t place) {
    const Strategy& strategy = strategies_[place];
    std::string_view id = strategy.north_star ? std::string_view(strategy.north_star->objective) : "";
    for (const std::string& named : options_.objectives)
      if (objectives_[place].contains(named))
        id = named;
    const auto found = objectives_[place].find(id);
    if (found == objectives_[place].end()) {
      failure_ = WithoutNorthStar{strategy.name};
      return;
    }
    if (strategies_.size() == 1 || *model_.objectives[found->second].needed > 0)
      want(found->second);
  }

  void want_all(std::size_t place) {
    for (const Objective& objective : strategies_[place].objectives) {
      const auto found = objectives_[place].find(objective.id);
      const bool named = options_.objectives.empty() ||
                         std::find(options_.objectives.begin(), options_.objectives.end(), objective.id) !=
                             options_.objectives.end();
      if (found != objectives_[place].end() && named && *model_.objectives[found->second].needed > 0)
        want(found->second);
    }
  }

  /// Runs count before an objective's day: once it has come, there is nothing to plan.
  void want(std::size_t objective) {
    const bool is_over = model_.objectives[objective].objective->target.by <= day_;
    (is_over ? model_.over : model_.wanted).push_back(objective);
  }

  void fail_unknown(UnknownToPlan::What what, const std::string& id,
                    const std::vector<std::unordered_map<std::string_view, std::size_t>>& known) {
    std::vector<std::string_view> names;
    for (const auto& one : known)
      for (const auto& [name, place] : one)
        names.push_back(name);
    std::sort(names.begin(), names.end());
    failure_ = UnknownToPlan{what, id, std::string(text::nearest(id, names))};
  }

  void read_floors() {
    std::set<std::string_view> known;
    for (const Strategy& strategy : strategies_)
      for (const Segment& segment : strategy.market.segments)
        known.insert(segment.id);
    for (const SegmentFloor& floor : options_.floors)
      if (!known.contains(floor.segment) && !failure_)
        failure_ = UnknownSegment{
            floor.segment,
            std::string(text::nearest(floor.segment, std::vector(known.begin(), known.end())))};
  }

  /// The days of a team are given for a period: beyond, nobody has said what can be done.
  void find_period() {
    Date end = Date::min();
    for (const Strategy& strategy : strategies_)
      end = std::max(end, strategy.period.end);
    if (end < day_ && !failure_)
      failure_ = PeriodOver{end};
  }

  void read_budgets() {
    const auto own = [&](std::optional<double> Budget::*kind) -> std::optional<double> {
      double sum = 0;
      for (const Strategy& strategy : strategies_) {
        if (!strategy.budget || !((*strategy.budget).*kind))
          return std::nullopt;
        sum += *((*strategy.budget).*kind);
      }
      return sum;
    };
    model_.money.limit = options_.money ? options_.money : own(&Budget::money);
    model_.days.limit = options_.days ? options_.days : own(&Budget::days);
  }

  void read_fixed() {
    for (const FixedRuns& fixed : options_.fixed) {
      bool found = false;
      for (std::size_t place = 0; place < strategies_.size(); ++place)
        if (const auto action = actions_[place].find(fixed.action); action != actions_[place].end()) {
          ModelAction& one = model_.actions[action->second];
          found = true;
          one.is_fixed = true;
          one.least = fixed.runs;
          const auto most = one.action->runs ? one.action->runs->max : std::nullopt;
          if (most && fixed.runs > std::max<std::int64_t>(0, *most - one.done))
            failure_ = FixedBeyondMost{fixed.action, fixed.runs, *most, one.done};
          else if (one.left_out && fixed.runs > 0)
            failure_ = FixedLeftOut{fixed.action};
        }
      if (!found)
        fail_unknown(UnknownToPlan::What::action, fixed.action, actions_);
    }
  }

  /// What comes by itself need not be planned for.
  void count_on_growth() {
    for (const std::size_t wanted : model_.wanted) {
      ModelObjective& one = model_.objectives[wanted];
      one.beyond = *one.needed;
      if (options_.goal != PlanGoal::reach)
        continue;
      if (const FutureSeries* const series = futures_.grown(one.strategy, *one.objective))
        if (const auto organic = futures_.futures(one.strategy).organic(*series, series->goals.front());
            !organic.empty())
          one.beyond = std::max(0.0, *one.needed - quantile_of(organic, caution_.organic));
    }
  }

  // When.

  /// Where goals of one strategy are due on several days, what is gained by each of the earlier ones is
  /// counted apart.
  void tell_days_apart() {
    std::vector<Date> last(strategies_.size(), Date::min());
    for (const std::size_t wanted : model_.wanted) {
      const ModelObjective& one = model_.objectives[wanted];
      last[one.strategy] = std::max(last[one.strategy], one.objective->target.by);
    }
    for (ModelObjective& one : model_.objectives)
      one.by = last[one.strategy];
    for (std::size_t& wanted : model_.wanted) {
      const Date by = model_.objectives[wanted].objective->target.by;
      if (by != last[model_.objectives[wanted].strategy])
        wanted = of_day(wanted, by);
    }
  }

  std::map<std::pair<std::size_t, Date>, std::size_t> of_days_; ///< places of objectives by their first one's

  /// Of what leads to goals of later days, what is gained by its own day is told, too.
  void tell_own_days() {
    const auto counts = leading();
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const Date by = model_.objectives[i].objective->target.by;
      if (counts[i] && first_of(i) == i && by < *model_.objectives[i].by && by > day_ &&
          !of_days_.contains({i, by}))
        aside(i, by);
    }
  }
  std::size_t aside(std::size_t objective, Date by) {
    const std::size_t place = model_.objectives.size();
    model_.objectives.push_back(model_.objectives[objective]);
    model_.objectives[place].by = by;
    model_.objectives[place].is_aside = true;
    if (const auto above = model_.objectives[objective].from) {
      const std::size_t of_above = aside(*above, by);
      model_.objectives[of_above].is_aside = true;
      model_.objectives[place].from = of_above;
    }
    return place;
  }

  /// An objective, and those above from which something passes, by an earlier day.
  std::size_t of_day(std::size_t objective, Date by) {
    const auto [found, is_new] = of_days_.emplace(std::pair(objective, by), model_.objectives.size());
    const std::size_t place = found->second;
    if (!is_new)
      return place;
    model_.objectives.push_back(model_.objectives[objective]);
    model_.objectives[place].by = by;
    if (const auto above = model_.objectives[objective].from) {
      const std::size_t of_above = of_day(*above, by);
      model_.objectives[place].from = of_above;
    }
    return place;
  }

  void add_services() {
    std::vector<std::vector<std::size_t>> nodes(model_.objectives.size()); // of each first one, by day
    const auto counts = leading();
    for (std::size_t i = 0; i < counts.size(); ++i)
      if (counts[i] || model_.objectives[i].is_aside)
        nodes[first_of(i)].push_back(i);
    for (std::size_t i = 0; i < model_.reaches.size(); ++i) {
      const ModelReach& reach = model_.reaches[i];
      const ModelAction& one = model_.actions[reach.action];
      if (!reach.effect || reach.gain == 0)
        continue;
      for (const std::size_t node : nodes[one.objective])
        model_.services.push_back(
            {i, node, *model_.objectives[node].by - delay_of(*one.action), -1, unbounded});
    }
  }

  /// Whether gains at an objective, by its day, come to one that is wanted.
  std::vector<bool> leading() const {
    std::vector<bool> all(model_.objectives.size());
    for (const std::size_t wanted : model_.wanted)
      for (std::optional<std::size_t> at = wanted; at && !all[*at]; at = model_.objectives[*at].from)
        all[*at] = true;
    return all;
  }
  std::size_t first_of(std::size_t node) const {
    const ModelObjective& one = model_.objectives[node];
    return objectives_[one.strategy].at(one.objective->id);
  }

  /// From the day to the end of the period, or the day before the last goal's.
  void set_time() {
    constexpr std::chrono::days most{366 * 20};
    model_.step = options_.step;
    for (std::size_t place = 0; place < strategies_.size(); ++place) {
      Date last = strategies_[place].period.end;
      for (const std::size_t wanted : model_.wanted)
        if (const ModelObjective& one = model_.objectives[wanted]; one.strategy == place)
          last = std::max(last, *one.by - std::chrono::days{1});
      model_.time.push_back(buckets(day_, std::min(last, day_ + most), options_.step));
    }
  }

  // Columns and rows.

  void relate() {
    for (std::size_t i = 0; i < model_.actions.size(); ++i)
      relate(i);
  }

  void relate(std::size_t place) {
    ModelAction& one = model_.actions[place];
    const auto& known = actions_[one.strategy];
    for (const std::string& id : one.action->requires_) {
      const auto found = known.find(id);
      one.can_begin &= found != known.end();
      if (found == known.end() || model_.actions[found->second].done > 0)
        continue;
      one.requires_.push_back(found->second);
      model_.actions[found->second].is_required = true;
    }
    for (const std::string& id : one.action->excludes)
      if (const auto found = known.find(id); found != known.end() && found->second != place)
        one.excludes.push_back(found->second);
  }

  std::optional<double> left(const BudgetUse& budget) const {
    return budget.limit ? std::optional(std::max(0.0, *budget.limit - budget.spent_before)) : std::nullopt;
  }

  /// Follows what each wanted objective can use up the funnel.
  void find_useful() {
    useful_.assign(model_.objectives.size(), 0);
    std::vector<double> losses(model_.objectives.size()); // by runs that are asked for and lead away
    for (const ModelService& service : model_.services) {
      const ModelReach& reach = model_.reaches[service.reach];
      losses[service.objective] +=
          std::max(0.0, -reach.gain) *
          static_cast<double>(std::max<std::int64_t>(1, model_.actions[reach.action].least));
    }
    const bool stops_at_target = options_.goal == PlanGoal::reach || model_.sums_shares();
    for (const std::size_t wanted : model_.wanted) {
      const ModelObjective& goal = model_.objectives[wanted];
      double amount = stops_at_target ? std::max(*goal.needed, goal.beyond) : unbounded;
      for (std::optional<std::size_t> at = wanted; at;) {
        const ModelObjective& one = model_.objectives[*at];
        amount = limited(amount, one.ceiling) + losses[*at];
        useful_[*at] = std::max(useful_[*at], amount);
        at = one.conversion > 0 ? one.from : std::nullopt;
        amount /= one.conversion;
      }
    }
  }

  /// Where the file names no most, what is limited otherwise bounds the runs.
  void bound_runs(std::size_t place) {
    ModelAction& one = model_.actions[place];
    const auto& runs = one.action->runs;
    if (runs && runs->max)
      one.most = std::max<std::int64_t>(0, *runs->max - one.done);
    else if (one.action->repeatability == Repeatability::one_off)
      one.most = std::max<std::int64_t>(0, 1 - one.done);
    else
      one.most = std::max<std::int64_t>(affordable(one), one.is_required ? 1 : 0);
    if (one.is_fixed)
      one.most = std::max(one.most, one.least);
    one.most = std::min(one.most, most_runs);
  }

  std::int64_t affordable(const ModelAction& one) {
    double bound = one.gain > 0 ? worth_doing(one) : 0;
    const auto by = [&](double cost, std::optional<double> means) {
      if (cost > 0 && means)
        bound = std::min(bound, std::floor(*means / cost + negligible));
    };
    by(one.cost.money, left(model_.money));
    by(one.cost.days, left(model_.days));
    if (bound > static_cast<double>(most_runs) && !one.left_out)
      failure_ = UnlimitedRuns{one.action->id};
    return std::max(one.least, static_cast<std::int64_t>(std::min(bound, static_cast<double>(most_runs))));
  }

  /// The runs after which no other adds anything that can be told.
  double worth_doing(const ModelAction& one) const {
    double runs = 0;
    for (const std::size_t place : one.reaches) {
      double useful = 0;
      for (const ModelService& service : services_of(place))
        useful = std::max(useful, useful_[service.objective]);
      runs += worth_doing(model_.reaches[place], useful);
    }
    return runs;
  }
  static double worth_doing(const ModelReach& reach, double useful) {
    if (useful <= 0 || reach.gain <= 0)
      return 0;
    if (reach.decay == 0)
      return std::max(0.0, std::ceil(useful / reach.gain));
    return std::ceil(std::log(negligible) / std::log1p(-std::min(reach.decay, 1 - negligible)));
  }
  /// They stand together, in the order of the reaches.
  std::span<const ModelService> services_of(std::size_t reach) const {
    const auto [begin, end] =
        std::equal_range(model_.services.begin(), model_.services.end(), ModelService{reach, 0, {}, -1, 0},
                         [](const ModelService& a, const ModelService& b) { return a.reach < b.reach; });
    return {begin, end};
  }

  void keep_relevant_breaks() {
    for (const Break& one : breaks_)
      if (model_.leads_to_wanted(one.objective))
        model_.broken.push_back(one.told);
  }

  /// Where nobody counted who is covered, all that is addressed is taken for what can be gained.
  void tell_uncounted() {
    std::set<std::pair<std::size_t, std::string_view>> told;
    const auto tell = [&](std::size_t place, const std::string& segment) {
      const TierSizes* const of = sizes_[place].find(segment);
      if (of != nullptr && of->addressed && !of->penetrated && told.emplace(place, segment).second)
        model_.uncounted.push_back({place, segment, *of->addressed});
    };
    for (std::size_t i = 0; i < model_.objectives.size(); ++i)
      if (model_.objectives[i].ceiling && model_.leads_to_wanted(i))
        tell(model_.objectives[i].strategy, model_.objectives[i].objective->segment);
    for (const ModelAction& one : model_.actions)
      if (!one.left_out)
        for (const std::size_t place : one.reaches)
          if (const ModelReach& reach = model_.reaches[place]; reach.room)
            tell(one.strategy, model_.segment_of(reach));
  }

  /// Actions that could only cost are no columns, unless something asks for them.
  void leave_out() {
    for (std::size_t i = 0; i < model_.actions.size(); ++i) {
      ModelAction& one = model_.actions[i];
      if (one.left_out || one.is_fixed || one.least > 0 || one.is_required)
        continue;
      if (one.gain <= 0)
        one.left_out = PlanReason::without_effect;
      else if (!model_.leads_to_wanted(one.objective))
        one.left_out = PlanReason::elsewhere;
    }
  }
};
} // namespace

tl::expected<PlanModel, PlanFailure> plan_model(std::span<const Strategy> strategies, Date day,
                                                const PlanOptions& options, PlanFutures& futures,
                                                const Caution& caution) {
  auto model = Reader(strategies, day, options, futures, caution).read();
  if (model)
    if (const auto added = add_program(*model, strategies, options); !added)
      return tl::unexpected(added.error());
  return model;
}

} // namespace deploy_plan::analysis
