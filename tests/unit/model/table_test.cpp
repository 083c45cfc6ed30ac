#include "catch.hpp"
#include "model/table.hpp"

using namespace deploy_plan;
using model::CsvTable;

namespace {

CsvTable table_of(std::string text) {
  CsvTable table;
  table.source = std::make_shared<const Source>("m.csv", std::move(text));
  model::read_table(table);
  return table;
}
} // namespace

TEST_CASE("rows stand by metric, by segment and by day") {
  const CsvTable table =
      table_of("value;segment;metric;date\n3;rural;a;2026-02-01\n1;;a;2026-01-01\n2;;b;2026-01-01\n"
               "0,5;rural;a;2026-01-15\n");
  CHECK(table.faults.empty());
  REQUIRE(table.metrics.size() == 2);
  const CsvTable::Rows& rural = table.metrics.at("a").at("rural");
  REQUIRE(rural.size() == 2);
  CHECK(table.digits(rural[0]) == "0.5");
  CHECK(table.digits(rural[1]) == "3");
  CHECK(rural[0].day < rural[1].day);
}

TEST_CASE("cells are numbers, percentages or words") {
  const CsvTable table = table_of("date;value\n2026-01-01;1 234,5\n2026-01-02;47 %\n2026-01-03;many\n");
  const CsvTable::Rows& rows = table.metrics.at("").at("");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].figure == CsvTable::Figure::number);
  CHECK(table.digits(rows[0]) == "1234.5");
  CHECK(rows[1].figure == CsvTable::Figure::percent);
  CHECK(rows[2].figure == CsvTable::Figure::words);
}

TEST_CASE("a file that is no table of observations says so, once") {
  for (const char* const text : {"", "a,b\n1,2\n", "date,value,valeur\n2026-01-01,1,2\n"}) {
    CAPTURE(text);
    const CsvTable table = table_of(text);
    CHECK(table.faults.size() == 1);
    CHECK(table.metrics.empty());
  }
}
