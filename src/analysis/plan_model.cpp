#include "analysis/plan_model.hpp"
#include "deploy_plan/gap.hpp"
#include "model/description.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace deploy_plan::analysis {
namespace {

constexpr std::int64_t most_runs = 100000; // of one action: more is no plan
constexpr std::size_t most_columns = 2000000;
constexpr double negligible = 1e-9; // of the first run's gain: later runs add nothing that can be told

double limited(std::optional<double> a, std::optional<double> b) {
  return std::min(a.value_or(unbounded), b.value_or(unbounded));
}

class Builder {
public:
  Builder(std::span<const Strategy> planned, Date on, const PlanOptions& chosen)
      : strategies(planned), day(on), options(chosen) {}

  PlanModel build() {
    model.program.maximise = options.goal == PlanGoal::maximise;
    for (std::size_t i = 0; i < strategies.size(); ++i)
      add_strategy(i);
    choose_wanted();
    read_budgets();
    read_fixed();
    for (ModelAction& action : model.actions)
      bound_runs(action);
    if (model.failure)
      return std::move(model);
    leave_out();
    keep_relevant_breaks();
    add_runs();
    add_budget_rows();
    add_relations();
    add_gains();
    add_goal();
    if (!model.failure && model.program.columns.size() > most_columns)
      model.failure =
          Phrase{{"too many runs are possible for a plan: give actions a runs.max",
                  "trop de passages sont possibles pour un plan : donnez aux actions un passages.max"}};
    return std::move(model);
  }

private:
  std::span<const Strategy> strategies;
  const Date day;
  const PlanOptions& options;
  PlanModel model;
  std::vector<SizesBySegment> sizes;
  std::vector<std::unordered_map<std::string_view, std::size_t>> objectives; ///< of each strategy, by id
  std::vector<std::unordered_map<std::string_view, std::size_t>> actions;
  /// A stage that nothing passes to, and its objective.
  struct Break {
    BrokenFunnel told;
    std::size_t objective;
  };
  std::vector<Break> breaks;
  LimitGroup most{{{"the most runs that actions may have", "le maximum de passages des actions"}}, {}, {}};

  // What there is.

  std::optional<double> to_absorb(std::size_t strategy, std::string_view segment) const {
    const TierSizes* const of = sizes[strategy].find(segment);
    if (of == nullptr || !of->addressed || !of->penetrated)
      return std::nullopt;
    return std::max(0.0, *of->addressed - *of->penetrated);
  }

  void add_strategy(std::size_t place) {
    const Strategy& strategy = strategies[place];
    const Gap known = gap(strategy, day);
    sizes.emplace_back(strategy.market, day);
    model.rates.push_back(day_rate(strategy));
    auto& by_id = objectives.emplace_back();
    for (const Objective& objective : strategy.objectives)
      if (objective.origin.sound && by_id.emplace(objective.id, model.objectives.size()).second)
        add_objective(place, objective, known);
    link_funnel(place, known);
    auto& by_action = actions.emplace_back();
    for (const Action& action : strategy.actions)
      if (action.origin.sound && by_action.emplace(action.id, model.actions.size()).second)
        add_action(place, action);
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
    if (counts_beneficiaries(objective, strategies[place].market))
      one.ceiling = to_absorb(place, objective.segment);
    model.objectives.push_back(one);
  }

  void link_funnel(std::size_t place, const Gap& known) {
    std::optional<std::size_t> above;
    std::optional<Stage> above_stage;
    for (const FunnelStage& stage : known.funnel) {
      const auto found =
          std::find_if(known.objectives.begin(), known.objectives.end(),
                       [&](const ObjectiveGap& one) { return one.stage == stage.stage && one.counted; });
      const std::size_t here = objectives[place].at(found->id);
      if (above && stage.conversion) {
        model.objectives[here].from = above;
        model.objectives[here].conversion = *stage.conversion;
      } else if (above)
        breaks.push_back({{place, *above_stage, stage.stage}, here});
      above = here;
      above_stage = stage.stage;
    }
  }

