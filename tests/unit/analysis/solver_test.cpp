// The solver's process, and what is made of its answers.
#include "analysis/solver/solver.hpp"
#include "catch.hpp"
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace deploy_plan::analysis;
using namespace std::chrono_literals;

namespace {

Moment soon() { return std::chrono::steady_clock::now() + 60s; }
constexpr std::size_t much = std::size_t{1} << 30U;

/// Works of five values at most, 3 a + 5 b, in means of 2 a + 4 b.
Program small_program() {
  Program program;
  program.add(Column{"a", 0, 5, 3, true});
  program.add(Column{"b", 0, 5, 5, true});
  program.add(Row{"means", -unbounded, 11, {{0, 2}, {1, 4}}});
  return program;
}
bool has_children() { return waitpid(-1, nullptr, WNOHANG) >= 0 || errno != ECHILD; }
} // namespace

TEST_CASE("work in a process of its own answers, dies or is ended, and leaves no process behind") {
  const auto answered = in_own_process([] { return std::string(300000, 'x'); }, soon(), much);
  CHECK(answered.ending == Ending::finished);
  CHECK(answered.answer == std::string(300000, 'x'));
  CHECK(in_own_process([]() -> std::string { std::abort(); }, soon(), much).ending == Ending::died);
  CHECK(in_own_process([]() -> std::string { throw std::bad_alloc(); }, soon(), much).ending == Ending::died);
  CHECK(in_own_process([]() -> std::string { _exit(0); }, soon(), much).ending == Ending::died);
  const auto endless = []() -> std::string {
    for (;;)
      pause();
  };
  const auto briefly = std::chrono::steady_clock::now() + 50ms;
  CHECK(in_own_process(endless, briefly, much).ending == Ending::out_of_time);
  CHECK_FALSE(has_children());
}

TEST_CASE("a process of its own has no descriptor, handler or output of ours") {
  const int ours = open("/dev/null", O_RDONLY);
  const auto before = std::signal(SIGTERM, [](int) {});
  const auto told = in_own_process(
      [&] {
        puts("not to be read");
        const bool is_open = fcntl(ours, F_GETFD) >= 0 && ours > 3;
        return std::string(is_open ? "open " : "") +
               (std::signal(SIGTERM, SIG_DFL) == SIG_DFL ? "" : "handled");
      },
      soon(), much);
  std::signal(SIGTERM, before);
  close(ours);
  CHECK(told.ending == Ending::finished);
  CHECK(told.answer.empty());
}

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
  for (int round = 0; round < 20; ++round) {
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
