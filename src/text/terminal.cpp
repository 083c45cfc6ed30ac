#include "text/terminal.hpp"
#include <algorithm>
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

std::string columns(std::string_view words, std::size_t skipped, std::size_t count) {
  std::string result;
  std::size_t column = 0;
  for_each_character(words, [&](utf8proc_int32_t, std::string_view bytes) {
    const std::size_t wide = width(bytes);
    if (column >= skipped && column + wide <= skipped + count)
      result += bytes;
    column += wide;
  });
  return result;
}

std::size_t character_begin(std::string_view words, std::size_t offset) {
  while (offset > 0 && offset < words.size() && (static_cast<unsigned char>(words[offset]) & 0xC0U) == 0x80U)
    --offset;
  return offset;
}

std::string wrapped(std::string_view words, std::size_t width, std::size_t first, std::size_t indent) {
  if (width == 0)
    return std::string(words);
  std::string result;
  std::size_t column = first;
  while (!words.empty()) {
    const auto space = std::min(words.find(' '), words.size());
    const auto word = words.substr(0, space);
    const std::size_t wide = text::width(word);
    const bool begins = result.empty() || result.back() == ' ';
    if (!result.empty() && column + 1 + wide > width) {
      result += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (!begins) {
      result += ' ';
      ++column;
    }
    result += word;
    column += wide;
    words.remove_prefix(std::min(space + 1, words.size()));
  }
  return result;
}

} // namespace deploy_plan::text
