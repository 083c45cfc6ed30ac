// How alike the arms of a split list are.
#include "catch.hpp"
#include "deploy_plan/assignment.hpp"

using namespace deploy_plan;

TEST_CASE("a balance counts what is not alike, and bounds no difference that has no bound") {
  Balance balance({"region", "size", "name"}, {"control", "letter"}, 7);
  for (std::size_t i = 0; i < 60; ++i) {
    const std::size_t arm = i % 2;
    balance.take_beneficiary(arm);
    balance.take(0, arm == 0 ? "north" : "south", arm); // all of one arm, none of the other
    balance.take(1, std::to_string(100 + i / 2), arm);  // the same in both
    balance.take(2, "beneficiary " + std::to_string(i), arm);
  }
  const Assignment told = balance.assignment();
  REQUIRE(told.balance.size() == 3); // names are passed over
  CHECK(told.arms[1].size == 30);
  CHECK(told.balance[0].word == "north");
  CHECK(told.balance[0].figures == std::vector<double>{1, 0});
  CHECK_FALSE(told.balance[0].difference);
  CHECK_FALSE(told.balance[0].is_alike());
  CHECK_FALSE(told.balance[2].word);
  CHECK(told.balance[2].difference == 0.0);
  CHECK(told.unlike() == 2);
}
