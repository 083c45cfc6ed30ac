// DuckDB: a file that is opened to read only, or files beside the strategy read as tables.
//
// A statement is run as it stands between brackets, each of its columns as text beside the name of its type:
// what DuckDB writes is what people read, time zones included, and no more rows are made than may be.
#include "measure/engines/embedded/database_file.hpp"
#include "measure/engines/embedded/duckdb_library.hpp"
#include "measure/engines/embedded/duckdb_words.hpp"
#include "measure/engines/embedded/named_data.hpp"
#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace deploy_plan::measuring {
namespace duckdb {
namespace {
namespace fs = std::filesystem;
using Moment = std::chrono::steady_clock::time_point;

template <class Handle>
struct Closer {
  void (*close)(Handle**);
  void operator()(Handle* handle) const { close(&handle); }
};
template <class Handle>
using Owned = std::unique_ptr<Handle, Closer<Handle>>;

/// An answer that goes away with all that it holds.
class Answer {
public:
  explicit Answer(const DuckDb& duckdb) : duckdb_(duckdb) {}
  ~Answer() { duckdb_.destroy_result(&result); }
  Answer(const Answer&) = delete;
  Answer& operator=(const Answer&) = delete;
  Result result{};

private:
  const DuckDb& duckdb_;
};

/// Stops what a connection does once its time is over; again and again, as what begins anew forgets it.
class Watch {
public:
  Watch(const DuckDb& duckdb, ConnectionHandle* connection, Moment until)
      : thread_([this, &duckdb, connection, until] {
          std::unique_lock lock(mutex_);
          for (Moment next = until; !changed_.wait_until(lock, next, [this] { return is_over_; });
               next = std::chrono::steady_clock::now() + std::chrono::milliseconds(20))
            duckdb.interrupt(connection);
        }) {}
  ~Watch() {
    {
      const std::lock_guard lock(mutex_);
      is_over_ = true;
    }
    changed_.notify_one();
    thread_.join();
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool is_over_ = false;
  std::thread thread_;
};

std::string between_quotes(std::string_view words, char quote) {
  std::string result(1, quote);
  for (const char letter : words)
    result.append(letter == quote ? 2 : 1, letter);
  return result + quote;
}

/// Nothing is asked of a library that does not know one of the guards, or does not keep to it: up to 1.4,
/// "link/../file" is allowed where "file" is, wherever the link leads.
Failure too_old() { return {Trouble::no_library, "libduckdb.so 1.5"}; }
bool keeps_within_folders(const char* version) {
  unsigned major = 0, minor = 0;
  return std::sscanf(version, "v%u.%u", &major, &minor) == 2 && std::pair(major, minor) >= std::pair(1U, 5U);
}

/// Bytes that it may take: half of what the machine, its container, or this process's own limit leave, and
/// no more than figures can be worth.
std::uint64_t memory_to_use() {
  constexpr std::uint64_t most_worth = std::uint64_t{2} << 30U;
  std::uint64_t most =
      static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
  rlimit mapped{};
  if (getrlimit(RLIMIT_AS, &mapped) == 0)
    most = std::min<std::uint64_t>(most, mapped.rlim_cur);
  std::uint64_t contained = 0;
  if (std::ifstream("/sys/fs/cgroup/memory.max") >> contained && contained > 0)
    most = std::min(most, contained);
  return std::min(most / 2, most_worth);
}

/// A vector of texts, some of which are there.
class Texts {
public:
  Texts(const DuckDb& duckdb, ChunkHandle* chunk, std::uint64_t column) {
    VectorHandle* const vector = duckdb.vector(chunk, column);
    texts_ = static_cast<const StoredText*>(duckdb.data(vector));
    validity_ = duckdb.validity(vector);
  }
  [[nodiscard]] std::optional<std::string_view> at(std::uint64_t row) const {
    if (validity_ != nullptr && ((validity_[row / 64] >> (row % 64)) & 1U) == 0)
      return std::nullopt;
    return texts_[row].words();
  }

private:
  const StoredText* texts_;
  const std::uint64_t* validity_;
};

/// A database that is open and locked: what a statement may read is settled, and it cannot be changed.
struct Open {
  Owned<DatabaseHandle> database;
  Owned<ConnectionHandle> connection;
  /// Of a table beside the strategy that could not be made one: said where the statement fails for want of
  /// it.
  std::optional<Failure> unread;
};

class DuckDbConnection final : public Connection {
public:
  DuckDbConnection(const DuckDb& duckdb, std::string file, Limits limits,
                   std::vector<std::string> secret_files)
      : duckdb_(duckdb), file_(std::move(file)), limits_(std::move(limits)),
        secret_files_(std::move(secret_files)) {}