  void add_action(std::size_t place, const Action& action) {
    ModelAction one;
    one.strategy = place;
    one.action = &action;
    const auto objective = objectives[place].find(action.objective);
    const auto cost = run_cost(action);
    const auto effect = run_effect(action);
    one.done = action.runs ? action.runs->done.value_or(0) : 0;
    one.least = std::max<std::int64_t>(0, (action.runs ? action.runs->min.value_or(0) : 0) - one.done);
    one.decay = action.decay.value_or(0);
    if (cost)
      one.cost = *cost;
    if (effect && objective != objectives[place].end()) {
      const Objective& goal = *model.objectives[objective->second].objective;
      const bool down = goal.baseline && goal.target.value < goal.baseline->value;
      one.gain = (down ? -1 : 1) * effect->estimate.value;
      one.basis = effect->basis;
      one.objective = objective->second;
    }
    if (action.status == Status::stopped)
      one.left_out = PlanReason::stopped;
    else if (!cost)
      one.left_out = PlanReason::without_cost;
    model.actions.push_back(one);
  }

  // What is asked.

  void choose_wanted() {
    for (std::size_t place = 0; place < strategies.size(); ++place)
      if (options.goal == PlanGoal::maximise)
        want_one(place);
      else
        want_all(place);
    for (const std::string& id : options.objectives)
      if (std::none_of(objectives.begin(), objectives.end(),
                       [&](const auto& one) { return one.contains(id); }))
        return fail_unknown({"objective", "objectif"}, id, objectives);
    if (model.wanted.empty() && !model.failure)
      model.failure = Phrase{{"no objective is left to plan for: none has anything still to do",
                              "aucun objectif à planifier : rien ne reste à faire"}};
  }

  void want_one(std::size_t place) {
    const Strategy& strategy = strategies[place];
    std::string_view id = strategy.north_star ? std::string_view(strategy.north_star->objective) : "";
    for (const std::string& named : options.objectives)
      if (objectives[place].contains(named))
        id = named;
    const auto found = objectives[place].find(id);
    if (found == objectives[place].end()) {
      model.failure =
          Phrase{{"{0} has no North Star: name what to plan for with --maximise OBJECTIVE or --reach",
                  "{0} n'a pas d'étoile polaire : nommez ce qu'il faut planifier avec --maximise OBJECTIF ou "
                  "--reach"},
                 {strategy.name}};
      return;
    }
    if (strategies.size() == 1 || *model.objectives[found->second].needed > 0)
      model.wanted.push_back(found->second);
  }

  void want_all(std::size_t place) {
    for (const Objective& objective : strategies[place].objectives) {
      const auto found = objectives[place].find(objective.id);
      const bool named = options.objectives.empty() ||
                         std::find(options.objectives.begin(), options.objectives.end(), objective.id) !=
                             options.objectives.end();
      if (found != objectives[place].end() && named && *model.objectives[found->second].needed > 0)
        model.wanted.push_back(found->second);
    }
  }

  void fail_unknown(Text what, const std::string& id,
                    const std::vector<std::unordered_map<std::string_view, std::size_t>>& known) {
    std::vector<std::string_view> names;
    for (const auto& one : known)
      for (const auto& [name, place] : one)
        names.push_back(name);
    std::sort(names.begin(), names.end());
    model.failure = Phrase{
        {"there is no {0} {1}: {2}", "il n'y a pas d'{0} {1} : {2}"},
        {what, id,
         text::suggestion(text::nearest(id, names),
                          {{"name an id that the file declares", "nommez un id que le fichier déclare"}})
             .words()}};
  }

