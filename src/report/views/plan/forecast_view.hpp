// Forecasts for people and for scripts.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/forecast.hpp"
#include <nlohmann/json.hpp>

namespace deploy_plan::report {

[[nodiscard]] std::vector<Section> forecast_sections(const Forecast& forecast);
[[nodiscard]] Document forecast_document(const Forecast& forecast, Date as_of);
/// The market's figures at the top; those of segments and objectives in `series`.
[[nodiscard]] nlohmann::ordered_json forecast_json(const Forecast& forecast);
/// A row a point of each series.
[[nodiscard]] std::string forecast_csv(const Forecast& forecast, bool french_dialect);

} // namespace deploy_plan::report
