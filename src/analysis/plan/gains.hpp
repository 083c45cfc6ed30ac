// What runs give: within what segments and markets can absorb, and down the funnel.
#pragma once
#include "analysis/program/plan_model.hpp"

namespace deploy_plan::analysis {

/// Whether a gain is what is needed, but for the last digits of its sums.
[[nodiscard]] inline bool is_enough(double gain, double needed) { return gain >= needed * (1 - 1e-12); }

/// How many runs of a plan count for each service of the model.
[[nodiscard]] std::vector<std::int64_t> counted_runs(const PlanModel& model, const Plan& plan);
/// What so many runs bring to each service's objective, on average.
[[nodiscard]] std::vector<double> values_of(const PlanModel& model, std::span<const std::int64_t> runs);

/// Values of services into gains of objectives, again and again; at the funnel's mean passages, unless told.
class PlanGains {
public:
  explicit PlanGains(const PlanModel& model);
  /// Of each objective of the model; `values` are what each service brings.
  [[nodiscard]] const std::vector<double>& of(std::span<const double> values);
  /// What is maximised: the gain of the one objective wanted, or the sum of the shares of gaps closed.
  [[nodiscard]] double value(const std::vector<double>& gains) const;
  /// What passes to each objective of the model from the one above, from now on.
  void pass(std::span<const double> passages) { passages_.assign(passages.begin(), passages.end()); }

private:
  const PlanModel& model_;
  std::vector<std::size_t> order_; ///< objectives, those above first
  std::vector<int> segment_of_;    ///< of each service, a place among the segments; -1 for none
  std::vector<std::pair<std::size_t, double>> segments_; ///< objective, and what can be absorbed
  std::vector<double> gains_, in_segments_, passages_;
};

/// Which draw of a strategy goes with a draw of the plan. Strategies draw alike, so that what is told of one
/// does not depend on those beside it; in a portfolio their draws are paired apart, for nothing makes the
/// good months of one those of another.
[[nodiscard]] inline std::size_t paired(std::size_t draw, std::size_t strategy, std::size_t draws) {
  constexpr std::size_t apart = 0x9E3779B9; // of the golden ratio: no two strategies lie near each other
  return (draw + strategy * apart) % draws;
}

/// Fills in the value of a plan, and the gains of its objectives, over the uncertainty of its effects; what
/// comes of their goals; and how sure it is, unless too many objectives are wanted.
void simulate(const PlanModel& model, Plan& plan, PlanFutures& futures);

} // namespace deploy_plan::analysis
