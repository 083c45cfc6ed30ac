// The text of a query: where its parameters stand, and that it is one statement that reads.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace deploy_plan::measuring {

struct Failure;

enum class Parameter { from, until, segment };

/// How an engine writes SQL, as far as it decides where a text ends.
struct Dialect {
  bool backslash_escapes = false; ///< in every '…': MariaDB; PostgreSQL has them in E'…' alone
  bool dollar_quotes = false;     ///< $tag$ … $tag$
  bool nested_comments = false;
  bool backticks = false;              ///< `name`
  bool brackets = false;               ///< [name]
  bool hash_comments = false;          ///< # to the end of the line, and -- only before white space: MariaDB
  bool blank_after_dashes = false;     ///< -- begins a comment only before white space, as with hash_comments
  bool unseparated_statements = false; ///< one may follow another without a semicolon: SQL Server
  /// What stands for a parameter, by its place among the distinct ones and among all, both from 1.
  std::string (*placeholder)(Parameter which, std::size_t distinct, std::size_t place) = nullptr;
};

/// A statement, cut where its parameters stand.
struct Statement {
  struct Piece {
    std::string text;
    std::optional<Parameter> parameter; ///< that follows it
    std::size_t width = 0;              ///< of the parameter's name in the file, its colon too
  };
  std::vector<Piece> pieces;

  [[nodiscard]] bool names(Parameter parameter) const;
  /// The parameters in the order in which they stand, those that come again too.
  [[nodiscard]] std::vector<Parameter> parameters() const;
  /// Those parameters without those that come again.
  [[nodiscard]] std::vector<Parameter> distinct() const;
  /// As the engine takes it.
  [[nodiscard]] std::string written(const Dialect& dialect) const;
};

/// Reads a statement; its last semicolon, and what white space and comments follow, are left out. Fails where
/// there are several, none, a parameter of another name, or one that does not only read, as far as its words
/// tell: engines see to the rest.
[[nodiscard]] tl::expected<Statement, Failure> read_statement(std::string_view sql, const Dialect& dialect);

} // namespace deploy_plan::measuring
