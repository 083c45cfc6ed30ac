// Which rules a file's own settings, or an option, may silence.
#pragma once
#include "deploy_plan/check.hpp"

namespace deploy_plan {

/// A field that could not be read is missing from every figure: what the loader finds is an error, whatever a
/// file or the options say.
[[nodiscard]] bool can_be_silenced(const RuleEntry& rule);

} // namespace deploy_plan
