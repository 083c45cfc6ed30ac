#include "catch.hpp"
#include "folder.hpp"
#include "measure/engine.hpp"
#include "system/library.hpp"
#include <cmath>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>

using namespace deploy_plan;
using namespace deploy_plan::measuring;
using namespace std::chrono_literals;

namespace {

/// SQLite, as whoever fills a database uses it.
class SqliteWriter {
public:
  explicit SqliteWriter(const std::filesystem::path& file) {
    void* const library = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
    REQUIRE(library != nullptr);
    REQUIRE(system::find_function(library, "sqlite3_open", open_));
    REQUIRE(system::find_function(library, "sqlite3_exec", run_));
    REQUIRE(system::find_function(library, "sqlite3_close", close_));
    REQUIRE(open_(file.c_str(), &database_) == 0);
  }
  ~SqliteWriter() { close_(database_); }
  SqliteWriter(const SqliteWriter&) = delete;
  SqliteWriter& operator=(const SqliteWriter&) = delete;
  void run(const std::string& sql) const {
    INFO(sql);
    REQUIRE(run_(database_, sql.c_str(), nullptr, nullptr, nullptr) == 0);
  }

private:
  void* database_ = nullptr;
  int (*open_)(const char*, void**) = nullptr;
  int (*run_)(void*, const char*, void*, void*, void*) = nullptr;
  int (*close_)(void*) = nullptr;
};

constexpr const char* events_table =
    "CREATE TABLE events(day TEXT, segment TEXT, count INTEGER);"
    "INSERT INTO events VALUES('2026-01-05','rural',3),('2026-01-20','urban',4),"
    "('2026-02-01','rural',5); CREATE INDEX by_day ON events(day);";

Address source_of(const test::Folder& folder, std::string target) {
  return {.name = "figures", .target = std::move(target), .shown = {}, .secrets = {}, .folder = folder.path};
}
Date day(int year, unsigned month, unsigned number) {
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(number);
}
const Bound january{.from = day(2026, 1, 1), .until = day(2026, 2, 1), .segment = "rural"};

std::unique_ptr<Connection> opened(const test::Folder& folder, const Limits& limits = {},
                                   const char* target = "events.db") {
  auto connection = sqlite_engine.connect(source_of(folder, target), limits);
  INFO((connection ? std::string() : connection.error().words));
  REQUIRE(connection);
  return std::move(*connection);
}

/// Past what words alone refuse: engines are to hold by themselves.
tl::expected<Rows, Failure> asked(Connection& connection, std::string_view sql,
                                  const Bound& bound = january) {
  const auto statement = read_statement(sql, sqlite_engine.dialect);
  return connection.ask(statement ? *statement : Statement{{{std::string(sql), std::nullopt}}}, bound);
}

Rows rows_of(Connection& connection, std::string_view sql, const Bound& bound = january) {
  auto rows = asked(connection, sql, bound);
  INFO(sql << ": " << (rows ? std::string() : rows.error().words));
  REQUIRE(rows);
  return std::move(*rows);
}
Trouble trouble_of(Connection& connection, std::string_view sql) {
  const auto rows = asked(connection, sql);
  INFO(sql);
  REQUIRE(!rows);
  return rows.error().trouble;
}
Trouble trouble_of(const test::Folder& folder, const char* target, const Limits& limits = {}) {
  const auto connection = sqlite_engine.connect(source_of(folder, target), limits);
  INFO(target);
  REQUIRE(!connection);
  return connection.error().trouble;
}

std::set<std::string> names_in(const test::Folder& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path))
    names.insert(entry.path().lexically_relative(folder.path));
  return names;
}
std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
const Cell null;
Cell text(const char* words) { return std::string(words); }
Cell whole(std::int64_t number) { return number; }

} // namespace

TEST_CASE("SQLite gives rows, with parameters bound") {
  const test::Folder folder;
  SqliteWriter(folder.path / "events.db").run(events_table);
  const auto connection = opened(folder);
  CHECK(connection->session().engine.starts_with("SQLite 3."));
  CHECK(connection->session().transport == Transport::file);

  const Rows rows =
      rows_of(*connection, "SELECT day, count AS many FROM events "
                           "WHERE day >= :from AND day < :until AND segment = :segment OR day < :from");
  CHECK(rows.columns == std::vector<std::string>{"day", "many"});
  CHECK(rows.rows == std::vector<std::vector<Cell>>{{text("2026-01-05"), whole(3)}});
  // What is bound is no SQL.
  CHECK(rows_of(*connection, "SELECT count(*), :segment FROM events WHERE segment = :segment",
                {.from = {}, .until = {}, .segment = "x' OR 1=1 --"})
            .rows == std::vector<std::vector<Cell>>{{whole(0), text("x' OR 1=1 --")}});
}