  [[nodiscard]] tl::expected<void, Failure> try_it() {
    const auto opened = open({}, std::chrono::steady_clock::now() + limits_.connecting);
    return opened ? tl::expected<void, Failure>{} : tl::unexpected(opened.error());
  }

  [[nodiscard]] Session session() override {
    const std::string_view version = duckdb_.version();
    return {.engine = "DuckDB " + std::string(version.substr(version.starts_with('v') ? 1 : 0)),
            .transport = Transport::file,
            .encryption = {}};
  }

  /// It is opened for each statement, which may read the files that it names and no other.
  [[nodiscard]] tl::expected<Rows, Failure> ask(const Statement& statement, const Bound& bound) override {
    const Moment begin = std::chrono::steady_clock::now();
    const std::string sql = statement.written(duckdb_engine.dialect);
    std::error_code error;
    const NamedData data = named_data(sql, duckdb_engine.dialect, fs::current_path(error), secret_files_);
    const auto opened = open(data, begin + limits_.connecting);
    if (!opened)
      return tl::unexpected(opened.error());
    const Watch watch(duckdb_, opened->connection.get(), begin + limits_.asking);
    auto rows = run(*opened, sql, statement, bound);
    if (!rows && rows.error().trouble == Trouble::outside && !data.secret.empty())
      return tl::unexpected(Failure{Trouble::secret, data.secret.front()});
    if (rows || rows.error().trouble != Trouble::wrong_statement || !opened->unread)
      return rows;
    return tl::unexpected(*opened->unread);
  }

private:
  const DuckDb& duckdb_;
  std::string file_; ///< empty for a database in memory
  Limits limits_;
  std::vector<std::string> secret_files_;

  /// Waits for whoever writes it.
  tl::expected<Open, Failure> open(const NamedData& data, Moment until) {
    constexpr std::chrono::milliseconds pause{50};
    for (;;) {
      auto opened = open_once(data);
      if (opened || opened.error().trouble != Trouble::in_use ||
          std::chrono::steady_clock::now() + pause > until)
        return opened;
      std::this_thread::sleep_for(pause);
    }
  }

  tl::expected<Open, Failure> open_once(const NamedData& data) {
    ConfigHandle* created = nullptr;
    if (duckdb_.create_config(&created) != 0)
      return tl::unexpected(Failure{Trouble::too_large});
    const Owned<ConfigHandle> config(created, {duckdb_.destroy_config});
    if (auto failure = configure(created))
      return tl::unexpected(*failure);
    DatabaseHandle* database = nullptr;
    char* said = nullptr;
    const int code = duckdb_.open(file_.empty() ? nullptr : file_.c_str(), &database, created, &said);
    const std::unique_ptr<char, void (*)(void*)> words(said, duckdb_.free);
    Open opened{{database, {duckdb_.close}}, {nullptr, {duckdb_.disconnect}}, std::nullopt};
    if (code != 0)
      return tl::unexpected(why_not_open(said == nullptr ? "" : said));
    ConnectionHandle* connection = nullptr;
    if (duckdb_.connect(database, &connection) != 0)
      return tl::unexpected(Failure{Trouble::too_large});
    opened.connection.reset(connection);
    if (auto failure = lock(connection, data))
      return tl::unexpected(*failure);
    make_tables(opened, data);
    return opened;
  }

