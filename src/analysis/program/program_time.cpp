// When runs are: columns of the slots of those that time binds, and what holds in each.
#include "analysis/program/builder.hpp"
#include "deploy_plan/spending.hpp"
#include "text/lists.hpp"
#include <algorithm>
#include <cmath>
#include <set>

namespace deploy_plan::analysis {
namespace {

bool takes_days(const ModelAction& one) {
  return one.cost.days > 0 || (one.begins() && one.cost.setup_days > 0);
}
Argument day(Date date) { return date; }

Phrase pace_words(const Action& action) {
  const std::int64_t by_month = action.runs ? action.runs->per_month.value_or(0) : 0;
  const std::int64_t apart = action.spacing_days.value_or(0);
  const Words name = text::quoted(name_of(action));
  const Words end = action.end ? Phrase{{", until {0}", ", jusqu'au {0}"}, {*action.end}}.words() : Words{};
  if (by_month > 0 && apart > 0)
    return {{"the pace of {0} ({1} {1#run|runs} a month at most, {2} {2#day|days} apart at least{3})",
             "le rythme de {0} ({1} {1#passage|passages} par mois au plus, à {2} {2#jour|jours} d'intervalle "
             "au moins{3})"},
            {name, by_month, apart, end}};
  if (by_month > 0)
    return {{"the pace of {0} ({1} {1#run|runs} a month at most{2})",
             "le rythme de {0} ({1} {1#passage|passages} par mois au plus{2})"},
            {name, by_month, end}};
  return {{"the pace of {0} (runs {1} {1#day|days} apart at least{2})",
           "le rythme de {0} (passages à {1} {1#jour|jours} d'intervalle au moins{2})"},
          {name, apart, end}};
}
} // namespace

bool ProgramBuilder::has_terms(const ModelAction& one) const {
  const auto& budget = strategies_[one.strategy].budget;
  return budget && !budget->terms.empty();
}

bool ProgramBuilder::is_bound_by_time(const ModelAction& one) const {
  const bool counts_for_some =
      !one.deadlines.empty() && !one.slots.empty() && one.slots.back().until >= one.deadlines.front();
  return (one.owner != nullptr && one.owner->days && takes_days(one)) ||
         (one.action->runs && one.action->runs->per_month) || one.action->spacing_days.value_or(0) > 0 ||
         has_terms(one) || counts_for_some || one.is_to_test() || options_.keep;
}

/// What requires another, or is required, is bound by time where that is.
void ProgramBuilder::find_timed() {
  std::vector<bool> timed(model_.actions.size());
  for (std::size_t i = 0; i < timed.size(); ++i)
    timed[i] = is_bound_by_time(model_.actions[i]);
  for (bool more = true; more;) {
    more = false;
    for (std::size_t i = 0; i < timed.size(); ++i)
      for (const std::size_t needed : model_.actions[i].requires_)
        if (timed[i] != timed[needed]) {
          timed[i] = timed[needed] = true;
          more = true;
        }
  }
  for (std::size_t i = 0; i < timed.size(); ++i)
    if (timed[i] && model_.actions[i].is_in())
      add_slots(i);
}

void ProgramBuilder::add_slots(std::size_t place) {
  ModelAction& one = model_.actions[place];
  one.in_slots.resize(one.slots.size());
  for (std::size_t at = 0; at < one.reaches.size(); ++at) {
    const ModelReach& reach = model_.reaches[one.reaches[at]];
    const std::string name = std::to_string(place + 1) + "_" + std::to_string(at + 1);
    Row sum{"when_" + name, 0, 0, reach.times(-1)};
    for (std::size_t slot = 0; slot < one.slots.size(); ++slot) {
      Column column{"t" + name + "_" + std::to_string(slot + 1), 0, static_cast<double>(one.most), 0, true};
      const int added = model_.program.add(column);
      one.in_slots[slot].runs.push_back(added);
      sum.terms.push_back({added, 1});
      column.high = static_cast<double>(most_runs);
      most_.columns.emplace_back(added, column);
    }
    model_.program.add(std::move(sum));
  }
}

/// Columns of where it begins, whose sum is whether it runs at all: each run comes no sooner, and the first
/// is there.
void ProgramBuilder::add_begins(std::size_t place) {
  const int at_all = runs_at_all(place);
  ModelAction& one = model_.actions[place];
  const std::string number = std::to_string(place + 1);
  int before = -1;
  for (std::size_t slot = 0; slot < one.slots.size(); ++slot) {
    const std::string name = number + "_" + std::to_string(slot + 1);
    const int begins = model_.program.add(Column{"b" + name, 0, 1, 0, true});
    const int begun = model_.program.add(Column{"c" + name, 0, 1, 0, false, true});
    one.in_slots[slot].begins = begins;
    one.in_slots[slot].begun = begun;
    Row so_far{"begun_until_" + name, 0, 0, {{begun, 1}, {begins, -1}}};
    if (before >= 0)
      so_far.terms.push_back({before, -1});
    model_.program.add(std::move(so_far));
    before = begun;
    Row has_run{"begun_in_" + name, -unbounded, 0, one.times_in(slot, -1)};
    has_run.terms.push_back({begins, 1});
    model_.program.add(std::move(has_run));
    Row order{"no_sooner_" + name, -unbounded, 0, one.times_in(slot, 1)};
    order.terms.push_back({one.runs.back(), -1}); // runs beyond the most
    order.terms.push_back({begun, -static_cast<double>(std::max<std::int64_t>(1, one.most))});
    model_.program.add(std::move(order));
  }
  model_.program.add(Row{"begins_" + number, 0, 0, {{before, 1}, {at_all, -1}}});
}

int ProgramBuilder::begins_in(std::size_t place, std::size_t slot) {
  if (model_.actions[place].in_slots[slot].begins < 0)
    add_begins(place);
  return model_.actions[place].in_slots[slot].begins;
}

void ProgramBuilder::add_time_rows() {
  for (std::size_t i = 0; i < model_.actions.size(); ++i) {
    if (!model_.actions[i].is_timed())
      continue;
    add_pace(i);
    if (model_.actions[i].is_to_test())
      add_test(i);
  }
  start_apart();
  for (std::size_t place = 0; place < strategies_.size(); ++place) {
    for (const Member& member : strategies_[place].team)
      if (member.days && member.origin.sound)
        add_capacity(place, member);
    if (const auto& budget = strategies_[place].budget)
      for (const BudgetTerm& term : budget->terms) {
        if (term.money && !options_.money)
          add_term(place, term, true);
        if (term.days && !options_.days)
          add_term(place, term, false);
      }
  }
}

/// What requires another runs no sooner than that begins.
void ProgramBuilder::add_order(std::size_t place, std::size_t needed, LimitGroup& into) {
  if (!model_.actions[place].is_timed() || !model_.actions[needed].is_timed())
    return;
  std::vector<int> rows;
  for (std::size_t slot = 0; slot < model_.actions[place].slots.size(); ++slot) {
    const ModelAction& one = model_.actions[place];
    Row row{"after_" + std::to_string(place + 1) + "_" + std::to_string(needed + 1) + "_" +
                std::to_string(slot + 1),
            -unbounded, 0, one.times_in(slot, 1)};
    row.terms.push_back({one.runs.back(), -1});
    std::optional<std::size_t> sooner; // the last slot in which that may begin
    for (std::size_t other = 0; other < model_.actions[needed].slots.size(); ++other)
      if (model_.actions[needed].slots[other].from <= one.slots[slot].from)
        sooner = other;
    if (sooner) {
      begins_in(needed, *sooner);
      row.terms.push_back({model_.actions[needed].in_slots[*sooner].begun,
                           -static_cast<double>(std::max<std::int64_t>(1, model_.actions[place].most))});
    }
    rows.push_back(model_.program.add(std::move(row)));
  }
  into.rows.insert(into.rows.end(), rows.begin(), rows.end());
}

/// The first run is the test; others come when it can be decided.
void ProgramBuilder::add_test(std::size_t place) {
  LimitGroup group{{{"the test of {0}, which comes before its other runs",
                     "le test de {0}, qui précède ses autres passages"},
                    {text::quoted(name_of(*model_.actions[place].action))}},
                   {},
                   {}};
  for (std::size_t slot = 0; slot < model_.actions[place].slots.size(); ++slot) {
    const int begins = begins_in(place, slot);
    const ModelAction& one = model_.actions[place];
    Row row{"tested_" + std::to_string(place + 1) + "_" + std::to_string(slot + 1), -unbounded, 0,
            one.times_in(slot, 1)};
    row.terms.push_back({begins, -1});
    row.terms.push_back({one.runs.back(), -1});
    std::optional<std::size_t> decided; // the last slot whose test can be decided by then
    for (std::size_t sooner = 0; sooner < slot; ++sooner)
      if (decision_day(*one.action, one.slots[sooner].until) <= one.slots[slot].from)
        decided = sooner;
    if (decided)
      row.terms.push_back(
          {one.in_slots[*decided].begun, -static_cast<double>(std::max<std::int64_t>(1, one.most))});
    group.rows.push_back(model_.program.add(std::move(row)));
  }
  model_.limits.push_back(std::move(group));
}

void ProgramBuilder::add_pace(std::size_t place) {
  const ModelAction& one = model_.actions[place];
  LimitGroup group{pace_words(*one.action), {}, {}};
  const auto& runs = one.action->runs;
  if (const auto most = runs ? runs->per_month : std::nullopt) {
    std::map<Month, std::vector<Term>> months;
    for (std::size_t slot = 0; slot < one.slots.size(); ++slot)
      append(months[month_of(one.slots[slot].from)], one.times_in(slot, 1));
    for (auto& [month, terms] : months)
      group.rows.push_back(model_.program.add(
          Row{"month_" + std::to_string(place + 1) + "_" + std::to_string(group.rows.size() + 1), -unbounded,
              static_cast<double>(
                  std::max<std::int64_t>(0, *most - runs_in_month(*one.action, month, model_.day))),
              std::move(terms)}));
  }
  if (one.action->spacing_days.value_or(0) > 0)
    add_spacing(place, group);
  if (!group.rows.empty())
    model_.limits.push_back(std::move(group));
}

/// Runs can be so many days apart where no days from one slot to another have more of them than they have
/// room for. Rows that others say already are left out.
void ProgramBuilder::add_spacing(std::size_t place, LimitGroup& into) {
  const ModelAction& one = model_.actions[place];
  const std::size_t count = one.slots.size();
  std::vector<std::vector<std::int64_t>> least(count, std::vector<std::int64_t>(count));
  for (std::size_t length = 1; length <= count; ++length)
    for (std::size_t first = 0; first + length <= count; ++first) {
      const std::size_t last = first + length - 1;
      const std::int64_t own =
          most_apart(one.slots[first].from, one.slots[last].until, *one.action->spacing_days);
      std::int64_t said = std::numeric_limits<std::int64_t>::max();
      for (std::size_t middle = first; middle < last; ++middle)
        said = std::min(said, least[first][middle] + least[middle + 1][last]);
      least[first][last] = std::min(own, said);
      if (own >= said || own >= one.most)
        continue;
      Row row{"apart_" + std::to_string(place + 1) + "_" + std::to_string(into.rows.size() + 1),
              -unbounded,
              static_cast<double>(own),
              {}};
      for (std::size_t slot = first; slot <= last; ++slot)
        append(row.terms, one.times_in(slot, 1));
      into.rows.push_back(model_.program.add(std::move(row)));
    }
}

/// What an action takes in a slot: each run, and beginning there.
std::vector<Term> ProgramBuilder::spent_in(std::size_t place, std::size_t slot, double by_run, double once) {
  std::vector<Term> terms;
  if (by_run > 0)
    terms = model_.actions[place].times_in(slot, by_run);
  if (once > 0 && model_.actions[place].begins())
    terms.push_back({begins_in(place, slot), once});
  return terms;
}

void ProgramBuilder::add_capacity(std::size_t strategy, const Member& member) {
  std::map<Month, std::vector<Term>> months;
  for (std::size_t i = 0; i < model_.actions.size(); ++i) {
    const ModelAction& one = model_.actions[i];
    if (one.strategy == strategy && one.owner == &member && one.is_timed())
      for (std::size_t slot = 0; slot < model_.actions[i].slots.size(); ++slot)
        append(months[month_of(model_.actions[i].slots[slot].from)],
               spent_in(i, slot, model_.actions[i].cost.days, 0));
  }
  for (std::size_t i = 0; i < model_.actions.size(); ++i)
    if (model_.actions[i].strategy == strategy && model_.actions[i].owner == &member &&
        model_.actions[i].is_timed())
      add_setup(i, months);
  LimitGroup group{
      {{"the days that {0} has, month by month", "les jours dont dispose {0}, mois par mois"}, {member.name}},
      {},
      {}};
  for (auto& [month, terms] : months)
    if (!terms.empty())
      group.rows.push_back(model_.program.add(Row{
          "days_" + std::to_string(strategy + 1) + "_" +
              std::to_string(&member - strategies_[strategy].team.data() + 1) + "_" +
              std::to_string(group.rows.size() + 1),
          -unbounded,
          days_given(member, strategies_[strategy].period, std::max(month.first, model_.day), last_day(month))
              .value_or(0),
          std::move(terms)}));
  if (!group.rows.empty())
    model_.limits.push_back(std::move(group));
}

/// Days of setting up are given in any months until the first run's.
void ProgramBuilder::add_setup(std::size_t place, std::map<Month, std::vector<Term>>& months) {
  if (!model_.actions[place].begins() || model_.actions[place].cost.setup_days <= 0)
    return;
  begins_in(place, 0);
  ModelAction& one = model_.actions[place];
  const std::string number = std::to_string(place + 1);
  Row until_now{"", 0, unbounded, {}};
  std::size_t slot = 0;
  for (const Bucket& bucket : model_.time[one.strategy]) {
    if (slot == one.slots.size())
      break;
    const Month month = month_of(bucket.from);
    if (one.setup.empty() || one.setup.back().first != month) {
      const int column = model_.program.add(Column{
          "setup_" + number + "_" + std::to_string(one.setup.size() + 1), 0, one.cost.setup_days, 0, false});
      one.setup.emplace_back(month, column);
      months[month].push_back({column, 1});
      until_now.terms.push_back({column, 1});
    }
    const std::size_t before = slot;
    while (slot < one.slots.size() && one.slots[slot].from <= last_day(month))
      ++slot;
    if (slot == before)
      continue;
    Row row = until_now;
    row.name = "set_up_" + number + "_" + std::to_string(slot);
    row.terms.push_back({one.in_slots[slot - 1].begun, -one.cost.setup_days});
    model_.program.add(std::move(row));
  }
  Row whole{"setup_" + number, 0, 0, {{one.runs_at_all, -one.cost.setup_days}}};
  for (const auto& [month, column] : one.setup)
    whole.terms.push_back({column, 1});
  model_.program.add(std::move(whole));
}

void ProgramBuilder::add_term(std::size_t strategy, const BudgetTerm& term, bool is_money) {
  if (!term.origin.sound || term.until < model_.day)
    return;
  const SpentWithin spent = spent_within(strategies_[strategy], term, model_.day);
  Row row{"term_" + std::to_string(strategy + 1) + "_" + std::to_string(model_.limits.size() + 1),
          -unbounded,
          std::max(0.0, is_money ? *term.money - spent.money : *term.days - spent.days),
          {}};
  for (std::size_t i = 0; i < model_.actions.size(); ++i)
    if (model_.actions[i].strategy == strategy && model_.actions[i].is_timed())
      for (std::size_t slot = 0; slot < model_.actions[i].slots.size(); ++slot) {
        const ModelAction& one = model_.actions[i];
        if (holds(term, one.slots[slot].from, one.slots[slot].until))
          append(row.terms, is_money ? spent_in(i, slot, one.cost.money, one.cost.setup_money)
                                     : spent_in(i, slot, one.cost.days, one.cost.setup_days));
      }
  limit({is_money ? Text{"the credits of {0} to {1}: {2}", "les crédits du {0} au {1} : {2}"}
                  : Text{"the person-days of {0} to {1}: {2}", "les jours-personne du {0} au {1} : {2}"},
         {day(term.from), day(term.until),
          is_money ? Argument(Money{*term.money, model_.currency}) : Argument(*term.days)}},
        std::move(row));
}

/// What sequences of actions move can be told apart where they do not begin together.
void ProgramBuilder::start_apart() {
  std::map<std::size_t, std::vector<std::size_t>> by_objective;
  for (std::size_t i = 0; i < model_.actions.size(); ++i)
    if (model_.actions[i].is_timed() && model_.actions[i].starts_alone())
      by_objective[model_.actions[i].objective].push_back(i);
  for (const auto& [objective, actions] : by_objective) {
    if (actions.size() < 2)
      continue;
    std::map<std::size_t, std::vector<Term>> buckets;
    for (const std::size_t place : actions)
      for (std::size_t slot = 0; slot < model_.actions[place].slots.size(); ++slot)
        buckets[model_.actions[place].slots[slot].bucket].push_back({begins_in(place, slot), 1});
    LimitGroup group{{{"sequences that are tried on {0} start apart, so that effects can be told apart",
                       "les séquences essayées sur {0} démarrent à part, pour distinguer les effets"},
                      {name_of(*model_.objectives[objective].objective)}},
                     {},
                     {}};
    for (auto& [bucket, terms] : buckets)
      group.rows.push_back(
          model_.program.add(Row{"starts_" + std::to_string(objective + 1) + "_" + std::to_string(bucket + 1),
                                 -unbounded, 1, std::move(terms)}));
    model_.limits.push_back(std::move(group));
  }
}

std::vector<Term> ModelAction::times_in(std::size_t slot, double factor) const {
  std::vector<Term> terms;
  for (const int column : in_slots[slot].runs)
    terms.push_back({column, factor});
  return terms;
}

} // namespace deploy_plan::analysis
