#include "text/passwords.hpp"
#include <algorithm>

namespace deploy_plan::text {
namespace {

constexpr std::string_view secret_parts[] = {"password",   "passwd",     "passphrase", "motdepasse",
                                             "secret",     "token",      "accesskey",  "apikey",
                                             "privatekey", "accountkey", "credential"};
constexpr std::string_view secret_ends[] = {"pwd", "pass"};
constexpr std::string_view harmless_ends[] = {"file", "path", "type", "provider", "bypass"};
// A long line is read in one pass.
constexpr std::size_t longest_name = 60, longest_address = 2000, longest_value = 2000;
static_assert(longest_name + std::max(longest_address, longest_value) < longest_password);

bool is_of_name(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
}

/// Letters and figures alone, in lower case.
std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char letter : name)
    if (letter >= 'A' && letter <= 'Z')
      plain += static_cast<char>(letter - 'A' + 'a');
    else if (is_of_name(letter) && letter != '_' && letter != '-')
      plain += letter;
  return plain;
}

std::size_t past_blanks(std::string_view words, std::size_t at) {
  while (at < words.size() && (words[at] == ' ' || words[at] == '\t'))
    ++at;
  return at;
}

/// What follows ://user: up to the last @ before the address ends.
void find_in_addresses(std::string_view words, std::vector<Run>& found) {
  for (std::size_t at = words.find("://"); at != std::string_view::npos; at = words.find("://", at + 3)) {
    const std::string_view rest = words.substr(at + 3, longest_address);
    const std::string_view address = rest.substr(0, rest.find_first_of(" \t\r\n\"'`<>"));
    const std::size_t host = address.rfind('@');
    const std::size_t password = address.substr(0, std::min(host, address.size())).find(':');
    if (host != std::string_view::npos && password != std::string_view::npos && password + 1 < host)
      found.push_back({at + 3 + password + 1, at + 3 + host});
  }
}

/// Where what a quote opens is closed; backslashes go before what would close it. Where the quotes are those
/// of a text in JSON, each has a backslash itself.
std::size_t end_of_quoted(std::string_view words, std::size_t at, std::string_view closing) {
  const bool in_json = closing.size() > 1;
  while (at < words.size() && !words.substr(at).starts_with(closing))
    at += words[at] != '\\' ? 1 : in_json && words.substr(at).starts_with("\\\\") ? 4 : 2;
  return std::min(at, words.size());
}

/// The value of a setting that begins there, without what quotes it. Where it may end in two places, it ends
/// in the later one.
Run value_at(std::string_view words, std::size_t begin, bool has_semicolons) {
  words = words.substr(0, begin + longest_value);
  const std::size_t quote = begin + (words[begin] == '\\' ? 1 : 0);
  if (quote < words.size() && (words[quote] == '"' || words[quote] == '\''))
    return {quote + 1, end_of_quoted(words, quote + 1, words.substr(begin, quote + 1 - begin))};
  if (words[begin] == '{')
    return {begin + 1, std::min(words.find('}', begin), words.size())};
  return {begin,
          std::min(words.find_first_of(has_semicolons ? ";\"\n" : " \t\r\n;&\"", begin), words.size())};
}

/// The name that ends before a sign of equality or a colon; that before a colon stands in quotes.
std::string_view name_before(std::string_view words, std::size_t sign) {
  std::size_t end = sign;
  while (end > 0 && (words[end - 1] == ' ' || words[end - 1] == '\t'))
    --end;
  if (words[sign] == ':') {
    if (end == 0 || words[end - 1] != '"')
      return {};
    --end;
  }
  std::size_t begin = end;
  while (begin > 0 && end - begin < longest_name && is_of_name(words[begin - 1]))
    --begin;
  return words.substr(begin, end - begin);
}

void find_in_settings(std::string_view words, std::vector<Run>& found) {
  for (std::size_t at = words.find_first_of("=:"); at != std::string_view::npos;
       at = words.find_first_of("=:", at + 1)) {
    const std::size_t begin = past_blanks(words, at + 1);
    const std::string_view name = name_before(words, at);
    if (begin >= words.size() || !is_secret_setting(name))
      continue;
    if (words[at] == ':' && words[begin] != '"')
      continue;
    const auto before = static_cast<std::size_t>(name.data() - words.data());
    const Run value = value_at(words, begin, before > 0 && words[before - 1] == ';');
    constexpr std::string_view stands_for_one = ":%?";
    if (value.begin < value.end && stands_for_one.find(words[value.begin]) == std::string_view::npos)
      found.push_back(value);
  }
}

/// ${env:NAME}, ${file:PATH}
bool stands_for_one(std::string_view value) {
  return value.starts_with("${") && value.find('}') + 1 == value.size();
}

} // namespace

bool is_secret_setting(std::string_view name) {
  const std::string plain = plain_name(name);
  const auto ends = [&](std::string_view end) { return plain.ends_with(end); };
  const auto holds = [&](std::string_view part) { return plain.find(part) != std::string::npos; };
  return !std::ranges::any_of(harmless_ends, ends) &&
         (std::ranges::any_of(secret_parts, holds) || std::ranges::any_of(secret_ends, ends));
}

std::vector<Run> passwords_in(std::string_view words) {
  std::vector<Run> found;
  find_in_addresses(words, found);
  find_in_settings(words, found);
  std::erase_if(found,
                [&](const Run& run) { return stands_for_one(words.substr(run.begin, run.end - run.begin)); });
  std::ranges::sort(found, {}, &Run::begin);
  return found;
}

std::string with_passwords_masked(std::string_view words) {
  std::string masked(words);
  for (const Run& run : passwords_in(words))
    std::fill(masked.begin() + static_cast<std::ptrdiff_t>(run.begin),
              masked.begin() + static_cast<std::ptrdiff_t>(run.end), '*');
  return masked;
}

void mask_passwords(Phrase& phrase) {
  for (Argument& argument : phrase.arguments)
    if (auto* const words = std::get_if<std::string>(&argument))
      *words = with_passwords_masked(*words);
    else if (auto* const both = std::get_if<Words>(&argument))
      *both = {with_passwords_masked(both->en), with_passwords_masked(both->fr)};
}

} // namespace deploy_plan::text
