// What queries ask: their text, where it stands in the strategy or in a .sql file beside it.
#pragma once
#include "model/series.hpp"

namespace deploy_plan::model {

/// Whether what a query gives as its SQL is the name of a file: it ends in .sql, and is one word.
[[nodiscard]] bool names_sql_file(std::string_view sql);

/// Puts in place the text of every query; what cannot be read is said where it is named.
void load_queries(Strategy& strategy, const source::Tree& tree, SeriesFiles& files, Collector& findings);

} // namespace deploy_plan::model
