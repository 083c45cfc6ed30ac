// What is known of databases behind ODBC drivers. The standard lets a driver overlook that a connection only
// reads, and does not say how a statement is stopped or a time zone set: where the database is known, it is
// told so in its own words.
#pragma once
#include "measure/engine.hpp"

namespace deploy_plan::measuring::odbc {

struct Database {
  std::string_view name; ///< as drivers give it
  Dialect dialect;
  std::string_view version; ///< asks for it: a driver's own may stand for the database's
  /// Statements that make the session read only, whatever the driver does; empty where none is known. In all
  /// of these, {rows} is the most rows, {seconds} and {milliseconds} the most time, {zone} the time zone.
  std::vector<std::string_view> read_only;
  std::vector<std::string_view> limits;
  std::string_view time_zone; ///< empty where none can be set
  std::string_view begin;     ///< of each statement's transaction; empty where the driver begins it
  bool limits_rows = false;   ///< the session does: the driver is not to
  bool is_mariadb = false;    ///< its error numbers are MariaDB's
  /// Asks for the functions, in lower case, that its driver adds to the database's own, and that may do
  /// anything: SQLite's reads and writes files. Empty where a driver adds none.
  std::string_view added_functions = {};
  std::string_view warnings = {}; ///< asks what it warns of, by level, number and words
};
/// What is known of a database, by the name that its driver gives; nullptr for one that is not known.
[[nodiscard]] const Database* find_database(std::string_view name);

/// A statement of a database with the limits in place. The time zone must be a name: see is_zone_name.
[[nodiscard]] std::string filled(std::string_view statement, const Limits& limits);
/// Letters, digits and _ + - / alone, as IANA's names are.
[[nodiscard]] bool is_zone_name(std::string_view name);

/// Reads a statement again as the database does that it will be sent to, where a text or a comment may end
/// elsewhere than in standard SQL. Where the database is not known, all readings must agree. It may call none
/// of the functions that are refused, which are named in lower case.
[[nodiscard]] tl::expected<Statement, Failure> read_for(const Database* database, const Statement& statement,
                                                        std::span<const std::string> refused = {});

/// Whether a grant, as SHOW GRANTS of MariaDB tells it, lets anything be written.
[[nodiscard]] bool grants_writing(std::string_view grant);

} // namespace deploy_plan::measuring::odbc
