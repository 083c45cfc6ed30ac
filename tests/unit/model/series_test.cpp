#include "deploy_plan/market.hpp"
#include "examples.hpp"
#include "folder.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;
namespace fs = std::filesystem;

namespace {

struct Loaded {
  CheckedFile file;
  Strategy strategy;
};

Loaded loaded(const Folder& folder, const std::string& series, bool allow_outside = false) {
  const auto text =
      example_strategy(R"({"objectives": [{"id": "active-schools", "observations": )" + series + "}]}",
                       Language::english, day);
  CheckOptions options = on_that_day();
  options.allow_outside = allow_outside;
  Strategy strategy;
  auto file = check(std::make_shared<const Source>((folder.path / "s.json").string(), text), options,
                    [&](Strategy&& read) { strategy = std::move(read); });
  return {std::move(file), std::move(strategy)};
}

const std::vector<Observation>& points(const Loaded& read) {
  return read.strategy.objectives.at(1).observations->points;
}
} // namespace

TEST_CASE("a series in a CSV file is read like one in place") {
  const Folder folder;
  folder.write("m.csv", "date,metric,segment,value\n2025-12-31,a,,40\n2026-02-27,a,,110\n2026-02-27,b,,"
                        "7\n2026-02-27,a,rural,3\n");
  const auto read = loaded(folder, R"({"file": "m.csv", "metric": "a"})");
  CHECK(rules_of(read.file).empty());
  REQUIRE(points(read).size() == 2);
  CHECK(points(read)[1].value == 110);
}

TEST_CASE("a French spreadsheet's CSV is understood") {
  const Folder folder;
  folder.write("m.csv", "\xEF\xBB\xBF"
                        "Date;Métrique;Valeur\r\n\"2025-12-31\";a;40,5\r\n2026-02-27;a;1\u202f110,25\r\n");
  const auto read = loaded(folder, R"({"file": "m.csv"})");
  CHECK(rules_of(read.file) == std::vector<std::string>{"target-already-reached"});
  REQUIRE(points(read).size() == 2);
  CHECK(points(read)[0].value == 40.5);
  CHECK(points(read)[1].value == 1110.25);
}

TEST_CASE("what is wrong in a CSV file is placed in it") {
  const Folder folder;
  folder.write("m.csv", "date,value\n2025-12-31,40\n2026-02-30,110\n2026-02-27,many\n");
  const auto read = loaded(folder, R"({"file": "m.csv"})");
  REQUIRE(rules_of(read.file) == std::vector<std::string>{"unparsable-value", "wrong-type"});
  const auto day_at = read.file.sources.locate(read.file.findings[0].place);
  CHECK(day_at.source->name().ends_with("m.csv"));
  CHECK(day_at.begin() == Position{3, 1});
  const auto value_at = read.file.sources.locate(read.file.findings[1].place);
  CHECK(value_at.begin() == Position{4, 12});
  CHECK(value_at.end() == Position{4, 16});
  CHECK(read.file.findings[0].pointer == "/objectives/1/observations");
}

TEST_CASE("rules judge observations of a CSV file at their rows") {
  const Folder folder;
  folder.write("m.csv", "date,value\n2026-02-01,40\n2026-02-01,110\n");
  const auto read = loaded(folder, R"({"file": "m.csv"})");
  REQUIRE(raises(read.file, "observations-out-of-order"));
  CHECK(read.file.sources.locate(read.file.findings.back().place).begin() == Position{3, 1});
}

TEST_CASE("rows of a CSV file may stand in any order") {
  const Folder folder;
  folder.write("m.csv", "value,date\n110,2026-02-27\n40,2025-12-31\n");
  const auto read = loaded(folder, R"({"file": "m.csv"})");
  CHECK(rules_of(read.file).empty());
  REQUIRE(points(read).size() == 2);
  CHECK(points(read)[0].value == 40);
}

TEST_CASE("the days of a column are read in the one way that all of them allow") {
  const Folder folder;
  const auto days = [&](const std::string& rows) {
    folder.write("m.csv", "date;valeur\n" + rows);
    const auto read = loaded(folder, R"({"file": "m.csv"})");
    std::string all;
    for (const Observation& point : points(read))
      all += iso(point.date) + " ";
    return raises(read.file, "series-malformed") ? "refused" : all;
  };
  CHECK(days("31/12/2025;40\n27/02/2026;110\n") == "2025-12-31 2026-02-27 ");
  CHECK(days("1.2.2026;40\n") == "2026-02-01 ");
  CHECK(days("03/01/2026;40\n01/31/2026;41\n") == "2026-01-31 2026-03-01 ");
  CHECK(days("31/01/2026;40\n01/31/2026;41\n") == "refused");
  CHECK(days("2026-01-31;40\n03/02/2026;41\n") == "refused");
  CHECK(days("janvier;40\nfévrier;41\n") == "refused");
}

