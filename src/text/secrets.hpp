// Secrets in sentences: passwords and keys that someone wrote down where others read.
#pragma once
#include <string_view>

namespace deploy_plan::text {

/// Whether words tell a password or a key: one that stands in an address or a setting (see passwords.hpp),
/// one that is announced ("mot de passe : soleil", "the token is x8f2kq"), or one that shows by its look what
/// it is ("ghp_…", "Bearer eyJ…", "-----BEGIN PRIVATE KEY"). Sentences about passwords tell none: what
/// decides is what follows, a sign and a value that is no sentence.
[[nodiscard]] bool tells_secret(std::string_view words);

} // namespace deploy_plan::text
