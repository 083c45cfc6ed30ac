#include "model/public_words_bytes.hpp"
#include "model/public_words_looks.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace deploy_plan::model {
namespace {

constexpr std::string_view path_begins[] = {"~/", "./", "../", "\\\\", "//", "file:/", "$home/"};
constexpr std::string_view web_begins[] = {"https://", "http://", "www."};
constexpr std::string_view web_ends[] = {".fr", ".eu", ".org", ".com", ".net", ".io", ".info"};
constexpr std::string_view extensions[] = {".csv", ".json",   ".jsonc", ".jsonl", ".sql",  ".sqlite",
                                           ".db",  ".duckdb", ".xlsx",  ".xls",   ".ods",  ".parquet",
                                           ".txt", ".env",    ".ini",   ".yml",   ".yaml", ".py",
                                           ".sh",  ".docx",   ".odt",   ".pdf",   ".md"};

template <class Words, class Is>
bool is_one(const Words& words, const Is& is) {
  return std::any_of(std::begin(words), std::end(words), is);
}

/// On the web everybody may read it, even where its last part has the name of a file.
bool is_on_web(std::string_view token) {
  const std::string_view host = token.substr(0, token.find('/'));
  return is_one(web_begins, [&](std::string_view begin) { return token.starts_with(begin); }) ||
         is_one(web_ends, [&](std::string_view end) { return host.ends_with(end); });
}

/// "counts.csv"; ".csv" alone is a kind of files.
bool names_a_file(std::string_view token) {
  token = token.substr(0, token.find_last_not_of(".:!?") + 1);
  return is_one(extensions, [&](std::string_view extension) {
    return token.ends_with(extension) && token.size() > extension.size() &&
           token[token.size() - extension.size() - 1] != '/';
  });
}

/// "et\ou" stands for a stroke.
bool has_backslashes_of_path(std::string_view token) {
  const std::size_t first = token.find('\\');
  return first != std::string_view::npos &&
         (first == 0 || first + 1 == token.size() || token.find('\\', first + 1) != std::string_view::npos);
}

bool has_drive(std::string_view token) {
  return token.size() > 2 && token[0] >= 'a' && token[0] <= 'z' && token[1] == ':' &&
         (token[2] == '\\' || token[2] == '/');
}

std::vector<std::string_view> parts_between_strokes(std::string_view token) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= token.size();) {
    const std::size_t end = std::min(token.find('/', at), token.size());
    parts.push_back(token.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

/// A part of a path that is no word, unit, sum or code: "export2026", "raw_counts", "suivi.d".
bool is_part_for_machines(std::string_view part) {
  constexpr std::ptrdiff_t many = 3;
  const auto is_plain_letter = [](char byte) { return byte >= 'a' && byte <= 'z'; };
  return is_technical(part) || (std::count_if(part.begin(), part.end(), is_digit) >= many &&
                                std::count_if(part.begin(), part.end(), is_plain_letter) >= many);
}

/// "data/2026/export"; "2024/2025/2026" are years.
bool has_year_between_words(const std::vector<std::string_view>& parts) {
  constexpr std::size_t figures = 4;
  const auto has_word = [](std::string_view part) {
    return part.find_first_not_of("0123456789") != part.npos;
  };
  return has_word(parts.front()) && has_word(parts.back()) &&
         is_one(parts, [&](std::string_view part) { return part.size() >= figures && !has_word(part); });
}

/// A folded token; `joins` where it goes on what closes before it: "(DOM)/communes".
bool is_path(std::string_view token, bool joins) {
  if (is_on_web(token))
    return false;
  const bool has_name = token.find_first_not_of("./~\\") != std::string_view::npos;
  if (has_drive(token) || names_a_file(token) || token.find("://") != std::string_view::npos ||
      (has_name && (has_backslashes_of_path(token) ||
                    is_one(path_begins, [&](std::string_view begin) { return token.starts_with(begin); }))))
    return true;
  const auto parts = parts_between_strokes(token);
  constexpr std::size_t least = 3;
  if (parts.size() < least)
    return false; // "et/ou", and "/mois" behind a sum
  return (parts.front().empty() && has_name && !joins) || is_one(parts, is_part_for_machines) ||
         has_year_between_words(parts);
}
} // namespace

bool holds_path(std::string_view words) {
  std::string folded = text::fold(words);
  for (const std::string_view quote : {"«", "»", "\u2019", "“", "”", "\u00a0", "\u202f", "…"})
    for (std::size_t at = 0; (at = folded.find(quote, at)) != std::string::npos;)
      folded.replace(at, quote.size(), quote.size(), ' ');
  for (std::size_t at = 0; (at = folded.find_first_not_of(between_tokens, at)) != std::string::npos;) {
    const std::size_t end = std::min(folded.find_first_of(between_tokens, at), folded.size());
    const bool joins = at > 0 && (folded[at - 1] == ')' || folded[at - 1] == ']');
    if (is_path(std::string_view(folded).substr(at, end - at), joins))
      return true;
    at = end;
  }
  return false;
}

} // namespace deploy_plan::model
