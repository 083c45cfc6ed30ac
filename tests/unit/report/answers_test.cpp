#include "deploy_plan/answers.hpp"
#include "golden/golden.hpp"
#include <nlohmann/json.hpp>
#include <stdexcept>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

template <Told Answer>
void reads_in_each_format(const Answer& answer, const std::string& format) {
  const std::string json = render(answer, "json");
  CHECK(json == json_of(answer));
  CHECK(json.ends_with("}\n"));
  CHECK(nlohmann::json::parse(json)["format"] == format);
  for (const DocumentFormat& one : document_formats())
    CHECK(render(answer, one.name) == one.render(document_of(answer), {}));
}
} // namespace

TEST_CASE("answers are told as documents and as JSON by the library alone") {
  const Strategy strategy = strategy_of("examples/diagnostic-communes.json");
  reads_in_each_format(gap(strategy, day), "deploy-plan/gap@1");
  reads_in_each_format(rank(strategy, day), "deploy-plan/rank@1");
  PlanOptions planned;
  planned.frontier = 0;
  planned.draws = 100;
  reads_in_each_format(plan({&strategy, 1}, day, planned).value(), "deploy-plan/plan@1");
  ForecastOptions futures;
  futures.draws = 100;
  reads_in_each_format(forecast(strategy, day, futures), "deploy-plan/forecast@1");
  reads_in_each_format(StrategyTrials{strategy.name, day, "EUR", read_trials(strategy, day)},
                       "deploy-plan/test@1");
  const TrialWish wish{Protocol::ab, 0.05, 0.02};
  reads_in_each_format(NextTest{{"s"}, day, {}}, "deploy-plan/test-next@1");
  reads_in_each_format(DesignedTrial{wish, design_trial(wish).value()}, "deploy-plan/test-design@1");
  reads_in_each_format(Balance({"region"}, {"control", "letter"}, 7).assignment(),
                       "deploy-plan/test-assignment@1");
}

TEST_CASE("several gaps are one answer, and one alone is what it is by itself") {
  const Gap one = gap(strategy_of("examples/diagnostic-communes.json"), day);
  const std::vector<Gap> both{one, one};
  CHECK(nlohmann::json::parse(json_of(both, day))["strategies"].size() == 2);
  CHECK(json_of({&one, 1}, day) == json_of(one));
  CHECK(document_of({&one, 1}, day).sections.size() == document_of(one).sections.size());
  CHECK(document_of(both, day).sections.size() == 1);
}

TEST_CASE("a format that there is not is an error that says its name") {
  const Gap one = gap(strategy_of("examples/diagnostic-communes.json"), day);
  CHECK_THROWS_AS(render(one, "papyrus"), std::invalid_argument);
  CHECK_THROWS_AS(render(document_of(one), "json"), std::invalid_argument);
}

TEST_CASE("no word of a strategy commands what shows its JSON") {
  Gap one = gap(strategy_of("examples/diagnostic-communes.json"), day);
  one.strategy = "\x1b[2J##[error]\u202e";
  const std::string json = json_of(one);
  CHECK(json.find('\x1b') == std::string::npos);
  CHECK(json.find("##[") == std::string::npos);
  CHECK(json.find("\u202e") == std::string::npos);
  CHECK(nlohmann::json::parse(json)["strategy"] == one.strategy);
}
