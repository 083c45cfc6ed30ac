#include "catch.hpp"
#include "deploy_plan/text.hpp"
#include <cmath>
#include <limits>

using namespace deploy_plan;

TEST_CASE("figures are said as each language writes them") {
  CHECK(say(1234567.5, Language::english) == "1,234,567.5");
  CHECK(say(1234567.5, Language::french) == "1\u202f234\u202f567,5");
  CHECK(say(std::int64_t{-1500}, Language::french) == "\u22121\u202f500");
  CHECK(say(Money{1234.5, ""}, Language::french) == "1\u202f234,5\u00a0€");
  CHECK(say(Money{1234.5, ""}, Language::english) == "€1,234.5");
  const Date day = std::chrono::year{2026} / 3 / 1;
  CHECK(say(day, Language::french) == "1ᵉʳ mars 2026");
  CHECK(say(day, Language::english) == "1 March 2026");
}

TEST_CASE("a month has a first day and a last, and is said by its name") {
  const Month march = month_of(std::chrono::year{2026} / 3 / 17);
  CHECK(march.first == Date(std::chrono::year{2026} / 3 / 1));
  CHECK(last_day(march) == Date(std::chrono::year{2026} / 3 / 31));
  CHECK(last_day(month_of(std::chrono::year{2028} / 2 / 1)) == Date(std::chrono::year{2028} / 2 / 29));
  CHECK(next(month_of(std::chrono::year{2026} / 12 / 31)) == month_of(std::chrono::year{2027} / 1 / 1));
  CHECK(say(march, Language::english) == "March 2026");
  CHECK(say(march, Language::french) == "mars 2026");
  CHECK(iso(march) == "2026-03");
}

TEST_CASE("a share near all or nothing never claims to be it") {
  CHECK(say(Share{0.125}, Language::french) == "12,5\u202f%");
  CHECK(say(Share{0.9996}, Language::english) == "99.96%");
  CHECK(say(Share{1}, Language::english) == "100%");
  CHECK(say(Share{0.999999}, Language::english) == "99.9999%");
  CHECK(say(Share{0.0001}, Language::english) == "0.01%");
}

TEST_CASE("figures that are very small, very large or none are words that people read") {
  CHECK(say(1.05e-05, Language::english) == "0.0000105");
  CHECK(say(1.05e-05, Language::french) == "0,0000105");
  CHECK(say(-600.0, Language::english) == "\u2212600");
  CHECK(say(Money{-600, ""}, Language::english) == "\u2212€600");
  CHECK(say(Money{-600, ""}, Language::french) == "\u2212600\u00a0€");
  CHECK(say(Money{-600, "XPF"}, Language::english) == "\u2212XPF\u00a0600");
  CHECK(say(1.5e300, Language::french) == "1,5\u00a0×\u00a010³⁰⁰");
  CHECK(say(5e-324, Language::english) == "5\u00a0×\u00a010⁻³²⁴");
  CHECK(say(Share{-0.00000000000001}, Language::english) == "0%");
  for (const double none : {std::numeric_limits<double>::infinity(), std::nan("")})
    for (const std::string& said : {say(none, Language::french), say(Share{none}, Language::french),
                                    say(Money{none, ""}, Language::french)})
      CHECK(said == "inconnu");
}