TEST_CASE("SQLite's values become cells") {
  const test::Folder folder;
  SqliteWriter(folder.path / "events.db").run(events_table);
  const auto connection = opened(folder);
  const auto cells = [&](const char* sql) { return rows_of(*connection, sql).rows.at(0); };
  CHECK(cells("SELECT NULL, 9223372036854775807, 0.1") ==
        std::vector<Cell>{null, whole(9223372036854775807), 0.1});
  CHECK(cells("SELECT '12', 9e999, 0.0/0") == std::vector<Cell>{text("12"), HUGE_VAL, null});
  CHECK(cells("SELECT x'32303236', '', zeroblob(100)") ==
        std::vector<Cell>{text("x'32303236'"), text(""), text("x'00000000000000000000000000000000…'")});
  CHECK(rows_of(*connection, "SELECT day FROM events WHERE 0").rows.empty());
}

TEST_CASE("SQLite refuses whatever does more than to read the file") {
  const test::Folder folder;
  SqliteWriter(folder.path / "events.db").run(events_table);
  const std::string before = content(folder.path / "events.db");
  const auto connection = opened(folder);
  for (const char* const sql : {"INSERT INTO events VALUES('2026-01-05','rural',3)",
                                "UPDATE events SET count = 0",
                                "DELETE FROM events",
                                "REPLACE INTO events VALUES(1,2,3)",
                                "DROP TABLE events",
                                "CREATE TABLE x(a)",
                                "CREATE TEMP TABLE x(a)",
                                "CREATE TEMP VIEW x AS SELECT 1",
                                "ALTER TABLE events ADD COLUMN a",
                                "ATTACH 'other.db' AS other",
                                "ATTACH ':memory:' AS other",
                                "DETACH main",
                                "PRAGMA user_version",
                                "PRAGMA journal_mode=delete",
                                "PRAGMA query_only=0",
                                "VACUUM",
                                "VACUUM INTO 'other.db'",
                                "REINDEX by_day",
                                "ANALYZE",
                                "BEGIN",
                                "COMMIT",
                                "SAVEPOINT a",
                                "WITH a AS (SELECT 1) DELETE FROM events",
                                "INSERT INTO events VALUES(1,2,3) RETURNING day"})
    CHECK(trouble_of(*connection, sql) == Trouble::writes);
  for (const char* const sql :
       {"SELECT load_extension('./evil.so')", "SELECT fts3_tokenizer('simple')",
        "SELECT * FROM pragma_database_list", "CREATE VIRTUAL TABLE x USING fts5(a)",
        "SELECT writefile('x', 'y')", "SELECT readfile('/etc/passwd')", "SELECT edit('x')",
        "SELECT * FROM lsdir('/')", "SELECT * FROM fsdir('/')", "SELECT * FROM other"}) {
    const Trouble trouble = trouble_of(*connection, sql);
    INFO(sql);
    CHECK((trouble == Trouble::wrong_statement || trouble == Trouble::writes));
  }
  CHECK(trouble_of(*connection, "SELECT 1; DELETE FROM events") == Trouble::several_statements);
  CHECK(trouble_of(*connection, " -- nothing") == Trouble::wrong_statement);
  CHECK(content(folder.path / "events.db") == before);
  CHECK(names_in(folder) == std::set<std::string>{"events.db"});
  CHECK(rows_of(*connection, "SELECT count(*) FROM events").rows[0][0] == whole(3));
}

TEST_CASE("SQLite says where a statement is wrong") {
  const test::Folder folder;
  SqliteWriter(folder.path / "events.db").run(events_table);
  const auto failed = asked(*opened(folder), "SELECT 'é', counts FROM events WHERE day < :until");
  REQUIRE(!failed);
  CHECK(failed.error().trouble == Trouble::wrong_statement);
  CHECK(failed.error().words == "no such column: counts");
  CHECK((failed.error().position == 13 || failed.error().position == 0)); // 0 before 3.38
}

TEST_CASE("SQLite fetches no more rows than may be") {
  const test::Folder folder;
  SqliteWriter(folder.path / "events.db").run(events_table);
  const auto connection = opened(folder, {.rows = 3});
  CHECK(rows_of(*connection, "SELECT day FROM events").rows.size() == 3);
  CHECK(trouble_of(*connection,
                   "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n") ==
        Trouble::too_many_rows);
  CHECK(trouble_of(*connection, "SELECT printf('%.*c', 40000000, 'x') FROM events") == Trouble::too_large);
  CHECK(trouble_of(*connection, "SELECT zeroblob(999999999)") == Trouble::too_large);
}

TEST_CASE("SQLite stops a statement that never ends, and answers the next one") {
  const test::Folder folder;
  SqliteWriter(folder.path / "events.db").run(events_table);
  const auto connection = opened(folder, {.asking = 20ms});
  for (const char* const sql :
       {"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n WHERE i < 0"})
    CHECK(trouble_of(*connection, sql) == Trouble::too_long);
  const auto patient = opened(folder);
  CHECK(rows_of(*patient, "SELECT 1").rows.size() == 1);
}

