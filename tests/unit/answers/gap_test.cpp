// A gap, as its description tells it.
#include "answers/answers.hpp"
#include "answers/json.hpp"
#include "answers/path.hpp"
#include "examples.hpp"
#include <nlohmann/json.hpp>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

answers::Located found(const Gap& told, std::string_view path) {
  const answers::Lookup where = answers::look_up(answers::description<Gap>(), &told, path);
  REQUIRE(std::holds_alternative<answers::Located>(where));
  return std::get<answers::Located>(where);
}
} // namespace

TEST_CASE("figures of a gap stand by ids, in either language, and know what they count") {
  const Gap told = gap(strategy_with(""), day);
  CHECK(std::get<double>(found(told, "market.share.target").value) == *told.market.share.target);
  CHECK(found(told, "marché.part.cible").value == found(told, "market.share.target").value);
  CHECK(found(told, "objectives.active-schools.gap").context.unit == told.objectives.at(1).unit);
  CHECK(found(told, "objectives.returning.gap").context.is_rate);
  CHECK(std::get<const answers::Choice*>(found(told, "objectives.active-schools.status").value)->value ==
        static_cast<int>(told.objectives.at(1).progress.status));
}

TEST_CASE("how many figures come by themselves is a figure that gates may hold, in either language") {
  const Gap told = gap(strategy_with(""), day);
  CHECK(std::get<double>(found(told, "automation.share").value) == 0);
  CHECK(found(told, "automatisation.chiffres").value == found(told, "automation.figures").value);
  CHECK(nlohmann::json::parse(answers::as_json(told))["automation"]["by_query"] == 0);
}

TEST_CASE("several gaps are told together, with what they are in all") {
  const std::vector<Gap> both(2, gap(strategy_with(""), day));
  const auto json = nlohmann::json::parse(answers::as_json(answers::GapPortfolio{day, both}));
  CHECK(json["strategies"].size() == 2);
  CHECK(json["as_of"] == "2026-03-01");
}
