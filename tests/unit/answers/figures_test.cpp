// Figures that can be set side by side: their typed paths, and what people call them.
#include "answers/figures.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;
using answers::Analyses;
using answers::Row;

TEST_CASE("the figures of a strategy go by typed paths, ids to the letter") {
  // Each id is a key, or looks like one.
  const Strategy strategy = strategy_with(R"({"objectives": [
    {"id": "share-of-schools", "stage": "activation", "metric": {"name": "schools"}, "target": {"value": 110, "by": "@200"}},
    {"id": "probability", "stage": "retention", "metric": {"name": "back", "scale": "rate"}, "target": {"value": 0.4, "by": "@200"}},
    {"id": "a.b", "stage": "referral", "metric": {"name": "told"}, "target": {"value": 5, "by": "@200"}}]})");
  const auto told = answers::answers_about(strategy, day, Analyses::quick);
  const auto kind_at = [&](std::string_view path) {
    const auto found = answers::look_up(told, path);
    REQUIRE(std::holds_alternative<answers::Located>(found));
    const Row row = answers::row_at(told, std::get<answers::Located>(found).path);
    return std::pair(row.member->kind, row.context.is_rate);
  };
  CHECK(kind_at("gap.objectives.share-of-schools.target") == std::pair(answers::Kind::measure, false));
  CHECK(kind_at("objectifs.probability.objectif_chiffré") == std::pair(answers::Kind::measure, true));
  CHECK(kind_at("écart.objectifs.a.b.objectif_chiffré") == std::pair(answers::Kind::measure, false));
  const auto lost = answers::look_up(told, "market.share.tarjet");
  CHECK(std::get<answers::Astray>(lost).nearest == "market.share.target");
  const auto whole = answers::look_up(told, "gap.market.share.tarjet");
  CHECK(std::get<answers::Astray>(whole).nearest == "gap.market.share.target");
}

TEST_CASE("a row is called as its table calls it, with what it is of") {
  const Strategy strategy = strategy_with("{}");
  const auto told = answers::answers_about(strategy, day, Analyses::quick);
  const auto words_at = [&](std::string_view path) {
    return answers::words_of(
        answers::row_at(told, std::get<answers::Located>(answers::look_up(told, path)).path));
  };
  CHECK(words_at("market.share.target").en == "share of the target market");
  CHECK(words_at("market.share.target").fr == "part du marché cible");
  const std::string name = told.gap.objectives.front().name;
  CHECK(words_at("objectives." + told.gap.objectives.front().id + ".gap").en == "gap — " + name);
  CHECK(words_at("objectives." + told.gap.objectives.front().id + ".gap").fr == "écart — " + name);
}

TEST_CASE("figures are found by their paths, and details are none") {
  const auto told = answers::answers_about(strategy_with("{}"), day, Analyses::quick);
  const answers::Figures all(told);
  std::size_t count = 0;
  for (const answers::KnownFigure& figure : all) {
    ++count;
    REQUIRE(all.find(figure.row.path) == &figure.value);
    CHECK(answers::is_compared(figure.row.path));
    const auto found = answers::look_up(told, answers::text_of(figure.row.path, Language::french));
    REQUIRE(std::holds_alternative<answers::Located>(found));
    CHECK(std::get<answers::Located>(found).path == figure.row.path);
  }
  CHECK(count > 20);
  const auto day_of_goal = answers::look_up(told, "objectives." + told.gap.objectives.front().id + ".by");
  REQUIRE(std::holds_alternative<answers::Located>(day_of_goal));
  CHECK_FALSE(answers::is_compared(std::get<answers::Located>(day_of_goal).path));
  // Those of some rows alone.
  const std::vector<Row> one{all.begin()->row};
  const answers::RowSet rows(one);
  const answers::Figures some(told, &rows);
  CHECK(some.end() - some.begin() == 1);
  CHECK(some.find(one.front().path) != nullptr);
}

TEST_CASE("analyses that take long are known by the paths that are asked for") {
  CHECK(answers::takes_long("plan.value"));
  CHECK(answers::takes_long("Prévision.modèle"));
  CHECK(answers::takes_long("objectives.active-schools.outlook.probability"));
  CHECK(answers::takes_long("Objectifs.active-schools.Perspective.avec_plan.classe"));
  CHECK_FALSE(answers::takes_long("objectives.outlooks.eta"));
  CHECK_FALSE(answers::takes_long("gap.market.target"));
  CHECK_FALSE(answers::takes_long("objectives.plan.eta"));
  CHECK(answers::long_analyses() == std::vector<std::string>{"plan", "forecast", "outlook"});
}
