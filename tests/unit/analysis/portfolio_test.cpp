// What several strategies come to together, and what one's goals do.
#include "answers/answers.hpp"
#include "answers/path.hpp"
#include "deploy_plan/ranking.hpp"
#include "examples.hpp"
#include <algorithm>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

Gap market_of(const std::string& unit, double target, std::optional<double> penetrated) {
  Gap one;
  one.unit = unit;
  one.market.sizes.target = target;
  one.market.sizes.penetrated = penetrated;
  return one;
}
ObjectiveGap star(GoalStatus status) {
  ObjectiveGap one;
  one.north_star = true;
  one.progress.status = status;
  return one;
}
} // namespace

TEST_CASE("markets are added up where all count one unit, and know both tiers") {
  std::vector<Gap> gaps{market_of("school", 300, 30), market_of("school", 100, 50)};
  const auto total = portfolio_totals(gaps).market;
  REQUIRE(total);
  CHECK(total->unit == "school");
  CHECK(total->target == 400);
  CHECK(total->share == 0.2);
  gaps.push_back(market_of("school", 10, std::nullopt));
  CHECK_FALSE(portfolio_totals(gaps).market);
  gaps.back() = market_of("port", 10, 1);
  CHECK_FALSE(portfolio_totals(gaps).market);
  CHECK_FALSE(portfolio_totals({}).market);
  CHECK_FALSE(portfolio_totals(std::vector{market_of("school", 0, 0)}).market);
}

TEST_CASE("North Stars and goals are counted by where they are") {
  Gap one = market_of("school", 300, 30);
  one.objectives = {star(GoalStatus::behind)};
  one.goals.resize(2);
  one.goals[0].segment = "rural";
  one.goals[0].beneficiaries.status = GoalStatus::reached;
  Gap other = market_of("school", 100, 50);
  other.objectives = {star(GoalStatus::on_track)};
  CHECK(count_goals(one).late == 1);
  CHECK(count_goals(one).well == 1);
  CHECK(count_goals(one).unmeasured == 1);
  CHECK(count_goals(one, "rural").late == 0); // objectives are no segment's
  CHECK(count_goals(one, "rural").well == 1);
  const std::vector<Gap> gaps{one, other};
  const answers::GapPortfolio told{day, gaps};
  const auto figure = [&](std::string_view path) {
    const auto found = answers::look_up(answers::description<answers::GapPortfolio>(), &told, path);
    INFO(path);
    REQUIRE(std::holds_alternative<answers::Located>(found));
    return std::get<answers::Located>(found).value;
  };
  CHECK(figure("totals.north_stars.behind") == answers::Value(std::int64_t{1}));
  CHECK(figure("totaux.étoiles_polaires.en_bonne_voie") == answers::Value(std::int64_t{1}));
  CHECK(figure("totals.goals.well") == answers::Value(std::int64_t{2}));
  CHECK(figure("totaux.marché.part") == answers::Value(0.2));
}

TEST_CASE("what is made of a lever is told") {
  LeverGap lever;
  CHECK(lever.use() == LeverUse::not_considered);
  lever.relevant = true;
  CHECK(lever.use() == LeverUse::kept_for_later);
  lever.relevant = false;
  CHECK(lever.use() == LeverUse::not_relevant);
  lever.available = false;
  CHECK(lever.use() == LeverUse::unavailable);
  lever.actions = 1;
  CHECK(lever.use() == LeverUse::used);
}

TEST_CASE("the cheapest action of a lever is told once for each objective") {
  Ranking ranking;
  const auto add = [&](const std::string& id, Family lever, const std::string& objective, Unranked why) {
    RankedAction one;
    one.id = id;
    one.lever = lever;
    one.objective = objective;
    one.unranked = why;
    ranking.actions.push_back(one);
  };
  add("letter", Family::sponsors, "visits", Unranked::no);
  add("call", Family::relays, "visits", Unranked::no);
  add("second letter", Family::sponsors, "visits", Unranked::no);
  add("visit", Family::sponsors, "accounts", Unranked::no);
  add("free", Family::product, "accounts", Unranked::without_cost);
  std::vector<std::string> ids;
  for (const RankedAction* const one : cheapest_by_lever(ranking))
    ids.push_back(one->id);
  CHECK(ids == std::vector<std::string>{"call", "letter", "visit"});
}
