#include "catch.hpp"
#include "report/csv.hpp"

using deploy_plan::report::CsvDialect;

TEST_CASE("cells are quoted where they must be, and none is run by a spreadsheet") {
  CHECK(CsvDialect::words("plain") == "plain");
  CHECK(CsvDialect::words("a,\"b\"").find("\"\"b\"\"") != std::string::npos);
  for (const char* const formula : {"=1+1", "+1", "-1+2", "@sum"}) {
    CAPTURE(formula);
    CHECK(CsvDialect::words(formula).find(std::string("'") + formula) != std::string::npos);
  }
}

TEST_CASE("the French dialect has semicolons, decimal commas and a byte order mark") {
  const CsvDialect french(true);
  const CsvDialect english(false);
  CHECK(french.begin() == "\xEF\xBB\xBF");
  CHECK(english.begin().empty());
  CHECK(french.row({"a", french.number("0.5")}) == "a;0,5\r\n");
  CHECK(english.row({"a", english.number("0.5")}) == "a,0.5\r\n");
  CHECK(french.number(std::nullopt).empty());
}
