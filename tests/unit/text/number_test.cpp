#include "catch.hpp"
#include "text/number.hpp"

using namespace deploy_plan;

TEST_CASE("numbers are read with a point or a comma, and nothing else is a number") {
  using text::read_number;
  CHECK(read_number("0.05") == 0.05);
  CHECK(read_number("0,05") == 0.05);
  CHECK(read_number("-1234,5") == -1234.5);
  CHECK(read_number("0,125") == 0.125);
  CHECK(read_number("1e-6") == 1e-6);
  CHECK(read_number("1,5e3") == 1500);
  for (const char* const wrong : {"", "-", ",", "nan", "inf", "-inf", "1e999", "0x10", "+1", "1 000", "1.5.2",
                                  "1,5,2", "1.5,2", "5%", " 5"})
    CHECK_FALSE(read_number(wrong));
  // Thousands in English, decimals in French.
  CHECK_FALSE(read_number("1,500"));
  CHECK(text::is_ambiguous("-12,500"));
  CHECK_FALSE(text::is_ambiguous("1234,500"));
  CHECK_FALSE(text::is_ambiguous("0,500"));
  CHECK(text::read_whole("9007199254740991") == 9007199254740991.0);
  for (const char* const wrong :
       {"9007199254740992", "9007199254740993", "1.0", "1e3", "1,0", "", "-", "--1"})
    CHECK_FALSE(text::read_whole(wrong));
}

TEST_CASE("a percentage is a share of one, to the last digit") {
  using text::read_number_or_percent;
  CHECK(read_number_or_percent("0,25") == 0.25);
  for (const char* const quarter : {"25%", "25 %", "25\u00a0%", "25\u202f%", "25,0 %", "25.0%"})
    CHECK(read_number_or_percent(quarter) == 0.25);
  CHECK(read_number_or_percent("12.3%") == 0.123);
  CHECK(read_number_or_percent("7 %") == 0.07);
  CHECK(read_number_or_percent("-3%") == -0.03);
  for (const char* const wrong : {"%", " %", "5  %", "5%%", "1,500 %", "1e-2%", "nan%"})
    CHECK_FALSE(read_number_or_percent(wrong));
  CHECK(text::before_percent("47 %") == "47");
  CHECK_FALSE(text::before_percent("47"));
}
