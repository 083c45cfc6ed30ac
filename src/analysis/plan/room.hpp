// What time leaves room for in a plan.
#pragma once
#include "analysis/program/plan_model.hpp"

namespace deploy_plan::analysis {

class TimeRoom {
public:
  /// All must outlive it; of the plan, runs and what they take are read.
  TimeRoom(const PlanModel& planned, const PlanOptions& chosen, const Plan& filled)
      : model_(planned), options_(chosen), plan_(filled) {}

  /// What keeps one run more of an action out of a month, or out of all its time; nothing where time does
  /// not.
  [[nodiscard]] std::optional<PlanReason> what_keeps_out(std::size_t action,
                                                         std::optional<Month> month = {}) const;

private:
  const PlanModel& model_;
  const PlanOptions& options_;
  const Plan& plan_;

  [[nodiscard]] std::optional<PlanReason> what_fills(std::size_t action, const Slot& slot) const;
  [[nodiscard]] bool has_pace(const ModelAction& one, const PlannedAction& told, const Slot& slot) const;
  [[nodiscard]] bool has_days(const ModelAction& one, const PlannedAction& told, const Slot& slot) const;
  [[nodiscard]] bool has_credits(const ModelAction& one, const Slot& slot) const;
};

} // namespace deploy_plan::analysis
