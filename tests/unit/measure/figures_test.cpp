// From rows to figures.
#include "catch.hpp"
#include "measure/figures.hpp"
#include <limits>

namespace {

using namespace deploy_plan;
using namespace deploy_plan::measuring;
using namespace std::chrono_literals;

constexpr Date today = 2026y / 11 / 26;

Wanted wanted(MeasuringPeriod period) {
  Wanted all;
  all.day = today;
  all.from = 2026y / 8 / 1;
  all.until = first_of(period, today);
  all.period = period;
  return all;
}
Rows monthly(std::vector<std::vector<Cell>> rows) { return {{"day", "value"}, std::move(rows)}; }
std::string why(const Rows& rows) {
  const auto read = figures_of(rows, wanted(MeasuringPeriod::month));
  return read ? std::string() : read.error().first.in(Language::english);
}
std::string why_in_french(const Rows& rows) {
  return figures_of(rows, wanted(MeasuringPeriod::month)).error().first.in(Language::french);
}
} // namespace

TEST_CASE("periods begin and end as the calendar has them") {
  CHECK(first_of(MeasuringPeriod::day, today) == today);
  CHECK(first_of(MeasuringPeriod::week, today) == Date(2026y / 11 / 23));
  CHECK(first_of(MeasuringPeriod::week, 2026y / 11 / 23) == Date(2026y / 11 / 23));
  CHECK(first_of(MeasuringPeriod::week, 2026y / 11 / 29) == Date(2026y / 11 / 23));
  CHECK(first_of(MeasuringPeriod::month, today) == Date(2026y / 11 / 1));
  CHECK(first_of(MeasuringPeriod::quarter, today) == Date(2026y / 10 / 1));
  CHECK(first_of(MeasuringPeriod::year, today) == Date(2026y / 1 / 1));
  CHECK(after(MeasuringPeriod::day, today) == Date(2026y / 11 / 27));
  CHECK(after(MeasuringPeriod::week, today) == Date(2026y / 11 / 30));
  CHECK(after(MeasuringPeriod::month, 2026y / 12 / 31) == Date(2027y / 1 / 1));
  CHECK(after(MeasuringPeriod::quarter, today) == Date(2027y / 1 / 1));
  CHECK(after(MeasuringPeriod::month, 2024y / 2 / 29) == Date(2024y / 3 / 1));
}

TEST_CASE("a row's figure counts once its period is over") {
  const auto read = figures_of(
      monthly({{"2026-10-31", std::int64_t{12}}, {"2026-11-30", std::int64_t{5}}, {"2026-09-30", 10.5}}),
      wanted(MeasuringPeriod::month));
  REQUIRE(read);
  CHECK(read->figures == std::vector<Figure>{{2026y / 9 / 30, "", 10.5}, {2026y / 10 / 31, "", 12}});
  CHECK(read->unfinished == 1);
  CHECK_FALSE(read->is_dated_early);
  const auto daily = figures_of(monthly({{"2026-11-25", std::int64_t{1}}, {"2026-11-26", std::int64_t{2}}}),
                                wanted(MeasuringPeriod::day));
  REQUIRE(daily);
  CHECK(daily->figures == std::vector<Figure>{{2026y / 11 / 25, "", 1}});
  CHECK(daily->unfinished == 1);
}

TEST_CASE("several rows of one period are no figure of it") {
  CHECK(why(monthly({{"2026-10-05", std::int64_t{3}}, {"2026-10-31", std::int64_t{7}}})) ==
        "rows 1 and 2 are of one month, the one that begins on 1 October 2026");
  const Rows by_segment{{"segment", "day", "value"},
                        {{"north", "2026-10-05", std::int64_t{3}}, {"south", "2026-10-31", std::int64_t{7}}}};
  CHECK(why(by_segment).empty());
  CHECK(figures_of(monthly({{"2026-10-05", std::int64_t{3}}, {"2026-10-31", std::int64_t{7}}}),
                   wanted(MeasuringPeriod::day))
            ->figures.size() == 2);
}

TEST_CASE("a month dated its first day is told") {
  const auto read = figures_of(monthly({{"2026-09-01", std::int64_t{1}}, {"2026-10-01", std::int64_t{2}}}),
                               wanted(MeasuringPeriod::month));
  REQUIRE(read);
  CHECK(read->is_dated_early);
}

TEST_CASE("a period without a row is told, where the file says what a period is, and not taken for 0") {
  Wanted known = wanted(MeasuringPeriod::month);
  const Rows rows = monthly({{"2026-07-31", std::int64_t{1}}, {"2026-09-30", std::int64_t{2}}});
  CHECK(figures_of(rows, known)->periods_without_row.empty());
  known.is_period_known = true;
  const auto read = figures_of(rows, known);
  REQUIRE(read->periods_without_row.size() == 2);
  CHECK(read->periods_without_row[0].first == Date(2026y / 8 / 1));
  CHECK(read->periods_without_row[1].first == Date(2026y / 10 / 1));
  CHECK(read->figures.size() == 2);
  CHECK(figures_of(monthly({}), known)->figures.empty());
}

TEST_CASE("one value is of the day before :until, else of today") {
  const Rows one{{"count"}, {{std::int64_t{42}}}};
  Wanted asked = wanted(MeasuringPeriod::month);
  CHECK(figures_of(one, asked)->figures == std::vector<Figure>{{today, "", 42}});
  asked.is_until_asked = true;
  asked.segment = "rural";
  CHECK(figures_of(one, asked)->figures == std::vector<Figure>{{2026y / 10 / 31, "rural", 42}});
  CHECK(why({{"count"}, {}}) == "it gives no row");
  CHECK(why({{"count"}, {{std::int64_t{1}}, {std::int64_t{2}}}}) ==
        "it gives 2 rows of one value, without their days");
}

