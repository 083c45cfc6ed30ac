#include "catch.hpp"
#include "model/days.hpp"

using namespace deploy_plan;

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
