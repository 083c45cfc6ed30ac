#include "catch.hpp"
#include "source/tree.hpp"
#include <filesystem>
#include <fstream>
#include <unistd.h>

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

TEST_CASE("a file that was read is known by all of its names") {
  const auto folder = std::filesystem::temp_directory_path() / ("files-read-" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  for (const char* const name : {"read", "other"})
    std::ofstream(folder / name) << "x";
  std::filesystem::create_symlink("read", folder / "link");
  std::filesystem::create_hard_link(folder / "read", folder / "twin");
  FilesRead noted;
  CHECK_FALSE(noted.holds((folder / "read").string()));
  CHECK_FALSE(read_source((folder / "read").string(), {most_source_bytes, &noted}).failure);
  for (const char* const name : {"read", "link", "twin", "./read"})
    CHECK(noted.holds((folder / name).string()));
  CHECK_FALSE(noted.holds((folder / "other").string()));
  CHECK_FALSE(noted.holds((folder / "absent").string()));
  CHECK(read_source("/dev/null", {most_source_bytes, &noted}).source->bytes().empty());
  CHECK_FALSE(noted.holds("/dev/null")); // a device loses nothing
  std::filesystem::remove_all(folder);
}
