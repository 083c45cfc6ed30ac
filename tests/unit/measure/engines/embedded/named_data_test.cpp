#include "catch.hpp"
#include "folder.hpp"
#include "measure/engines/embedded/named_data.hpp"
#include <algorithm>
#include <set>
#include <sys/stat.h>

using namespace deploy_plan;
using namespace deploy_plan::measuring;

namespace {
constexpr Dialect dialect{.dollar_quotes = true, .nested_comments = true, .placeholder = nullptr};
std::set<std::string> files(const test::Folder& folder, std::string_view sql) {
  const NamedData data = named_data(sql, dialect, folder.path);
  return {data.files.begin(), data.files.end()};
}
std::vector<std::string> tables(const test::Folder& folder, std::string_view sql) {
  std::vector<std::string> told;
  for (const DataTable& table : named_data(sql, dialect, folder.path).tables)
    told.push_back(table.name + ' ' + table.file + ' ' + std::string(table.reader));
  return told;
}
using Files = std::set<std::string>;
using Tables = std::vector<std::string>;
} // namespace

TEST_CASE("A statement may read the files that it names, and no other") {
  const test::Folder folder, elsewhere;
  std::filesystem::create_directories(folder.path / "sub/deep");
  std::filesystem::create_directories(folder.path / "~");
  std::filesystem::create_directories(folder.path / "file:");
  std::filesystem::create_directories(folder.path / ".git");
  folder.write(".git/config", "token\n");
  folder.write(".env", "token\n");
  for (const char* const name :
       {"a.csv", "b c.csv", "it's.csv", "~x.csv", "~/x", "file:/x", "sub/1.csv", "sub/deep/2.csv"})
    folder.write(name, "x\n");
  elsewhere.write("x.csv", "x\n");
  std::filesystem::create_symlink(elsewhere.path / "x.csv", folder.path / "link.csv");
  std::filesystem::create_symlink(elsewhere.path / "x.csv", folder.path / "sub/link.csv");
  std::filesystem::create_symlink(elsewhere.path / "x.csv", folder.path / "s*.csv");
  std::filesystem::create_directory_symlink(elsewhere.path, folder.path / "away");
  REQUIRE(mkfifo((folder.path / "pipe.csv").c_str(), 0600) == 0);

  CHECK(files(folder, "SELECT 'a.csv', 'absent.csv' FROM \"b c.csv\"") == Files{"a.csv", "b c.csv"});
  CHECK(files(folder, "FROM a.csv") == Files{"a.csv"});
  CHECK(files(folder, "FROM 'it''s.csv' -- a.csv") == Files{"it's.csv"});
  CHECK(files(folder, "FROM './sub/1.csv'") == Files{"./sub/1.csv"});
  CHECK(files(folder, "FROM 'sub/*.csv'") == Files{"sub/*.csv", "sub/1.csv", "sub/deep/2.csv"});
  CHECK(files(folder, "FROM 'away/*.csv', 'away/x.csv', 'link.csv', 'pipe.csv', 's*.csv', 'sub'") == Files{});
  CHECK(
      files(folder,
            "FROM '~x.csv', '~/x', 'file:/x', 'file:///x', '../a.csv', 'sub/../a.csv', '/etc/passwd', ''") ==
      Files{});
  CHECK(files(folder, "FROM '" + (folder.path / "a.csv").string() + "'") == Files{});
  CHECK(files(folder, "FROM '.env', './.env', '.git/config', '.git/*', '.*'") == Files{});
  CHECK(files(folder, "FROM 'not closed") == Files{});
}

TEST_CASE("A file stands for the table that a statement names") {
  const test::Folder folder, elsewhere;
  for (const char* const name : {"events.csv", "People.json", "kept.parquet", "of 2026.csv.gz", "two.csv",
                                 "two.tsv", "notes.txt", ".csv", "x.csv", "a*b.csv"})
    folder.write(name, "x\n");
  elsewhere.write("x.csv", "x\n");
  std::filesystem::create_symlink(elsewhere.path / "x.csv", folder.path / "link.csv");

  CHECK(tables(folder, "SELECT * FROM events") == Tables{"events events.csv read_csv"});
  CHECK(tables(folder, "SELECT * FROM Events, people") ==
        Tables{"events events.csv read_csv", "People People.json read_json"});
  CHECK(tables(folder, "SELECT * FROM kept JOIN \"of 2026\" USING (y)") ==
        Tables{"kept kept.parquet read_parquet", "of 2026 of 2026.csv.gz read_csv"});
  CHECK(tables(folder, "SELECT 'events', $$people$$ /* kept */ FROM notes, link, \"\", \"a*b\"").empty());
  CHECK(files(folder, "SELECT * FROM events") == Files{"events.csv"});

  const NamedData unclear = named_data("SELECT * FROM two", dialect, folder.path);
  CHECK(unclear.tables.empty());
  CHECK(unclear.unclear == std::vector<std::string>{"two.csv, two.tsv"});
}

TEST_CASE("A statement reads no file that holds secrets, by whatever name") {
  const test::Folder folder;
  for (const char* const name : {"a.csv", "password", "sources.json", "key.csv"})
    folder.write(name, "x\n");
  std::filesystem::create_hard_link(folder.path / "password", folder.path / "again.csv");
  const std::vector<std::string> secret{(folder.path / "password").string(),
                                        (folder.path / "key.csv").string()};
  const auto read = [&](std::string_view sql) {
    const NamedData data = named_data(sql, dialect, folder.path, secret);
    return Files(data.files.begin(), data.files.end());
  };
  CHECK(read("FROM 'password', './sources.json', 'again.csv', 'key.csv', 'a.csv'") == Files{"a.csv"});
  CHECK(read("FROM '*'") == Files{"*", "a.csv"});
  CHECK(read("FROM sources, key, again, a") == Files{"a.csv"});
}
