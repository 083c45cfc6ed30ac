// The segments of a comparison, out of a file.
#include "examples.hpp"
#include "folder.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

/// A folder with a file of figures, which goes away with the test.
class Figures {
public:
  Figures() {
    folder_.write("m.csv", "date,metric,segment,value\n"
                           "2026-01-01,a,north,1\n2026-02-01,a,north,2\n"
                           "2026-01-01,a,south,3\n2026-02-01,a,south,4\n"
                           "2026-01-01,a,,9\n2026-02-01,a,east,5\n");
  }

  struct Loaded {
    CheckedFile file;
    deploy_plan::Test test;
  };
  [[nodiscard]] Loaded load(const std::string& test, Date as_of = day) const {
    const auto text = example_strategy(R"({"actions": [{"id": "webinars", "test": )" + test + "}]}",
                                       Language::english, day);
    CheckOptions options = on_that_day();
    options.as_of = as_of;
    options.looks_back = as_of < day;
    deploy_plan::Test loaded;
    auto file = check(std::make_shared<const Source>((folder_.path / "s.json").string(), text), options,
                      [&](Strategy&& read) {
                        for (const Action& action : read.actions)
                          if (action.id == "webinars" && action.test)
                            loaded = *action.test;
                      });
    return {std::move(file), std::move(loaded)};
  }

private:
  const Folder folder_;
};

const ComparedSegment* find(const deploy_plan::Test& test, const std::string& name) {
  for (const ComparedSegment& one : test.segments)
    if (one.segment == name)
      return &one;
  return nullptr;
}
} // namespace

TEST_CASE("segments take their rows, and those of the file that are not listed are untouched") {
  const Figures figures;
  const auto read = figures.load(
      R"({"protocol": "comparison", "threshold": null, "series": {"file": "m.csv", "metric": "a"},
                       "segments": [{"segment": "north", "from": "2026-02-01"}]})");
  REQUIRE(read.test.segments.size() == 3); // the whole market's rows are of no segment
  REQUIRE(find(read.test, "north")->observations);
  CHECK(find(read.test, "north")->observations->points.at(1).value == 2);
  CHECK(find(read.test, "north")->from);
  CHECK(find(read.test, "south")->observations->points.size() == 2);
  CHECK_FALSE(find(read.test, "south")->from);
  CHECK(find(read.test, "east")->observations->points.size() == 1);
}

TEST_CASE("a segment that the file has not is a finding where it stands, with the nearest name") {
  const Figures figures;
  const auto read = figures.load(
      R"({"protocol": "comparison", "threshold": null, "series": {"file": "m.csv", "metric": "a"},
                       "segments": [{"segment": "noth", "from": "2026-02-01"}]})");
  const auto found = std::find_if(read.file.findings.begin(), read.file.findings.end(),
                                  [](const Finding& one) { return one.rule == "series-empty"; });
  REQUIRE(found != read.file.findings.end());
  CHECK(found->pointer == "/actions/0/test/segments/0/segment");
  CHECK(found->message.in(Language::english).find("noth") != std::string::npos);
  CHECK(found->help.in(Language::english).find("north") != std::string::npos);
}

TEST_CASE("as of a past day, later figures of segments are left out") {
  const Figures figures;
  const auto read = figures.load(
      R"({"protocol": "comparison", "threshold": null, "series": {"file": "m.csv", "metric": "a"},
          "segments": [{"segment": "north", "from": "2026-02-01"}]})",
      std::chrono::year{2026} / 1 / 15);
  REQUIRE(find(read.test, "north")->observations);
  CHECK(find(read.test, "north")->observations->points.size() == 1);
}