TEST_CASE("SQLite reads a database that is written ahead, and leaves nothing beside it") {
  const test::Folder folder;
  const auto file = folder.path / "ev ents%20?.db";
  {
    const SqliteWriter writer(file);
    writer.run("PRAGMA journal_mode=wal;");
    writer.run(events_table);
    // Its log is there for as long as it is written.
    const auto connection = opened(folder, {}, "ev ents%20?.db");
    CHECK(rows_of(*connection, "SELECT count(*) FROM events").rows[0][0] == whole(3));
    writer.run("BEGIN IMMEDIATE; DELETE FROM events");
    CHECK(rows_of(*connection, "SELECT count(*) FROM events").rows[0][0] == whole(3));
    writer.run("COMMIT");
    CHECK(rows_of(*connection, "SELECT count(*) FROM events").rows[0][0] == whole(0));
    writer.run("INSERT INTO events VALUES('2026-01-05','rural',3)");
  }
  REQUIRE(names_in(folder) == std::set<std::string>{"ev ents%20?.db"});
  const auto connection = opened(folder, {}, "ev ents%20?.db");
  CHECK(rows_of(*connection, "SELECT count(*) FROM events").rows[0][0] == whole(1));
  CHECK(names_in(folder) == std::set<std::string>{"ev ents%20?.db"});
}

TEST_CASE("SQLite waits for whoever writes, and not for ever") {
  const test::Folder folder;
  const SqliteWriter writer(folder.path / "events.db");
  writer.run(events_table);
  writer.run("BEGIN IMMEDIATE; DELETE FROM events"); // not yet on the disk
  const auto connection = opened(folder, {.connecting = 20ms, .asking = 20ms});
  CHECK(rows_of(*connection, "SELECT count(*) FROM events").rows[0][0] == whole(3));
  writer.run("ROLLBACK; BEGIN EXCLUSIVE");
  CHECK(trouble_of(*connection, "SELECT count(*) FROM events") == Trouble::in_use);
  CHECK(trouble_of(folder, "events.db", {.connecting = 20ms}) == Trouble::in_use);
  writer.run("COMMIT");
  CHECK(rows_of(*connection, "SELECT count(*) FROM events").rows[0][0] == whole(3));
}

TEST_CASE("SQLite tells files that are no databases") {
  const test::Folder folder;
  SqliteWriter(folder.path / "events.db").run(events_table);
  const std::string sound = content(folder.path / "events.db");
  folder.write("words.db", "day,value\n2026-01-01,1\n");
  std::string noise;
  for (unsigned i = 0, state = 1; i < 8192; ++i, state = state * 1664525 + 1013904223)
    noise += static_cast<char>(state >> 24U);
  folder.write("encrypted.db", noise);
  std::filesystem::create_directory(folder.path / "folder.db");
  REQUIRE(mkfifo((folder.path / "pipe.db").c_str(), 0600) == 0);
  for (const char* const name : {"words.db", "encrypted.db", "folder.db", "pipe.db"})
    CHECK(trouble_of(folder, name) == Trouble::no_database);
  for (const char* const name :
       {"", "absent.db", "absent/events.db", ":memory:", "file:events.db", "file:events.db?mode=memory"})
    CHECK(trouble_of(folder, name) == Trouble::no_file);
  CHECK(names_in(folder).size() == 5);

  for (const std::size_t kept : {50, 5000, 9000}) {
    folder.write("cut.db", sound.substr(0, kept));
    CHECK(trouble_of(folder, "cut.db") == Trouble::no_database);
  }
}

TEST_CASE("SQLite takes a name that looks like a URI for a name") {
  const test::Folder folder;
  SqliteWriter(folder.path / "events.db").run(events_table);
  std::filesystem::copy(folder.path / "events.db", folder.path / "file:events.db?mode=ro");
  CHECK(rows_of(*opened(folder, {}, "file:events.db?mode=ro"), "SELECT 1").rows.size() == 1);
}

TEST_CASE("SQLite knows no time zone but that of what it holds") {
  const test::Folder folder;
  SqliteWriter(folder.path / "events.db").run(events_table);
  CHECK(trouble_of(folder, "events.db", {.time_zone = "Europe/Paris"}) == Trouble::no_time_zone);
  CHECK(rows_of(*opened(folder, {.time_zone = "UTC"}), "SELECT 1").rows.size() == 1);
}

TEST_CASE("SQLite holds what a database of strangers brings to the same bounds") {
  const test::Folder folder;
  const SqliteWriter writer(folder.path / "events.db");
  writer.run(events_table);
  writer.run(
      "CREATE VIRTUAL TABLE words USING fts5(said); INSERT INTO words VALUES('hello there'),('goodbye');");
  writer.run("CREATE VIEW evil AS SELECT load_extension('./evil.so') AS day;");
  writer.run(
      "CREATE VIEW monthly AS SELECT substr(day, 1, 7) AS month, sum(count) AS many FROM events GROUP BY 1;");
  const auto connection = opened(folder);
  CHECK(trouble_of(*connection, "SELECT day FROM evil") == Trouble::wrong_statement);
  // Code that reads tables which are not what they say is not for files of strangers.
  CHECK(trouble_of(*connection, "SELECT count(*) FROM words WHERE words MATCH 'hello'") ==
        Trouble::wrong_statement);
  CHECK(rows_of(*connection, "SELECT month, many FROM monthly ORDER BY 1").rows ==
        std::vector<std::vector<Cell>>{{text("2026-01"), whole(7)}, {text("2026-02"), whole(5)}});
}
