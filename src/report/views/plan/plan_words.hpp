// What the parts of a plan are called by people: never by an id where there is a name.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/plan.hpp"

namespace deploy_plan::report {

/// Rows that are still read; of more, their number is said.
inline constexpr std::size_t most_plan_rows = 40;

class PlanWords {
public:
  explicit PlanWords(const Plan& told) : plan(told) {}

  /// A name, with its strategy in a portfolio.
  [[nodiscard]] std::string in_strategy(const std::string& name, std::size_t strategy) const;
  [[nodiscard]] std::string name_of(const PlannedAction& one) const;
  /// What its objective is called.
  [[nodiscard]] std::string objective_of(const PlannedAction& one) const;
  [[nodiscard]] std::string segment_name(const std::string& id) const;
  [[nodiscard]] Cell segment_cell(const std::string& id) const;
  [[nodiscard]] bool is_portfolio() const { return plan.strategies.size() > 1; }
  [[nodiscard]] bool is_unfinished(Unfinished what) const;

  /// Why it has no run more; of one without a run, why it has none.
  [[nodiscard]] Phrase reason(const PlannedAction& one) const;
  /// When runs are done, in the order of time: "March to May 2026 (2 a month), 1 to 12 June 2026 (1)".
  [[nodiscard]] Words when(std::span<const PlannedRuns> runs) const;

private:
  const Plan& plan;

  [[nodiscard]] std::string name_of_cause(const PlannedAction& one) const;
};

/// Keeps the rows that are still read, and says how many more there are.
void add_rows(Table table, std::vector<Block>& blocks);

} // namespace deploy_plan::report
