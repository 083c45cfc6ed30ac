#include "source/syntax.hpp"
#include "source/rule_name.hpp"
#include <algorithm>
#include <charconv>
#include <utf8proc.h>

namespace deploy_plan::source {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
Finding finding(Place place, Phrase message, Phrase help) {
  return {
      std::string(rule::syntax.word), Severity::error, std::move(message), std::move(help), place, {}, {}};
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '+' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t word_end(std::string_view bytes, std::size_t at) {
  auto end = at;
  while (end < bytes.size() && is_word(bytes[end]))
    ++end;
  return std::max(end, std::min(at + 1, bytes.size()));
}

/// The bytes of a \u escape, or of a surrogate pair of them, that makes a character; 0 for any other.
std::size_t sound_unicode_escape(std::string_view rest) {
  const auto unit = [&](std::size_t at) -> unsigned {
    unsigned value = 0;
    if (rest.substr(at, 2) != "\\u" || rest.size() < at + 6)
      return 0xFFFFFFFF;
    const auto [end, error] = std::from_chars(rest.data() + at + 2, rest.data() + at + 6, value, 16);
    return error == std::errc{} && end == rest.data() + at + 6 ? value : 0xFFFFFFFF;
  };
  const unsigned first = unit(0);
  if (first < 0xD800 || (first > 0xDFFF && first <= 0xFFFF))
    return 6;
  const unsigned second = first < 0xDC00 ? unit(6) : 0;
  return second >= 0xDC00 && second <= 0xDFFF ? 12 : 0;
}

/// The first byte of the string at `at` that no JSON string may hold, or its end.
struct StringFault {
  Place place;
  Text what;
};
StringFault string_fault(std::string_view bytes, std::size_t at) {
  const auto here = [&](std::size_t from, std::size_t size) {
    return Place{static_cast<std::uint32_t>(from),
                 static_cast<std::uint32_t>(std::min(from + size, bytes.size()))};
  };
  for (std::size_t i = at + 1; i < bytes.size();) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c == '"')
      return {here(at, i + 1 - at), {"this string is not sound", "cette chaîne n'est pas correcte"}};
    if (c == '\n' || c == '\r')
      return {here(at, i - at),
              {"this string is not closed on its line", "cette chaîne n'est pas fermée sur sa ligne"}};
    if (c < 0x20)
      return {here(i, 1),
              {"a control character stands in a string", "un caractère de contrôle figure dans une chaîne"}};
    if (c == '\\') {
      const char escape = i + 1 < bytes.size() ? bytes[i + 1] : '\0';
      if (const auto size = sound_unicode_escape(bytes.substr(i)); escape == 'u' && size > 0) {
        i += size;
        continue;
      }
      if (escape == 'u')
        return {here(i, std::min<std::size_t>(6, bytes.size() - i)),
                {"this \\u escape is not a character", "cet échappement \\u n'est pas un caractère"}};
      if (std::string_view("\"\\/bfnrt").find(escape) == std::string_view::npos || escape == '\0')
        return {here(i, 2), {"JSON has no such escape", "JSON n'a pas cet échappement"}};
      i += 2;
      continue;
    }
    utf8proc_int32_t point = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data() + i),
                                       static_cast<utf8proc_ssize_t>(bytes.size() - i), &point);
    if (size <= 0)
      return {here(i, 1), {"this byte is not UTF-8", "cet octet n'est pas de l'UTF-8"}};
    i += static_cast<std::size_t>(size);
  }
  return {here(at, bytes.size() - at), {"this string is never closed", "cette chaîne n'est jamais fermée"}};
}

Finding string_error(std::string_view bytes, std::size_t at) {
  auto [place, what] = string_fault(bytes, at);
  return finding(place, {what, {}},
                 {{"save the file as UTF-8 and write special characters as JSON escapes: \\n, \\t, \\\"",
                   "enregistrez le fichier en UTF-8 et écrivez les caractères spéciaux en échappements JSON "
                   ": \\n, \\t, \\\""},
                  {}});
}

Finding end_error(std::string_view bytes, const Tree& tree, const std::vector<NodeId>& open) {
  const auto end = static_cast<std::uint32_t>(bytes.size());
  if (open.empty())
    return finding({end, end}, {{"the file is empty", "le fichier est vide"}},
                   {{"deploy-plan init writes a first strategy to start from",
                     "deploy-plan init écrit une première stratégie pour démarrer"},
                    {}});
  const Node& container = tree[open.back()];
  const bool object = container.kind == Kind::object;
  auto result = finding({end, end},
                        {{"the file ends before its last {0} is closed",
                          "le fichier se termine avant que son dernier {0} soit fermé"},
                         {object ? std::string("{") : std::string("[")}},
                        {{"add the missing {0}, or find where the file was cut",
                          "ajoutez le {0} manquant, ou cherchez où le fichier a été coupé"},
                         {object ? std::string("}") : std::string("]")}});
  result.related.push_back(
      {{container.value.begin, container.value.begin + 1}, {{"opened here", "ouvert ici"}}});
  return result;
}
} // namespace

bool begins_comment(std::string_view rest) { return rest.starts_with("//") || rest.starts_with("/*"); }

