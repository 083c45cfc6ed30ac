// SQLite: a file, opened to read only, whose statements may read it and nothing else.
#include "measure/engines/embedded/database_file.hpp"
#include "measure/sql/tokens.hpp"
#include "system/library.hpp"
#include <algorithm>
#include <cctype>
#include <fstream>
#include <sys/stat.h>

namespace deploy_plan::measuring {
namespace sqlite {
namespace {
using Moment = std::chrono::steady_clock::time_point;

struct SqliteDatabase;
struct SqliteStatement;

/// SQLite's C interface (sqlite3.h of 3.40), as far as it is used.
struct Sqlite {
  const char* (*version)();
  int (*open)(const char*, SqliteDatabase**, int flags, const char* system);
  int (*close)(SqliteDatabase*);
  int (*configure)(SqliteDatabase*, int what, ...);
  int (*limit)(SqliteDatabase*, int what, int most);
  std::int64_t (*limit_memory)(std::int64_t);
  int (*wait_when_busy)(SqliteDatabase*, int milliseconds);
  int (*authorize)(SqliteDatabase*, int (*)(void*, int, const char*, const char*, const char*, const char*),
                   void*);
  void (*watch)(SqliteDatabase*, int steps, int (*)(void*), void*);
  int (*run)(SqliteDatabase*, const char* sql, int (*)(void*, int, char**, char**), void*, char**);
  const char* (*message)(SqliteDatabase*);
  int (*error_offset)(SqliteDatabase*); ///< nullptr before 3.38
  int (*prepare)(SqliteDatabase*, const char*, int size, SqliteStatement**, const char** rest);
  int (*is_reading)(SqliteStatement*);
  int (*finalize)(SqliteStatement*);
  int (*index)(SqliteStatement*, const char* parameter);
  int (*bind)(SqliteStatement*, int, const char*, int size, void (*)(void*));
  int (*step)(SqliteStatement*);
  int (*columns)(SqliteStatement*);
  const char* (*column_name)(SqliteStatement*, int);
  int (*type)(SqliteStatement*, int);
  std::int64_t (*whole)(SqliteStatement*, int);
  double (*number)(SqliteStatement*, int);
  const void* (*blob)(SqliteStatement*, int);
  const unsigned char* (*text)(SqliteStatement*, int);
  int (*size)(SqliteStatement*, int);
};

// What sqlite3.h calls SQLITE_…
constexpr int ok = 0, busy = 5, locked = 6, no_memory = 7, read_only = 8, interrupted = 9, broken_off = 10,
              corrupt = 11, full = 13, cannot_open = 14, too_big = 18, not_authorized = 23,
              not_a_database = 26, row = 100, done = 101;
constexpr int open_read_only = 0x1, open_uri = 0x40;
constexpr int type_integer = 1, type_float = 2, type_text = 3, type_blob = 4;

const Sqlite* open_sqlite() {
  static const std::unique_ptr<const Sqlite> opened = []() -> std::unique_ptr<const Sqlite> {
    void* const library = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
    auto sqlite = std::make_unique<Sqlite>();
    if (library == nullptr)
      return nullptr;
    const auto find = [&](const char* name, auto& into) {
      return system::find_function(library, name, into);
    };
    find("sqlite3_error_offset", sqlite->error_offset);
    const bool whole =
        find("sqlite3_libversion", sqlite->version) && find("sqlite3_open_v2", sqlite->open) &&
        find("sqlite3_close", sqlite->close) && find("sqlite3_db_config", sqlite->configure) &&
        find("sqlite3_limit", sqlite->limit) && find("sqlite3_hard_heap_limit64", sqlite->limit_memory) &&
        find("sqlite3_busy_timeout", sqlite->wait_when_busy) &&
        find("sqlite3_set_authorizer", sqlite->authorize) &&
        find("sqlite3_progress_handler", sqlite->watch) && find("sqlite3_exec", sqlite->run) &&
        find("sqlite3_errmsg", sqlite->message) && find("sqlite3_prepare_v2", sqlite->prepare) &&
        find("sqlite3_stmt_readonly", sqlite->is_reading) && find("sqlite3_finalize", sqlite->finalize) &&
        find("sqlite3_bind_parameter_index", sqlite->index) && find("sqlite3_bind_text", sqlite->bind) &&
        find("sqlite3_step", sqlite->step) && find("sqlite3_column_count", sqlite->columns) &&
        find("sqlite3_column_name", sqlite->column_name) && find("sqlite3_column_type", sqlite->type) &&
        find("sqlite3_column_int64", sqlite->whole) && find("sqlite3_column_double", sqlite->number) &&
        find("sqlite3_column_blob", sqlite->blob) && find("sqlite3_column_text", sqlite->text) &&
        find("sqlite3_column_bytes", sqlite->size);
    return whole ? std::move(sqlite) : nullptr;
  }();
  return opened.get();
}

using Database = std::unique_ptr<SqliteDatabase, int (*)(SqliteDatabase*)>;
using Prepared = std::unique_ptr<SqliteStatement, int (*)(SqliteStatement*)>;

/// What the first bytes of a file say, before SQLite is let at it.
struct Header {
  bool is_written_ahead = false; ///< to a log beside it
  std::uint64_t page = 0;        ///< bytes; 0 where it is no database
};
Header header_of(const std::string& file) {
  char bytes[100] = {};
  std::ifstream(file, std::ios::binary).read(bytes, sizeof bytes);
  if (std::string_view(bytes, 16) != std::string_view("SQLite format 3\0", 16))
    return {};
  const auto at = [&](std::size_t place) { return static_cast<unsigned char>(bytes[place]); };
  const auto page = static_cast<std::uint64_t>(at(16) << 8U | at(17));
  return {.is_written_ahead = at(18) == 2 && at(19) == 2, .page = page == 1 ? 65536 : page};
}

/// A database that was written ahead, and rests: its log is gone. To read it, SQLite would put a log beside
/// it, unless it is told that nobody writes; whether that was so shows when it was read.
class Rest {
public:
  explicit Rest(const std::string& file) : file_(file) {
    struct stat log {};
    resting_ = header_of(file).is_written_ahead && ::stat((file + "-wal").c_str(), &log) != 0 &&
               ::stat(file.c_str(), &was_) == 0;
  }
  [[nodiscard]] bool is_resting() const { return resting_; }
  [[nodiscard]] bool lasted() const {
    struct stat now {};
    return ::stat(file_.c_str(), &now) == 0 && now.st_ino == was_.st_ino && now.st_size == was_.st_size &&
           now.st_mtim.tv_sec == was_.st_mtim.tv_sec && now.st_mtim.tv_nsec == was_.st_mtim.tv_nsec;
  }

private:
  std::string file_;
  struct stat was_ {};
  bool resting_ = false;
};

/// A name of a file that SQLite takes for nothing but that, with what follows it.
std::string as_uri(const std::string& file, std::string_view rest) {
  std::string uri = "file:";
  for (const char byte : file) {
    if (std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '/') {
      uri += byte;
      continue;
    }
    constexpr char digits[] = "0123456789ABCDEF";
    const auto bits = static_cast<unsigned char>(byte);
    uri += {'%', digits[bits >> 4U], digits[bits & 15U]};
  }
  return uri.append(rest);
}

/// What a statement may do: read. SQLite asks for each part of it, those of views and functions too.
int authorize(void*, int action, const char*, const char* name, const char*, const char*) {
  constexpr int deny = 1, reading = 20, selecting = 21, calling = 31, repeating = 33;
  static constexpr std::string_view beyond[] = {"load_extension", "fts3_tokenizer", "readfile",
                                                "writefile",      "edit",           "lsdir"};
  if (action == calling)
    return std::find(std::begin(beyond), std::end(beyond), name == nullptr ? "" : name) == std::end(beyond)
               ? ok
               : deny;
  return action == reading || action == selecting || action == repeating ? ok : deny;
}

/// Bounds on what one statement takes, whatever it is.
void bound(const Sqlite& sqlite, SqliteDatabase* database) {
  constexpr int length = 0, sql_length = 1, depth = 3, operations = 5, attached = 7, pattern = 8,
                triggers = 10;
  static constexpr std::pair<int, int> limits[] = {{length, int{most_answer_bytes}},
                                                   {sql_length, 1 << 20},
                                                   {depth, 200},
                                                   {operations, 1 << 20},
                                                   {attached, 0},
                                                   {pattern, 100},
                                                   {triggers, 0}};
  for (const auto& [what, most] : limits)
    sqlite.limit(database, what, most);
  constexpr int no_triggers = 1003, no_extensions = 1005, defensive = 1010, trusted_schema = 1017;
  static constexpr std::pair<int, int> settings[] = {
      {no_triggers, 0}, {no_extensions, 0}, {defensive, 1}, {trusted_schema, 0}};
  for (const auto& [what, value] : settings)
    sqlite.configure(database, what, value, nullptr);
  constexpr std::int64_t most_memory = std::int64_t{1} << 30;
  sqlite.limit_memory(most_memory);
}

Failure failure_of(const Sqlite& sqlite, SqliteDatabase* database, int code, std::string_view sql) {
  const std::string words = sqlite.message(database);
  switch (code & 0xFF) {
  case interrupted: return {Trouble::too_long};
  case busy:
  case locked: return {Trouble::in_use, words};
  case no_memory:
  case too_big:
  case full: return {Trouble::too_large, words}; // what it puts aside to sort
  case not_a_database:
  case corrupt:
  case read_only: return {Trouble::no_database, words};
  case cannot_open: return {Trouble::no_file, words};
  case broken_off: return {Trouble::cut_short, words};
  case not_authorized: return {Trouble::writes, words};
  default: break;
  }
  const int offset = sqlite.error_offset == nullptr ? -1 : sqlite.error_offset(database);
  return {Trouble::wrong_statement, words,
          offset < 0 ? 0 : character_at(sql, static_cast<std::size_t>(offset))};
}

/// A blob is neither a day nor a number, even where its bytes spell one.
std::string spelled(std::string_view bytes) {
  constexpr std::size_t most = 16;
  constexpr char digits[] = "0123456789ABCDEF";
  std::string words = "x'";
  for (const char byte : bytes.substr(0, most))
    words += {digits[static_cast<unsigned char>(byte) >> 4U], digits[static_cast<unsigned char>(byte) & 15U]};
  return words + (bytes.size() > most ? "…'" : "'");
}

Cell cell_of(const Sqlite& sqlite, SqliteStatement* statement, int column) {
  const auto all_of = [&](const void* from) {
    return from == nullptr ? std::string_view{}
                           : std::string_view(static_cast<const char*>(from),
                                              static_cast<std::size_t>(sqlite.size(statement, column)));
  };
  switch (sqlite.type(statement, column)) {
  case type_integer: return sqlite.whole(statement, column);
  case type_float: return sqlite.number(statement, column);
  case type_text: return std::string(all_of(sqlite.text(statement, column)));
  case type_blob: return spelled(all_of(sqlite.blob(statement, column)));
  default: return std::monostate{};
  }
}

class SqliteConnection final : public Connection {
public:
  SqliteConnection(const Sqlite& sqlite, std::string file, Limits limits)
      : sqlite_(sqlite), file_(std::move(file)), limits_(std::move(limits)) {}

