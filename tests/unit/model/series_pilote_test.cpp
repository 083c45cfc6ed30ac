#include "deploy_plan/market.hpp"
#include "examples.hpp"
#include "folder.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

const std::string pilote_series = R"({"file": "pilote.csv", "metric": "IND-001"})";
constexpr std::string_view header = "identifiant_indic;zone_id;date_valeur;type_valeur;valeur\r\n";

struct LoadedRows {
  CheckedFile file;
  std::vector<Observation> points;
};

LoadedRows rows_loaded(const std::string& rows, const std::string& series = pilote_series,
                       const std::string& rest = "", const std::string& head = std::string(header),
                       const std::string& beside = "") {
  const Folder folder;
  folder.write("pilote.csv", head + rows);
  const auto text = example_strategy(R"({"objectives": [{"id": "active-schools", "observations": )" + series +
                                         rest + "}]" + beside + "}",
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

TEST_CASE("a region is not summed with its departments, and nothing is made of zones that no segment names") {
  const std::string rows =
      "IND-001;R76;2026-01-31;va;60\r\nIND-001;D46;2026-01-31;va;3\r\nIND-001;D12;2026-01-31;va;4\r\n";
  const auto read = rows_loaded(rows);
  CHECK(read.points.empty());
  const auto said = std::find_if(read.file.findings.begin(), read.file.findings.end(),
                                 [](const Finding& finding) { return finding.rule == "series-empty"; });
  REQUIRE(said != read.file.findings.end());
  CHECK(said->message.in(Language::english) == "pilote.csv has no row for the zone FRANCE");
  CHECK(said->message.in(Language::french) == "pilote.csv n'a aucune ligne pour la zone FRANCE");
}

TEST_CASE("segments that are zones are summed where their market has no row") {
  const std::string rows =
      "IND-001;R76;2026-01-31;va;60\r\nIND-001;D46;2026-01-31;va;3\r\nIND-001;D12;2026-01-31;va;4\r\n";
  const auto read = rows_loaded(rows, pilote_series, "", std::string(header),
                                R"(, "market": {"segments": [{"id": "lot", "zone": "D46"}, {"id": "D12"}]})");
  REQUIRE(read.points.size() == 1);
  CHECK(read.points[0].value == 7);
  const auto region = rows_loaded(
      rows, pilote_series, "", std::string(header),
      R"(, "market": {"zone": "R76", "segments": [{"id": "lot", "zone": "D46"}, {"id": "D12"}]})");
  REQUIRE(region.points.size() == 1);
  CHECK(region.points[0].value == 60);
}

TEST_CASE("an objective's indicator that a file has not is told, and no other is taken for it") {
  const auto read =
      rows_loaded("IND-002;FRANCE;2026-01-31;va;60\r\n", R"({"file": "pilote.csv"}, "indicator": "IND-001")");
  CHECK(read.points.empty());
  const auto said = std::find_if(read.file.findings.begin(), read.file.findings.end(),
                                 [](const Finding& finding) { return finding.rule == "series-empty"; });
  REQUIRE(said != read.file.findings.end());
  CHECK(said->message.in(Language::english) == "pilote.csv has no row for the indicator IND-001");
}

TEST_CASE("an objective that goes out by its id comes back by it") {
  const auto read = rows_loaded("active-schools;FRANCE;2026-01-31;va;60\r\nother;FRANCE;2026-01-31;va;7\r\n",
                                R"({"file": "pilote.csv"})");
  REQUIRE(read.points.size() == 1);
  CHECK(read.points[0].value == 60);
}

TEST_CASE("spreadsheets write a mark at the file's beginning, and decimal commas") {
  const auto read = rows_loaded("IND-001;FRANCE;31/01/2026;va;1 234,5\r\n", pilote_series, "",
                                "\xEF\xBB\xBF" + std::string(header));
  REQUIRE(read.points.size() == 1);
  CHECK(read.points[0].value == 1234.5);
  const auto rate =
      rows_loaded("IND-001;FRANCE;2026-01-31;va;12,5\nIND-001;FRANCE;2026-02-27;va;13 %\n", pilote_series,
                  R"(, "metric": {"scale": "rate"}, "target": {"value": 0.5}, "baseline": null)",
                  "identifiant_indic;zone_id;date_valeur;type_valeur;valeur\n");
  REQUIRE(rate.points.size() == 2);
  CHECK(rate.points[0].value == 0.125);
  CHECK(rate.points[1].value == 0.13);
}

TEST_CASE("two current values of one day are told, and so is a figure that is none") {
  CHECK(
      !rows_loaded("IND-001;FRANCE;2026-01-31;va;60\r\nIND-001;France;2026-01-31;va;61\r\n").file.is_sound());
  CHECK(!rows_loaded("IND-001;FRANCE;2026-01-31;va;n.d.\r\n").file.is_sound());
}
