// Bytes of words as they are written, in any alphabet.
#pragma once
#include "text/folded_letters.hpp"
#include <string_view>

namespace deploy_plan::model {

using text::is_digit;

/// What stands between words that are told apart by spaces, quotes and brackets.
inline constexpr std::string_view between_tokens = " \t\r\n\"'`()[]{}<>,;|=";

[[nodiscard]] inline bool is_part_of_word(char byte) {
  return text::is_of_word(byte) || (byte >= 'A' && byte <= 'Z');
}

/// "comptes_actifs", "suivi.comptes": written for a machine; not "etc." or "2.5".
[[nodiscard]] inline bool is_technical(std::string_view name) {
  for (std::size_t at = 1; at + 1 < name.size(); ++at) {
    const bool joins = name[at] == '_' || (name[at] == '.' && !is_digit(name[at + 1]));
    if (joins && is_part_of_word(name[at - 1]) && is_part_of_word(name[at + 1]))
      return true;
  }
  return false;
}

} // namespace deploy_plan::model
