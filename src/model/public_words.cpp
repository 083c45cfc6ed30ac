#include "model/public_words.hpp"
#include "text/folding.hpp"
#include "text/secrets.hpp"
#include "text/spaces.hpp"
#include <algorithm>
#include <array>
#include <vector>

namespace deploy_plan::model {
namespace {

bool is_part_of_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
         (static_cast<unsigned char>(byte) & 0x80U) != 0;
}
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// What stands between spaces, quotes, brackets and the like.
std::vector<std::string_view> tokens_of(std::string_view words) {
  constexpr std::string_view between = " \t\r\n\"'`()[]{}<>,;|=«»";
  std::vector<std::string_view> tokens;
  for (std::size_t at = 0; (at = words.find_first_not_of(between, at)) != std::string_view::npos;) {
    const std::size_t end = std::min(words.find_first_of(between, at), words.size());
    tokens.push_back(words.substr(at, end - at));
    at = end;
  }
  return tokens;
}

bool is_email(std::string_view token) {
  const std::size_t at = token.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < token.size() && is_part_of_word(token[at + 1]);
}

bool names_a_file(std::string_view token) {
  constexpr std::array extensions{".csv", ".json",   ".jsonc", ".jsonl", ".sql",  ".sqlite",
                                  ".db",  ".duckdb", ".xlsx",  ".xls",   ".ods",  ".parquet",
                                  ".txt", ".env",    ".ini",   ".yml",   ".yaml", ".py",
                                  ".sh",  ".docx",   ".odt",   ".pdf",   ".md"};
  const std::string folded = text::fold(token.substr(0, token.find_last_not_of(".:!?") + 1));
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](std::string_view extension) { return folded.ends_with(extension); });
}

/// "/srv/x", "~/x", "./x", "C:\x", "\\server\x", "file:…", "a/b/c", "data.csv"; not an address of the web,
/// "and/or", or a date.
bool is_path(std::string_view token) {
  if (token.starts_with("https://") || token.starts_with("http://"))
    return false;
  if (token.starts_with("file:") || token.find('\\') != std::string_view::npos || names_a_file(token))
    return true;
  if (token.starts_with("/") || token.starts_with("~/") || token.starts_with("./") ||
      token.starts_with("../"))
    return token.find_first_not_of("./~") != std::string_view::npos;
  const bool is_worded =
      std::any_of(token.begin(), token.end(), [](char byte) { return !is_digit(byte) && byte != '/'; });
  return is_worded && std::count(token.begin(), token.end(), '/') > 1;
}

/// A statement of SQL, by the words that it cannot do without.
bool is_query(std::string_view words) {
  std::string spaced = " ";
  for (const char byte : text::fold(words))
    spaced += is_part_of_word(byte) || byte == '_' ? byte : ' ';
  spaced += ' ';
  const auto follow = [&](std::string_view first, std::string_view second) {
    const std::size_t at = spaced.find(first);
    return at != std::string::npos && spaced.find(second, at) != std::string::npos;
  };
  return follow(" select ", " from ") || follow(" insert ", " into ") || follow(" delete ", " from ") ||
         follow(" update ", " set ") || follow(" drop ", " table ") || follow(" create ", " table ");
}

/// As eyes see them: nothing for what takes no room.
std::string as_seen(std::string words) {
  for (const std::string_view nothing : {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"})
    for (std::size_t at = 0; (at = words.find(nothing, at)) != std::string::npos;)
      words.erase(at, nothing.size());
  return words;
}

bool holds_name(const std::string& plain, std::string_view person) {
  const std::string name = text::plain(as_seen(std::string(person)));
  for (std::size_t at = 0; !name.empty() && (at = plain.find(name, at)) != std::string::npos; ++at) {
    const bool begins = at == 0 || !is_part_of_word(plain[at - 1]);
    const std::size_t end = at + name.size();
    if (begins && (end == plain.size() || !is_part_of_word(plain[end])))
      return true;
  }
  return false;
}
} // namespace

Text words_of(Withheld why) {
  switch (why) {
  case Withheld::email: return {"an e-mail address", "une adresse électronique"};
  case Withheld::path: return {"the path of a file", "le chemin d'un fichier"};
  case Withheld::query: return {"a query", "une requête"};
  case Withheld::password: return {"a password or a key", "un mot de passe ou une clé"};
  case Withheld::person: return {"someone's name", "le nom de quelqu'un"};
  case Withheld::not_public: break;
  }
  return {"not public", "non public"};
}

std::optional<Withheld> unfit_to_tell(std::string_view words, std::span<const std::string> people) {
  const std::string seen = as_seen(std::string(words));
  if (text::tells_secret(seen))
    return Withheld::password;
  if (is_query(seen))
    return Withheld::query;
  for (const std::string_view token : tokens_of(seen)) {
    if (is_email(token))
      return Withheld::email;
    if (is_path(token))
      return Withheld::path;
  }
  const std::string plain = text::plain(seen);
  if (std::any_of(people.begin(), people.end(),
                  [&](const std::string& person) { return holds_name(plain, person); }))
    return Withheld::person;
  return std::nullopt;
}

} // namespace deploy_plan::model