  [[nodiscard]] std::optional<Failure> configure(ConfigHandle* config) const {
    const std::string memory = std::to_string(memory_to_use() >> 20U) + "MiB";
    const std::pair<const char*, const char*> settings[] = {
        {"access_mode", file_.empty() ? "AUTOMATIC" : "READ_ONLY"},
        {"autoinstall_known_extensions", "false"},
        {"autoload_known_extensions", "false"},
        {"allow_community_extensions", "false"},
        {"allow_unsigned_extensions", "false"},
        {"allow_persistent_secrets", "false"},
        {"memory_limit", memory.c_str()}};
    for (const auto& [name, value] : settings)
      if (duckdb_.configure(config, name, value) != 0)
        return too_old();
    return std::nullopt;
  }
  static Failure why_not_open(const std::string& words) {
    if (words.find("Could not set lock") != std::string::npos)
      return {Trouble::in_use, words};
    return {Trouble::no_database, words};
  }

  std::optional<Failure> lock(ConnectionHandle* connection, const NamedData& data) const {
    if (said_to(connection, "SET errors_as_json=true"))
      return too_old();
    if (!limits_.time_zone.empty() &&
        said_to(connection, "SET TimeZone=" + between_quotes(limits_.time_zone, '\'')))
      return Failure{Trouble::no_time_zone, limits_.time_zone};
    std::string files;
    for (const std::string& file : data.files)
      files += (files.empty() ? "" : ",") + between_quotes(file, '\'');
    // Nothing is put on a disk for want of memory: it would be the strategy's folder, and disks are not for
    // strategies to fill.
    for (const std::string& sql :
         {std::string("SET temp_directory=''"), "SET allowed_paths=[" + files + "]",
          std::string("SET enable_external_access=false"), std::string("SET lock_configuration=true")})
      if (said_to(connection, sql))
        return too_old();
    return std::nullopt;
  }

  /// In a database in memory alone: what is in a file is not to be hidden by what lies beside it.
  void make_tables(Open& opened, const NamedData& data) const {
    if (!file_.empty())
      return;
    for (const DataTable& table : data.tables)
      if (auto failure =
              said_to(opened.connection.get(), "CREATE TEMP VIEW " + between_quotes(table.name, '"') +
                                                   " AS FROM " + std::string(table.reader) + '(' +
                                                   between_quotes(table.file, '\'') + ')'))
        opened.unread = Failure{failure->trouble, table.file + ": " + failure->words};
    for (const std::string& files : data.unclear)
      opened.unread = Failure{Trouble::wrong_statement, files};
  }

  /// The failure of a statement of ours.
  std::optional<Failure> said_to(ConnectionHandle* connection, const std::string& sql) const {
    Answer answer(duckdb_);
    if (duckdb_.query(connection, sql.c_str(), &answer.result) == 0)
      return std::nullopt;
    return failure_of(duckdb_.result_error(&answer.result), {});
  }

  tl::expected<Rows, Failure> run(const Open& opened, const std::string& sql, const Statement& statement,
                                  const Bound& bound) const {
    const auto alone = only_selects(opened, sql);
    if (!alone)
      return tl::unexpected(alone.error());
    if (const std::uint64_t width = duckdb_.prepared_columns(alone->get()); width > widest_row)
      return Rows{std::vector<std::string>(width), {}};
    const std::string before = "SELECT CAST(COLUMNS(*) AS VARCHAR), typeof(COLUMNS(*)) FROM (\n";
    const auto whole =
        prepare(opened, before + sql + "\n) LIMIT " + std::to_string(limits_.rows + 1), sql, before.size());
    if (!whole)
      return tl::unexpected(whole.error());
    if (!bind(whole->get(), statement, bound))
      return tl::unexpected(Failure{Trouble::wrong_statement, bound.segment});
    Answer answer(duckdb_);
    if (duckdb_.execute(whole->get(), &answer.result) != 0)
      return tl::unexpected(failure_of(duckdb_.result_error(&answer.result), sql, before.size()));
    return read(answer.result);
  }

  /// What is prepared to see that holds what files begin with: it goes before the same is prepared to be run.
  [[nodiscard]] tl::expected<Owned<PreparedHandle>, Failure> only_selects(const Open& opened,
                                                                          const std::string& sql) const {
    constexpr int selects = 1;
    auto alone = prepare(opened, sql, sql, 0);
    if (alone && duckdb_.statement_type(alone->get()) != selects)
      return tl::unexpected(Failure{Trouble::writes});
    return alone;
  }

