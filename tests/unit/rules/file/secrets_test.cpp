// Passwords in strategies: refused, and shown by nothing.
#include "deploy_plan/render.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

/// A strategy with a query, as JSON has its words.
std::string with_query(const std::string& source, const std::string& sql, const std::string& more = "") {
  return R"({"objectives": [{"id": "active-schools", "measurement": {"query": {"source": ")" + source +
         R"(", "sql": ")" + sql + "\"" + more + R"(}}, "observations": {"file": "absent.csv"}}]})";
}

bool refuses(const std::string& rule, const std::string& source, const std::string& sql) {
  return raises(checked_with(with_query(source, sql)), rule);
}

/// All that check says of a text, in every format and both languages.
std::string all_that_is_said(const std::string& text) {
  const CheckedFile file = checked(text);
  std::string all;
  for (const FindingsFormat& format : findings_formats())
    for (const Language language : {Language::english, Language::french})
      for (const std::size_t width : {std::size_t{0}, std::size_t{80}}) {
        RenderOptions how;
        how.language = language;
        how.width = width;
        all += render(format, {&file, 1}, how);
      }
  return all;
}

} // namespace

TEST_CASE("a query names its source, and does not say where it is") {
  for (const char* name : {"product", "Téléservice_2", "data-gouv", "2026"})
    CHECK_FALSE(refuses("source-not-a-name", name, "select 1"));
  for (const char* address :
       {"postgresql://db.example/product", "sqlite:x.db", "a b", "x.db", "../x", "host=db"})
    CHECK(refuses("source-not-a-name", address, "select 1"));
}

TEST_CASE("passwords are refused in sources and statements, and columns may be called so") {
  for (const char* source :
       {"postgresql://u:hunter2@db/x", "odbc:DSN=x;PWD=hunter2", "host=db password=hunter2"})
    CHECK(refuses("password-in-strategy", source, "select 1"));
  for (const char* sql : {"select * from dblink('host=db password=hunter2', 'select 1')",
                          "select 1, 'a''b', 'postgresql://u:hunter2@db/x'",
                          "select * from dblink('host=db password=''hunter2''', 'select 1')",
                          "select * from postgres_scan(\\\"password=hunter2\\\", 't')"})
    CHECK(refuses("password-in-strategy", "product", sql));
  for (const char* sql : {"select count(*) from users where password = hash and token=u.token",
                          "select 'password='", "select count(*) from t where url like '%password=%'",
                          "select 'it''s', \\\"password\\\" from t", "select 1 where x = 'u' -- don't"})
    CHECK_FALSE(refuses("password-in-strategy", "product", sql));
}

TEST_CASE("queries of tiers and actions are looked at, too") {
  for (
      const char* fragment :
      {R"({"market": {"penetrated": {"measurement": {"query": {"source": "sqlite:x", "sql": "select 1"}}}}})",
       R"({"actions": [{"id": "webinars", "measure": {"query": {"source": "sqlite:x", "sql": "select 1"}}}]})"})
    CHECK(raises(checked_with(fragment), "source-not-a-name"));
}

TEST_CASE("no finding shows a password, whatever it is about and wherever it stands") {
  const std::string strategy = example_strategy(
      with_query("postgresql://u:hunter2@db/x", "select dblink('password=hunter2 host=x')",
                 R"(, "password": "hunter2", "period": "password=hunter2", "late_days": "pwd=hunter2")"),
      Language::english, day);
  std::string on_one_line = strategy;
  std::erase(on_one_line, '\n');
  std::string broken = on_one_line;
  broken.pop_back();
  std::string far = on_one_line;
  far.insert(1, R"("note": "://u:)" + std::string(1990, 'x') + R"(hunter2@db/x",)");
  for (const std::string& text : {strategy, on_one_line, broken, far}) {
    const std::string said = all_that_is_said(text);
    CHECK(said.size() > 1000);
    const std::size_t at = said.find("hunter2");
    CAPTURE(said.substr(at == std::string::npos ? 0 : at - std::min<std::size_t>(at, 300), 400));
    CHECK(at == std::string::npos);
  }
}
