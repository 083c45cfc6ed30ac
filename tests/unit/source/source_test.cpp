#include "catch.hpp"
#include "deploy_plan/source.hpp"

using namespace deploy_plan;

TEST_CASE("columns count code points, wherever the line is long") {
  std::string text = "[\"";
  for (int i = 0; i < 5000; ++i)
    text += "é";
  const Source file("f.json", text + "\", x]");
  CHECK(file.position(text.size()) == Position{1, 5003});
  CHECK(file.position(0) == Position{1, 1});
  CHECK(file.position(1000000) == Position{1, 5008});
}

TEST_CASE("several sources share one space of places") {
  const auto first = std::make_shared<const Source>("a", "one\ntwo");
  const auto second = std::make_shared<const Source>("b", "three\nfour");
  SourceMap sources(first);
  const auto base = sources.add(second);
  REQUIRE(base);
  CHECK(sources.add(second) == base);
  CHECK(sources.bytes({*base + 6, *base + 10}) == "four");
  CHECK(sources.locate({*base + 6, *base + 10}).begin() == Position{2, 1});
  CHECK(sources.locate({4, 7}).source == first.get());
  SourceMap other(first);
  other.add(std::make_shared<const Source>("c", "between"));
  const Place moved = sources.move_to(other, {*base, *base + 5});
  CHECK(other.bytes(moved) == "three");
}
