#include "model/public_words_bytes.hpp"
#include "model/public_words_looks.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <vector>

namespace deploy_plan::model {
namespace {

/// A word of a statement, or one of its signs.
struct Token {
  std::string_view written;
  std::string folded;
  bool touches = false; ///< what stands before it
};
using Tokens = std::span<const Token>;

/// What tells a statement from a sentence, where its own words do not.
enum class Proof {
  none,
  place, ///< it begins a sentence, and not with the capital of one
  names, ///< capitals, or a name that is none of the language
};

/// Statements but select, a name for NAME, any word for ANY ("a" is a column too) and the end for END.
struct Statement {
  std::string_view words;
  Proof proof = Proof::none;
};
constexpr Statement statements[] = {
    {"delete from NAME where"},
    {"delete from NAME ;"},
    {"delete from NAME", Proof::names},
    {"insert into NAME values"},
    {"insert into NAME ("},
    {"insert into NAME select"},
    {"insert into NAME", Proof::names},
    {"update NAME set ANY ="},
    {"update NAME set", Proof::names},
    {"create table NAME ("},
    {"create table NAME as select"},
    {"create table if not exists"},
    {"create temporary table NAME"},
    {"create temp table NAME"},
    {"create or replace table NAME"},
    {"create or replace view NAME"},
    {"create view NAME as select"},
    {"create table NAME", Proof::names},
    {"drop table if exists"},
    {"drop table NAME END", Proof::place},
    {"drop table NAME ;"},
    {"drop table NAME cascade", Proof::place},
    {"drop table NAME", Proof::names},
    {"truncate table NAME END", Proof::place},
    {"truncate table NAME ;"},
    {"truncate table NAME", Proof::names},
    {"alter table NAME add", Proof::place},
    {"alter table NAME drop", Proof::place},
    {"alter table NAME", Proof::names},
};

/// Before a word of the language, where a statement has a name.
constexpr std::string_view determiners[] = {"a",     "an",   "the", "their", "its", "this", "that", "these",
                                            "those", "each", "any", "all",   "our", "your", "my",   "one",
                                            "le",    "la",   "les", "un",    "une", "des",  "du"};
/// What may follow the table of a statement.
constexpr std::string_view clauses[] = {"where", "order", "group", "join", "left",   "inner", "right", "full",
                                        "cross", "limit", "union", "as",   "having", ";",     ",",     ")"};

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Without the quotes that may stand around names.
std::vector<Token> statement_tokens(std::string_view words) {
  constexpr std::string_view skipped = " \t\r\n\"`[]";
  const auto is_of_name = [](char byte) { return is_part_of_word(byte) || byte == '_' || byte == '.'; };
  std::vector<Token> tokens;
  std::size_t end = std::string_view::npos;
  for (std::size_t at = 0; (at = words.find_first_not_of(skipped, at)) != std::string_view::npos;) {
    const bool touches = at == end;
    end = at + 1;
    if (is_part_of_word(words[at]) || words[at] == '_')
      while (end < words.size() && is_of_name(words[end]))
        ++end;
    std::string_view written = words.substr(at, end - at);
    while (written.size() > 1 && written.ends_with('.'))
      written.remove_suffix(1);
    tokens.push_back({written, text::fold(written), touches});
    at = end;
  }
  return tokens;
}

bool is_name(const Token& token) {
  return (is_part_of_word(token.written.front()) || token.written.front() == '_') &&
         !is_digit(token.written.front()) && !is_one_of(determiners, token.folded);
}
bool is_in_capitals(const Token& token) {
  return std::all_of(token.written.begin(), token.written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Whether a statement could begin at a token: nothing of a sentence stands before it, nor does a capital
/// begin one there.
bool begins_there(Tokens tokens, std::size_t at) {
  const std::string_view written = tokens[at].written;
  return (at == 0 || !is_part_of_word(tokens[at - 1].written.front())) &&
         (written == tokens[at].folded || is_in_capitals(tokens[at]));
}

/// Whether the words of a statement stand there; `names_tell` where capitals or names show what they are.
bool has_words_of(const Statement& statement, Tokens tokens, bool& names_tell) {
  bool are_capitals = true, has_technical = false;
  std::size_t at = 0;
  for (std::string_view rest = statement.words; !rest.empty(); ++at) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (word == "END")
      return at == tokens.size();
    if (at < tokens.size() && word == "ANY")
      continue;
    if (at == tokens.size() || (word == "NAME" ? !is_name(tokens[at]) : tokens[at].folded != word))
      return false;
    if (word == "NAME")
      has_technical = has_technical || is_technical(tokens[at].written);
    else
      are_capitals = are_capitals && is_in_capitals(tokens[at]);
  }
  names_tell = are_capitals || has_technical;
  return true;
}

bool is_statement(const Statement& statement, Tokens tokens, std::size_t at) {
  bool names_tell = false;
  return has_words_of(statement, tokens.subspan(at), names_tell) &&
         (statement.proof == Proof::none || names_tell ||
          (statement.proof == Proof::place && begins_there(tokens, at)));
}

/// "count(x)", where "service(s)" is a word.
bool has_call(Tokens tokens) {
  for (std::size_t at = 1; at + 1 < tokens.size(); ++at) {
    const std::string_view inside = tokens[at + 1].folded;
    if (tokens[at].folded == "(" && tokens[at].touches && is_name(tokens[at - 1]) && inside != "s" &&
        inside != "es" && inside != "e")
      return true;
  }
  return false;
}

/// How many names, each with another of its own or none ("jour, total as t"); 0 where they are no bare list.
std::size_t listed_names(Tokens tokens) {
  if (!tokens.empty() && tokens.front().folded == "distinct")
    tokens = tokens.subspan(1);
  std::size_t count = 0;
  while (!tokens.empty()) {
    if (!is_name(tokens.front()))
      return 0;
    const bool is_renamed = tokens.size() > 2 && tokens[1].folded == "as" && is_name(tokens[2]);
    tokens = tokens.subspan(is_renamed ? 3 : 1);
    ++count;
    if (tokens.empty())
      return count;
    if (tokens.front().folded != "," || tokens.size() == 1)
      return 0;
    tokens = tokens.subspan(1);
  }
  return count;
}

bool compares(Tokens tokens) {
  constexpr std::string_view signs[] = {"=", "<", ">", "!", "("};
  const auto where =
      std::find_if(tokens.begin(), tokens.end(), [](const Token& one) { return one.folded == "where"; });
  return std::any_of(where, tokens.end(), [&](const Token& one) { return is_one_of(signs, one.folded); });
}

/// What stands between select and from, and what after; `begins` where select could begin a statement.
bool is_selection(Tokens list, Tokens rest, bool begins) {
  if (list.empty() || rest.empty())
    return false;
  if (rest.front().folded == "(")
    return rest.size() > 1 && rest[1].folded == "select";
  if (!is_name(rest.front()))
    return false;
  const auto is_any = [&](const auto& is) { return std::any_of(list.begin(), list.end(), is); };
  if (is_technical(rest.front().written) || has_call(list) || compares(rest) || rest.back().folded == ";" ||
      is_any([](const Token& one) { return one.folded == "*" || is_technical(one.written); }))
    return true;
  const std::size_t names = listed_names(list);
  const bool is_whole = rest.size() == 1 || is_one_of(clauses, rest[1].folded) ||
                        (rest.size() > 2 && is_one_of(clauses, rest[2].folded));
  return names > 1 || (names == 1 && begins && is_whole);
}

bool is_select(Tokens tokens, std::size_t at) {
  constexpr std::size_t longest_list = 400, longest_rest = 200;
  const Tokens after = tokens.subspan(at + 1);
  const Tokens near = after.first(std::min(after.size(), longest_list));
  const auto from =
      std::find_if(near.begin(), near.end(), [](const Token& one) { return one.folded == "from"; });
  if (from == near.end())
    return false;
  const auto size = static_cast<std::size_t>(from - near.begin());
  const Tokens rest = after.subspan(size + 1);
  if (is_in_capitals(tokens[at]) && is_in_capitals(*from) && !rest.empty() && is_name(rest.front()))
    return true;
  return is_selection(near.first(size), rest.first(std::min(rest.size(), longest_rest)),
                      begins_there(tokens, at));
}
} // namespace

bool holds_query(std::string_view words) {
  const std::vector<Token> held = statement_tokens(words);
  const Tokens tokens(held);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool is_begun =
        std::any_of(std::begin(statements), std::end(statements),
                    [&](const Statement& statement) { return is_statement(statement, tokens, at); });
    if (is_begun || (tokens[at].folded == "select" && is_select(tokens, at)))
      return true;
  }
  return false;
}

} // namespace deploy_plan::model
