// What tests by sequence tell.
#pragma once
#include "answers/description.hpp"
#include "deploy_plan/trial.hpp"
#include <cmath>

namespace deploy_plan::answers {

/// Of a `SequenceReading`.
extern const Record sequence_record;
/// Of an `Interval` that nothing may bound.
extern const Record open_record;

/// Nothing where nothing bounds a figure.
[[nodiscard]] inline std::optional<double> where_bounded(double value) {
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace deploy_plan::answers
