// What runs give: into their segment, their objective, and down the funnel, by each day that is planned for.
#include "analysis/program/builder.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// By the first strategy that gives it a name.
std::string called(const std::string& segment, std::span<const Strategy> strategies) {
  for (const Strategy& strategy : strategies)
    if (std::string name = segment_name(strategy.market, segment); name != segment)
      return name;
  return segment;
}
} // namespace

void ProgramBuilder::add_gains() {
  std::vector<std::vector<Term>> own(model_.objectives.size());
  gains_of_services_.resize(model_.services.size());
  for (ModelService& service : model_.services)
    if (model_.actions[model_.reaches[service.reach].action].is_in() &&
        !model_.objectives[service.objective].is_aside)
      add_service(service, own);
  for (auto& [of, gains] : segments_)
    add_sum("segment_" + std::to_string(of.first + 1) + "_" + of.second, gains.first,
            std::move(gains.second));
  for (const std::size_t wanted : model_.wanted)
    settle(wanted, own);
}

void ProgramBuilder::add_service(ModelService& service, std::vector<std::vector<Term>>& own) {
  const ModelReach& reach = model_.reaches[service.reach];
  const std::vector<Term> terms = gain_terms(service);
  gains_of_services_[static_cast<std::size_t>(&service - model_.services.data())] = terms;
  if (!reach.room)
    return append(own[service.objective], terms);
  const std::string& segment = model_.segment_of(reach);
  auto& [column, gains] =
      segments_.try_emplace({service.objective, segment}, -1, std::vector<Term>()).first->second;
  if (column < 0) {
    column = model_.program.add(Column{"s" + std::to_string(service.objective + 1) + "_" + segment,
                                       -unbounded, *reach.room, 0, false});
    own[service.objective].push_back({column, 1});
  }
  service.segment_column = column;
  service.segment_ceiling = *reach.room;
  append(gains, terms);
}

/// What runs that count by the day add, as terms of its objective.
std::vector<Term> ProgramBuilder::gain_terms(const ModelService& service) {
  const ModelReach& reach = model_.reaches[service.reach];
  const ModelAction& one = model_.actions[reach.action];
  std::vector<std::size_t> counted;
  for (std::size_t slot = 0; slot < one.slots.size(); ++slot)
    if (one.slots[slot].until < service.before)
      counted.push_back(slot);
  if (one.is_timed() && counted.size() < one.slots.size())
    return gain_terms_before(
        reach, service.objective, counted,
        static_cast<std::size_t>(std::find(one.reaches.begin(), one.reaches.end(), service.reach) -
                                 one.reaches.begin()));
  if (reach.decay == 0)
    return reach.times(reach.gain);
  std::vector<Term> terms;
  for (std::size_t run = 0; run < reach.runs.size(); ++run)
    terms.push_back({reach.runs[run], reach.gain_of(static_cast<std::int64_t>(run) + 1)});
  return terms;
}

/// Of those slots alone: runs in them are the first ones, whose gains have columns of their own where they
/// differ.
std::vector<Term> ProgramBuilder::gain_terms_before(const ModelReach& reach, std::size_t place,
                                                    const std::vector<std::size_t>& counted, std::size_t at) {
  const ModelAction& one = model_.actions[reach.action];
  std::vector<Term> terms;
  if (reach.decay == 0) {
    for (const std::size_t slot : counted)
      terms.push_back({one.in_slots[slot].runs[at], reach.gain});
    return terms;
  }
  const std::string name =
      "d" + std::to_string(place + 1) + "_" + std::to_string(reach.action + 1) + "_" + std::to_string(at + 1);
  Row sum{name, 0, 0, {}};
  const bool fills_in_order = reach.gain > 0 && options_.floors.empty();
  const auto within = static_cast<std::int64_t>(reach.runs.size());
  for (std::int64_t run = 1; run <= within; ++run) {
    const double gain = reach.gain_of(run);
    const int column = model_.program.add(Column{name + "_" + std::to_string(run), 0,
                                                 run == within ? static_cast<double>(one.most) : 1, 0, true});
    if (!fills_in_order && run > 1)
      model_.program.add(Row{"order_" + name + "_" + std::to_string(run),
                             -unbounded,
                             0,
                             {{column, 1}, {terms.back().column, -static_cast<double>(one.most)}}});
    terms.push_back({column, gain});
    sum.terms.push_back({column, 1});
  }
  for (const std::size_t slot : counted)
    sum.terms.push_back({one.in_slots[slot].runs[at], -1});
  model_.program.add(std::move(sum));
  return terms;
}

