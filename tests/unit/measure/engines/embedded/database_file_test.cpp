#include "catch.hpp"
#include "folder.hpp"
#include "measure/engines/embedded/database_file.hpp"

using namespace deploy_plan;
using namespace deploy_plan::measuring;

TEST_CASE("A source's file is beside the strategy, or where its owner says in full") {
  const test::Folder folder, elsewhere;
  folder.write("events.db", "x");
  elsewhere.write("other.db", "x");
  std::filesystem::create_directory(folder.path / "sub");
  folder.write("sub/events.db", "x");
  std::filesystem::create_symlink(folder.path / "sub/events.db", folder.path / "inner.db");
  std::filesystem::create_symlink(elsewhere.path / "other.db", folder.path / "link.db");
  std::filesystem::create_directory_symlink(elsewhere.path, folder.path / "linked");
  const auto found = [&](const std::string& target) {
    return database_file({.name = {}, .target = target, .shown = {}, .secrets = {}, .folder = folder.path});
  };
  for (const char* const target : {"events.db", "./events.db", "sub/events.db", "inner.db"})
    CHECK(found(target) == (folder.path / target).string());
  for (const char* const target : {"link.db", "linked/other.db"})
    CHECK(found(target).error().trouble == Trouble::outside);
  const std::string above = "../" + elsewhere.path.filename().string() + "/other.db";
  CHECK(found(above) == (folder.path / above).string());
  CHECK(found(elsewhere.path / "other.db") == (elsewhere.path / "other.db").string());
  CHECK(found(folder.path / "link.db") == (folder.path / "link.db").string());
  CHECK(found("absent.db").error().trouble == Trouble::no_file);
  CHECK(found("").error().trouble == Trouble::no_file);
  CHECK(found("sub").error().trouble == Trouble::no_database);
  CHECK(found("/dev/zero").error().trouble == Trouble::no_database);
}