  /// Whether there is a database that can be read.
  [[nodiscard]] tl::expected<void, Failure> try_it() {
    // Of a page that is not whole, SQLite makes rows of NULL.
    struct stat status {};
    const std::uint64_t page = header_of(file_).page;
    if (page > 0 && ::stat(file_.c_str(), &status) == 0 &&
        static_cast<std::uint64_t>(status.st_size) % page != 0)
      return tl::unexpected(Failure{Trouble::no_database, "the file is cut short"});
    const auto database = open(Rest(file_).is_resting(), limits_.connecting);
    return database ? tl::expected<void, Failure>{} : tl::unexpected(database.error());
  }

  [[nodiscard]] Session session() override {
    return {
        .engine = std::string("SQLite ") + sqlite_.version(), .transport = Transport::file, .encryption = {}};
  }

  /// It is opened for each statement, and sees what was written before it.
  [[nodiscard]] tl::expected<Rows, Failure> ask(const Statement& statement, const Bound& bound) override {
    const Rest rest(file_);
    auto rows = ask_once(rest.is_resting(), statement, bound);
    return rest.is_resting() && !rest.lasted() ? ask_once(false, statement, bound) : std::move(rows);
  }

private:
  const Sqlite& sqlite_;
  std::string file_;
  Limits limits_;
  Moment until_; ///< for the statement that is asked

