#include "catch.hpp"
#include "deploy_plan/files.hpp"
#include "deploy_plan/source.hpp"
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace deploy_plan;

TEST_CASE("a file that was read is known by all of its names") {
  const auto folder = std::filesystem::temp_directory_path() / ("files-read-" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  for (const char* const name : {"read", "other"})
    std::ofstream(folder / name) << "x";
  std::filesystem::create_symlink("read", folder / "link");
  std::filesystem::create_hard_link(folder / "read", folder / "twin");
  FilesRead noted;
  CHECK_FALSE(noted.holds((folder / "read").string()));
  CHECK(read_source((folder / "read").string(), {most_source_bytes, &noted}));
  for (const char* const name : {"read", "link", "twin", "./read"})
    CHECK(noted.holds((folder / name).string()));
  CHECK_FALSE(noted.holds((folder / "other").string()));
  CHECK_FALSE(noted.holds((folder / "absent").string()));
  CHECK((*read_source("/dev/null", {most_source_bytes, &noted}))->bytes().empty());
  CHECK_FALSE(noted.holds("/dev/null")); // a device loses nothing
  std::filesystem::remove_all(folder);
}

TEST_CASE("a limit is told in the words of who set it") {
  ReadLimits limits;
  limits.most_bytes = 10;
  limits.refusals.too_large = {"more than I asked for", "plus que demandé"};
  const std::string strategy = "examples/diagnostic-communes.json";
  const auto large = read_source(strategy, limits);
  REQUIRE_FALSE(large);
  CHECK(large.error().fr == "plus que demandé");
  const auto outside = read_neighbour("examples/faulty/s.json", "../diagnostic-communes.json", {});
  REQUIRE_FALSE(outside);
  CHECK(outside.error().en == Refusals{}.outside.en);
}
