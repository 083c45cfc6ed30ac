#include "analysis/outlook/lifts.hpp"
#include <algorithm>
#include <cmath>
#include <map>

namespace deploy_plan::analysis {

EffectDraw::EffectDraw(const Law& law, double variation, std::uint64_t seed_of_mean,
                       std::uint64_t seed_of_runs)
    : law_(law), spread_(variation > 0 ? std::sqrt(std::log1p(variation * variation)) : 0),
      seed_of_mean_(seed_of_mean), seed_of_runs_(seed_of_runs) {}

void EffectDraw::draw(std::uint64_t draw, std::span<double> runs) const {
  const double mean = this->mean(draw);
  Random of_runs(seed_of_runs_, draw + 1);
  for (double& run : runs) // lognormal, of mean 1
    run = spread_ > 0 ? mean * std::exp(spread_ * of_runs.normal() - spread_ * spread_ / 2) : mean;
}

double EffectDraw::mean(std::uint64_t draw) const {
  Random of_mean(seed_of_mean_, draw + 1);
  return law_.draw(of_mean);
}

std::uint64_t seed_of_kind(std::uint64_t seed, std::string_view kind, std::string_view name) {
  return seed_of(seed_of(seed, kind), name);
}

double passage_draw(const Passage& passage, const Objective& to, std::uint64_t seed, std::uint64_t draw) {
  Random random(seed_of_kind(seed, "passage to", to.id), draw + 1);
  return passage.draw(random);
}

namespace {

const ActionSegment* segment_named(const Action& action, std::string_view segment) {
  const auto found = std::find_if(action.segments.begin(), action.segments.end(),
                                  [&](const ActionSegment& one) { return one.segment == segment; });
  return found == action.segments.end() ? nullptr : &*found;
}

/// The segment that runs are of; empty where nothing says.
std::string_view segment_of(const Action& action, const RunsToDo& runs) {
  return action.segments.empty() ? action.segment : runs.segment;
}

/// Whether an action leads to a target's segment, in one of its own or in its only one.
bool runs_there(const Action& action, const LiftTarget& target) {
  return target.segment.empty() ||
         (action.segments.empty() ? action.segment == target.segment
                                  : segment_named(action, target.segment) != nullptr);
}

/// Whether a result is known to be of a target's segment.
bool was_there(const Action& action, const Result& result, const LiftTarget& target) {
  return target.segment.empty() || action.segments.empty() || result.segment == target.segment;
}

bool has_unwritten_results(const Action& action, const LiftTarget& target) {
  const PastRuns past = past_runs(target.segment.empty() ? action : run_in(action, target.segment));
  return past.count > past.in_results ||
         std::any_of(action.results.begin(), action.results.end(), [&](const Result& one) {
           return one.segment.empty() && !was_there(action, one, target);
         });
}
} // namespace

EffectDraw effect_draw(const Action& action, const RunEffect& effect, std::uint64_t seed,
                       std::string_view segment) {
  std::uint64_t of_mean = seed_of_kind(seed, "effect of", action.id);
  std::uint64_t of_runs = seed_of_kind(seed, "runs of", action.id);
  if (const ActionSegment* const there = segment_named(action, segment)) {
    of_runs = seed_of(of_runs, segment);
    of_mean = there->effect ? seed_of(of_mean, segment) : of_mean;
  }
  return {Law(effect.law), variation_of(action), of_mean, of_runs};
}

Lifts::Lifts(const Strategy& strategy, const Gap& known, const FutureOptions& options)
    : strategy_(strategy), options_(options), funnel_(strategy, known), sizes_(strategy.market, known.as_of),
      effects_(strategy, known.as_of) {
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < strategy.objectives.size(); ++i)
    if (strategy.objectives[i].origin.sound)
      places.emplace(strategy.objectives[i].id, i);
  for (const Action& action : strategy.actions) {
    const auto found = places.find(action.objective);
    objective_of_.push_back(found == places.end() || !action.origin.sound ? std::nullopt
                                                                          : std::optional(found->second));
  }
}

