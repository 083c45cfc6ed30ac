#include "measure/sources/settings.hpp"
#include <algorithm>

namespace deploy_plan::measuring {
namespace {

bool is_plain(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || std::string_view("-._~").find(letter) != std::string_view::npos;
}

int of_hexadecimal(char digit) {
  return digit >= '0' && digit <= '9'   ? digit - '0'
         : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
         : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
                                        : -1;
}

std::string percent_decoded(std::string_view words) {
  std::string decoded;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int high = i + 2 < words.size() ? of_hexadecimal(words[i + 1]) : -1;
    const int low = i + 2 < words.size() ? of_hexadecimal(words[i + 2]) : -1;
    const bool is_encoded = words[i] == '%' && high >= 0 && low >= 0;
    decoded += is_encoded ? static_cast<char>(high * 16 + low) : words[i];
    i += is_encoded ? 2 : 0;
  }
  return decoded;
}

std::string_view trimmed_of_blanks(std::string_view words) {
  const std::size_t begin = words.find_first_not_of(' ');
  return begin == std::string_view::npos ? "" : words.substr(begin, words.find_last_not_of(' ') + 1 - begin);
}

/// Where user:password@ ends. People forget to encode what stands in a password: an @ further on ends it too,
/// unless a port says that the address of the host has begun.
std::size_t end_of_user(std::string_view url) {
  constexpr auto none = std::string_view::npos;
  const std::size_t authority = std::min(url.find_first_of("/?#", 2), url.size());
  if (const std::size_t at = url.rfind('@', authority); at != none && at < authority)
    return at;
  const std::size_t at = url.rfind('@'), colon = url.find(':', 2);
  if (at == none || colon > authority)
    return none;
  return url.find_first_not_of("0123456789", colon + 1) == authority ? none : at;
}

void settings_after(std::string_view url, std::size_t question, std::vector<Setting>& settings) {
  for (std::size_t at = question; at < url.size();) {
    const std::size_t end = std::min(url.find_first_of("&#", at + 1), url.size());
    const std::size_t equal = url.find('=', at + 1);
    if (equal < end)
      settings.push_back({percent_decoded(url.substr(at + 1, equal - at - 1)), equal + 1, end});
    at = end;
  }
}

std::vector<Setting> settings_of_url(std::string_view url) {
  std::vector<Setting> settings;
  std::size_t host = 0;
  if (url.starts_with("//"))
    if (const std::size_t at = end_of_user(url); at != std::string_view::npos) {
      const std::size_t colon = std::min(url.find(':', 2), at);
      settings.push_back({"user", 2, colon});
      if (colon < at)
        settings.push_back({"password", colon + 1, at});
      host = at;
    }
  settings_after(url, std::min(url.find('?', host), url.size()), settings);
  return settings;
}

/// Past a closing sign that is not doubled.
std::size_t past_closing(std::string_view words, std::size_t at, char closing) {
  while (at < words.size()) {
    if (words[at] != closing)
      ++at;
    else if (at + 1 < words.size() && words[at + 1] == closing)
      at += 2;
    else
      return at + 1;
  }
  return words.size();
}

std::vector<Setting> settings_between_semicolons(std::string_view target) {
  std::vector<Setting> settings;
  for (std::size_t at = 0; at < target.size();) {
    const std::size_t equal = target.find_first_of("=;", at);
    if (equal == std::string_view::npos)
      break;
    std::size_t end = equal;
    if (target[equal] == '=') {
      const std::size_t begin = std::min(target.find_first_not_of(' ', equal + 1), target.size());
      const bool in_braces = begin < target.size() && target[begin] == '{';
      end =
          in_braces ? past_closing(target, begin + 1, '}') : std::min(target.find(';', begin), target.size());
      settings.push_back({std::string(trimmed_of_blanks(target.substr(at, equal - at))), begin, end});
    }
    at = std::min(target.find(';', end), target.size() - 1) + 1;
  }
  return settings;
}

/// libpq's: between quotes a backslash goes before what would end them.
std::size_t past_value(std::string_view target, std::size_t at) {
  const bool in_quotes = at < target.size() && target[at] == '\'';
  for (at += in_quotes ? 1 : 0; at < target.size(); ++at)
    if (target[at] == '\\')
      ++at;
    else if (in_quotes ? target[at] == '\'' : target[at] == ' ')
      return in_quotes ? at + 1 : at;
  return target.size();
}

std::vector<Setting> settings_between_blanks(std::string_view target) {
  std::vector<Setting> settings;
  for (std::size_t at = 0; at < target.size();) {
    const std::size_t equal = target.find('=', at);
    if (equal == std::string_view::npos)
      break;
    const std::size_t begin = std::min(target.find_first_not_of(' ', equal + 1), target.size());
    const std::size_t end = past_value(target, begin);
    settings.push_back({std::string(trimmed_of_blanks(target.substr(at, equal - at))), begin, end});
    at = std::max(end, equal + 1);
  }
  return settings;
}

std::string with_doubled(std::string_view words, char which) {
  std::string doubled;
  for (const char letter : words)
    doubled += letter == which ? std::string(2, letter) : std::string(1, letter);
  return doubled;
}

} // namespace

Quoting quoting_of(std::string_view scheme, std::string_view target) {
  if (scheme == "odbc")
    return Quoting::braces;
  return scheme == "postgresql" && !target.starts_with("//") ? Quoting::quotes : Quoting::percent;
}

std::vector<Setting> settings_of(std::string_view target, Quoting quoting) {
  switch (quoting) {
  case Quoting::percent: return settings_of_url(target);
  case Quoting::braces: return settings_between_semicolons(target);
  case Quoting::quotes: return settings_between_blanks(target);
  }
  return {};
}

std::string without_quoting(std::string_view written, Quoting quoting) {
  if (quoting == Quoting::percent)
    return percent_decoded(written);
  std::string meant;
  if (quoting == Quoting::braces) {
    if (!written.starts_with('{'))
      return std::string(trimmed_of_blanks(written));
    for (std::size_t i = 1; i < written.size() && (written[i] != '}' || written.substr(i, 2) == "}}"); ++i) {
      meant += written[i];
      i += written[i] == '}' ? 1 : 0;
    }
    return meant;
  }
  const bool in_quotes = written.starts_with('\'');
  for (std::size_t i = in_quotes ? 1 : 0; i < written.size() && !(in_quotes && written[i] == '\''); ++i) {
    i += written[i] == '\\' && i + 1 < written.size() ? 1 : 0;
    meant += written[i];
  }
  return meant;
}

std::string with_quoting(std::string_view meant, Quoting quoting) {
  if (quoting == Quoting::percent)
    return percent_encoded(meant);
  if (quoting == Quoting::braces) {
    const bool is_safe = !meant.empty() && meant.find_first_of("[]{}(),;?*=!@ ") == std::string_view::npos;
    return is_safe ? std::string(meant) : "{" + with_doubled(meant, '}') + "}";
  }
  std::string quoted = "'";
  for (const char letter : meant)
    quoted += letter == '\'' || letter == '\\' ? std::string{'\\', letter} : std::string(1, letter);
  return quoted + "'";
}

std::string percent_encoded(std::string_view words) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char letter : words) {
    const auto byte = static_cast<unsigned char>(letter);
    encoded +=
        is_plain(letter) ? std::string(1, letter) : std::string{'%', digits[byte / 16], digits[byte % 16]};
  }
  return encoded;
}

} // namespace deploy_plan::measuring
