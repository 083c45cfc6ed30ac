// Days as they are elsewhere.
#include "catch.hpp"
#include "system/time_zone.hpp"

using deploy_plan::system::day_in;
using namespace std::chrono_literals;
using std::chrono::sys_days;

TEST_CASE("a moment is of another day elsewhere") {
  const auto moment = sys_days(2026y / 12 / 1) + 2h;
  CHECK(day_in("America/Martinique", moment) == sys_days(2026y / 11 / 30));
  CHECK(day_in("Pacific/Tahiti", moment) == sys_days(2026y / 11 / 30));
  CHECK(day_in("Europe/Paris", moment) == sys_days(2026y / 12 / 1));
  CHECK(day_in("Europe/Paris", sys_days(2026y / 3 / 28) + 23h) == sys_days(2026y / 3 / 29));
  CHECK(day_in("Pacific/Noumea", sys_days(2026y / 11 / 30) + 14h) == sys_days(2026y / 12 / 1));
}

TEST_CASE("what is no time zone of the machine's has no day") {
  for (const char* const zone : {"", "Paris2", "/etc/passwd", "../zoneinfo/UTC", "Europe"})
    CHECK_FALSE(day_in(zone, sys_days(2026y / 1 / 1)));
}
