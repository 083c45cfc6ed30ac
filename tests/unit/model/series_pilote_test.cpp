#include "deploy_plan/market.hpp"
#include "examples.hpp"
#include "folder.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

constexpr std::string_view header = "identifiant_indic;zone_id;date_valeur;type_valeur;valeur\r\n";

struct LoadedRows {
  CheckedFile file;
  std::vector<Observation> points;
};

LoadedRows rows_loaded(const std::string& rows,
                       const std::string& series = R"({"file": "pilote.csv", "metric": "IND-001"})",
                       const std::string& rest = "", const std::string& head = std::string(header)) {
  const Folder folder;
  folder.write("pilote.csv", head + rows);
  const auto text =
      example_strategy(R"({"objectives": [{"id": "active-schools", "observations": )" + series + rest + "}]}",
                       Language::english, day);
  std::vector<Observation> points;
  auto file = check(std::make_shared<const Source>((folder.path / "s.json").string(), text), on_that_day(),
                    [&](Strategy&& read) {
                      if (read.objectives.at(1).observations)
                        points = read.objectives.at(1).observations->points;
                    });
  return {std::move(file), std::move(points)};
}
} // namespace

TEST_CASE("of PILOTE's rows, current values of the indicator and zone are observations") {
  const auto read = rows_loaded("IND-001;FRANCE;2025-12-31;vi;40\r\nIND-001;FRANCE;2026-01-31;va;60\r\n"
                                "IND-001;France;27/02/2026;VA;110.5\r\nIND-001;FRANCE;2026-12-31;vc;600\r\n"
                                "IND-002;FRANCE;2026-01-31;va;7\r\nIND-001;D46;2026-01-31;va;3\r\n");
  CHECK(read.points.empty()); // days in two notations contradict each other
  CHECK(raises(read.file, "series-malformed"));
  const auto plain = rows_loaded("IND-001;FRANCE;2025-12-31;vi;40\r\nIND-001;FRANCE;2026-01-31;va;60\r\n"
                                 "IND-001;France;2026-02-27;VA;110.5\r\nIND-001;FRANCE;2026-12-31;vc;600\r\n"
                                 "IND-001;FRANCE;2026-03-31;va;\r\n"
                                 "IND-002;FRANCE;2026-01-31;va;7\r\nIND-001;D46;2026-01-31;va;3\r\n");
  REQUIRE(plain.points.size() == 2);
  CHECK(plain.points[1].value == 110.5);
}

TEST_CASE("PILOTE's template has the zone's name, too, and an objective's indicator needs no metric") {
  const auto read =
      rows_loaded("IND-001;FRANCE;France;2026-01-31;va;60\r\nIND-002;FRANCE;France;2026-01-31;va;7\r\n",
                  R"({"file": "pilote.csv"}, "indicator": "IND-001")", "",
                  "identifiant_indic;zone_id;zone_nom;date_valeur;type_valeur;valeur\r\n");
  REQUIRE(read.points.size() == 1);
  CHECK(read.points[0].value == 60);
}

TEST_CASE("PILOTE's percentages are shares of one") {
  const auto read =
      rows_loaded("IND-001;FRANCE;2026-01-31;va;7\r\nIND-001;FRANCE;2026-02-27;va;12.5\r\n",
                  R"({"file": "pilote.csv", "metric": "IND-001"})",
                  R"(, "metric": {"scale": "rate"}, "target": {"value": 0.5}, "baseline": null)");
  REQUIRE(read.points.size() == 2);
  CHECK(read.points[0].value == 0.07);
  CHECK(read.points[1].value == 0.125);
}

TEST_CASE("a kind of value that PILOTE does not have is told once") {
  const auto read = rows_loaded("IND-001;FRANCE;2026-01-31;xx;60\r\nIND-001;FRANCE;2026-02-27;yy;60\r\n");
  CHECK(std::count_if(read.file.findings.begin(), read.file.findings.end(),
                      [](const Finding& finding) { return finding.rule == "series-malformed"; }) == 1);
}
