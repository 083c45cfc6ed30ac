// The text of a query: its parameters, and that it only reads.
#include "catch.hpp"
#include "measure/engine.hpp"
#include <random>

using namespace deploy_plan;
using namespace deploy_plan::measuring;

namespace {

std::string numbered(Parameter, std::size_t distinct, std::size_t) { return "$" + std::to_string(distinct); }
std::string question(Parameter, std::size_t, std::size_t) { return "?"; }
std::string named(Parameter which, std::size_t, std::size_t) {
  static constexpr const char* names[] = {":from", ":until", ":segment"};
  return names[static_cast<int>(which)];
}

constexpr Dialect postgresql{.dollar_quotes = true, .nested_comments = true, .placeholder = &numbered};
constexpr Dialect sqlite{.backticks = true, .brackets = true, .placeholder = &named};
constexpr Dialect mariadb{
    .backslash_escapes = true, .backticks = true, .hash_comments = true, .placeholder = &question};
constexpr Dialect sql_server{
    .nested_comments = true, .brackets = true, .unseparated_statements = true, .placeholder = &question};

std::string written(std::string_view sql, const Dialect& dialect = postgresql) {
  const auto statement = read_statement(sql, dialect);
  INFO(sql.substr(0, 200));
  if (!statement)
    return "trouble " + std::to_string(static_cast<int>(statement.error().trouble)) + ": " +
           statement.error().words;
  return statement->written(dialect);
}

Failure failure(std::string_view sql, const Dialect& dialect = postgresql) {
  const auto statement = read_statement(sql, dialect);
  INFO(sql.substr(0, 200));
  REQUIRE(!statement);
  return statement.error();
}

/// What tells that it writes; empty where it reads.
std::string change(std::string_view sql, const Dialect& dialect = postgresql) {
  const auto statement = read_statement(sql, dialect);
  INFO(sql.substr(0, 200));
  if (statement)
    return {};
  REQUIRE(statement.error().trouble == Trouble::writes);
  return statement.error().words;
}

} // namespace

TEST_CASE("parameters are bound where they stand, and told apart from what only looks like one") {
  CHECK(written("SELECT count(*) FROM t WHERE d >= :from AND d < :until") ==
        "SELECT count(*) FROM t WHERE d >= $1 AND d < $2");
  CHECK(written("SELECT d::date, :until, x FROM t WHERE d>=:from::date AND d BETWEEN:from AND :until") ==
        "SELECT d::date, $1, x FROM t WHERE d>=$2::date AND d BETWEEN$2 AND $1");
  for (const char* sql :
       {"SELECT ':from'", "SELECT 'it''s :from'", "SELECT \"a:from\" FROM t", "SELECT \"a\"\":from\" FROM t",
        "SELECT x -- :from", "SELECT /* :from /* :nested */ :until */ x", "SELECT $$ :from $$",
        "SELECT $a$ $$ :from $b$ $a$", "SELECT E'\\':from'", "SELECT E'a'\n '\\':from'",
        "SELECT x:from FROM t", "SELECT x[0]:name.first FROM t",
        "SELECT a[1:2], a[low:high], a[low :high], a[:high] FROM t", "SELECT f(x):path",
        "SELECT {'key':segment}", "SELECT a := 1", "SELECT x::from_type", "SELECT '12:30' "}) {
    const std::string whole = std::string(sql) + "\n, 1";
    CHECK(written(whole) == whole);
  }
  CHECK(written("SELECT 'a\\' || :from || 'b'") == "SELECT 'a\\' || $1 || 'b'");
  CHECK(written("SELECT 'a\\' :from'", mariadb) == "SELECT 'a\\' :from'");
  CHECK(written("SELECT \"a\\\" :from\", `:until`, :segment # it's :from", mariadb) ==
        "SELECT \"a\\\" :from\", `:until`, ?");
  CHECK(written("SELECT [a :from], :from, `b :until` FROM t", sqlite) ==
        "SELECT [a :from], :from, `b :until` FROM t");
  CHECK(read_statement("SELECT [a :from], :until FROM t", sqlite)->parameters() ==
        std::vector{Parameter::until});
  CHECK(written("SELECT ARRAY[:segment, :from]") == "SELECT ARRAY[$1, $2]");
  CHECK(written("SELECT 5--:from\n+1", mariadb) == "SELECT 5--?\n+1");
  CHECK(written("SELECT 5--:from\n+1") == "SELECT 5--:from\n+1");
}

