#include "answers/metrics.hpp"
#include "deploy_plan/gap.hpp"
#include "examples.hpp"
#include <set>

namespace deploy_plan::answers {
template <>
const Record& description<Gap>();

TEST_CASE("every metric of the examples stands in the manual's table") {
  const Gap told = gap(test::strategy_of("examples/diagnostic-communes.json"), test::day);
  const std::string english = metric_table(description<Gap>(), Language::english);
  const std::string french = metric_table(description<Gap>(), Language::french);
  std::set<std::string> families;
  each_sample(told, [&](const MetricSample& sample) { families.insert(sample.family); });
  CHECK(families.size() > 20);
  for (const std::string& family : families) {
    CHECK(english.find("| `" + family + "` |") != std::string::npos);
    CHECK(french.find("| `" + family + "` |") != std::string::npos);
  }
}

TEST_CASE("a metric says what it is of, and in what unit") {
  Gap told;
  told.unit = "school";
  ObjectiveGap objective;
  objective.id = "visits";
  objective.unit = "visit";
  objective.progress.current = 12;
  objective.progress.status = GoalStatus::behind;
  told.objectives.push_back(objective);
  std::set<std::string> all;
  each_sample(told, [&](const MetricSample& sample) {
    std::string words = sample.family;
    for (const auto& [name, value] : sample.labels)
      words += " " + name + "=" + value;
    all.insert(words + " " + sample.value);
  });
  CHECK(all.contains("deploy_plan_objectives_current objective=visits unit=visit 12"));
  CHECK(all.contains("deploy_plan_objectives_status objective=visits status=behind 1"));
}

} // namespace deploy_plan::answers
