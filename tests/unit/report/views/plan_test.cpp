// Rankings, plans and forecasts, as people read them.
#include "../../analysis/plans.hpp"
#include "deploy_plan/answers.hpp"
#include "deploy_plan/ranking.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

std::string read(const Document& document, Language language = Language::english) {
  RenderOptions options;
  options.language = language;
  return document_formats().front().render(document, options);
}
} // namespace

TEST_CASE("a plan says which limits conflict, in both languages") {
  Strategy strategy = strategy_with({action("a", 10, 1, 5), action("b", 600, 1, 5)});
  strategy.actions[1].runs->min = 2; // 1 200 of 1 000
  const auto result = planned(strategy);
  REQUIRE(result);
  CHECK(read(document_of(*result)).find("at least 2 runs of “b”") != std::string::npos);
  CHECK(read(document_of(*result), Language::french).find("au moins 2 passages de «") != std::string::npos);
}

TEST_CASE("an action that is left out says why") {
  PlanOptions options;
  options.frontier = 0;
  options.draws = 0;
  const auto result = planned(strategy_with({action("a", 10, 5, 2), action("dear", 5000, 9, 1)}), options);
  REQUIRE(result);
  const std::string shown = read(document_of(*result));
  CHECK(shown.find("dear") != std::string::npos);
  CHECK(shown.find("one run costs more money than there is") != std::string::npos);
}

TEST_CASE("a measured effect says how many runs it was seen in, of a plan's many") {
  Strategy strategy = strategy_with({action("a", 10, 1, 9), action("b", 10, 1, 9)});
  strategy.actions[0].results = {{day - std::chrono::days(30), 1, {}, {}, 9, {}}};
  strategy.actions[0].runs->done = 1;
  PlanOptions options;
  options.frontier = 0;
  options.draws = 0;
  const auto result = planned(strategy, options);
  REQUIRE(result);
  CHECK(result->actions[0].runs_measured == 1);
  CHECK(result->actions[1].runs_measured == 0);
  CHECK(read(document_of(*result)).find("1 run measured") != std::string::npos);
  CHECK(read(document_of(*result), Language::french).find("1 passage mesuré") != std::string::npos);
  CHECK(read(document_of(*result), Language::french).find("supposé") != std::string::npos);
  CHECK(read(document_of(rank(strategy, day)), Language::french).find("1 passage mesuré") !=
        std::string::npos);
}

TEST_CASE("what cannot be foreseen is said") {
  const std::string shown = read(document_of(forecast(strategy_with({action("a", 10, 5, 2)}), day, {})));
  CHECK(shown.find("Nothing is observed") != std::string::npos);
}

namespace {

/// An interval whose result, where there is one, lies far beyond it.
Action interval(const std::string& id, std::optional<double> seen) {
  Action one = action(id, 10, 0, 9);
  one.effect = Uncertain{};
  one.effect->low = 50;
  one.effect->high = 60;
  one.variation = 0;
  if (seen)
    one.results = {{day, 1, {}, {}, *seen, {}}};
  return one;
}
} // namespace

TEST_CASE("an effect that rests on an interval such as failed too often says so beside it") {
  Strategy strategy = strategy_with({interval("a", 90), interval("b", 90), interval("next", {})});
  strategy.objectives[0].metric.scale = Scale::count;
  const std::string ranked = read(document_of(rank(strategy, day)));
  CHECK(ranked.find("assumed; its interval is likely too narrow") != std::string::npos);
  PlanOptions options;
  options.frontier = 0;
  options.draws = 0;
  const std::string told = read(document_of(*planned(strategy, options)), Language::french);
  CHECK(told.find("son intervalle est sans doute trop étroit") != std::string::npos);
  strategy.actions.erase(strategy.actions.begin(), strategy.actions.begin() + 2);
  CHECK(read(document_of(rank(strategy, day))).find("too narrow") == std::string::npos);
}
