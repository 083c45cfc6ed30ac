// What queries ask.
#include "catch.hpp"
#include "examples.hpp"
#include "folder.hpp"
#include "model/query_texts.hpp"

namespace {

using namespace deploy_plan;

std::string fragment(const std::string& sql) {
  return R"({"objectives": [{"id": "active-schools", "measurement": {"query": {"source": "product", "sql": ")" +
         sql + R"("}}}]})";
}
struct Read {
  CheckedFile file;
  std::string text;
};
Read read(const test::Folder& folder, const std::string& sql) {
  std::string text;
  CheckedFile file =
      check(std::make_shared<const Source>((folder.path / "strategy.json").string(),
                                           example_strategy(fragment(sql), Language::english, test::day)),
            test::on_that_day(), [&](Strategy&& strategy) {
              for (const Objective& objective : strategy.objectives)
                if (objective.id == "active-schools")
                  text = objective.measurement->query->text;
            });
  return {std::move(file), std::move(text)};
}
} // namespace

TEST_CASE("a query is what it says, or what the .sql file says that it names") {
  test::Folder folder;
  folder.write("active.sql", "\xEF\xBB\xBFSELECT 1\n");
  CHECK(read(folder, "SELECT count(*) FROM accounts").text == "SELECT count(*) FROM accounts");
  CHECK(read(folder, "active.sql").text == "SELECT 1\n");
  CHECK(read(folder, "SELECT 1 -- not.sql").text == "SELECT 1 -- not.sql");
  CHECK(model::names_sql_file("queries/active.sql"));
  CHECK_FALSE(model::names_sql_file("select 1 from a.sql"));
}

TEST_CASE(
    "a .sql file is read as series are: inside the folder, if it is a file, if it is text, if it is short") {
  test::Folder folder;
  folder.write("large.sql", std::string((1U << 20U) + 1, ' '));
  folder.write("bytes.sql", "\xFF\xFE\xFF");
  std::filesystem::create_symlink("/etc/passwd", folder.path / "link.sql");
  std::filesystem::create_directory(folder.path / "folder.sql");
  for (const char* const wrong : {"absent.sql", "/etc/absent.sql", "../outside.sql", "large.sql", "bytes.sql",
                                  "link.sql", "folder.sql"}) {
    INFO(wrong);
    const Read refused = read(folder, wrong);
    CHECK(test::raises(refused.file, "query-unreadable"));
    CHECK(refused.text.empty());
  }
}
