// A gap's figures as a spreadsheet reads them.
#pragma once
#include "deploy_plan/gap.hpp"

namespace deploy_plan::report {

/// One row a figure: strategy, segment, path, value, unit (RFC 4180). In the French dialect, semicolons,
/// decimal commas and a byte order mark, as French spreadsheets read them.
[[nodiscard]] std::string gaps_csv(std::span<const Gap> gaps, bool french_dialect);

} // namespace deploy_plan::report