std::optional<std::size_t> Lifts::level_of(std::size_t action, std::span<const std::size_t> chain) const {
  if (!objective_of_[action])
    return std::nullopt;
  const auto found = std::find(chain.begin(), chain.end(), *objective_of_[action]);
  return found == chain.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - chain.begin()));
}

std::optional<std::size_t> Lifts::level_of(const RunsToDo& runs, const LiftTarget& target,
                                           std::span<const std::size_t> chain) const {
  const bool is_there =
      target.segment.empty() || segment_of(strategy_.actions[runs.action], runs) == target.segment;
  return is_there ? level_of(runs.action, chain) : std::nullopt;
}

bool Lifts::any(const LiftTarget& target, std::span<const RunsToDo> runs) const {
  const auto chain = funnel_.chain(target.objective);
  return std::any_of(runs.begin(), runs.end(),
                     [&](const RunsToDo& one) { return level_of(one, target, chain).has_value(); });
}

bool Lifts::has_unwritten(const LiftTarget& target) const {
  const auto chain = funnel_.chain(target.objective);
  for (std::size_t i = 0; i < strategy_.actions.size(); ++i)
    if (const Action& action = strategy_.actions[i];
        level_of(i, chain) && runs_there(action, target) && has_unwritten_results(action, target))
      return true;
  return false;
}

std::optional<double> Lifts::room(std::string_view segment) const {
  const TierSizes* const of = sizes_.find(segment);
  return of == nullptr ? std::nullopt : of->to_absorb();
}

std::vector<double> Lifts::brought(const LiftTarget& target, std::span<const Date> until) const {
  std::vector<double> all(until.size());
  const auto chain = funnel_.chain(target.objective);
  bool any = false;
  for (std::size_t i = 0; i < strategy_.actions.size(); ++i) {
    const Action& action = strategy_.actions[i];
    const auto level = level_of(i, chain);
    if (!level || !runs_there(action, target))
      continue;
    double passes = 1;
    for (std::size_t at = 0; at < *level; ++at)
      passes *= funnel_.to(chain[at])->mean();
    for (const Result& result : action.results)
      if (result.origin.sound && was_there(action, result, target) && std::isfinite(passes * result.effect)) {
        any = true;
        const Date there = result.date + delay_of(action);
        for (std::size_t day = 0; day < until.size(); ++day)
          all[day] += there <= until[day] ? passes * result.effect : 0;
      }
  }
  return any ? all : std::vector<double>();
}

/// The gains of a chain of stages in one draw, day after day: within what segments and markets can absorb,
/// and down the funnel.
class Lifts::Chain {
public:
  Chain(std::size_t levels, std::vector<std::optional<double>> ceilings)
      : ceilings_(std::move(ceilings)), own_(levels) {}

  /// The limit that actions of a level in a segment share; made where it is new.
  std::size_t limit(std::size_t level, std::string_view segment, double room) {
    const auto [found, is_new] = limits_.emplace(std::pair(level, segment), rooms_.size());
    if (is_new)
      rooms_.push_back({level, room, 0});
    return found->second;
  }

  void begin() {
    std::fill(own_.begin(), own_.end(), 0.0);
    for (Room& one : rooms_)
      one.gained = 0;
  }
  void add(std::size_t level, std::optional<std::size_t> limit, double gain) {
    (limit ? rooms_[*limit].gained : own_[level]) += gain;
  }
  /// Of the target, so far; `passes` from each level to the one before it.
  [[nodiscard]] double gain(std::span<const double> passes) const {
    double all = 0;
    for (std::size_t level = own_.size(); level-- > 0;) {
      all = (level + 1 < own_.size() ? passes[level] * all : 0) + own_[level];
      for (const Room& one : rooms_)
        if (one.level == level)
          all += std::min(one.gained, one.left);
      if (ceilings_[level])
        all = std::min(all, *ceilings_[level]);
    }
    return all;
  }

private:
  struct Room {
    std::size_t level;
    double left;
    double gained;
  };
  std::vector<std::optional<double>> ceilings_; ///< of each level
  std::vector<double> own_;                     ///< gains of actions without a segment
  std::vector<Room> rooms_;
  std::map<std::pair<std::size_t, std::string_view>, std::size_t> limits_;
};

