#include "examples.hpp"
#include "source/documents.hpp"

using namespace deploy_plan;
using namespace deploy_plan::source;
using namespace deploy_plan::test;

namespace {
std::vector<std::string> texts(const std::string& name, const std::string& bytes) {
  const Source file(name, bytes);
  std::vector<std::string> found;
  for (const Place place : documents(file).texts)
    found.emplace_back(file.bytes().substr(place.begin, place.end - place.begin));
  return found;
}
using Texts = std::vector<std::string>;
} // namespace

TEST_CASE("an array is read element by element") {
  CHECK(texts("f.json", "[ {\"a\": \"]}\\\"\"} , [1,2], 3 ]\n") ==
        Texts{"{\"a\": \"]}\\\"\"}", "[1,2]", "3"});
  CHECK(texts("f.json", "\xEF\xBB\xBF[]").empty());
  CHECK(texts("f.jsonc", "[1, // one ]\n 2 /* , */ ]") == Texts{"1", "2 /* , */"});
}

TEST_CASE("what is not plainly an array is one text") {
  for (const std::string text : {"{}", "[1,,2]", "[1", "[1] 2", "[1,]", "[\"", "[{]}", "", "[1 // c\n]"}) {
    CAPTURE(text);
    CHECK(texts("f.json", text).size() <= 1);
  }
}

TEST_CASE("lines of a .jsonl are texts, blank ones are none") {
  CHECK(texts("f.jsonl", "{}\r\n\n  \n[1]") == Texts{"{}\r", "[1]"});
}

TEST_CASE("places, pointers and syntax errors of an array's elements count from the file's begin") {
  const auto file = checked("[{},\n {\"nam\": 1}]", "f.json");
  const auto unknown = std::find_if(file.findings.begin(), file.findings.end(),
                                    [](const Finding& finding) { return finding.rule == "unknown-key"; });
  REQUIRE(unknown != file.findings.end());
  CHECK(file.sources.locate(unknown->place).begin() == Position{2, 3});
  CHECK(unknown->pointer == "/1/nam");

  const auto broken = checked("[{},\n {\"nam\" 1}]", "f.json");
  REQUIRE(rules_of(broken) == Texts{"syntax"});
  CHECK_FALSE(broken.readable);
  CHECK(broken.sources.locate(broken.findings[0].place).begin() == Position{2, 9});
}

TEST_CASE("a portfolio gives the same findings on one thread or many") {
  std::string text = "[";
  for (int i = 0; i < 60; ++i)
    text += (i == 0 ? "" : ",\n") +
            example_strategy(i % 3 == 0 ? R"({"market": {"target": {"size": 5000}}})" : "", Language::english,
                             day);
  CheckOptions options = on_that_day();
  const auto one = checked(text + "]", "f.json", options);
  options.threads = 4;
  const auto many = checked(text + "]", "f.json", options);
  CHECK(rules_of(one).size() == 20);
  REQUIRE(rules_of(one) == rules_of(many));
  for (std::size_t i = 0; i < one.findings.size(); ++i)
    CHECK(one.findings[i].place == many.findings[i].place);
}
