// Of DuckDB itself, whose library no package of Debian's brings: tests/command/measure_embedded gets it and
// runs these.
#include "catch.hpp"
#include "folder.hpp"
#include "measure/engine.hpp"
#include "measure/engines/embedded/duckdb_library.hpp"
#include <cmath>
#include <set>
#include <sys/stat.h>

using namespace deploy_plan;
using namespace deploy_plan::measuring;
using namespace std::chrono_literals;

namespace {

/// The working directory that it was, once a test is over.
class WhereItWas {
public:
  ~WhereItWas() { std::filesystem::current_path(path_); }
  WhereItWas() = default;
  WhereItWas(const WhereItWas&) = delete;
  WhereItWas& operator=(const WhereItWas&) = delete;

private:
  std::filesystem::path path_ = std::filesystem::current_path();
};

/// DuckDB, as whoever fills a database or writes a file uses it.
void fill(const std::filesystem::path& file, std::initializer_list<std::string> statements) {
  const duckdb::DuckDb* const duckdb = duckdb::open_duckdb();
  REQUIRE(duckdb != nullptr);
  duckdb::DatabaseHandle* database = nullptr;
  duckdb::ConnectionHandle* connection = nullptr;
  REQUIRE(duckdb->open(file.empty() ? nullptr : file.c_str(), &database, nullptr, nullptr) == 0);
  REQUIRE(duckdb->connect(database, &connection) == 0);
  for (const std::string& sql : statements) {
    duckdb::Result result{};
    INFO(sql);
    const int code = duckdb->query(connection, sql.c_str(), &result);
    INFO((code == 0 ? "" : duckdb->result_error(&result)));
    CHECK(code == 0);
    duckdb->destroy_result(&result);
  }
  duckdb->disconnect(&connection);
  duckdb->close(&database);
}

constexpr const char* events_csv =
    "day,segment,count\n2026-01-05,rural,3\n2026-01-20,urban,4\n2026-02-01,rural,5\n";

Address duckdb_source(const test::Folder& folder, std::string target) {
  return {.name = "figures", .target = std::move(target), .shown = {}, .secrets = {}, .folder = folder.path};
}
Date duckdb_day(int year, unsigned month, unsigned number) {
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(number);
}
const Bound of_january{.from = duckdb_day(2026, 1, 1), .until = duckdb_day(2026, 2, 1), .segment = "rural"};

std::unique_ptr<Connection> duckdb_at(const test::Folder& folder, const std::string& target = "",
                                      const Limits& limits = {}) {
  auto connection = duckdb_engine.connect(duckdb_source(folder, target), limits);
  INFO((connection ? std::string() : connection.error().words));
  REQUIRE(connection);
  return std::move(*connection);
}

/// Past what words alone refuse: engines are to hold by themselves.
tl::expected<Rows, Failure> duckdb_asked(Connection& connection, std::string_view sql,
                                         const Bound& bound = of_january) {
  const auto statement = read_statement(sql, duckdb_engine.dialect);
  return connection.ask(statement ? *statement : Statement{{{std::string(sql), std::nullopt}}}, bound);
}
std::vector<std::vector<Cell>> duckdb_rows(Connection& connection, std::string_view sql,
                                           const Bound& bound = of_january) {
  auto rows = duckdb_asked(connection, sql, bound);
  INFO(sql << ": " << (rows ? std::string() : rows.error().words));
  REQUIRE(rows);
  return std::move(rows->rows);
}
Failure duckdb_failure(Connection& connection, std::string_view sql) {
  const auto rows = duckdb_asked(connection, sql);
  INFO(sql);
  REQUIRE(!rows);
  return rows.error();
}
Trouble duckdb_trouble(Connection& connection, std::string_view sql) {
  const Failure failure = duckdb_failure(connection, sql);
  UNSCOPED_INFO(sql << ": " << failure.words);
  return failure.trouble;
}

std::set<std::string> files_in(const test::Folder& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path))
    names.insert(entry.path().lexically_relative(folder.path));
  return names;
}
std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}
using DuckRow = std::vector<Cell>;
using DuckRows = std::vector<DuckRow>;
const Cell none;
Cell words(const char* said) { return std::string(said); }
Cell number(std::int64_t value) { return value; }

} // namespace