TEST_CASE("what contradicts itself in a column of days is one finding, at its place") {
  const Folder folder;
  folder.write("m.csv", "date;valeur\n31/01/2026;40\n01/31/2026;41\n01/30/2026;42\n");
  const auto read = loaded(folder, R"({"file": "m.csv"})");
  REQUIRE(rules_of(read.file) == std::vector<std::string>{"series-malformed"});
  CHECK(read.file.sources.locate(read.file.findings[0].place).begin() == Position{3, 1});
  CHECK(read.file.sources.locate(read.file.findings[0].related.at(0).place).begin() == Position{2, 1});
}

TEST_CASE("a CSV file in Windows-1252 or UTF-16 is read, with the places of its characters") {
  const Folder folder;
  const std::string big_endian = [] {
    std::string text = "\xfe\xff";
    for (const char c : std::string_view("date;valeur\r\n2025-12-31;40\r\n"))
      text += std::string(1, '\0') + c;
    return text;
  }();
  folder.write("m.csv", big_endian);
  CHECK(points(loaded(folder, R"({"file": "m.csv"})")).size() == 1);
  folder.write("m.csv",
               "Date;M\xe9trique;Valeur\r\n2025-12-31;\xe9l\xe8ves;40\r\n2026-02-27;\xe9l\xe8ves;x\r\n");
  const auto read = loaded(folder, R"({"file": "m.csv", "metric": "élèves"})");
  REQUIRE(rules_of(read.file) == std::vector<std::string>{"wrong-type"});
  CHECK(read.file.sources.locate(read.file.findings[0].place).begin() == Position{3, 19});
}

TEST_CASE("bytes that are no text are one finding, where they stand") {
  const Folder folder;
  const auto place = [&](std::string bytes) {
    folder.write("m.csv", bytes);
    const auto read = loaded(folder, R"({"file": "m.csv"})");
    REQUIRE(rules_of(read.file) == std::vector<std::string>{"series-malformed"});
    return read.file.sources.locate(read.file.findings[0].place).begin();
  };
  using namespace std::string_literals;
  CHECK(place("date;valeur;é\n2026-01-01;\xff\n") == Position{2, 12});
  CHECK(place("date;valeur\n2026-01-01;4\0\n"s) == Position{2, 13});
  CHECK(place("date;valeur\n2026-01-01;4\x81\n") == Position{2, 13});
  CHECK(place("\xff\xfe"
              "d\0a\0\0\xd8"
              "e\0"s) == Position{1, 3});
}

TEST_CASE("a percentage in a CSV file is a share of a rate, and no figure of a count") {
  const Folder folder;
  folder.write("m.csv", "date;valeur\n2025-12-31;47 %\n2026-02-27;52,5\u202f%\n");
  CHECK(rules_of(loaded(folder, R"({"file": "m.csv"})").file) ==
        std::vector<std::string>{"percentage-of-count"});
  const auto rate = loaded(folder, R"({"file": "m.csv"}, "metric": {"scale": "rate"}, "baseline": null,
      "target": {"value": 0.6})");
  REQUIRE(points(rate).size() == 2);
  CHECK(points(rate)[0].value == 0.47);
  CHECK(points(rate)[1].value == 0.525);
}

TEST_CASE("segments are summed where a CSV file has no row of the whole market") {
  const Folder folder;
  folder.write("m.csv", "date,segment,value\n2025-12-31,a,40\n2025-12-31,b,5\n2026-02-27,b,9.5\n2026-02-27,a,"
                        "60\n2026-02-28,a,61\n");
  const auto read = loaded(folder, R"({"file": "m.csv"})");
  REQUIRE(rules_of(read.file) == std::vector<std::string>{"series-incomplete"});
  CHECK(read.file.sources.locate(read.file.findings[0].place).begin() == Position{6, 1});
  REQUIRE(points(read).size() == 2);
  CHECK(points(read)[0].value == 45);
  CHECK(points(read)[1].value == 69.5);
  folder.write("m.csv", "date,segment,value\n2025-12-31,a,40\n2025-12-30,b,5\n");
  CHECK(rules_of(loaded(folder, R"({"file": "m.csv"})").file) == std::vector<std::string>{"series-empty"});
  folder.write("m.csv", "date,segment,value\n2025-12-31,a,0.4\n2025-12-31,b,0.5\n");
  CHECK(raises(loaded(folder, R"({"file": "m.csv"}, "metric": {"scale": "rate"}, "baseline": null)").file,
               "series-empty"));
}

