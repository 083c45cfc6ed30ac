// The libraries that are opened only when they are needed, and what cannot be told without them.
#pragma once
#include "deploy_plan/forecast.hpp"

namespace deploy_plan {

/// Why no plan can be worked out on this machine; nothing where CBC is installed.
[[nodiscard]] std::optional<Text> missing_for_plans();
/// Why a forecast is not what it would be: curves that it asks for could not be fitted without NLopt. Nothing
/// where it is installed, or none was asked for.
[[nodiscard]] std::optional<Text> missing_for(const Forecast& forecast);

} // namespace deploy_plan