TEST_CASE("parameters have a French name each, and any case") {
  const auto statement = read_statement(
      "SELECT 1 WHERE d >= :depuis AND d < :Jusqu_au AND s = :SEGMENT AND e > :from", postgresql);
  REQUIRE(statement);
  CHECK(statement->parameters() ==
        std::vector{Parameter::from, Parameter::until, Parameter::segment, Parameter::from});
  CHECK(statement->distinct() == std::vector{Parameter::from, Parameter::until, Parameter::segment});
  CHECK(statement->names(Parameter::segment));
  CHECK(statement->written(postgresql) == "SELECT 1 WHERE d >= $1 AND d < $2 AND s = $3 AND e > $1");
  CHECK(statement->written(mariadb) == "SELECT 1 WHERE d >= ? AND d < ? AND s = ? AND e > ?");
  CHECK_FALSE(read_statement("SELECT ':from'", postgresql)->names(Parameter::from));
}

TEST_CASE("a parameter of another name is told where it stands") {
  const auto unknown = failure("SELECT é, :form FROM t");
  CHECK(unknown.trouble == Trouble::unknown_parameter);
  CHECK(unknown.words == "form");
  CHECK(unknown.position == 11);
  CHECK(failure("SELECT $1, :from").words == "$1");
  CHECK(failure("SELECT ?, :from", mariadb).words == "?");
  CHECK(written("SELECT x ? 'key'") == "SELECT x ? 'key'"); // an operator of PostgreSQL's
}

TEST_CASE("one statement is asked, its last semicolon left out") {
  CHECK(written("SELECT 1;") == "SELECT 1");
  CHECK(written("\xEF\xBB\xBF SELECT 1 ; -- that's all\n ;; /* ; */ ") == " SELECT 1");
  CHECK(written("-- it's\n;WITH x AS (SELECT 1) SELECT 2") == "-- it's\n WITH x AS (SELECT 1) SELECT 2");
  CHECK(written("SELECT ';', \";\", $$;$$ /* ; */ -- ;") == "SELECT ';', \";\", $$;$$");
  const auto several = failure("SELECT 1; DROP TABLE t");
  CHECK(several.trouble == Trouble::several_statements);
  CHECK(several.position == 10);
  CHECK(failure("SELECT '\\'; DROP TABLE t --'").trouble == Trouble::several_statements);
  CHECK(failure("SELECT 1 -- \r; DROP TABLE t").trouble == Trouble::several_statements);
  CHECK(failure("SELECT /* /* */ */; DROP TABLE t").trouble == Trouble::several_statements);
  for (const char* nothing : {"", " \n", ";", "-- nothing", "/* ; */ ;"}) {
    CHECK(failure(nothing).trouble == Trouble::wrong_statement);
    CHECK(failure(nothing).words.empty());
  }
  CHECK(failure(std::string_view("SELECT 1\0; DROP", 15)).words == "U+0000");
}

TEST_CASE("what opens and does not close is told") {
  const std::pair<const char*, const char*> open[] = {
      {"SELECT 'a", "'"},       {"SELECT 'a''", "'"},  {"SELECT \"a", "\""}, {"SELECT /* /* */", "/*"},
      {"SELECT $a$ $$", "$a$"}, {"SELECT E'\\'", "'"}, {"SELECT /*/", "/*"}};
  for (const auto& [sql, opens] : open) {
    CHECK(failure(sql).trouble == Trouble::unclosed_statement);
    CHECK(failure(sql).words == opens);
  }
  CHECK(failure("SELECT 1, [a", sqlite).words == "[");
  CHECK(failure("SELECT 1, [a", sqlite).position == 11);
}

