// The database of an example, made anew: the one place where anything writes to a database, apart from
// engines, which read only.
#pragma once
#include "deploy_plan/text.hpp"
#include <optional>
#include <string>

namespace deploy_plan::measuring {

/// Makes a SQLite file of what a script of SQL says. Gives why it could not: the library is absent, a file
/// stands there already, or what SQLite says; nothing is left behind then.
[[nodiscard]] std::optional<Phrase> make_database(const std::string& path, const std::string& script);

} // namespace deploy_plan::measuring
