// Programs that fall into blocks: what they prove holds of the whole.
#include "analysis/blocks/blocks.hpp"
#include "catch.hpp"
#include <cmath>
#include <random>

namespace deploy_plan::analysis {

namespace {

/// Blocks of runs that fill something up, over two rows that all of them share: the last two.
struct Portfolio {
  Program program;
  int money = -1, days = -1;
};

Portfolio portfolio(std::mt19937& random, int blocks) {
  const auto below = [&](int count) { return static_cast<double>(random() % static_cast<unsigned>(count)); };
  Portfolio all;
  Row money{"money", -unbounded, 0, {}};
  Row days{"days", -unbounded, 0, {}};
  for (int block = 0; block < blocks; ++block) {
    Row sum{"sum", -unbounded, 0, {}};
    int first = -1;
    for (int i = 0; i < 19; ++i) {
      const int run = all.program.add(Column{"x", 0, i % 5 == 0 ? 3.0 : 1.0, 0, true});
      sum.terms.push_back({run, -1 - below(40)});
      money.terms.push_back({run, 1 + below(60)});
      days.terms.push_back({run, below(5)});
      money.high += money.terms.back().factor / 3;
      days.high += days.terms.back().factor / 3;
      if (i % 7 == 1)
        first = run;
      else if (i % 7 == 2)
        all.program.add(Row{"first", -unbounded, 0, {{run, 1}, {first, -1}}});
    }
    const int progress = all.program.add(Column{"p", 0, 100 + below(150), 0.01, false});
    sum.terms.push_back({progress, 1});
    all.program.add(std::move(sum));
  }
  all.money = all.program.add(std::move(money));
  all.days = all.program.add(std::move(days));
  return all;
}

constexpr double asked = 1e-3;
const SolverLimits until_proven{Moment::max(), asked, 0};

/// What is found holds, and no solution that a search over the whole finds is beyond what it excludes.
void check_against_whole(const Program& program, const Solution& found, double most_open = asked) {
  REQUIRE_FALSE(found.columns.empty());
  CHECK(holds(program, found.columns));
  CHECK(found.value == Approx(value_of(program, found.columns)));
  CHECK(found.gap <= most_open);
  const Solution whole = solve(program, {Moment::max(), 1e-4, 200});
  REQUIRE_FALSE(whole.columns.empty());
  const double better = program.maximise ? whole.value - found.value : found.value - whole.value;
  CHECK(better <= (found.gap + 1e-6) * std::abs(found.value));
}
} // namespace

TEST_CASE("blocks find what a search over the whole does, and bound it") {
  std::mt19937 random(3);
  for (int round = 0; round < 4; ++round) {
    const Portfolio all = portfolio(random, 32 + 4 * round);
    auto blocks = Blocks::of(all.program);
    REQUIRE(blocks);
    CAPTURE(round);
    check_against_whole(all.program, blocks->solve(until_proven));
  }
}

TEST_CASE("blocks remember what they know when a limit moves") {
  std::mt19937 random(4);
  Portfolio all = portfolio(random, 40);
  Row& money = all.program.rows[static_cast<std::size_t>(all.money)];
  all.program.rows[static_cast<std::size_t>(all.days)].high = unbounded;
  auto blocks = Blocks::of(all.program);
  REQUIRE(blocks);
  const double most = 2 * money.high;
  for (const double share : {1.0, 0.0, 0.5, 0.25}) {
    money.high = share * most;
    CAPTURE(share);
    REQUIRE(blocks->limit(all.money, money.high));
    const Solution found = blocks->solve(until_proven);
    if (share > 0)
      check_against_whole(all.program, found);
    else
      CHECK(found.value == Approx(0).margin(1e-9));
  }
  CHECK_FALSE(blocks->limit(0, 1)); // it is none that is shared
}

TEST_CASE("blocks reach what is asked of all of them for least") {
  std::mt19937 random(5);
  Portfolio all = portfolio(random, 40);
  Program& program = all.program;
  program.maximise = false;
  Row& money = program.rows[static_cast<std::size_t>(all.money)];
  Row value{"value", 30, unbounded, {}};
  for (std::size_t i = 0; i < program.columns.size(); ++i) {
    if (program.columns[i].cost > 0)
      value.terms.push_back({static_cast<int>(i), program.columns[i].cost});
    program.columns[i].cost = 0;
  }
  for (const Term& term : money.terms)
    program.columns[static_cast<std::size_t>(term.column)].cost = term.factor;
  money.high = unbounded;
  program.add(std::move(value));
  auto blocks = Blocks::of(program);
  REQUIRE(blocks);
  check_against_whole(program, blocks->solve(until_proven), 5e-3); // costs are whole: the next is one more
}

TEST_CASE("what does not fall apart, or is small, is no program of blocks") {
  std::mt19937 random(6);
  CHECK_FALSE(Blocks::of(portfolio(random, 5).program));
  Program one = portfolio(random, 40).program;
  const int count = static_cast<int>(one.columns.size());
  for (int i = 0; i < count; i += 3)
    one.add(Row{"tied", -unbounded, 2, {{i, 1}, {(37 * i + 11) % count, 1}}});
  CHECK_FALSE(Blocks::of(one));
}

TEST_CASE("blocks that cannot keep what they share find nothing, and the whole tells why") {
  std::mt19937 random(7);
  Portfolio all = portfolio(random, 40);
  for (std::size_t i = 0; i < 200; ++i)
    if (all.program.columns[i].whole)
      all.program.columns[i].low = 1;
  all.program.rows[static_cast<std::size_t>(all.money)].high = 5;
  auto blocks = Blocks::of(all.program);
  REQUIRE(blocks);
  CHECK(blocks->solve(until_proven).columns.empty());
  CHECK(solve_by_blocks(all.program, until_proven).outcome == Outcome::infeasible);
}

} // namespace deploy_plan::analysis
