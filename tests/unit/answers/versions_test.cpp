// Two versions: what gates read of them.
#include "answers/versions.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {
answers::VersionSide version(const Strategy& strategy) {
  auto told = std::make_shared<const answers::StrategyAnswers>(
      answers::answers_about(strategy, day, answers::Analyses::quick));
  return {.file = "s.json", .answers = told, .figures = answers::Figures(*told), .as_of = day};
}
} // namespace

TEST_CASE("gates on two versions read what was, what is, and the change") {
  Strategy strategy = strategy_with("{}");
  answers::VersionComparison versions{version(strategy), {}, std::vector<Difference>(3)};
  const auto before = static_cast<double>(*strategy.market.target->size);
  *strategy.market.target->size *= 2;
  versions.to = version(strategy);
  const auto number = [&](std::string_view path) {
    const auto found = answers::look_up(versions, path);
    REQUIRE(std::holds_alternative<answers::Located>(found));
    return answers::number_of(std::get<answers::Located>(found).value);
  };
  CHECK(number("market.target.from") == before);
  CHECK(number("gap.market.target.to") == 2 * before);
  CHECK(number("market.target.change") == before);
  CHECK(number("marché.cible.changement_relatif") == 1.0);
  CHECK(number("market.penetrated.change") == 0.0); // what does not differ can be read too
  CHECK(number("changes") == 3.0);
  const auto lost = [&](std::string_view path) {
    return std::get<answers::Astray>(answers::look_up(versions, path));
  };
  CHECK(lost("market.tarjet.change").nearest == "market.target.change");
  CHECK(lost("market.target").nearest == "market.target.change"); // a figure has two values here
}
