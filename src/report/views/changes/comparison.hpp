// Scenarios side by side, for people and for scripts.
#pragma once
#include "answers/comparison.hpp"
#include "deploy_plan/document.hpp"
#include "report/views/changes/figure_rows.hpp"

namespace deploy_plan::report {

[[nodiscard]] Document comparison_document(const answers::ScenarioComparison& comparison,
                                           std::span<const answers::Row> rows, const ChangesView& view);
[[nodiscard]] std::string comparison_json(const answers::ScenarioComparison& comparison,
                                          std::span<const answers::Row> rows);
/// A row a path, a column a scenario.
[[nodiscard]] std::string comparison_csv(const answers::ScenarioComparison& comparison,
                                         std::span<const answers::Row> rows, bool french_dialect);

} // namespace deploy_plan::report
