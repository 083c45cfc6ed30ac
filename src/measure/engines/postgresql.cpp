// PostgreSQL through libpq, and what speaks as it does: Citus, YugabyteDB, CockroachDB.
//
// Whatever is set is set for one transaction (SET LOCAL), and nothing at the start of the session: a pooler
// such as PgBouncer takes no options there, and would hand what is left set to whoever asks after us.
#include "measure/engine.hpp"
#include "measure/engines/postgresql_library.hpp"
#include "measure/engines/postgresql_words.hpp"
#include <algorithm>
#include <cerrno>
#include <charconv>
#include <clocale>
#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>

namespace deploy_plan::measuring::postgresql {
namespace {

using Moment = std::chrono::steady_clock::time_point;
using Handle = std::unique_ptr<Libpq::Connection, void (*)(Libpq::Connection*)>;
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

/// libpq's own words as they are written, untranslated, while this lives: some are told apart by them.
class PlainWords {
public:
  PlainWords() : plain_(newlocale(LC_ALL_MASK, "C", nullptr)), before_(uselocale(plain_)) {}
  PlainWords(const PlainWords&) = delete;
  PlainWords& operator=(const PlainWords&) = delete;
  ~PlainWords() {
    uselocale(before_);
    freelocale(plain_);
  }

private:
  locale_t plain_, before_;
};

/// Whether something can be read or written before it is too late.
bool wait(int socket, short events, Moment until) {
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd one{socket, events, 0};
    const int ready = ::poll(&one, 1, static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 3600000)));
    if (ready > 0 || (ready < 0 && errno != EINTR))
      return true; // what is wrong, libpq finds out
    if (ready == 0 && std::chrono::steady_clock::now() >= until)
      return false;
  }
}

bool was_closed(int socket) {
  char byte = 0;
  const ssize_t size = recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return size == 0 || (size < 0 && errno == ECONNRESET);
}

/// libpq tells a text and no code: `stage` is how far it had come, `is_closed` that nothing was said any
/// more.
Failure connection_failure(int stage, bool is_closed, const std::string& words) {
  const bool is_begun = stage > 2; // CONNECTION_STARTED
  const bool is_tls = stage == Libpq::ssl_startup || stage == Libpq::gss_startup ||
                      words.find("SSL error") != std::string::npos;
  const Trouble trouble = is_closed || !is_begun ? Trouble::no_host
                          : is_tls               ? Trouble::no_trust
                                                 : Trouble::refused;
  return {trouble, short_words(words)};
}

/// What fails before anything is waited for: a name that leads nowhere, or an address that cannot be read.
Failure beginning_failure(const std::string& words) {
  for (const char* const begins : {"connection to server", "could not connect", "could not translate"})
    if (words.starts_with(begins))
      return {Trouble::no_host, short_words(words)};
  return {Trouble::unsound_source, without_quotes(short_words(words))};
}

tl::expected<Handle, Failure> open(const Libpq& libpq, const std::string& text, Moment until) {
  const PlainWords plain;
  // What comes later holds: the name gives way to one in the text.
  const char* const keywords[] = {"fallback_application_name", "dbname", "client_encoding", nullptr};
  const char* const values[] = {"deploy-plan", text.c_str(), "UTF8", nullptr};
  Handle connection(libpq.start(keywords, values, 1), libpq.finish);
  if (connection == nullptr)
    return tl::unexpected(Failure{Trouble::too_large});
  libpq.set_notice_receiver(
      connection.get(), [](void*, const Libpq::Result*) {}, nullptr);
  if (libpq.status(connection.get()) == Libpq::bad)
    return tl::unexpected(beginning_failure(libpq.connection_error(connection.get())));
  for (int wanted = Libpq::writing; wanted != Libpq::done;) {
    const int socket = libpq.socket(connection.get());
    if (!wait(socket, wanted == Libpq::reading ? POLLIN : POLLOUT, until))
      return tl::unexpected(Failure{Trouble::too_long_to_connect});
    const bool is_closed = wanted == Libpq::reading && was_closed(socket);
    const int stage = libpq.status(connection.get());
    wanted = libpq.poll(connection.get());
    if (wanted == Libpq::failed)
      return tl::unexpected(connection_failure(stage, is_closed, libpq.connection_error(connection.get())));
  }
  libpq.set_nonblocking(connection.get(), 1);
  return connection;
}

std::string day_text(Date day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

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
    if (begin(limit, until) && run("SET LOCAL search_path = pg_catalog", until) &&
        read(may_write_statement, {}, {}, answer, until) && !answer.rows.empty())
      session.may_write = answer.rows[0][0] == Cell(std::int64_t{1});
    end(until);
    return session;
  }

  tl::expected<Rows, Failure> ask(const Statement& statement, const Bound& bound) override {
    const Moment until = std::chrono::steady_clock::now() + limits_.asking + mercy;
    Rows rows;
    const Done done = reopen().and_then([&] { return begin(limits_.asking, until); }).and_then([&] {
      return read(statement, bound, rows, until);
    });
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

  /// Days have a type of their own, lest `:from - interval '1 day'` be taken for one of two intervals; that
  /// of the segment is PostgreSQL's to find.
  Done read(const Statement& statement, const Bound& bound, Rows& rows, Moment until) {
    constexpr unsigned date = 1082, unknown = 0;
    std::vector<std::string> texts;
    std::vector<unsigned> types;
    for (const Parameter parameter : statement.distinct()) {
      texts.push_back(parameter == Parameter::from    ? day_text(bound.from)
                      : parameter == Parameter::until ? day_text(bound.until)
                                                      : bound.segment);
      types.push_back(parameter == Parameter::segment ? unknown : date);
    }
    return read(statement.written(postgresql_engine.dialect), texts, types, rows, until);
  }
  /// By the protocol that takes one statement and no more; one that gives no rows (COPY, LOCK, SET, COMMIT)
  /// is not run.
  Done read(const std::string& statement, const std::vector<std::string>& texts,
            const std::vector<unsigned>& types, Rows& rows, Moment until) {
    std::vector<const char*> values;
    for (const std::string& text : texts)
      values.push_back(text.c_str());
    const int count = static_cast<int>(values.size());
    Rows described;
    return sent(libpq_.send_prepare(connection_.get(), "", statement.c_str(), count, types.data()), rows,
                until)
        .and_then([&] { return sent(libpq_.send_describe(connection_.get(), ""), described, until); })
        .and_then([&] {
          if (described.columns.empty())
            return Done(tl::unexpected(Failure{Trouble::writes}));
          const int is_sent =
              libpq_.send_bound(connection_.get(), "", count, values.data(), nullptr, nullptr, 0);
          libpq_.set_single_row(connection_.get());
          return sent(is_sent, rows, until);
        });
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

const Engine postgresql_engine{"postgresql", "libpq5", postgresql::dialect, postgresql::connect};

} // namespace deploy_plan::measuring
