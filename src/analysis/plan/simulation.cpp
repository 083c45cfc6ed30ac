// A plan over the uncertainty of what its actions give, and of what comes by itself. By these actions alone,
// and what that makes of each goal: two answers, out of the same draws.
#include "analysis/numbers/sampling.hpp"
#include "analysis/plan/gains.hpp"
#include "deploy_plan/direction.hpp"
#include "source/in_order.hpp"
#include <algorithm>
#include <cmath>

namespace deploy_plan::analysis {
namespace {

/// Of a reach: how what its runs bring follows from a draw.
struct Input {
  std::size_t reach;
  EffectDraw effect;
  std::vector<double> weights; ///< of the effects of all its runs, towards the target
  /// Of those that count for a service.
  struct Service {
    std::size_t service;
    std::vector<double> weights;
  };
  std::vector<Service> services;
  std::vector<double> drawn; ///< the value of all its runs
};

/// Beyond, a portfolio is told as a whole.
constexpr std::size_t most_objectives = 100;

/// One thread's work at a time, in draws.
constexpr std::size_t draws_a_chunk = 512;

std::vector<double> weights_of(const ModelReach& one, std::int64_t runs, int direction) {
  std::vector<double> weights(
      std::min(EffectDraw::most_told_apart, static_cast<std::size_t>(std::max<std::int64_t>(0, runs))));
  each_run(one.decay, one.done, runs,
           [&](std::int64_t, std::size_t apart, double weight) { weights[apart] += direction * weight; });
  return weights;
}

std::vector<Input> inputs_of(const PlanModel& model, const Plan& plan, const PlanFutures& futures) {
  std::vector<Input> inputs;
  const auto counted = counted_runs(model, plan);
  std::size_t service = 0;
  for (std::size_t i = 0; i < model.reaches.size(); ++i) {
    const ModelReach& reach = model.reaches[i];
    const std::size_t first = service;
    while (service < model.services.size() && model.services[service].reach == i)
      ++service;
    const std::int64_t runs = reach.runs_of(plan.actions[reach.action]);
    if (runs == 0 || service == first)
      continue;
    const ModelAction& one = model.actions[reach.action];
    Input input{
        i, effect_draw(*one.action, *reach.effect, futures.options().seed, reach.segment), {}, {}, {}};
    if (!input.effect.varies())
      continue;
    const int direction = direction_of(*model.objectives[one.objective].objective, model.day);
    input.weights = weights_of(reach, runs, direction);
    for (std::size_t at = first; at < service; ++at)
      input.services.push_back({at, weights_of(reach, counted[at], direction)});
    inputs.push_back(std::move(input));
  }
  return inputs;
}

/// Of the model, in the plan's order.
std::vector<std::size_t> told_objectives(const PlanModel& model) {
  std::vector<std::size_t> all = model.told();
  return all.size() > most_objectives ? std::vector<std::size_t>() : all;
}

/// What the plan gives, draw by draw: a draw depends on the seed and its number alone.
class Draws {
public:
  Draws(const PlanModel& model, const Plan& plan, const PlanFutures& futures)
      : inputs(inputs_of(model, plan, futures)), objectives(told_objectives(model)),
        results(futures.options().draws),
        of_objectives(objectives.size(), std::vector<double>(results.size())),
        enough(model.wanted.size(), std::vector<char>(results.size())), model_(model), futures_(futures) {
    means_ = values_of(model, counted_runs(model, plan));
    for (Input& input : inputs)
      input.drawn.resize(results.size());
    for (std::size_t i = 0; i < model.objectives.size(); ++i)
      passages_.push_back(passage_to(i));
  }

  std::vector<Input> inputs;
  std::vector<std::size_t> objectives;
  std::vector<double> results;
  std::vector<std::vector<double>> of_objectives;
  std::vector<std::vector<char>> enough; ///< of each wanted: whether the actions alone bring what it needs

