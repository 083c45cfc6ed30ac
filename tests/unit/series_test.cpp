#include "deploy_plan/market.hpp"
#include "examples.hpp"
#include "source/csv.hpp"
#include <filesystem>
#include <fstream>

using namespace deploy_plan;
using namespace deploy_plan::test;
namespace fs = std::filesystem;

namespace {

/// A folder that goes away with the test.
class Folder {
public:
  Folder() : path(fs::temp_directory_path() / ("deploy_plan_series_" + std::to_string(::getpid()))) {
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const std::string& name, std::string_view words) const {
    std::ofstream(path / name, std::ios::binary) << words;
  }
  const fs::path path;
};

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

TEST_CASE("the cells of a CSV are those of its lines, whatever stands around them") {
  const auto cells = [](std::string text) {
    const Source source("list.csv", std::move(text));
    source::CsvReader reader(source);
    std::vector<source::Cell> record;
    std::string all;
    while (reader.next(record)) {
      for (const source::Cell& cell : record)
        all += "<" + reader.text(cell) + ">";
      all += "|";
    }
    return all;
  };
  CHECK(cells("a,b\n1,\n") == "<a><b>|<1><>|");
  CHECK(cells("a,b\n1,") == "<a><b>|<1><>|"); // an empty cell, and no end of line
  CHECK(cells("\n\na;b\n1;2\n") == "<a><b>|<1><2>|");
  CHECK(cells("a\n \"b\n") == "<a>|<\"b>|");
  CHECK(cells("a,\"b\"\"c\"") == "<a><b\"c>|");
  CHECK(cells("") == "");
  CHECK(cells("\n\r\n") == "");
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
  folder.write("m.csv", "date,value\n2026-02-01,40\n2026-01-01,110\n");
  const auto read = loaded(folder, R"({"file": "m.csv"})");
  REQUIRE(raises(read.file, "observations-out-of-order"));
  CHECK(read.file.sources.locate(read.file.findings.back().place).begin() == Position{3, 1});
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
