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