  void run() {
    const std::size_t chunks = (results.size() + draws_a_chunk - 1) / draws_a_chunk;
    source::in_order(
        chunks, futures_.options().threads,
        [&](std::size_t chunk) {
          const std::size_t begin = chunk * draws_a_chunk;
          run(begin, std::min(begin + draws_a_chunk, results.size()));
          return chunk;
        },
        [](std::size_t) {});
  }

private:
  /// Draws what passes to an objective; of one to which nothing does, nothing.
  struct PassageOf {
    const Passage* passage = nullptr;
    std::size_t strategy = 0;
  };
  const PlanModel& model_;
  const PlanFutures& futures_;
  std::vector<double> means_;
  std::vector<PassageOf> passages_; ///< of each objective of the model

  static double sum_of(const std::vector<double>& weights, std::span<const double> effects) {
    double sum = 0;
    for (std::size_t run = 0; run < weights.size(); ++run)
      sum += weights[run] * effects[run];
    return sum;
  }

  PassageOf passage_to(std::size_t objective) const {
    const ModelObjective& one = model_.objectives[objective];
    if (!one.from || !(one.leads || one.is_aside))
      return {};
    return {futures_.passage_to(one.strategy, *one.objective), one.strategy};
  }

  void run(std::size_t begin, std::size_t end) {
    PlanGains gains(model_);
    std::vector<double> values = means_;
    std::vector<double> runs(EffectDraw::most_told_apart);
    std::vector<double> passing(passages_.size());
    for (std::size_t draw = begin; draw < end; ++draw) {
      const auto of_strategy = [&](std::size_t place) { return paired(draw, place, results.size()); };
      for (Input& input : inputs) {
        const std::span<double> effects(runs.data(), input.weights.size());
        const std::size_t action = model_.reaches[input.reach].action;
        input.effect.draw(of_strategy(model_.actions[action].strategy), effects);
        input.drawn[draw] = sum_of(input.weights, effects);
        for (const Input::Service& service : input.services)
          values[service.service] = sum_of(service.weights, effects);
      }
      for (std::size_t i = 0; i < passages_.size(); ++i)
        if (const PassageOf& one = passages_[i]; one.passage != nullptr)
          passing[i] = passage_draw(*one.passage, *model_.objectives[i].objective, futures_.options().seed,
                                    of_strategy(one.strategy));
      gains.pass(passing);
      tell(gains, gains.of(values), draw);
    }
  }

  void tell(const PlanGains& gains, const std::vector<double>& all, std::size_t draw) {
    results[draw] = gains.value(all);
    for (std::size_t i = 0; i < objectives.size(); ++i)
      of_objectives[i][draw] = all[objectives[i]];
    for (std::size_t i = 0; i < model_.wanted.size(); ++i) {
      const std::size_t wanted = model_.wanted[i];
      enough[i][draw] = is_enough(all[wanted], *model_.objectives[wanted].needed) ? 1 : 0;
    }
  }
};

/// What moves the result most, the most first.
std::vector<PlanInput> ranked_inputs(const PlanModel& model, Draws& drawn, unsigned threads) {
  std::vector<std::size_t> actions;
  std::vector<std::vector<double>> values; // of each action, over all that it reaches
  for (Input& input : drawn.inputs) {
    const std::size_t action = model.reaches[input.reach].action;
    if (actions.empty() || actions.back() != action) {
      actions.push_back(action);
      values.push_back(std::move(input.drawn));
      continue;
    }
    for (std::size_t draw = 0; draw < values.back().size(); ++draw)
      values.back()[draw] += input.drawn[draw];
  }
  std::vector<PlanInput> told;
  const auto result_ranks = ranks(drawn.results);
  source::in_order(
      values.size(), threads,
      [&](std::size_t action) { return rank_correlation(ranks(values[action]), result_ranks); },
      [&](double correlation) {
        told.push_back({actions[told.size()], correlation});
      });
  std::stable_sort(told.begin(), told.end(), [](const PlanInput& a, const PlanInput& b) {
    return std::abs(a.correlation) > std::abs(b.correlation);
  });
  return told;
}

void tell_gain(ObjectiveGain& gain, const std::vector<double>& drawn) {
  const auto [least, most] = std::minmax_element(drawn.begin(), drawn.end());
  if (*least == *most)
    return;
  const DrawSummary summary = summary_of(drawn);
  gain.median = summary.median;
  gain.low = summary.low;
  gain.high = summary.high;
}

/// What comes of the goals of objectives with the plan's runs.
class Goals {
public:
  Goals(const PlanModel& model, const Plan& plan, PlanFutures& futures) : model_(model), futures_(futures) {
    for (std::size_t place = 0; place < plan.strategies.size(); ++place)
      runs_.push_back(planned_runs(futures.strategy(place), &plan, place).value_or(std::vector<RunsToDo>()));
  }

