// Whether a statement only reads, as far as its words tell.
#pragma once
#include "measure/sql/tokens.hpp"

namespace deploy_plan::measuring {

/// Why a statement does more than to read: Trouble::writes, with what tells; nothing where it only reads.
[[nodiscard]] std::optional<Failure> more_than_reading(std::string_view sql, std::span<const Token> tokens,
                                                       const Dialect& dialect);

/// Why a statement calls one of the functions, which are named in lower case: Trouble::writes, with its name;
/// nothing where it calls none of them.
[[nodiscard]] std::optional<Failure> calling(std::string_view sql, std::span<const Token> tokens,
                                             std::span<const std::string> functions);

} // namespace deploy_plan::measuring
