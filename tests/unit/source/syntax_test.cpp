#include "catch.hpp"
#include "source/tree.hpp"

using namespace deploy_plan;
using namespace deploy_plan::source;

namespace {
Position error_of(const std::string& text) {
  const auto file = std::make_shared<const Source>("f.json", text);
  const auto parsed = parse(file, Comments::refused);
  REQUIRE(parsed.error);
  return file->position(parsed.error->place.begin);
}
} // namespace

TEST_CASE("syntax errors are placed where a reader would look") {
  CHECK(error_of("[1,,2]") == Position{1, 4});
  CHECK(error_of("{\"a\": 1,}") == Position{1, 8});
  CHECK(error_of("[01]") == Position{1, 2});
  CHECK(error_of("[NaN]") == Position{1, 2});
  CHECK(error_of("{\"a\" 1}") == Position{1, 6});
  CHECK(error_of("[1] x") == Position{1, 5});
  CHECK(error_of("") == Position{1, 1});
  CHECK(error_of("[1") == Position{1, 3});
  CHECK(error_of("{'a': 1}") == Position{1, 2});
  CHECK(error_of(R"(["\u00e9\x"])") == Position{1, 9});
  CHECK(error_of(R"(["\ud800"])") == Position{1, 3});
  CHECK(error_of("[1e999]") == Position{1, 2});
  CHECK(error_of("{\"a\": \"\xE9\"}") == Position{1, 8});
  CHECK(error_of(R"({"a": "\ud800"})") == Position{1, 8});
}
