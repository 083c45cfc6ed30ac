#include "catch.hpp"
#include "model/written.hpp"

using namespace deploy_plan::model;

TEST_CASE("a figure of a French spreadsheet is read, and nothing else is") {
  const auto french = [](std::string_view words) {
    return plain_figure(words, DecimalComma::taken).value_or("none");
  };
  CHECK(french("1 234,5") == "1234.5");
  CHECK(french("1\u202f234\u00a0567") == "1234567");
  CHECK(french("\u22125,5") == "-5.5");
  CHECK(french("1.5e+3") == "1.5e+3");
  for (const char* wrong : {"", "-", "1,", ",5", "12 34", "1234 567", "1 234 5", "1,2,3", "1.234,5", "1e",
                            "+1", "0x1", "1 ", " 1", "inf", "12a"})
    CHECK(french(wrong) == "none");
  CHECK_FALSE(plain_figure("1,234", DecimalComma::refused));
  CHECK(plain_figure("1 234.5", DecimalComma::refused) == "1234.5");
}

TEST_CASE("a figure beyond every double is infinite, and one too near zero is zero") {
  CHECK(read_number("1e400") == std::numeric_limits<double>::infinity());
  CHECK(read_number("-1E+400") == -std::numeric_limits<double>::infinity());
  CHECK(read_number("1" + std::string(400, '0')) == std::numeric_limits<double>::infinity());
  CHECK(read_number("1" + std::string(400, '0') + "e-399") == 10.0);
  CHECK(read_number("1e99999999999999999999") == std::numeric_limits<double>::infinity());
  CHECK(read_number("1e-99999999999999999999") == 0);
  CHECK(read_number("0." + std::string(400, '0') + "1") == 0);
  CHECK(read_number("1e-400") == 0);
  CHECK(read_number("0e400") == 0);
}

TEST_CASE("a percentage is a share of one") {
  CHECK(read_percent("47 %") == 0.47);
  CHECK(read_percent("47%") == 0.47);
  CHECK(read_percent("12,5\u202f%") == 0.125);
  CHECK(read_percent("12.5\u00a0%") == 0.125);
  CHECK(read_percent("\u22123 %") == -0.03);
  CHECK(read_percent("1 200 %") == 12.0);
  for (const char* wrong : {"47", "%", " %", "47  %", "47 % ", "1e2 %", "abc %", "47 %%"})
    CHECK_FALSE(read_percent(wrong));
}
