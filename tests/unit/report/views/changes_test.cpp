// Rows of figures for people: a screen of them, beneath the steps of the booklet.
#include "examples.hpp"
#include "report/views/changes/figure_rows.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {
answers::ComparedScenario compared(const Strategy& strategy) {
  auto told = std::make_shared<const answers::StrategyAnswers>(
      answers::answers_about(strategy, day, answers::Analyses::quick));
  return {.id = "s", .answers = told, .figures = answers::Figures(*told)};
}
std::size_t count(const report::ToldRows& told) {
  std::size_t all = 0;
  for (const report::RowGroup& group : told.groups)
    all += group.rows.size();
  return all;
}
} // namespace

TEST_CASE("a screen of rows is told, each step has its turn, and the others are counted") {
  Strategy strategy = strategy_with("{}");
  std::vector<answers::ComparedScenario> sides{compared(strategy)};
  *strategy.market.target->size += 100;
  *strategy.market.addressed->size += 100;
  for (Objective& objective : strategy.objectives)
    objective.target.value *= 1.1;
  sides.push_back(compared(strategy));
  const auto differing = answers::differing(sides);
  const auto told = report::told_rows(differing, sides, {});
  REQUIRE(told.groups.size() >= 2);
  CHECK(told.groups.front().title.fr == "étape 1, « Définir le marché »");
  CHECK(count(told) <= 25);
  CHECK(count(told) + told.left_out == differing.size());
  for (const report::RowGroup& group : told.groups)
    for (std::size_t i = 1; i < group.rows.size(); ++i)
      CHECK(answers::extent_of(group.rows[i - 1], sides) >= answers::extent_of(group.rows[i], sides));
  CHECK(count(report::told_rows(differing, sides, {.all = true})) == differing.size());
  const auto asked = report::told_rows({differing.back(), differing.front()}, sides, {.asked = true});
  REQUIRE(asked.groups.size() == 1);
  CHECK(asked.groups.front().rows.front().path == differing.back().path);
}

TEST_CASE("shares differ in points, and what is less than chance by nothing") {
  static constexpr answers::Member share = [] {
    answers::Member one;
    one.kind = answers::Kind::share;
    return one;
  }();
  static constexpr answers::Member probability = [] {
    answers::Member one;
    one.kind = answers::Kind::probability;
    return one;
  }();
  static constexpr answers::Member ahead = answers::difference(share);
  const answers::Value values[] = {0.5, 0.51, 0.0};
  const answers::Row of_share{{{&share}}, &share, {}, {}};
  const answers::Row drawn{{{&probability}}, &probability, {"", false, "", 2000}, {}};
  CHECK(report::change_phrase(of_share, &values[0], &values[1])->in(Language::english) == "+1 point");
  CHECK(report::value_cell(of_share, &values[0]).value->in(Language::english) == "50%");
  CHECK(report::value_cell({{{&ahead}}, &ahead, {}, {}}, &values[0]).value->in(Language::english) ==
        "50 points");
  CHECK_FALSE(report::change_phrase(drawn, &values[0], &values[1]));
  CHECK(report::value_cell(drawn, &values[2]).value->in(Language::english) == "less than 0.1%");
  CHECK_FALSE(report::value_cell(drawn, nullptr).value);
}
