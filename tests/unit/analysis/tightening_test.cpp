// Programs made tighter keep their whole solutions.
#include "analysis/tightening/tightening.hpp"
#include "catch.hpp"
#include <random>

namespace deploy_plan::analysis {
namespace {

/// Small whole programs: sums of runs within days, switches, and free rows.
Program random_program(std::mt19937& random) {
  const auto below = [&](int count) { return static_cast<double>(random() % static_cast<unsigned>(count)); };
  Program program;
  for (int i = 0; i < 4; ++i)
    program.add(Column{"x" + std::to_string(i), 0, 1 + below(4), below(9), true});
  const int on = program.add(Column{"on", 0, 1, -below(5), true});
  for (int row = 0; row < 3; ++row) {
    Row sum{"sum" + std::to_string(row), -unbounded, 0.5 * below(30), {}};
    for (int i = 0; i < 4; ++i)
      if (below(3) > 0)
        sum.terms.push_back({i, 0.5 * (1 + below(9))});
    program.add(std::move(sum));
  }
  program.add(Row{"switch", -unbounded, 0, {{0, 1}, {1, 1}, {on, -100}}});
  return program;
}

/// Whether values can be completed to a solution: columns that were added are mixes, of which one is always
/// what is chosen, where rows are sums of it.
bool can_hold(const Program& tight, const std::vector<double>& values, std::size_t rows) {
  Program first = tight;
  first.rows.resize(rows);
  first.columns.resize(values.size());
  return holds(first, values);
}

template <class Visit>
void each_point(const Program& program, const Visit& visit) {
  std::vector<double> point(program.columns.size());
  const auto go = [&](const auto& self, std::size_t at) -> void {
    if (at == point.size())
      return visit(point);
    for (double value = 0; value <= program.columns[at].high; ++value) {
      point[at] = value;
      self(self, at + 1);
    }
  };
  go(go, 0);
}
} // namespace

TEST_CASE("what is made tighter has the same whole solutions") {
  std::mt19937 random(20261126);
  for (int i = 0; i < 60; ++i) {
    const Program program = random_program(random);
    const Program tight = tightened(program);
    each_point(program, [&](const std::vector<double>& point) {
      CHECK(holds(program, point) == can_hold(tight, point, program.rows.size()));
    });
  }
}

TEST_CASE("the best of a program is the same with mixes of what fits") {
  std::mt19937 random(7);
  for (int i = 0; i < 40; ++i) {
    const Program program = random_program(random);
    double best = -unbounded;
    each_point(program, [&](const std::vector<double>& point) {
      if (holds(program, point))
        best = std::max(best, value_of(program, point));
    });
    const Solution found = solve(program, {});
    REQUIRE(found.outcome == Outcome::optimal);
    CHECK(found.value == Approx(best).margin(1e-9));
  }
}

TEST_CASE("a month of ten days holds one run of seven, not one and three sevenths") {
  Program program;
  for (const char* name : {"a", "b"})
    program.add(Column{name, 0, 12, 1, true});
  program.add(Row{"days", -unbounded, 10.33, {{0, 7}, {1, 4}}});
  Program divisible = tightened(program);
  for (Column& column : divisible.columns)
    column.whole = false;
  CHECK(divisible.columns[0].high == 1);
  CHECK(divisible.columns[1].high == 2);
  CHECK(divisible.rows[0].high == 8); // two of four: seven and four are eleven
  CHECK(solve(divisible, {}).value == Approx(2));
}

} // namespace deploy_plan::analysis
