#include "measure/statement.hpp"
#include "measure/sql/reading.hpp"
#include <algorithm>

namespace deploy_plan::measuring {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_semicolon(std::string_view sql, const Token& token) {
  return token.kind == TokenKind::sign && sql[token.begin] == ';';
}

/// From the text's begin, so that an engine counts characters as the file does, to the last token's end.
std::vector<Statement::Piece> cut_at_parameters(std::string_view sql, std::span<const Token> tokens) {
  std::vector<Statement::Piece> pieces;
  std::size_t begin = 0;
  for (const Token& token : tokens)
    if (token.kind == TokenKind::parameter) {
      pieces.push_back(
          {std::string(sql.substr(begin, token.begin - begin)), token.parameter, token.end - token.begin});
      begin = token.end;
    }
  if (begin < tokens.back().end)
    pieces.push_back({std::string(sql.substr(begin, tokens.back().end - begin)), std::nullopt, 0});
  return pieces;
}

} // namespace

bool Statement::names(Parameter parameter) const {
  return std::ranges::any_of(pieces, [&](const Piece& piece) { return piece.parameter == parameter; });
}

std::vector<Parameter> Statement::parameters() const {
  std::vector<Parameter> all;
  for (const Piece& piece : pieces)
    if (piece.parameter)
      all.push_back(*piece.parameter);
  return all;
}

std::vector<Parameter> Statement::distinct() const {
  std::vector<Parameter> once;
  for (const Parameter parameter : parameters())
    if (std::ranges::find(once, parameter) == once.end())
      once.push_back(parameter);
  return once;
}

std::string Statement::written(const Dialect& dialect) const {
  const std::vector<Parameter> once = distinct();
  std::string sql;
  std::size_t place = 0;
  for (const Piece& piece : pieces) {
    sql += piece.text;
    if (piece.parameter) {
      const auto found = std::ranges::find(once, *piece.parameter);
      sql +=
          dialect.placeholder(*piece.parameter, static_cast<std::size_t>(found - once.begin()) + 1, ++place);
    }
  }
  return sql;
}

tl::expected<Statement, Failure> read_statement(std::string_view text, const Dialect& dialect) {
  std::string sql(text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text);
  auto cut = tokens_of(sql, dialect);
  if (!cut)
    return tl::unexpected(std::move(cut.error()));
  std::span<const Token> tokens = *cut;
  for (; !tokens.empty() && is_semicolon(sql, tokens.front()); tokens = tokens.subspan(1))
    sql[tokens.front().begin] = ' ';
  while (!tokens.empty() && is_semicolon(sql, tokens.back()))
    tokens = tokens.first(tokens.size() - 1);
  if (tokens.empty())
    return tl::unexpected(Failure{Trouble::wrong_statement});
  for (const Token& token : tokens)
    if (is_semicolon(sql, token))
      return tl::unexpected(Failure{Trouble::several_statements, {}, character_at(sql, token.end)});
  if (auto failure = more_than_reading(sql, tokens, dialect))
    return tl::unexpected(std::move(*failure));
  return Statement{cut_at_parameters(sql, tokens)};
}

} // namespace deploy_plan::measuring
