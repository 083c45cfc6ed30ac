#include "catch.hpp"
#include "report/exports/pilote.hpp"
#include <array>

using namespace deploy_plan;

namespace {
std::string written(double value, bool is_rate = false) {
  const std::array figures{IndicatorFigure{"a", "IND-001", "D46", std::chrono::year{2026} / 1 / 31,
                                           IndicatorValue::current, value, is_rate}};
  const std::string row = report::pilote_rows(figures);
  const std::string begin = "IND-001;D46;2026-01-31;va;";
  REQUIRE(row.starts_with(begin));
  REQUIRE(row.ends_with("\r\n"));
  return row.substr(begin.size(), row.size() - begin.size() - 2);
}
} // namespace

TEST_CASE("PILOTE's numbers have a decimal point, every digit and no power of ten") {
  CHECK(written(110) == "110");
  CHECK(written(12.25) == "12.25");
  CHECK(written(-0.0) == "0");
  CHECK(written(1e21) == "1000000000000000000000");
  CHECK(written(1e-7) == "0.0000001");
  CHECK(written(0.1) == "0.1");
}

TEST_CASE("PILOTE's rates are percentages, moved digit by digit") {
  CHECK(written(0.07, true) == "7");
  CHECK(written(0.4, true) == "40");
  CHECK(written(1, true) == "100");
  CHECK(written(0, true) == "0");
  CHECK(written(0.0005, true) == "0.05");
  CHECK(written(0.333333333333, true) == "33.3333333333");
  CHECK(written(-0.25, true) == "-25");
  CHECK(written(12.5, true) == "1250");
}

TEST_CASE("a name that holds a separator stands in quotes") {
  const std::array figures{
      IndicatorFigure{"a", "a;b", "D46", std::chrono::year{2026} / 1 / 31, IndicatorValue::target, 1, false}};
  CHECK(report::pilote_rows(figures) == "\"a;b\";D46;2026-01-31;vc;1\r\n");
}
