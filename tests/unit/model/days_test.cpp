#include "catch.hpp"
#include "model/days.hpp"

using namespace deploy_plan;

namespace {

model::DayColumn column(const std::vector<std::string>& cells) {
  model::DayColumn all;
  std::uint32_t at = 0;
  for (const std::string& cell : cells) {
    all.take(cell, {at, at + 1});
    ++at;
  }
  return all;
}
Date on(int year, unsigned month, unsigned day) {
  return std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day);
}
} // namespace

TEST_CASE("03/04/2026 is the day that the other days of its column make it") {
  CHECK(column({"03/04/2026"}).read("03/04/2026") == on(2026, 4, 3));
  CHECK(column({"03/04/2026", "27/02/2026"}).read("03/04/2026") == on(2026, 4, 3));
  CHECK(column({"03/04/2026", "02/27/2026"}).read("03/04/2026") == on(2026, 3, 4));
  CHECK(column({"2026-04-03"}).read("2026-04-03") == on(2026, 4, 3));
}

TEST_CASE("a column that contradicts itself is a fault, at the cell that does") {
  const auto both = column({"27/02/2026", "03/04/2026", "02/27/2026"}).fault();
  REQUIRE(both);
  CHECK(both->place == Place{2, 3});
  CHECK(both->related.at(0).place == Place{0, 1});
  CHECK(column({"2026-02-27", "27/02/2026"}).fault());
  CHECK(column({"soon", "later"}).fault());
  CHECK_FALSE(column({"soon", "2026-02-27"}).fault()); // one cell is wrong, not the column
  CHECK_FALSE(column({"03/04/2026", "04/05/2026"}).fault());
}

TEST_CASE("no day is made up of what is none") {
  for (const char* const words : {"31/02/2026", "2026-02-30", "1/2/26", "1/2-2026", "1//2026", "", "2026"})
    CHECK_FALSE(column({words}).read(words));
}

TEST_CASE("a day that stands alone has its year or its day first") {
  const Date last = std::chrono::year{2026} / 12 / 31;
  for (const char* const written : {"2026-12-31", "31/12/2026", "31.12.2026", "31-12-2026"})
    CHECK(model::read_day(written) == last);
  CHECK(model::read_day("1/1/2027") == last + std::chrono::days{1});
  CHECK(model::read_day("03/04/2026") == Date(std::chrono::year{2026} / 4 / 3));
  for (const char* const wrong : {"", "12/31/2026", "31/13/2026", "31/12/26", "31/12", "1//2026", "tomorrow",
                                  "2026", "31/12-2026", " 31/12/2026", "29/02/2026"})
    CHECK_FALSE(model::read_day(wrong));
}
