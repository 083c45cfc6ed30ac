#include "catch.hpp"
#include "source/tree.hpp"

using namespace deploy_plan;
using namespace deploy_plan::source;

TEST_CASE("every key and value knows its place") {
  const auto file = std::make_shared<const Source>("f.json", "{ \"é\" : 12 ,\n \"b\":[true, \"x\\ny\"]}");
  const auto parsed = parse(file, Comments::refused);
  REQUIRE_FALSE(parsed.error);
  const Tree& tree = parsed.tree;
  CHECK(tree.raw(tree[1].value) == "12");
  CHECK(tree.key(1) == "é");
  CHECK(file->position(tree[1].value.begin) == Position{1, 9});
  CHECK(tree.raw(tree[2].value) == "[true, \"x\\ny\"]");
  CHECK(tree.text(4) == "x\ny");
  CHECK(tree.pointer(4) == "/b/1");
}

TEST_CASE("a byte order mark is no column") {
  const auto file = std::make_shared<const Source>("f.json", "\xEF\xBB\xBF[1]");
  const auto parsed = parse(file, Comments::refused);
  REQUIRE_FALSE(parsed.error);
  CHECK(file->position(parsed.tree[1].value.begin) == Position{1, 2});
}
