// What the bytes of folded words are: letters, digits, and what words are made of.
#pragma once
#include "text/number.hpp"
#include <algorithm>
#include <string_view>

namespace deploy_plan::text {

/// Those of other alphabets, and their signs, too.
[[nodiscard]] inline bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (static_cast<unsigned char>(byte) & 0x80U) != 0;
}
[[nodiscard]] inline bool is_of_word(char byte) { return is_letter(byte) || is_digit(byte); }
[[nodiscard]] inline bool has_digit(std::string_view words) {
  return std::any_of(words.begin(), words.end(), is_digit);
}
[[nodiscard]] inline bool has_letter(std::string_view words) {
  return std::any_of(words.begin(), words.end(), is_letter);
}

} // namespace deploy_plan::text
