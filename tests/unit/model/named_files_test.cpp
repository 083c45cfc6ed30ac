// What is wrong with a file is said once, however many values take their rows from it.
#include "examples.hpp"
#include "folder.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

std::vector<std::string> rules_of_arms(const Folder& folder, const std::string& file) {
  const auto text = example_strategy(
      R"({"actions": [{"id": "webinars", "test": {"protocol": "ab", "threshold": null, "exposed": null, "converted": null, "planned_size": null, "min_effect": null, "arms": [{"name": "a", "clusters": {"file": ")" +
          file + R"("}}, {"name": "b", "clusters": {"file": ")" + file + R"("}}]}}]})",
      Language::english, day);
  return rules_of(check(std::make_shared<const Source>((folder.path / "s.json").string(), text),
                        on_that_day(), [](Strategy&&) {}));
}
} // namespace

TEST_CASE("a file that is no table is told once, and one that is not there where each value names it") {
  const Folder folder;
  folder.write("g.csv", "cluster,arm,converted\nx,a,1\ny,b,2\n");
  CHECK(rules_of_arms(folder, "g.csv") == std::vector<std::string>{"series-malformed"});
  CHECK(rules_of_arms(folder, "none.csv") ==
        std::vector<std::string>{"series-unreadable", "series-unreadable"});
}
