#include "text/secrets.hpp"
#include "text/folding.hpp"
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

bool is_figure(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (static_cast<unsigned char>(byte) & 0x80U) != 0;
}
bool is_of_key(char byte) {
  return is_letter(byte) || is_figure(byte) ||
         std::string_view("_-.+/=~").find(byte) != std::string_view::npos;
}
bool has_figure(std::string_view words) { return std::any_of(words.begin(), words.end(), is_figure); }
bool has_letter(std::string_view words) { return std::any_of(words.begin(), words.end(), is_letter); }

/// Folded, with a plain space for any other, plain apostrophes and one sign for each kind of arrow.
std::string as_read(std::string_view words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> plain_signs{
      {{"\u2019", "'"}, {"→", "="}, {"=>", "="}, {"->", "="}, {":=", "="}, {"==", "="}}};
  const std::string folded = fold(words);
  std::string read;
  for (std::string_view rest = folded; !rest.empty();) {
    const auto* const sign = std::find_if(plain_signs.begin(), plain_signs.end(),
                                          [&](const auto& one) { return rest.starts_with(one.first); });
    const std::size_t space = space_before(rest);
    if (sign != plain_signs.end())
      read += sign->second;
    else
      read += space > 0 || rest.front() == '\t' ? ' ' : rest.front();
    rest.remove_prefix(sign != plain_signs.end() ? sign->first.size() : std::max<std::size_t>(space, 1));
  }
  return read;
}

/// What keys begin with, as those who hand them out make them, and the least that follows.
struct KeyShape {
  std::string_view begin;
  std::size_t least;
  bool has_figures = false; ///< else words of the language would look like it
};
constexpr KeyShape key_shapes[] = {
    {"ghp_", 8},
    {"gho_", 8},
    {"ghu_", 8},
    {"ghs_", 8},
    {"ghr_", 8},
    {"github_pat_", 8},
    {"glpat-", 8},
    {"gldt-", 8},
    {"glrt-", 8},
    {"glptt-", 8},
    {"akia", 12},
    {"asia", 16, true},
    {"xoxb-", 8},
    {"xoxp-", 8},
    {"xoxa-", 8},
    {"sk_live_", 8},
    {"sk_test_", 8},
    {"rk_live_", 8},
    {"sk-", 16, true},
    {"aiza", 20, true},
    {"npm_", 20, true},
    {"hf_", 16, true},
    {"eyj", 12, true},
    {"bearer ", 12, true},
    {"authorization: basic ", 6},
};

bool holds_key(std::string_view read) {
  const auto holds = [&](const KeyShape& shape) {
    for (std::size_t at = read.find(shape.begin); at != std::string_view::npos;
         at = read.find(shape.begin, at + 1)) {
      const std::string_view rest = read.substr(at + shape.begin.size(), read_ahead);
      const auto end = std::find_if_not(rest.begin(), rest.end(), is_of_key);
      const std::string_view key = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
      const bool begins = at == 0 || !(is_letter(read[at - 1]) || is_figure(read[at - 1]));
      if (begins && key.size() >= shape.least && (!shape.has_figures || has_figure(key)))
        return true;
    }
    return false;
  };
  const std::size_t block = read.find("-----begin ");
  return std::any_of(std::begin(key_shapes), std::end(key_shapes), holds) ||
         (block != std::string_view::npos &&
          read.substr(block, read_ahead).find("private key") != std::string_view::npos);
}

/// What announces a secret. A word beside "password" is taken for one; what is called a token or a secret may
/// be something else, unless its value is no word.
struct Announcement {
  std::string_view name;
  bool may_be_word = true;
};
constexpr Announcement announcements[] = {
    {"mot de passe"},
    {"motdepasse"},
    {"mdp"},
    {"password"},
    {"passwd"},
    {"passphrase"},
    {"pwd"},
    {"code secret"},
    {"code d'acces"},
    {"code pin"},
    {"pin code"},
    {"phrase secrete"},
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
    {"access token"},
    {"api token"},
    {"jeton d'acces"},
    {"token", false},
    {"jeton", false},
    {"secret", false},
    {"pass", false},
    {"mots de passe", false},
    {"passwords", false},
    {"credentials", false},
    {"identifiants", false},
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
      has_letter(value) && (has_figure(value) || value.find_first_of(signs) != std::string_view::npos);
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
         (!has_letter(word) && !has_figure(word)) || std::find(none.begin(), none.end(), word) != none.end();
}

bool is_quoted_value(std::string_view words) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> quotes{
      {{"\"", "\""}, {"'", "'"}, {"`", "`"}, {"« ", " »"}, {"“", "”"}}};
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
  const bool is_number = std::all_of(word.begin(), word.end(), is_figure);
  return may_be_word && ((is_number && word.size() >= least_figures) || ends_there(after));
}

/// Whether what follows an announcement is a value: after a sign that follows it at once, after one further
/// on, or without any.
bool tells_value(std::string_view rest, bool may_be_word) {
  constexpr std::size_t least_after_words = 6;
  const std::size_t least_alone = may_be_word ? 7 : 10;
  constexpr std::array verbs{"est ", "is ", "etait ", "was ", "sera "};
  rest.remove_prefix(std::min(rest.find_first_not_of(" \"'`*"), rest.size()));
  const std::size_t sign = rest.substr(0, farthest_value).find_first_of(":=\n.;,");
  if (sign != std::string_view::npos && (rest[sign] == ':' || rest[sign] == '=')) {
    const std::string_view value = trimmed(rest.substr(sign + 1));
    if (sign == 0 ? begins_with_value(value, may_be_word) : is_no_word(first_word(value), least_after_words))
      return true;
  }
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
      const bool is_ended = rest.empty() || !(is_letter(rest.front()) || is_figure(rest.front()));
      if (is_ended && tells_value(rest, one.may_be_word))
        return true;
    }
    return false;
  });
}
} // namespace

bool tells_secret(std::string_view words) {
  const std::string read = as_read(words);
  return !passwords_in(words).empty() || holds_key(read) || announces_secret(read);
}

} // namespace deploy_plan::text