  tl::expected<Database, Failure> open(bool is_resting, std::chrono::milliseconds patience) {
    SqliteDatabase* opened = nullptr;
    const int code = is_resting ? sqlite_.open(as_uri(file_, "?immutable=1").c_str(), &opened,
                                               open_read_only | open_uri, nullptr)
                                : sqlite_.open(file_.c_str(), &opened, open_read_only, nullptr);
    Database database(opened, sqlite_.close);
    if (opened == nullptr)
      return tl::unexpected(Failure{Trouble::too_large});
    if (code != ok)
      return tl::unexpected(failure_of(sqlite_, opened, code, {}));
    until_ = std::chrono::steady_clock::now() + patience;
    sqlite_.wait_when_busy(opened, static_cast<int>(std::min<std::int64_t>(patience.count(), 1 << 30)));
    bound(sqlite_, opened);
    if (const int failed =
            sqlite_.run(opened, "SELECT 1 FROM sqlite_master LIMIT 1", nullptr, nullptr, nullptr);
        failed != ok)
      return tl::unexpected(failure_of(sqlite_, opened, failed, {}));
    sqlite_.authorize(opened, authorize, nullptr);
    constexpr int steps = 4000; // some 50 µs
    sqlite_.watch(
        opened, steps,
        [](void* until) { return std::chrono::steady_clock::now() > *static_cast<Moment*>(until) ? 1 : 0; },
        &until_);
    return database;
  }

