#include "text/terminal.hpp"
#include <utf8proc.h>

namespace deploy_plan::text {
namespace {

/// Calls `each(code_point, bytes)`; a byte that begins no character comes as code point -1.
template <class Each>
void for_each_character(std::string_view words, Each each) {
  while (!words.empty()) {
    utf8proc_int32_t point = -1;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(words.data()),
                                       static_cast<utf8proc_ssize_t>(words.size()), &point);
    const std::size_t bytes = read > 0 ? static_cast<std::size_t>(read) : 1;
    each(read > 0 ? point : -1, words.substr(0, bytes));
    words.remove_prefix(bytes);
  }
}

bool is_harmful(utf8proc_int32_t point) {
  const bool control = point < 0x20 || (point >= 0x7f && point < 0xa0);
  const bool direction = (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
  return control || direction || point == 0x2028 || point == 0x2029;
}
} // namespace

std::string visible(std::string_view words) {
  std::string result;
  for_each_character(words, [&](utf8proc_int32_t point, std::string_view bytes) {
    if (point == '\t')
      result += "    ";
    else if (is_harmful(point))
      result += "\ufffd";
    else
      result += bytes;
  });
  return result;
}

std::size_t width(std::string_view words) {
  std::size_t columns = 0;
  for_each_character(words, [&](utf8proc_int32_t point, std::string_view) {
    columns += point < 0 ? 1U : static_cast<std::size_t>(utf8proc_charwidth(point));
  });
  return columns;
}

} // namespace deploy_plan::text
