// A database as `measure` sees it, whatever the engine: it is asked one statement that only reads, and gives
// rows. One engine is one file in engines/, behind what stands here.
#pragma once
#include "deploy_plan/measure.hpp"
#include "measure/statement.hpp"
#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

namespace deploy_plan::measuring {

/// A value as an engine gives it; days as texts, "2026-03-01". Decimals that no integer and no double holds
/// are texts, too.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;
struct Rows {
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows; ///< each as long as `columns`; none where these are too many
};
/// Columns of a figure. Of an answer that is wider, engines fetch no row: it is no figure, whatever it holds,
/// and may be as wide as memory.
constexpr std::size_t widest_row = 3;

/// What the parameters of a statement are bound to; bound, never pasted.
struct Bound {
  Date from{};  ///< the first day
  Date until{}; ///< the day after the last
  std::string segment;
};

struct Limits {
  std::chrono::milliseconds connecting{5000};
  std::chrono::milliseconds asking{60000}; ///< each statement
  std::size_t rows = 100000;               ///< more are refused, and not fetched
  std::string time_zone = {};              ///< IANA's name; empty for the engine's own
};

/// Why there are no figures. Its sentences, in both languages, stand in failures.cpp.
enum class Trouble {
  no_library,     ///< words: the package to install
  unsound_source, ///< what says so is not sound; words: why
  no_host,        ///< nobody answers
  refused,        ///< the database knows who asks and refuses: password, role
  no_trust,       ///< TLS: none is offered, or a certificate is not what it must be
  too_long_to_connect,
  no_file,     ///< of a database that is one
  no_database, ///< a file that is none, is damaged or encrypted; words: the engine's own
  outside,     ///< what would be read is not in the strategy's folder, or by a link alone; words: what
  secret,      ///< a file that holds secrets would be read; words: its name
  in_use,      ///< by a process that writes, for as long as was waited; words: the engine's own
  several_statements,
  unknown_parameter,  ///< words: its name
  writes,             ///< not a statement that only reads
  wrong_statement,    ///< the engine refuses it; words: its own; empty where there is no statement
  unclosed_statement, ///< words: what opens a text, a name or a comment that does not end
  too_long,           ///< a statement that was stopped
  too_many_rows,
  cut_short,    ///< the connection was lost before the end
  no_time_zone, ///< the engine does not know it, or knows none
  too_large,    ///< a value, or what the engine needs, is beyond its memory
  died,         ///< the process that asked ended before it answered
  warned        ///< the engine warns of what it gives; words: its own
};
struct Failure {
  Trouble trouble{};
  std::string words = {};    ///< the engine's own, or a name
  std::int64_t position = 0; ///< of a wrong statement, its character from 1; 0 where that is not known
};

/// Where a source leads, once its secrets are in place. Of what is printed of it only `shown` is fit.
struct Address {
  std::string name;                 ///< as strategies call it
  std::string target;               ///< what follows the scheme, with its secrets
  std::string shown;                ///< the whole, without them
  std::vector<std::string> secrets; ///< none of which leaves the process that asks
  std::string folder;               ///< of the strategy: files are relative to it
  /// Files with secrets, as far as they are known: what says where sources lead, and what it has put in
  /// place.
  std::vector<std::string> secret_files = {};
};

/// What is known of a connection, to be told.
struct Session {
  std::string engine; ///< "PostgreSQL 15.18"
  Transport transport = Transport::unknown;
  std::string encryption;             ///< "TLSv1.3, TLS_AES_256_GCM_SHA384"; empty where there is none
  bool is_read_only_unproven = false; ///< the driver may not heed that it is to read only
  bool may_write = false;             ///< whoever asks could write, were it not for us
};

class Connection {
public:
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  virtual ~Connection() = default;
  [[nodiscard]] virtual Session session() = 0;
  /// Runs one statement under the limits it was opened with. The connection is good for another one after a
  /// failure, unless the failure is `cut_short`.
  [[nodiscard]] virtual tl::expected<Rows, Failure> ask(const Statement& statement, const Bound& bound) = 0;
};

struct Engine {
  std::string_view scheme;  ///< "postgresql": what stands before the colon of a source
  std::string_view package; ///< that brings its library: "libpq5"
  Dialect dialect;
  /// Opens the library and the database, to read only.
  tl::expected<std::unique_ptr<Connection>, Failure> (*connect)(const Address& address, const Limits& limits);
  /// Opens the library, once; false where it is not installed. Asked before anything is done in the
  /// strategy's folder, in which a stranger may have put one of its name.
  bool (*library)() = nullptr;
};
extern const Engine sqlite_engine;
extern const Engine postgresql_engine;
extern const Engine duckdb_engine;
extern const Engine odbc_engine;
[[nodiscard]] std::span<const Engine* const> all_engines();

/// The sentence of a failure, and how to mend it.
[[nodiscard]] Phrase said(const Failure& failure);
[[nodiscard]] Phrase remedy(const Failure& failure);

} // namespace deploy_plan::measuring
