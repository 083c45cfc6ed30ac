// Verdicts in words.
#pragma once
#include "deploy_plan/trial.hpp"

namespace deploy_plan::answers {

/// What a test's verdict rests on, in a sentence that asks for no statistics.
[[nodiscard]] Phrase verdict_reason(const Trial& trial);
/// Why its verdict is to be read with a reserve, in a clause whose subject is the test; nothing where there
/// is none. `says_adopt` tells which verdict it is.
[[nodiscard]] Words reserve_words(const std::optional<TrialReserve>& reserve, bool says_adopt);
/// The same of a comparison of segments.
[[nodiscard]] Phrase comparison_reason(const Trial& trial);
/// An effect as people read it: "12%" where it is relative, else a number; without its sign.
[[nodiscard]] Words effect_words(const ComparedReading& reading, double effect);

} // namespace deploy_plan::answers
