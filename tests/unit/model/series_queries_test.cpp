// Series whose rows are those that another's query gives: segments, where one query asks for all of them.
#include "examples.hpp"
#include "folder.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

constexpr auto market = R"({"market": {
  "addressable": {"size": null, "measurement": {"query": {"source": "register", "sql": "select 1"}}, "observations": {"file": "FILE", "metric": "schools"}},
  "segments": [{"id": "rural", "addressable": {"observations": {"file": "figures.csv", "metric": "METRIC"}}}]}})";

CheckedFile checked_in(const Folder& folder, const std::string& file, const std::string& metric) {
  std::string fragment = market;
  fragment.replace(fragment.find("FILE"), 4, file);
  fragment.replace(fragment.find("METRIC"), 6, metric);
  return checked(example_strategy(fragment, Language::english, day),
                 (folder.path / "strategy.json").string());
}
} // namespace

TEST_CASE(
    "rows that another's query gives are waited for: without a file, a metric, or a row of the segment") {
  const Folder folder;
  CHECK(rules_of(checked_in(folder, "figures.csv", "schools")) == std::vector<std::string>{"never-measured"});
  folder.write("figures.csv", "date,metric,segment,value,seen\n2026-02-28,other,,1,2026-03-01\n");
  CHECK(rules_of(checked_in(folder, "figures.csv", "schools")) == std::vector<std::string>{"never-measured"});
  folder.write("figures.csv", "date,metric,segment,value,seen\n2026-02-28,schools,urban,1,2026-03-01\n");
  CHECK_FALSE(raises(checked_in(folder, "figures.csv", "schools"), "series-empty"));
}

TEST_CASE("a file or a metric that no query gives is looked for as ever") {
  const Folder folder;
  CHECK(raises(checked_in(folder, "others.csv", "schools"), "series-unreadable"));
  // A file that measure is to make is waited for by all that it will hold; what it lacks is said then.
  CHECK_FALSE(raises(checked_in(folder, "figures.csv", "school"), "series-unreadable"));
  folder.write("figures.csv", "date,metric,segment,value,seen\n2026-02-28,schools,rural,1,2026-03-01\n");
  CHECK(raises(checked_in(folder, "figures.csv", "school"), "series-empty"));
}
