// What people read of scenarios side by side, of sweeps, and of two versions.
#include "deploy_plan/document.hpp"
#include "golden/golden.hpp"
#include "report/json_values.hpp"
#include "report/views/changes/comparison.hpp"
#include "report/views/changes/difference_view.hpp"
#include "report/views/changes/sweep.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

const std::string path = "examples/diagnostic-communes.json";

StrategyFile::Opened opened(const std::string& name) {
  return StrategyFile::open(std::make_shared<const Source>(name, content(name)), on_that_day());
}

report::ComparedScenario compared(const StrategyFile& file, const std::string& id, const std::string& name,
                                  const Changes& changes) {
  Variant variant = file.with({&changes, 1});
  REQUIRE(variant.is_sound());
  return {id, name, std::move(variant.changes),
          report::figures(variant.strategy, day, report::Analyses::all)};
}

report::Comparison comparison() {
  const auto base = opened(path);
  const std::string overlay = "examples/scenarios/wider-target.json";
  report::Comparison all{day, base.strategy.name, report::terms_of(base.strategy), {}, {}};
  all.scenarios.push_back(
      {"baseline", "baseline", {}, report::figures(base.strategy, day, report::Analyses::all)});
  all.scenarios.push_back(compared(*base.file, "renfort", "Une personne de plus", OwnScenario{"renfort"}));
  all.scenarios.push_back(compared(*base.file, "wider-target", "A wider target, with one more person",
                                   Overlay{std::make_shared<const Source>(overlay, content(overlay))}));
  const Changes too_wide = Assignments{"--set", {"market.target.size=+1000%"}};
  all.unsound.push_back({"set", "market.target.size=+1000%", base.file->with({&too_wide, 1}).checked});
  return all;
}

} // namespace

TEST_CASE("scenarios side by side read as they must") {
  const auto all = comparison();
  const auto rows = report::differing(all.scenarios);
  matches_in_each_format("compare/scenarios", report::comparison_document(all, rows));
  matches("compare/scenarios.json", report::written(report::comparison_json(all, rows)));
  matches("compare/scenarios.csv", report::comparison_csv(all, rows, false));
  matches("compare/scenarios.fr.csv", report::comparison_csv(all, rows, true));
}

TEST_CASE("a sweep reads as it must") {
  const auto base = opened(path);
  report::Sweep sweep{{*report::read_axis("market.addressed.size=9000:15000:3000"),
                       *report::read_axis("market.target.size=2000:4000:500")}};
  const report::SweepHeading heading{day,
                                     base.strategy.name,
                                     report::terms_of(base.strategy),
                                     {"gap.market.share.target", "gap.market.cost_per_addressed"}};
  report::SweepDocument document(sweep, heading);
  std::string csv;
  std::string json;
  const auto csv_writer =
      report::sweep_csv([&](std::string_view piece) { csv += piece; }, sweep, heading, false);
  const auto json_writer = report::sweep_json([&](std::string_view piece) { json += piece; }, sweep, heading);
  for (report::SweepWriter* const writer :
       {static_cast<report::SweepWriter*>(&document), csv_writer.get(), json_writer.get()}) {
    writer->begin();
    for (std::size_t i = 0; i < sweep.size(); ++i) {
      const auto point =
          compared(*base.file, sweep.name(i), "", Assignments{"--sweep", sweep.assignments(i)});
      writer->point(i, i == 3 ? nullptr : &point);
    }
    writer->end();
  }
  matches_in_each_format("compare/sweep", document.document());
  matches("compare/sweep.csv", csv);
  matches("compare/sweep.json", json);
}

TEST_CASE("two versions read as they must") {
  const auto side = [](const std::string& name) {
    const auto one = opened(name);
    return report::VersionSide{name,
                               one.strategy.name,
                               report::terms_of(one.strategy),
                               true,
                               report::figures(one.strategy, day, report::Analyses::all),
                               day};
  };
  const std::string revision = "examples/diagnostic-communes-revision.json";
  const report::VersionComparison versions{side(path), side(revision),
                                           opened(path).file->differences_to(*opened(revision).file)};
  matches_in_each_format("diff/revision", report::difference_document(versions));
  matches("diff/revision.json", report::written(report::difference_json(versions)));
  matches("diff/revision.csv", report::difference_csv(versions, false));
  matches("diff/revision.fr.csv", report::difference_csv(versions, true));
  const auto everything = opened(path).file->everything();
  matches("diff/one.fr.txt",
          document_formats().front().render(
              report::version_document("Diagnostic", report::terms_of(opened(path).strategy), everything),
              {Language::french, false, true, 0, Severity::error}));
}