TEST_CASE("one value that is counted from a day on is of no day") {
  Wanted asked = wanted(MeasuringPeriod::month);
  asked.is_from_asked = asked.is_until_asked = true;
  const auto read = figures_of({{"count"}, {{std::int64_t{7000}}}}, asked);
  REQUIRE_FALSE(read);
  CHECK(read.error().first.in(Language::english).find("counted from :from on") != std::string::npos);
}

TEST_CASE("figures lie where those of what they are of do") {
  const auto why_of = [](Range range, double value) {
    Wanted asked = wanted(MeasuringPeriod::month);
    asked.range = range;
    const auto read = figures_of(monthly({{"2026-10-31", value}}), asked);
    return read ? std::string() : read.error().first.in(Language::english);
  };
  CHECK(why_of(Range::rate, 0.6).empty());
  CHECK(why_of(Range::rate, 1).empty());
  CHECK(why_of(Range::rate, 60) == "row 1: 60 is no rate, which lies between 0 and 1");
  CHECK_FALSE(why_of(Range::rate, -0.01).empty());
  CHECK_FALSE(why_of(Range::rate, 1.0000000000000002).empty());
  CHECK_FALSE(why_of(Range::size, -5).empty());
  CHECK(why_of(Range::any, -5).empty());
  CHECK_FALSE(why_of(Range::any, 5.55e-17).empty());
}

TEST_CASE("firsts of months with this one's are told where nothing says a period") {
  const Rows rows = monthly({{"2026-10-01", std::int64_t{1}}, {"2026-11-01", std::int64_t{2}}});
  CHECK(figures_of(rows, wanted(MeasuringPeriod::day))->looks_monthly);
  Wanted said = wanted(MeasuringPeriod::day);
  said.is_period_known = true;
  CHECK_FALSE(figures_of(rows, said)->looks_monthly);
  CHECK_FALSE(figures_of(monthly({{"2024-01-01", std::int64_t{1}}, {"2026-01-01", std::int64_t{2}}}),
                         wanted(MeasuringPeriod::day))
                  ->looks_monthly);
}

TEST_CASE("segments stand before the day; numbers name some") {
  const Rows rows{{"segment", "day", "value"},
                  {{"rural", "2026-10-31", std::int64_t{3}},
                   {std::int64_t{75}, "2026-10-31", "1234.5"},
                   {"rural", "2026-09-30", std::int64_t{2}}}};
  const auto read = figures_of(rows, wanted(MeasuringPeriod::month));
  REQUIRE(read);
  CHECK(read->figures == std::vector<Figure>{{2026y / 10 / 31, "75", 1234.5},
                                             {2026y / 9 / 30, "rural", 2},
                                             {2026y / 10 / 31, "rural", 3}});
}

TEST_CASE("moments at midnight are days, whatever the zone; others are not") {
  for (const char* const midnight :
       {"2026-10-31 00:00:00", "2026-10-31T00:00:00", "2026-10-31 00:00:00.000000", "2026-10-31 00:00:00+02",
        "2026-10-31T00:00:00Z"})
    CHECK(why(monthly({{midnight, std::int64_t{1}}})).empty());
  for (const char* const other :
       {"2026-10-31 08:30:00", "2026-10-31 00:00:00.5", "31/10/2026", "2026-02-30", "", "infinity",
        "0044-03-15 BC", "1812-01-01", "2026-10-31 00:00:00-banana"})
    CHECK(why(monthly({{other, std::int64_t{1}}})) == "row 1: \"" + std::string(other) + "\" is no day");
}

TEST_CASE("what is no figure is said with its row") {
  CHECK(why({{"a", "b", "c", "d"}, {}}) == "it gives 4 columns");
  CHECK(why({{}, {}}) == "it gives 0 columns");
  CHECK(why(monthly({{"2026-10-31", std::monostate()}})) == "row 1 has no value (NULL)");
  CHECK(why(monthly({{std::monostate(), std::int64_t{1}}})) == "row 1 has no day (NULL)");
  CHECK(why(monthly({{"2026-09-30", std::int64_t{1}}, {"2026-10-31", "twelve"}})) ==
        "row 2: the value \"twelve\" is no number");
  CHECK(why(monthly({{"2026-10-31", std::numeric_limits<double>::quiet_NaN()}})) ==
        "row 1: the value is no finite number (NaN, infinity)");
  CHECK(why(monthly({{"2026-10-31", 1e300}})).starts_with("row 1: the value is beyond"));
  CHECK(why(monthly({{std::int64_t{20261031}, std::int64_t{1}}})) ==
        "row 1: a number stands where its day should");
  CHECK(why(monthly({{"2026-10-31", std::int64_t{1}}, {"2026-10-31", std::int64_t{1}}})) ==
        "31 October 2026 comes twice, in rows 1 and 2");
  CHECK(why({{"s", "d", "v"}, {{std::monostate(), "2026-10-31", std::int64_t{1}}}}) ==
        "row 1 has no segment (NULL)");
  CHECK(why_in_french(monthly({{"2026-10-31", "douze"}})) ==
        "ligne 1\u00a0: la valeur «\u00a0douze\u00a0» n'est pas un nombre");
}
