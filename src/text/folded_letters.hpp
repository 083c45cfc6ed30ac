// What the bytes of folded words are: letters, figures, and what keys are made of.
#pragma once
#include <algorithm>
#include <string_view>

namespace deploy_plan::text {

[[nodiscard]] inline bool is_figure(char byte) { return byte >= '0' && byte <= '9'; }
/// Those of other alphabets, and their signs, too.
[[nodiscard]] inline bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (static_cast<unsigned char>(byte) & 0x80U) != 0;
}
[[nodiscard]] inline bool has_figure(std::string_view words) {
  return std::any_of(words.begin(), words.end(), is_figure);
}
[[nodiscard]] inline bool has_letter(std::string_view words) {
  return std::any_of(words.begin(), words.end(), is_letter);
}

} // namespace deploy_plan::text
