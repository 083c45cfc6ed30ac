// Statements cut into tokens.
#include "catch.hpp"
#include "measure/sql/reading.hpp"

namespace {

using namespace deploy_plan;
using namespace deploy_plan::measuring;

std::string kinds(std::string_view sql, const Dialect& dialect = {}) {
  const auto tokens = tokens_of(sql, dialect);
  if (!tokens)
    return "failed";
  constexpr std::string_view letters = "wntdps"; // word, name, text, digits, parameter, sign
  std::string all;
  for (const Token& token : *tokens)
    all += letters[static_cast<std::size_t>(token.kind)];
  return all;
}
} // namespace

TEST_CASE("tokens end where the engine ends them") {
  CHECK(kinds("SELECT a, \"b\" FROM t -- :from") == "wwsnww");
  CHECK(kinds("SELECT 'it''s' /* :from */ , 1.5e3") == "wtsd");
  CHECK(kinds("x::date >= :from") == "wswssp");
  CHECK(kinds("SELECT $$ :from $$", Dialect{.dollar_quotes = true}) == "wt");
  CHECK(kinds("SELECT 'open") == "failed");
  CHECK(kinds("SELECT :form") == "failed");
}

TEST_CASE("places are counted in characters") {
  CHECK(character_at("SELECT 'é', x", 12) == 12);
  CHECK(character_at("SELECT", 0) == 1);
}

TEST_CASE("what does more than to read is found by its words") {
  const auto writes = [](std::string_view sql) {
    const auto tokens = tokens_of(sql, {});
    return tokens && more_than_reading(sql, *tokens, {}).has_value();
  };
  CHECK(writes("DELETE FROM people"));
  CHECK(writes("WITH gone AS (DELETE FROM people RETURNING 1) SELECT * FROM gone"));
  CHECK_FALSE(writes("SELECT replace(name, 'a', 'b') FROM people"));
}

TEST_CASE("functions that reach files, or run what they are given, are found by their names") {
  const auto writes = [](std::string_view sql) {
    const Dialect dialect{.dollar_quotes = true};
    const auto tokens = tokens_of(sql, dialect);
    return tokens && more_than_reading(sql, *tokens, dialect).has_value();
  };
  CHECK(writes("SELECT blob_export(x, '/tmp/evil')"));
  CHECK(writes("SELECT CAST(\"Blob_Import\" /* */ ('/tmp/secret') AS text)"));
  CHECK(writes("SELECT export_csv('a', 1)"));
  CHECK(writes("SELECT U&\"set\\005fconfig\"('a', 'b', false)"));
  CHECK(writes("SELECT pg_catalog.u&\"set!005fconfig\" UESCAPE '!' ('a', 'b', false)"));
  for (const char* function :
       {"query_to_xml", "query_to_xml_and_xmlschema", "cursor_to_xml", "database_to_xml", "schema_to_xml",
        "pg_catalog.Query_To_XmlSchema", "ts_stat", "crosstab"})
    CHECK(writes("SELECT 1 FROM " + std::string(function) + "('SELECT set_config(1)')"));
  CHECK_FALSE(writes("SELECT table_to_xml('people', true, true, '')"));
  CHECK_FALSE(writes("SELECT u & \"rights\", u, \"u\" FROM people"));
  CHECK_FALSE(writes("SELECT U&'\\00e9', query_to_xml, blob_export FROM people"));
}

TEST_CASE("calls of functions are found by names that are given") {
  const std::vector<std::string> refused{"evil"};
  const auto calls = [&](std::string_view sql) {
    const auto tokens = tokens_of(sql, {});
    return tokens && calling(sql, *tokens, refused).has_value();
  };
  CHECK(calls("SELECT EVIL(1)"));
  CHECK(calls("SELECT \"evil\" (1)"));
  CHECK_FALSE(calls("SELECT evil, 'evil(1)', evil2(1) FROM evil"));
}
