#include "catch.hpp"
#include "measure/engines/odbc/data_source.hpp"
#include "measure/engines/odbc/databases.hpp"
#include "measure/engines/odbc/diagnostics.hpp"
#include "measure/engines/odbc/in_time.hpp"
#include <atomic>

namespace deploy_plan::measuring::odbc {
namespace {

Trouble trouble(const char* state, Doing doing, std::int64_t native = 0, bool is_mariadb = false,
                const char* words = "") {
  return failure_of({state, native, words}, doing, is_mariadb).trouble;
}

std::string read_by(const char* database, std::string_view sql) {
  const auto first = read_statement(sql, odbc_engine.dialect);
  if (!first)
    return "refused";
  const auto read = read_for(find_database(database), *first);
  return read ? read->written(odbc_engine.dialect) : "refused";
}
} // namespace

TEST_CASE("ODBC: a state tells the trouble, while connecting and while asking") {
  CHECK(trouble("08001", Doing::connecting) == Trouble::no_host);
  CHECK(trouble("08S01", Doing::connecting) == Trouble::no_host);
  CHECK(trouble("08S01", Doing::asking) == Trouble::cut_short);
  CHECK(trouble("08004", Doing::connecting) == Trouble::refused);
  CHECK(trouble("28000", Doing::connecting) == Trouble::refused);
  CHECK(trouble("HYT00", Doing::connecting) == Trouble::too_long_to_connect);
  CHECK(trouble("HYT00", Doing::asking) == Trouble::too_long);
  CHECK(trouble("HY008", Doing::asking) == Trouble::too_long);
  CHECK(trouble("IM002", Doing::connecting) == Trouble::unsound_source);
  CHECK(trouble("42S02", Doing::asking) == Trouble::wrong_statement);
  CHECK(trouble("25006", Doing::asking) == Trouble::writes);
  CHECK(trouble("22018", Doing::asking) == Trouble::wrong_statement);
  CHECK(trouble("", Doing::asking) == Trouble::wrong_statement);
}

TEST_CASE("ODBC: MariaDB's own numbers count where it is known, or where its driver speaks") {
  CHECK(trouble("42000", Doing::asking, 1142, true) == Trouble::refused);
  CHECK(trouble("42000", Doing::asking, 1142, false) == Trouble::wrong_statement);
  CHECK(trouble("70100", Doing::asking, 1969, true) == Trouble::too_long);
  CHECK(trouble("HY000", Doing::asking, 1792, true) == Trouble::writes);
  CHECK(trouble("HY000", Doing::asking, 2013, true) == Trouble::cut_short);
  CHECK(trouble("HY000", Doing::connecting, 2013, true) == Trouble::no_host);
  CHECK(trouble("HY000", Doing::connecting, 2026, false, "[ma-3.1.15]TLS") == Trouble::no_trust);
  CHECK(trouble("HY000", Doing::connecting, 2026, false, "[Other]TLS") == Trouble::unsound_source);
}

TEST_CASE("ODBC: words stand without who speaks, on one line") {
  CHECK(without_speakers("[unixODBC][Driver Manager]Data source name not found") ==
        "Data source name not found");
  CHECK(without_speakers("[a] b [c]") == "b [c]");
  CHECK(without_speakers("[alone]") == "[alone]");
  CHECK(without_speakers("[open") == "[open");
  CHECK(without_speakers("") == "");
  CHECK(failure_of({"HY000", 0, "[x]one\n\ttwo \x01 three\n"}, Doing::asking, false).words ==
        "one two three");
}

TEST_CASE("ODBC: texts go to UTF-16 and back") {
  for (const std::string text : {"", "a", "é", "œ€", "😀 a", "\xEF\xBF\xBD"})
    CHECK(to_utf8(to_utf16(text)) == text);
  CHECK(to_utf16("😀") == u"😀");
  const std::string none = "\xEF\xBF\xBD";
  for (const std::string text : {"\xFF", "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80"})
    CHECK(to_utf8(to_utf16(text)).find(none) == 0);
  CHECK(to_utf16("\xC3") == u"\uFFFD");
  CHECK(to_utf8(std::u16string(1, char16_t{0xD83D})) == none);
  CHECK(to_utf8(std::u16string(1, char16_t{0xDE00})) == none);
}

TEST_CASE("ODBC: a decimal is the integer or the double that it says, else a text") {
  CHECK(number_or_text("-12") == Cell(std::int64_t{-12}));
  CHECK(number_or_text("12.2500") == Cell(12.25));
  CHECK(number_or_text("9223372036854775808") == Cell(9223372036854775808.0));
  CHECK(number_or_text("1e999") == Cell(std::string("1e999")));
  CHECK(number_or_text("12 apples") == Cell(std::string("12 apples")));
  CHECK(number_or_text("") == Cell(std::string()));
}

TEST_CASE("ODBC: a version is told as its makers do") {
  CHECK(short_version("10.11.000019") == "10.11.19");
  CHECK(short_version("10.11.19-MariaDB-0+deb12u1") == "10.11.19");
  CHECK(short_version("15.00.4316") == "15.0.4316");
  CHECK(short_version("3.40.1") == "3.40.1");
  CHECK(short_version("19.") == "19");
  CHECK(short_version("new") == "");
}

TEST_CASE("ODBC: a connection string is read as drivers do") {
  CHECK(value_of("pwd", "DSN=maria; Pwd = a b ;UID=x") == "a b");
  CHECK(value_of("pwd", "PWD={a;b}}c};UID=x") == "a;b}c");
  CHECK(value_of("uid", "PWD={a;b}}c};UID=x") == "x");
  CHECK(value_of("pwd", "DSN=maria") == std::nullopt);
  CHECK(value_of("dsn", "maria") == std::nullopt);
  CHECK(secrets_of("Driver=x;PWD={a;b};UID=c;AccessToken=d;SSL_Password=e;PASSWORD=") ==
        std::vector<std::string>{"a;b", "d", "e"});
  CHECK(completed("Driver=SQLite3;Database=x.db") == "Driver=SQLite3;Database=x.db;NoCreat=1");
  CHECK(completed("Driver=MariaDB") == "Driver=MariaDB");
}

TEST_CASE("ODBC: limits are put into what a database is told, and nothing but a zone's name") {
  Limits limits;
  limits.asking = std::chrono::milliseconds(1050);
  limits.rows = 10;
  limits.time_zone = "Europe/Paris";
  CHECK(filled("{seconds} {milliseconds} {rows} '{zone}' {other}", limits) ==
        "1.050 1050 11 'Europe/Paris' {other}");
  CHECK(is_zone_name("America/Port-au-Prince"));
  CHECK(is_zone_name("Etc/GMT+5"));
  CHECK_FALSE(is_zone_name("UTC'"));
  CHECK_FALSE(is_zone_name("UTC\\"));
}

TEST_CASE("ODBC: a statement is read as its database does") {
  CHECK(read_by("MariaDB", "SELECT :from, ':until', :from") == "SELECT ?, ':until', ?");
  // A backslash ends no text in standard SQL, and goes on with it in MariaDB's.
  CHECK(read_by("SQLite", R"(SELECT 'a\', :from)") == R"(SELECT 'a\', ?)");
  CHECK(read_by("MariaDB", R"(SELECT 'a\', :from)") == "refused");
  CHECK(read_by("MariaDB", R"(SELECT 'a\', 'INTO OUTFILE x -- ')") == "refused");
  CHECK(read_by("MariaDB", "SELECT 1--1 INTO OUTFILE 'x'") == "refused");
  CHECK(read_by("MariaDB", "SELECT 1--1") == "SELECT 1--1");
  CHECK(read_by("MariaDB", "SELECT 1 -- INTO OUTFILE") == "SELECT 1");
  CHECK(read_by("MariaDB", "SELECT 1 # INTO OUTFILE") == "refused");
  CHECK(read_by("MariaDB", "SELECT 1 /*! INTO OUTFILE 'x' */") == "refused");
}

TEST_CASE("ODBC: of a database that is not known all readings must agree") {
  CHECK(read_by("Oracle", "SELECT a FROM b WHERE c = 'd' AND e >= :from") ==
        "SELECT a FROM b WHERE c = 'd' AND e >= ?");
  CHECK(read_by("Oracle", R"(SELECT 'a\', :from)") == "refused");
  CHECK(read_by("Oracle", "SELECT 1 # :from\n + 2") == "refused");
  CHECK(read_by("Oracle", "SELECT [:from]") == "refused");
  CHECK(read_by("Oracle", "SELECT 1 EXEC x") == "refused");
  CHECK(read_by("Oracle", "SELECT 1 --words") == "refused");
}

TEST_CASE("ODBC: grants tell who may write") {
  CHECK(grants_writing("GRANT ALL PRIVILEGES ON `figures`.* TO `writer`@`%`"));
  CHECK(grants_writing("GRANT SELECT, INSERT ON `figures`.* TO `writer`@`%`"));
  CHECK(grants_writing("GRANT SELECT, UPDATE (`a`, `b`) ON `figures`.`late` TO `writer`@`%`"));
  CHECK(grants_writing("GRANT FILE ON *.* TO `filer`@`%`"));
  CHECK_FALSE(grants_writing("GRANT USAGE ON *.* TO `reader`@`%` IDENTIFIED BY PASSWORD '*2'"));
  CHECK_FALSE(
      grants_writing("GRANT SELECT, CREATE TEMPORARY TABLES, EXECUTE ON `figures`.* TO `reader`@`%`"));
  CHECK_FALSE(grants_writing("GRANT `INSERT` TO `reader`@`%`"));
}

TEST_CASE("ODBC: nobody waits for a driver that never comes back") {
  using std::chrono::milliseconds;
  CHECK(Working<int>([] { return 7; }).wait(milliseconds(60000)) == 7);
  CHECK_THROWS_AS(Working<int>([]() -> int { throw std::bad_alloc(); }).wait(milliseconds(60000)),
                  std::bad_alloc);
  auto opened = std::make_shared<std::promise<void>>();
  auto is_done = std::make_shared<std::atomic<bool>>(false);
  Working<bool> waiting([opened, is_done] {
    opened->get_future().wait();
    return is_done->exchange(true);
  });
  CHECK(waiting.wait(milliseconds(1)) == std::nullopt);
  opened->set_value();
  CHECK(waiting.wait(milliseconds(60000)) == false);
  CHECK(*is_done);
}

} // namespace deploy_plan::measuring::odbc
