#include "text/terminal.hpp"
#include <algorithm>
#include <utf8proc.h>

namespace deploy_plan::text {
namespace {

constexpr std::string_view replacement = "\ufffd";

/// A byte that begins no character has the code point -1, and so has the end of the words.
struct Character {
  utf8proc_int32_t point;
  std::size_t bytes;
};
Character first_character(std::string_view words) {
  utf8proc_int32_t point = -1;
  const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(words.data()),
                                     static_cast<utf8proc_ssize_t>(words.size()), &point);
  return read > 0 ? Character{point, static_cast<std::size_t>(read)} : Character{-1, 1};
}

/// Calls `each(code_point, bytes)`.
template <class Each>
void for_each_character(std::string_view words, Each each) {
  while (!words.empty()) {
    const auto [point, bytes] = first_character(words);
    each(point, words.substr(0, bytes));
    words.remove_prefix(bytes);
  }
}

void append_escape(std::string& json, utf8proc_int32_t point) {
  const auto unit = [&](utf8proc_int32_t value) {
    constexpr std::string_view digits = "0123456789abcdef";
    json += "\\u";
    for (const int shift : {12, 8, 4, 0})
      json += digits[static_cast<std::size_t>((value >> shift) & 15)];
  };
  if (point < 0x10000)
    return unit(point);
  unit(0xd800 + ((point - 0x10000) >> 10));
  unit(0xdc00 + ((point - 0x10000) & 0x3ff));
}
} // namespace

bool is_harmful(std::int32_t point) {
  const bool control = point < 0x20 || (point >= 0x7f && point < 0xa0);
  const bool direction = (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
  const bool no_character = (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef);
  return control || direction || no_character || point == 0x2028 || point == 0x2029;
}

std::string visible_json(std::string_view json) {
  std::string result;
  result.reserve(json.size());
  while (!json.empty()) {
    const auto [point, bytes] =
        static_cast<signed char>(json.front()) > 0 ? Character{json.front(), 1} : first_character(json);
    // Lines' ends stand between values, never in a string.
    const bool harmful = point >= 0x20 && is_harmful(point);
    if (harmful || (point == '[' && result.ends_with("##")))
      append_escape(result, point);
    else
      result += json.substr(0, bytes);
    json.remove_prefix(bytes);
  }
  return result;
}

std::size_t blanks_before(std::string_view line) {
  std::size_t blanks = 0;
  for (;;) {
    const auto [point, bytes] = first_character(line.substr(blanks));
    const bool space = point >= 0 && utf8proc_category(point) == UTF8PROC_CATEGORY_ZS;
    if (!space && point != '\t' && point != '\r' && point != 0xfeff)
      return blanks;
    blanks += bytes;
  }
}

std::string without_commands(std::string_view lines) {
  std::string result;
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size() - 1) + 1;
    std::string_view line = lines.substr(0, end);
    if (const auto blanks = blanks_before(line); line.substr(blanks).starts_with("::")) {
      result.append(line, 0, blanks).append(replacement);
      line.remove_prefix(blanks + 1);
    }
    for (auto at = line.find("##["); at != std::string_view::npos; at = line.find("##[")) {
      result.append(line, 0, at).append(replacement).append("#[");
      line.remove_prefix(at + 3);
    }
    result += line;
    lines.remove_prefix(end);
  }
  return result;
}

std::string visible(std::string_view words) {
  std::string result;
  for_each_character(words, [&](utf8proc_int32_t point, std::string_view bytes) {
    if (point == '\t')
      result += "    ";
    else if (is_harmful(point))
      result += replacement;
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
