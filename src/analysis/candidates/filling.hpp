// Plans found quickly: good ones, and never one that breaks a limit, where a solver would find the best.
#pragma once
#include "analysis/outlook/plan_futures.hpp"
#include "analysis/plan/gains.hpp"

namespace deploy_plan::analysis {

/// Runs of a plan, as far as its value hangs on them.
struct QuickPlan {
  std::vector<std::int64_t> runs;    ///< of each reach of the model
  std::vector<std::int64_t> counted; ///< of each service
  double money = 0, days = 0;
  friend bool operator==(const QuickPlan& a, const QuickPlan& b) {
    return a.counted == b.counted && a.runs == b.runs;
  }
};
/// Of a plan that was made.
[[nodiscard]] QuickPlan quick_plan(const PlanModel& model, const Plan& plan);

/// What runs are taken to bring.
struct Believed {
  std::vector<double> gains;    ///< of the first run ever of each reach, towards its target
  std::vector<double> passages; ///< to each objective of the model
};

/// Fills the means with the runs that bring most for what they take.
class Filling {
public:
  /// All must outlive it.
  Filling(const PlanModel& planned, std::span<const Strategy> of, const PlanOptions& chosen);

  /// Runs that come first, whatever they bring: those of a test.
  struct First {
    std::size_t action = 0;
    std::int64_t runs = 0;
  };
  /// The best of a few ways to fill; nothing where what has to run cannot.
  [[nodiscard]] std::optional<QuickPlan> fill(const Believed& believed,
                                              std::optional<First> first = {}) const;
  /// The same, made better by leaving one action out after the other.
  [[nodiscard]] std::optional<QuickPlan> fill_with_care(const Believed& believed) const;

private:
  class Attempt;
  /// What a team member can give in a month, or a term holds.
  struct Pot {
    double money = 0, days = 0;
  };
  struct Timing {
    std::vector<std::optional<std::size_t>> month_pots; ///< of each slot: the owner's days
    std::vector<std::vector<std::size_t>> term_pots;    ///< of each slot
    std::vector<std::vector<std::int64_t>> apart;       ///< runs that slots from one to another have room for
    std::vector<std::size_t> setup_pots;                ///< months in which it can be set up, in their order
  };
  const PlanModel& model_;
  const std::span<const Strategy> strategies_;
  const PlanOptions& options_;
  std::vector<Pot> pots_;
  std::vector<Timing> timing_;                        ///< of each action
  std::vector<std::vector<std::size_t>> services_of_; ///< of each reach, those that count
  std::vector<std::vector<std::size_t>> rivals_; ///< of each action: that it excludes, or that exclude it
  double money_ = unbounded, days_ = unbounded;

  void add_months();
  void add_terms();
  void add_spacing();
};

} // namespace deploy_plan::analysis
