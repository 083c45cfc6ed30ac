// Forecasts for people and for scripts.
#pragma once
#include "deploy_plan/answers.hpp"

namespace deploy_plan::report {

[[nodiscard]] std::vector<Section> forecast_sections(const Forecast& forecast);
/// The market's figures at the top; those of segments and objectives in `series`.
/// A row a point of each series.
[[nodiscard]] std::string forecast_csv(const Forecast& forecast, bool french_dialect);

} // namespace deploy_plan::report
