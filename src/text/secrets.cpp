#include "text/secrets.hpp"
#include "text/folded_letters.hpp"
#include "text/folding.hpp"
#include "text/keys.hpp"
#include "text/passwords.hpp"
#include "text/spaces.hpp"
#include <algorithm>
#include <array>
#include <string>

namespace deploy_plan::text {
namespace {

constexpr std::string_view after_mark = ",;.:!?)]}\"'`>";
constexpr std::size_t farthest_value = 60; ///< bytes between "password" and the sign before its value
constexpr std::size_t read_ahead = 300;    ///< a long text is read in one pass

/// Folded, with a plain space for any other, plain quotes and dashes, and one sign for each kind of arrow.
std::string as_read(std::string_view words) {
  constexpr std::pair<std::string_view, std::string_view> plain_signs[] = {
      {"\u2018", "'"}, {"\u2019", "'"}, {"“", "\""},     {"”", "\""}, {"„", "\""}, {"–", "-"},
      {"—", "-"},      {"\u2010", "-"}, {"\u2011", "-"}, {"：", ":"}, {"＝", "="}, {"→", "="},
      {"=>", "="},     {"->", "="},     {":=", "="},     {"==", "="}};
  const std::string folded = fold(words);
  std::string read;
  for (std::string_view rest = folded; !rest.empty();) {
    const auto* const sign = std::find_if(std::begin(plain_signs), std::end(plain_signs),
                                          [&](const auto& one) { return rest.starts_with(one.first); });
    const std::size_t space = space_before(rest);
    if (sign != std::end(plain_signs))
      read += sign->second;
    else
      read += space > 0 || rest.front() == '\t' ? ' ' : rest.front();
    rest.remove_prefix(sign != std::end(plain_signs) ? sign->first.size() : std::max<std::size_t>(space, 1));
  }
  return read;
}

/// What an announcement leads to.
enum class Announced {
  word,     ///< whatever word stands beside it
  phrase,   ///< several words too
  key,      ///< what is called a token or a secret may be something else: its value is no word
  long_key, ///< what is called a key is mostly none: its value is as no word or code can be
  pair,     ///< a name, a sign, and a value that is no word
};
struct Announcement {
  std::string_view name;
  Announced value = Announced::word;
};
constexpr Announcement announcements[] = {
    {"mot de passe"},
    {"motdepasse"},
    {"mdp"},
    {"password"},
    {"passwd"},
    {"pwd"},
    {"passcode"},
    {"code secret"},
    {"code d'acces"},
    {"code pin"},
    {"pin code"},
    {"code wifi"},
    {"cle wifi"},
    {"phrase secrete", Announced::phrase},
    {"phrase de passe", Announced::phrase},
    {"passphrase", Announced::phrase},
    {"pass phrase", Announced::phrase},
    {"cle secrete"},
    {"cle privee"},
    {"secret key"},
    {"private key"},
    {"api key"},
    {"apikey"},
    {"cle api"},
    {"cle d'api"},
    {"cle d'acces"},
    {"access key"},
    {"account key"},
    {"access token"},
    {"api token"},
    {"jeton d'acces"},
    {"token", Announced::key},
    {"jeton", Announced::key},
    {"secret", Announced::key},
    {"pass", Announced::key},
    {"mots de passe", Announced::key},
    {"passwords", Announced::key},
    {"credentials", Announced::key},
    {"identifiants", Announced::key},
    {"credentials", Announced::pair},
    {"identifiants", Announced::pair},
    {"identifiant", Announced::pair},
    {"login", Announced::pair},
    {"cle", Announced::long_key},
    {"key", Announced::long_key},
};

/// Up to a space, without the marks that close a sentence.
std::string_view first_word(std::string_view words) {
  std::string_view word = words.substr(0, words.find_first_of(" \n\r"));
  while (!word.empty() && after_mark.find(word.back()) != std::string_view::npos && word.back() != '!')
    word.remove_suffix(1);
  return word;
}

/// Letters with figures or signs among them, as no word of a sentence has them; a date, a version and an
/// address have signs too.
bool is_no_word(std::string_view value, std::size_t least) {
  constexpr std::size_t long_enough = 12;
  constexpr std::string_view signs = "!@#$%^&*?+_~";
  const bool is_mixed =
      has_letter(value) && (has_digit(value) || value.find_first_of(signs) != std::string_view::npos);
  const bool is_parted = value.find_first_of("-/.") != std::string_view::npos;
  return is_mixed && value.size() >= (is_parted ? std::max(least, long_enough) : least) &&
         value.find("://") == std::string_view::npos;
}

/// Whether nothing that belongs to the same sentence follows a word.
bool ends_there(std::string_view after) {
  if (after.starts_with(','))
    return after.find_first_of(":=") != std::string_view::npos; // another value
  return after.empty() || std::string_view("\n\r.;)]}\"/|").find(after.front()) != std::string_view::npos ||
         trimmed(after).empty() || trimmed(after).starts_with('(') || trimmed(after).starts_with('/');
}

/// What stands where a value would, and says that there is one, or none.
bool stands_for_value(std::string_view word) {
  constexpr std::array none{"aucun", "aucune", "none",     "oui",      "non",        "yes",
                            "no",    "requis", "required", "optional", "facultatif", "obligatoire"};
  return std::string_view("<[{$%:").find(word.front()) != std::string_view::npos ||
         (!has_letter(word) && !has_digit(word)) || std::find(none.begin(), none.end(), word) != none.end();
}

bool is_quoted_value(std::string_view words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> quotes{
      {{"\"", "\""}, {"'", "'"}, {"`", "`"}, {"« ", " »"}, {"«", "»"}}};
  return std::any_of(quotes.begin(), quotes.end(), [&](const auto& quote) {
    if (!words.starts_with(quote.first))
      return false;
    const std::string_view value =
        words.substr(quote.first.size(), words.find(quote.second, quote.first.size()) - quote.first.size());
    return !value.empty() && !stands_for_value(value);
  });
}

/// Whether the words after a sign are a value rather than a sentence.
bool begins_with_value(std::string_view words, bool may_be_word) {
  constexpr std::size_t least_beside_words = 6, least_figures = 4;
  if (may_be_word && is_quoted_value(words))
    return true;
  words.remove_prefix(std::min(words.find_first_not_of("\"'`*“«  "), words.size()));
  const std::string_view word = first_word(words);
  if (word.empty() || stands_for_value(word) || word.starts_with("http"))
    return false;
  const std::string_view after = words.substr(word.size());
  if (is_no_word(word, ends_there(after) && may_be_word ? 1 : least_beside_words))
    return true;
  const bool is_number = std::all_of(word.begin(), word.end(), is_digit);
  return may_be_word && ((is_number && word.size() >= least_figures) || ends_there(after));
}

/// What is quoted beside an announcement, one word unless it is a phrase; the quotes that close around that
/// one open none.
bool begins_with_quoted(std::string_view rest, Announced kind) {
  const std::size_t at = std::min(rest.find_first_not_of(" -"), rest.size());
  const std::string_view quoted = rest.substr(at);
  const std::size_t word = std::min(quoted.find_first_not_of("\"'`« "), quoted.size());
  const std::size_t end = std::min(quoted.find_first_of(" \"'`»", word), quoted.size());
  const bool is_one = end < quoted.size() && (quoted[end] != ' ' || quoted.substr(end + 1).starts_with("»"));
  return at > 0 && (is_one || kind == Announced::phrase) && is_quoted_value(quoted);
}

/// Words alone, and few of them, to the end of the line.
bool is_phrase(std::string_view words) {
  constexpr std::ptrdiff_t most_spaces = 8;
  const std::string_view line = words.substr(0, words.find_first_of("\n\r"));
  return !line.empty() && !stands_for_value(line) && !has_digit(line) &&
         std::count(line.begin(), line.end(), ' ') <= most_spaces;
}

/// "jean / soleil42"
bool is_pair(std::string_view words) {
  constexpr std::size_t least = 6;
  const std::size_t sign = std::min(words.find_first_of("/|:;,"), words.find(" - "));
  if (sign == std::string_view::npos || words.starts_with("http"))
    return false;
  const bool is_word_before = trimmed(words.substr(0, sign)).find(' ') == std::string_view::npos;
  std::string_view value = words.substr(sign + 1);
  value.remove_prefix(std::min(value.find_first_not_of(" -"), value.size()));
  return is_word_before && is_no_word(first_word(value), least);
}

/// Whether what follows an announcement is a value: after a sign that follows it at once, after one further
/// on, or without any.
bool tells_value(std::string_view rest, Announced kind) {
  constexpr std::size_t least_after_words = 6;
  const std::size_t least_alone = kind == Announced::key ? 10 : 7;
  constexpr std::array verbs{"est ", "is ", "etait ", "was ", "sera "};
  if (kind == Announced::long_key || kind == Announced::pair) {
    rest.remove_prefix(std::min(rest.find_first_not_of(" :=(\"'`*«-"), rest.size()));
    return kind == Announced::pair ? is_pair(rest) : is_scrambled(rest);
  }
  if (kind != Announced::key && begins_with_quoted(rest, kind))
    return true;
  rest.remove_prefix(std::min(rest.find_first_not_of(" \"'`*,;|/(-\n\r"), rest.size()));
  const std::size_t sign = rest.substr(0, farthest_value).find_first_of(":=\n.;,");
  const bool is_sign = sign != std::string_view::npos && (rest[sign] == ':' || rest[sign] == '=');
  if (is_sign && sign == 0) {
    const std::string_view value = trimmed(rest.substr(1));
    if ((kind == Announced::phrase && is_phrase(value)) || begins_with_value(value, kind != Announced::key))
      return true;
  }
  if (is_sign && sign > 0 && is_no_word(first_word(trimmed(rest.substr(sign + 1))), least_after_words))
    return true;
  for (const std::string_view verb : verbs)
    if (rest.starts_with(verb))
      return is_no_word(first_word(trimmed(rest.substr(verb.size()))), least_after_words);
  return is_no_word(first_word(rest), least_alone);
}

bool announces_secret(std::string_view read) {
  std::string parted(read); // "api_key" and "api-key" are "api key"
  std::replace_if(
      parted.begin(), parted.end(), [](char byte) { return byte == '_' || byte == '-'; }, ' ');
  return std::any_of(std::begin(announcements), std::end(announcements), [&](const Announcement& one) {
    for (std::size_t at = parted.find(one.name); at != std::string::npos;
         at = parted.find(one.name, at + 1)) {
      const std::string_view rest = read.substr(at + one.name.size(), read_ahead);
      const bool is_ended = rest.empty() || !is_of_word(rest.front());
      if (is_ended && tells_value(rest, one.value))
        return true;
    }
    return false;
  });
}
} // namespace

bool tells_secret(std::string_view words) {
  const std::string read = as_read(words);
  return !passwords_in(words).empty() || tells_key(read) || announces_secret(read);
}

} // namespace deploy_plan::text