TEST_CASE("statements that do more than to read are refused, by the word that tells") {
  const std::pair<const char*, const char*> changing[] = {
      {"INSERT INTO t VALUES (1)", "INSERT"},
      {"update t set x = 1", "update"},
      {"COPY t TO PROGRAM 'sh'", "COPY"},
      {"/* SELECT */ DROP TABLE t", "DROP"},
      {"(((DELETE FROM t)))", "DELETE"},
      {"PRAGMA writable_schema = 1", "PRAGMA"},
      {"ATTACH 'x.db' AS x", "ATTACH"},
      {"INSTALL httpfs", "INSTALL"},
      {"CALL f()", "CALL"},
      {"EXPLAIN ANALYZE DELETE FROM t", "EXPLAIN"},
      {"DO $$ BEGIN END $$", "DO"},
      {"SET ROLE postgres", "SET"},
      {"SELECT * INTO u FROM t", "INTO"},
      {"SELECT 1INTO u FROM t", "INTO"},
      {"SELECT 1.INTO u FROM t", "INTO"},
      {"SELECT 0x1FINTO u", "INTO"},
      {"SELECT a FROM t INTO OUTFILE '/tmp/x'", "INTO"},
      {"SELECT 1 /*!50000 INTO OUTFILE '/tmp/x' */", "/*!"},
      {"SELECT 1 /*M!50000 INTO OUTFILE '/tmp/x' */", "/*!"},
      {"SELECT * FROM t FOR UPDATE", "FOR"},
      {"SELECT * FROM t FOR NO KEY UPDATE OF t", "FOR"},
      {"SELECT * FROM t for share", "for"},
      {"SELECT * FROM t LOCK IN SHARE MODE", "LOCK"},
      {"WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x", "DELETE"},
      {"WITH x AS (UPDATE t AS u SET a = 1 RETURNING *) SELECT * FROM x", "SET"},
      {"WITH x AS (MERGE t USING u ON true WHEN MATCHED THEN DELETE) SELECT 1", "MERGE"},
      {"WITH x AS (WITH y AS (SELECT 1) DELETE FROM t RETURNING *) SELECT * FROM x", "DELETE"},
      {"WITH x AS (SELECT 1) DELETE FROM t", "DELETE"},
      {"WITH x(a) AS NOT MATERIALIZED (SELECT 1), y AS (SELECT 2) UPDATE t SET a = 1", "UPDATE"},
      {"SELECT nextval('s')", "nextval"},
      {"SELECT NEXT VALUE FOR s", "NEXT"},
      {"SELECT pg_catalog.\"set_config\" ('statement_timeout', '0', false)", "\"set_config\""},
      {"SELECT * FROM dblink('host=x', 'DELETE FROM t') AS t(a int)", "dblink"},
      {"SELECT lo_unlink(1)", "lo_unlink"},
      {"SELECT load_extension('x')", "load_extension"},
  };
  for (const auto& [sql, word] : changing)
    CHECK(change(sql) == word);
  CHECK(failure("SELECT 'é', 1 INTO t").position == 15);
  CHECK(change("SELECT 5--1 INTO OUTFILE '/tmp/x'", mariadb) == "INTO");
}

TEST_CASE("SQL Server's statements need no semicolon to follow one another") {
  for (const char* sql :
       {"SELECT 1 DROP TABLE t", "SELECT 1 EXEC('DROP TABLE t')", "SELECT a FROM t DELETE t",
        "SELECT 1 UPDATE t SET a = 1", "SELECT 1 INSERT t VALUES (1)", "SELECT 1 execute sp_x",
        "SELECT 1 SET IDENTITY_INSERT t ON", "SELECT 1 IF 1 = 1 TRUNCATE TABLE t",
        "SELECT 1 WAITFOR DELAY '01:00'", "WITH x AS (SELECT 1) MERGE x USING t ON 1 = 1"})
    CHECK(change(sql, sql_server) != "");
  for (const char* sql :
       {"SELECT [drop], t.[update] FROM t", "SELECT 'EXEC' FROM t -- DROP",
        "SELECT a FROM t INNER MERGE JOIN u ON 1 = 1", "SELECT a.set FROM a", "SELECT #t.a FROM #t"})
    CHECK(change(sql, sql_server) == "");
}

