// The one place that writes to a database: what it makes, and what it leaves alone.
#include "catch.hpp"
#include "folder.hpp"
#include "measure/example_database.hpp"

using namespace deploy_plan;
using measuring::make_database;
using test::Folder;

namespace {

std::string begins(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(15, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}
} // namespace

TEST_CASE("a script of SQL becomes a SQLite file") {
  const Folder folder;
  const auto path = folder.path / "made.db";
  CHECK_FALSE(make_database(path.string(), "create table t (n); insert into t values (1);"));
  CHECK(begins(path) == "SQLite format 3");
}

TEST_CASE("what stands there already is not opened") {
  const Folder folder;
  folder.write("kept.db", "mine");
  const auto failure = make_database((folder.path / "kept.db").string(), "create table t (n);");
  REQUIRE(failure);
  CHECK(failure->in(Language::english).find("it exists already") != std::string::npos);
  CHECK(begins(folder.path / "kept.db").substr(0, 4) == "mine");
  std::filesystem::create_symlink("nowhere.db", folder.path / "link.db");
  CHECK(make_database((folder.path / "link.db").string(), "create table t (n);"));
  CHECK_FALSE(std::filesystem::exists(folder.path / "nowhere.db"));
}

TEST_CASE("what SQLite refuses is told in its words, and leaves no file") {
  const Folder folder;
  const auto path = folder.path / "wrong.db";
  const auto failure = make_database(path.string(), "create tabel t (n);");
  REQUIRE(failure);
  CHECK(failure->in(Language::french).find("near \"tabel\": syntax error") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(path));
  CHECK(make_database((folder.path / "absent" / "x.db").string(), ""));
}
