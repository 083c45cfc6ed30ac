#include "measure/engines/odbc/diagnostics.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

namespace deploy_plan::measuring::odbc {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct OfNumber {
  std::int64_t number;
  Trouble trouble;
};
/// Errors of MariaDB and MySQL, by their numbers (mysqld_error.h, errmsg.h).
constexpr OfNumber mariadb_numbers[] = {
    {1044, Trouble::refused},                                 // no access to a database
    {1045, Trouble::refused},                                 // no access at all
    {1142, Trouble::refused},                                 // a table's
    {1143, Trouble::refused},                                 // a column's
    {1205, Trouble::too_long},                                // a lock was waited for
    {1226, Trouble::refused},                                 // a resource of a user's
    {1227, Trouble::refused},                                 // a privilege of the server's
    {1290, Trouble::writes},                                  // a server that is read-only
    {1298, Trouble::no_time_zone}, {1317, Trouble::too_long}, // interrupted
    {1370, Trouble::refused},                                 // a routine's
    {1698, Trouble::refused},                                 // by a plugin
    {1792, Trouble::writes},                                  // in a transaction that is read-only
    {1969, Trouble::too_long},                                // max_statement_time
    {3024, Trouble::too_long},                                // max_execution_time
    {2002, Trouble::no_host},                                 // no socket
    {2003, Trouble::no_host},      {2005, Trouble::no_host},  // no such name
    {2006, Trouble::cut_short},    {2013, Trouble::cut_short}, {2026, Trouble::no_trust}, // TLS
};

struct OfState {
  std::string_view state; ///< or how it begins
  Trouble connecting, asking;
};
/// The first that a state begins with holds.
constexpr OfState states[] = {
    {"08004", Trouble::refused, Trouble::refused},
    {"08", Trouble::no_host, Trouble::cut_short},
    {"28", Trouble::refused, Trouble::refused},
    {"25006", Trouble::writes, Trouble::writes},
    {"42501", Trouble::refused, Trouble::refused},
    {"HYT", Trouble::too_long_to_connect, Trouble::too_long},
    {"HY008", Trouble::too_long_to_connect, Trouble::too_long}, // cancelled: by us
    {"57014", Trouble::too_long, Trouble::too_long},
    {"HY001", Trouble::too_large, Trouble::too_large},
    {"", Trouble::unsound_source, Trouble::wrong_statement},
};

/// Before there is a connection nobody says which database it is, but its drivers sign what they say.
bool is_of_mariadb(std::string_view words) {
  return words.starts_with("[ma-") || words.starts_with("[MySQL]");
}

Trouble trouble_of(const Diagnosis& diagnosis, Doing doing, bool is_mariadb) {
  if (is_mariadb || is_of_mariadb(diagnosis.words)) {
    const auto* const found =
        std::find_if(std::begin(mariadb_numbers), std::end(mariadb_numbers),
                     [&](const OfNumber& one) { return one.number == diagnosis.native; });
    if (found != std::end(mariadb_numbers))
      return found->trouble == Trouble::cut_short && doing == Doing::connecting ? Trouble::no_host
                                                                                : found->trouble;
  }
  const auto* const found = std::find_if(std::begin(states), std::end(states), [&](const OfState& one) {
    return diagnosis.state.starts_with(one.state);
  });
  return doing == Doing::connecting ? found->connecting : found->asking;
}

std::string on_one_line(std::string_view words) {
  std::string line;
  for (const char c : words) {
    const bool is_blank = static_cast<unsigned char>(c) <= ' ';
    if (!is_blank || (!line.empty() && line.back() != ' '))
      line += is_blank ? ' ' : c;
  }
  if (line.ends_with(' '))
    line.pop_back();
  return line;
}

/// The character that begins at `at`, which moves past it.
char32_t next_character(std::string_view utf8, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  const unsigned char first = byte(at++);
  if (first < 0x80)
    return first;
  const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  if (first < 0xC2 || first > 0xF4)
    return replacement;
  char32_t character = first & (0x3FU >> static_cast<unsigned>(more));
  for (int i = 0; i < more; ++i, ++at) {
    if (at == utf8.size() || (byte(at) & 0xC0U) != 0x80)
      return replacement;
    character = character << 6U | (byte(at) & 0x3FU);
  }
  const bool is_too_long = (more == 2 && character < 0x800) || (more == 3 && character < 0x10000);
  const bool is_none = character > 0x10FFFF || (character >= 0xD800 && character < 0xE000);
  return is_too_long || is_none ? replacement : character;
}

void append_utf8(std::string& text, char32_t character) {
  const auto more = [&](unsigned shift) {
    text += static_cast<char>(0x80U | ((character >> shift) & 0x3FU));
  };
  if (character < 0x80) {
    text += static_cast<char>(character);
  } else if (character < 0x800) {
    text += static_cast<char>(0xC0U | (character >> 6U));
    more(0);
  } else if (character < 0x10000) {
    text += static_cast<char>(0xE0U | (character >> 12U));
    more(6);
    more(0);
  } else {
    text += static_cast<char>(0xF0U | (character >> 18U));
    more(12);
    more(6);
    more(0);
  }
}
} // namespace