  void read_budgets() {
    const auto own = [&](std::optional<double> Budget::*kind) -> std::optional<double> {
      double sum = 0;
      for (const Strategy& strategy : strategies) {
        if (!strategy.budget || !((*strategy.budget).*kind))
          return std::nullopt;
        sum += *((*strategy.budget).*kind);
      }
      return sum;
    };
    model.money.limit = options.money ? options.money : own(&Budget::money);
    model.days.limit = options.days ? options.days : own(&Budget::days);
    for (const ModelAction& one : model.actions) {
      if (one.done == 0)
        continue;
      const auto runs = static_cast<double>(one.done);
      model.money.spent_before += one.cost.money * runs + one.cost.setup_money;
      model.days.spent_before += one.cost.days * runs + one.cost.setup_days;
    }
  }

  void read_fixed() {
    for (const FixedRuns& fixed : options.fixed) {
      bool found = false;
      for (std::size_t place = 0; place < strategies.size(); ++place)
        if (const auto action = actions[place].find(fixed.action); action != actions[place].end()) {
          ModelAction& one = model.actions[action->second];
          found = true;
          one.is_fixed = true;
          one.least = fixed.runs;
          if (one.left_out && fixed.runs > 0)
            model.failure = Phrase{{"--fix {0}: this action is stopped, or has no cost",
                                    "--fix {0} : cette action est arrêtée, ou n'a pas de coût"},
                                   {fixed.action}};
        }
      if (!found)
        fail_unknown({"action", "action"}, fixed.action, actions);
    }
  }

  // Columns and rows.

  std::optional<double> left(const BudgetUse& budget) const {
    return budget.limit ? std::optional(std::max(0.0, *budget.limit - budget.spent_before)) : std::nullopt;
  }

  /// Where the file names no most, what is limited otherwise bounds the runs.
  void bound_runs(ModelAction& one) {
    const auto& runs = one.action->runs;
    if (runs && runs->max)
      one.most = std::max<std::int64_t>(0, *runs->max - one.done);
    else if (one.action->repeatability == Repeatability::one_off)
      one.most = std::max<std::int64_t>(0, 1 - one.done);
    else
      one.most = affordable(one);
    if (one.is_fixed)
      one.most = std::max(one.most, one.least);
    one.most = std::min(one.most, most_runs);
  }

  std::int64_t affordable(const ModelAction& one) {
    double bound = unbounded;
    const auto by = [&](double cost, std::optional<double> means) {
      if (cost > 0 && means)
        bound = std::min(bound, std::floor(*means / cost + negligible));
    };
    by(one.cost.money, left(model.money));
    by(one.cost.days, left(model.days));
    const ModelObjective& objective = model.objectives[one.objective];
    if (one.gain > 0 && one.decay == 0) {
      const double end = options.goal == PlanGoal::reach || strategies.size() > 1
                             ? limited(objective.needed, objective.ceiling)
                             : limited(objective.ceiling, std::nullopt);
      bound = std::min(bound, std::max(0.0, std::ceil(end / one.gain)));
    } else if (one.decay > 0)
      bound =
          std::min(bound, std::ceil(std::log(negligible) / std::log1p(-std::min(one.decay, 1 - negligible))));
    if (one.gain <= 0)
      bound = std::min(bound, 0.0);
    if (bound > static_cast<double>(most_runs) && !one.left_out)
      model.failure =
          Phrase{{"nothing limits the runs of {0}: give it a runs.max, or a budget of what it costs",
                  "rien ne limite les passages de {0} : donnez-lui un passages.max, ou un budget de ce "
                  "qu'elle coûte"},
                 {one.action->id}};
    return std::max(one.least, static_cast<std::int64_t>(std::min(bound, static_cast<double>(most_runs))));
  }

  /// Whether gains at an objective come to one that is wanted.
  bool leads_to_wanted(std::size_t objective) const {
    for (const std::size_t wanted : model.wanted)
      for (std::optional<std::size_t> at = wanted; at; at = model.objectives[*at].from)
        if (*at == objective)
          return true;
    return false;
  }

  void keep_relevant_breaks() {
    for (const Break& one : breaks)
      if (leads_to_wanted(one.objective))
        model.broken.push_back(one.told);
  }

