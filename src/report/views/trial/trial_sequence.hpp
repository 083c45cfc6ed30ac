// Tests by sequence, laid out for people, and the cells that they share with other tests.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/trial.hpp"

namespace deploy_plan::report {

/// The chart of counts, the changes at each start, and what else the counts tell.
[[nodiscard]] std::vector<Block> sequence_blocks(const Trial& trial, const SequenceReading& reading);

/// "3 to 5", in points of percentage where the scale is 100.
[[nodiscard]] Cell interval_cell(const Interval& interval, double scale = 100);
/// How often chance alone would do as much.
[[nodiscard]] Cell chance_cell(double p_value);

} // namespace deploy_plan::report
