// Words compared as people write them: without regard to accents, case, or one slip of the finger.
#pragma once
#include "deploy_plan/text.hpp"
#include <span>
#include <string>
#include <string_view>

namespace deploy_plan::text {

/// Lower case without accents: "Pénétré" gives "penetre". Bytes that are not UTF-8 are kept as they are.
[[nodiscard]] std::string fold(std::string_view word);

/// The number of single-letter insertions, deletions, replacements and swaps of neighbours that turn one word
/// into the other (optimal string alignment distance), on folded words.
[[nodiscard]] std::size_t distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, or an empty view where none is near enough to be what was meant.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// "did you mean …?" where a near word was found, else `otherwise`.
[[nodiscard]] Phrase suggestion(std::string_view near, Phrase otherwise);

} // namespace deploy_plan::text
