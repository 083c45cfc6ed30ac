// Outlooks described: three futures of a goal, each under names of its own.
#include "answers/figures.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;
using answers::Analyses;

TEST_CASE("a row of an outlook says of which future it is, and what repeats it is left to it") {
  auto told = answers::answers_about(strategy_with("{}"), day, Analyses::quick);
  ObjectiveGap& objective = told.gap.objectives.front();
  objective.outlook =
      outlooks_of(outlook_of(OutlookClass::uncertain, 0.52), outlook_of(OutlookClass::unlikely, 0.1),
                  outlook_of(OutlookClass::likely, 0.87));
  const std::string begin = "objectives." + objective.id + ".outlook.";
  const auto row_of = [&](std::string_view path) {
    return answers::row_at(
        told, std::get<answers::Located>(answers::look_up(told, begin + std::string(path))).path);
  };
  CHECK(answers::words_of(row_of("probability")).en ==
        "probability of the goal, as committed — " + objective.name);
  CHECK(answers::words_of(row_of("avec_plan.probabilité")).fr ==
        "probabilité de l'objectif, avec le plan — " + objective.name);
  CHECK(row_of("probability").context.draws == objective.outlook->draws);
  CHECK(row_of("with_plan.probability").member->compared == answers::Compared::always);
  CHECK(row_of("nothing_more.probability").member->compared == answers::Compared::given);
  CHECK(answers::takes_long(row_of("probability").path));
  CHECK_FALSE(answers::takes_long(
      answers::row_at(told, std::get<answers::Located>(answers::look_up(told, "market.target")).path).path));
}
