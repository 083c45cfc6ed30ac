// What tests are worth before a plan is followed.
#pragma once
#include "analysis/outlook/plan_futures.hpp"
#include "analysis/program/plan_model.hpp"

namespace deploy_plan::analysis {

/// Among plans of the model, of which `plan` is the one that is followed now; nullptr where none was made:
/// then the best of those that are found quickly. Nothing where none is found.
[[nodiscard]] std::optional<TestValues> value_tests(const PlanModel& model,
                                                    std::span<const Strategy> strategies,
                                                    const PlanOptions& options, PlanFutures& futures,
                                                    const Plan* plan);

} // namespace deploy_plan::analysis
