// What was spent, of all the means and of those of a time.
#include "deploy_plan/effect.hpp"
#include "deploy_plan/spending.hpp"
#include "examples.hpp"

namespace of_spending {

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

constexpr std::chrono::year year{2026};
const Date today = year / 11 / 27;

BudgetTerm term(Date from, Date until, double money) {
  BudgetTerm one;
  one.from = from;
  one.until = until;
  one.money = money;
  one.days = 20;
  return one;
}
Result result(Date date, std::int64_t runs, std::optional<double> money) {
  Result one;
  one.date = date;
  one.runs = runs;
  one.money = money;
  return one;
}

/// An action whose run takes 1,000 and one day, and whose setup takes 4,000 and ten days.
Strategy relayed(std::vector<Result> results, std::optional<std::int64_t> done) {
  Action relay;
  relay.id = "relay";
  relay.cost = Cost{.money = 1000, .days = 1, .setup_money = 4000, .setup_days = 10, .origin = {}};
  relay.results = std::move(results);
  relay.runs = Runs{};
  relay.runs->done = done;
  Strategy strategy;
  strategy.period = {year / 1 / 1, (year + std::chrono::years{1}) / 12 / 31, {}};
  strategy.actions = {relay};
  strategy.budget = Budget{};
  strategy.budget->money = 10000;
  strategy.budget->days = 50;
  return strategy;
}
} // namespace

TEST_CASE("setting up is of the time in which the first run was done") {
  const Strategy strategy = relayed({result(year / 10 / 20, 1, 800), result(year / 6 / 2, 2, {})}, {});
  CHECK(spent(strategy).money == 6800);
  CHECK(spent(strategy).days == 13);
  const BudgetTerm first = term(year / 1 / 1, year / 6 / 30, 9000);
  const BudgetTerm second = term(year / 7 / 1, year / 12 / 31, 9000);
  CHECK(spent_within(strategy, first, today).money == 6000);
  CHECK(spent_within(strategy, first, today).days == 12);
  CHECK(spent_within(strategy, second, today).money == 800);
  CHECK(spent_within(strategy, second, today).undated.money == 0);
  CHECK(spent_within(strategy, first, year / 6 / 1).money == 0); // not done yet
}

TEST_CASE("runs without a result are of a term that has all the time in which they may have been done") {
  Strategy strategy = relayed({}, 1);
  const BudgetTerm whole = term(year / 1 / 1, year / 12 / 31, 9000);
  CHECK(spent_within(strategy, whole, today).money == spent(strategy).money);
  CHECK(spent_within(strategy, whole, today).undated.money == 0);
  const BudgetTerm half = term(year / 7 / 1, year / 12 / 31, 9000);
  CHECK(spent_within(strategy, half, today).money == 0);
  CHECK(spent_within(strategy, half, today).undated.money == 5000);
  CHECK(spent_within(strategy, half, today).undated.days == 11);
  strategy.actions[0].start = year / 9 / 1;
  CHECK(spent_within(strategy, half, today).money == 5000);
  CHECK(spent_within(strategy, term(year / 1 / 1, year / 6 / 30, 9000), today).undated.money == 0);
  // A result that is older than the start says that others may be, too; setting up was no later than it.
  strategy.actions[0].results = {result(year / 3 / 3, 1, 900)};
  strategy.actions[0].runs->done = 2;
  CHECK(spent_within(strategy, half, today).money == 0);
  CHECK(spent_within(strategy, half, today).undated.money == 1000);
  CHECK(spent_within(strategy, whole, today).money == spent(strategy).money);
}

TEST_CASE("the budget is overspent, and so are credits, by the same rule") {
  Strategy strategy = relayed({result(year / 10 / 20, 1, 1000)}, 1);
  strategy.budget->terms = {term(year / 1 / 1, year / 6 / 30, 0), term(year / 7 / 1, year / 12 / 31, 5000)};
  CHECK(overspent(strategy, today).empty());
  strategy.budget->terms[1].money = 600;
  const auto credits = overspent(strategy, today);
  REQUIRE(credits.size() == 1);
  CHECK(credits[0].term == &strategy.budget->terms[1]);
  CHECK(credits[0].beyond.money == 4400);
  CHECK(credits[0].beyond.days == 0);
  CHECK(overspent(strategy, year / 6 / 30).empty()); // it was not done then, nor had they begun
  strategy.budget->days = 8;
  CHECK(overspent(strategy, today).size() == 2);
  CHECK(overspent(strategy, today)[0].term == nullptr);
  CHECK(overspent(strategy, today)[0].beyond.days == 3);
}

} // namespace of_spending
