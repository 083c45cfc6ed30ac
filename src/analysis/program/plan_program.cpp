// How many runs: columns, budgets, relations between actions, and what is asked.
#include "analysis/program/builder.hpp"
#include "analysis/program/cliques.hpp"
#include "model/description.hpp"
#include "text/lists.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

constexpr std::size_t most_columns = 50000;

/// What is to be gained, as people count it.
Argument still_needed(const ModelObjective& one) {
  if (one.objective->metric.scale == Scale::rate)
    return Share{std::ceil(one.beyond * 1000) / 1000};
  return std::ceil(one.beyond - 1e-9);
}
} // namespace

void ProgramBuilder::build() {
  model_.program.maximise = options_.goal == PlanGoal::maximise;
  add_runs();
  find_timed();
  add_budget_rows();
  add_relations();
  add_time_rows();
  add_gains();
  add_floors();
  add_goal();
}

void ProgramBuilder::add_runs() {
  for (std::size_t i = 0; i < model_.actions.size(); ++i) {
    ModelAction& one = model_.actions[i];
    if (one.left_out)
      continue;
    add_run_columns(i);
    if (one.is_fixed)
      limit({{"{0} {0#run|runs} of {1}, as fixed", "{0} {0#passage|passages} de {1}, comme fixé"},
             {one.least, text::quoted(name_of(*one.action))}},
            {"fixed_" + std::to_string(i + 1), static_cast<double>(one.least), static_cast<double>(one.least),
             one.times(1)});
    else if (one.least > 0)
      limit({{"at least {0} {0#run|runs} of {1}", "au moins {0} {0#passage|passages} de {1}"},
             {one.least, text::quoted(name_of(*one.action))}},
            {"least_" + std::to_string(i + 1), static_cast<double>(one.least), unbounded, one.times(1)});
  }
  add_lever_rows();
}

void ProgramBuilder::add_reach_columns(ModelReach& reach, const ModelAction& of, const std::string& name) {
  const bool counts = reach.gain != 0 && model_.leads_to_wanted(of.objective);
  if (!counts || reach.decay == 0) {
    reach.runs.push_back(model_.program.add(Column{name, 0, static_cast<double>(of.most), 0, true}));
    return;
  }
  const bool fills_in_order = reach.gain > 0 && options_.floors.empty();
  for (std::int64_t run = 1; run <= of.most; ++run) {
    const bool adds = std::abs(reach.gain_of(run)) >= negligible * std::abs(reach.gain);
    if (!adds && run > std::max<std::int64_t>(1, of.least))
      break;
    reach.runs.push_back(model_.program.add(Column{name + "_" + std::to_string(run), 0, 1, 0, true}));
    if (run > 1 && !fills_in_order) // gains that rise, or that a floor wants low, must be kept in their order
      model_.program.add(Row{"order_" + name + "_" + std::to_string(run),
                             0,
                             unbounded,
                             {{reach.runs[reach.runs.size() - 2], 1}, {reach.runs.back(), -1}}});
  }
}

void ProgramBuilder::add_run_columns(std::size_t place) {
  ModelAction& one = model_.actions[place];
  const std::string number = std::to_string(place + 1);
  for (const std::size_t at : one.reaches) {
    ModelReach& reach = model_.reaches[at];
    add_reach_columns(
        reach, one, "x" + number + "_" + one.action->id + (reach.segment.empty() ? "" : "_" + reach.segment));
    one.runs.insert(one.runs.end(), reach.runs.begin(), reach.runs.end());
  }
  if (one.reaches.size() > 1)
    most_.rows.push_back(
        model_.program.add(Row{"most_" + number, -unbounded, static_cast<double>(one.most), one.times(1)}));
  // Runs beyond the most, for asking what that limit prevents.
  Column beyond{"beyond_" + number, 0, 0, 0, true};
  one.runs.push_back(model_.program.add(beyond));
  model_.reaches[one.reaches.front()].runs.push_back(one.runs.back());
  beyond.high = static_cast<double>(most_runs);
  most_.columns.emplace_back(one.runs.back(), beyond);
}

void ProgramBuilder::add_lever_rows() {
  model_.lever_limits = options_.lever_limits;
  for (std::size_t i = 0; i < options_.lever_limits.size(); ++i) {
    const LeverLimit& lever = options_.lever_limits[i];
    Row row{"lever_" + std::to_string(i + 1), -unbounded, static_cast<double>(lever.runs), {}};
    for (const ModelAction& one : model_.actions)
      if (one.is_in() && one.action->lever == lever.lever)
        append(row.terms, one.times(1));
    const Text family = deploy_plan::model::choice_of(lever.lever).name;
    limit(
        {{"at most {0} {0#run|runs} by the lever {1}", "au plus {0} {0#passage|passages} par le levier {1}"},
         {lever.runs, family}},
        row);
  }
}