TEST_CASE("DuckDB reads files beside the strategy as tables", "[.duckdb]") {
  const WhereItWas back;
  const test::Folder folder;
  folder.write("events.csv", events_csv);
  folder.write("my events-2026.csv", events_csv);
  folder.write("ti\"ck'.csv", events_csv);
  folder.write("people.json", R"([{"name": "a", "age": 3}, {"name": "b", "age": 4}])");
  folder.write("lines.jsonl", "{\"age\": 1}\n{\"age\": 2}\n");
  folder.write("broken.json", "{ // a strategy\n");
  std::filesystem::create_directories(folder.path / "parts/deeper");
  folder.write("parts/part-1.csv", events_csv);
  folder.write("parts/deeper/part-2.csv", events_csv);
  fill({}, {"COPY (SELECT * FROM '" + (folder.path / "events.csv").string() + "') TO '" +
            (folder.path / "kept.parquet").string() + "'"});
  const std::set<std::string> before = files_in(folder);

  const auto connection = duckdb_at(folder);
  CHECK(connection->session().engine.starts_with("DuckDB 1."));
  CHECK(connection->session().transport == Transport::file);
  for (const char* const from :
       {"events", "EVENTS", "\"events\"", "'events.csv'", "\"events.csv\"", "events.csv", "'./events.csv'",
        "read_csv('events.csv')", "\"my events-2026\"", "'my events-2026.csv'", "\"ti\"\"ck'\"", "kept",
        "'kept.parquet'", "read_parquet('kept.parquet')", "'parts/part-1.csv'", "'parts/*.csv'",
        "'parts/part-[0-9].csv'", "'parts/deeper/*.csv'", "events AS broken"})
    CHECK(duckdb_rows(*connection, std::string("SELECT day, count FROM ") + from +
                                       " WHERE day >= :from AND day < :until AND segment = :segment") ==
          DuckRows{{words("2026-01-05"), number(3)}});
  CHECK(duckdb_rows(*connection, "SELECT count(*) FROM 'parts/**/*.csv'") == DuckRows{{number(6)}});
  CHECK(duckdb_rows(*connection, "SELECT sum(age) FROM people") == DuckRows{{number(7)}});
  CHECK(duckdb_rows(*connection, "SELECT sum(age) FROM lines") == DuckRows{{number(3)}});
  CHECK(duckdb_rows(*connection, "FROM events SELECT max(day) -- the newest") ==
        DuckRows{{words("2026-02-01")}});
  CHECK(duckdb_failure(*connection, "SELECT * FROM broken").words.starts_with("broken.json: "));
  CHECK(duckdb_trouble(*connection, "SELECT * FROM absent") == Trouble::wrong_statement);
  CHECK(files_in(folder) == before);

  folder.write("events.tsv", "day\tsegment\n");
  CHECK(duckdb_failure(*connection, "SELECT * FROM events").words == "events.csv, events.tsv");
  CHECK(duckdb_rows(*connection, "SELECT count(*) FROM 'events.csv'") == DuckRows{{number(3)}});
}

