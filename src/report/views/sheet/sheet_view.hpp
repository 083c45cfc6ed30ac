// Parliament's sheet of indicators, laid out with the words of the annual performance projects.
#pragma once
#include "deploy_plan/document.hpp"
#include "deploy_plan/indicator_sheet.hpp"

namespace deploy_plan::report {

/// A table an objective.
[[nodiscard]] Section indicator_sheet_section(const IndicatorSheet& sheet);

/// The same as rows, one an indicator; where there is no figure, why stands in its cell.
[[nodiscard]] std::string indicator_sheet_csv_header(Language language, bool french_dialect);
[[nodiscard]] std::string indicator_sheet_csv(const IndicatorSheet& sheet, Language language,
                                              bool french_dialect);

} // namespace deploy_plan::report