Failure failure_of(const Diagnosis& diagnosis, Doing doing, bool is_mariadb) {
  return {trouble_of(diagnosis, doing, is_mariadb), on_one_line(without_speakers(diagnosis.words))};
}

std::string_view without_speakers(std::string_view words) {
  while (words.starts_with('[')) {
    const std::size_t end = words.find(']');
    if (end == std::string_view::npos || end + 1 == words.size())
      break;
    words.remove_prefix(end + 1);
  }
  return words.substr(std::min(words.find_first_not_of(' '), words.size()));
}

std::u16string to_utf16(std::string_view utf8) {
  std::u16string text;
  text.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t character = next_character(utf8, at);
    if (character < 0x10000) {
      text += static_cast<char16_t>(character);
    } else {
      text += static_cast<char16_t>(0xD7C0U + (character >> 10U));
      text += static_cast<char16_t>(0xDC00U | (character & 0x3FFU));
    }
  }
  return text;
}

std::string to_utf8(std::u16string_view utf16) {
  std::string text;
  text.reserve(utf16.size());
  for (std::size_t i = 0; i < utf16.size(); ++i) {
    const char32_t unit = utf16[i];
    const bool begins_pair = unit >= 0xD800 && unit < 0xDC00 && i + 1 < utf16.size() &&
                             utf16[i + 1] >= 0xDC00 && utf16[i + 1] < 0xE000;
    if (begins_pair)
      append_utf8(text, 0x10000 + ((unit - 0xD800) << 10U) + (utf16[++i] - 0xDC00U));
    else
      append_utf8(text, unit >= 0xD800 && unit < 0xE000 ? replacement : unit);
  }
  return text;
}

Cell number_or_text(std::string text) {
  const char* const end = text.data() + text.size();
  std::int64_t whole = 0;
  if (const auto read = std::from_chars(text.data(), end, whole); read.ec == std::errc() && read.ptr == end)
    return whole;
  double number = 0;
  if (const auto read = std::from_chars(text.data(), end, number);
      read.ec == std::errc() && read.ptr == end && std::isfinite(number))
    return number;
  return text;
}

std::string short_version(std::string_view version) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string shortened;
  std::size_t at = 0;
  while (at < version.size() && is_digit(version[at])) {
    std::size_t end = at;
    while (end < version.size() && is_digit(version[end]))
      ++end;
    while (at + 1 < end && version[at] == '0')
      ++at;
    shortened += version.substr(at, end - at);
    if (end == version.size() || version[end] != '.')
      break;
    shortened += '.';
    at = end + 1;
  }
  if (shortened.ends_with('.'))
    shortened.pop_back();
  return shortened;
}

} // namespace deploy_plan::measuring::odbc