  void tell(ObjectiveGain& gain, std::size_t objective) {
    const ModelObjective& one = model_.objectives[objective];
    const FutureSeries* const series = futures_.grown(one.strategy, *one.objective);
    if (series == nullptr || one.objective->target.by <= model_.day)
      return;
    const Futures& futures = futures_.futures(one.strategy);
    const Outlooks all =
        futures.outlooks(*series, series->goals.front(), futures.futures_of(*series, &runs_[one.strategy]));
    gain.outlook = all.with_plan;
    gain.as_committed = all.as_committed;
    gain.assumed_events = all.assumed_events;
    if (const auto organic = futures.organic(*series, series->goals.front()); !organic.empty())
      gain.organic = quantile_of(organic, 0.5);
  }

  /// The draws that meet the goal; nothing where its outlook cannot be told.
  std::optional<std::vector<bool>> met(std::size_t objective) {
    const ModelObjective& one = model_.objectives[objective];
    const FutureSeries* const series = futures_.grown(one.strategy, *one.objective);
    if (series == nullptr)
      return std::nullopt;
    const Futures& futures = futures_.futures(one.strategy);
    return futures.met(*series, series->goals.front(), futures.drawn(*series, runs_[one.strategy]));
  }

private:
  const PlanModel& model_;
  PlanFutures& futures_;
  std::vector<std::vector<RunsToDo>> runs_; ///< of each strategy
};

struct Surety {
  double probability = 0;
  bool is_of_goals =
      true; ///< else of a goal that no outlook can be told of, only that the actions bring enough
};
/// How sure it is that everything wanted is reached: by its outlook where that can be told, else by the
/// actions alone.
Surety surety(const PlanModel& model, const Draws& drawn, Goals& goals) {
  const std::size_t draws = drawn.results.size();
  std::vector<char> all(draws, 1);
  Surety told;
  for (std::size_t i = 0; i < model.wanted.size(); ++i) {
    const auto met = goals.met(model.wanted[i]);
    told.is_of_goals &= met.has_value();
    const std::size_t strategy = model.objectives[model.wanted[i]].strategy;
    for (std::size_t draw = 0; draw < draws; ++draw) {
      const bool is_met = met ? (*met)[paired(draw, strategy, draws)] : drawn.enough[i][draw] != 0;
      all[draw] = all[draw] != 0 && is_met ? 1 : 0;
    }
  }
  told.probability = static_cast<double>(std::count(all.begin(), all.end(), 1)) / static_cast<double>(draws);
  return told;
}
} // namespace

void simulate(const PlanModel& model, Plan& plan, PlanFutures& futures) {
  Draws drawn(model, plan, futures);
  drawn.run();
  const DrawSummary value = summary_of(drawn.results);
  plan.simulated = {futures.options().draws,
                    futures.options().seed,
                    value.median,
                    value.low,
                    value.high,
                    {},
                    {},
                    ranked_inputs(model, drawn, futures.options().threads)};
  Goals goals(model, plan, futures);
  for (std::size_t i = 0; i < drawn.objectives.size(); ++i) {
    tell_gain(plan.objectives[i], drawn.of_objectives[i]);
    goals.tell(plan.objectives[i], drawn.objectives[i]);
  }
  if (model.wanted.size() > most_objectives)
    return;
  const Surety told = surety(model, drawn, goals);
  if (told.is_of_goals)
    plan.simulated->probability = told.probability;
  else
    plan.simulated->probability_alone = told.probability;
}

} // namespace deploy_plan::analysis