TEST_CASE("DuckDB's values become cells", "[.duckdb]") {
  const WhereItWas back;
  const test::Folder folder;
  const auto connection = duckdb_at(folder);
  // Wider rows are no figures, and are not run.
  const auto cells = [&](const char* sql) { return duckdb_rows(*connection, sql).at(0); };
  CHECK(cells("SELECT NULL, true, 1::TINYINT") == DuckRows::value_type{none, number(1), number(1)});
  CHECK(cells("SELECT 9223372036854775807, sum(2), 18446744073709551615::UBIGINT") ==
        DuckRows::value_type{number(9223372036854775807), number(2), words("18446744073709551615")});
  CHECK(cells("SELECT 170141183460469231731687303715884105727::HUGEINT, 0.1::DOUBLE, 0.1::FLOAT") ==
        DuckRows::value_type{words("170141183460469231731687303715884105727"), 0.1, 0.1});
  CHECK(cells("SELECT 'inf'::DOUBLE, 12.50::DECIMAL(18, 2), 0.1::DECIMAL(38, 20)") ==
        DuckRows::value_type{HUGE_VAL, words("12.50"), words("0.10000000000000000000")});
  CHECK(cells("SELECT '12', DATE '2026-03-01', TIMESTAMP '2026-03-01'") ==
        DuckRows::value_type{words("12"), words("2026-03-01"), words("2026-03-01 00:00:00")});
  CHECK(cells("SELECT date_trunc('month', TIMESTAMP '2026-03-05 10:00:00'), 'a longer text than twelve "
              "bytes', ''") == DuckRows::value_type{words("2026-03-01 00:00:00"),
                                                    words("a longer text than twelve bytes"), words("")});
  CHECK(cells("SELECT [1, 2]") == DuckRows::value_type{words("[1, 2]")});
  CHECK(duckdb_rows(*connection, "SELECT 1, 2, 3, 4").empty());
  const DuckRows nan = duckdb_rows(*connection, "SELECT 'nan'::DOUBLE");
  CHECK(std::isnan(std::get<double>(nan[0][0])));
  CHECK(duckdb_asked(*connection, "SELECT 1 AS day, 2 AS many")->columns ==
        std::vector<std::string>{"day", "many"});
  // What is bound is a day or a text, and no SQL.
  CHECK(duckdb_rows(
            *connection,
            "SELECT :from, :until + INTERVAL 1 MONTH, date_trunc('year', :until), :segment, :from",
            {.from = duckdb_day(2024, 2, 29), .until = duckdb_day(2026, 3, 1), .segment = "x' OR 1=1 --"}) ==
        DuckRows{{words("2024-02-29"), words("2026-04-01 00:00:00"), words("2026-01-01 00:00:00"),
                  words("x' OR 1=1 --"), words("2024-02-29")}});
  CHECK(duckdb_rows(*connection, "SELECT i FROM range(5000) AS r(i) WHERE i % 2500 = 0 ORDER BY 1 DESC") ==
        DuckRows{{number(2500)}, {number(0)}});
}

TEST_CASE("DuckDB cuts days in the time zone that is asked for", "[.duckdb]") {
  const WhereItWas back;
  const test::Folder folder;
  folder.write(
      "moments.csv",
      "moment\n2026-03-28 22:59:59Z\n2026-03-28 23:00:00Z\n2026-03-29 21:59:59Z\n2026-03-29 22:00:00Z\n");
  // The day on which summer time begins has 23 hours.
  constexpr const char* by_day =
      "SELECT CAST(moment AS DATE) AS day, count(*) FROM moments GROUP BY 1 ORDER BY 1";
  CHECK(duckdb_rows(*duckdb_at(folder, "", {.time_zone = "Europe/Paris"}), by_day) ==
        DuckRows{{words("2026-03-28"), number(1)},
                 {words("2026-03-29"), number(2)},
                 {words("2026-03-30"), number(1)}});
  CHECK(duckdb_rows(*duckdb_at(folder, "", {.time_zone = "UTC"}), by_day) ==
        DuckRows{{words("2026-03-28"), number(2)}, {words("2026-03-29"), number(2)}});
  const auto paris = duckdb_at(folder, "", {.time_zone = "Europe/Paris"});
  CHECK(duckdb_rows(*paris, "SELECT date_trunc('day', TIMESTAMPTZ '2026-03-29 21:59:59Z')") ==
        DuckRows{{words("2026-03-29 00:00:00+01")}});
  for (const char* const zone : {"Europe/Pariss", "x'; DROP TABLE y; --"}) {
    const auto failed = duckdb_engine.connect(duckdb_source(folder, ""), {.time_zone = zone});
    REQUIRE(!failed);
    CHECK(failed.error().trouble == Trouble::no_time_zone);
  }
}

