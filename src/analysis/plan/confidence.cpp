// The cheapest plan that reaches its targets with a probability.
//
// A plan of means reaches them half of the time. Plans made as though each effect that varies were one of its
// lower quantiles are surer and dearer; the quantile is halved. Effects that are certain stay what they are,
// so that the cheapest plan of theirs is sure. Where none of these is, the best within a full cost are tried.
#include "analysis/numbers/sampling.hpp"
#include "analysis/plan/parts.hpp"
#include <unordered_map>

namespace deploy_plan::analysis {
namespace {

class ConfidentSearch {
public:
  ConfidentSearch(const PlanModel& planned, std::span<const Strategy> of, const PlanOptions& chosen,
                  const SolverLimits& limiting, const ReadPlan& reading)
      : model(planned), strategies(of), options(chosen), limits(limiting), read(reading) {
    if (options.goal == PlanGoal::reach)
      return;
    options.goal = PlanGoal::reach; // of what would be maximised
    options.objectives.clear();
    for (const std::size_t wanted : model.wanted)
      options.objectives.push_back(model.objectives[wanted].objective->id);
  }

  ConfidentPlan run() {
    try_cheapest(plan_model(strategies, model.day, options));
    if (varies())
      halve_quantile();
    if (!found.plan && !found.failure)
      halve_cost();
    if (is_over())
      found.is_whole = false;
    return std::move(found);
  }

private:
  static constexpr std::size_t draws_of_quantiles = 2001;
  const PlanModel& model;
  const std::span<const Strategy> strategies;
  PlanOptions options;
  const SolverLimits& limits;
  const ReadPlan& read;
  ConfidentPlan found;
  std::unordered_map<const Action*, std::vector<double>> drawn; ///< of each that varies

  bool is_over() const { return std::chrono::steady_clock::now() >= limits.until; }

  enum class Tried { sure, unsure, none };
  Tried try_plan(const PlanModel& made, const Solution& solution) {
    if (solution.outcome == Outcome::failed || solution.outcome == Outcome::endless)
      found.failure = solver_failure(solution);
    if (solution.outcome == Outcome::unknown)
      found.is_whole = false;
    if (solution.columns.empty())
      return Tried::none;
    Plan plan = read(made, solution);
    const double probability = plan.simulated->probability;
    found.surest = std::max(found.surest.value_or(0), probability);
    if (probability < *options.confidence)
      return Tried::unsure;
    if (!found.plan || plan.full_cost < found.plan->full_cost)
      found.plan = std::move(plan);
    return Tried::sure;
  }

  Tried try_cheapest(const tl::expected<PlanModel, PlanFailure>& made) {
    return made ? try_plan(*made, solve(made->program, limits)) : Tried::none;
  }

  bool varies() {
    for (const ModelAction& one : model.actions)
      if (one.effect && model.leads_to_wanted(one.objective))
        if (const Law law(one.effect->law); law.varies()) {
          auto& values = drawn[one.action];
          for (std::size_t i = 0; i < draws_of_quantiles; ++i) {
            Random random(options.seed, i + 1);
            values.push_back(law.draw(random));
          }
        }
    return !drawn.empty();
  }

  tl::expected<PlanModel, PlanFailure> made_for(double quantile) const {
    return plan_model(strategies, model.day, options, [&](ModelAction& one) {
      const auto values = drawn.find(one.action);
      if (values != drawn.end() && one.effect && one.effect->estimate.value != 0) {
        const double share = one.gain < 0 ? 1 - quantile : quantile;
        one.gain *= quantile_of(values->second, share) / one.effect->estimate.value;
      }
    });
  }

  void halve_quantile() {
    constexpr int halvings = 8;
    double low = 0;
    double high = 1;
    for (int step = 0; step < halvings && !is_over() && !found.failure; ++step) {
      const double middle = low + (high - low) / 2;
      (try_cheapest(made_for(middle)) == Tried::unsure ? high : low) = middle;
    }
  }

  /// Of the best plans within a full cost: more of it never makes them less sure, but for what the mean does
  /// not see.
  void halve_cost() {
    constexpr int halvings = 12;
    if (try_plan(model, best_within(model, unbounded, limits)) != Tried::sure)
      return;
    double low = 0;
    double high = found.plan->full_cost;
    for (int step = 0; step < halvings && !is_over(); ++step) {
      const double middle = low + (high - low) / 2;
      const bool is_sure = try_plan(model, best_within(model, middle, limits)) == Tried::sure;
      (is_sure ? high : low) = middle;
    }
  }
};
} // namespace

ConfidentPlan confident_plan(const PlanModel& model, std::span<const Strategy> strategies,
                             const PlanOptions& options, const SolverLimits& limits, const ReadPlan& read) {
  return ConfidentSearch(model, strategies, options, limits, read).run();
}

} // namespace deploy_plan::analysis