TEST_CASE("a fault of a CSV file is one finding, however many series read it and rows have it") {
  const Folder folder;
  folder.write("m.csv", "date,value\n2025-12-31\n2026-01-01\n2026-01-02,1,234\n2026-02-27,110\n");
  const auto text = example_strategy(
      R"({"objectives": [{"id": "active-schools", "observations": {"file": "m.csv"}},
                         {"id": "discovered", "observations": {"file": "m.csv"}}]})",
      Language::english, day);
  const auto file = checked(text, (folder.path / "s.json").string(), on_that_day());
  REQUIRE(rules_of(file) == std::vector<std::string>{"series-malformed"});
  CHECK(file.findings[0].message.in(Language::english) ==
        "this row has 1 cell, and the first line 2; likewise 2 more rows");
  CHECK(file.sources.locate(file.findings[0].place).begin() == Position{2, 1});
}

TEST_CASE("no cell of a CSV file is misread in silence") {
  const Folder folder;
  const auto place = [&](const char* rule, std::string text) {
    folder.write("m.csv", text);
    const auto read = loaded(folder, R"({"file": "m.csv"})");
    REQUIRE(rules_of(read.file) == std::vector<std::string>{rule});
    return read.file.sources.locate(read.file.findings[0].place).begin();
  };
  CHECK(place("series-malformed", "date,value\n2026-01-01,1,234\n") == Position{2, 1});
  CHECK(place("series-malformed", "date,value\n2026-01-01,\"1\"234\n") == Position{2, 15});
  CHECK(place("series-malformed", "date,value,value\n2026-01-01,1,2\n") == Position{1, 12});
  CHECK(place("series-malformed", "date,valeur,value\n2026-01-01,1,2\n") == Position{1, 13});
  CHECK(place("out-of-range", "date,value\n2026-01-01,1e400\n") == Position{2, 12});
  CHECK(place("wrong-type", "date;value\n2026-01-01;12 34\n") == Position{2, 12});
}

TEST_CASE("rows that are empty, and empty cells after the last column, are passed over") {
  const Folder folder;
  folder.write("m.csv", "date;valeur;;\n2025-12-31;40;;\n;;;\n2026-02-27;110;;;;\n");
  const auto read = loaded(folder, R"({"file": "m.csv"})");
  CHECK(rules_of(read.file).empty());
  CHECK(points(read).size() == 2);
}

TEST_CASE("people are counted from zero on, in a CSV file and in the strategy") {
  const Folder folder;
  folder.write("m.csv", "date,value\n2026-01-01,-7\n");
  for (const char* series : {R"({"file": "m.csv"})", R"([{"date": "2026-01-01", "value": -7}])"}) {
    const auto text =
        example_strategy(std::string(R"({"market": {"penetrated": {"observations": )") + series + "}}}",
                         Language::english, day);
    CHECK(raises(checked(text, (folder.path / "s.json").string(), on_that_day()), "out-of-range"));
  }
}

TEST_CASE("a CSV file that cannot serve says why") {
  const Folder folder;
  folder.write("open.csv", "date,value\n\"2026-01-01,4\n");
  folder.write("short.csv", "date,value\n2026-01-01\n");
  folder.write("empty.csv", "");
  folder.write("bare.csv", "date,value\n");
  folder.write("two.csv", "date,metric,value\n2026-01-01,a,1\n2026-01-01,b,1\n");
  const auto rule = [&](const char* name) {
    return rules_of(loaded(folder, std::string(R"({"file": ")") + name + "\"}").file).at(0);
  };
  CHECK(rule("open.csv") == "series-malformed");
  CHECK(rule("short.csv") == "series-malformed");
  CHECK(rule("empty.csv") == "series-malformed");
  CHECK(rule("bare.csv") == "series-empty");
  CHECK(rule("two.csv") == "series-empty");
  CHECK(rule("absent.csv") == "series-unreadable");
  CHECK(rule(".") == "series-unreadable");
  CHECK(rule("a\\u0000b") == "series-unreadable");
}

TEST_CASE("a series never leaves the strategy's folder unless it may") {
  const Folder folder;
  fs::create_directories(folder.path / "inner");
  folder.write("out.csv", "date,value\n2026-01-01,4\n");
  fs::create_symlink("../out.csv", folder.path / "inner" / "link.csv");
  const Folder* const outer = &folder;
  const auto rule = [&](const std::string& path, bool allowed) {
    const auto text = example_strategy(
        R"({"objectives": [{"id": "active-schools", "observations": {"file": ")" + path + "\"}}]}",
        Language::english, day);
    CheckOptions options = on_that_day();
    options.allow_outside = allowed;
    return raises(checked(text, (outer->path / "inner" / "s.json").string(), options), "series-unreadable");
  };
  CHECK(rule("../out.csv", false));
  CHECK(rule("link.csv", false));
  CHECK(rule((folder.path / "out.csv").string(), false));
  CHECK_FALSE(rule("../out.csv", true));
  CHECK_FALSE(rule("link.csv", true));
}