TEST_CASE("DuckDB refuses whatever does more than to read what lies in the folder", "[.duckdb]") {
  const WhereItWas back;
  const test::Folder folder, elsewhere;
  folder.write("events.csv", events_csv);
  fill(folder.path / "events.duckdb", {"CREATE TABLE events AS SELECT 1 AS count", "CREATE SEQUENCE ids"});
  const std::string outside = (elsewhere.path / "written").string();
  const std::set<std::string> before = files_in(folder);
  const std::string was = bytes_of(folder.path / "events.duckdb");
  const auto quoted = [](const std::string& path) { return '\'' + path + '\''; };
  for (const char* const target : {"", "events.duckdb"}) {
    const auto connection = duckdb_at(folder, target);
    for (const std::string& sql : {std::string("INSERT INTO events VALUES (2)"),
                                   std::string("UPDATE events SET count = 2"),
                                   std::string("DELETE FROM events"),
                                   std::string("CREATE TABLE t(a INTEGER)"),
                                   std::string("CREATE TEMP TABLE t(a INTEGER)"),
                                   std::string("DROP TABLE events"),
                                   std::string("ALTER TABLE events ADD COLUMN a INTEGER"),
                                   std::string("COPY (SELECT 1) TO 'events.csv'"),
                                   "COPY (SELECT 1) TO " + quoted(outside),
                                   std::string("COPY events FROM 'events.csv'"),
                                   std::string("INSTALL httpfs"),
                                   std::string("LOAD httpfs"),
                                   std::string("LOAD './evil.so'"),
                                   std::string("ATTACH 'other.duckdb' AS other"),
                                   std::string("ATTACH ':memory:' AS other"),
                                   std::string("SET threads = 1"),
                                   std::string("SET allowed_paths = ['/etc/passwd']"),
                                   std::string("RESET enable_external_access"),
                                   std::string("SET enable_external_access = true"),
                                   std::string("PRAGMA threads = 1"),
                                   std::string("PRAGMA enable_profiling"),
                                   std::string("CALL enable_profiling()"),
                                   "EXPORT DATABASE " + quoted(outside),
                                   "IMPORT DATABASE " + quoted(outside),
                                   std::string("CHECKPOINT"),
                                   std::string("BEGIN"),
                                   std::string("VACUUM"),
                                   std::string("CREATE SECRET s (TYPE s3, KEY_ID 'a')"),
                                   std::string("USE temp"),
                                   std::string("PREPARE p AS SELECT 1"),
                                   std::string("EXECUTE p"),
                                   std::string("INSERT INTO events VALUES (2) RETURNING 1"),
                                   std::string("SELECT nextval('ids')")}) {
      const Trouble trouble = duckdb_trouble(*connection, sql);
      CHECK(
          (trouble == Trouble::writes || trouble == Trouble::wrong_statement || trouble == Trouble::outside));
    }
    CHECK(duckdb_trouble(*connection, "SELECT getenv('HOME')") == Trouble::wrong_statement);
    for (const char* const sql :
         {"SELECT * FROM read_text('/etc/passwd')", "SELECT * FROM '/etc/passwd.csv'",
          "SELECT * FROM read_csv('/proc/self/environ')", "SELECT * FROM read_blob('/etc/passwd')",
          "SELECT * FROM glob('/etc/*')", "SELECT * FROM glob('../*')",
          "SELECT Delimiter FROM sniff_csv('/etc/passwd')", "SELECT * FROM parquet_metadata('/etc/passwd')",
          "SELECT * FROM read_text('../../../../../../etc/passwd')",
          "SELECT * FROM 'https://example.org/events.csv'", "SELECT * FROM 's3://bucket/events.parquet'",
          "SELECT * FROM read_text('~/.profile')",
          "SELECT * FROM query('FROM read_text(''/etc/pass' || 'wd'')')",
          "SELECT * FROM read_duckdb('/tmp/x.duckdb')", "SELECT * FROM read_text('file:///etc/passwd')",
          "SELECT * FROM read_text(chr(47) || 'etc/passwd')"}) {
      const Trouble trouble = duckdb_trouble(*connection, sql);
      CHECK((trouble == Trouble::outside || trouble == Trouble::wrong_statement));
    }
    // Of two at once DuckDB takes neither, past what refused them before.
    CHECK(duckdb_asked(*connection, "SELECT 1; SELECT 2").error().words.find("multiple") !=
          std::string::npos);
    // These are SELECT to DuckDB, and would change how it works or write a file.
    for (const std::string& sql :
         {"FROM enable_profiling(save_location=" + quoted(outside + ".json") + ", format='json')",
          std::string("FROM enable_profiling(save_location='events.json', format='json')"),
          "FROM enable_logging(storage='file', storage_path=" + quoted(outside) + ")",
          std::string("FROM force_checkpoint()"), std::string("SELECT write_log('x')")})
      (void)duckdb_asked(*connection, sql);
    (void)duckdb_asked(*connection, "SELECT 1");
  }
  CHECK(files_in(folder) == before);
  CHECK(files_in(elsewhere).empty());
  CHECK(bytes_of(folder.path / "events.csv") == events_csv);
  CHECK(bytes_of(folder.path / "events.duckdb") == was);
}

