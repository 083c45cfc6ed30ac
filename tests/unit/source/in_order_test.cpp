#include "catch.hpp"
#include "source/in_order.hpp"
#include <stdexcept>
#include <vector>

using namespace deploy_plan::source;

TEST_CASE("results are taken in order, and what work throws comes through") {
  std::vector<std::size_t> taken;
  in_order(
      1000, 4, [](std::size_t i) { return i * i; }, [&](std::size_t square) { taken.push_back(square); }, 8);
  REQUIRE(taken.size() == 1000);
  for (std::size_t i = 0; i < taken.size(); ++i)
    CHECK(taken[i] == i * i);
  const auto fail = [](std::size_t i) { return i == 50 ? throw std::runtime_error("fifty") : i; };
  CHECK_THROWS_AS(in_order(100, 4, fail, [](std::size_t) {}), std::runtime_error);
  const auto refuse = [](std::size_t i) { i == 30 ? throw std::runtime_error("thirty") : void(); };
  CHECK_THROWS_AS(in_order(
                      100, 4, [](std::size_t i) { return i; }, refuse, 8),
                  std::runtime_error);
}
