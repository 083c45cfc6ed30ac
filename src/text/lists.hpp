// Lists in words: "one, two, three", and what stands in them.
#pragma once
#include "deploy_plan/text.hpp"
#include <algorithm>
#include <span>

namespace deploy_plan::text {

inline void add_to_list(Words& all, const Words& one, Text between = {", ", ", "}) {
  all.en += (all.en.empty() ? "" : std::string(between.en)) + one.en;
  all.fr += (all.fr.empty() ? "" : std::string(between.fr)) + one.fr;
}

/// "one, two and three".
[[nodiscard]] inline Words enumerated(std::span<const Words> all) {
  Words words;
  for (std::size_t i = 0; i < all.size(); ++i)
    add_to_list(words, all[i], i + 1 == all.size() ? Text{" and ", " et "} : Text{", ", ", "});
  return words;
}

inline constexpr Text between_clauses{"; ", "\u202f; "};
/// "one; another; and 2 others".
[[nodiscard]] Words shortened(std::span<const Words> all, std::size_t most);

/// “a name”, « un nom »; what it quotes itself stands in the other quotes of the language: « l'atelier “Un
/// mot” ».
[[nodiscard]] Words quoted(const std::string& name);

/// A key as words: "targeted outreach".
[[nodiscard]] inline std::string spaced(std::string_view key) {
  std::string words(key);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

} // namespace deploy_plan::text
