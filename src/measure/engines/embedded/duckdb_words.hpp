// What DuckDB writes: why it fails, and values as texts.
#pragma once
#include "measure/engine.hpp"

namespace deploy_plan::measuring::duckdb {

/// Of what it said in JSON, {"exception_type", "exception_message", "position"}, with or without words before
/// it, and of the statement that it was said of, which stood after `before` bytes of ours.
[[nodiscard]] Failure failure_of(const char* said, std::string_view sql, std::size_t before = 0);

/// A text, and the name of the type of what it was: "HUGEINT", "DECIMAL(18,2)".
[[nodiscard]] Cell cell_of(std::string_view text, std::string_view type);

} // namespace deploy_plan::measuring::duckdb