  /// Actions that could only cost are no columns, unless something asks for them.
  void leave_out() {
    std::vector<bool> asked_for(model.actions.size());
    for (std::size_t i = 0; i < model.actions.size(); ++i)
      relate(i, asked_for);
    for (std::size_t i = 0; i < model.actions.size(); ++i) {
      ModelAction& one = model.actions[i];
      if (one.left_out || one.is_fixed || one.least > 0 || asked_for[i])
        continue;
      if (one.gain <= 0)
        one.left_out = PlanReason::without_effect;
      else if (!leads_to_wanted(one.objective))
        one.left_out = PlanReason::elsewhere;
    }
  }

  void relate(std::size_t place, std::vector<bool>& asked_for) {
    ModelAction& one = model.actions[place];
    const auto& known = actions[one.strategy];
    for (const std::string& id : one.action->requires_) {
      const auto found = known.find(id);
      one.can_begin &= found != known.end();
      if (found == known.end() || model.actions[found->second].done > 0)
        continue;
      one.requires_.push_back(found->second);
      asked_for[found->second] = true;
    }
    for (const std::string& id : one.action->excludes)
      if (const auto found = known.find(id); found != known.end() && found->second != place)
        one.excludes.push_back(found->second);
  }

  void add_runs() {
    for (std::size_t i = 0; i < model.actions.size(); ++i) {
      ModelAction& one = model.actions[i];
      if (one.left_out)
        continue;
      add_run_columns(i);
      if (one.is_fixed)
        limit({{"{0} {0#run|runs} of {1}, as fixed", "{0} {0#passage|passages} de {1}, comme fixé"},
               {one.least, one.action->id}},
              {"fixed_" + std::to_string(i + 1), static_cast<double>(one.least),
               static_cast<double>(one.least), one.times(1)});
      else if (one.least > 0)
        limit({{"at least {0} {0#run|runs} of {1}", "au moins {0} {0#passage|passages} de {1}"},
               {one.least, one.action->id}},
              {"least_" + std::to_string(i + 1), static_cast<double>(one.least), unbounded, one.times(1)});
    }
    add_lever_rows();
  }

  void add_run_columns(std::size_t place) {
    ModelAction& one = model.actions[place];
    const std::string name = "x" + std::to_string(place + 1) + "_" + one.action->id;
    const bool counts = one.gain != 0 && leads_to_wanted(one.objective);
    if (!counts || one.decay == 0)
      one.runs.push_back(model.program.add(Column{name, 0, static_cast<double>(one.most), 0, true}));
    else
      for (std::int64_t run = 1; run <= one.most; ++run) {
        const bool adds = std::abs(one.gain_of(run)) >= negligible * std::abs(one.gain);
        if (!adds && run > std::max<std::int64_t>(1, one.least))
          break;
        one.runs.push_back(model.program.add(Column{name + "_" + std::to_string(run), 0, 1, 0, true}));
        if (one.gain < 0 && run > 1) // gains that rise must be kept in their order
          model.program.add(Row{"order_" + std::to_string(place + 1) + "_" + std::to_string(run),
                                0,
                                unbounded,
                                {{one.runs[one.runs.size() - 2], 1}, {one.runs.back(), -1}}});
      }
    // Runs beyond the most, for asking what that limit prevents.
    Column beyond{"beyond_" + std::to_string(place + 1), 0, 0, 0, true};
    one.runs.push_back(model.program.add(beyond));
    beyond.high = static_cast<double>(most_runs);
    most.columns.emplace_back(one.runs.back(), beyond);
  }

  void add_lever_rows() {
    for (std::size_t i = 0; i < options.lever_limits.size(); ++i) {
      const LeverLimit& lever = options.lever_limits[i];
      Row row{"lever_" + std::to_string(i + 1), -unbounded, static_cast<double>(lever.runs), {}};
      for (const ModelAction& one : model.actions)
        if (one.is_in() && one.action->lever == lever.lever)
          append(row.terms, one.times(1));
      const Text family = deploy_plan::model::choices<Family>()[static_cast<std::size_t>(lever.lever)].name;
      limit({{"at most {0} {0#run|runs} by the lever {1}",
              "au plus {0} {0#passage|passages} par le levier {1}"},
             {lever.runs, family}},
            row);
    }
  }

