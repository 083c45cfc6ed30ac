// What PostgreSQL and libpq say, made out without asking them: addresses, failures, values.
#pragma once
#include "measure/engine.hpp"

namespace deploy_plan::measuring::postgresql {

/// What libpq takes for what follows "postgresql:": a URL, or its own keywords ("service=figures"). Fails
/// where a URL is cut at another place than whoever wrote it meant: no part of a password may be taken for a
/// host.
[[nodiscard]] tl::expected<std::string, Failure> connection_text(std::string_view target);

/// One line of at most 200 characters, without who says so ("connection to server … failed: FATAL:").
[[nodiscard]] std::string short_words(std::string_view words);

/// Words without what stands between their first and their last quote, which may be a part of a secret.
[[nodiscard]] std::string without_quotes(std::string words);

/// What a statement failed of, by its SQLSTATE.
[[nodiscard]] Trouble trouble_of(std::string_view sqlstate);

/// Where a character of a statement as PostgreSQL took it stands as the file has it, from 1; 0 stays 0.
[[nodiscard]] std::int64_t position_in_file(const Statement& statement, std::int64_t position);

/// Stands for a parameter: "$1".
[[nodiscard]] std::string placeholder(Parameter which, std::size_t distinct, std::size_t place);

/// A value in text form, by the identifier of its type (pg_type.oid). Decimals stay texts unless they are
/// whole.
[[nodiscard]] Cell cell_of(unsigned type, std::string_view text);

/// Whether a day may be bound as such a type, by its identifier: it compares with columns of that type at no
/// cost, where a date would be made a moment for each row.
[[nodiscard]] bool takes_days(unsigned type);

/// Names of time zones hold no digit, but for some: what else does is taken for a rule of POSIX, "Paris2".
[[nodiscard]] bool is_zone_name(std::string_view name);

} // namespace deploy_plan::measuring::postgresql
