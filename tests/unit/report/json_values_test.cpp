#include "catch.hpp"
#include "report/json_values.hpp"
#include <limits>

using namespace deploy_plan::report;

TEST_CASE("numbers are written without a fraction where they have none, and null where nothing bounds them") {
  CHECK(number_json(3.0).dump() == "3");
  CHECK(number_json(-0.25).dump() == "-0.25");
  CHECK(number_json(1e300).dump() == "1e+300");
  CHECK(number_json(std::numeric_limits<double>::infinity()).is_null());
  CHECK(number_json(std::nullopt).is_null());
}

TEST_CASE("no text of a value commands a terminal, nor breaks UTF-8") {
  CHECK(json_text("\x1b[31m") == R"("\u001b[31m")");
  CHECK(json_text("a\xff") == "\"a\ufffd\"");
  CHECK(json_text("\u202e").find("\u202e") == std::string::npos);
}
