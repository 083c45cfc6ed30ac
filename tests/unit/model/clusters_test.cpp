#include "examples.hpp"
#include "folder.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;
namespace fs = std::filesystem;

namespace {

struct LoadedTest {
  std::vector<std::string> rules;
  deploy_plan::Test test;
};

LoadedTest loaded_test(const Folder& folder, const std::string& test) {
  const auto text =
      example_strategy(R"({"actions": [{"id": "webinars", "test": )" + test + "}]}", Language::english, day);
  LoadedTest read;
  const auto file = check(std::make_shared<const Source>((folder.path / "s.json").string(), text),
                          on_that_day(), [&](Strategy&& strategy) {
                            for (const Action& action : strategy.actions)
                              if (action.id == "webinars")
                                read.test = *action.test;
                          });
  read.rules = rules_of(file);
  return read;
}
std::string two_arms(const std::string& a, const std::string& b) {
  return R"({"protocol": "ab", "threshold": null, "exposed": null, "converted": null, "planned_size": null, "min_effect": null, "arms": [{"name": "a", )" +
         a + R"(}, {"name": "b", )" + b + "}]}";
}
bool found_in(const LoadedTest& read, const std::string& rule) {
  return std::find(read.rules.begin(), read.rules.end(), rule) != read.rules.end();
}
} // namespace

TEST_CASE("what an arm counts is the sums of its clusters, in place or in a file") {
  const Folder folder;
  folder.write("g.csv", "cluster,arm,exposed,converted\nx,a,10,1\ny,a,20,2\nz,b,40,4\n");
  folder.write("f.csv", "Grappe;Bras;Exposés;Convertis\nx;a;1 010;1\ny;a;20;2\nz;b;40;4\n");
  const auto read = loaded_test(
      folder, two_arms(R"("clusters": {"file": "g.csv"})",
                       R"("clusters": [{"exposed": 30, "converted": 3}, {"exposed": 5, "converted": 0}])"));
  REQUIRE(read.test.arms.size() == 2);
  CHECK(read.test.arms[0].exposed == 30);
  CHECK(read.test.arms[0].converted == 3);
  CHECK(read.test.arms[0].clusters->counted.size() == 2);
  CHECK(read.test.arms[0].clusters->counted[1].name == "y");
  CHECK(read.test.arms[1].exposed == 35);
  CHECK(read.test.origin.sound);
  const auto french = loaded_test(
      folder, two_arms(R"("clusters": {"file": "f.csv"})", R"("clusters": {"file": "f.csv", "arm": "b"})"));
  CHECK(french.test.arms[0].exposed == 1030);
  CHECK(french.test.arms[1].exposed == 40);
  CHECK_FALSE(found_in(french, "clusters-do-not-sum"));
}

TEST_CASE("a sum that the file tells otherwise is a finding, and the clusters hold") {
  const Folder folder;
  const auto read =
      loaded_test(folder, two_arms(R"("exposed": 31, "clusters": [{"exposed": 30, "converted": 3}])",
                                   R"("exposed": 5, "converted": 0)"));
  CHECK(found_in(read, "clusters-do-not-sum"));
  CHECK(read.test.arms[0].exposed == 30);
  CHECK_FALSE(found_in(read, "missing-field"));
}

TEST_CASE("an arm with neither clusters nor counts lacks a field") {
  const Folder folder;
  CHECK(found_in(loaded_test(folder, two_arms(R"("exposed": 31)", R"("exposed": 5, "converted": 0)")),
                 "missing-field"));
}

TEST_CASE("a file of clusters that is not what it should be is told") {
  const Folder folder;
  folder.write("none.csv", "cluster,exposed\nx,3\n");
  folder.write("arms.csv", "cluster,arm,exposed,converted\nx,control,10,1\nz,letter,40,4\n");
  folder.write("words.csv", "exposed,converted\nten,1\n");
  folder.write("huge.csv", "exposed,converted\n9007199254740991,1\n9007199254740991,1\n");
  const std::string other = R"("exposed": 5, "converted": 0)";
  const auto rules_of_clusters = [&](const std::string& clusters) {
    return loaded_test(folder, two_arms(R"("clusters": )" + clusters, other));
  };
  CHECK(found_in(rules_of_clusters(R"({"file": "absent.csv"})"), "series-unreadable"));
  CHECK(found_in(rules_of_clusters(R"({"file": ""})"), "series-unreadable"));
  CHECK(found_in(rules_of_clusters(R"({"file": "none.csv"})"), "series-malformed"));
  CHECK(found_in(rules_of_clusters(R"({"file": "arms.csv"})"), "series-empty"));
  CHECK(found_in(rules_of_clusters(R"({"file": "arms.csv", "arm": "lettre"})"), "series-empty"));
  CHECK(found_in(rules_of_clusters(R"({"file": "words.csv"})"), "wrong-type"));
  CHECK(found_in(rules_of_clusters(R"({"file": "huge.csv"})"), "out-of-range"));
  CHECK_FALSE(rules_of_clusters(R"({"file": "arms.csv"})").test.origin.sound);
}

TEST_CASE("a cluster where more convert than there are is no cluster; those of an empty one are none") {
  const Folder folder;
  const std::string other = R"("exposed": 5, "converted": 0)";
  CHECK(found_in(
      loaded_test(
          folder,
          two_arms(R"("clusters": [{"exposed": 3, "converted": 4}, {"exposed": 9, "converted": 0}])", other)),
      "converted-beyond-exposed"));
  CHECK_FALSE(found_in(
      loaded_test(
          folder,
          two_arms(R"("clusters": [{"exposed": 0, "converted": 0}, {"exposed": 9, "converted": 0}])", other)),
      "converted-beyond-exposed"));
}
