// Programs, and what is made of the solver's answers.
#include "analysis/solver/solver.hpp"
#include "catch.hpp"
#include <random>

using namespace deploy_plan::analysis;
using namespace std::chrono_literals;

namespace {

/// Works of five values at most, 3 a + 5 b, in means of 2 a + 4 b.
Program small_program() {
  Program program;
  program.add(Column{"a", 0, 5, 3, true});
  program.add(Column{"b", 0, 5, 5, true});
  program.add(Row{"means", -unbounded, 11, {{0, 2}, {1, 4}}});
  return program;
}
} // namespace

TEST_CASE("programs are solved, and their solutions held against them") {
  const Program program = small_program();
  const Solution best = solve(program, {});
  CHECK(best.outcome == Outcome::optimal);
  CHECK(best.value == 15);
  CHECK(holds(program, best.columns));
  CHECK_FALSE(holds(program, {5, 1}));
  CHECK_FALSE(holds(program, {-1, 0}));
  CHECK_FALSE(holds(program, {std::nan(""), 0}));
}

TEST_CASE("no time is no proof: what holds is given, else nothing is known") {
  const SolverLimits none{std::chrono::steady_clock::now() - 1s};
  const Solution nothing = solve(small_program(), none);
  CHECK(nothing.outcome == Outcome::feasible);
  CHECK(nothing.value == 0);
  CHECK(nothing.gap == unbounded);
  CHECK(solve(small_program(), none, {5, 0}).value == 15);
  Program asking = small_program();
  asking.rows[0].low = 1;
  CHECK(solve(asking, none).outcome == Outcome::unknown);
  asking.rows[0].low = 11; // an even sum
  asking.rows[0].high = 11;
  CHECK(solve(asking, {}).outcome == Outcome::infeasible);
}

TEST_CASE("a search that its count of nodes ends is no proof either") {
  std::mt19937 random(2);
  int ended = 0;
  for (int round = 0; round < 8; ++round) {
    Program split; // sums that half of the columns make up, and hardly any others
    for (int column = 0; column < 30; ++column)
      split.add(Column{"x" + std::to_string(column), 0, 1, 1, true});
    for (int row = 0; row < 4; ++row) {
      Row sum{"s" + std::to_string(row), 0, 0, {}};
      for (int column = 0; column < 30; ++column) {
        sum.terms.push_back({column, static_cast<double>(random() % 100)});
        sum.high += column % 2 == 0 ? sum.terms.back().factor : 0;
      }
      sum.low = sum.high;
      split.add(std::move(sum));
    }
    const Solution found = solve(split, {Moment::max(), 1e-6, 1});
    CAPTURE(round);
    CHECK(found.outcome != Outcome::infeasible);
    CHECK(found.outcome != Outcome::failed);
    ended += found.outcome == Outcome::unknown ? 1 : 0;
  }
  CHECK(ended > 0);
}