TEST_CASE("DuckDB follows no link out of the folder, whatever a file is called", "[.duckdb]") {
  const WhereItWas back;
  const test::Folder folder, elsewhere;
  elsewhere.write("secret.csv", "secret\n1\n");
  folder.write("secret.csv", "harmless\n1\n");
  const auto& path = folder.path;
  std::filesystem::create_symlink(elsewhere.path / "secret.csv", path / "link.csv");
  std::filesystem::create_symlink(elsewhere.path / "secret.csv", path / "pattern*.csv");
  std::filesystem::create_directory_symlink(elsewhere.path, path / "linked");
  std::filesystem::create_directory_symlink(elsewhere.path, path / "d[e]f");
  std::filesystem::create_directories(elsewhere.path / "deep");
  std::filesystem::create_directory_symlink(elsewhere.path / "deep", path / "deep");
  // Names that DuckDB would read as something else, planted where they are harmless.
  std::filesystem::create_directories(path / ("file:" + elsewhere.path.string()));
  folder.write("file:" + elsewhere.path.string() + "/secret.csv", "harmless\n1\n");
  std::filesystem::create_directories(path / "~");
  folder.write("~/.profile", "harmless");
  REQUIRE(mkfifo((path / "pipe.csv").c_str(), 0600) == 0);

  const auto connection = duckdb_at(folder);
  const std::string there = elsewhere.path.string();
  for (const std::string& from :
       {std::string("link"), std::string("'link.csv'"), std::string("'link*'"), std::string("'pattern*.csv'"),
        std::string("'linked/secret.csv'"), std::string("'linked/*.csv'"), std::string("'*/secret.csv'"),
        std::string("'**/secret.csv'"), std::string("'d[e]f/secret.csv'"),
        std::string("'deep/../secret.csv'"), std::string("read_csv('deep/.' || './secret.csv')"),
        "'file://" + there + "/secret.csv'", "'file:" + there + "/secret.csv'", "'" + there + "/secret.csv'",
        std::string("read_text('~/.profile')"), std::string("'pipe.csv'"), std::string("pipe"),
        std::string("'pipe*'"), std::string("'/dev/zero'")}) {
    const auto rows = duckdb_asked(*connection, "SELECT * FROM " + from + " WHERE 'secret.csv' <> ''");
    INFO(from);
    if (rows) // what lies in the folder itself
      CHECK(rows->columns != std::vector<std::string>{"secret"});
    else
      CHECK((rows.error().trouble == Trouble::outside || rows.error().trouble == Trouble::wrong_statement));
  }
  CHECK(duckdb_rows(*connection, "SELECT harmless FROM 'secret.csv'") == DuckRows{{number(1)}});
}