TEST_CASE("honest queries are asked, whatever their columns are called") {
  for (const char* sql :
       {"SELECT update, t.delete, \"insert\" FROM t",
        "SELECT count(update), max(delete), sum(load) FROM t",
        "SELECT replace(x, 'a', 'b'), (replace(y, 'c', 'd')) FROM t",
        "SELECT a AS into FROM t",
        "SELECT t.into FROM t",
        "WITH update AS (SELECT 1), delete(a) AS (SELECT 2) SELECT * FROM update",
        "WITH RECURSIVE merge AS (SELECT 1) TABLE merge",
        "SELECT (update IS NULL), (delete AND x) FROM t",
        "SELECT sum(delete) OVER (PARTITION BY insert ORDER BY update) FROM t",
        "VALUES (1), (2)",
        "TABLE t",
        "FROM t SELECT count(*)",
        "((SELECT 1) UNION (SELECT 2))",
        "select date_trunc('month', d), count(*) filter (where insert is null) from t group by 1",
        "SELECT substring(x FROM 1 FOR 3), overlay(x placing 'y' from 2 for 1) FROM t",
        "SELECT 'DROP TABLE t; INSERT INTO t'",
        "SELECT * FROM t FOR SYSTEM_TIME AS OF '2026-01-01'",
        "SELECT set, \"call\", lock, grant_date, copy FROM t",
        "WITH RECURSIVE t(a) AS (SELECT 1) SEARCH DEPTH FIRST BY a SET o CYCLE a SET c USING p SELECT * FROM "
        "t",
        "SELECT set_masklen(x, 16), next, value, locks FROM t",
        "SELECT a # b, x @> y, x ->> 'insert into' FROM t",
        "SELECT created_at, updates, \"set_config\" FROM t",
        "SELECT (SELECT count(*) FROM delete) FROM t",
        "SELECT count(*) FROM t WHERE (merge IN (1, 2)) OR (insert <> 0)"})
    CHECK(change(sql) == "");
}

TEST_CASE("large and deep statements are read in one pass") {
  const auto times = [](std::size_t count, std::string_view words) {
    std::string all;
    for (; count > 0; --count)
      all += words;
    return all;
  };
  CHECK(read_statement("SELECT 1 WHERE x IN (" + times(50000, ":from, ':from', ") + "1)", postgresql)
            ->parameters()
            .size() == 50000);
  CHECK(read_statement("SELECT " + times(200000, "/*") + times(200000, "*/") + "1", postgresql));
  CHECK(failure("SELECT " + times(500000, "/*")).trouble == Trouble::unclosed_statement);
  CHECK(read_statement("SELECT " + times(200000, "(") + "1" + times(200000, ")"), postgresql));
  CHECK(read_statement("SELECT " + times(100000, "(update ") + times(100000, ")"), postgresql));
  CHECK(read_statement("SELECT " + times(200000, "$a$b") + times(2, "$a$"), sqlite));
  CHECK(read_statement("SELECT " + times(200000, "x:y["), postgresql));
  CHECK(failure("SELECT " + times(20000, "$a$b$a$ ") + "$a$").trouble == Trouble::unclosed_statement);
}

TEST_CASE("pieces and parameters give the statement back, and texts never change") {
  static constexpr std::string_view parts[] = {":from",
                                               ":until",
                                               ":segment",
                                               "'it''s :from'",
                                               "\":until\"",
                                               "'é'",
                                               "E'\\':from'",
                                               "$$ :from ' $$",
                                               "$a$ $$ $a$",
                                               "/* ' /* :x */ */",
                                               "-- it's :x\n",
                                               "x::date",
                                               "x",
                                               " ",
                                               "\n",
                                               ", ",
                                               "(",
                                               ")",
                                               "= ",
                                               "[1:2]",
                                               "e1",
                                               "1.5",
                                               ">=",
                                               "AND",
                                               "\u00a0",
                                               "'\n'"};
  std::mt19937 random(7);
  std::size_t read = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string sql = "SELECT ";
    for (auto count = random() % 12; count > 0; --count) {
      sql += parts[random() % std::size(parts)];
      sql += ' ';
    }
    sql += "1";
    const auto statement = read_statement(sql, postgresql);
    if (!statement)
      continue;
    ++read;
    const Dialect as_named{.placeholder = &named};
    CAPTURE(sql);
    REQUIRE(statement->written(as_named) == sql);
    std::size_t in_order = 0;
    for (const auto& piece : statement->pieces)
      in_order += piece.parameter ? 1 : 0;
    REQUIRE(statement->parameters().size() == in_order);
    const auto again = read_statement(statement->written(as_named), postgresql);
    REQUIRE(again);
    REQUIRE(again->parameters() == statement->parameters());
  }
  CHECK(read > 2000);
}
