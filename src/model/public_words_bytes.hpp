// Bytes of words as they are written, in any alphabet.
#pragma once
#include <string_view>

namespace deploy_plan::model {

[[nodiscard]] inline bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
[[nodiscard]] inline bool is_part_of_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || is_digit(byte) ||
         (static_cast<unsigned char>(byte) & 0x80U) != 0;
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
