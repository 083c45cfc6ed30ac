// Strategies side by side: which figures, by what paths, what differs, and which is best.
#include "answers/comparison.hpp"
#include "answers/json.hpp"
#include "examples.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using namespace deploy_plan::test;
using answers::Analyses;
using answers::Figures;
using answers::Row;

namespace {

answers::ComparedScenario compared(const std::string& id, const Strategy& strategy,
                                   Analyses wanted = Analyses::quick) {
  auto told = std::make_shared<const answers::StrategyAnswers>(answers::answers_about(strategy, day, wanted));
  return {.id = id, .answers = told, .figures = Figures(*told)};
}

std::vector<std::string> paths_of(const std::vector<Row>& rows) {
  std::vector<std::string> paths;
  for (const Row& row : rows)
    paths.push_back(answers::text_of(row.path));
  return paths;
}
double size_of(const Strategy& strategy) { return static_cast<double>(*strategy.market.target->size); }
bool holds(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

Row probability(std::size_t draws) {
  static constexpr answers::Member member = [] {
    answers::Member one;
    one.kind = answers::Kind::probability;
    one.better = answers::Better::more;
    return one;
  }();
  return {{{&member, {}}}, &member, {"", false, "", draws}, {}};
}
} // namespace

TEST_CASE("what only repeats the file is left to --all, and not what comes of it") {
  Strategy wider = strategy_with("{}");
  const auto base = compared("baseline", wider);
  *wider.market.target->size += 100;
  const std::vector<answers::ComparedScenario> sides{base, compared("wider", wider)};
  const auto differing = answers::differing(sides);
  CHECK(holds(paths_of(differing), "gap.market.target"));
  CHECK(holds(paths_of(differing), "gap.market.share.target"));
  const auto telling = paths_of(answers::telling(differing, sides));
  CHECK_FALSE(holds(telling, "gap.market.target"));
  CHECK_FALSE(holds(telling, "gap.market.in_reserve"));
  CHECK(holds(telling, "gap.market.share.target"));
  CHECK_FALSE(holds(paths_of(answers::all_rows(sides)), "gap.objectives.active-schools.by"));
}

TEST_CASE("probabilities that differ by no more than the simulation errs are the same") {
  const Row row = probability(2000);
  const auto noise = [&](double from, double to) {
    const answers::Value values[] = {from, to};
    return answers::is_noise(row, &values[0], &values[1]);
  };
  CHECK(noise(0.5, 0.52));
  CHECK_FALSE(noise(0.5, 0.56));
  CHECK(noise(0, 0.0005));
  CHECK_FALSE(noise(0, 0.01));
  CHECK_FALSE(noise(0, 1));
  const answers::Value one[] = {0.5, 0.51};
  CHECK_FALSE(answers::is_noise(probability(0), &one[0], &one[1])); // nothing was drawn
}

TEST_CASE("the best of a row is marked where one is better") {
  Strategy strategy = strategy_with("{}");
  const auto base = compared("baseline", strategy);
  *strategy.market.target->size *= 2;
  const std::vector<answers::ComparedScenario> sides{base, compared("twice", strategy)};
  const auto best_at = [&](std::string_view path) {
    const auto found = answers::look_up(*base.answers, path);
    return answers::best_of(answers::row_at(*base.answers, std::get<answers::Located>(found).path), sides);
  };
  CHECK(best_at("market.share.target") == std::vector{true, false});
  CHECK(best_at("market.gap.target") == std::vector{true, false});
  CHECK(best_at("market.target") == std::vector{false, false});
  CHECK(best_at("market.penetrated") == std::vector{false, false}); // the same
}

TEST_CASE("gates read scenarios' figures, and how they change") {
  Strategy strategy = strategy_with("{}");
  answers::ScenarioComparison comparison{day, "s", {}, {compared("baseline", strategy)}, {}};
  *strategy.market.target->size *= 2;
  comparison.scenarios.push_back(compared("wider.target", strategy));
  const auto at = [&](std::string_view path) { return answers::look_up(comparison, path); };
  const auto number = [&](std::string_view path) {
    const auto found = at(path);
    REQUIRE(std::holds_alternative<answers::Located>(found));
    return *answers::number_of(std::get<answers::Located>(found).value);
  };
  CHECK(number("scenarios.wider.target.gap.market.target") == size_of(strategy));
  CHECK(number("scénarios.wider.target.marché.cible") == size_of(strategy));
  CHECK(number("scenarios.wider.target.market.target.relative_change") == 1.0);
  CHECK(number("scenarios.wider.target.market.share.target.change") < 0);
  CHECK(std::get<answers::Astray>(at("scenarios.wider.target.market.tarjet")).nearest ==
        "scenarios.wider.target.market.target");
  CHECK(std::get<answers::Astray>(at("scenarios.baselin.market.target")).nearest ==
        "scenarios.baseline.market.target");
  CHECK(std::get<answers::Astray>(at("market.target")).nearest == "scenarios.baseline.market.target");
}

TEST_CASE("a scenario is written by its description, on one line too") {
  Strategy strategy = strategy_with("{}");
  auto scenario = compared("a", strategy);
  Difference change;
  change.path = {"market.target", "marché.cible"};
  change.to.json = R"({"size": 1, "why": "a\nb"})";
  scenario.changes.push_back(change);
  const auto rows = answers::all_rows({&scenario, 1});
  const auto told = answers::told(scenario, answers::RowSet(rows));
  const auto line = answers::as_json_line(told);
  CHECK(line.find('\n') == std::string::npos);
  const auto json = nlohmann::json::parse(line);
  CHECK(json == nlohmann::json::parse(answers::as_json(told)));
  CHECK(json["changes"][0]["from"].is_null());
  CHECK(json["changes"][0]["to"]["why"] == "a\nb");
  CHECK(json["values"]["gap.market.target"] == *strategy.market.target->size);
}
