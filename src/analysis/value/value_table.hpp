// What plans bring, draw by draw, and what is expected of them once a part of what is uncertain is known.
//
// A plan's value is a sum over what it runs of run weights, mean effects and passages, which are independent:
// what is expected of it given one of them is known exactly. Only where ceilings cut that sum is the rest a
// regression over the draws.
#pragma once
#include "analysis/candidates/plan_draws.hpp"
#include "analysis/value/closed_forms.hpp"

namespace deploy_plan::analysis {

/// Of each plan, what is expected of it beyond its mean given what is to be known, draw by draw.
using Deviations = std::vector<std::vector<double>>;

/// An expected value out of draws.
struct DrawnMean {
  double value = 0;
  double standard_error = 0; ///< 0 where it is exact
};

class ValueTable {
public:
  /// All but the plans must outlive it; one plan at least.
  ValueTable(const PlanModel& planned, const PlanDraws& uncertain, std::vector<QuickPlan> some);

  [[nodiscard]] const std::vector<QuickPlan>& plans() const { return plans_; }
  [[nodiscard]] std::size_t draws() const { return drawn_.draws; }
  /// Expected of each plan.
  [[nodiscard]] const std::vector<double>& means() const { return means_; }
  [[nodiscard]] std::size_t best() const;
  /// Plans that are the best in some draw, or on average.
  [[nodiscard]] std::vector<std::size_t> contenders() const;
  /// The plan's expected value of perfect information.
  [[nodiscard]] DrawnMean perfect() const;

  /// Whether the effect of an action is uncertain, and of some plan.
  [[nodiscard]] bool is_uncertain(std::size_t action) const;
  [[nodiscard]] bool is_uncertain_passage(std::size_t objective) const;
  /// Given the mean effect of an action, or what passes to an objective.
  [[nodiscard]] Deviations given_effect(std::size_t action) const;
  [[nodiscard]] Deviations given_passage(std::size_t objective) const;
  /// The same as lines over a normal law, where an action's effect is one and no ceiling is met; empty
  /// elsewhere.
  [[nodiscard]] std::vector<ChoiceLine> lines(std::size_t action) const;
  [[nodiscard]] double deviation(std::size_t action) const;

private:
  const PlanModel& model_;
  const PlanDraws& drawn_;
  std::vector<QuickPlan> plans_;
  /// A way from a service to an objective that is wanted.
  struct Way {
    double scale = 1;
    std::vector<std::size_t> passages; ///< objectives that are passed to
  };
  std::vector<std::vector<Way>> ways_;       ///< of each service
  std::vector<std::vector<double>> weights_; ///< [plan][service]: run weights
  std::vector<std::vector<double>> values_;  ///< [plan][draw], around `means_`
  std::vector<std::vector<double>> cut_;     ///< [plan][draw]: what ceilings take; empty where they never do
  std::vector<double> means_;

  std::vector<std::vector<std::size_t>> services_of_; ///< of each reach

  void find_ways();
  /// What a plan gains for each unit that the effects of a reach are above their mean, ceilings apart.
  [[nodiscard]] double slope_of(std::size_t plan, std::size_t reach) const;
  void weigh();
  void evaluate();
  [[nodiscard]] double way_mean(const Way& way, std::optional<std::size_t> but = {}) const;
  [[nodiscard]] double passing(std::size_t service, std::size_t draw) const;
  [[nodiscard]] double passing_mean(std::size_t service) const;
  [[nodiscard]] bool is_any_cut() const;
  /// Adds what the regression of what ceilings take on some features explains.
  void add_cut(const std::vector<const std::vector<double>*>& features, Deviations& into) const;
};

/// The expected gain of choosing among plans once their deviations, times a factor in [0, 1], are known.
[[nodiscard]] DrawnMean gain_of(const std::vector<double>& means, const Deviations& deviations,
                                double factor = 1);

} // namespace deploy_plan::analysis
