// SQL cut into words, names, texts and signs, as far as it decides where each ends.
#pragma once
#include "measure/engine.hpp"

namespace deploy_plan::measuring {

enum class TokenKind {
  word, ///< SELECT, accounts
  name, ///< "accounts", `accounts`, [accounts]
  text, ///< 'accounts', $$accounts$$
  number,
  parameter, ///< :from
  sign       ///< anything else, one byte of it; "::" and ":=" are one sign
};

/// A token, by its place in the statement, in bytes. What is between tokens is white space and comments.
struct Token {
  TokenKind kind{};
  std::size_t begin = 0, end = 0;
  Parameter parameter{};
};

/// Cuts a statement, or several. Fails where something that opens is not closed, at a parameter of an unknown
/// name, and where a comment is none for some engines.
[[nodiscard]] tl::expected<std::vector<Token>, Failure> tokens_of(std::string_view sql,
                                                                  const Dialect& dialect);

/// The character, from 1, that holds the byte at an offset.
[[nodiscard]] std::int64_t character_at(std::string_view sql, std::size_t offset);

} // namespace deploy_plan::measuring
