// The cheapest plan that reaches its targets with a probability.
//
// A plan of means reaches them half of the time. Plans made as though each effect that varies, and what comes
// by itself, were one of its lower quantiles are surer and dearer; the quantile is halved. Effects that are
// certain stay what they are, so that the cheapest plan of theirs is sure. Where none of these is, the best
// within a full cost are tried.
#include "analysis/numbers/sampling.hpp"
#include "analysis/plan/parts.hpp"
#include <map>
#include <numeric>

namespace deploy_plan::analysis {
namespace {

class ConfidentSearch {
public:
  ConfidentSearch(const PlanModel& planned, std::span<const Strategy> of, const PlanOptions& chosen,
                  PlanFutures& coming, const SolverLimits& limiting, const ReadPlan& reading)
      : model_(planned), strategies_(of), options_(chosen), futures_(coming), limits_(limiting),
        read_(reading) {
    if (options_.goal == PlanGoal::reach)
      return;
    options_.goal = PlanGoal::reach; // of what would be maximised
    options_.objectives.clear();
    for (const std::size_t wanted : model_.wanted)
      options_.objectives.push_back(model_.objectives[wanted].objective->id);
  }

  ConfidentPlan run() {
    try_cheapest(plan_model(strategies_, model_.day, options_, futures_));
    if (varies())
      halve_quantile();
    if (!found_.plan && !found_.failure)
      halve_cost();
    if (is_over())
      found_.is_whole = false;
    return std::move(found_);
  }

private:
  static constexpr std::size_t draws_of_quantiles = 2001;
  static constexpr std::int64_t runs_of_quantiles =
      10; ///< beyond, variations of runs hardly show in their sum
  const PlanModel& model_;
  const std::span<const Strategy> strategies_;
  PlanOptions options_;
  PlanFutures& futures_;
  const SolverLimits& limits_;
  const ReadPlan& read_;
  ConfidentPlan found_;
  std::map<std::pair<const Action*, std::string>, std::vector<double>>
      drawn_; ///< of each that varies, by segment

  bool is_over() const { return std::chrono::steady_clock::now() >= limits_.until; }

  enum class Tried { sure, unsure, none };
  Tried try_plan(const PlanModel& made, const Solution& solution) {
    if (solution.outcome == Outcome::failed || solution.outcome == Outcome::endless)
      found_.failure = solver_failure(solution);
    if (solution.outcome == Outcome::unknown)
      found_.is_whole = false;
    if (solution.columns.empty())
      return Tried::none;
    Plan plan = read_(made, solution);
    const double probability = plan.simulated->surety().value_or(0);
    found_.is_of_goals = plan.simulated->probability.has_value();
    found_.surest = std::max(found_.surest.value_or(0), probability);
    if (probability < *options_.confidence)
      return Tried::unsure;
    if (!found_.plan || plan.full_cost < found_.plan->full_cost)
      found_.plan = std::move(plan);
    return Tried::sure;
  }

  Tried try_cheapest(const tl::expected<PlanModel, PlanFailure>& made) {
    return made ? try_plan(*made, solve_in_time(*made, made->program, limits_)) : Tried::none;
  }

  /// Effects are taken as means of so many runs as may be planned.
  bool varies() {
    bool any = false;
    for (const std::size_t wanted : model_.wanted) {
      const ModelObjective& one = model_.objectives[wanted];
      const FutureSeries* const series = futures_.grown(one.strategy, *one.objective);
      any |= series != nullptr && !series->growth->trend.problem();
    }
    for (const ModelReach& reach : model_.reaches) {
      const ModelAction& one = model_.actions[reach.action];
      if (!reach.effect || !model_.leads_to_wanted(one.objective))
        continue;
      const EffectDraw effect =
          effect_draw(*one.action, *reach.effect, futures_.options().seed, reach.segment);
      if (!effect.varies())
        continue;
      std::vector<double> runs(
          static_cast<std::size_t>(std::clamp<std::int64_t>(one.most, 1, runs_of_quantiles)));
      auto& values = drawn_[{one.action, reach.segment}];
      for (std::size_t draw = 0; draw < draws_of_quantiles; ++draw) {
        effect.draw(draw, runs);
        values.push_back(mean_of(runs));
      }
      any = true;
    }
    return any;
  }

  tl::expected<PlanModel, PlanFailure> made_for(double quantile) const {
    const auto adjust = [&](const Action& action, ModelReach& one) {
      const auto values = drawn_.find({&action, one.segment});
      if (values != drawn_.end() && one.effect && one.effect->estimate.value != 0) {
        const double share = one.gain < 0 ? 1 - quantile : quantile;
        one.gain *= quantile_of(values->second, share) / one.effect->estimate.value;
      }
    };
    return plan_model(strategies_, model_.day, options_, futures_, {adjust, quantile});
  }

  void halve_quantile() {
    constexpr int halvings = 8;
    double low = 0;
    double high = 1;
    for (int step = 0; step < halvings && !is_over() && !found_.failure; ++step) {
      const double middle = low + (high - low) / 2;
      (try_cheapest(made_for(middle)) == Tried::unsure ? high : low) = middle;
    }
  }

  /// Of the best plans within a full cost: more of it never makes them less sure, but for what the mean does
  /// not see.
  void halve_cost() {
    constexpr int halvings = 12;
    if (try_plan(model_, best_within(model_, unbounded, limits_)) != Tried::sure)
      return;
    double low = 0;
    double high = found_.plan->full_cost;
    for (int step = 0; step < halvings && !is_over(); ++step) {
      const double middle = low + (high - low) / 2;
      const bool is_sure = try_plan(model_, best_within(model_, middle, limits_)) == Tried::sure;
      (is_sure ? high : low) = middle;
    }
  }
};
} // namespace

ConfidentPlan confident_plan(const PlanModel& model, std::span<const Strategy> strategies,
                             const PlanOptions& options, PlanFutures& futures, const SolverLimits& limits,
                             const ReadPlan& read) {
  return ConfidentSearch(model, strategies, options, futures, limits, read).run();
}

} // namespace deploy_plan::analysis
