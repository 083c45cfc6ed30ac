#include "catch.hpp"
#include "measure/engines/embedded/duckdb_words.hpp"

using namespace deploy_plan::measuring;

TEST_CASE("What DuckDB says becomes a failure, with its place in the statement") {
  const std::string sql = "SELECT é, counts";
  const Failure binder = duckdb::failure_of(
      R"({"exception_type":"Binder","exception_message":"not found","position":"11"})", sql);
  CHECK(binder.trouble == Trouble::wrong_statement);
  CHECK(binder.words == "not found");
  CHECK(binder.position == 11); // a letter of two bytes stands before it
  const auto position = [&](const char* said, std::size_t before) {
    return duckdb::failure_of(said, sql, before).position;
  };
  CHECK(position(R"(Parser Error: {"exception_type":"Parser","exception_message":"x","position":"31"})",
                 20) == 11);
  CHECK(position(R"({"exception_type":"Parser","exception_message":"x","position":"3"})", 20) == 0);
  CHECK(position(R"({"exception_type":"Parser","exception_message":"x","position":"99"})", 20) == 0);
  CHECK(position(R"({"exception_type":"Parser","exception_message":"x"})", 0) == 0);

  const auto trouble = [&](const char* said) { return duckdb::failure_of(said, sql).trouble; };
  CHECK(trouble(R"({"exception_type":"Interrupt","exception_message":"Interrupted!"})") == Trouble::too_long);
  CHECK(trouble(R"({"exception_type":"Out of Memory","exception_message":"x"})") == Trouble::too_large);
  CHECK(trouble(R"({"exception_type":"Permission","exception_message":"x"})") == Trouble::outside);
  CHECK(duckdb::failure_of("no JSON", sql).words == "no JSON");
  CHECK(duckdb::failure_of("{ no JSON", sql).words == "{ no JSON");
  CHECK(duckdb::failure_of(nullptr, sql).words.empty());
}

TEST_CASE("What DuckDB writes becomes a cell, by its type") {
  CHECK(duckdb::cell_of("true", "BOOLEAN") == Cell(std::int64_t{1}));
  CHECK(duckdb::cell_of("false", "BOOLEAN") == Cell(std::int64_t{0}));
  CHECK(duckdb::cell_of("-12", "HUGEINT") == Cell(std::int64_t{-12}));
  CHECK(duckdb::cell_of("9223372036854775808", "HUGEINT") == Cell(std::string("9223372036854775808")));
  CHECK(duckdb::cell_of("0.1", "DOUBLE") == Cell(0.1));
  CHECK(duckdb::cell_of("-inf", "FLOAT") == Cell(-std::numeric_limits<double>::infinity()));
  CHECK(duckdb::cell_of("12.50", "DECIMAL(18,2)") == Cell(std::string("12.50")));
  CHECK(duckdb::cell_of("12", "VARCHAR") == Cell(std::string("12")));
}
