// What was measured, described.
#pragma once
#include "answers/description.hpp"
#include "deploy_plan/measure.hpp"

namespace deploy_plan::answers {

/// Of several strategies.
struct MeasuredPortfolio {
  Date as_of{};
  std::span<const Measured> strategies;
};
template <>
const Record& description<Measured>();
template <>
const Record& description<MeasuredPortfolio>();

} // namespace deploy_plan::answers
