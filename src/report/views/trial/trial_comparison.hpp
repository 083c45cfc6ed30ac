// Segments compared, laid out for people.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/trial.hpp"

namespace deploy_plan::report {

/// The chart of means, how far to trust them, and the effects by group and by time.
[[nodiscard]] std::vector<Block> comparison_blocks(const Trial& trial, const ComparedReading& reading);

} // namespace deploy_plan::report