int ProgramBuilder::runs_at_all(std::size_t place) {
  ModelAction& one = model_.actions[place];
  if (one.runs_at_all >= 0)
    return one.runs_at_all;
  tell_beginning(place);
  // Runs beyond the most begin an action like all others: what it excludes and requires is no less so.
  model_.program.add(Row{"begun_beyond_" + std::to_string(place + 1),
                         -unbounded,
                         0,
                         {{one.runs.back(), 1}, {one.runs_at_all, -static_cast<double>(most_runs)}}});
  return one.runs_at_all;
}

void ProgramBuilder::tell_beginning(std::size_t place) {
  ModelAction& one = model_.actions[place];
  const std::string number = std::to_string(place + 1);
  const std::vector<int> within(one.runs.begin(), one.runs.end() - 1); // without those beyond the most
  if (within.size() <= 1 || one.reaches.size() > 1) {
    one.runs_at_all = model_.program.add(Column{"y" + number, 0, 1, 0, true});
    Row begun{"begun_" + number, -unbounded, 0, {{one.runs_at_all, -static_cast<double>(one.most)}}};
    for (const int run : within)
      begun.terms.push_back({run, 1});
    model_.program.add(std::move(begun));
    Row runs{"runs_" + number, -unbounded, 0, one.times(-1)};
    runs.terms.push_back({one.runs_at_all, 1});
    model_.program.add(std::move(runs));
    return;
  }
  one.runs_at_all = within.front();
  for (std::size_t run = 1; run < within.size(); ++run)
    model_.program.add(Row{"first_" + number + "_" + std::to_string(run + 1),
                           -unbounded,
                           0,
                           {{within[run], 1}, {one.runs_at_all, -1}}});
}

void ProgramBuilder::add_budget_rows() {
  Row money{"money", -unbounded, 0, {}};
  Row days{"days", -unbounded, 0, {}};
  for (std::size_t i = 0; i < model_.actions.size(); ++i) {
    const ModelAction& one = model_.actions[i];
    if (!one.is_in())
      continue;
    const bool begins = one.begins() && (one.cost.setup_money > 0 || one.cost.setup_days > 0);
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
  if (model_.money.limit) {
    money.high = model_.money.for_new_runs(); // what is spent already is no choice
    model_.money_row = limit(
        {{"the budget of {0}", "le budget de {0}"}, {Money{*model_.money.limit, model_.currency}}}, money);
  }
  if (model_.days.limit) {
    days.high = model_.days.for_new_runs();
    model_.days_row =
        limit({{"the budget of {0} person-{0#day|days}", "le budget de {0} {0#jour-personne|jours-personne}"},
               {*model_.days.limit}},
              days);
  }
}

void ProgramBuilder::add_relations() {
  add_exclusions();
  for (std::size_t i = 0; i < model_.actions.size(); ++i) {
    const ModelAction& one = model_.actions[i];
    if (!one.is_in())
      continue;
    const bool cannot =
        !one.can_begin || std::any_of(one.requires_.begin(), one.requires_.end(),
                                      [&](std::size_t needed) { return !model_.actions[needed].is_in(); });
    if (cannot)
      limit({{"{0} requires an action that cannot run, or is unknown",
              "{0} nécessite une action qui ne peut pas passer, ou inconnue"},
             {name_of(*one.action)}},
            {"cannot_" + std::to_string(i + 1), -unbounded, 0, one.times(1)});
    for (const std::size_t needed : one.requires_)
      if (model_.actions[needed].is_in())
        add_requirement(i, needed);
  }
}

void ProgramBuilder::add_requirement(std::size_t place, std::size_t needed) {
  limit({{"{0} requires {1}", "{0} nécessite {1}"},
         {name_of(*model_.actions[place].action), name_of(*model_.actions[needed].action)}},
        {"needs_" + std::to_string(place + 1) + "_" + std::to_string(needed + 1),
         -unbounded,
         0,
         {{runs_at_all(place), 1}, {runs_at_all(needed), -1}}});
  add_order(place, needed, model_.limits.back());
}

void ProgramBuilder::add_exclusions() {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < model_.actions.size(); ++i)
    for (const std::size_t other : model_.actions[i].excludes)
      pairs.emplace_back(std::min(i, other), std::max(i, other));
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  for (const auto& [one, other] : pairs) {
    forbid_after(one, other);
    forbid_after(other, one);
  }
  std::erase_if(pairs, [&](const Pair& pair) { return !may_begin(pair.first) || !may_begin(pair.second); });
  for (const auto& clique : cliques_of(pairs))
    add_exclusion(clique);
}

