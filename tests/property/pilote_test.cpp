// What goes out to PILOTE comes back as it was.
#include "deploy_plan/pilote.hpp"
#include "examples.hpp"
#include "folder.hpp"
#include "report/exports/pilote.hpp"
#include <fmt/format.h>
#include <random>

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

std::string figure_of(std::mt19937& random, bool is_rate) {
  const double unit = std::uniform_real_distribution<>(0, 1)(random);
  if (is_rate)
    return fmt::format("{}", unit);
  return random() % 2 == 0 ? fmt::format("{}", random() % 1000000)
                           : fmt::format("{}", unit * std::pow(10, static_cast<int>(random() % 9) - 3));
}

/// Three objectives, of the whole country, of a zone and of a segment that is one, with observations in place
/// or in a file.
std::string strategy_text(unsigned seed, bool in_file) {
  std::mt19937 random(seed);
  std::string objectives;
  const std::string segments[] = {"", "lot", "D12"};
  for (int i = 0; i < 3; ++i) {
    const bool is_rate = random() % 2 == 0;
    std::string points;
    for (int month = 1; month <= 2; ++month)
      points += fmt::format("{}{{\"date\": \"2026-{:02}-{:02}\", \"value\": {}}}", month == 1 ? "" : ", ",
                            month, 1 + random() % 28, figure_of(random, is_rate));
    objectives += fmt::format(
        R"({}{{"id": "o{}", "name": "o{}", "indicator": "IND-{:03}", "stage": "activation", {}
           "metric": {{"name": "m", "unit": "school", "kind": "performance", "scale": "{}"}},
           "baseline": {{"date": "2025-12-31", "value": {}}}, "target": {{"value": {}, "by": "2026-12-31",
           "milestones": [{{"by": "2026-06-30", "value": {}}}]}}, "observations": {}}})",
        i == 0 ? "" : ", ", i, i, i + 1, segments[i].empty() ? "" : "\"segment\": \"" + segments[i] + "\",",
        is_rate ? "rate" : "count", figure_of(random, is_rate), figure_of(random, is_rate),
        figure_of(random, is_rate),
        in_file ? fmt::format(R"({{"file": "pilote.csv", "metric": "IND-{:03}"}})", i + 1)
                : "[" + points + "]");
  }
  return R"({"version": 1, "name": "s", "period": {"start": "2026-01-01", "end": "2026-12-31"},
    "market": {"unit": "school", "segments": [{"id": "lot", "zone": "D46"}, {"id": "D12"}]}, "objectives": [)" +
         objectives + "]}";
}

std::vector<IndicatorFigure> figures_of(const Folder& folder, const std::string& text) {
  std::vector<IndicatorFigure> figures;
  (void)check(std::make_shared<const Source>((folder.path / "s.json").string(), text), on_that_day(),
              [&](Strategy&& read) { figures = indicator_figures(read, day); });
  return figures;
}
} // namespace

TEST_CASE(
    "a file of PILOTE that is written, read and written again has the same bytes and the same figures") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    const Folder folder;
    const auto before = figures_of(folder, strategy_text(seed, false));
    const std::string written = report::pilote_header() + report::pilote_rows(before);
    folder.write("pilote.csv", written);
    const auto after = figures_of(folder, strategy_text(seed, true));
    INFO("seed " << seed << "\n" << written);
    REQUIRE(before.size() == 3 * 5);
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i)
      CHECK(after[i].value == before[i].value);
    CHECK(report::pilote_header() + report::pilote_rows(after) == written);
  }
}
