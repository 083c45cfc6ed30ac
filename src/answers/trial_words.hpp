// Verdicts in words.
#pragma once
#include "deploy_plan/trial.hpp"

namespace deploy_plan::answers {

/// What a test's verdict rests on, in a sentence that asks for no statistics.
[[nodiscard]] Phrase verdict_reason(const Trial& trial);

} // namespace deploy_plan::answers
