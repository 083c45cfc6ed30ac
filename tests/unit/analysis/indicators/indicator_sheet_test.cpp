#include "deploy_plan/indicator_sheet.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

using Missing = SheetFigure::Missing;

SheetIndicator told(const std::string& objective, std::span<const Strategy> earlier = {}) {
  FutureOptions options;
  options.draws = 200;
  const auto sheet = indicator_sheet(
      strategy_with(
          R"({"period": {"start": "2025-01-01", "end": "2026-12-31"}, "objectives": [{"id": "active-schools", )" +
          objective + "}]}"),
      day, options, earlier);
  CHECK(sheet.year == 2026);
  for (const SheetIndicator& one : sheet.indicators)
    if (one.objective == "active-schools")
      return one;
  FAIL("no such objective");
  return {};
}
} // namespace

TEST_CASE("a year's figure is the last that was seen in it") {
  const auto one = told(R"("baseline": {"date": "2025-01-31", "value": 10},
    "target": {"value": 600, "by": "2026-12-31"},
    "observations": [{"date": "2025-06-30", "value": 20}, {"date": "2025-12-31", "value": 40}, {"date": "2026-02-27", "value": 110}])");
  CHECK(one.year_before.value == 40);
  CHECK(iso(one.year_before.day.value()) == "2025-12-31");
  CHECK(one.realised.value == 110);
  CHECK(!one.two_years_before.value);
  CHECK(one.two_years_before.why == Missing::not_applicable); // it had not begun
  CHECK(!one.revised.value);
  CHECK(one.revised.why == Missing::undetermined); // no earlier version says how it was set
  CHECK(one.aimed.value == 600);
  CHECK(!one.forecast.value);
  CHECK(one.forecast.why == Missing::undetermined); // three observations tell nothing
}

TEST_CASE("a year in which nobody looked is not determined") {
  const auto one =
      told(R"("target": {"value": 600, "by": "2026-12-31"}, "baseline": {"date": "2024-01-31", "value": 10},
    "observations": [{"date": "2024-12-31", "value": 20}, {"date": "2026-02-27", "value": 110}])");
  CHECK(one.two_years_before.value == 20);
  CHECK(!one.year_before.value);
  CHECK(one.year_before.why == Missing::undetermined);
}

TEST_CASE("an earlier version tells how a target was first set, and whether it is another now") {
  const auto version = [](const std::string& target) {
    return strategy_with(R"({"objectives": [{"id": "active-schools", "target": )" + target + "}]}");
  };
  const std::vector<Strategy> same{version(R"({"value": 600, "by": "2026-12-31"})")};
  const auto kept = told(R"("target": {"value": 600, "by": "2026-12-31"})", same);
  CHECK(!kept.revised.value);
  CHECK(kept.revised.why == Missing::not_applicable);
  const std::vector<Strategy> others{version(R"({"value": 900, "by": "2026-09-30"})"),
                                     version(R"({"value": 700, "by": "2026-12-31"})")};
  const auto revised = told(R"("target": {"value": 600, "by": "2026-12-31"})", others);
  CHECK(revised.target == 900);
  CHECK(iso(revised.by) == "2026-09-30");
  CHECK(revised.revised.value == 600);
  CHECK(iso(revised.revised.day.value()) == "2026-12-31");
}

TEST_CASE("milestones say what is aimed at in the year, and six observations foretell its end") {
  const auto one = told(R"("baseline": {"date": "2025-08-31", "value": 10},
    "target": {"value": 900, "by": "2027-06-30", "milestones": [{"by": "2026-12-31", "value": 500}]},
    "observations": [{"date": "2025-09-30", "value": 20}, {"date": "2025-10-31", "value": 31}, {"date": "2025-11-30", "value": 44},
      {"date": "2025-12-31", "value": 52}, {"date": "2026-01-31", "value": 66}, {"date": "2026-02-27", "value": 75}])");
  CHECK(one.aimed.value == 500);
  REQUIRE(one.forecast.value);
  CHECK(one.forecast.low.value() < *one.forecast.value);
  CHECK(one.forecast.high.value() > *one.forecast.value);
  CHECK(*one.forecast.value > 75);
  CHECK(*one.forecast.value < 1000);
}

TEST_CASE("an objective whose day is past has no forecast to tell") {
  const auto one = told(
      R"("target": {"value": 600, "by": "2025-12-31"}, "observations": [{"date": "2025-12-01", "value": 40}])");
  CHECK(one.forecast.why == Missing::not_applicable);
  CHECK(one.aimed.why == Missing::not_applicable);
}
