// Keys that show by their look what they are, without a word that announces them.
#pragma once
#include <cstddef>
#include <string_view>

namespace deploy_plan::text {

/// Whether folded words hold a key: one that begins as those who hand them out make them ("ghp_…",
/// "Bearer eyJ…", "?sig=…"), a private key, or so many hexadecimal digits that nobody counts with them.
[[nodiscard]] bool tells_key(std::string_view folded);

/// Whether a folded word begins with letters and figures in such disorder as nobody writes: no word, no year
/// behind one, no code of a few.
[[nodiscard]] bool is_scrambled(std::string_view word);

} // namespace deploy_plan::text
