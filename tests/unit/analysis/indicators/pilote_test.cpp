#include "deploy_plan/pilote.hpp"
#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {
std::vector<IndicatorFigure> figures_of(std::string_view fragment) {
  std::vector<IndicatorFigure> of;
  for (IndicatorFigure& one : indicator_figures(strategy_with(fragment), day))
    if (one.objective == "active-schools")
      of.push_back(std::move(one));
  return of;
}
} // namespace

TEST_CASE("an objective is told by where it starts, what was seen, and what it aims at") {
  const auto figures = figures_of(
      R"({"market": {"zone": "R84"}, "objectives": [{"id": "active-schools", "indicator": "IND-012",
    "baseline": {"date": "2025-12-31", "value": 40},
    "target": {"value": 600, "by": "2026-12-31", "milestones": [{"by": "2026-06-30", "value": 250}]},
    "observations": [{"date": "2026-01-31", "value": 60}, {"date": "2026-02-27", "value": 110}]}]})");
  REQUIRE(figures.size() == 5);
  const IndicatorValue kinds[] = {IndicatorValue::initial, IndicatorValue::current, IndicatorValue::current,
                                  IndicatorValue::target, IndicatorValue::target};
  const double values[] = {40, 60, 110, 250, 600};
  for (std::size_t i = 0; i < figures.size(); ++i) {
    CHECK(figures[i].indicator == "IND-012");
    CHECK(figures[i].zone == "R84");
    CHECK(figures[i].kind == kinds[i]);
    CHECK(figures[i].value == values[i]);
  }
}

TEST_CASE("what is seen after the day is not told, and without an identifier or a zone there are others") {
  const auto figures = figures_of(R"({"objectives": [{"id": "active-schools",
    "observations": [{"date": "2026-02-27", "value": 110}]}]})");
  REQUIRE(!figures.empty());
  CHECK(figures.front().indicator == "active-schools");
  CHECK(figures.front().zone == "FRANCE");
}

TEST_CASE("a segment's zone is what it gives, else its id") {
  Market market;
  market.segments.resize(2);
  market.segments[0].id = "lot";
  market.segments[0].zone = "D46";
  market.segments[1].id = "D12";
  CHECK(zone_of(market, "lot") == "D46");
  CHECK(zone_of(market, "D12") == "D12");
  CHECK(zone_of(market, "") == "FRANCE");
}

TEST_CASE("identifiers and zones are those that DITP's schema takes") {
  for (const std::string_view good : {"IND-001", "IND-1234"})
    CHECK(is_pilote_indicator(good));
  for (const std::string_view bad : {"", "IND-01", "IND-12345", "IND-00a", "ind-001", "accounts"})
    CHECK(!is_pilote_indicator(bad));
  for (const std::string_view good : {"FRANCE", "France", "D01", "D2A", "D46", "D95", "D971", "R84", "R94"})
    CHECK(is_pilote_zone(good));
  for (const std::string_view bad : {"", "FR", "NAT-FR", "D00", "D20", "D96", "D975", "D1", "R99", "rural"})
    CHECK(!is_pilote_zone(bad));
}
