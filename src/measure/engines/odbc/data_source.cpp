#include "measure/engines/odbc/data_source.hpp"
#include "system/library.hpp"
#include <algorithm>
#include <iterator>

namespace deploy_plan::measuring::odbc {
namespace {

struct Entry {
  std::string key; ///< in lower case
  std::string value;
};

std::string in_lower_case(std::string_view words) {
  std::string lower(words);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

std::string_view trimmed(std::string_view words) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = words.find_first_not_of(blanks);
  return begin == std::string_view::npos ? std::string_view()
                                         : words.substr(begin, words.find_last_not_of(blanks) - begin + 1);
}

/// Up to the semicolon that ends it, or the brace, as "}}" stands for one within.
std::string take_value(std::string_view& rest) {
  std::string value;
  if (!rest.starts_with('{')) {
    value = trimmed(rest.substr(0, rest.find(';')));
  } else {
    for (std::size_t i = 1; i < rest.size(); ++i) {
      if (rest[i] == '}' && (i + 1 == rest.size() || rest[i + 1] != '}'))
        break;
      i += rest[i] == '}' ? 1 : 0;
      value += rest[i];
    }
    rest.remove_prefix(std::min(rest.find('}'), rest.size()));
  }
  const std::size_t end = rest.find(';');
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return value;
}

std::vector<Entry> entries_of(std::string_view connection_string) {
  std::vector<Entry> entries;
  while (!connection_string.empty()) {
    const std::size_t sign = connection_string.find('=');
    if (sign == std::string_view::npos)
      break;
    std::string key = in_lower_case(trimmed(connection_string.substr(0, sign)));
    connection_string.remove_prefix(sign + 1);
    entries.push_back({std::move(key), take_value(connection_string)});
  }
  return entries;
}

bool names_secret(std::string_view key) {
  static constexpr std::string_view words[] = {"pwd", "pass", "secret", "token"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return key.find(word) != std::string_view::npos; });
}

/// SQLGetPrivateProfileString of unixODBC's second library: a value of a section, or its keys, each with a
/// zero.
using ReadIni = int (*)(const char* section, const char* key, const char* otherwise, char* value, int room,
                        const char* file);

std::string read_ini(ReadIni read, const std::string& section, const char* key) {
  char value[8192] = {};
  const int length = read(section.c_str(), key, "", value, sizeof value, "odbc.ini");
  return length <= 0 ? std::string() : std::string(value, std::min<std::size_t>(sizeof value, length));
}

/// What odbc.ini says of the data source that is named.
std::vector<Entry> entries_of_data_source(std::string_view connection_string) {
  std::vector<Entry> entries;
  const auto name = value_of("dsn", connection_string);
  void* const library = dlopen("libodbcinst.so.2", RTLD_NOW | RTLD_LOCAL);
  ReadIni read = nullptr;
  if (!name || library == nullptr || !system::find_function(library, "SQLGetPrivateProfileString", read))
    return entries;
  const std::string keys = read_ini(read, *name, nullptr);
  for (std::size_t at = 0; at < keys.size();) {
    const std::string key = keys.substr(at, keys.find('\0', at) - at);
    at += key.size() + 1;
    if (!key.empty())
      entries.push_back({in_lower_case(key), read_ini(read, *name, key.c_str())});
  }
  return entries;
}
} // namespace

std::optional<std::string> value_of(std::string_view key, std::string_view connection_string) {
  for (Entry& entry : entries_of(connection_string))
    if (entry.key == key)
      return std::move(entry.value);
  return std::nullopt;
}

std::vector<std::string> secrets_of(const std::string& connection_string) {
  std::vector<Entry> entries = entries_of(connection_string);
  for (Entry& entry : entries_of_data_source(connection_string))
    entries.push_back(std::move(entry));
  std::vector<std::string> secrets;
  for (Entry& entry : entries)
    if (names_secret(entry.key) && !entry.value.empty())
      secrets.push_back(std::move(entry.value));
  return secrets;
}

std::string completed(const std::string& connection_string) {
  std::string driver = value_of("driver", connection_string).value_or("");
  for (const Entry& entry : entries_of_data_source(connection_string))
    if (entry.key == "driver" && driver.empty())
      driver = entry.value;
  const bool is_sqlite = in_lower_case(driver).find("sqlite") != std::string::npos;
  return is_sqlite ? connection_string + ";NoCreat=1" : connection_string;
}

} // namespace deploy_plan::measuring::odbc