bool ProgramBuilder::may_begin(std::size_t place) const {
  return model_.actions[place].is_in() && model_.actions[place].done == 0;
}

/// What has run excludes what is still to run.
void ProgramBuilder::forbid_after(std::size_t done, std::size_t other) {
  const ModelAction& second = model_.actions[other];
  if (model_.actions[done].done > 0 && second.is_in())
    limit(exclusion({done, other}), {"excludes_" + std::to_string(done + 1) + "_" + std::to_string(other + 1),
                                     -unbounded, 0, second.times(1)});
}

void ProgramBuilder::add_exclusion(const std::vector<std::size_t>& clique) {
  Row row{"excludes", -unbounded, 1, {}};
  for (const std::size_t place : clique)
    row.terms.push_back({runs_at_all(place), 1});
  for (const std::size_t place : {clique[0], clique[1]})
    row.name += "_" + std::to_string(place + 1);
  limit(exclusion(clique), std::move(row));
}

Phrase ProgramBuilder::exclusion(const std::vector<std::size_t>& clique) const {
  constexpr std::size_t most_named = 6;
  const bool all_named = clique.size() <= most_named;
  const std::size_t listed = all_named ? clique.size() - 1 : most_named - 1;
  std::string names;
  for (std::size_t i = 0; i < listed; ++i)
    names += (i > 0 ? ", " : "") + name_of(*model_.actions[clique[i]].action);
  if (all_named)
    return {{"{0} and {1} exclude each other", "{0} et {1} s'excluent"},
            {names, name_of(*model_.actions[clique.back()].action)}};
  return {{"{0} and {1} others exclude each other", "{0} et {1} autres s'excluent"},
          {names, static_cast<std::int64_t>(clique.size() - listed)}};
}

/// More than its target is no progress where shares are summed; all of it still passes down the funnel.
void ProgramBuilder::add_progress(std::size_t place) {
  ModelObjective& one = model_.objectives[place];
  one.progress = one.gain;
  if (!model_.sums_shares())
    return;
  const std::string name = "progress_" + std::to_string(place + 1);
  const int column = model_.program.add(Column{name, -unbounded, *one.needed, 0, false});
  add_sum(name, column, one.gain);
  one.progress = {{column, 1}};
}

void ProgramBuilder::add_goal() {
  model_.limits.push_back(std::move(most_));
  for (const std::size_t wanted : model_.wanted)
    add_progress(wanted);
  if (options_.goal == PlanGoal::reach)
    for (const std::size_t wanted : model_.wanted) {
      const ModelObjective& one = model_.objectives[wanted];
      model_.target_rows.push_back(
          limit({one.beyond == *one.needed
                     ? Text{"the target of {0}: {1} more", "l'objectif chiffré de {0} : {1} de plus"}
                     : Text{"the target of {0}: {1} more than what comes by itself",
                            "l'objectif chiffré de {0} : {1} de plus que ce qui vient de soi-même"},
                 {name_of(*one.objective), still_needed(one)}},
                {"target_" + std::to_string(wanted + 1), one.beyond, unbounded, one.gain}));
    }
  for (const Term& term : options_.goal == PlanGoal::reach ? model_.full_cost() : model_.value())
    model_.program.columns[static_cast<std::size_t>(term.column)].cost += term.factor;
}
tl::expected<void, PlanFailure> add_program(PlanModel& model, std::span<const Strategy> strategies,
                                            const PlanOptions& options) {
  ProgramBuilder(model, strategies, options).build();
  if (model.program.columns.size() > most_columns)
    return tl::unexpected(TooManyRuns{});
  return {};
}

std::vector<Term> ModelReach::times(double factor) const {
  std::vector<Term> terms;
  for (const int column : runs)
    terms.push_back({column, factor});
  return terms;
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
    const bool begins = one.begins() && one.runs_at_all >= 0;
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
    const double share = sums_shares() ? 1 / *objectives[one].needed : 1;
    for (const Term& term : objectives[one].progress)
      sums[term.column] += term.factor * share;
  }
  std::vector<Term> terms;
  for (const auto& [column, factor] : sums)
    terms.push_back({column, factor});
  return terms;
}

} // namespace deploy_plan::analysis
