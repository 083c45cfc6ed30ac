// PostgreSQL through libpq, and what speaks as it does: Citus, YugabyteDB, CockroachDB.
//
// Whatever is set is set for one transaction (SET LOCAL), and nothing at the start of the session: a pooler
// such as PgBouncer takes no options there, and would hand what is left set to whoever asks after us.
#include "measure/engine.hpp"
#include "measure/engines/postgresql/opening.hpp"
#include "measure/engines/postgresql/words.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>

namespace deploy_plan::measuring::postgresql {
namespace {

using Answer = std::unique_ptr<Libpq::Result, void (*)(Libpq::Result*)>;
using Done = tl::expected<void, Failure>;

/// For a server that stops a statement in time to say so.
constexpr std::chrono::seconds mercy{2};
/// Of ours between two commands, on a busy machine.
constexpr std::chrono::milliseconds longest_pause{10000};
/// To tell who asks: it is not what is asked for.
constexpr std::chrono::seconds introduction{3};
/// As read; figures take a few bytes each.
constexpr std::size_t most_bytes = std::size_t{64} << 20;

/// A role that has these writes whatever a transaction says: files and programs are not part of it.
constexpr const char* may_write_statement =
    "SELECT r.rolsuper"
    " OR EXISTS (SELECT FROM pg_roles p WHERE p.rolname IN ('pg_write_server_files', "
    "'pg_execute_server_program')"
    " AND pg_has_role(p.oid, 'MEMBER'))"
    " OR EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.relkind IN ('r', 'p', 'v', 'f') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> "
    "'information_schema'"
    " AND has_schema_privilege(n.oid, 'USAGE')"
    " AND (has_table_privilege(c.oid, 'DELETE, TRUNCATE') OR has_any_column_privilege(c.oid, 'INSERT, "
    "UPDATE')))"
    " FROM pg_roles r WHERE r.rolname = current_user";

/// What PostgreSQL prepares, by its identifiers of types (pg_type.oid); 0 is its own to find.
struct Prepared {
  std::string sql;
  std::vector<Parameter> parameters;
  std::vector<std::string> texts; ///< that they are bound to
  std::vector<unsigned> types;    ///< of them
};
constexpr unsigned date_type = 1082;

class PostgresqlConnection final : public Connection {
public:
  PostgresqlConnection(const Libpq& opened, Handle connection, std::string text, Limits limits)
      : libpq_(opened), connection_(std::move(connection)), text_(std::move(text)),
        limits_(std::move(limits)) {}

  Session session() override {
    const std::chrono::milliseconds limit = std::min<std::chrono::milliseconds>(limits_.asking, introduction);
    const Moment until = std::chrono::steady_clock::now() + limit + mercy;
    if (!reopen())
      return {};
    Session session;
    const char* const version = libpq_.parameter_status(connection_.get(), "server_version");
    const std::string_view number = version == nullptr ? "" : version;
    session.engine = "PostgreSQL " + std::string(number.substr(0, number.find(' ')));
    tell_transport(session);
    Rows answer;
    const Prepared asked{may_write_statement, {}, {}, {}};
    if (begin(limit, until) && run("SET LOCAL search_path = pg_catalog", until) && describe(asked, until) &&
        read(asked, answer, until) && !answer.rows.empty())
      session.may_write = answer.rows[0][0] == Cell(std::int64_t{1});
    end(until);
    return session;
  }

  tl::expected<Rows, Failure> ask(const Statement& statement, const Bound& bound) override {
    const Moment until = std::chrono::steady_clock::now() + limits_.asking + mercy;
    Rows rows;
    Prepared prepared = bound_to(bound, statement);
    const Done done = reopen()
                          .and_then([&] { return begin(limits_.asking, until); })
                          .and_then([&] { return prepare(prepared, until); })
                          .and_then([&] { return read(prepared, rows, until); });
    end(until);
    if (done)
      return rows;
    Failure failure = done.error();
    // Others (a lock that was not had) tell a place, too: it is not where anything is to be mended.
    failure.position =
        failure.trouble == Trouble::wrong_statement ? position_in_file(statement, failure.position) : 0;
    return tl::unexpected(std::move(failure));
  }

private:
  const Libpq& libpq_;
  Handle connection_; ///< nullptr where it was closed in the midst of an answer
  std::string text_;
  Limits limits_;
  Rows columns_;                          ///< of the statement that was described last, and no row
  std::vector<unsigned> parameter_types_; ///< of its parameters

  Done reopen() {
    if (connection_ != nullptr)
      return {};
    auto opened = open(libpq_, text_, std::chrono::steady_clock::now() + limits_.connecting);
    if (!opened)
      return tl::unexpected(opened.error());
    connection_ = std::move(*opened);
    return {};
  }
  void close() { connection_.reset(); }