  [[nodiscard]] tl::expected<Owned<PreparedHandle>, Failure>
  prepare(const Open& opened, const std::string& whole, std::string_view sql, std::size_t before) const {
    PreparedHandle* made = nullptr;
    const int code = duckdb_.prepare(opened.connection.get(), whole.c_str(), &made);
    Owned<PreparedHandle> prepared(made, {duckdb_.destroy_prepared});
    if (code != 0)
      return tl::unexpected(failure_of(made == nullptr ? nullptr : duckdb_.prepare_error(made), sql, before));
    return prepared;
  }

  bool bind(PreparedHandle* prepared, const Statement& statement, const Bound& bound) const {
    for (const Parameter parameter : statement.distinct()) {
      std::uint64_t index = 0;
      if (duckdb_.parameter_index(prepared, &index, std::string(name_of(parameter)).c_str()) != 0)
        return false;
      const Date day = parameter == Parameter::from ? bound.from : bound.until;
      const int code = parameter == Parameter::segment
                           ? duckdb_.bind_text(prepared, index, bound.segment.data(), bound.segment.size())
                           : duckdb_.bind_day(prepared, index,
                                              {static_cast<std::int32_t>(day.time_since_epoch().count())});
      if (code != 0)
        return false;
    }
    return true;
  }

  tl::expected<Rows, Failure> read(Result& result) const {
    Rows read;
    const std::uint64_t columns = duckdb_.columns(&result) / 2;
    for (std::uint64_t i = 0; i < columns; ++i)
      read.columns.emplace_back(duckdb_.column_name(&result, i));
    std::size_t bytes = 0;
    while (ChunkHandle* const fetched = duckdb_.fetch(result)) {
      const Owned<ChunkHandle> chunk(fetched, {duckdb_.destroy_chunk});
      const std::size_t before = read.rows.size(), size = duckdb_.chunk_size(fetched);
      if (before + size > limits_.rows)
        return tl::unexpected(Failure{Trouble::too_many_rows});
      read.rows.resize(before + size, std::vector<Cell>(columns));
      for (std::uint64_t i = 0; i < columns; ++i) {
        const Texts texts(duckdb_, fetched, i), types(duckdb_, fetched, columns + i);
        for (std::uint64_t row = 0; row < size; ++row)
          if (const auto text = texts.at(row)) {
            bytes += text->size();
            if (bytes > most_answer_bytes)
              return tl::unexpected(Failure{Trouble::too_large});
            read.rows[before + row][i] = cell_of(*text, types.at(row).value_or(""));
          }
      }
    }
    return read;
  }
};

tl::expected<std::unique_ptr<Connection>, Failure> connect(const Address& address, const Limits& limits) {
  const DuckDb* const duckdb = open_duckdb();
  if (duckdb == nullptr)
    return tl::unexpected(Failure{Trouble::no_library, std::string(duckdb_engine.package)});
  if (!keeps_within_folders(duckdb->version()))
    return tl::unexpected(too_old());
  std::string file;
  if (!address.target.empty()) {
    auto found = database_file(address);
    if (!found)
      return tl::unexpected(found.error());
    file = std::move(*found);
  }
  // Statements name files as seen from there.
  std::error_code error;
  if (!address.folder.empty())
    fs::current_path(address.folder, error);
  if (error)
    return tl::unexpected(Failure{Trouble::no_file, address.folder});
  auto connection =
      std::make_unique<DuckDbConnection>(*duckdb, std::move(file), limits, address.secret_files);
  if (auto tried = connection->try_it(); !tried)
    return tl::unexpected(tried.error());
  return connection;
}
} // namespace
} // namespace duckdb

const Engine duckdb_engine{"duckdb",
                           "libduckdb.so",
                           {.dollar_quotes = true,
                            .nested_comments = true,
                            .placeholder = [](Parameter which, std::size_t,
                                              std::size_t) { return '$' + std::string(name_of(which)); }},
                           duckdb::connect,
                           [] { return duckdb::open_duckdb() != nullptr; }};

} // namespace deploy_plan::measuring
