// The libraries that are opened only when they are needed, and what cannot be told without them.
#pragma once
#include "deploy_plan/text.hpp"
#include <optional>

namespace deploy_plan {

/// Why no plan can be worked out on this machine; nothing where CBC is installed.
[[nodiscard]] std::optional<Text> missing_for_plans();

} // namespace deploy_plan
