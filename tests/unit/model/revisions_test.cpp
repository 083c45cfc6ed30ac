#include "catch.hpp"
#include "model/revisions.hpp"

using namespace deploy_plan;

namespace {

struct Seen {
  int day; ///< from the day 0 on
  std::optional<int> seen_on;
  int value;
  [[nodiscard]] Date date() const { return Date{std::chrono::days{day}}; }
  [[nodiscard]] std::optional<Date> seen() const {
    return seen_on ? std::optional(Date{std::chrono::days{*seen_on}}) : std::nullopt;
  }
};

std::vector<int> values(const std::vector<Seen>& all) {
  std::vector<int> some;
  for (const Seen& one : all)
    some.push_back(one.value);
  return some;
}
std::vector<int> points(const std::vector<Seen>& all, int as_of) {
  return values(model::Holding<Seen>(Date{std::chrono::days{as_of}}).part(all).points);
}
std::vector<int> others(const std::vector<Seen>& all, int as_of) {
  return values(model::Holding<Seen>(Date{std::chrono::days{as_of}}).part(all).others);
}
} // namespace

TEST_CASE("of the figures of a day the one seen last by a day holds") {
  const std::vector<Seen> all{{1, 2, 10}, {1, 5, 11}, {1, 4, 12}, {3, 5, 30}, {4, {}, 40}};
  CHECK(points(all, 9) == std::vector{11, 30, 40});
  CHECK(others(all, 9) == std::vector{10, 12});
  CHECK(points(all, 4) == std::vector{12, 40});
  CHECK(points(all, 3) == std::vector{10, 40}); // one that was not seen on any day is told to be of it
  CHECK(points(all, 1) == std::vector{40});
  CHECK(others(all, 1) == std::vector{10, 12, 11, 30});
}

TEST_CASE("of one day of measuring the last row of the file holds, whatever came before in it") {
  CHECK(points({{1, 5, 10}, {1, 5, 11}}, 9) == std::vector{11});
  CHECK(others({{1, 5, 10}, {1, 5, 11}}, 9).empty()); // on no day was the other known
  CHECK(points({{3, {}, 10}, {3, 3, 11}}, 9) == std::vector{11});
  CHECK(points({{3, 3, 11}, {3, {}, 10}}, 9) == std::vector{10});
  CHECK(points({{3, 2, 11}, {3, {}, 10}}, 9) == std::vector{10}); // typed later than it was measured
}

TEST_CASE("two figures of a day that were not seen on any both stand, for the fault to be found") {
  CHECK(points({{3, {}, 10}, {3, {}, 11}, {3, 5, 12}}, 9) == std::vector{10, 11});
}