std::size_t comment_end(std::string_view bytes, std::size_t at) {
  const bool line = bytes[at + 1] == '/';
  const auto end = bytes.find(line ? "\n" : "*/", at + 2);
  return end == std::string_view::npos ? bytes.size() : end + (line ? 1 : 2);
}

std::size_t next_token(std::string_view bytes, std::size_t from) {
  while (from < bytes.size()) {
    if (is_blank(bytes[from]) || bytes[from] == ',' || bytes[from] == ':')
      ++from;
    else if (begins_comment(bytes.substr(from)))
      from = comment_end(bytes, from);
    else
      break;
  }
  return from;
}

Finding syntax_error(std::string_view bytes, std::size_t after, bool comments_allowed, const Tree& tree,
                     const std::vector<NodeId>& open) {
  std::size_t commas = 0;
  std::size_t at = after;
  std::optional<std::size_t> separator;
  for (; at < bytes.size(); ++at) {
    if (comments_allowed && begins_comment(bytes.substr(at)))
      at = comment_end(bytes, at) - 1;
    else if (bytes[at] == ',' || bytes[at] == ':') {
      separator = at;
      if (bytes[at] == ',' && ++commas == 2)
        break;
    } else if (!is_blank(bytes[at]))
      break;
  }
  if (at >= bytes.size())
    return end_error(bytes, tree, open);
  const auto place = [&](std::size_t begin, std::size_t end) {
    return Place{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  };
  // "01" is read as 0, then 1 is one too many: what is wrong is the whole word.
  while (at == after && at > 0 && is_word(bytes[at]) && is_word(bytes[at - 1]))
    after = --at;
  const char c = bytes[at];
  if ((c == '}' || c == ']') && commas == 1)
    return finding(place(*separator, *separator + 1),
                   {{"this comma has nothing after it", "rien ne suit cette virgule"}},
                   {{"remove the comma before {0}", "supprimez la virgule avant {0}"}, {std::string(1, c)}});
  if (begins_comment(bytes.substr(at)))
    return finding(place(at, at + 2),
                   {{"comments are not allowed in .json", "les commentaires ne sont pas admis en .json"}},
                   {{"name the file .jsonc, where they are", "nommez le fichier en .jsonc, où ils le sont"}});
  if (c == '"' &&
      (commas > 0 || separator || tree.nodes.empty() || bytes[after - 1] == '{' || bytes[after - 1] == '['))
    return string_error(bytes, at);
  if (c == '\'')
    return finding(
        place(at, at + 1),
        {{"JSON strings stand in double quotes", "les chaînes JSON s'écrivent entre guillemets doubles"}},
        {{"write \" instead of '", "écrivez \" au lieu de '"}});
  const auto end = word_end(bytes, at);
  const auto word = std::string(bytes.substr(at, end - at));
  if (word == "NaN" || word == "Infinity" || word == "-Infinity" || word == "None" || word == "undefined")
    return finding(
        place(at, end), {{"{0} is not a JSON value", "{0} n'est pas une valeur JSON"}, {word}},
        {{"leave the field out when its value is unknown", "omettez le champ quand sa valeur est inconnue"}});
  if (c == '-' || (c >= '0' && c <= '9'))
    return finding(place(at, end),
                   {{"{0} is not a number that can be read", "{0} n'est pas un nombre lisible"}, {word}},
                   {{"write it like 15000 or 0.25, below 1e308: no leading zero, no thousands separator, a "
                     "point for decimals",
                     "écrivez-le comme 15000 ou 0.25, en dessous de 1e308 : ni zéro initial, ni séparateur "
                     "de milliers, un point pour les décimales"},
                    {}});
  if (open.empty() && !tree.nodes.empty())
    return finding(
        place(at, end), {{"the file goes on after its end", "le fichier continue après sa fin"}},
        {{"put several strategies in an array: [ … , … ], or one a line in a .jsonl file",
          "mettez plusieurs stratégies dans un tableau : [ … , … ], ou une par ligne dans un fichier .jsonl"},
         {}});
  if (commas == 0 && !separator && !tree.nodes.empty())
    return finding(place(at, end),
                   {{"a separator is missing before this", "il manque un séparateur avant ceci"}},
                   {{"separate fields and elements with a comma, a key from its value with a colon",
                     "séparez champs et éléments par une virgule, une clé de sa valeur par deux-points"},
                    {}});
  return finding(
      place(at, end), {{"this is not JSON here", "ceci n'est pas du JSON à cet endroit"}},
      {{"a value is a \"string\", a number, true, false, [ … ] or { … }; a key stands in double quotes",
        "une valeur est une \"chaîne\", un nombre, true, false, [ … ] ou { … } ; une clé s'écrit entre "
        "guillemets doubles"},
       {}});
}

Finding too_much(Place place, bool too_deep) {
  return finding(
      place,
      too_deep
          ? Phrase{{"this is nested too deep for a strategy", "ceci est trop imbriqué pour une stratégie"}}
          : Phrase{{"the file holds too many values", "le fichier contient trop de valeurs"}},
      {{"check that this is a strategy file; split a portfolio into several files",
        "vérifiez que c'est bien un fichier de stratégie ; découpez un portefeuille en plusieurs fichiers"},
       {}});
}

} // namespace deploy_plan::source
