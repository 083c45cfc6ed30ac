#include "catch.hpp"
#include "model/zones.hpp"

using namespace deploy_plan;

namespace {
Market of_zones() {
  Market one;
  one.segments.resize(3);
  one.segments[0].id = "lot";
  one.segments[0].zone = "D46";
  one.segments[1].id = "D12";
  one.segments[2].id = "quercy";
  one.segments[2].zone = "D46";
  return one;
}
} // namespace

TEST_CASE("a file of PILOTE calls segments by their zones, another by their ids") {
  const model::ZoneNames zones(of_zones());
  model::CsvTable table;
  CHECK(zones.in(table, "lot") == "lot");
  CHECK(zones.in(table, "").empty());
  table.is_pilote = true;
  CHECK(zones.in(table, "lot") == "D46");
  CHECK(zones.in(table, "D12") == "D12");
  CHECK(zones.in(table, "") == "FRANCE");
}

TEST_CASE("segments of one zone are one part of a sum") {
  const model::ZoneNames zones(of_zones());
  model::CsvTable table;
  table.is_pilote = true;
  const std::vector<std::string> segments{"lot", "D12", "quercy"};
  CHECK(zones.in(table, segments) == std::vector<std::string>{"D12", "D46"});
}

TEST_CASE("the country is one zone in both of its spellings") {
  Market one;
  one.zone = "France";
  CHECK(zone_of(one, "") == "FRANCE");
  one.zone = "R76";
  CHECK(zone_of(one, "") == "R76");
}