  int limit(Phrase words, Row row) {
    const int added = model.program.add(std::move(row));
    model.limits.push_back({std::move(words), {added}, {}});
    return added;
  }

  static void append(std::vector<Term>& terms, const std::vector<Term>& more) {
    terms.insert(terms.end(), more.begin(), more.end());
  }
  static void add_to(std::vector<Term>& terms, int column, double factor) {
    for (Term& term : terms)
      if (term.column == column) {
        term.factor += factor;
        return;
      }
    terms.push_back({column, factor});
  }

  /// The column that is 1 when the action runs at all.
  int runs_at_all(std::size_t place) {
    ModelAction& one = model.actions[place];
    if (one.runs_at_all >= 0)
      return one.runs_at_all;
    const std::string number = std::to_string(place + 1);
    const std::vector<int> within(one.runs.begin(), one.runs.end() - 1); // without those beyond the most
    if (within.size() <= 1) {
      one.runs_at_all = model.program.add(Column{"y" + number, 0, 1, 0, true});
      Row begun{"begun_" + number, -unbounded, 0, {{one.runs_at_all, -static_cast<double>(one.most)}}};
      for (const int run : within)
        begun.terms.push_back({run, 1});
      model.program.add(std::move(begun));
      Row runs{"runs_" + number, -unbounded, 0, one.times(-1)};
      runs.terms.push_back({one.runs_at_all, 1});
      model.program.add(std::move(runs));
      return one.runs_at_all;
    }
    one.runs_at_all = within.front();
    for (std::size_t run = 1; run < within.size(); ++run)
      model.program.add(Row{"first_" + number + "_" + std::to_string(run + 1),
                            -unbounded,
                            0,
                            {{within[run], 1}, {one.runs_at_all, -1}}});
    return one.runs_at_all;
  }

  void add_budget_rows() {
    Row money{"money", -unbounded, 0, {}};
    Row days{"days", -unbounded, 0, {}};
    for (std::size_t i = 0; i < model.actions.size(); ++i) {
      const ModelAction& one = model.actions[i];
      if (!one.is_in())
        continue;
      const bool begins = one.done == 0 && (one.cost.setup_money > 0 || one.cost.setup_days > 0);
      const int at_all = begins ? runs_at_all(i) : -1;
      const auto add = [&](Row& row, double by_run, double once) {
        if (by_run != 0)
          append(row.terms, one.times(by_run));
        if (begins && once != 0)
          add_to(row.terms, at_all, once);
      };
      add(money, one.cost.money, one.cost.setup_money);
      add(days, one.cost.days, one.cost.setup_days);
    }
    const std::string currency = strategies.front().budget ? strategies.front().budget->currency : "";
    if (model.money.limit) {
      money.high = *model.money.limit - model.money.spent_before;
      model.money_row =
          limit({{"the budget of {0}", "le budget de {0}"}, {Money{*model.money.limit, currency}}}, money);
    }
    if (model.days.limit) {
      days.high = *model.days.limit - model.days.spent_before;
      model.days_row = limit(
          {{"the budget of {0} person-{0#day|days}", "le budget de {0} {0#jour-personne|jours-personne}"},
           {*model.days.limit}},
          days);
    }
  }

  void add_relations() {
    for (std::size_t i = 0; i < model.actions.size(); ++i) {
      const ModelAction& one = model.actions[i];
      exclude_others(i);
      if (!one.is_in())
        continue;
      const std::string number = std::to_string(i + 1);
      const bool cannot =
          !one.can_begin || std::any_of(one.requires_.begin(), one.requires_.end(),
                                        [&](std::size_t needed) { return !model.actions[needed].is_in(); });
      if (cannot)
        limit({{"{0} requires an action that is stopped or unknown",
                "{0} nécessite une action arrêtée ou inconnue"},
               {one.action->id}},
              {"cannot_" + number, -unbounded, 0, one.times(1)});
      for (const std::size_t needed : one.requires_)
        if (model.actions[needed].is_in())
          limit(
              {{"{0} requires {1}", "{0} nécessite {1}"}, {one.action->id, model.actions[needed].action->id}},
              {"needs_" + number + "_" + std::to_string(needed + 1),
               -unbounded,
               0,
               {{runs_at_all(i), 1}, {runs_at_all(needed), -1}}});
    }
  }