  void tell_transport(Session& session) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (libpq_.in_ssl(connection_.get()) != 0) {
      session.transport = Transport::encrypted;
      const auto attribute = [&](const char* name) {
        const char* const value = libpq_.ssl_attribute(connection_.get(), name);
        return std::string(value == nullptr ? "" : value);
      };
      session.encryption = attribute("protocol") + ", " + attribute("cipher");
    } else if (getsockname(libpq_.socket(connection_.get()), reinterpret_cast<sockaddr*>(&address), &size) ==
               0)
      session.transport = address.ss_family == AF_UNIX ? Transport::socket : Transport::plain;
  }

  /// A transaction that reads one state of the database, and no longer than it may.
  Done begin(std::chrono::milliseconds limit, Moment until) {
    const std::int64_t most = std::max<std::int64_t>(limit.count(), 1);
    std::string commands =
        fmt::format("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;"
                    "SET LOCAL statement_timeout = {0};"
                    "SET LOCAL lock_timeout = {1};"
                    "SET LOCAL idle_in_transaction_session_timeout = {2};"
                    "SET LOCAL DateStyle = 'ISO';"
                    "SET LOCAL extra_float_digits = 3",
                    most, std::max<std::int64_t>(most / 2, 1), most + longest_pause.count());
    if (Done done = run(commands, until); !done || limits_.time_zone.empty())
      return done;
    if (!is_zone_name(limits_.time_zone) || !run("SET LOCAL TIME ZONE " + literal(limits_.time_zone), until))
      return connection_ == nullptr ? Done(tl::unexpected(Failure{Trouble::cut_short}))
                                    : Done(tl::unexpected(Failure{Trouble::no_time_zone, limits_.time_zone}));
    return {};
  }
  /// Nothing was changed. A connection that does not even say so is good for nothing.
  void end(Moment until) {
    if (connection_ != nullptr && !run("ROLLBACK", until))
      close();
  }

  std::string literal(const std::string& text) {
    const std::unique_ptr<char, void (*)(void*)> escaped(
        libpq_.escape(connection_.get(), text.data(), text.size()), libpq_.free_memory);
    return escaped == nullptr ? "''" : escaped.get();
  }

  /// Commands of our own, whose rows are not looked at.
  Done run(const std::string& commands, Moment until) {
    Rows none;
    return sent(libpq_.send(connection_.get(), commands.c_str()), none, until);
  }

  /// With what its parameters are bound to.
  static Prepared bound_to(const Bound& bound, const Statement& statement) {
    Prepared prepared{statement.written(postgresql_engine.dialect), statement.distinct(), {}, {}};
    for (const Parameter parameter : prepared.parameters)
      prepared.texts.push_back(parameter == Parameter::from    ? iso(bound.from)
                               : parameter == Parameter::until ? iso(bound.until)
                                                               : bound.segment);
    prepared.types.resize(prepared.parameters.size());
    return prepared;
  }

  /// The types of parameters are PostgreSQL's to find. Where it takes a day for something else (one of the
  /// two intervals of `:from - interval '1 day'`), or finds no type at all, it is a date.
  Done prepare(Prepared& prepared, Moment until) {
    const Done described = describe(prepared, until);
    if (!described && described.error().trouble != Trouble::wrong_statement)
      return described;
    bool is_changed = false;
    for (std::size_t i = 0; i < prepared.parameters.size(); ++i)
      if (prepared.parameters[i] != Parameter::segment &&
          (!described || i >= parameter_types_.size() || !takes_days(parameter_types_[i]))) {
        prepared.types[i] = date_type;
        is_changed = true;
      }
    if (!is_changed)
      return described;
    if (described)
      return describe(prepared, until);
    end(until); // what failed has ended the transaction
    return reopen().and_then([&] { return begin(limits_.asking, until); }).and_then([&] {
      return describe(prepared, until);
    });
  }
  /// By the protocol that takes one statement and no more.
  Done describe(const Prepared& prepared, Moment until) {
    columns_ = {};
    const auto count = static_cast<int>(prepared.types.size());
    return sent(
               libpq_.send_prepare(connection_.get(), "", prepared.sql.c_str(), count, prepared.types.data()),
               columns_, until)
        .and_then([&] { return sent(libpq_.send_describe(connection_.get(), ""), columns_, until); });
  }
  /// What gives no rows (COPY, LOCK, SET, COMMIT) is not run.
  Done read(const Prepared& prepared, Rows& rows, Moment until) {
    if (columns_.columns.empty())
      return tl::unexpected(Failure{Trouble::writes});
    if (columns_.columns.size() > widest_row) {
      rows = columns_;
      return {};
    }
    std::vector<const char*> values;
    for (const std::string& text : prepared.texts)
      values.push_back(text.c_str());
    const int is_sent = libpq_.send_bound(connection_.get(), "", static_cast<int>(values.size()),
                                          values.data(), nullptr, nullptr, 0);
    libpq_.set_single_row(connection_.get());
    return sent(is_sent, rows, until);
  }

