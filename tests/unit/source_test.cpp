#include "catch.hpp"
#include "source/tree.hpp"
#include <random>

using namespace deploy_plan;
using namespace deploy_plan::source;

namespace {
Position error_of(const std::string& text) {
  const Source file("f.json", text);
  const auto parsed = parse(file, Comments::refused);
  REQUIRE(parsed.error);
  return file.position(parsed.error->place.begin);
}
} // namespace

TEST_CASE("every key and value knows its place") {
  const Source file("f.json", "{ \"é\" : 12 ,\n \"b\":[true, \"x\\ny\"]}");
  const auto parsed = parse(file, Comments::refused);
  REQUIRE_FALSE(parsed.error);
  const Tree& tree = parsed.tree;
  CHECK(tree.raw(tree[1].value) == "12");
  CHECK(tree.key(1) == "é");
  CHECK(file.position(tree[1].value.begin) == Position{1, 9});
  CHECK(tree.raw(tree[2].value) == "[true, \"x\\ny\"]");
  CHECK(tree.text(4) == "x\ny");
  CHECK(tree.pointer(4) == "/b/1");
}

TEST_CASE("a byte order mark is no column") {
  const Source file("f.json", "\xEF\xBB\xBF[1]");
  const auto parsed = parse(file, Comments::refused);
  REQUIRE_FALSE(parsed.error);
  CHECK(file.position(parsed.tree[1].value.begin) == Position{1, 2});
}

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
}

TEST_CASE("no mutation of a file crashes the reader, and places stay inside it") {
  const std::string sound = R"({"a": [1, -2.5e3, "x\u00e9", null, true], "b": {"c": "d"}} // x)";
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string text = sound;
    for (int j = 0; j < 3; ++j)
      text[random() % text.size()] = static_cast<char>(random() % 256);
    text.resize(random() % (text.size() + 1));
    const Source file("f.json", text);
    const auto parsed = parse(file, i % 2 == 0 ? Comments::allowed : Comments::refused);
    if (parsed.error) {
      REQUIRE(parsed.error->place.end <= text.size());
      REQUIRE(parsed.error->place.begin <= parsed.error->place.end);
    }
  }
}