  void exclude_others(std::size_t place) {
    for (const std::size_t other : model.actions[place].excludes) {
      const auto& back = model.actions[other].excludes;
      if (other > place ||
          std::find(back.begin(), back.end(), place) == back.end()) // else it is there already
        add_exclusion(place, other);
    }
  }

  void add_exclusion(std::size_t place, std::size_t other) {
    const ModelAction& one = model.actions[place];
    const ModelAction& second = model.actions[other];
    const Phrase words{{"{0} and {1} exclude each other", "{0} et {1} s'excluent"},
                       {one.action->id, second.action->id}};
    const std::string name = "excludes_" + std::to_string(place + 1) + "_" + std::to_string(other + 1);
    if (one.is_in() && second.done > 0)
      limit(words, {name, -unbounded, 0, one.times(1)});
    if (second.is_in() && one.done > 0)
      limit(words, {name + "_back", -unbounded, 0, second.times(1)});
    if (one.is_in() && second.is_in() && one.done == 0 && second.done == 0)
      limit(words, {name, -unbounded, 1, {{runs_at_all(place), 1}, {runs_at_all(other), 1}}});
  }

  /// What an action's runs add, as terms of its objective.
  static std::vector<Term> gain_terms(const ModelAction& one) {
    if (one.decay == 0)
      return one.times(one.gain);
    std::vector<Term> terms;
    for (std::size_t run = 0; run < one.runs.size(); ++run)
      terms.push_back({one.runs[run], one.gain_of(static_cast<std::int64_t>(run) + 1)});
    return terms;
  }

  void add_gains() {
    std::vector<std::vector<Term>> own(model.objectives.size());
    for (ModelAction& one : model.actions)
      if (one.is_in() && one.gain != 0 && leads_to_wanted(one.objective))
        append(into(one, own), gain_terms(one));
    for (auto& [of, segment] : segments)
      add_sum("segment_" + std::to_string(of.first + 1) + "_" + std::string(of.second), segment.column,
              std::move(segment.gains));
    for (std::size_t i = 0; i < model.objectives.size(); ++i)
      if (leads_to_wanted(i))
        settle(i, own);
  }

  /// A column that is at most a sum.
  void add_sum(std::string name, int column, std::vector<Term> sum) {
    for (Term& term : sum)
      term.factor = -term.factor;
    sum.push_back({column, 1});
    model.program.add(Row{std::move(name), -unbounded, 0, std::move(sum)});
  }

  /// An objective's gains: its own and those that pass down, in a column of their own where they have a
  /// ceiling.
  void settle(std::size_t place, std::vector<std::vector<Term>>& own) {
    ModelObjective& one = model.objectives[place];
    if (one.leads)
      return;
    one.leads = true;
    one.gain = std::move(own[place]);
    if (one.from) {
      settle(*one.from, own);
      for (const Term& term : model.objectives[*one.from].gain)
        one.gain.push_back({term.column, term.factor * one.conversion});
    }
    const bool capped = strategies.size() > 1; // more than a target is no progress
    const double ceiling = limited(one.ceiling, capped ? one.needed : std::nullopt);
    if (!std::isfinite(ceiling))
      return;
    const std::string number = std::to_string(place + 1);
    const int column = model.program.add(Column{"g" + number, -unbounded, ceiling, 0, false});
    add_sum("gain_" + number, column, std::move(one.gain));
    one.gain = {{column, 1}};
    if (one.ceiling)
      add_ceiling(one, column);
  }

