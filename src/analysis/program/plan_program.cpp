// The columns and rows of a plan's program.
#include "analysis/program/cliques.hpp"
#include "analysis/program/plan_model.hpp"
#include "model/description.hpp"
#include <algorithm>
#include <cmath>
#include <map>

namespace deploy_plan::analysis {
namespace {

constexpr std::size_t most_columns = 50000;

class Builder {
public:
  Builder(PlanModel& filled, const PlanOptions& chosen) : model_(filled), options_(chosen) {}

  void build() {
    model_.program.maximise = options_.goal == PlanGoal::maximise;
    add_runs();
    add_budget_rows();
    add_relations();
    add_gains();
    add_goal();
  }

private:
  PlanModel& model_;
  const PlanOptions& options_;
  LimitGroup most{{{"the most runs that actions may have", "le maximum de passages des actions"}}, {}, {}};

  void add_runs() {
    for (std::size_t i = 0; i < model_.actions.size(); ++i) {
      ModelAction& one = model_.actions[i];
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
    ModelAction& one = model_.actions[place];
    const std::string name = "x" + std::to_string(place + 1) + "_" + one.action->id;
    const bool counts = one.gain != 0 && model_.leads_to_wanted(one.objective);
    if (!counts || one.decay == 0)
      one.runs.push_back(model_.program.add(Column{name, 0, static_cast<double>(one.most), 0, true}));
    else
      for (std::int64_t run = 1; run <= one.most; ++run) {
        const bool adds = std::abs(one.gain_of(run)) >= negligible * std::abs(one.gain);
        if (!adds && run > std::max<std::int64_t>(1, one.least))
          break;
        one.runs.push_back(model_.program.add(Column{name + "_" + std::to_string(run), 0, 1, 0, true}));
        if (one.gain < 0 && run > 1) // gains that rise must be kept in their order
          model_.program.add(Row{"order_" + std::to_string(place + 1) + "_" + std::to_string(run),
                                 0,
                                 unbounded,
                                 {{one.runs[one.runs.size() - 2], 1}, {one.runs.back(), -1}}});
      }
    // Runs beyond the most, for asking what that limit prevents.
    Column beyond{"beyond_" + std::to_string(place + 1), 0, 0, 0, true};
    one.runs.push_back(model_.program.add(beyond));
    beyond.high = static_cast<double>(most_runs);
    most.columns.emplace_back(one.runs.back(), beyond);
  }

  void add_lever_rows() {
    model_.lever_limits = options_.lever_limits;
    for (std::size_t i = 0; i < options_.lever_limits.size(); ++i) {
      const LeverLimit& lever = options_.lever_limits[i];
      Row row{"lever_" + std::to_string(i + 1), -unbounded, static_cast<double>(lever.runs), {}};
      for (const ModelAction& one : model_.actions)
        if (one.is_in() && one.action->lever == lever.lever)
          append(row.terms, one.times(1));
      const Text family = deploy_plan::model::choice_of(lever.lever).name;
      limit({{"at most {0} {0#run|runs} by the lever {1}",
              "au plus {0} {0#passage|passages} par le levier {1}"},
             {lever.runs, family}},
            row);
    }
  }

  int limit(Phrase words, Row row) {
    const int added = model_.program.add(std::move(row));
    model_.limits.push_back({std::move(words), {added}, {}});
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

  void tell_beginning(std::size_t place) {
    ModelAction& one = model_.actions[place];
    const std::string number = std::to_string(place + 1);
    const std::vector<int> within(one.runs.begin(), one.runs.end() - 1); // without those beyond the most
    if (within.size() <= 1) {
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

  void add_budget_rows() {
    Row money{"money", -unbounded, 0, {}};
    Row days{"days", -unbounded, 0, {}};
    for (std::size_t i = 0; i < model_.actions.size(); ++i) {
      const ModelAction& one = model_.actions[i];
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
    if (model_.money.limit) {
      money.high = model_.money.for_new_runs(); // what is spent already is no choice
      model_.money_row = limit(
          {{"the budget of {0}", "le budget de {0}"}, {Money{*model_.money.limit, model_.currency}}}, money);
    }
    if (model_.days.limit) {
      days.high = model_.days.for_new_runs();
      model_.days_row = limit(
          {{"the budget of {0} person-{0#day|days}", "le budget de {0} {0#jour-personne|jours-personne}"},
           {*model_.days.limit}},
          days);
    }
  }

  void add_relations() {
    add_exclusions();
    for (std::size_t i = 0; i < model_.actions.size(); ++i) {
      const ModelAction& one = model_.actions[i];
      if (!one.is_in())
        continue;
      const std::string number = std::to_string(i + 1);
      const bool cannot =
          !one.can_begin || std::any_of(one.requires_.begin(), one.requires_.end(),
                                        [&](std::size_t needed) { return !model_.actions[needed].is_in(); });
      if (cannot)
        limit({{"{0} requires an action that cannot run, or is unknown",
                "{0} nécessite une action qui ne peut pas passer, ou inconnue"},
               {one.action->id}},
              {"cannot_" + number, -unbounded, 0, one.times(1)});
      for (const std::size_t needed : one.requires_)
        if (model_.actions[needed].is_in())
          limit({{"{0} requires {1}", "{0} nécessite {1}"},
                 {one.action->id, model_.actions[needed].action->id}},
                {"needs_" + number + "_" + std::to_string(needed + 1),
                 -unbounded,
                 0,
                 {{runs_at_all(i), 1}, {runs_at_all(needed), -1}}});
    }
  }

  void add_exclusions() {
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

  bool may_begin(std::size_t place) const {
    return model_.actions[place].is_in() && model_.actions[place].done == 0;
  }

  /// What has run excludes what is still to run.
  void forbid_after(std::size_t done, std::size_t other) {
    const ModelAction& second = model_.actions[other];
    if (model_.actions[done].done > 0 && second.is_in())
      limit(exclusion({done, other}),
            {"excludes_" + std::to_string(done + 1) + "_" + std::to_string(other + 1), -unbounded, 0,
             second.times(1)});
  }

  void add_exclusion(const std::vector<std::size_t>& clique) {
    Row row{"excludes", -unbounded, 1, {}};
    for (const std::size_t place : clique)
      row.terms.push_back({runs_at_all(place), 1});
    for (const std::size_t place : {clique[0], clique[1]})
      row.name += "_" + std::to_string(place + 1);
    limit(exclusion(clique), std::move(row));
  }

  Phrase exclusion(const std::vector<std::size_t>& clique) const {
    constexpr std::size_t most_named = 6;
    const bool all_named = clique.size() <= most_named;
    const std::size_t listed = all_named ? clique.size() - 1 : most_named - 1;
    std::string names;
    for (std::size_t i = 0; i < listed; ++i)
      names += (i > 0 ? ", " : "") + model_.actions[clique[i]].action->id;
    if (all_named)
      return {{"{0} and {1} exclude each other", "{0} et {1} s'excluent"},
              {names, model_.actions[clique.back()].action->id}};
    return {{"{0} and {1} others exclude each other", "{0} et {1} autres s'excluent"},
            {names, static_cast<std::int64_t>(clique.size() - listed)}};
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
    std::vector<std::vector<Term>> own(model_.objectives.size());
    for (ModelAction& one : model_.actions)
      if (one.is_in() && one.gain != 0 && model_.leads_to_wanted(one.objective))
        append(into(one, own), gain_terms(one));
    for (auto& [of, segment] : segments_)
      add_sum("segment_" + std::to_string(of.first + 1) + "_" + std::string(of.second), segment.column,
              std::move(segment.gains));
    for (std::size_t i = 0; i < model_.objectives.size(); ++i)
      if (model_.leads_to_wanted(i))
        settle(i, own);
  }

  /// A column that is at most a sum, and so at least the least that the sum can be: CBC's presolve loses its
  /// way where a column has no lower bound.
  void add_sum(std::string name, int column, std::vector<Term> sum) {
    model_.program.columns[static_cast<std::size_t>(column)].low = least_of(sum);
    for (Term& term : sum)
      term.factor = -term.factor;
    sum.push_back({column, 1});
    model_.program.add(Row{std::move(name), -unbounded, 0, std::move(sum)});
  }

  double least_of(const std::vector<Term>& sum) const {
    double least = 0;
    for (const Term& term : sum) {
      const Column& one = model_.program.columns[static_cast<std::size_t>(term.column)];
      // Runs beyond the most stand at 0 until somebody asks what that limit prevents.
      const double high = one.whole ? std::max(one.high, static_cast<double>(most_runs)) : one.high;
      least += std::min(0.0, term.factor > 0 ? term.factor * one.low : term.factor * high);
    }
    return least;
  }

  /// An objective's gains: its own and those that pass down, in a column of their own where they have a
  /// ceiling.
  void settle(std::size_t place, std::vector<std::vector<Term>>& own) {
    ModelObjective& one = model_.objectives[place];
    if (one.leads)
      return;
    one.leads = true;
    one.gain = std::move(own[place]);
    if (one.from) {
      settle(*one.from, own);
      for (const Term& term : model_.objectives[*one.from].gain)
        one.gain.push_back({term.column, term.factor * one.conversion});
    }
    if (!one.ceiling)
      return;
    const std::string number = std::to_string(place + 1);
    const int column = model_.program.add(Column{"g" + number, -unbounded, *one.ceiling, 0, false});
    add_sum("gain_" + number, column, std::move(one.gain));
    one.gain = {{column, 1}};
    add_ceiling(one, column);
  }

  /// More than its target is no progress where shares are summed; all of it still passes down the funnel.
  void add_progress(std::size_t place) {
    ModelObjective& one = model_.objectives[place];
    one.progress = one.gain;
    if (!model_.sums_shares())
      return;
    const std::string name = "progress_" + std::to_string(place + 1);
    const int column = model_.program.add(Column{name, -unbounded, *one.needed, 0, false});
    add_sum(name, column, one.gain);
    one.progress = {{column, 1}};
  }

  void add_ceiling(const ModelObjective& one, int column) {
    Column free = model_.program.columns[static_cast<std::size_t>(column)];
    free.high = unbounded;
    model_.limits.push_back({{{"what the market can still absorb of {0}: {1}",
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
  std::map<std::pair<std::size_t, std::string_view>, SegmentGain> segments_; ///< by objective and segment

  /// The gains that an action's are added to: its objective's, or first its segment's.
  std::vector<Term>& into(ModelAction& one, std::vector<std::vector<Term>>& own) {
    const std::string& segment = one.action->segment;
    if (!one.segment_room)
      return own[one.objective];
    SegmentGain& gain = segments_[{one.objective, segment}];
    if (gain.column < 0) {
      gain.column = model_.program.add(Column{"s" + std::to_string(one.objective + 1) + "_" + segment,
                                              -unbounded, *one.segment_room, 0, false});
      own[one.objective].push_back({gain.column, 1});
    }
    one.segment_column = gain.column;
    return gain.gains;
  }

  /// What is to be gained, as people count it.
  static Argument told(const ModelObjective& one) {
    if (one.objective->metric.scale == Scale::rate)
      return Share{std::ceil(one.beyond * 1000) / 1000};
    return std::ceil(one.beyond - 1e-9);
  }

  void add_goal() {
    model_.limits.push_back(std::move(most));
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
                   {one.objective->id, told(one)}},
                  {"target_" + std::to_string(wanted + 1), one.beyond, unbounded, one.gain}));
      }
    for (const Term& term : options_.goal == PlanGoal::reach ? model_.full_cost() : model_.value())
      model_.program.columns[static_cast<std::size_t>(term.column)].cost += term.factor;
  }
};
} // namespace

tl::expected<void, PlanFailure> add_program(PlanModel& model, const PlanOptions& options) {
  Builder(model, options).build();
  if (model.program.columns.size() > most_columns)
    return tl::unexpected(TooManyRuns{});
  return {};
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