/// A column that is at most a sum, and so at least the least that the sum can be: CBC's presolve loses its
/// way where a column has no lower bound.
void ProgramBuilder::add_sum(std::string name, int column, std::vector<Term> sum) {
  model_.program.columns[static_cast<std::size_t>(column)].low = least_of(sum);
  for (Term& term : sum)
    term.factor = -term.factor;
  sum.push_back({column, 1});
  model_.program.add(Row{std::move(name), -unbounded, 0, std::move(sum)});
}

double ProgramBuilder::least_of(const std::vector<Term>& sum) const {
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
void ProgramBuilder::settle(std::size_t place, std::vector<std::vector<Term>>& own) {
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

void ProgramBuilder::add_ceiling(const ModelObjective& one, int column) {
  Column free = model_.program.columns[static_cast<std::size_t>(column)];
  free.high = unbounded;
  model_.limits.push_back({{{"what the market can still absorb of {0}: {1}",
                             "ce que le marché peut encore absorber de {0} : {1}"},
                            {name_of(*one.objective), *one.ceiling}},
                           {},
                           {{column, free}}});
}

/// Of what runs bring before any ceiling: else a plan could keep a floor by calling what it brings less.
void ProgramBuilder::add_floors() {
  for (const SegmentFloor& floor : options_.floors) {
    std::map<int, double> sums;
    for (std::size_t i = 0; i < model_.services.size(); ++i) {
      const ModelService& service = model_.services[i];
      const bool is_there = model_.segment_of(model_.reaches[service.reach]) == floor.segment;
      const double factor = model_.worth(service.objective) * ((is_there ? 1 : 0) - floor.share);
      for (const Term& term : gains_of_services_[i])
        sums[term.column] += factor * term.factor;
    }
    Row row{"floor_" + std::to_string(model_.floor_rows.size() + 1), 0, unbounded, {}};
    for (const auto& [column, factor] : sums)
      row.terms.push_back({column, factor});
    model_.floor_rows.emplace_back(floor, limit({{"at least {0} of what is brought in {1}",
                                                  "au moins {0} de ce qui est apporté dans {1}"},
                                                 {Share{floor.share}, called(floor.segment, strategies_)}},
                                                std::move(row)));
  }
}

const std::string& PlanModel::segment_of(const ModelReach& reach) const {
  const ModelAction& one = actions[reach.action];
  return !reach.segment.empty()         ? reach.segment
         : !one.action->segment.empty() ? one.action->segment
                                        : objectives[one.objective].objective->segment;
}

double PlanModel::worth(std::size_t objective) const {
  double all = 0;
  for (const std::size_t goal : wanted) {
    double passes = sums_shares() ? 1 / *objectives[goal].needed : 1;
    for (std::optional<std::size_t> at = goal; at; at = objectives[*at].from) {
      if (*at == objective)
        all += passes;
      passes *= objectives[*at].conversion;
    }
  }
  return all;
}

std::vector<std::size_t> PlanModel::told() const {
  std::vector<std::size_t> places;
  std::map<const Objective*, std::size_t> of; // places among those
  for (std::size_t i = 0; i < objectives.size(); ++i) {
    const ModelObjective& one = objectives[i];
    const auto [known, is_new] = of.emplace(one.objective, places.size());
    if (is_new)
      places.push_back(i);
    std::size_t& place = places[known->second];
    const bool is_told_aside = one.is_aside && one.by == one.objective->target.by &&
                               objectives[place].leads &&
                               std::find(wanted.begin(), wanted.end(), place) == wanted.end();
    if (is_told_aside)
      place = i;
    const bool is_own = one.leads && one.by == one.objective->target.by &&
                        std::find(wanted.begin(), wanted.end(), i) != wanted.end();
    const bool is_better = one.leads && !objectives[place].is_aside &&
                           (!objectives[place].leads || *objectives[place].by < *one.by);
    const bool has_own = std::find(wanted.begin(), wanted.end(), place) != wanted.end();
    if (is_own || (is_better && !has_own))
      place = i;
  }
  std::erase_if(places,
                [&](std::size_t place) { return !objectives[place].leads && !objectives[place].is_aside; });
  return places;
}

} // namespace deploy_plan::analysis
