#include "text/lists.hpp"
#include <utility>

namespace deploy_plan::text {
namespace {

void replace_all(std::string& words, std::string_view what, std::string_view by) {
  for (std::size_t at = words.find(what); at != std::string::npos; at = words.find(what, at + by.size()))
    words.replace(at, what.size(), by);
}

/// With the spaces that French sets within its quotes.
std::string without_guillemets(std::string words) {
  for (const std::string space : {"\u00a0", "\u202f", " ", ""}) {
    replace_all(words, "«" + space, "“");
    replace_all(words, space + "»", "”");
  }
  return words;
}
std::string with_single_quotes(std::string words) {
  replace_all(words, "“", "‘");
  replace_all(words, "”", "’");
  return words;
}
} // namespace

Words shortened(std::span<const Words> all, std::size_t most) {
  Words words;
  for (const Words& one : all.first(std::min(most, all.size())))
    add_to_list(words, one, between_clauses);
  if (all.size() > most)
    add_to_list(words,
                Phrase{{"and {0} {0#other|others}", "et {0} {0#autre|autres}"},
                       {static_cast<std::int64_t>(all.size() - most)}}
                    .words(),
                between_clauses);
  return words;
}

Words quoted(const std::string& name) {
  return {"“" + with_single_quotes(name) + "”", "«\u00a0" + without_guillemets(name) + "\u00a0»"};
}

} // namespace deploy_plan::text
