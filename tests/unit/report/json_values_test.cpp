#include "catch.hpp"
#include "report/json_values.hpp"

using namespace deploy_plan::report;

TEST_CASE("no text of a value commands a terminal, nor breaks UTF-8") {
  CHECK(json_text("\x1b[31m") == R"("\u001b[31m")");
  CHECK(json_text("a\xff") == "\"a\ufffd\"");
  CHECK(json_text("\u202e").find("\u202e") == std::string::npos);
}