/// An action's runs, as what they add follows from a draw.
struct Lifts::Source {
  EffectDraw effect;
  std::size_t level = 0;
  std::optional<std::size_t> limit; ///< that its gains share
  struct Share {
    std::size_t run;
    double weight;
  };
  std::vector<std::vector<Share>> by_day; ///< of the runs since the day before among the days
  std::vector<double> drawn;              ///< the effects of its runs
};

void Lifts::place_runs(Source& source, const Action& action, const RunsToDo& runs,
                       std::span<const Date> days) {
  source.by_day.resize(days.size());
  const std::int64_t count = runs.count();
  source.drawn.resize(std::min(EffectDraw::most_told_apart, static_cast<std::size_t>(count)));
  std::vector<Date> there; // when what each brings is there
  there.reserve(static_cast<std::size_t>(count));
  each_day(runs, [&](std::int64_t, Date day) { there.push_back(day + delay_of(action)); });
  each_run(action.decay.value_or(0), past_runs(action).count, count,
           [&](std::int64_t run, std::size_t apart, double weight) {
             const auto day =
                 std::lower_bound(days.begin(), days.end(), there[static_cast<std::size_t>(run - 1)]);
             if (day == days.end())
               return;
             auto& shares = source.by_day[static_cast<std::size_t>(day - days.begin())];
             const auto known = std::find_if(shares.begin(), shares.end(),
                                             [&](const auto& one) { return one.run == apart; });
             if (known == shares.end())
               shares.push_back({apart, weight});
             else
               known->weight += weight;
           });
}

std::vector<Lifts::Source> Lifts::sources(const LiftTarget& target, std::span<const RunsToDo> runs,
                                          std::span<const Date> days, Chain& into) const {
  const auto chain = funnel_.chain(target.objective);
  std::vector<Source> all;
  for (const RunsToDo& one : runs) {
    const auto level = level_of(one, target, chain);
    if (!level)
      continue;
    const Action& action = strategy_.actions[one.action];
    const Action there = one.segment.empty() ? action : run_in(action, one.segment);
    const auto effect = effects_.of(action, one.segment);
    if (!effect)
      continue;
    Source source{effect_draw(action, *effect, options_.seed, one.segment), *level, {}, {}, {}};
    const std::string_view segment = segment_of(action, one);
    const auto left = segment.empty() ? std::nullopt : room(segment);
    if (left && counts_beneficiaries(strategy_.objectives[*objective_of_[one.action]], strategy_.market))
      source.limit = into.limit(*level, segment, *left);
    place_runs(source, there, one, days);
    all.push_back(std::move(source));
  }
  return all;
}

void Lifts::add(const LiftTarget& target, std::span<const RunsToDo> runs, std::span<const Date> days,
                std::span<double> into) const {
  const auto stages = funnel_.chain(target.objective);
  std::vector<std::optional<double>> ceilings;
  for (const std::size_t objective : stages)
    ceilings.push_back(counts_beneficiaries(strategy_.objectives[objective], strategy_.market)
                           ? room(strategy_.objectives[objective].segment)
                           : std::nullopt);
  Chain chain(stages.size(), std::move(ceilings));
  std::vector<Source> sources = this->sources(target, runs, days, chain);
  if (sources.empty())
    return;
  std::vector<double> passes(stages.size());
  for (std::size_t draw = 0; draw < options_.draws; ++draw) {
    for (Source& one : sources)
      one.effect.draw(draw, one.drawn);
    for (std::size_t level = 0; level + 1 < stages.size(); ++level)
      passes[level] =
          passage_draw(*funnel_.to(stages[level]), strategy_.objectives[stages[level]], options_.seed, draw);
    chain.begin();
    for (std::size_t place = 0; place < days.size(); ++place) {
      for (const Source& one : sources)
        for (const Source::Share& share : one.by_day[place])
          chain.add(one.level, one.limit, share.weight * one.drawn[share.run]);
      into[place * options_.draws + draw] += chain.gain(passes);
    }
  }
}

} // namespace deploy_plan::analysis