  tl::expected<Rows, Failure> ask_once(bool is_resting, const Statement& statement, const Bound& bound) {
    const auto database = open(is_resting, limits_.asking);
    if (!database)
      return tl::unexpected(database.error());
    const std::string sql = statement.written(sqlite_engine.dialect);
    SqliteStatement* prepared = nullptr;
    const char* rest = nullptr;
    const int code =
        sqlite_.prepare(database->get(), sql.data(), static_cast<int>(sql.size()), &prepared, &rest);
    const Prepared owner(prepared, sqlite_.finalize);
    if (code != ok)
      return tl::unexpected(failure_of(sqlite_, database->get(), code, sql));
    if (prepared == nullptr)
      return tl::unexpected(Failure{Trouble::wrong_statement});
    if (std::any_of(rest, sql.data() + sql.size(), [](unsigned char one) { return std::isspace(one) == 0; }))
      return tl::unexpected(Failure{Trouble::several_statements});
    if (sqlite_.is_reading(prepared) == 0)
      return tl::unexpected(Failure{Trouble::writes});
    bind(prepared, statement, bound);
    return read(database->get(), prepared, sql);
  }

  void bind(SqliteStatement* prepared, const Statement& statement, const Bound& bound) const {
    const auto copied = reinterpret_cast<void (*)(void*)>(-1); // SQLITE_TRANSIENT
    for (const Parameter parameter : statement.distinct()) {
      const std::string value = parameter == Parameter::from    ? iso(bound.from)
                                : parameter == Parameter::until ? iso(bound.until)
                                                                : bound.segment;
      const std::string name = ':' + std::string(name_of(parameter));
      sqlite_.bind(prepared, sqlite_.index(prepared, name.c_str()), value.data(),
                   static_cast<int>(value.size()), copied);
    }
  }

  tl::expected<Rows, Failure> read(SqliteDatabase* database, SqliteStatement* prepared,
                                   std::string_view sql) const {
    Rows read;
    const int columns = sqlite_.columns(prepared);
    for (int i = 0; i < columns; ++i)
      read.columns.emplace_back(sqlite_.column_name(prepared, i));
    if (read.columns.size() > widest_row)
      return read;
    std::size_t bytes = 0;
    int code = 0;
    while ((code = sqlite_.step(prepared)) == row) {
      if (read.rows.size() == limits_.rows)
        return tl::unexpected(Failure{Trouble::too_many_rows});
      std::vector<Cell>& cells = read.rows.emplace_back();
      for (int i = 0; i < columns; ++i) {
        cells.push_back(cell_of(sqlite_, prepared, i));
        if (const auto* const words = std::get_if<std::string>(&cells.back()))
          bytes += words->size();
      }
      if (bytes > most_answer_bytes)
        return tl::unexpected(Failure{Trouble::too_large});
    }
    if (code != done)
      return tl::unexpected(failure_of(sqlite_, database, code, sql));
    return read;
  }
};

tl::expected<std::unique_ptr<Connection>, Failure> connect(const Address& address, const Limits& limits) {
  const Sqlite* const sqlite = open_sqlite();
  if (sqlite == nullptr)
    return tl::unexpected(Failure{Trouble::no_library, std::string(sqlite_engine.package)});
  // It holds days in UTC, if in anything: only a statement can tell what they are to be.
  if (!limits.time_zone.empty() && limits.time_zone != "UTC")
    return tl::unexpected(Failure{Trouble::no_time_zone});
  auto file = database_file(address);
  if (!file)
    return tl::unexpected(file.error());
  auto connection = std::make_unique<SqliteConnection>(*sqlite, std::move(*file), limits);
  if (auto tried = connection->try_it(); !tried)
    return tl::unexpected(tried.error());
  return connection;
}
} // namespace
} // namespace sqlite

const Engine sqlite_engine{"sqlite",
                           "libsqlite3-0",
                           {.backticks = true,
                            .brackets = true,
                            .placeholder = [](Parameter which, std::size_t,
                                              std::size_t) { return ':' + std::string(name_of(which)); }},
                           sqlite::connect,
                           [] { return sqlite::open_sqlite() != nullptr; }};

} // namespace deploy_plan::measuring