  void add_ceiling(const ModelObjective& one, int column) {
    Column free = model.program.columns[static_cast<std::size_t>(column)];
    free.high = unbounded;
    model.limits.push_back({{{"what the market can still absorb of {0}: {1}",
                              "ce que le marché peut encore absorber de {0} : {1}"},
                             {one.objective->id, *one.ceiling}},
                            {},
                            {{column, free}}});
  }

  /// What the actions of a segment gain, which has a ceiling of its own.
  struct SegmentGain {
    int column = -1;
    std::vector<Term> gains;
  };
  std::map<std::pair<std::size_t, std::string_view>, SegmentGain> segments; ///< by objective and segment

  /// The gains that an action's are added to: its objective's, or first its segment's.
  std::vector<Term>& into(ModelAction& one, std::vector<std::vector<Term>>& own) {
    const std::string& segment = one.action->segment;
    const bool counted = model.objectives[one.objective].ceiling.has_value() && !segment.empty();
    const auto room = counted ? to_absorb(one.strategy, segment) : std::nullopt;
    if (!room)
      return own[one.objective];
    SegmentGain& gain = segments[{one.objective, segment}];
    if (gain.column < 0) {
      gain.column = model.program.add(
          Column{"s" + std::to_string(one.objective + 1) + "_" + segment, -unbounded, *room, 0, false});
      own[one.objective].push_back({gain.column, 1});
    }
    one.segment_column = gain.column;
    return gain.gains;
  }

  void add_goal() {
    model.limits.push_back(std::move(most));
    if (options.goal == PlanGoal::reach)
      for (const std::size_t wanted : model.wanted) {
        const ModelObjective& one = model.objectives[wanted];
        limit({{"the target of {0}: {1} more", "l'objectif chiffré de {0} : {1} de plus"},
               {one.objective->id, *one.needed}},
              {"target_" + std::to_string(wanted + 1), *one.needed, unbounded, one.gain});
      }
    for (const Term& term : options.goal == PlanGoal::reach ? model.full_cost() : model.value())
      model.program.columns[static_cast<std::size_t>(term.column)].cost += term.factor;
  }
};
} // namespace

double ModelAction::gain_of(std::int64_t run) const {
  return decay == 0 ? gain : gain * std::pow(1 - decay, static_cast<double>(done + run - 1));
}
double ModelAction::gain_of_all(std::int64_t count) const {
  if (decay == 0)
    return gain * static_cast<double>(count);
  double all = 0;
  for (std::int64_t run = 1; run <= count; ++run)
    all += gain_of(run);
  return all;
}

std::vector<Term> ModelAction::times(double factor) const {
  std::vector<Term> terms;
  for (const int column : runs)
    terms.push_back({column, factor});
  return terms;
}

std::vector<Term> PlanModel::full_cost() const {
  std::vector<Term> terms;
  for (const ModelAction& one : actions) {
    if (!one.is_in())
      continue;
    const double rate = rates[one.strategy];
    const bool begins = one.done == 0 && one.runs_at_all >= 0;
    const double once = begins ? one.cost.full_setup(rate) : 0;
    bool told = false;
    for (const int column : one.runs) {
      const bool first = begins && column == one.runs_at_all;
      terms.push_back({column, one.cost.full(rate) + (first ? once : 0)});
      told |= first;
    }
    if (begins && !told)
      terms.push_back({one.runs_at_all, once});
  }
  return terms;
}

std::vector<Term> PlanModel::value() const {
  std::map<int, double> sums; // a column may count for several objectives of one funnel
  for (const std::size_t one : wanted) {
    const bool alone = rates.size() == 1 && wanted.size() == 1;
    for (const Term& term : objectives[one].gain)
      sums[term.column] += term.factor * (alone ? 1 : 1 / *objectives[one].needed);
  }
  std::vector<Term> terms;
  for (const auto& [column, factor] : sums)
    terms.push_back({column, factor});
  return terms;
}

PlanModel plan_model(std::span<const Strategy> strategies, Date day, const PlanOptions& options) {
  return Builder(strategies, day, options).build();
}

} // namespace deploy_plan::analysis