  /// All that comes for what libpq was given to send.
  Done sent(int is_sent, Rows& rows, Moment until) {
    if (is_sent == 0)
      return fail(nullptr);
    return flushed(until).and_then([&] { return receive(rows, until); });
  }
  Done flushed(Moment until) {
    while (true) {
      const int left = libpq_.flush(connection_.get());
      if (left == 0)
        return {};
      if (left < 0)
        return fail(nullptr);
      if (!wait(libpq_.socket(connection_.get()), POLLIN | POLLOUT, until))
        return abandon(Trouble::too_long);
      libpq_.consume(connection_.get());
    }
  }

  /// All that comes for what was sent.
  Done receive(Rows& rows, Moment until) {
    std::size_t bytes = 0;
    Done done;
    while (true) {
      while (libpq_.is_busy(connection_.get()) != 0) {
        if (!wait(libpq_.socket(connection_.get()), POLLIN, until))
          return abandon(Trouble::too_long);
        if (libpq_.consume(connection_.get()) == 0)
          break; // the answer says why
      }
      const Answer answer(libpq_.next(connection_.get()), libpq_.clear);
      if (answer == nullptr)
        return done;
      switch (libpq_.outcome(answer.get())) {
      case Libpq::command_ok: // of what is described, with the columns it would give
        parameter_types_.clear();
        for (int parameter = 0; parameter < libpq_.parameters(answer.get()); ++parameter)
          parameter_types_.push_back(libpq_.parameter_type(answer.get(), parameter));
        [[fallthrough]];
      case Libpq::single_tuple:
      case Libpq::tuples_ok:
        if (rows.columns.empty())
          read_columns(rows, answer.get());
        bytes += read_rows(rows, answer.get());
        if (rows.rows.size() > limits_.rows)
          return abandon(Trouble::too_many_rows);
        if (bytes > most_bytes)
          return abandon(Trouble::too_large);
        break;
      case Libpq::fatal:
        if (done)
          done = fail(answer.get());
        if (connection_ == nullptr)
          return done;
        break;
      default: return abandon(Trouble::writes); // COPY
      }
    }
  }

  void read_columns(Rows& rows, const Libpq::Result* answer) {
    for (int column = 0; column < libpq_.columns(answer); ++column)
      rows.columns.emplace_back(libpq_.column_name(answer, column));
  }
  /// Gives how many bytes came.
  std::size_t read_rows(Rows& rows, const Libpq::Result* answer) {
    std::size_t bytes = 0;
    for (int row = 0; row < libpq_.rows(answer); ++row) {
      std::vector<Cell>& cells = rows.rows.emplace_back();
      for (int column = 0; column < libpq_.columns(answer); ++column) {
        const std::string_view text(libpq_.value(answer, row, column),
                                    static_cast<std::size_t>(libpq_.length(answer, row, column)));
        bytes += text.size() + sizeof(Cell);
        cells.push_back(libpq_.is_null(answer, row, column) != 0
                            ? Cell()
                            : cell_of(libpq_.column_type(answer, column), text));
      }
    }
    return bytes;
  }

  /// What is still to come is not waited for: closing stops it, and another connection takes its place.
  Done abandon(Trouble trouble) {
    close();
    return tl::unexpected(Failure{trouble});
  }
  Done fail(const Libpq::Result* answer) {
    const auto field = [&](char name) {
      const char* const text = answer == nullptr ? nullptr : libpq_.error_field(answer, name);
      return std::string(text == nullptr ? "" : text);
    };
    Failure failure{trouble_of(field('C')), short_words(field('M'))};
    const std::string position = field('P');
    std::from_chars(position.data(), position.data() + position.size(), failure.position);
    const bool is_lost = libpq_.status(connection_.get()) == Libpq::bad;
    if (field('C').empty()) // libpq itself: it lost the server, or has no memory for what comes
      failure = {is_lost ? Trouble::cut_short : Trouble::too_large,
                 short_words(libpq_.connection_error(connection_.get()))};
    if (is_lost || failure.trouble == Trouble::cut_short || field('C').empty())
      close();
    return tl::unexpected(std::move(failure));
  }
};

tl::expected<std::unique_ptr<Connection>, Failure> connect(const Address& address, const Limits& limits) {
  const Moment until = std::chrono::steady_clock::now() + limits.connecting;
  const Libpq* const libpq = open_libpq();
  if (libpq == nullptr)
    return tl::unexpected(Failure{Trouble::no_library, std::string(postgresql_engine.package)});
  auto text = connection_text(address.target);
  if (!text)
    return tl::unexpected(text.error());
  auto opened = open(*libpq, *text, until);
  if (!opened)
    return tl::unexpected(opened.error());
  return std::make_unique<PostgresqlConnection>(*libpq, std::move(*opened), std::move(*text), limits);
}

constexpr Dialect dialect{.dollar_quotes = true, .nested_comments = true, .placeholder = placeholder};
} // namespace
} // namespace deploy_plan::measuring::postgresql

namespace deploy_plan::measuring {

const Engine postgresql_engine{"postgresql", "libpq5", postgresql::dialect, postgresql::connect,
                               [] { return postgresql::open_libpq() != nullptr; }};

} // namespace deploy_plan::measuring
