// What tests that compare segments tell.
#pragma once
#include "answers/description.hpp"
#include "deploy_plan/trial.hpp"

namespace deploy_plan::answers {

/// Of a `ComparedReading`, under a key of its own.
extern const Record compared_record;

} // namespace deploy_plan::answers
