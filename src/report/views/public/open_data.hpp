// A public page's figures as open data: a table, and what its columns are.
#pragma once
#include "deploy_plan/publication.hpp"

namespace deploy_plan::report {

/// UTF-8, commas, decimal points, a row a figure; names and words in the language.
[[nodiscard]] std::string public_csv(const PublicPage& page, Language language);
/// Its Table Schema (JSON, frictionlessdata.io).
[[nodiscard]] std::string public_table_schema(const PublicPage& page, Language language);

} // namespace deploy_plan::report
