#include "measure/engines/odbc/databases.hpp"
#include "measure/sql/reading.hpp"
#include <algorithm>
#include <array>
#include <iterator>

namespace deploy_plan::measuring::odbc {
namespace {

std::string question_mark(Parameter, std::size_t, std::size_t) { return "?"; }

constexpr Dialect standard{.placeholder = question_mark};
constexpr Dialect mariadb{
    .backslash_escapes = true, .backticks = true, .hash_comments = true, .placeholder = question_mark};
constexpr Dialect sql_server{.brackets = true, .unseparated_statements = true, .placeholder = question_mark};
constexpr Dialect sqlite{.backticks = true, .brackets = true, .placeholder = question_mark};
constexpr Dialect postgresql{.dollar_quotes = true, .nested_comments = true, .placeholder = question_mark};

/// Without NO_BACKSLASH_ESCAPES, so that texts end where we think that they end.
constexpr std::string_view backslashes_escape =
    "SET SESSION sql_mode = REPLACE(@@sql_mode, 'NO_BACKSLASH_ESCAPES', '')";

/// But for those of what SQLite itself may be built with.
constexpr std::string_view added_to_sqlite =
    "SELECT DISTINCT lower(name) FROM pragma_function_list WHERE lower(name) NOT IN"
    " (SELECT lower(name) FROM pragma_function_list WHERE builtin = 1)"
    " AND lower(name) NOT IN ('match', 'snippet', 'offsets', 'matchinfo', 'highlight', 'bm25', "
    "'fts5_source_id',"
    " 'rtreedepth', 'rtreenode', 'rtreecheck') AND lower(name) NOT LIKE 'geopoly%'";

const std::array<Database, 4>& databases() {
  static const std::array<Database, 4> all{{
      {"MariaDB",
       mariadb,
       "SELECT VERSION()",
       {backslashes_escape, "SET SESSION TRANSACTION READ ONLY"},
       {"SET SESSION max_statement_time = {seconds}", "SET SESSION sql_select_limit = {rows}"},
       "SET SESSION time_zone = '{zone}'",
       "START TRANSACTION READ ONLY",
       true,
       true,
       {},
       "SHOW WARNINGS"},
      {"MySQL",
       mariadb,
       "SELECT VERSION()",
       {backslashes_escape, "SET SESSION TRANSACTION READ ONLY"},
       {"SET SESSION max_execution_time = {milliseconds}", "SET SESSION sql_select_limit = {rows}"},
       "SET SESSION time_zone = '{zone}'",
       "START TRANSACTION READ ONLY",
       true,
       true,
       {},
       "SHOW WARNINGS"},
      {"SQLite",
       sqlite,
       "SELECT sqlite_version()",
       {"PRAGMA query_only = ON", "PRAGMA trusted_schema = OFF"}, // views call nothing of the driver's
       {},
       "",
       "",
       false,
       false,
       added_to_sqlite},
      {"PostgreSQL",
       postgresql,
       "SHOW server_version",
       {"SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"},
       {"SET statement_timeout = {milliseconds}"},
       "SET TIME ZONE '{zone}'",
       "",
       false,
       false},
  }};
  return all;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
}

/// As a strategy says it.
std::string named_again(const Statement& statement) {
  static constexpr std::string_view names[] = {":from", ":until", ":segment"};
  std::string text;
  for (const Statement::Piece& piece : statement.pieces) {
    text += piece.text;
    if (piece.parameter)
      text += names[static_cast<std::size_t>(*piece.parameter)];
  }
  return text;
}

bool are_equal(const Statement& one, const Statement& other) {
  return std::equal(one.pieces.begin(), one.pieces.end(), other.pieces.begin(), other.pieces.end(),
                    [](const Statement::Piece& a, const Statement::Piece& b) {
                      return a.text == b.text && a.parameter == b.parameter;
                    });
}

tl::expected<Statement, Failure> read_as_all(const std::string& text, const Statement& statement) {
  for (const Dialect& dialect : {standard, mariadb, sql_server, postgresql}) {
    auto read = read_statement(text, dialect);
    if (!read)
      return read;
    if (!are_equal(*read, statement))
      return tl::unexpected(Failure{Trouble::several_statements});
  }
  return statement;
}
} // namespace

const Database* find_database(std::string_view name) {
  const auto& all = databases();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Database& one) { return one.name == name; });
  return found != all.end() ? &*found : nullptr;
}

std::string filled(std::string_view statement, const Limits& limits) {
  std::string text(statement);
  const auto milliseconds = limits.asking.count();
  const std::string thousandths = std::to_string(milliseconds % 1000 + 1000).substr(1);
  replace_all(text, "{rows}", std::to_string(limits.rows + 1));
  replace_all(text, "{seconds}", std::to_string(milliseconds / 1000) + "." + thousandths);
  replace_all(text, "{milliseconds}", std::to_string(milliseconds));
  replace_all(text, "{zone}", limits.time_zone);
  return text;
}

bool is_zone_name(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_+-/").find(c) != std::string_view::npos;
  });
}

tl::expected<Statement, Failure> read_for(const Database* database, const Statement& statement,
                                          std::span<const std::string> refused) {
  const std::string text = named_again(statement);
  if (database == nullptr)
    return read_as_all(text, statement);
  auto read = read_statement(text, database->dialect);
  if (read && !refused.empty())
    if (const auto tokens = tokens_of(text, database->dialect))
      if (auto failure = calling(text, *tokens, refused))
        return tl::unexpected(std::move(*failure));
  return read;
}

bool grants_writing(std::string_view grant) {
  static constexpr std::string_view writing[] = {"ALL PRIVILEGES", "INSERT", "UPDATE", "DELETE", "CREATE",
                                                 "DROP",           "ALTER",  "FILE",   "SUPER"};
  constexpr std::string_view before = "GRANT ", after = " ON ";
  if (!grant.starts_with(before) || grant.find(after) == std::string_view::npos)
    return false; // of a role, or none
  grant = grant.substr(before.size(), grant.find(after) - before.size());
  while (!grant.empty()) {
    const std::string_view privilege = grant.substr(0, grant.find(", "));
    // Of some columns alone: "UPDATE (`a`, `b`)".
    if (std::find(std::begin(writing), std::end(writing), privilege.substr(0, privilege.find(" ("))) !=
        std::end(writing))
      return true;
    grant.remove_prefix(std::min(grant.size(), privilege.size() + 2));
  }
  return false;
}

} // namespace deploy_plan::measuring::odbc
