#include "catch.hpp"
#include "source/csv.hpp"

using namespace deploy_plan;

TEST_CASE("the cells of a CSV are those of its lines, whatever stands around them") {
  const auto cells = [](std::string text) {
    const Source source("list.csv", std::move(text));
    source::CsvReader reader(source);
    std::vector<source::Cell> record;
    std::string all;
    while (reader.next(record)) {
      for (const source::Cell& cell : record)
        all += "<" + reader.text(cell) + ">";
      all += "|";
    }
    return all;
  };
  CHECK(cells("a,b\n1,\n") == "<a><b>|<1><>|");
  CHECK(cells("a,b\n1,") == "<a><b>|<1><>|"); // an empty cell, and no end of line
  CHECK(cells("\n\na;b\n1;2\n") == "<a><b>|<1><2>|");
  CHECK(cells("a\n \"b\n") == "<a>|<\"b>|");
  CHECK(cells("a,\"b\"\"c\"") == "<a><b\"c>|");
  CHECK(cells("") == "");
  CHECK(cells("\n\r\n") == "");
}