TEST_CASE("DuckDB makes no more rows than may be", "[.duckdb]") {
  const WhereItWas back;
  const test::Folder folder;
  const auto connection = duckdb_at(folder, "", {.rows = 3000});
  CHECK(duckdb_rows(*connection, "SELECT * FROM range(3000)").size() == 3000);
  CHECK(duckdb_trouble(*connection, "SELECT * FROM range(3001)") == Trouble::too_many_rows);
  CHECK(duckdb_trouble(*connection, "SELECT * FROM range(1000000000000)") == Trouble::too_many_rows);
  CHECK(duckdb_trouble(*connection, "SELECT repeat('x', 1000000) FROM range(100)") == Trouble::too_large);
  CHECK(files_in(folder).empty());
}

TEST_CASE("DuckDB stops a statement that never ends, and answers the next one", "[.duckdb]") {
  const WhereItWas back;
  const test::Folder folder;
  const auto connection = duckdb_at(folder, "", {.asking = 100ms});
  CHECK(
      duckdb_trouble(
          *connection,
          "SELECT count(*) FROM range(1000000000) a, range(1000000000) b WHERE a.range * b.range % 7 = 3") ==
      Trouble::too_long);
  CHECK(
      duckdb_trouble(*connection,
                     "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n") ==
      Trouble::too_long);
  CHECK(duckdb_rows(*duckdb_at(folder), "SELECT 1") == DuckRows{{number(1)}});
}

TEST_CASE("DuckDB says where a statement is wrong", "[.duckdb]") {
  const WhereItWas back;
  const test::Folder folder;
  folder.write("events.csv", events_csv);
  const auto connection = duckdb_at(folder);
  const Failure failed = duckdb_failure(*connection, "SELECT 'é', counts FROM events WHERE day < :until");
  CHECK(failed.trouble == Trouble::wrong_statement);
  CHECK(failed.words.find("\"counts\" not found") != std::string::npos);
  CHECK(failed.position == 13);
  CHECK(duckdb_trouble(*connection, "SELECT day FROM events WHERE segment > :from") ==
        Trouble::wrong_statement);
}

TEST_CASE("DuckDB reads a database's file, and leaves nothing beside it", "[.duckdb]") {
  const WhereItWas back;
  const test::Folder folder;
  fill(folder.path / "events.duckdb", {"CREATE TABLE events AS SELECT DATE '2026-01-05' AS day, 3 AS count",
                                       "CREATE VIEW outside AS SELECT * FROM (SELECT 1)"});
  folder.write("events.csv", events_csv);
  const auto connection = duckdb_at(folder, "events.duckdb");
  // What is in it is not hidden by what lies beside it.
  CHECK(duckdb_rows(*connection, "SELECT count FROM events") == DuckRows{{number(3)}});
  CHECK(duckdb_rows(*connection, "SELECT count(*) FROM 'events.csv'") == DuckRows{{number(3)}});
  CHECK(files_in(folder) == std::set<std::string>{"events.csv", "events.duckdb"});

  folder.write("words.duckdb", "day,value\n2026-01-01,1\n");
  folder.write("empty.duckdb", "");
  folder.write("cut.duckdb", bytes_of(folder.path / "events.duckdb").substr(0, 6000));
  for (const auto& [target, trouble] : {std::pair{"words.duckdb", Trouble::no_database},
                                        {"empty.duckdb", Trouble::no_database},
                                        {"cut.duckdb", Trouble::no_database},
                                        {"absent.duckdb", Trouble::no_file},
                                        {":memory:", Trouble::no_file},
                                        {"md:", Trouble::no_file}}) {
    const auto failed = duckdb_engine.connect(duckdb_source(folder, target), {});
    INFO(target);
    REQUIRE(!failed);
    CHECK(failed.error().trouble == trouble);
  }
}
